import BuiltInCatalog
import Catalog
import Foundation
import Search
import Testing

/// Ordinary Dutch is known, and typing errors are understood: the lists in `Words`, each with the share that must be right.
@Suite("Ordinary words, typing errors and names")
struct WordTests {
    private let search: Search

    init() throws { search = Search(try BuiltInCatalog.snapshot()) }

    // MARK: Typing errors

    private struct TypingError: Decodable {
        var typed, meant: String
        /// Whether the word means nothing here, so that its error may not mean anything either.
        var isOrdinary: Bool
    }

    @Test(
        "typing errors are read as the word that was meant, alone and in a sentence",
        arguments: ["%", "Ik zoek iets: %, weet iemand iets?"])
    func typingErrors(frame: String) throws {
        var (understood, wrong, count) = (0, [String](), 0)
        for error in try Fixture.lines("typos", as: TypingError.self) {
            let typed = try said(in: frame.replacingOccurrences(of: "%", with: error.typed))
            let meant = try said(in: frame.replacingOccurrences(of: "%", with: error.meant))
            if !error.isOrdinary { count += 1 }
            if !error.isOrdinary, typed == meant { understood += 1 }
            if !typed.isSubset(of: meant) { wrong.append(error.typed) }
        }
        #expect(Double(understood) >= 0.90 * Double(count), "\(understood) of \(count)")
        #expect(Double(wrong.count) <= 0.03 * Double(count), "\(wrong)")
    }

    /// What is read from a text that tools can be chosen by.
    private func said(in text: String) throws -> Set<String> {
        let question = try search.read(text)
        let readings = question.readings.filter { $0.facet != "middel" }.map { $0.facet == "bewijs" ? $0.facet : "\($0.facet) \($0.value)" }
        return try Set(readings + question.names.map { try search.snapshot.tool($0).id } + question.notices.map { "notice \($0)" })
    }

    @Test(
        "what was read instead is shown",
        arguments: [
            ("verslavign", "verslaving"), ("babby", "baby"),
            ("mantelsorger", "mantelzorger"),
            ("boekenprwt", "boekenpret"),
        ])
    func shown(typed: String, meant: String) throws {
        let reading = try #require(search.read(typed).readings.first { $0.match == .corrected })
        #expect(reading.corrected == meant || meant.hasPrefix(reading.corrected ?? "-"))
    }

    @Test("abbreviations with stops", arguments: [("K.O.P.P. signalering", "kopp signalering"), ("kind van K.V.B.O.", "kind van kvbo")])
    func initials(typed: String, meant: String) throws {
        #expect(try said(in: typed) == said(in: meant))
    }

    // MARK: Ordinary words

    private struct Claim: Decodable {
        var word, facet, value, ok: String
    }

    @Test("a frequent word is not read as what it does not say")
    func claims() throws {
        let claims = try Fixture.lines("claims", as: Claim.self).filter { $0.ok == "no" }
        let wrong = try claims.filter { claim in
            try search.read(claim.word).readings.contains { $0.facet == claim.facet && $0.value == claim.value }
        }
        #expect(Double(wrong.count) <= 0.08 * Double(claims.count), "\(wrong.map { $0.word })")
    }

    @Test(
        "a Dutch word is neither corrected, nor a name, nor cut where it has no parts",
        arguments: [
            "geleden", "migraine", "verslag", "gedwongen", "kapper", "koppel", "roepen", "zanger", "traditie", "vergeten", "herten",
            "plaats",
            "zeiden", "schilderen", "structureel", "aangepakt", "overgeslagen", "onderscheid", "videogames", "groepsapp", "verstand",
            "geweldig",
            "conditie", "stevig", "centraal", "zwager", "schudden",
        ])
    func ordinary(word: String) throws {
        let question = try search.read(word)
        #expect(question.readings.isEmpty, "\(question.readings)")
        #expect(question.names.isEmpty)
    }

    private struct Clause: Decodable {
        var text, place: String
        var bare: Bool
        private enum CodingKeys: String, CodingKey { case text, bare, place = "where" }

        func added(to question: String) -> String {
            if bare { return place == "before" ? "\(text) \(question)" : "\(question) \(text)" }
            return place == "before" ? "\(text) \(question)" : "\(question). \(text)"
        }
    }

    @Test(
        "a harmless clause leaves the reading as it is",
        arguments: ["KOPP signalering", "interventie voor jonge mantelzorgers van 12", "armoede kind van 8"])
    func harmless(question: String) throws {
        let clauses = try Fixture.lines("neutral", as: Clause.self)
        let before = try said(in: question)
        let changed = try clauses.filter { try said(in: $0.added(to: question)) != before }
        #expect(Double(changed.count) <= 0.10 * Double(clauses.count), "\(changed.map { $0.text })")
    }

    @Test("a compound of words of the vocabulary means what they mean", arguments: [("migratiegezin", "doelgroep Migratie")])
    func compounds(word: String, meaning: String) throws {
        #expect(try said(in: word) == [meaning])
    }

    // MARK: Names

    private struct NameVariant: Decodable {
        var typed: String
        var tools: [String]
    }

    @Test("a name comes first in whatever way it is typed")
    func names() throws {
        let variants = try Fixture.lines("names", as: NameVariant.self)
        let lost = try variants.filter { variant in
            let first = try search.answer(search.read(variant.typed), limit: 1).results.first?.tool.id
            return first.map { !variant.tools.contains($0) } ?? true
        }
        #expect(variants.count >= 300)
        #expect(Double(lost.count) <= 0.02 * Double(variants.count), "\(lost.map { $0.typed })")
    }

    @Test(
        "a name that is a Dutch word is that name only when written as one, or alone",
        arguments: [
            ("houvast", true), ("HouVast", true), ("gezin zoekt houvast bij armoede", false), ("ervaring met HouVast bij armoede", true),
            ("de interventie houvast bij armoede", true), ("een opstapje naar werk voor moeder", false),
        ])
    func wordsThatAreNames(question: String, isName: Bool) throws {
        #expect(try !search.read(question).names.isEmpty == isName)
    }
}

/// The lists beside the tests.
private enum Fixture {
    static func lines<Line: Decodable>(_ name: String, as type: Line.Type) throws -> [Line] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Words/\(name).jsonl")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
    }
}
