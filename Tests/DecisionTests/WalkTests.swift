import Decision
import Testing

@Suite("A walk through a decision schema")
struct WalkTests {
    @Test("choices lead on to an outcome, and every step can be taken back")
    func walk() throws {
        var walk = try Walk(.example)
        #expect(walk.node.id == "vraag")
        try walk.choose("ja")
        #expect(walk.node.id == "uitleg")
        try walk.choose("verder")
        #expect(walk.hasEnded)
        #expect(walk.steps.map { $0.node } == ["vraag", "uitleg"])
        #expect(walk.steps.map { $0.choice } == ["ja", "verder"])
        walk.goBack()
        #expect(walk.node.id == "uitleg")
        walk.goBack()
        walk.goBack()
        #expect(walk.node.id == "vraag")
        #expect(walk.steps.isEmpty)
    }

    @Test("a wrong choice says which were possible and leaves the walk where it was")
    func wrongChoice() throws {
        var walk = try Walk(.example)
        #expect(throws: Walk.Failure.noOption("misschien", allowed: ["ja", "nee"])) { try walk.choose("misschien") }
        #expect(walk.node.id == "vraag")
    }

    @Test("after an outcome nothing can be chosen")
    func ended() throws {
        var walk = try Walk(.example)
        try walk.choose("nee")
        #expect(throws: Walk.Failure.ended) { try walk.choose("ja") }
    }

    @Test("a schema without its start cannot be walked")
    func noStart() {
        var schema = DecisionSchema.example
        schema.start = "begin"
        #expect(throws: Walk.Failure.noNode("begin")) { try Walk(schema) }
        #expect(schema.faults().contains(.missingStart("begin")))
    }

    @Test("the example has no faults")
    func sound() { #expect(DecisionSchema.example.faults() == []) }

    @Test("every kind of fault is found", arguments: Broken.allCases)
    func faults(broken: Broken) { #expect(broken.schema.faults() == broken.faults) }
}

/// The example schema, broken in one way.
enum Broken: CaseIterable {
    case target, deadEnd, unreachable, loop, duplicate, optionAtOutcome

    var schema: DecisionSchema {
        var schema = DecisionSchema.example
        switch self {
        case .target: schema.nodes[0].options[1].next = "nergens"
        case .deadEnd: schema.nodes[1].options = []
        case .unreachable: schema.nodes.append(.make("eiland", .step, [.make("verder", "einde")]))
        case .loop: schema.nodes[1].options[0].next = "uitleg"
        case .duplicate: schema.nodes.append(schema.nodes[2])
        case .optionAtOutcome: schema.nodes[2].options = [.make("terug", "vraag")]
        }
        return schema
    }

    var faults: [SchemaFault] {
        switch self {
        case .target: [.missingTarget(node: "vraag", choice: "nee", target: "nergens")]
        case .deadEnd: [.wrongOptions(node: "uitleg")]
        case .unreachable: [.unreachable(node: "eiland")]
        case .loop: [.noWayOut(node: "uitleg")]
        case .duplicate: [.duplicate(node: "einde")]
        case .optionAtOutcome: [.wrongOptions(node: "einde")]
        }
    }
}

extension DecisionSchema {
    static var example: DecisionSchema {
        var schema = DecisionSchema()
        schema.title = "Voorbeeld"
        schema.start = "vraag"
        schema.nodes = [
            .make("vraag", .question, [.make("ja", "uitleg"), .make("nee", "einde")]), .make("uitleg", .step, [.make("verder", "einde")]),
            .make("einde", .outcome),
        ]
        schema.nodes[2].actions = ["Doe iets."]
        return schema
    }
}

extension Node {
    static func make(_ id: String, _ kind: Kind, _ options: [Choice] = []) -> Node {
        var node = Node()
        node.id = id
        node.kind = kind
        node.options = options
        return node
    }
}

extension Choice {
    static func make(_ id: String, _ next: String) -> Choice {
        var choice = Choice()
        choice.id = id
        choice.next = next
        return choice
    }
}
