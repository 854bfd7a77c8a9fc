import Catalog
import Decision
import Documents
import Parenting
import Search
import Storage

/// A walk through the decision schema: where it stands, and the way that it took.
public struct DecisionReport: WrittenReport {
    /// A tool that belongs to the way taken.
    private struct ListedTool {
        let index: UInt32
        let tool: Tool
        let note: String?
        /// Why it is not for the child's age: its own ages, or those for which the source names it here; nil when neither says so.
        let misfit: String?
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
        warnings = try DecisionReport.warnings(walk, question, search)
        tools = try DecisionReport.tools(walk, answer, question, tables, search)
    }

    /// Where to turn: what the words of the question call for, and then what belongs to where the walk stands.
    private static func warnings(_ walk: Walk, _ question: Question, _ search: Search) throws(SnapshotError) -> [String] {
        var warnings = try search.warnings(for: question)
        let notices = try search.snapshot.items(.notices, as: Notice.self)
        // The words themselves are not known where only their danger was passed on.
        let unknown = walk.isInDanger && warnings.isEmpty ? walk.schema.nodes.filter { $0.isSafety } : []
        for id in (unknown + [walk.node]).flatMap({ $0.notices }) {
            if let notice = notices.first(where: { $0.id == id }), !warnings.contains(notice.text) { warnings.append(notice.text) }
        }
        return warnings
    }

    /// What is said wherever the words of the question speak of danger.
    private static let danger =
        "De woorden van uw vraag wijzen op gevaar. Daarom leidt dit schema nu niet naar geruststelling of een afspraak, maar naar advies of naar veiligheid."

