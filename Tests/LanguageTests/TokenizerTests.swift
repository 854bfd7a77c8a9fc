import Language
import Testing

/// A text, and its tokens as `TokenOutline` writes them.
struct Tokenized: CustomTestStringConvertible, Sendable {
    var text: String
    var tokens: String

    init(_ text: String, _ tokens: String) {
        self.text = text
        self.tokens = tokens
    }

    var testDescription: String { "“\(text)”" }
}

@Suite("Tokenizer")
struct TokenizerTests {
    @Test(
        "words are folded, and what stands between them is told",
        arguments: [
            Tokenized("", ""),
            Tokenized(" \t…?! ", ""),
            Tokenized("hechting", "hechting"),
            Tokenized("  hechting  ", "hechting"),
            Tokenized("Patiënten, coöperatief", "patienten , cooperatief"),
            Tokenized("ouder-kindrelatie", "ouder - kindrelatie"),
            Tokenized("KOPP/KOV", "kopp - kov"),
            Tokenized("ouder – kind", "ouder - kind"),
            Tokenized("school. Vader drinkt", "school | vader _ drinkt"),
            Tokenized("thuis; op school", "thuis | op _ school"),
            Tokenized("eerste regel\nvolgende regel", "eerste _ regel | volgende _ regel"),
            Tokenized("moeder (depressief) en kind", "moeder _ depressief _ en _ kind"),
            Tokenized("baby’s en foto's", "baby _ s _ en _ foto _ s"),
            Tokenized("M@ZL", "m _ zl"),
            Tokenized("mantel\u{AD}zorg", "mantelzorg"),
            Tokenized("crèche cre\u{300}che", "creche _ creche"),
            Tokenized("ΜΗΤΈΡΑ", "μητέρα"),
            Tokenized("kind🧒kind", "kind _ kind"),
        ])
    func words(example: Tokenized) {
        #expect(outline(example.text) == example.tokens)
    }

    @Test(
        "of several separators the strongest counts",
        arguments: [("a , b", ","), ("a - b", "-"), ("a -, b", ","), ("a.-b", "|"), ("a /\n, b", "|")])
    func strongest(text: String, gap: String) {
        #expect(outline(text) == "a \(gap) b")
    }

    @Test(
        "numbers are read in twelfths, so that years with a fraction are whole months",
        arguments: [
            Tokenized("8", "8=96"),
            Tokenized("0", "0=0"),
            Tokenized("007", "007=84"),
            Tokenized("1,5 jaar", "1.5=18 _ jaar"),
            Tokenized("2.5", "2.5=30"),
            Tokenized("0,25", "0.25=3"),
            Tokenized("4-12", "4=48 - 12=144"),
            Tokenized("4 - 12", "4=48 - 12=144"),
            Tokenized("4–12 jr", "4=48 - 12=144 _ jr"),
            Tokenized("8 t/m 12", "8=96 _ t - m _ 12=144"),
            Tokenized("8, 12", "8=96 , 12=144"),
            Tokenized("8,", "8=96"),
            Tokenized("12.", "12=144"),
            Tokenized("0-18 maanden", "0=0 - 18=216 _ maanden"),
            Tokenized("999999", "999999=11999988"),
        ])
    func numbers(example: Tokenized) {
        #expect(outline(example.text) == example.tokens)
    }

