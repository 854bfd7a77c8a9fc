import Foundation
import Testing

/// `signalen`, `gesprek`, `factoren`, `praktijk`, `samenwerken`, `domeinen` and `begrip`: what the sources say beside their tables.
@Suite struct GuideCommandTests {
    private static let files = [
        "signalen": "signals", "gesprek": "conversation", "factoren": "protective-factors", "praktijk": "practice",
    ]

    /// The items of a guide's file.
    private func items(_ file: String) throws -> [[String: Any]] {
        let guide = try Project.object(Project.catalog.appending(path: "\(file).json"))
        return try #require(guide["sections"] as? [[String: Any]]).flatMap { $0["items"] as? [[String: Any]] ?? [] }
    }

    @Test(arguments: ["signalen", "gesprek", "factoren", "praktijk"])
    func everythingOfTheFileIsShownWithItsPage(command: String) throws {
        let run = try Run(command)
        #expect(run.ending == .found)
        let file = try #require(GuideCommandTests.files[command])
        for item in try items(file) {
            let text = try #require(item["text"] as? String)
            let page = try #require(item["page"] as? Int)
            #expect(run.lines.contains { $0.contains(text) && $0.contains("p. \(page)") }, "\(text)")
        }
    }

    @Test(arguments: ["signalen", "gesprek", "factoren", "praktijk", "samenwerken", "domeinen", "begrip"])
    func everyPageFitsNarrowScreens(command: String) throws {
        for width in [40, 80] { expectLines(of: try Run([command], environment: ["COLUMNS": "\(width)"]), fit: width) }
    }

