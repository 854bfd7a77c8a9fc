import Catalog
import Decision
import Documents
import Fuzzing
import JSON
import Parenting
import Reports
import Search
import Storage

@testable import CatalogSource
@testable import wegwijzer

/// The input: a byte for whose schema is walked, for a schema of its own three bytes for each node, and then a walk.
/// In the walk a byte below `w` is a choice by its place, `<` goes back, and `w` is followed by a word and a line feed.
@c(LLVMFuzzerTestOneInput)
public func testDecision(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    var input = Input(data, size)
    let nodes = Int(input.byte() % 8)
    if nodes == 0 {
        Guideline.walk(&input)
    } else {
        Made.walk(&input, nodes: nodes)
    }
    return 0
}

private enum Step {
    case choice(Int)
    case word(String)
    case back

    init(_ input: inout Input) {
        switch input.byte() {
        case UInt8(ascii: "<"): self = .back
        case UInt8(ascii: "w"): self = .word(String(decoding: input.line(), as: UTF8.self))
        case let place: self = .choice(Int(place))
        }
    }
}

/// What holds for every walk.
private func expectSense(_ walk: Walk) {
    require(walk.schema.node(walk.node.id) != nil, "a walk stays in its schema")
    require(!walk.hasEnded || walk.schema.choices(at: walk.node).isEmpty, "nothing can be chosen where it has ended")
    let way = walk.way
    require(way.count == walk.steps.count + 1, "each step is on the way")
    require(way.last?.node.id == walk.node.id, "the way leads to where the walk stands")
    for (place, stop) in way.dropLast().enumerated() {
        require(stop.choice?.next(isInDanger: walk.isInDanger) == way[place + 1].node.id, "each choice leads to the next node")
    }
    let tools = walk.tools.map { $0.tool }
    require(Set(tools).count == tools.count, "a tool is listed once")
}

/// Makes a choice by its id. One that cannot be made leaves the walk where it stood, and one that can be taken back leads there.
private func choose(_ choice: String, _ walk: inout Walk) {
    let before = walk
    let choices = walk.schema.choices(at: walk.node)
    do throws(Walk.Failure) {
        try walk.choose(choice)
        require(choices.contains { $0.id == choice && $0.next == walk.node.id }, "a choice leads where it says")
        var back = walk
        back.goBack()
        require(back.node.id == before.node.id && back.steps == before.steps, "a choice can be taken back")
    } catch {
        require(walk.node.id == before.node.id && walk.steps == before.steps, "what cannot be chosen changes nothing")
        switch error {
        case .ended: require(before.hasEnded, "a walk ends at an outcome only")
        case .noOption(let asked, let allowed):
            require(asked == choice && allowed == choices.map { $0.id } && !allowed.contains(choice), "a refusal names what there is")
        case .noNode(let id): require(walk.schema.node(id) == nil, "a node that is missed is missing")
        }
    }
}

/// The guideline's schema, by the words and numbers that a person types, with the page that is shown.
private enum Guideline {
    private static let search = certain("a search") { () throws(SnapshotError) in Search(try Example.asked()) }
    private static let schema = certain("a schema") { () throws(SnapshotError) in
        try search.snapshot.record(.decision, as: DecisionSchema.self)
    }
    private static let tables = certain("tables") { () throws(SnapshotError) in
        try search.snapshot.record(.parenting, as: ParentingTables.self)
    }
    private static let start = certain("a walk") { () throws in
        try WalkGuide(schema, tables, Question(), isInDanger: false, search)
    }

    static func walk(_ input: inout Input) {
        let isShown = input.isOne(in: 64)
        var guide = start
        var count = 0
        while !input.isEmpty, count < 64 {
            count += 1
            let before = guide.walk
            switch Step(&input) {
            case .back:
                guide.goBack()
                require(guide.walk.steps.count == max(0, before.steps.count - 1), "going back takes one step back")
            case .choice(let place): type(String(place), &guide)
            // A word that is no answer is what the question is about, as in a conversation.
            case .word(let word): if !type(word, &guide), isShown { certain("it learns") { () throws in try guide.learn(word) } }
            }
        }
        expectSense(guide.walk)
        let again = certain("the same choices can be made again") { () throws(Walk.Failure) in
            try Walk(schema, guide.walk.steps.map { $0.choice }, isInDanger: guide.walk.isInDanger)
        }
        require(again.node.id == guide.walk.node.id && again.steps == guide.walk.steps, "the same choices lead to the same place")
        if isShown { show(guide) }
    }

