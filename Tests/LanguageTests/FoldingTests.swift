import Foundation
import Language
import Testing

@Suite("Folding")
struct FoldingTests {
    @Test(
        "case, accents and signs do not matter in a name",
        arguments: [
            ("SDQ", "sdq"), ("M@ZL", "mzl"), ("Talk ’n Joy", "talknjoy"), ("KOPP/KVO-groepen", "koppkvogroepen"), ("Grow It!", "growit"),
            ("Rûya", "ruya"), ("coördinator", "coordinator"), ("patiënt", "patient"), ("crèche", "creche"), ("façade", "facade"),
            ("één", "een"), ("Ñandú", "nandu"), ("Đorđe", "dorde"), ("Straße", "strasse"), ("ŒUVRE", "oeuvre"),
            ("Æbleskiver", "aebleskiver"),
            ("ĲSSELLAND", "ijsselland"), ("ijs", "ijs"), ("Łódź", "lodz"), ("Şahin", "sahin"), ("Ștefan", "stefan"), ("ABAS-3", "abas3"),
            ("", ""),
            ("…?!", ""), ("🧒🏽", ""),
        ])
    func letters(text: String, folded: String) {
        #expect(string(Folding.letters(text)) == folded)
    }

    @Test(
        "other alphabets keep their letters, in lower case",
        arguments: [("Ελλάδα", "ελλάδα"), ("ШКОЛА", "школа"), ("學校", "學校"), ("٣", "٣")])
    func otherAlphabets(text: String, folded: String) {
        #expect(string(Folding.letters(text)) == folded)
    }

    /// The letters of Latin-1 Supplement and Latin Extended-A.
    static let latin = (0xC0...0x17F).compactMap { Unicode.Scalar($0) }.filter { $0.properties.isAlphabetic }

    @Test("an accent written apart is an accent all the same", arguments: latin)
    func decomposed(letter: Unicode.Scalar) {
        let apart = String(letter).decomposedStringWithCanonicalMapping
        #expect(Folding.letters(apart) == Folding.letters(String(letter)))
    }

    /// Letters without a capital of their own, and letters that only Icelandic has.
    static let exceptions = "ŉſÐðÞþ".unicodeScalars

    @Test("a capital folds as its small letter does, to ASCII", arguments: latin.filter { !exceptions.contains($0) })
    func capitals(letter: Unicode.Scalar) {
        let folded = Folding.letters(String(letter))
        #expect(folded == Folding.letters(letter.properties.lowercaseMapping))
        #expect(folded == Folding.letters(letter.properties.uppercaseMapping))
        #expect(!folded.isEmpty)
        #expect(folded.allSatisfy { (0x61...0x7A).contains($0) })
    }

    @Test("what was folded stays as it is", arguments: ["Coördinatie", "ĳs", "Straße", "ΑΒΓ", "É 12 % ½", "Œ"])
    func idempotent(text: String) {
        let once = Folding.letters(text)
        #expect(Folding.letters(string(once)) == once)
    }

    @Test(
        "signs, and marks without a letter, are no letters",
        arguments: ["×", "÷", "°", "€", "@", " ", "\u{301}", "\u{AD}", "\u{200B}", "\0"])
    func signs(sign: Unicode.Scalar) {
        var bytes: [UInt8] = []
        #expect(!Folding.append(sign, to: &bytes))
        #expect(bytes.isEmpty)
    }

    @Test(
        "accents and invisible signs inside a word do not end it",
        arguments: ["\u{301}", "\u{308}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{FEFF}"])
    func invisible(sign: Unicode.Scalar) {
        var bytes = Array("opvoed".utf8)
        #expect(Folding.append(sign, to: &bytes))
        #expect(string(bytes) == "opvoed")
    }

    private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