    /// The tools of the nodes that were come to, and those of the tables that they show, each once; those for other ages come last.
    private static func tools(
        _ walk: Walk, _ answer: ParentingAnswer, _ question: Question, _ tables: ParentingTables, _ search: Search
    ) throws(SnapshotError) -> [ListedTool] {
        var listed: [ListedTool] = []
        func add(_ named: NodeTool) throws(SnapshotError) {
            guard !listed.contains(where: { $0.tool.id == named.tool }), let index = try search.snapshot.index(ofTool: named.tool)
            else { return }
            let tool = try search.snapshot.tool(index)
            listed.append(ListedTool(index: index, tool: tool, note: named.note, misfit: named.misfit(of: tool, question.ages)))
        }
        for tool in walk.tools { try add(tool) }
        let help = Set(walk.way.flatMap { $0.node.tables }.compactMap { $0.help })
        // Without an age every phase would be listed.
        if !question.ages.isEmpty {
            for offer in answer.questions.flatMap({ $0.offers }) where offer.isOne(of: help) {
                for offered in offer.interventions {
                    try add(NodeTool(offered.tool, note: "tabel 2, \(offer.label): \(tables.verdict(on: offered)) (2013)"))
                }
            }
        }
        return listed.filter { $0.misfit == nil } + listed.filter { $0.misfit != nil }
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

    /// Where to turn in danger, and what was understood of the child and the question.
    public func understood(width: Int?) -> String {
        var page = Document()
        for warning in warnings { page.notice(warning) }
        if walk.isInDanger { page.paragraph(DecisionReport.danger) }
        page.paragraph(tables.reading(of: question))
        return page.text(width: width)
    }

    /// The question or step where the walk stands, with its choices numbered.
    /// - Parameter width: how many columns the terminal has; nil when lines may be as long as they like.
    public func position(width: Int?) -> String {
        var page = position(namesTools: true)
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

    /// - Parameter namesTools: whether the tools that belong here are named: not where they are listed beside it.
    private func position(namesTools: Bool) -> Document {
        var page = Document()
        page.heading("\(walk.node.title) (\(walk.node.isOurs ? "deze stap is van ons" : walk.node.place))")
        if walk.isInDanger, walk.node.isSafety { page.paragraph(DecisionReport.danger) }
        addAdvice(to: &page, namesTools: namesTools)
        if namesTools {
            let own = tools.filter { listed in walk.node.tools.contains { $0.tool == listed.tool.id } }
            page.items("Instrumenten en programma’s", own.map { line($0) })
        }
        return page
    }

    /// What is asked or told where the walk stands, and what to do there.
    private func addAdvice(to page: inout Document, namesTools: Bool) {
        page.paragraph(walk.node.text)
        page.advice(of: walk.node)
        for table in walk.node.tables { add(table, to: &page, namesTools: namesTools) }
    }

    private var why: Document {
        var page = Document()
        page.heading("Waarom: \(walk.node.title)")
        page.paragraph(walk.node.why.isEmpty ? walk.node.text : walk.node.why)
        addGround(to: &page)
        return page
    }

    /// What the node rests on.
    private func addGround(to page: inout Document) {
        if walk.node.isOurs {
            page.field("Van ons", "dit deel staat niet in de samenvatting van de richtlijn")
        } else {
            page.field("Rust op", "\(source.title) (\(source.dated)), \(walk.node.place)")
        }
    }

    private var backgrounds: Document {
        var page = Document()
        for id in walk.node.backgrounds {
            if let background = walk.schema.background(id) { page.background(background) }
        }
        return page
    }

    private func add(_ table: Node.Table, to page: inout Document, namesTools: Bool) {
        guard !question.ages.isEmpty else {
            page.item("Noem de leeftijd, dan staat hier wat de tabel erover zegt; `wegwijzer opvoedvraag` toont haar helemaal.")
            return
        }
        guard let help = table.help else {
            for phase in answer.phases { page.phase(phase, answer) }
            if answer.phases.isEmpty { page.item("Tabel 1 gaat niet over deze leeftijd.") }
            return
        }
        if answer.questionPhases.isEmpty { return page.item("Tabel 2 gaat niet over deze leeftijd.") }
        if answer.isSeriousOnly { page.item("Tabel 2 noemt hiervoor geen preventie of lichte hulp.") }
        for question in answer.questions {
            for offer in question.offers where namesTools && offer.isOne(of: [help]) {
                let phase = offer.phase.flatMap { id in answer.questionPhases.first { $0.id == id } }
                page.field(
                    "\(question.name), \(phase.map { "\($0.ages.stated), " } ?? "")\(offer.label)",
                    offer.interventions.map { $0.stated }.joined(separator: "; "))
            }
        }
        addRemarks(to: &page)
    }

    /// What table 2 points to beside its interventions, and what is uncertain in it.
    private func addRemarks(to page: inout Document) {
        for question in answer.questions {
            if let remark = question.remark { page.item("\(question.name): \(remark)") }
        }
    }

    private func line(_ listed: ListedTool) -> String {
        let note = listed.note.map { ": \($0)" } ?? ""
        return ToolText.name(listed.tool) + note + (listed.misfit.map { " (\($0))" } ?? "")
    }

    // MARK: The way taken

    /// The way taken, without anything that was typed.
    public var document: Document {
        var page = summary(isOnPaper: false)
        page.heading("Opnieuw")
        page.item("Deze weg: `\(command)`")
        return page
    }

    /// - Parameter isOnPaper: whether nobody can answer there, so that the words of answers are left out.
    private func summary(isOnPaper: Bool) -> Document {
        var page = Document()
        page.title(walk.schema.title)
        for warning in warnings { page.notice(warning) }
        if walk.isInDanger { page.paragraph(DecisionReport.danger) }
        // Help for a child in danger does not wait for an explanation.
        let comesFirst = walk.hasEnded && walk.node.isSafety
        if comesFirst {
            addEnd(to: &page, isOnPaper)
            page.heading("Over dit schema")
        }
        page.paragraph(walk.schema.about)
        page.field(
            "Leeftijd van het kind",
            question.ages.isEmpty ? "niet opgegeven" : question.ages.map { AgeText.text($0) }.joined(separator: "; "))
        page.field("Onderwerp", answer.subjects.map { tables.name(ofSubject: $0) }.joined(separator: ", "))
        page.heading("De weg")
        for (place, step) in walk.way.enumerated() where step.choice != nil {
            page.numbered(place + 1, "\(step.node.text) → \(step.choice?.text ?? "")\(step.node.isOurs ? " (van ons)" : "")")
        }
        if walk.steps.isEmpty { page.item("Nog geen keuze gemaakt.") }
        if !comesFirst { addEnd(to: &page, isOnPaper) }
        addTools(to: &page)
        return page
    }

    /// Where the walk has come: its outcome, or what is to be answered next.
    private func addEnd(to page: inout Document, _ isOnPaper: Bool) {
        if walk.hasEnded {
            page.heading("Uitkomst: \(walk.node.title)")
            addAdvice(to: &page, namesTools: false)
            addGround(to: &page)
        } else {
            page.heading("Nog niet af: \(walk.node.title)")
            page.paragraph(walk.node.text)
            page.advice(of: walk.node)
            for choice in walk.schema.choices(at: walk.node) {
                if isOnPaper { page.item(choice.text) } else { page.field(choice.id, choice.text) }
            }
        }
    }

    private func addTools(to page: inout Document) {
        guard !tools.isEmpty else { return }
        page.heading("Middelen bij deze weg")
        for (place, tool) in tools.enumerated() { page.numbered(place + 1, line(tool)) }
        let showsHelp = { (node: Node) in node.tables.contains { $0.help != nil } }
        if !question.ages.isEmpty, !showsHelp(walk.node), walk.way.contains(where: { showsHelp($0.node) }) { addRemarks(to: &page) }
        for note in tables.notes where tools.contains(where: { $0.tool.id == note.tool }) { page.item(note.text) }
        page.paragraph(
            "De oordelen zijn van \(source.dated). `wegwijzer toon NAAM` zegt meer; zoek de stand van nu op bij de COTAN of in de databanken van het NJi."
        )
    }

    /// The command line that takes the same way.
    public var command: String {
        var words = ["wegwijzer", "beslis"]
        words += answer.subjects.map { "\"\(tables.words(ofSubject: $0))\"" }
        if walk.isInDanger { words.append("--gevaar") }
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
                ("position", position(namesTools: false).value), ("reasons", why.value), ("backgroundBlocks", backgrounds.value),
                ("summary", summary(isOnPaper: true).value),
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
                ("note", JSONValue(optional: tool.note)), ("fitsAge", .bool(tool.misfit == nil)),
                ("misfit", JSONValue(optional: tool.misfit)),
            ])
        }
        return [
            ("format", .number(1)), ("title", .text(walk.schema.title)), ("about", .text(walk.schema.about)),
            ("notices", JSONValue(warnings)), ("danger", .bool(walk.isInDanger)), ("ages", .list(question.ages.map { JSONValue($0) })),
            ("subjects", JSONValue(answer.subjects)), ("way", .list(way)),
            ("ended", .bool(walk.hasEnded)), ("node", JSONValue(walk.node, in: walk.schema)), ("tools", .list(listed)),
            ("command", .text(command)), ("source", .text(walk.schema.source)),
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

extension Offer {
    /// Whether it is help of one of these kinds, or may be: where the source does not say which.
    func isOne(of kinds: Set<Help>) -> Bool { kinds.contains(help) || help == .unstated && !kinds.isEmpty }

    /// How much help it is, and whether the phase is not known.
    var label: String { (phase == nil ? "leeftijdsfase onzeker, " : "") + help.name }
}

extension NodeTool {
    /// A tool that a table names.
    init(_ tool: String, note: String) {
        self.init()
        self.tool = tool
        self.note = note
    }

    /// Why it is not for these ages of the child, in words for users; nil when nothing says so.
    func misfit(of tool: Tool, _ asked: [AgeRange]) -> String? {
        guard !asked.isEmpty else { return nil }
        if !tool.ages.isEmpty, !tool.ages.contains(where: { age in asked.contains { age.overlap($0) > 0 } }) {
            return "niet voor deze leeftijd: \(tool.ages.map { $0.stated }.joined(separator: "; "))"
        }
        return serves(asked) ? nil : "niet genoemd voor deze leeftijd"
    }
}

extension Document {
    /// What to do at a node, and first what to mind.
    mutating func advice(of node: Node) {
        if let caution = node.caution { notice("\(caution) (Dit is van ons.)") }
        for action in node.actions { item(action) }
        field("Adressen en nummers nagekeken op", node.checked)
    }
}

extension JSONValue {
    /// A node with its choices.
    init(_ node: Node, in schema: DecisionSchema) {
        let choices = schema.choices(at: node).map { choice in
            JSONValue.object([
                ("id", .text(choice.id)), ("text", .text(choice.text)), ("next", .text(choice.next)),
                ("nextInDanger", JSONValue(optional: choice.nextInDanger)),
            ])
        }
        self = .object([
            ("id", .text(node.id)), ("kind", .text(node.kind.id)), ("title", .text(node.title)), ("text", .text(node.text)),
            ("caution", JSONValue(optional: node.caution)), ("actions", JSONValue(node.actions)), ("why", .text(node.why)),
            ("place", .text(node.place)), ("ours", .bool(node.isOurs)), ("safety", .bool(node.isSafety)), ("checked", .text(node.checked)),
            ("choices", .list(choices)), ("tables", JSONValue(node.tables.map { $0.id })), ("tools", JSONValue(node.tools.map { $0.tool })),
            ("backgrounds", JSONValue(node.backgrounds)), ("notices", JSONValue(node.notices)),
        ])
    }
}
