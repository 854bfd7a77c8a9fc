import Catalog
import Storage

/// A decision schema: questions, steps and outcomes, each with the place in the source that it rests on.
///
/// The engine knows no content: what is asked and advised comes from the catalogue.
public struct DecisionSchema: Archivable, Sendable {
    /// What stands above it.
    public var title = ""
    /// What the schema is and is not: told wherever it is shown.
    public var about = ""
    /// The id of the source that it rests on.
    public var source = ""
    /// The id of the node with which a walk begins.
    public var start = ""
    /// Choices that every question and step offers beside its own: the ways out to safety.
    public var exits: [Choice] = []
    /// Questions, steps and outcomes, in the order of the source.
    public var nodes: [Node] = []
    /// What nodes refer to as background.
    public var backgrounds: [Background] = []

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&title)
        try archive.text(&about)
        try archive.text(&source)
        try archive.text(&start)
        try archive.items(&exits)
        try archive.items(&nodes)
        try archive.items(&backgrounds)
    }

    /// The node with this id.
    public func node(_ id: String) -> Node? { nodes.first { $0.id == id } }

    /// The background with this id.
    public func background(_ id: String) -> Background? { backgrounds.first { $0.id == id } }

    /// What can be chosen at a node: its own options, then the exits that lead where none of them does; nothing at an outcome.
    public func choices(at node: Node) -> [Choice] {
        guard node.kind != .outcome else { return [] }
        return node.options + exits.filter { exit in !node.options.contains { $0.next == exit.next } }
    }
}

/// A place in a decision schema.
public struct Node: Archivable, Sendable {
    /// What happens at a node.
    public enum Kind: UInt32, CaseIterable, Sendable {
        /// Asks something; every option leads on.
        case question
        /// Tells something; its only option leads on.
        case step
        /// Ends the walk with advice.
        case outcome

        /// The word in the catalogue's files and in JSON output.
        public var id: String {
            switch self {
            case .question: "question"
            case .step: "step"
            case .outcome: "outcome"
            }
        }
    }

    /// A part of the guideline's tables that belongs to a node, shown for the child's age.
    public enum Table: UInt32, CaseIterable, Sendable {
        /// Table 1: what is normal for the phase.
        case phase
        /// Table 2: prevention, and light help.
        case prevention, lightHelp

        /// The word in the catalogue's files and in JSON output.
        public var id: String {
            switch self {
            case .phase: "fase"
            case .prevention: "preventie"
            case .lightHelp: "lichte-hulp"
            }
        }
    }

    /// The word by which choices lead to it.
    public var id = ""
    /// Whether it asks, tells or ends.
    public var kind = Kind.question
    /// In a few words, for drawings and summaries.
    public var title = ""
    /// What is asked or told.
    public var text = ""
    /// What to do here.
    public var actions: [String] = []
    /// What to mind before all that; it is ours, whatever the node rests on.
    public var caution: String?
    /// Why this stands here.
    public var why = ""
    /// The chapter or table that it rests on; empty where the node is ours.
    public var place = ""
    /// Whether the source is silent here and the node is ours.
    public var isOurs = false
    /// Whether it is about the child's safety: a question asks for it, and an outcome says what to do when a child may not be safe. Every other
    /// outcome is for a child that was found to be safe.
    public var isSafety = false
    /// The day on which the addresses and numbers that it names were checked, as YYYY-MM-DD; empty when it names none.
    public var checked = ""
    /// What can be chosen here, beside the schema's exits.
    public var options: [Choice] = []
    /// Parts of the guideline's tables that belong here.
    public var tables: [Table] = []
    /// Tools that the source names here.
    public var tools: [NodeTool] = []
    /// Ids of `Background`.
    public var backgrounds: [String] = []
    /// Ids of `Notice`.
    public var notices: [String] = []

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        var raw = kind.rawValue
        try archive.number(&raw)
        kind = Kind(rawValue: raw) ?? .question
        try archive.text(&title)
        try archive.text(&text)
        try archive.texts(&actions)
        try archive.optional(&caution)
        try archive.text(&why)
        try archive.text(&place)
        try archive.flag(&isOurs)
        try archive.flag(&isSafety)
        try archive.text(&checked)
        try archive.items(&options)
        var numbers = tables.map { $0.rawValue }
        try archive.numbers(&numbers)
        tables = numbers.compactMap { Table(rawValue: $0) }
        try archive.items(&tools)
        try archive.texts(&backgrounds)
        try archive.texts(&notices)
    }
}

/// An answer to a question, and where it leads.
public struct Choice: Archivable, Sendable {
    /// The word by which it is chosen: “ja”.
    public var id = ""
    /// What users read.
    public var text = ""
    /// The id of the next node.
    public var next = ""
    /// The id of the node that comes instead when the words of the question speak of danger. Only the answer to a question of safety that says
    /// that the child is safe has one: who tells of bruises is not reassured by one word.
    public var nextInDanger: String?

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&text)
        try archive.text(&next)
        try archive.optional(&nextInDanger)
    }

    /// Whether it says that the child is safe.
    public var saysSafe: Bool { nextInDanger != nil }

    /// The id of the node that comes next.
    /// - Parameter isInDanger: whether the words of the question speak of danger.
    public func next(isInDanger: Bool) -> String { isInDanger ? nextInDanger ?? next : next }
}

/// A tool that belongs to a node.
public struct NodeTool: Archivable, Sendable {
    /// The tool's id.
    public var tool = ""
    /// What the source says of its use here.
    public var note: String?
    /// The child's ages for which the source names it here; nil when it names none.
    public var ages: AgeRange?

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&tool)
        try archive.optional(&note)
        try archive.optional(&ages)
    }

    /// Whether the source names it for one of these ages; true when it names no ages, or none is asked.
    public func serves(_ asked: [AgeRange]) -> Bool {
        guard let ages, !asked.isEmpty else { return true }
        return asked.contains { ages.overlap($0) > 0 }
    }
}

/// What a professional may want to know behind the steps: attitude, skills, training.
public struct Background: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// What stands above it.
    public var title = ""
    /// What it says, point by point.
    public var points: [String] = []
    /// The chapters that it rests on.
    public var place = ""
    /// What is dated or was left out.
    public var note: String?

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&title)
        try archive.texts(&points)
        try archive.text(&place)
        try archive.optional(&note)
    }
}
