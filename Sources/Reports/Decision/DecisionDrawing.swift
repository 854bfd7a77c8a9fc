import Decision
import Documents
import Language

/// The whole decision schema, drawn.
public struct DecisionDrawing {
    private let schema: DecisionSchema

    /// How many characters of a label stand on a line.
    private static let lineWidth = 30

    /// A drawing of a schema.
    public init(_ schema: DecisionSchema) { self.schema = schema }

    private static func lines(_ text: String) -> [String] { DisplayText.wrap(text, width: lineWidth).map { String($0) } }

    /// What stands in a node: its title, and what it rests on.
    private func label(_ node: Node) -> [String] {
        DecisionDrawing.lines(node.title) + DecisionDrawing.lines("(\(node.isOurs ? "van ons" : node.place))")
    }

    /// What stands beside an arrow: nothing when there is only one way on.
    private func label(_ choice: Choice, at node: Node) -> [String] { node.options.count > 1 ? DecisionDrawing.lines(choice.text) : [] }

    // MARK: Mermaid

    /// A flowchart in Mermaid's language.
    public func mermaid() -> String {
        var text = "---\ntitle: \(JSONValue.text(schema.title).json())\n---\nflowchart TD\n"
        for node in schema.nodes {
            let label = mermaid(label(node))
            switch node.kind {
            case .question: text += "  \(id(node.id)){{\(label)}}\n"
            case .step: text += "  \(id(node.id))[\(label)]\n"
            case .outcome: text += "  \(id(node.id))([\(label)])\n"
            }
        }
        for node in schema.nodes {
            for choice in node.options {
                let label = label(choice, at: node)
                text += "  \(id(node.id)) -->\(label.isEmpty ? "" : "|\(mermaid(label))|") \(id(choice.next))\n"
            }
        }
        for (place, exit) in schema.exits.enumerated() {
            text += "  exit\(place)>\(mermaid(["Bij elke stap:"] + DecisionDrawing.lines(exit.text)))] -.-> \(id(exit.next))\n"
        }
        return text + "  about[\(mermaid(about))]\n"
    }

    /// What the schema is, for below the drawing.
    private var about: [String] { DisplayText.wrap(schema.about, width: 90).map { String($0) } }

    /// An id that no word of the language can be taken for.
    private func id(_ node: String) -> String { "n_" + String(node.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }) }

    private func mermaid(_ lines: [String]) -> String {
        let clean = lines.map {
            DisplayText.clean($0).replacing(sign: "\"", with: "#quot;").replacing(sign: "<", with: "#lt;").replacing(sign: "`", with: "'")
        }
        return "\"" + clean.joined(separator: "<br/>") + "\""
    }

    // MARK: DOT

    /// A graph in Graphviz's language.
    public func dot() -> String {
        var text = "digraph beslisschema {\n"
        text +=
            "  graph [label=\(dot([schema.title, ""] + about + [""])), labelloc=t, rankdir=TB, fontname=\"sans-serif\", fontsize=14, ranksep=0.5, nodesep=0.4]\n"
        text += "  node [fontname=\"sans-serif\", fontsize=12, margin=\"0.15,0.1\"]\n  edge [fontname=\"sans-serif\", fontsize=11]\n"
        for node in schema.nodes { text += "  \(dot([node.id])) [label=\(dot(label(node))), \(style(node))]\n" }
        for node in schema.nodes {
            for choice in node.options {
                let label = label(choice, at: node)
                text +=
                    "  \(dot([node.id])) -> \(dot([choice.next]))" + (label.isEmpty ? "" : " [label=\(dot(label.map { "  \($0)  " }))]")
                    + "\n"
            }
        }
        for (place, exit) in schema.exits.enumerated() {
            text += "  \"uitweg \(place + 1)\" [label=\(dot(["Bij elke stap:"] + DecisionDrawing.lines(exit.text))), shape=note]\n"
            text += "  \"uitweg \(place + 1)\" -> \(dot([exit.next])) [style=dashed]\n"
        }
        return text + "}\n"
    }

    private func style(_ node: Node) -> String {
        switch node.kind {
        case .question: "shape=hexagon"
        case .step: "shape=box"
        case .outcome: "shape=box, style=\"rounded,bold\""
        }
    }

    private func dot(_ lines: [String]) -> String {
        let clean = lines.map { DisplayText.clean($0).replacing(sign: "\\", with: "\\\\").replacing(sign: "\"", with: "\\\"") }
        return "\"" + clean.joined(separator: "\\n") + "\""
    }

    // MARK: Markdown and JSON

    /// The schema as a list in Markdown.
    public func markdown() -> String { document.markdown() }

    /// Every node with its text, its choices and where they lead.
    public var document: Document {
        var page = Document()
        page.title(schema.title)
        page.paragraph(schema.about)
        for exit in schema.exits { page.field("Bij elke stap", "\(exit.text) → \(title(exit.next))") }
        for node in schema.nodes {
            page.heading("\(node.title) (\(node.isOurs ? "van ons" : node.place))")
            page.paragraph(node.text)
            page.advice(of: node)
            page.paragraph(node.why)
            for choice in node.options {
                let turn = choice.nextInDanger.map { "; als de vraag woorden van gevaar heeft: \(title($0))" } ?? ""
                page.field(choice.text, "→ \(title(choice.next))\(turn)")
            }
            page.field("Middelen", node.tools.map { $0.tool }.joined(separator: ", "))
        }
        for background in schema.backgrounds { page.background(background) }
        return page
    }

    private func title(_ id: String) -> String { schema.node(id)?.title ?? id }

    /// The schema as JSON, format 1.
    public func json() -> String {
        let backgrounds = schema.backgrounds.map { background in
            JSONValue.object([
                ("id", .text(background.id)), ("title", .text(background.title)), ("points", JSONValue(background.points)),
                ("place", .text(background.place)), ("note", JSONValue(optional: background.note)),
            ])
        }
        return JSONValue.object([
            ("format", .number(1)), ("title", .text(schema.title)), ("about", .text(schema.about)), ("source", .text(schema.source)),
            ("start", .text(schema.start)), ("nodes", .list(schema.nodes.map { JSONValue($0, in: schema) })),
            ("backgrounds", .list(backgrounds)),
        ]).json() + "\n"
    }
}

/// What is behind the steps of the schema.
public struct BackgroundReport {
    private let schema: DecisionSchema

    /// The backgrounds of a schema.
    public init(_ schema: DecisionSchema) { self.schema = schema }

    /// The ids by which backgrounds are asked for.
    public var ids: [String] { schema.backgrounds.map { $0.id } }

    /// One background, or a list of all when there is no id.
    public func text(_ id: String?, width: Int?) -> String { document(id).text(width: width) }

    /// One background as Markdown, or a list of all when there is no id.
    public func markdown(_ id: String?) -> String { document(id).markdown() }

    /// One background, or the list of all.
    public func document(_ id: String?) -> Document {
        var page = Document()
        if let id, let background = schema.background(id) {
            page.background(background)
        } else {
            page.heading("Achtergrond bij het beslisschema")
            for background in schema.backgrounds { page.field(background.id, "\(background.title) (\(background.place))") }
        }
        return page
    }
}