    @Test(
        "a half and a quarter are numbers, and a number ends where its unit begins",
        arguments: [
            Tokenized("½", "0.5=6"), Tokenized("2½ jaar", "2.5=30 _ jaar"), Tokenized("1¾", "1.75=21"), Tokenized("3j9m", "3=36 j 9=108 m"),
            Tokenized("yc18", "yc18"), Tokenized("k3", "k3"), Tokenized("m4", "m4"), Tokenized("a½", "a½"),
        ])
    func halves(example: Tokenized) { #expect(outline(example.text) == example.tokens) }

    @Test(
        "what only looks like a number is a word",
        arguments: [
            Tokenized("1000000", "1000000"), Tokenized("1.2.3", "1.2.3"), Tokenized("0800-2000123", "0800=9600 - 2000123"),
            Tokenized("٣", "٣"),
        ])
    func noNumbers(example: Tokenized) {
        #expect(outline(example.text) == example.tokens)
    }

    @Test(
        "a unit may stand against its number; a name may end in digits",
        arguments: [
            Tokenized("12jr", "12=144 jr"), Tokenized("18mnd", "18=216 mnd"), Tokenized("1,5jr", "1.5=18 jr"), Tokenized("yc18", "yc18"),
            Tokenized("MACA-YC18", "maca - yc18"), Tokenized("ABAS-3", "abas - 3=36"), Tokenized("3d-print", "3=36 d - print"),
        ])
    func digitsAndLetters(example: Tokenized) {
        #expect(outline(example.text) == example.tokens)
    }

    @Test(
        "signs that mean something beside a number are tokens, as they are typed on a keyboard",
        arguments: [
            Tokenized("18+", "18=216 (+)"), Tokenized("<5", "(<) 5=60"), Tokenized("< 5 jaar", "(<) _ 5=60 _ jaar"),
            Tokenized(">12", "(>) 12=144"), Tokenized("≤4", "(<=) 4=48"), Tokenized("<=4", "(<=) 4=48"), Tokenized("≥ 12", "(>=) _ 12=144"),
            Tokenized(">= 12", "(>=) _ 12=144"), Tokenized("< = 5", "(<) _ 5=60"), Tokenized("leeftijd = 5", "leeftijd _ 5=60"),
            Tokenized("kind + ouder", "kind _ (+) _ ouder"),
        ])
    func signs(example: Tokenized) {
        #expect(outline(example.text) == example.tokens)
    }

    @Test(
        "a token knows where it stands",
        arguments: ["Vader drinkt, kind van 4-12jr ≥ 1,5 jaar, <=8: hélp", "é é́ \u{200B}x 🧒 12,5km", "a\u{AD}b"])
    func ranges(text: String) throws {
        let bytes = Array(text.utf8)
        var end = 0
        for token in Tokenizer.tokens(text) {
            #expect(token.range.lowerBound >= end)
            #expect(!token.range.isEmpty)
            end = token.range.upperBound
            let piece = try #require(String(validating: bytes[token.range], as: UTF8.self))
            if token.isWord { #expect(Folding.letters(piece) == token.folded) }
        }
        #expect(end <= bytes.count)
    }

    @Test("only the first token stands at the start")
    func start() {
        let gaps = Tokenizer.tokens(", een tweede. En een derde").map { TokenOutline.gap($0.gap) }
        #expect(gaps == ["", "_", "|", "_", "_"])
    }

    @Test("a text of any length is read as far as the limit")
    func longest() {
        let tokens = Tokenizer.tokens(String(repeating: "kind ", count: 100_000))
        #expect(tokens.count == Tokenizer.longest / 5)
        let word = Tokenizer.tokens(String(repeating: "a", count: 100_000))
        #expect(word.map { $0.folded.count } == [Tokenizer.longest])
    }

    @Test("any bytes are read")
    func anyBytes() {
        var generator = Pseudorandom(seed: 2)
        for _ in 0..<500 {
            let bytes = (0..<60).map { _ in UInt8(truncatingIfNeeded: generator.next() >> 8) }
            let text = String(decoding: bytes, as: UTF8.self)
            for token in Tokenizer.tokens(text) { #expect(token.range.upperBound <= text.utf8.count && !token.folded.isEmpty) }
        }
    }

    private func outline(_ text: String) -> String { TokenOutline.text(Tokenizer.tokens(text)) }
}

/// Tokens in one line: `word`, `number=twelfths` and `(sign)`, and between them `_` for a space, `-`, `,`, and `|` for a stop.
enum TokenOutline {
    static func text(_ tokens: [Token]) -> String {
        var parts: [String] = []
        for token in tokens {
            let gap = gap(token.gap)
            if !gap.isEmpty { parts.append(gap) }
            let folded = String(decoding: token.folded, as: UTF8.self)
            switch token.form {
            case .word: parts.append(folded)
            case .number(let twelfths): parts.append("\(folded)=\(twelfths)")
            case .sign: parts.append("(\(folded))")
            }
        }
        return parts.joined(separator: " ")
    }

    static func gap(_ gap: Token.Gap) -> String {
        switch gap {
        case .start, .nothing: ""
        case .space: "_"
        case .hyphen: "-"
        case .comma: ","
        case .stop: "|"
        }
    }
}
