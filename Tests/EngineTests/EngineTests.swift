import BuiltInCatalog
import Foundation
import Search
import Storage
import Testing

@testable import Engine

/// The engine of the page, as the page calls it: bytes in, bytes out.
@Suite(.serialized) struct EngineTests {
    /// The bytes of the built-in catalogue, which stay where they are as long as the engine lives.
    nonisolated(unsafe) private static let catalog = Swift.Result { () throws(SnapshotError) in
        let bytes = try BuiltInCatalog.snapshot().bytes
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(bytes.count), alignment: 16)
        for place in 0..<bytes.count { memory[Int(place)] = try bytes.byte(at: place) }
        return UnsafeRawBufferPointer(memory)
    }

    private func ask(_ command: String, _ parts: (String, String)...) -> (status: UInt32, text: String) { ask(command, parts) }

    private func ask(_ command: String, _ parts: [(String, String)]) -> (status: UInt32, text: String) {
        let request = ([command] + parts.map { "\($0.0)=\($0.1)" }).joined(separator: "\0")
        let status = Array(request.utf8).withUnsafeBytes { Engine.ask($0) }
        return (status, Engine.withOutput { String(decoding: $0, as: UTF8.self) })
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    init() throws { try #require(Engine.load(EngineTests.catalog.get())) }

    /// Every call that the page makes, with what it gives.
    @Test(arguments: [
        ("zoek", [("woorden", "KOPP 4-12 signalering"), ("aantal", "5")], "results"), ("lijst", [("doelgroep", "kvbo")], "results"),
        ("facetten", [("woorden", "hechting")], "facets"), ("toon", [("middel", "sdq")], "blocks"),
        ("vergelijk", [("middel", "sdq"), ("middel", "cbcl")], ""), ("bewijs", [], ""),
        ("beslis", [("antwoorden", "ouder,verder,onveilig")], ""),
        ("opvoedvraag", [], "blocks"),
        ("signalen", [], "blocks"), ("gesprek", [], "blocks"), ("factoren", [], "blocks"), ("praktijk", [], "blocks"),
        ("samenwerken", [], "blocks"), ("lijsten", [], "groups"), ("bronnen", [], "blocks"), ("telling", [], "blocks"),
        ("uitleg", [], "blocks"), ("domeinen", [], "blocks"), ("begrip", [("woorden", "kvbo")], "blocks"),
    ])
    func aCallIsAnswered(command: String, parts: [(String, String)], key: String) throws {
        let (status, text) = ask(command, parts)
        #expect(status == 0, "\(command): \(text.prefix(200))")
        let answer = try json(text)
        #expect(key.isEmpty ? !answer.isEmpty : answer[key] != nil, "\(command)")
    }

    @Test func theBestStandsFirstAndOnlySoManyAsWereAskedFor() throws {
        let answer = try json(ask("zoek", ("woorden", "KOPP 4-12 signalering"), ("aantal", "3")).text)
        let results = try #require(answer["results"] as? [[String: Any]])
        #expect(results.count == 3 && results.first?["id"] as? String == "kopp-werkkaart")
    }

    @Test func dangerIsToldInTheAnswer() throws {
        let answer = try json(ask("zoek", ("woorden", "mijn man slaat de kinderen")).text)
        #expect((answer["warnings"] as? [String])?.isEmpty == false && (answer["results"] as? [Any])?.isEmpty == true)
    }

    @Test(arguments: [
        ("dansen", [(String, String)](), UInt32(2)), ("", [], 2), ("toon", [("middel", "bestaat-niet")], 2), ("toon", [], 2),
        ("zoek", [("woorden", "hechting"), ("doelgroep", "marsmannen")], 2), ("lijst", [("niveau", "geweldig")], 2),
        ("zoek", [("woorden", "xyzzy")], 1), ("begrip", [("woorden", "xyzzy")], 1),
    ])
    func whatIsWrongIsSaidInALineAndHarmsNothing(command: String, parts: [(String, String)], status: UInt32) throws {
        let (ended, text) = ask(command, parts)
        #expect(ended == status)
        #expect(!text.isEmpty && !text.contains("\n\n"))
        #expect(ask("toon", ("middel", "sdq")).status == 0)
    }

    /// Bytes that are no request: none ends the engine.
    @Test(
        arguments: [[], [0], [0, 0, 0], [0x7A, 0xFF, 0xFE], Array("zoek\0woorden".utf8), Array("zoek\0=\0=".utf8), [0xC3]] as [[UInt8]])
    func anyBytesAreAnswered(bytes: [UInt8]) {
        let status = bytes.withUnsafeBytes { Engine.ask($0) }
        #expect(status <= 3)
    }

    @Test func aDamagedCatalogueIsRefusedAndTheOldOneStays() throws {
        var bytes = Array(try EngineTests.catalog.get())
        bytes[bytes.count / 2] ^= 1
        #expect(!bytes.withUnsafeBytes { Engine.load($0) })
        #expect(!Array(bytes.prefix(100)).withUnsafeBytes { Engine.load($0) })
        #expect(Engine.withOutput { !$0.isEmpty })
        #expect(ask("toon", ("middel", "sdq")).status == 0)
    }

    /// The answers of the page are those of the library.
    @Test(arguments: ["angst kind 9", "moeder met schulden", "leerling 14 mantelzorger signalering"])
    func theAnswerIsTheLibrarys(question: String) throws {
        let results = try #require(try json(ask("zoek", ("woorden", question), ("aantal", "10")).text)["results"] as? [[String: Any]])
        let search = Search(try BuiltInCatalog.snapshot())
        let answer = try search.answer(search.read(question), limit: 10)
        #expect(results.compactMap { $0["id"] as? String } == answer.results.map { $0.tool.id })
    }

    // MARK: What the page chooses

    @Test func whatNothingFitsIsSaid() throws {
        let question = "observatie in plaats van een vragenlijst voor de ouder-kindrelatie bij kinderen tussen 2 en 6"
        let (status, text) = ask("zoek", ("woorden", question))
        #expect(status == 1)
        #expect(try json(text)["dropped"] as? String == "wat u niet wilde")
    }

    private static let toTheChoiceOfInstruments = "ouder,verder,verder,nee,nee,twijfel,verder,nee,nee,ja"

    @Test func theAgeChoosesTheInstrumentsOfAWalk() {
        let words = ("woorden", "gedrag")
        let answers = ("antwoorden", EngineTests.toTheChoiceOfInstruments)
        let (young, old) = (ask("beslis", words, answers, ("leeftijd", "3")).text, ask("beslis", words, answers, ("leeftijd", "15")).text)
        #expect(young != old && young.contains("niet voor deze leeftijd: vanaf 13 jaar"))
    }

    @Test func dangerTurnsAWalk() {
        let calm = ask("beslis", ("woorden", "driftbuien 3 jaar"), ("antwoorden", "ouder,verder,verder,nee")).text
        let danger = ask("beslis", ("woorden", "zijn vader slaat hem"), ("antwoorden", "ouder,verder,verder,nee")).text
        #expect(danger.contains("0800-2000") && !calm.contains("0800-2000"))
    }

    @Test(arguments: [("gesprek", "met", "ouder"), ("gesprek", "met", "jeugdige"), ("samenwerken", "voor", "gemeenten")])
    func aChoiceIsHeard(command: String, option: String, value: String) throws {
        let all = ask(command).text
        let (status, chosen) = ask(command, (option, value))
        #expect(status == 0 && chosen != all)
    }

    @Test func aLevelIsExplained() throws {
        let level = try #require(try json(ask("toon", ("middel", "sdq")).text)["level"] as? [String: Any])
        let (name, meaning) = (level["name"] as? String ?? "", level["meaning"] as? String ?? "")
        #expect(!name.isEmpty && meaning.utf8.count > 40 && meaning != name)
    }

    /// Counts beside the values of a facet are those without its own choice, and what is chosen is marked.
    @Test func facetsCountWithoutTheirOwnChoice() throws {
        func values(_ parts: (String, String)...) throws -> [[String: Any]] {
            let facets = try #require(try json(ask("facetten", parts).text)["facets"] as? [[String: Any]])
            return try #require(facets.first { $0["id"] as? String == "doelgroep" }?["values"] as? [[String: Any]])
        }
        func counts(_ values: [[String: Any]]) -> [Int] { values.map { $0["count"] as? Int ?? -1 } }
        let (all, chosen) = (try values(("woorden", "hechting")), try values(("woorden", "hechting"), ("doelgroep", "kopp-kov")))
        #expect(counts(all) == counts(chosen) && counts(all).filter { $0 > 0 }.count > 1)
        #expect(chosen.filter { $0["chosen"] as? Bool == true }.count == 1)
    }

    @Test func whatIsMadeForASettingStandsBeforeWhatMayBeUsedThere() throws {
        let results = try #require(try json(ask("lijst", ("setting", "onderwijs"), ("aantal", "200")).text)["results"] as? [[String: Any]])
        let search = Search(try BuiltInCatalog.snapshot())
        let isBroad = try results.map { result in
            let index = try #require(try search.snapshot.index(ofTool: result["id"] as? String ?? ""))
            return try !search.snapshot.tool(index).settings.contains("onderwijs")
        }
        let first = try #require(isBroad.firstIndex(of: true))
        #expect(first > 5 && isBroad[first...].allSatisfy { $0 })
    }
}
