import Foundation
import Parenting
import Testing

/// The guideline's tables against a second reading, made by someone who had not seen the first.
@Suite("Tables of the guideline")
struct GuidelineTableTests {
    private let phases: PhasesFile
    private let questions: QuestionsFile
    private let second: SecondReading

    init() throws {
        phases = try CatalogFiles.decode("development-phases.json")
        questions = try CatalogFiles.decode("parenting-questions.json")
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "SecondReading/tables.json")
        second = try JSONDecoder().decode(SecondReading.self, from: Data(contentsOf: file))
    }

    /// What is written otherwise on purpose: misprints, and a cell that is too long to copy.
    private static let settled = [
        "representionale": "representationele", "auroriteiten": "autoriteiten",
        "ontwikkelingvanwaardesysteem": "waardesysteemontwikkelen",
    ]

    /// Letters, digits and footnote marks: the PDF broke words and spaced them otherwise.
    private func plain(_ text: String) -> String {
        var letters = text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "^" }
        for (printed, read) in GuidelineTableTests.settled { letters = letters.replacing(printed, with: read) }
        return letters
    }

    private func plain(_ texts: [String]) -> [String] { texts.map { plain($0) } }

    @Test("table 1: every cell of every phase", arguments: 0..<4)
    func phase(number: Int) throws {
        let phase = phases.phases[number]
        let table = second.table1
        #expect(phase.ages.stated == table.phases[number])
        #expect(plain(phase.milieus) == plain(table.milieus[number]))
        #expect(plain(phase.developmentalTasks) == plain(table.developmentalTasks[number]))
        #expect(plain(phase.parentingTasks) == plain(table.parentingTasks[number]))
        #expect(plain(phase.normalProblems.map { $0.name }) == plain(table.normalProblems[number]))
        #expect(plain(phase.seriousProblems.map { $0.name }) == plain(table.seriousProblems[number]))
    }

    @Test("table 2: every cell of every row", arguments: 0..<5)
    func row(number: Int) throws {
        let row = second.table2.rows[number]
        let question = questions.questions.filter { $0.under == nil }[number]
        #expect(plain(question.name) == plain(row.question))
        #expect(question.offers.count == 8)
        for (place, phase) in questions.phases.enumerated() {
            for (help, cells) in [("preventie", row.prevention), ("lichte-hulp", row.lightHelp)] {
                let offer = try #require(question.offers.first { $0.phase == phase.id && $0.help == help })
                #expect(plain(offer.printed) == plain(cells[place]), "\(phase.id), \(help)")
            }
        }
    }

    @Test("table 2: the rows whose columns ran into each other hold the same, and name no phase", arguments: 0..<3)
    func part(number: Int) {
        let row = second.table2.subrows[number]
        let question = questions.questions.filter { $0.under != nil }[number]
        #expect(plain(question.name) == plain(row.question))
        #expect(question.offers.map { plain($0.printed) } == row.cells.map { plain($0) })
        #expect(question.offers.allSatisfy { $0.phase == nil })
        #expect(question.remark != nil)
    }

    @Test("every footnote has its verdict")
    func footnotes() {
        for footnote in questions.footnotes {
            let printed = second.table2.footnotes["\(footnote.number)"] ?? ""
            #expect(plain(footnote.verdict) == plain(printed), "\(footnote.number)")
        }
        #expect(questions.footnotes.map { $0.number } == Array(2...7))
        #expect(second.table2.footnotes["1"]?.contains("‘\(questions.withoutFootnote)’") == true)
    }

    @Test("every intervention of the table is a tool that has the guideline as a source")
    func tools() {
        for offered in questions.questions.flatMap({ $0.offers }).flatMap({ $0.interventions }) {
            let tool = CatalogFiles.byID[offered.tool]
            #expect(tool?.listings.contains { $0.source == questions.source } == true, "\(offered.tool)")
        }
    }

    @Test("every tool that only the guideline has stands on no rung of a scale")
    func levels() {
        let tools = CatalogFiles.tools.filter { tool in !tool.isListed && tool.listings.contains { $0.source == questions.source } }
        #expect(tools.count == 18)
        #expect(tools.allSatisfy { $0.evidence.level == "onbekend" })
    }
}

/// `development-phases.json`.
private struct PhasesFile: Decodable {
    struct Phase: Decodable {
        var ages: AgeEntry
        var milieus: [String]
        var developmentalTasks: [String]
        var parentingTasks: [String]
        var normalProblems: [Problem]
        var seriousProblems: [Problem]
    }
    struct Problem: Decodable { var name: String }
    var phases: [Phase]
}

/// `parenting-questions.json`.
private struct QuestionsFile: Decodable {
    struct Phase: Decodable { var id: String }
    struct Footnote: Decodable {
        var number: Int
        var verdict: String
    }
    struct Question: Decodable {
        var name: String
        var under: String?
        var offers: [Offer]
        var remark: String?
    }
    struct Offer: Decodable {
        var phase: String?
        var help: String?
        var interventions: [Offered]

        /// As printed, with footnote marks.
        var printed: [String] { interventions.map { $0.stated + ($0.footnote.map { "^\($0)" } ?? "") } }
    }
    struct Offered: Decodable {
        var tool: String
        var stated: String
        var footnote: Int?
    }
    var source: String
    var withoutFootnote: String
    var phases: [Phase]
    var footnotes: [Footnote]
    var questions: [Question]
}

/// The tables as the second reader wrote them down.
private struct SecondReading: Decodable {
    struct Phases: Decodable {
        var phases: [String]
        var milieus, developmentalTasks, parentingTasks, normalProblems, seriousProblems: [[String]]
    }
    struct Questions: Decodable {
        struct Row: Decodable {
            var question: String
            var prevention, lightHelp: [[String]]
        }
        struct Part: Decodable {
            var question: String
            var cells: [[String]]
        }
        var rows: [Row]
        var subrows: [Part]
        var footnotes: [String: String]
    }
    var table1: Phases
    var table2: Questions
}
