import Catalog

/// What can be wrong with a decision schema.
public enum SchemaFault: Equatable, Sendable {
    case missingStart(String)
    case duplicate(node: String)
    /// An option leads to a node that does not exist.
    case missingTarget(node: String, choice: String, target: String)
    /// A question without options, a step without exactly one, or an outcome with some.
    case wrongOptions(node: String)
    /// Two choices at a node, exits included, bear the same word.
    case duplicateChoice(node: String, choice: String)
    /// An exit leads to a node that does not exist.
    case missingExit(choice: String, target: String)
    /// An outcome that says nothing to do.
    case withoutAction(node: String)
    /// No walk comes there.
    case unreachable(node: String)
    /// No walk from there comes to an outcome, unless by an exit.
    case noWayOut(node: String)
}

extension DecisionSchema {
    /// Everything that is wrong with the schema, in the order of its nodes.
    public func faults() -> [SchemaFault] {
        var faults: [SchemaFault] = []
        if node(start) == nil { faults.append(.missingStart(start)) }
        for exit in exits where node(exit.next) == nil { faults.append(.missingExit(choice: exit.id, target: exit.next)) }
        for (place, node) in nodes.enumerated() {
            if nodes[..<place].contains(where: { $0.id == node.id }) { faults.append(.duplicate(node: node.id)) }
            if !node.hasFittingOptions { faults.append(.wrongOptions(node: node.id)) }
            if node.kind == .outcome, node.actions.isEmpty { faults.append(.withoutAction(node: node.id)) }
            for option in node.options where self.node(option.next) == nil {
                faults.append(.missingTarget(node: node.id, choice: option.id, target: option.next))
            }
            let choices = choices(at: node).map { $0.id }
            for (place, choice) in choices.enumerated() where choices[..<place].contains(choice) {
                faults.append(.duplicateChoice(node: node.id, choice: choice))
            }
        }
        // Where a link is broken, much would seem unreachable that is not.
        guard !faults.contains(where: { $0.isBrokenLink }) else { return faults }
        let reachable = closure(from: [start]) { node in choices(at: node).map { $0.next } }
        let ending = closure(from: nodes.filter { $0.kind == .outcome }.map { $0.id }) { node in
            nodes.filter { $0.options.contains { $0.next == node.id } }.map { $0.id }
        }
        for node in nodes {
            if !reachable.contains(node.id) { faults.append(.unreachable(node: node.id)) }
            if !ending.contains(node.id) { faults.append(.noWayOut(node: node.id)) }
        }
        return faults
    }

    /// All nodes that can be come to.
    private func closure(from start: [String], next: (Node) -> [String]) -> [String] {
        var found: [String] = []
        var open = start
        while let id = open.popLast() {
            guard !found.contains(id), let node = node(id) else { continue }
            found.append(id)
            open += next(node)
        }
        return found
    }
}

extension SchemaFault {
    fileprivate var isBrokenLink: Bool {
        switch self {
        case .missingStart, .missingTarget, .missingExit, .wrongOptions: true
        default: false
        }
    }
}

extension Node {
    fileprivate var hasFittingOptions: Bool {
        switch kind {
        case .question: !options.isEmpty
        case .step: options.count == 1
        case .outcome: options.isEmpty
        }
    }
}
