import Storage

/// A line that leads from a question to something that is no tool: a part of a guide, an element of cooperation, a word explained.
public struct Pointer: Archivable, Equatable, Sendable {
    /// What is there.
    public var label = ""
    /// Where it leads.
    public var destination = Destination()

    public init() {}

    /// A line with what it leads to.
    public init(label: String, to destination: Destination) {
        self.label = label
        self.destination = destination
    }

    /// The index's term for a target group, which no word and no concept is.
    public static func term(forGroup id: String) -> [UInt8] { [0x2B] + Array(id.utf8) }

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&label)
        var view = destination.view.rawValue
        try archive.number(&view)
        destination.view = Destination.View(rawValue: view) ?? .tool
        try archive.text(&destination.option)
        try archive.text(&destination.value)
    }
}

/// Somewhere that a line leads: a terminal makes a command of it, a page a link.
public struct Destination: Equatable, Sendable {
    /// What is shown there.
    public enum View: UInt32, Sendable {
        case tool
        /// The guides, in the order of `Guide.ids`.
        case signals, conversation, factors, practice
        case domains, cooperation, decision

        /// The word by which users ask for it.
        public var id: String {
            switch self {
            case .tool: "toon"
            case .signals: "signalen"
            case .conversation: "gesprek"
            case .factors: "factoren"
            case .practice: "praktijk"
            case .domains: "domeinen"
            case .cooperation: "samenwerken"
            case .decision: "beslis"
            }
        }

        /// The guides, in the order of `Guide.ids`.
        public static let guides = [View.signals, .conversation, .factors, .practice]
    }

    /// What is shown there.
    public var view = View.tool
    /// What the value is a value of; empty when it is words, or the name of a part.
    public var option = ""
    /// Which part of it.
    public var value = ""

    /// The view's part with a value.
    public init(_ view: View = .tool, _ option: String = "", _ value: String = "") {
        self.view = view
        self.option = option
        self.value = value
    }

    /// The page of a tool.
    public static func tool(_ id: String) -> Destination { Destination(.tool, "", id) }

    /// The command that opens it in a terminal.
    public var command: String {
        let value = value.utf8.contains(0x20) ? "\"\(value)\"" : value
        return "wegwijzer \(view.id)" + (option.isEmpty ? "" : " --\(option)") + (value.isEmpty ? "" : " \(value)")
    }
}
