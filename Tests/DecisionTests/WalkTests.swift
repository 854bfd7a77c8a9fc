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

    @Test("words of danger turn the answer that the child is safe, and what was to follow is left out")
    func danger() throws {
        let safe = try Walk(.guarded, ["nee"])
        #expect(safe.node.id == "gerust")
        #expect(!safe.hasTurned)
        let turned = try Walk(.guarded, ["nee", "ja"], isInDanger: true)
        #expect(turned.node.id == "advies")
        #expect(turned.hasTurned)
        #expect(turned.steps.count == 1)
        #expect(try !Walk(.guarded, ["ja"], isInDanger: true).hasTurned)
    }

    @Test("an exit stands where no option of the node leads there already")
    func exits() throws {
        var schema = DecisionSchema.guarded
        schema.exits = [.make("hulp", "advies"), .make("weg", "gerust")]
        schema.nodes[0].options = [.make("nee", "gerust", inDanger: "advies")]
        let choices = schema.choices(at: try #require(schema.node("veilig")))
        #expect(choices.map { $0.id } == ["nee", "hulp"])
    }

    @Test("a schema in which every way to reassurance was asked whether the child is safe has no faults")
    func guarded() { #expect(DecisionSchema.guarded.faults() == []) }

    @Test("a way to an outcome for a child that is safe, though nobody said so, is a fault", arguments: Unsafe.allCases)
    func unsafe(unsafe: Unsafe) { #expect(unsafe.schema.faults() == unsafe.faults) }
}

/// The guarded schema, with a way around its question of safety.
enum Unsafe: CaseIterable {
    case notAsked, asksOfNothing, yesReassures, unknownReassures, dangerReassures, forgottenByASecondQuestion, exit, answerElsewhere

    var schema: DecisionSchema {
        var schema = DecisionSchema.guarded
        switch self {
        case .notAsked:
            schema.nodes.append(.make("begin", .question, [.make("vraag", "veilig"), .make("snel", "gerust")]))
            schema.start = "begin"
        case .asksOfNothing: schema.nodes[0].isSafety = false
        case .yesReassures: schema.nodes[0].options[1].next = "gerust"
        case .unknownReassures: schema.nodes[0].options.append(.make("weet-niet", "gerust"))
        case .dangerReassures: schema.nodes[0].options[0].nextInDanger = "gerust"
        case .forgottenByASecondQuestion:
            schema.nodes[0].options[0].next = "nog-eens"
            schema.nodes.append(.make("nog-eens", .question, [.make("ja", "gerust"), .make("nee", "gerust", inDanger: "advies")]))
            schema.nodes[3].isSafety = true
        case .exit:
            schema.exits = [.make("klaar", "einde")]
            schema.nodes.append(.make("einde", .outcome))
            schema.nodes[3].actions = ["Stop."]
        case .answerElsewhere:
            schema.nodes[2].options = [.make("nee", "gerust", inDanger: "advies")]
            schema.nodes[2].kind = .question
            schema.nodes[2].isSafety = false
        }
        return schema
    }

    var faults: [SchemaFault] {
        switch self {
        case .notAsked: [.unsafeOutcome(node: "gerust", way: ["snel"])]
        case .asksOfNothing: [.misplacedSafety(node: "veilig", choice: "nee"), .unsafeOutcome(node: "gerust", way: ["nee"])]
        case .yesReassures: [.unsafeOutcome(node: "gerust", way: ["ja"])]
        case .unknownReassures: [.unsafeOutcome(node: "gerust", way: ["weet-niet"])]
        case .dangerReassures: [.unsafeOutcome(node: "gerust", way: ["nee"])]
        case .forgottenByASecondQuestion: [.unsafeOutcome(node: "gerust", way: ["nee", "ja"])]
        case .exit: [.unsafeOutcome(node: "einde", way: ["klaar"])]
        case .answerElsewhere: [.misplacedSafety(node: "advies", choice: "nee"), .unsafeOutcome(node: "gerust", way: ["nee", "nee"])]
        }
    }
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
        // It is walked, not asked whether a child is safe.
        schema.nodes[2].isSafety = true
        return schema
    }

    /// One question of safety, and what its answers lead to.
    static var guarded: DecisionSchema {
        var schema = DecisionSchema()
        schema.start = "veilig"
        schema.nodes = [
            .make("veilig", .question, [.make("nee", "gerust", inDanger: "advies"), .make("ja", "advies")]), .make("gerust", .outcome),
            .make("advies", .outcome),
        ]
        schema.nodes[0].isSafety = true
        schema.nodes[1].actions = ["Stel gerust."]
        schema.nodes[2].actions = ["Vraag advies."]
        schema.nodes[2].isSafety = true
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
    static func make(_ id: String, _ next: String, inDanger: String? = nil) -> Choice {
        var choice = Choice()
        choice.id = id
        choice.next = next
        choice.nextInDanger = inDanger
        return choice
    }
}
