import Catalog
import Documents
import Search
import Storage

/// A guide, or what was chosen from it.
public struct GuideReport: WrittenReport {
    private let guide: Guide
    /// What was asked for, in words; empty for everything.
    private let chosen: [String]
    private let warnings: [String]
    private let info: CatalogInfo
    private let names: ToolNames
    /// Interventions whose own purpose is about what was asked for.
    private let interventions: [Tool]

    private init(
        _ guide: Guide, chosen: [String], warnings: [String], interventions: [Tool], _ search: Search
    ) throws(SnapshotError) {
        self.guide = guide
        self.interventions = interventions
        self.chosen = chosen
        self.warnings = warnings
        info = try search.snapshot.record(.info, as: CatalogInfo.self)
        names = try ToolNames(guide.sections.flatMap { $0.items }.flatMap { $0.tools }, search.snapshot)
    }

    /// What a guide says of what somebody asks for.
    /// - Parameters:
    ///   - id: one of `Guide.ids`.
    ///   - words: only what is about these; none for everything.
    ///   - filters: what is chosen beside the words.
    ///   - with: `jeugdige` or `ouder`: whom it is about.
    ///   - search: the search whose catalogue it shows.
    /// - Throws: `FilterFailure` when a filter asks for something that there is not.
    public init(_ id: String, words: String, _ filters: Filters, with: String?, _ search: Search) throws(FilterFailure) {
        var read = Question()
        try filters.apply(to: &read, search)
        var chosen = read.readings.map { "\($0.facet) \($0.value)" }
        var question = GuideQuestion()
        question.ages = read.ages
        if let with { chosen.append("met \(with)") }
        if !words.isEmpty { chosen.append("woorden \(words)") }
        do throws(SnapshotError) {
            question.settings = try search.snapshot.ids(read[.setting], of: .settings)
            question.tags = try search.snapshot.ids(read[.group], of: .groupTerms)
            switch with {
            case "jeugdige": question.tags += ["kind", "jongere", "jeugdige"]
            case "ouder": question.tags += ["ouder"]
            default: break
            }
            question.words = try search.wanted(words)
            let asked = try search.read(words)
            if question.ages.isEmpty, !asked.ages.isEmpty {
                question.ages = asked.ages
                chosen += asked.ages.map { "leeftijd \(AgeText.text($0))" }
            }
            let place = UInt32(Guide.ids.firstIndex(of: id) ?? 0)
            var guide = try search.select(question, in: try search.snapshot.item(.guides, at: place, as: Guide.self))
            // Words that say nothing do not ask for everything.
            if !words.isEmpty, question.words.isEmpty, question.ages.isEmpty { guide.sections = [] }
            // Factors lead to the interventions that are about what was asked for.
            let interventions = id == "protective-factors" ? try GuideReport.interventions(for: asked, search) : []
            try self.init(guide, chosen: chosen, warnings: search.warnings(for: asked), interventions: interventions, search)
        } catch { throw .snapshot(error) }
    }

    private static func interventions(for question: Question, _ search: Search) throws(SnapshotError) -> [Tool] {
        guard !question.isEmpty else { return [] }
        var question = question
        question.kind = .intervention
        var tools: [Tool] = []
        for result in try search.answer(question, limit: 8).results { tools.append(try search.snapshot.tool(result.index)) }
        return tools.filter { !$0.purpose.isEmpty }
    }

    /// Whether there is anything to show.
    public var isEmpty: Bool { guide.sections.isEmpty && interventions.isEmpty }

    // MARK: For people

    public var document: Document {
        var page = Document()
        page.title(guide.title)
        page.paragraph(guide.about)
        if !chosen.isEmpty { page.paragraph("Keuze: " + chosen.joined(separator: " · ")) }
        for warning in warnings { page.notice(warning) }
        if isEmpty { page.paragraph("Niets gevonden. Probeer een ander woord; zonder woorden of opties staat hier alles.") }
        for section in guide.sections {
            page.heading(section.title)
            page.paragraph(section.intro ?? "")
            for item in section.items { add(item, to: &page) }
        }
        page.section(
            "Interventies die hierover gaan, volgens hun eigen doel",
            interventions.map { "\(ToolText.name($0)) (`\(Destination.tool($0.id).command)`): \($0.purpose)" })
        page.section("Hierna", guide.leadsTo)
        let used = info.sources.filter { source in guide.sections.contains { $0.items.contains { $0.source == source.id } } }
        page.section("Bronnen", used.map { "\($0.title) (\($0.dated))" })
        return page
    }

    private func add(_ item: GuideItem, to page: inout Document) {
        let figures = item.figures.map { " (\($0))" } ?? ""
        page.item("\(item.text)\(figures) [\(place(item))]")
        if !item.tools.isEmpty { page.subitem("Middelen: \(names.line(item.tools))") }
        if let remark = item.remark { page.subitem("Let op: \(remark)") }
    }

    /// Where it was read; the main source needs no name.
    private func place(_ item: GuideItem) -> String {
        let page = PageText.text(item.page, to: item.pageEnd)
        guard item.source != info.mainSource else { return page }
        return "\(info.source(item.source)?.title ?? item.source), \(page)"
    }

    // MARK: For programs

    /// The items as JSON, format 1.
    public func json() -> String {
        JSONValue.object([
            ("format", .number(1)), ("title", .text(guide.title)), ("about", .text(guide.about)), ("selection", JSONValue(chosen)),
            (
                "sections",
                .list(
                    guide.sections.map { section in
                        .object([
                            ("id", .text(section.id)), ("title", .text(section.title)), ("items", .list(section.items.map { json($0) })),
                        ])
                    })
            ), ("interventions", JSONValue(interventions.map { $0.id })), ("leadsTo", JSONValue(guide.leadsTo)),
            ("notices", JSONValue(warnings)),
        ]).json() + "\n"
    }

    private func json(_ item: GuideItem) -> JSONValue {
        .object([
            ("id", .text(item.id)), ("text", .text(item.text)), ("source", .text(item.source)), ("page", .number(Int(item.page))),
            ("pageEnd", JSONValue(item.pageEnd)), ("tags", JSONValue(item.tags)), ("settings", JSONValue(item.settings)),
            ("ages", .list(item.ages.map { JSONValue($0, stated: $0.stated) })), ("tools", JSONValue(item.tools)),
            ("figures", JSONValue(optional: item.figures)), ("remark", JSONValue(optional: item.remark)),
        ])
    }
}
