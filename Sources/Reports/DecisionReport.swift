import Catalog
import Decision
import Search

/// A walk through the decision schema: where it stands, and the way that it took.
public struct DecisionReport: WrittenReport {
    /// A tool that belongs to the way taken.
    private struct ListedTool {
        let index: UInt32
        let tool: Tool
        let note: String?
        /// Whether the source names it for the child's age.
        let fits: Bool
    }

    private let walk: Walk
    private let question: Question
    private let tables: ParentingTables
    private let answer: ParentingAnswer
    private let search: Search
    private let source: Source
    private let warnings: [String]
    private let tools: [ListedTool]

    /// A report of a walk as far as it has come.
    /// - Parameters:
    ///   - walk: the walk.
    ///   - question: what is known of the child: age, and what the question is about.
    ///   - tables: what the guideline says of parenting by age.
    ///   - search: finds the tools of the way.
    /// - Throws: `SnapshotError` when the catalogue is damaged.
    public init(_ walk: Walk, about question: Question, _ tables: ParentingTables, _ search: Search) throws(SnapshotError) {
        self.walk = walk
        self.question = question
        self.tables = tables
        self.search = search
        answer = tables.answer(about: tables.subjects(question), ages: question.ages)
        let info = try search.snapshot.record(.info, as: CatalogInfo.self)
        source = info.source(walk.schema.source) ?? Source()
        var warnings = try search.warnings(for: question)
        let notices = try search.snapshot.items(.notices, as: Notice.self)
        for id in walk.node.notices {
            if let notice = notices.first(where: { $0.id == id }), !warnings.contains(notice.text) { warnings.append(notice.text) }
        }
        self.warnings = warnings
        tools = try DecisionReport.tools(walk, answer, question, tables, search)
    }

    /// The tools of the nodes that were come to, and those of the tables that they show, each once.
    private static func tools(
        _ walk: Walk, _ answer: ParentingAnswer, _ question: Question, _ tables: ParentingTables, _ search: Search
    ) throws(SnapshotError) -> [ListedTool] {
        var listed: [ListedTool] = []
        func add(_ id: String, note: String?, fits: Bool) throws(SnapshotError) {
            guard !listed.contains(where: { $0.tool.id == id }), let index = try search.snapshot.index(ofTool: id) else { return }
            listed.append(ListedTool(index: index, tool: try search.snapshot.tool(index), note: note, fits: fits))
        }
        for tool in walk.tools { try add(tool.tool, note: tool.note, fits: tool.serves(question.ages)) }
        let help = Set(walk.way.flatMap { $0.node.tables }.compactMap { $0.help })
        // Without an age every phase would be listed.
        guard !question.ages.isEmpty else { return listed }
        for offer in answer.questions.flatMap({ $0.offers }) where help.contains(offer.help) && offer.phase != nil {
            for offered in offer.interventions {
                try add(offered.tool, note: "tabel 2, \(offer.help.name): \(tables.verdict(on: offered)) (2013)", fits: true)
            }
        }
        return listed
    }

    /// The places in the catalogue of the tools, in the order in which they are numbered.
    public var toolIndices: [UInt32] { tools.map { $0.index } }

    // MARK: Where it stands

    /// What the schema is.
    public func introduction(width: Int?) -> String {
        var page = Document()
        page.title(walk.schema.title)
        page.paragraph(walk.schema.about)
        return page.text(width: width)
    }

    /// What was understood of the child and the question, and where to turn in danger.
    public func understood(width: Int?) -> String {
        var page = Document()
        page.paragraph(tables.reading(of: question))
        for warning in warnings { page.notice(warning) }
        return page.text(width: width)
    }

    /// The question or step where the walk stands, with its choices numbered.
    /// - Parameter width: how many columns the terminal has; nil when lines may be as long as they like.
    public func position(width: Int?) -> String {
        var page = position
        for (place, choice) in walk.schema.choices(at: walk.node).enumerated() { page.numbered(place + 1, choice.text) }
        return page.text(width: width)
    }

    /// Why the node stands here, and what it rests on.
    public func why(width: Int?) -> String { why.text(width: width) }

