import Catalog

/// A walk through a decision schema, one choice at a time.
public struct Walk: Sendable {
    /// Why a walk cannot go on.
    public enum Failure: Error, Equatable, Sendable {
        /// The schema has no node with this id.
        case noNode(String)
        /// The node where the walk stands has no such option; these it has.
        case noOption(String, allowed: [String])
        /// The walk has come to an outcome.
        case ended
    }

    /// A choice that was made.
    public struct Step: Equatable, Sendable {
        public let node: String
        public let choice: String
    }

    public let schema: DecisionSchema
    public private(set) var node: Node
    /// The choices made, in order.
    public private(set) var steps: [Step] = []

    /// Begins at the schema's start.
    /// - Throws: `Failure.noNode` when the schema has no such node.
    public init(_ schema: DecisionSchema) throws(Failure) {
        self.schema = schema
        guard let start = schema.node(schema.start) else { throw .noNode(schema.start) }
        node = start
    }

    /// Whether the walk has come to an outcome.
    public var hasEnded: Bool { node.kind == .outcome }

    /// Makes a choice.
    /// - Parameter choice: the id of one of the node's options.
    /// - Throws: `Failure`; the walk then stands where it stood.
    public mutating func choose(_ choice: String) throws(Failure) {
        guard !hasEnded else { throw .ended }
        guard let option = node.options.first(where: { $0.id == choice }) else {
            throw .noOption(choice, allowed: node.options.map { $0.id })
        }
        guard let next = schema.node(option.next) else { throw .noNode(option.next) }
        steps.append(Step(node: node.id, choice: choice))
        node = next
    }

    /// Takes back the last choice; nothing happens at the start.
    public mutating func goBack() {
        guard let last = steps.last, let previous = schema.node(last.node) else { return }
        steps.removeLast()
        node = previous
    }
}
