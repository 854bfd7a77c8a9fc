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
    /// Only the answer to a question of safety can say that the child is safe.
    case misplacedSafety(node: String, choice: String)
    /// An outcome for a child that is safe, and the choices of a walk that comes there though no answer has said so.
    case unsafeOutcome(node: String, way: [String])
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
            for option in node.options {
                for target in option.targets where self.node(target) == nil {
                    faults.append(.missingTarget(node: node.id, choice: option.id, target: target))
                }
                if option.saysSafe, node.kind != .question || !node.isSafety {
                    faults.append(.misplacedSafety(node: node.id, choice: option.id))
                }
            }
            let choices = choices(at: node).map { $0.id }
            for (place, choice) in choices.enumerated() where choices[..<place].contains(choice) {
                faults.append(.duplicateChoice(node: node.id, choice: choice))
            }
        }
        // Where a link is broken, much would seem unreachable that is not.
        guard !faults.contains(where: { $0.isBrokenLink }) else { return faults }
        let reachable = closure(from: [start]) { node in choices(at: node).flatMap { $0.targets } }
        let ending = closure(from: nodes.filter { $0.kind == .outcome }.map { $0.id }) { node in
            nodes.filter { $0.options.contains { $0.next == node.id } }.map { $0.id }
        }
        for node in nodes {
            if !reachable.contains(node.id) { faults.append(.unreachable(node: node.id)) }
            if !ending.contains(node.id) { faults.append(.noWayOut(node: node.id)) }
        }
        return faults + unsafeOutcomes()
    }

    /// The outcomes for a child that is safe to which a walk comes whose last question of safety was not answered so, or that met none: each with the
    /// shortest such walk. Walks of a question that speaks of danger count as well.
    private func unsafeOutcomes() -> [SchemaFault] {
        var faults: [SchemaFault] = []
        var seen: [Place] = []
        // In the order of their length.
        var open = [Place(node: start, isSafe: false, way: [])]
        while !open.isEmpty {
            var next: [Place] = []
            for place in open where !seen.contains(where: { $0.node == place.node && $0.isSafe == place.isSafe }) {
                seen.append(place)
                guard let node = node(place.node) else { continue }
                if node.kind == .outcome, !node.isSafety, !place.isSafe {
                    faults.append(.unsafeOutcome(node: node.id, way: place.way))
                }
                for choice in choices(at: node) { next += choice.places(from: place, node) }
            }
            open = next
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

/// Where a walk can stand, and what it knows there.
private struct Place {
    let node: String
    /// Whether the last question of safety was answered so that the child is safe.
    let isSafe: Bool
    /// The choices that lead there.
    let way: [String]
}

extension Choice {
    /// The ids of all nodes that it may lead to.
    fileprivate var targets: [String] { [next] + (nextInDanger.map { [$0] } ?? []) }

    /// Where a walk can stand that makes this choice at a node.
    fileprivate func places(from place: Place, _ node: Node) -> [Place] {
        let isSafe = node.isSafety ? saysSafe : place.isSafe
        let next = Place(node: next, isSafe: isSafe, way: place.way + [id])
        return [next] + (nextInDanger.map { [Place(node: $0, isSafe: false, way: next.way)] } ?? [])
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