    /// What is behind the node: attitude, skills, training.
    public func backgrounds(width: Int?) -> String {
        var page = backgrounds
        if walk.node.backgrounds.isEmpty {
            page.paragraph("Bij deze stap hoort geen achtergrond. `wegwijzer beslis --achtergrond alle` noemt ze allemaal.")
        }
        return page.text(width: width)
    }

    private var position: Document {
        var page = Document()
        page.heading("\(walk.node.title) (\(walk.node.place)\(walk.node.isOurs ? "; deze stap is van ons" : ""))")
        page.paragraph(walk.node.text)
        for action in walk.node.actions { page.item(action) }
        for table in walk.node.tables { add(table, to: &page) }
        let own = tools.filter { listed in walk.node.tools.contains { $0.tool == listed.tool.id } }
        page.items("Instrumenten en programma’s", own.map { line($0) })
        return page
    }

    private var why: Document {
        var page = Document()
        page.heading("Waarom: \(walk.node.title)")
        page.paragraph(walk.node.why.isEmpty ? walk.node.text : walk.node.why)
        page.field("Rust op", "\(source.title) (\(source.dated)), \(walk.node.place)")
        if walk.node.isOurs { page.field("Let op", "deze stap is van ons; de samenvatting geeft hem niet") }
        return page
    }

    private var backgrounds: Document {
        var page = Document()
        for id in walk.node.backgrounds {
            if let background = walk.schema.background(id) { page.background(background) }
        }
        return page
    }

    private func add(_ table: Node.Table, to page: inout Document) {
        guard !question.ages.isEmpty else {
            page.item("Noem de leeftijd, dan staat hier wat de tabel erover zegt; `wegwijzer opvoedvraag` toont haar helemaal.")
            return
        }
        guard let help = table.help else {
            for phase in answer.phases { page.phase(phase, answer) }
            if answer.phases.isEmpty { page.item("Tabel 1 gaat niet over deze leeftijd.") }
            return
        }
        for question in answer.questions {
            for phase in answer.questionPhases {
                for offer in question.offers where offer.phase == phase.id && offer.help == help {
                    page.field(
                        "\(question.name), \(phase.ages.stated), \(help.name)",
                        offer.interventions.map { $0.stated }.joined(separator: "; "))
                }
            }
        }
        if answer.questionPhases.isEmpty { page.item("Tabel 2 gaat niet over deze leeftijd.") }
    }

    private func line(_ listed: ListedTool) -> String {
        let note = listed.note.map { ": \($0)" } ?? ""
        return ToolText.name(listed.tool) + note + (listed.fits ? "" : " (niet genoemd voor deze leeftijd)")
    }

    // MARK: The way taken

    /// The way taken, without anything that was typed.
    public var document: Document {
        var page = Document()
        page.title(walk.schema.title)
        page.paragraph(walk.schema.about)
        page.field(
            "Leeftijd van het kind",
            question.ages.isEmpty ? "niet opgegeven" : question.ages.map { AgeText.text($0) }.joined(separator: "; "))
        page.field("Onderwerp", answer.subjects.map { tables.name(ofSubject: $0) }.joined(separator: ", "))
        page.heading("De weg")
        for (place, step) in walk.way.enumerated() where step.choice != nil {
            page.numbered(
                place + 1, "\(step.node.text) → \(step.choice?.text ?? "") (\(step.node.place)\(step.node.isOurs ? "; van ons" : ""))")
        }
        if walk.steps.isEmpty { page.item("Nog geen keuze gemaakt.") }
        if walk.hasEnded {
            page.heading("Uitkomst: \(walk.node.title)")
            page.paragraph(walk.node.text)
            for action in walk.node.actions { page.item(action) }
            for table in walk.node.tables { add(table, to: &page) }
            page.field("Rust op", walk.node.place + (walk.node.isOurs ? "; deze uitkomst is van ons" : ""))
        } else {
            page.heading("Nog niet af: \(walk.node.title)")
            page.paragraph(walk.node.text)
            for choice in walk.schema.choices(at: walk.node) { page.field(choice.id, choice.text) }
        }
        for warning in warnings { page.notice(warning) }
        addTools(to: &page)
        page.heading("Opnieuw")
        page.item("Deze weg: `\(command)`")
        return page
    }

