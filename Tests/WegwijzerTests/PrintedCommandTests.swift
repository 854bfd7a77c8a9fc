import Foundation
import Testing

/// Every command that is printed anywhere answers, and fits in what somebody is willing to read.
@Suite struct PrintedCommandTests {
    /// What a link opens is read on a few screens; a command without words shows everything of its subject.
    private static let mostLines = 60
    private static let mostLinesOfAll = 1000

    /// What stands for a word that the reader fills in, and what a test fills in. Other placeholders have no one meaning.
    private static let fillings = [
        "NAAM": "SDQ", "MIDDEL": "SDQ", "VRAAG": "KOPP", "OPDRACHT": "zoek", "[OPDRACHT]": "zoek", "[WOORDEN]": "huilen",
        "[DOMEIN]": "schulden",
        "[WOORD]": "KOPP", "ID": "kennissynthese-2025", "[ID]": "kennissynthese-2025", "SHELL": "bash", "[PAD]": "",
    ]

    /// The command lines in a text: between backticks, after a prompt, or on lines of their own.
    private static func commands(in text: String) -> [String] {
        let quoted = text.matches(of: /`(wegwijzer(?: [^`]*)?)`/).map { String($0.1) }
        let lines = text.matches(of: /(?m)^(?:\$ | {2,4})?(wegwijzer [^|>#\n`]+)/).map { String($0.1) }
        return (quoted + lines).map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// The words of a command line with its placeholders filled in; nil when it writes, asks or needs what is not there.
    private static func words(_ command: String) -> [String]? {
        let words = command.matches(of: /"([^"]*)"|(\S+)/).map { String($0.1 ?? $0.2 ?? "") }.dropFirst()
        let needsMore = [
            "--uit", "--catalogus", "--aanvulling-catalogus", "PAD", "VAN", "regio", "oud/Catalog", "Catalog", "MIDDEL…", "ID…", "nieuw",
        ]
        if words.isEmpty || words.contains(where: { needsMore.contains($0) || $0.contains("\\(") || $0.hasPrefix("…") }) { return nil }
        return words.map { fillings[$0] ?? $0 }.filter { !$0.isEmpty }
    }

    private static let catalogTexts: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: Project.catalog.path(percentEncoded: false))) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().map { name in
            let text = (try? String(contentsOf: Project.catalog.appending(path: name), encoding: .utf8)) ?? ""
            return text.replacing("\\\"", with: "\"")
        }
    }()

    /// Pages of the program that name commands.
    private static let pages = [
        ["--help"], ["signalen"], ["gesprek"], ["factoren"], ["praktijk"], ["domeinen", "schulden"], ["samenwerken"], ["begrip"], ["bron"],
        ["bewijs"],
        ["telling"], ["opvoedvraag", "driftbuien 3 jaar"], ["beslis", "--antwoorden", "ouder,verder,verder"], ["zoek", "wat kost het"],
        ["zoek", "signalen herkennen"], ["zoek", "eet niet"], ["toon", "SDQ"], ["bewijs", "uitleg"],
    ]

    private func expectAnswers(_ commands: Set<String>, sourceLocation: SourceLocation = #_sourceLocation) throws {
        for command in commands.sorted() {
            guard let words = PrintedCommandTests.words(command) else { continue }
            // A command that is only named is asked what it does.
            let run =
                try ["zoek", "toon", "vergelijk", "catalogus", "aanvulling"].contains(words.joined())
                ? Run(words + ["--help"]) : Run(words, input: "KOPP")
            // A walk that has not ended has found nothing yet.
            let isWalk = words[0] == "beslis" && run.ending == .nothingFound
            #expect(run.ending == .found || isWalk, "\(command): \(run.error)", sourceLocation: sourceLocation)
            let hasWords = words.dropFirst().contains { !$0.hasPrefix("--") } || words.contains("--doelgroep")
            let isLink = hasWords && ["signalen", "gesprek", "factoren", "praktijk", "domeinen", "samenwerken"].contains(words[0])
            let most = isLink ? PrintedCommandTests.mostLines : PrintedCommandTests.mostLinesOfAll
            #expect(run.lines.count <= most, "\(command): \(run.lines.count) lines", sourceLocation: sourceLocation)
        }
    }

    @Test func thoseOfTheHelpTexts() throws {
        let names = try Run("--help").lines.filter { $0.hasPrefix("  ") }.compactMap { $0.split(separator: " ").first }
        var commands: Set<String> = []
        for name in names { commands.formUnion(PrintedCommandTests.commands(in: try Run(String(name), "--help").output)) }
        #expect(commands.count > 30)
        try expectAnswers(commands)
    }

    @Test func thoseOfTheCatalogueAndTheReadMe() throws {
        let pages = ["README.md", "Sources/Catalog/Catalog.docc/Keeping.md", "Sources/Reports/Reports.docc/JSON.md"].map { "../\($0)" }
        let texts = try pages.map { try String(contentsOf: Project.catalog.appending(path: $0), encoding: .utf8) }
        let commands = Set((PrintedCommandTests.catalogTexts + texts).flatMap { PrintedCommandTests.commands(in: $0) })
        #expect(commands.count > 30)
        try expectAnswers(commands)
    }

    @Test func thoseOfThePages() throws {
        let commands = try PrintedCommandTests.pages.flatMap { PrintedCommandTests.commands(in: try Run($0).output) }
        #expect(commands.count > 50)
        try expectAnswers(Set(commands))
    }

    // MARK: Links of answers

    private static let questions: [String] = ["tuned", "heldout"].flatMap { name -> [String] in
        let file = Project.catalog.appending(path: "../Tests/SearchTests/Questions/\(name).jsonl")
        return ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").compactMap { line in
            (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["q"] as? String
        }
    }

    @Test func linksFollowFromWhatWasUnderstood() throws {
        #expect(PrintedCommandTests.questions.count > 100)
        var commands: Set<String> = []
        for question in PrintedCommandTests.questions {
            let answer = try FoundAnswer(question, "-n", "1")
            let links = (answer.members["seeAlso"] as? [[String: Any]] ?? []).compactMap { $0["command"] as? String }
            #expect(links.count <= 3)
            #expect(Set(links.map { $0.split(separator: " ")[1] }).count == links.count, "\(question): \(links)")
            if let warnings = answer.members["warnings"] as? [String], !warnings.isEmpty { #expect(links == [], "\(question)") }
            for group in answer.texts("targetGroups").prefix(1) where !links.isEmpty {
                #expect(links.contains { $0.hasSuffix("--doelgroep \(group)") }, "\(question): \(links)")
            }
            commands.formUnion(links)
        }
        #expect(commands.count > 30)
        try expectAnswers(commands)
    }

    @Test func theFlagshipLeadsToTheSignalsOfItsGroup() throws {
        let answer = try FoundAnswer("KOPP 4-12 signalering")
        let links = (answer.members["seeAlso"] as? [[String: Any]] ?? []).compactMap { $0["command"] as? String }
        #expect(links.first == "wegwijzer signalen --doelgroep kopp-kov")
    }

    @Test func aCommandAndItsDestinationAreTheSame() throws {
        for question in ["KOPP 4-12 signalering", "gehechtheid", "gesprek openen", "schulden"] {
            for link in try FoundAnswer(question).members["seeAlso"] as? [[String: Any]] ?? [] {
                let opens = try #require(link["opens"] as? [String: String])
                let (option, value) = (opens["option"] ?? "", opens["value"] ?? "")
                let quoted = value.contains(" ") ? "\"\(value)\"" : value
                let words = ["wegwijzer", opens["view"] ?? "", option.isEmpty ? "" : "--\(option)", quoted].filter { !$0.isEmpty }
                #expect(link["command"] as? String == words.joined(separator: " "))
            }
        }
    }
}