    @Test func wordsAndOptionsNarrow() throws {
        let all = try Run("signalen", "--formaat", "json").json
        let some = try Run("signalen", "school", "--formaat", "json").json
        func count(_ json: [String: Any]) throws -> Int {
            try #require(json["sections"] as? [[String: Any]]).reduce(0) { $0 + (($1["items"] as? [Any])?.count ?? 0) }
        }
        #expect(try count(some) > 5 && count(some) < count(all))
        let group = try Run("signalen", "--doelgroep", "mantelzorg", "--formaat", "json").json
        for section in try #require(group["sections"] as? [[String: Any]]) {
            for item in try #require(section["items"] as? [[String: Any]]) {
                #expect((item["tags"] as? [String])?.contains("mantelzorg") == true)
            }
        }
        #expect(try Run("gesprek", "--met", "ouder").output != Run("gesprek", "--met", "jeugdige").output)
        #expect(try Run("signalen", "qqqqqq").ending == .nothingFound)
        #expect(try Run("signalen", "--setting", "nergens").ending == .usage)
    }

    @Test func factorsLeadToInterventionsByTheirOwnPurpose() throws {
        let found = try #require(try Run("factoren", "sociaal netwerk", "--formaat", "json").json["interventions"] as? [String])
        #expect(Set(found).isSuperset(of: ["jim", "jeugdsupport", "home-start"]))
    }

    @Test func dangerIsPointedOut() throws {
        #expect(try Run("signalen", "blauwe plekken", "mishandeling").output.contains("0800-2000"))
    }

    /// The ids of what a guide shows.
    private func ids(_ words: String...) throws -> Set<String> {
        let sections = try #require(try Run(words + ["--formaat", "json"]).json["sections"] as? [[String: Any]])
        return Set(sections.flatMap { $0["items"] as? [[String: Any]] ?? [] }.compactMap { $0["id"] as? String })
    }

    /// The guides understand the words that a question understands.
    @Test(arguments: [
        ("signalen", "huilen", "huilt"), ("signalen", "spijbelen", "verzuim"), ("signalen", "slaapt", "slapen"),
        ("signalen", "KOV", "KOPP"),
        ("factoren", "geldzorgen", "armoede"),
    ])
    func wordsThatMeanTheSameFindTheSame(guide: String, word: String, other: String) throws {
        let (all, found, same) = (try ids(guide), try ids(guide, word), try ids(guide, other))
        #expect(!found.isEmpty && found.count < all.count / 2)
        #expect(found == same)
    }

    /// Words that carry no meaning in a question choose too, and never everything.
    @Test(arguments: [("praktijk", "tijd"), ("gesprek", "beginnen"), ("signalen", "de"), ("praktijk", "samenhang"), ("signalen", "xyzzy")])
    func wordsNeverShowEverything(guide: String, word: String) throws {
        let (all, found) = (try ids(guide), try ids(guide, word))
        #expect(found.count < all.count / 4)
        let run = try Run(guide, word)
        #expect(run.ending == (found.isEmpty ? .nothingFound : .found))
        if word != "de", word != "xyzzy" { #expect(!found.isEmpty) }
    }

    @Test func anAgeInTheWordsIsOne() throws {
        #expect(try Run("signalen", "9 jaar").output.contains("Keuze: woorden 9 jaar · leeftijd 9 jaar"))
    }

    @Test func aDomainShowsMoreContentThanNotes() throws {
        let run = try Run("domeinen", "schulden")
        #expect(run.lines.count < 22)
        #expect(run.output.contains("Schulden+") && !run.output.contains("Let op"))
        #expect(try Run("domeinen").output.contains("Let op"))
    }

    // MARK: Cooperation

    @Test func fromAudienceToElementsToProjectsAndBack() throws {
        let json = try Run("samenwerken", "--formaat", "json").json
        let projects = try #require(json["projects"] as? [[String: Any]])
        #expect(projects.map { $0["number"] as? Int } == Array(1...14))
        let elements = try #require(json["elements"] as? [[String: Any]])
        for element in elements {
            let id = try #require(element["id"] as? String)
            let shown = try Run("samenwerken", "--element", id).output
            for number in try #require(element["projects"] as? [Int]) { #expect(shown.contains("--project \(number)`"), "\(id)") }
        }
        for project in projects {
            let number = try #require(project["number"] as? Int)
            let shown = try Run("samenwerken", "--project", "\(number)").output
            for tip in try #require(project["tips"] as? [String]) { #expect(shown.contains(tip), "\(number)") }
        }
    }

    @Test func unknownElementsAndProjectsAreSuggested() throws {
        let mistyped = try Run("samenwerken", "--element", "leiderschp")
        #expect(mistyped.ending == .usage)
        #expect(mistyped.error.contains("bedoelt u leiderschap?"))
        #expect(try Run("samenwerken", "--project", "15").error.contains("kies uit: 1, 2, 3"))
        #expect(try Run("samenwerken", "--project", "1", "--element", "leiderschap").ending == .usage)
    }

    // MARK: Domains, words

    @Test func debtsLeadToTheirTools() throws {
        let run = try Run("domeinen", "schulden")
        #expect(run.ending == .found)
        for tool in ["mesis", "praatplaat-financien"] { #expect(run.output.contains("wegwijzer toon \(tool)")) }
        #expect(run.output.contains("Schulden+"))
        #expect(try Run("domeinen", "ruimtevaart").ending == .nothingFound)
    }

    @Test(arguments: ["COTAN", "cotan", "LVB", "KOPP"])
    func aWordIsExplained(word: String) throws {
        let run = try Run("begrip", word)
        #expect(run.ending == .found)
        #expect(run.output.uppercased().contains(word.uppercased()))
    }

    @Test func anUnknownWordIsSuggested() throws {
        let run = try Run("begrip", "cotann")
        #expect(run.ending == .nothingFound)
        #expect(run.error.contains("bedoelt u"))
    }

    @Test func aPageExplainsItsWords() throws {
        let run = try Run("toon", "SDQ", "--begrippen")
        #expect(run.output.contains("\nBegrippen\n"))
        #expect(run.output.contains("COTAN"))
        #expect(!(try Run("toon", "SDQ").output.contains("\nBegrippen\n")))
    }

    // MARK: From a question

    @Test func aSearchLeadsOn() throws {
        let json = try Run("zoek", "gesprek openen met een jongere", "--formaat", "json").json
        let pointers = try #require(json["seeAlso"] as? [[String: Any]])
        #expect(pointers.contains { ($0["command"] as? String)?.hasPrefix("wegwijzer gesprek") == true })
        for pointer in pointers {
            let words = try #require(pointer["command"] as? String).matches(of: /"([^"]*)"|(\S+)/).map { String($0.1 ?? $0.2 ?? "") }
            #expect(try Run(Array(words.dropFirst())).ending == .found, "\(words)")
        }
    }

    @Test func interventionsSayWhichPartOfLifeTheyServe() throws {
        let run = try Run("zoek", "--doelgroep", "armoede", "--soort", "interventie")
        #expect(run.output.contains("Deze interventies richten zich op"))
        let areas = try #require(try Run("zoek", "KOPP interventie", "--formaat", "json").json["areas"] as? [String: Int])
        #expect(Set(areas.keys) == ["child", "family", "surroundings"])
    }

    @Test func signalsArePointedTo() throws {
        #expect(try Run("zoek", "signalen herkennen bij KOPP").output.contains("`wegwijzer signalen`"))
    }
}
