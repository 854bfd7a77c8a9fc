import Catalog
import JSON

extension GlossaryTerm {
    init(_ object: JSONObject, sources: [String]) {
        self.init()
        id = object.text("id")
        term = object.text("term")
        abbreviations = object.texts("abbreviations")
        explanation = object.text("explanation")
        // An explanation of ours names no source.
        if object.has("source") { source = object.choice("source", of: sources) } else { _ = object.optionalText("source") }
        page = object.optionalPage()
    }
}

extension PagedText {
    init(_ object: JSONObject) {
        self.init()
        text = object.text("text")
        page = object.page()
        pageEnd = object.optionalPage("pageEnd")
    }
}

extension LifeDomains {
    /// Reads `life-domains.json`; faults go to the file.
    init(_ object: JSONObject, sources: [String]) {
        self.init()
        title = object.text("title")
        about = object.text("about")
        source = object.choice("source", of: sources)
        scale = object.objects("scale") {
            var value = ScaleValue()
            value.value = UInt32($0.number("value", allowed: 0...100))
            value.label = $0.text("label")
            value.domain = $0.optionalText("domain")
            value.isShortened = $0.flag("shortened")
            return value
        }
        conditions = object.objects("conditions") { PagedText($0) }
        use = object.objects("use") { PagedText($0) }
        groups = object.objects("groups", required: true) {
            var group = DomainGroup()
            group.id = $0.text("id")
            group.name = $0.text("name")
            group.domains = $0.objects("domains", required: true) { LifeDomain($0) }
            return group
        }
        remarks = object.texts("remarks")
    }
}

extension LifeDomain {
    init(_ object: JSONObject) {
        self.init()
        id = object.text("id")
        name = object.text("name")
        marks = object.optionalText("marks")
        parts = object.texts("parts")
        page = object.page()
        tools = object.texts("tools")
    }
}

extension Cooperation {
    /// Reads `cooperation.json`; faults go to the file.
    init(_ object: JSONObject, sources: [String]) {
        self.init()
        title = object.text("title")
        about = object.text("about")
        source = object.choice("source", of: sources)
        general = object.objects("general") {
            _ = $0.text("id")
            return PagedText($0)
        }
        elements = object.objects("elements", required: true) { CooperationElement($0) }
        let known = elements.map { $0.id }
        projects = object.objects("projects", required: true) { CooperationProject($0, elements: known) }
        let numbers = projects.map { $0.number }
        for element in elements {
            for number in element.projects where !numbers.contains(number) {
                object.report("het element \"\(element.id)\" noemt project \(number), maar dat bestaat niet", at: "elements")
            }
        }
    }
}

extension AudienceText {
    init(_ object: JSONObject) {
        self.init()
        audience = Audience(id: object.choice("audience", of: Audience.allCases.map { $0.id })) ?? .professionals
        text = object.text("text")
        page = object.optionalPage()
    }
}

extension CooperationElement {
    init(_ object: JSONObject) {
        self.init()
        id = object.text("id")
        number = object.optionalNumber("number", allowed: 1...1000).map { Int32($0) }
        name = object.text("name")
        summaries = object.objects("summaries") { AudienceText($0) }
        projects = object.numbers("projects", allowed: 1...1000).map { UInt32($0) }
        remark = object.optionalText("remark")
    }
}

extension CooperationProject {
    init(_ object: JSONObject, elements known: [String]) {
        self.init()
        number = UInt32(object.number("number", allowed: 1...1000))
        name = object.text("name")
        theme = object.optionalText("theme")
        targetGroup = object.optionalText("targetGroup")
        organisation = object.optionalText("organisation")
        elements = object.objects("elements") {
            var named = AudienceElements()
            named.audience = Audience(id: $0.choice("audience", of: Audience.allCases.map { $0.id })) ?? .professionals
            named.elements = $0.choices("elements", of: known)
            return named
        }
        effect = object.optionalText("effect")
        securing = object.optionalText("securing")
        financing = object.optionalText("financing")
        partners = object.texts("partners")
        tips = object.texts("tips")
        messages = object.objects("messages") { AudienceText($0) }
        literature = object.objects("literature") { $0.text("citation") }
        links = object.objects("links") { Link($0) }
        tools = object.texts("tools")
        page = object.page()
        pageEnd = object.optionalPage("pageEnd")
        remark = object.optionalText("remark")
    }
}
