import Catalog
import JSON
import Language

extension CatalogInfo {
    init(_ object: JSONObject) {
        self.init()
        let format = object.number("format", allowed: 1...1_000_000)
        if format > 1 {
            object.report(
                "dit programma leest catalogi van formaat 1, niet \(format); typ 1, of gebruik een nieuwer programma", at: "format")
        }
        title = object.text("title")
        version = object.text("version")
        date = object.text("date")
        if !date.isEmpty, CalendarDate(date) == nil {
            object.report("een datum is JJJJ-MM-DD, en een dag die bestaat; typ bijvoorbeeld \"2026-11-21\"", at: "date")
        }
        sources = object.objects("sources", required: true) { Source($0) }
        mainSource = object.choice("mainSource", of: sources.map { $0.id })
        claims = object.objects("claims") { Claim($0, sources: sources.map { $0.id }) }
        evidenceAdvice = object.text("evidenceAdvice")
        remarks = object.texts("remarks")
    }
}

extension Source {
    init(_ object: JSONObject) {
        self.init()
        id = object.text("id")
        title = object.text("title")
        organisation = object.text("organisation")
        dated = object.text("dated")
        note = object.optionalText("note")
    }
}

extension Claim {
    init(_ object: JSONObject, sources: [String]) {
        self.init()
        kind = Kind(id: object.choice("kind", of: Kind.allCases.map { $0.id })) ?? .instrument
        count = UInt32(object.number("count", allowed: 0...100_000))
        source = object.choice("source", of: sources)
        page = object.page()
    }
}

extension SourcedText {
    init(_ object: JSONObject, sources: [String]) {
        self.init()
        text = object.text("text")
        source = object.choice("source", of: sources)
        page = object.page()
    }
}

extension TargetGroup {
    init(_ object: JSONObject, sources: [String]) {
        self.init()
        id = object.text("id")
        name = object.text("name")
        short = object.text("short")
        description = object.text("description")
        figures = object.objects("figures") { SourcedText($0, sources: sources) }
        claims = object.objects("claims") { Claim($0, sources: sources) }
        alsoServes = object.objects("alsoServes") { SourcedText($0, sources: sources) }
        gaps = object.objects("gaps") { SourcedText($0, sources: sources) }
        remarks = object.texts("remarks")
    }
}

extension Term {
    init(_ object: JSONObject) {
        self.init()
        id = object.text("id")
        name = object.text("name")
    }

    /// A term that also says what it means.
    init(explained object: JSONObject) {
        self.init(object)
        meaning = object.text("meaning")
    }
}

extension Level {
    init(_ object: JSONObject) {
        self.init()
        id = object.text("id")
        name = object.text("name")
        meaning = object.text("meaning")
        rule = object.text("rule")
        judgement = object.flag("judgement")
        strong = object.flag("strong")
    }
}

extension Scales {
    init(_ object: JSONObject) {
        self.init()
        instruments = object.objects("instrumentLevels", required: true) { Level($0) }
        interventions = object.objects("interventionLevels", required: true) { Level($0) }
        cotan = object.objects("cotan", required: true) { Term(explained: $0) }
        recognition = object.objects("recognition", required: true) { Term(explained: $0) }
        basis = object.objects("basis") { Term(explained: $0) }
        _ = object.texts("notes")
    }
}

extension Reference {
    init(_ object: JSONObject) {
        self.init()
        id = object.text("id")
        if !id.isEmpty, !Tool.isWellFormed(id: id) {
            object.report(Tool.advice(forID: id), at: "id")
        }
        citation = object.text("citation")
        url = object.url("url")
    }
}
