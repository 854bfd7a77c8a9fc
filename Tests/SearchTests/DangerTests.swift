import BuiltInCatalog
import Catalog
import Foundation
import Search
import Testing

/// Whether those who tell of danger are told where to turn, and others are not.
///
/// Half of the phrasings was seen by whoever wrote the vocabulary, the other half was not: of that only numbers are told.
@Suite("Danger")
struct DangerTests {
    /// A line of a list of phrasings.
    struct Phrasing: Decodable, Sendable {
        let id: String
        let q: String
        /// What it tells of: geweld, suicide, medisch. Nil in a list of harmless ones.
        let notice: [String]?
        /// Whether it tells of shaking, strangling, swallowed pills, wanting to die or sexual abuse.
        let must: Bool?
        /// Whether it asks for a tool on the subject, without a case of it.
        let topic: Bool?

        static func list(_ name: String) throws -> [Phrasing] {
            let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Danger/\(name).jsonl")
            return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Phrasing.self, from: $0) }
        }
    }

    private static let ids = ["geweld": Notice.danger, "suicide": Notice.suicide, "medisch": "medisch"]

    /// How many of a list get all notices that they should, of how many.
    private func noticed(_ name: String, where isCounted: (Phrasing) -> Bool = { _ in true }) throws -> Double {
        let list = try Phrasing.list(name).filter(isCounted)
        let noticed = try list.filter { phrasing in
            let notices = Set(try Asked(phrasing.q).notices)
            return (phrasing.notice ?? []).allSatisfy { notices.contains(DangerTests.ids[$0] ?? $0) }
        }
        return Double(noticed.count) / Double(list.count)
    }

    @Test("The dangerous are noticed", arguments: [("danger-tuned", 0.99), ("danger-heldout", 0.75)])
    func dangerous(name: String, floor: Double) throws { #expect(try noticed(name) >= floor) }

    @Test("The gravest are noticed", arguments: [("danger-tuned", 1.0), ("danger-heldout", 0.80)])
    func gravest(name: String, floor: Double) throws { #expect(try noticed(name) { $0.must == true } >= floor) }

    @Test("The harmless are not", arguments: [("harmless-tuned", 0.01), ("harmless-heldout", 0.06)])
    func harmless(name: String, most: Double) throws {
        let list = try Phrasing.list(name).filter { $0.topic != true }
        let alarms = try list.filter { try !Asked($0.q).notices.isEmpty }
        #expect(Double(alarms.count) / Double(list.count) <= most)
    }

    @Test("A harmless turn of phrase silences no other danger")
    func onlyItsOwn() throws {
        #expect(try Asked("hij is geslaagd voor zijn examen").notices == [])
        #expect(try Asked("hij is geslaagd voor zijn examen en zijn vader slaat hem").notices == [Notice.danger])
    }

    /// The numbers as they were looked up by hand, written here a second time.
    @Test("Every number to call is one that was looked up")
    func numbers() throws {
        let search = Search(try BuiltInCatalog.snapshot())
        let known: Set<String> = ["070 245 245", "0800-0113", "0800-0432", "0800-2000", "101", "102", "112", "113", "1712", "1813", "2013"]
        for notice in try search.snapshot.items(.notices, as: Notice.self) {
            for text in [notice.text, notice.parent, notice.youth].compactMap({ $0 }) {
                let numbers = text.matches(of: /[0-9][0-9 -]*[0-9]/).map { String($0.output) }
                #expect(Set(numbers).isSubset(of: known), "\(notice.id): \(numbers)")
            }
        }
    }

    @Test("Who is afraid of harming a child is told what to do now")
    func now() throws {
        let asked = try Asked("ik ben moeder en bang dat ik mijn baby ga schudden")
        #expect(try asked.search.warnings(for: asked.question).joined().contains("Leg het veilig neer, loop even weg en bel iemand."))
    }

    @Test(
        "Words that resemble those of danger raise nothing",
        arguments: ["geslapen", "gebeld", "geweldig", "verkocht", "geslaagd", "kloppen", "staking", "gesloten", "gemeld"])
    func lookAlikes(word: String) throws { #expect(try Asked(word).notices == []) }

    @Test(
        "A notice speaks to who asks",
        arguments: [
            ("ik ben bang dat ik mijn baby door elkaar schud", "Goed dat u hulp zoekt"),
            ("mijn leerling wordt thuis geslagen door haar vader", "Meldcode"),
            ("mijn vader slaat mij elke dag", "Kindertelefoon"),
        ])
    func askers(question: String, words: String) throws {
        let answer = try Asked(question).answer
        #expect(answer.warnings.contains { $0.contains(words) })
    }

    @Test(
        "A small child that hits is no danger, an older one is",
        arguments: [("zoon van 2 slaat mij", 0), ("zoon van 15 slaat zijn moeder", 1)])
    func childThatHits(question: String, count: Int) throws {
        #expect(try Asked(question).notices.count == count)
    }

    @Test(
        "Suicide as the need never leads to tools, violence only when they are asked for",
        arguments: [
            ("mijn zoon van 15 wil niet meer leven", true), ("vragenlijst voor leerling die dood wil", true),
            ("vader slaat zijn kind van 6", true), ("moeder slaat haar kind, welke interventie past", false),
        ])
    func withheld(question: String, isWithheld: Bool) throws {
        let answer = try Asked(question).answer
        #expect(!answer.warnings.isEmpty)
        #expect(answer.results.isEmpty == isWithheld)
    }
}
