import Catalog
import Decision
import JSON
import Language

extension DecisionSchema {
    /// Reads `decision-schema.json`; faults go to the file, also those of the schema as a whole.
    init(_ object: JSONObject, sources: [String], notices: [String]) {
        self.init()
        title = object.text("title")
        about = object.text("about")
        source = object.choice("source", of: sources)
        start = object.text("start")
        exits = object.objects("exits") { Choice($0) }
        backgrounds = object.objects("backgrounds") { Background($0) }
        let known = backgrounds.map { $0.id }
        var places: [String: JSONObject] = [:]
        nodes = object.objects("nodes", required: true) { entry in
            let node = Node(entry, backgrounds: known, notices: notices)
            places[node.id] = entry
            return node
        }
        for fault in faults() { fault.report(schema: object, nodes: places) }
    }
}

extension SchemaFault {
    /// Says what is wrong, and at which node.
    fileprivate func report(schema: JSONObject, nodes: [String: JSONObject]) {
        switch self {
        case .missingStart(let id): schema.report("het begin \"\(id)\" is geen stap van het schema", at: "start")
        case .duplicate(let node): nodes[node]?.report("de stap \"\(node)\" staat er twee keer in", at: "id")
        case .missingTarget(let node, let choice, let target):
            nodes[node]?.report("de keuze \"\(choice)\" leidt naar \"\(target)\", maar die stap bestaat niet", at: "options")
        case .missingExit(let choice, let target):
            schema.report("de uitweg \"\(choice)\" leidt naar \"\(target)\", maar die stap bestaat niet", at: "exits")
        case .duplicateChoice(let node, let choice):
            nodes[node]?.report("de keuze \"\(choice)\" staat er twee keer in (of is ook een uitweg)", at: "options")
        case .wrongOptions(let node):
            nodes[node]?.report("een vraag heeft keuzes, een stap precies één, en een uitkomst geen", at: "options")
        case .withoutAction(let node): nodes[node]?.report("een uitkomst zegt wat te doen; vul \"actions\"", at: "actions")
        case .unreachable(let node): nodes[node]?.report("geen enkele weg leidt naar \"\(node)\"", at: "id")
        case .noWayOut(let node): nodes[node]?.report("vanaf \"\(node)\" leidt geen weg naar een uitkomst", at: "id")
        case .misplacedSafety(let node, let choice):
            nodes[node]?.report(
                "de keuze \"\(choice)\" heeft \"nextInDanger\", maar dat kan alleen bij een vraag met \"safety\": true", at: "options")
        case .unsafeOutcome(let node, let way):
            nodes[node]?.report(
                "de weg \(way.joined(separator: ",")) leidt hierheen zonder dat een vraag naar de veiligheid (\"safety\": true) met ‘nee’ is beantwoord (de keuze met \"nextInDanger\"); leid elke weg eerst langs zo’n vraag",
                at: "id")
        }
    }
}

extension Node {
    init(_ object: JSONObject, backgrounds known: [String], notices allowed: [String]) {
        self.init()
        id = object.text("id")
        if !id.isEmpty, !Tool.isWellFormed(id: id) { object.report(Tool.advice(forID: id), at: "id") }
        let stated = object.choice("kind", of: Kind.allCases.map { $0.id })
        kind = Kind.allCases.first { $0.id == stated } ?? .question
        title = object.text("title")
        text = object.text("text")
        actions = object.texts("actions")
        caution = object.optionalText("caution")
        why = object.text("why")
        isOurs = object.flag("ours")
        let stands = object.optionalText("place")
        if isOurs, stands != nil { object.report("wat van ons is, staat in geen hoofdstuk; haal \"place\" weg", at: "place") }
        place = isOurs ? "" : object.text("place")
        isSafety = object.flag("safety")
        checked = object.optionalText("checked") ?? ""
        if !checked.isEmpty, CalendarDate(checked) == nil {
            object.report("een datum is JJJJ-MM-DD; typ bijvoorbeeld \"2026-12-01\"", at: "checked")
        }
        options = object.objects("options") { Choice($0) }
        tables = object.choices("tables", of: Table.allCases.map { $0.id }).compactMap { word in Table.allCases.first { $0.id == word } }
        tools = object.objects("tools") { NodeTool($0) }
        backgrounds = object.choices("backgrounds", of: known)
        notices = object.choices("notices", of: allowed)
    }
}

extension Choice {
    init(_ object: JSONObject) {
        self.init()
        id = object.text("id")
        if !id.isEmpty, !Tool.isWellFormed(id: id) {
            object.report("een keuze bestaat uit kleine letters, cijfers en streepjes, zodat zij getypt kan worden", at: "id")
        }
        text = object.text("text")
        next = object.text("next")
        nextInDanger = object.optionalText("nextInDanger")
    }
}

extension NodeTool {
    init(_ object: JSONObject) {
        self.init()
        tool = object.text("tool")
        note = object.optionalText("note")
        ages = object.object("ages") { AgeRange($0) }
    }
}

extension Background {
    init(_ object: JSONObject) {
        self.init()
        id = object.text("id")
        title = object.text("title")
        points = object.texts("points", required: true)
        place = object.text("source")
        note = object.optionalText("note")
    }
}
