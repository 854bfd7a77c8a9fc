import Catalog

/// A decision schema: questions, steps and outcomes, each with the place in the source that it rests on.
///
/// The engine knows no content: what is asked and advised comes from the catalogue.
public struct DecisionSchema: Archivable, Sendable {
    public var title = ""
    /// The id of the node with which a walk begins.
    public var start = ""
    public var nodes: [Node] = []

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&title)
        try archive.text(&start)
        try archive.items(&nodes)
    }

    /// The node with this id.
    public func node(_ id: String) -> Node? { nodes.first { $0.id == id } }
}

/// A place in a decision schema.
public struct Node: Archivable, Sendable {
    public enum Kind: UInt32, Sendable {
        /// Asks something; every option leads on.
        case question
        /// Tells something; its only option leads on.
        case step
        /// Ends the walk with advice.
        case outcome
    }

    public var id = ""
    public var kind = Kind.question
    public var text = ""
    public var options: [Choice] = []
    /// What to do, on an outcome.
    public var actions: [String] = []
    /// Ids of tools that belong to it.
    public var tools: [String] = []
    /// The chapter or table that it rests on.
    public var source = ""

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        var raw = kind.rawValue
        try archive.number(&raw)
        kind = Kind(rawValue: raw) ?? .question
        try archive.text(&text)
        try archive.items(&options)
        try archive.texts(&actions)
        try archive.texts(&tools)
        try archive.text(&source)
    }
}

/// An answer to a question, and where it leads.
public struct Choice: Archivable, Sendable {
    /// The word by which it is chosen: “ja”.
    public var id = ""
    public var text = ""
    /// The id of the next node.
    public var next = ""
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&text)
        try archive.text(&next)
    }
}