    private func addTools(to page: inout Document) {
        guard !tools.isEmpty else { return }
        page.heading("Middelen bij deze weg")
        for (place, tool) in tools.enumerated() { page.numbered(place + 1, line(tool)) }
        for note in tables.notes where tools.contains(where: { $0.tool.id == note.tool }) { page.item(note.text) }
        page.paragraph(
            "De oordelen zijn van \(source.dated). `wegwijzer toon NAAM` zegt meer; zoek de stand van nu op bij de COTAN of in de databanken van het NJi."
        )
    }

    /// The command line that takes the same way.
    public var command: String {
        var words = ["wegwijzer", "beslis"]
        words += answer.subjects.map { "\"\(tables.words(ofSubject: $0))\"" }
        for age in question.ages { words.append("--leeftijd \"\(AgeText.text(age))\"") }
        if !walk.steps.isEmpty { words.append("--antwoorden " + walk.steps.map { $0.choice }.joined(separator: ",")) }
        return words.joined(separator: " ")
    }

    // MARK: For programs

    /// The walk as JSON, format 1.
    public func json() -> String { JSONValue.object(members).json() + "\n" }

    /// The walk as JSON, with what a page shows of it.
    public var page: JSONValue {
        .object(
            members + [
                ("position", position.value), ("reasons", why.value), ("backgroundBlocks", backgrounds.value), ("summary", document.value),
            ])
    }

    private var members: [(String, JSONValue)] {
        let way = walk.way.filter { $0.choice != nil }.map { step in
            JSONValue.object([
                ("node", .text(step.node.id)), ("title", .text(step.node.title)), ("text", .text(step.node.text)),
                ("choice", .text(step.choice?.id ?? "")), ("answer", .text(step.choice?.text ?? "")), ("place", .text(step.node.place)),
                ("ours", .bool(step.node.isOurs)),
            ])
        }
        let listed = tools.map { tool in
            JSONValue.object([
                ("id", .text(tool.tool.id)), ("kind", .text(tool.tool.kind.id)), ("name", .text(tool.tool.name)),
                ("note", JSONValue(optional: tool.note)), ("fitsAge", .bool(tool.fits)),
            ])
        }
        return [
            ("format", .number(1)), ("title", .text(walk.schema.title)), ("about", .text(walk.schema.about)),
            ("ages", .list(question.ages.map { JSONValue($0) })), ("subjects", JSONValue(answer.subjects)), ("way", .list(way)),
            ("ended", .bool(walk.hasEnded)), ("node", JSONValue(walk.node, in: walk.schema)), ("tools", .list(listed)),
            ("notices", JSONValue(warnings)), ("command", .text(command)), ("source", .text(walk.schema.source)),
        ]
    }
}

extension Node.Table {
    /// The help that it shows; nil for the table of phases.
    var help: Offer.Help? {
        switch self {
        case .phase: nil
        case .prevention: .prevention
        case .lightHelp: .light
        }
    }
}

extension JSONValue {
    /// A node with its choices.
    init(_ node: Node, in schema: DecisionSchema) {
        let choices = schema.choices(at: node).map { choice in
            JSONValue.object([("id", .text(choice.id)), ("text", .text(choice.text)), ("next", .text(choice.next))])
        }
        self = .object([
            ("id", .text(node.id)), ("kind", .text(node.kind.id)), ("title", .text(node.title)), ("text", .text(node.text)),
            ("actions", JSONValue(node.actions)), ("why", .text(node.why)), ("place", .text(node.place)), ("ours", .bool(node.isOurs)),
            ("choices", .list(choices)), ("tables", JSONValue(node.tables.map { $0.id })), ("tools", JSONValue(node.tools.map { $0.tool })),
            ("backgrounds", JSONValue(node.backgrounds)), ("notices", JSONValue(node.notices)),
        ])
    }
}