    /// - Returns: whether it was a choice.
    @discardableResult
    private static func type(_ word: String, _ guide: inout WalkGuide) -> Bool {
        let before = guide.walk
        do {
            try guide.choose(word)
            require(guide.walk.steps.count == before.steps.count + 1, "a choice is a step")
            return true
        } catch {
            let failure = Failure(error)
            require(failure.status == .usage, "a sound schema misses no node: \(failure.lines)")
            require(guide.walk.node.id == before.node.id && guide.walk.steps == before.steps, "what cannot be chosen changes nothing")
            return false
        }
    }

    private static func show(_ guide: WalkGuide) {
        let report = certain("a walk is shown") { () throws in try guide.report() }
        do throws(JSONParser.Failure) {
            _ = try JSONParser.parse(Array(report.json().utf8))
        } catch {
            fatalError("broken: the walk is no JSON at byte \(error.offset): \(error.message)")
        }
        require(report.markdown().hasSuffix("\n"), "a walk is written as Markdown")
    }
}

/// A schema that the input makes up: what the check finds nothing wrong with can be walked to an end.
private enum Made {
    static func walk(_ input: inout Input, nodes: Int) {
        let schema = schema(&input, nodes: nodes)
        let faults = schema.faults()
        require(schema.faults() == faults, "the same schema has the same faults")
        guard var walk = try? Walk(schema) else {
            return require(faults.contains { if case .missingStart = $0 { true } else { false } }, "a schema without a start is faulty")
        }
        var count = 0
        while !input.isEmpty, count < 64 {
            count += 1
            let choices = schema.choices(at: walk.node)
            switch Step(&input) {
            case .back: walk.goBack()
            case .choice(let place): choose(choices.isEmpty ? "" : choices[place % choices.count].id, &walk)
            case .word(let word): choose(word, &walk)
            }
            if faults.isEmpty { expectSense(walk) }
        }
        guard faults.isEmpty else { return }
        require(endsSomewhere(walk), "from everywhere in a sound schema a walk can end")
        require(!schema.paths().isEmpty, "a sound schema has a path")
        for path in schema.paths(isInDanger: true) {
            let end = try? Walk(schema, path.map { $0.choice }, isInDanger: true)
            require(end?.node.isSafety == true, "no walk in danger ends where a child is safe")
        }
    }

    private static func schema(_ input: inout Input, nodes: Int) -> DecisionSchema {
        var schema = DecisionSchema()
        schema.start = "0"
        for place in 0..<nodes {
            let shape = input.byte()
            let targets = input.number()
            var node = Node()
            // One id in sixteen is another node's.
            node.id = String(shape >> 4 == 0xF ? 0 : place)
            node.kind = Node.Kind(rawValue: UInt32(shape % 4)) ?? .outcome
            if node.kind == .outcome { node.actions = ["iets"] }
            node.isSafety = place % 2 == 0
            node.options = (0..<Int(shape >> 2 % 4)).map { choice(String($0), next: targets >> ($0 * 4) & 15) }
            if node.isSafety, node.kind == .question, node.options.count > 1 { node.options[0].nextInDanger = node.options[1].next }
            schema.nodes.append(node)
        }
        if nodes > 4 { schema.exits = [choice("uit", next: nodes - 1)] }
        return schema
    }

    private static func choice(_ id: String, next: Int) -> Choice {
        var choice = Choice()
        choice.id = id
        choice.next = String(next)
        return choice
    }

    /// Whether some choices lead to an outcome.
    private static func endsSomewhere(_ walk: Walk) -> Bool {
        var seen: Set<String> = []
        var open = [walk]
        while let walk = open.popLast() {
            if walk.hasEnded { return true }
            guard seen.insert(walk.node.id).inserted else { continue }
            for option in walk.node.options {
                var next = walk
                choose(option.id, &next)
                open.append(next)
            }
        }
        return false
    }
}
