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
        /// The id of the node where the choice was made.
        public let node: String
        /// The id of the choice.
        public let choice: String
    }

    /// The schema that is walked through.
    public let schema: DecisionSchema
    /// Whether the words of the question speak of danger: then no answer leads to an outcome for a child that is safe.
    public let isInDanger: Bool
    /// Where the walk stands.
    public private(set) var node: Node
    /// The choices made, in order.
    public private(set) var steps: [Step] = []

    /// Begins at the schema's start.
    /// - Parameters:
    ///   - schema: the schema to walk.
    ///   - isInDanger: whether the words of the question speak of danger.
    /// - Throws: `Failure.noNode` when the schema has no such node.
    public init(_ schema: DecisionSchema, isInDanger: Bool = false) throws(Failure) {
        self.schema = schema
        self.isInDanger = isInDanger
        guard let start = schema.node(schema.start) else { throw .noNode(schema.start) }
        node = start
    }

    /// Begins at the schema's start and makes choices. Those that come after danger has turned the walk are left out.
    /// - Throws: `Failure` at the first that cannot be made.
    public init(_ schema: DecisionSchema, _ choices: [String], isInDanger: Bool = false) throws(Failure) {
        try self.init(schema, isInDanger: isInDanger)
        for choice in choices where !hasTurned { try choose(choice) }
    }

    /// Whether the walk has come to an outcome.
    public var hasEnded: Bool { node.kind == .outcome }

    /// Whether the last choice said that the child is safe, and led elsewhere because the words of the question speak of danger.
    public var hasTurned: Bool { isInDanger && way.dropLast().last?.choice?.saysSafe == true }

    /// Makes a choice.
    /// - Parameter choice: the id of one of the node's options.
    /// - Throws: `Failure`; the walk then stands where it stood.
    public mutating func choose(_ choice: String) throws(Failure) {
        guard !hasEnded else { throw .ended }
        let choices = schema.choices(at: node)
        guard let option = choices.first(where: { $0.id == choice }) else {
            throw .noOption(choice, allowed: choices.map { $0.id })
        }
        let target = option.next(isInDanger: isInDanger)
        guard let next = schema.node(target) else { throw .noNode(target) }
        steps.append(Step(node: node.id, choice: choice))
        node = next
    }

    /// Takes back the last choice; nothing happens at the start.
    public mutating func goBack() {
        guard let last = steps.last, let previous = schema.node(last.node) else { return }
        steps.removeLast()
        node = previous
    }

    /// The nodes that were come to, in order, each with the choice that was made there; none where the walk stands.
    public var way: [(node: Node, choice: Choice?)] {
        var way: [(node: Node, choice: Choice?)] = []
        for step in steps {
            guard let node = schema.node(step.node) else { continue }
            way.append((node, schema.choices(at: node).first { $0.id == step.choice }))
        }
        return way + [(node, nil)]
    }

    /// The tools of all nodes that were come to, each once, with what the node first says of it.
    public var tools: [NodeTool] {
        var tools: [NodeTool] = []
        for (node, _) in way {
            for tool in node.tools where !tools.contains(where: { $0.tool == tool.tool }) { tools.append(tool) }
        }
        return tools
    }
}

extension DecisionSchema {
    /// Every way from the start to an outcome that comes to no node twice, as the choices to make.
    /// - Parameter isInDanger: whether the words of the question speak of danger.
    public func paths(isInDanger: Bool = false) -> [[Walk.Step]] {
        guard let start = node(start) else { return [] }
        var paths: [[Walk.Step]] = []
        follow([], from: start, isInDanger, into: &paths)
        return paths
    }

    private func follow(_ steps: [Walk.Step], from node: Node, _ isInDanger: Bool, into paths: inout [[Walk.Step]]) {
        if node.kind == .outcome { return paths.append(steps) }
        for choice in choices(at: node) {
            let target = choice.next(isInDanger: isInDanger)
            guard target != node.id, !steps.contains(where: { $0.node == target }), let next = self.node(target) else { continue }
            follow(steps + [Walk.Step(node: node.id, choice: choice.id)], from: next, isInDanger, into: &paths)
        }
    }
}
