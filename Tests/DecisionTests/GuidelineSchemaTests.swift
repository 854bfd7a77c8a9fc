import BuiltInCatalog
import Catalog
import Decision
import Parenting
import Search
import Testing

/// The decision schema of the catalogue, walked along every path.
@Suite("The guideline's decision schema")
struct GuidelineSchemaTests {
    private static let schema = (try? BuiltInCatalog.snapshot().record(.decision, as: DecisionSchema.self)) ?? DecisionSchema()
    private static let paths = schema.paths()

    /// The outcomes for a child that may not be safe.
    private static let safe = ["advies", "veiligheid", "direct-gevaar", "zelfdoding"]

    private var schema: DecisionSchema { GuidelineSchemaTests.schema }

    @Test("has no faults, and more than one way to every outcome but those that one judgement leads to")
    func sound() {
        #expect(schema.faults() == [])
        #expect(schema.nodes.count == 31)
        #expect(GuidelineSchemaTests.paths.count == 433)
        let outcomes = schema.nodes.filter { $0.kind == .outcome }.map { $0.id }
        #expect(outcomes == ["geruststellen", "oorzaak-eerst", "overleg", "afspreken"] + GuidelineSchemaTests.safe)
    }

    @Test("every path ends in an outcome with an action and a source, and says at every step what it rests on")
    func everyPath() throws {
        var reached: [String: Int] = [:]
        for path in GuidelineSchemaTests.paths {
            var walk = try Walk(schema)
            for step in path {
                #expect(walk.node.id == step.node)
                try walk.choose(step.choice)
            }
            #expect(walk.hasEnded)
            #expect(!walk.node.actions.isEmpty)
            #expect(walk.way.allSatisfy { $0.node.place.isEmpty == $0.node.isOurs })
            #expect(walk.way.count == path.count + 1)
            reached[walk.node.id, default: 0] += 1
        }
        #expect(Set(reached.keys) == Set(schema.nodes.filter { $0.kind == .outcome }.map { $0.id }))
    }

    @Test("at every question and step there is a way to safety and one to help at danger of suicide, in one choice")
    func exits() {
        for node in schema.nodes where node.kind != .outcome {
            for outcome in ["veiligheid", "zelfdoding"] {
                #expect(schema.choices(at: node).count { $0.next == outcome } == 1, "\(node.id), \(outcome)")
            }
        }
    }

    @Test("no way to reassurance, agreement or consultation goes round a question of safety, or on from another answer than no")
    func askedOnEveryWay() throws {
        var count = 0
        for path in GuidelineSchemaTests.paths {
            let walk = try Walk(schema, path.map { $0.choice })
            guard !GuidelineSchemaTests.safe.contains(walk.node.id) else { continue }
            count += 1
            let asked = walk.way.filter { $0.node.isSafety }
            #expect(!asked.isEmpty && asked.allSatisfy { $0.choice?.id == "nee" }, "\(path.map { $0.choice })")
        }
        #expect(count == 91)
    }

    @Test(
        "safety is asked before the concern is shared, after clarifying, after anamnesis and after consultation",
        arguments: [
            ("veilig-voor-delen", "zorg-delen"), ("veilig-na-verhelderen", "oorzaken"), ("veilig-na-uitvragen", "opvoedinstrument"),
            ("veilig-na-overleg", "oordeel"),
        ])
    func asked(question: String, next: String) throws {
        let node = try #require(schema.node(question))
        #expect(node.isSafety && node.isOurs)
        #expect(node.options.map { $0.id } == ["nee", "weet-niet", "ja", "nu"])
        #expect(node.options.map { $0.next } == [next, "advies", "veiligheid", "direct-gevaar"])
        // Nothing comes between, and the four ask the same.
        #expect(schema.nodes.filter { $0.options.contains { $0.next == next } }.map { $0.id } == [question])
        #expect(node.actions == schema.node("veilig-voor-delen")?.actions)
        for danger in [
            "nog niet kruipt", "alleen tussen leeft", "Seksueel misbruik", "eten, verzorging", "nu niet voor het kind", "zelfdoding",
        ] {
            #expect(node.actions.contains { $0.contains(danger) }, "\(danger)")
        }
    }

    @Test("a question that speaks of danger comes to no outcome for a child that is safe, whatever is answered")
    func danger() throws {
        let paths = schema.paths(isInDanger: true)
        #expect(paths.count == 16)
        for path in paths {
            let walk = try Walk(schema, path.map { $0.choice }, isInDanger: true)
            #expect(GuidelineSchemaTests.safe.contains(walk.node.id), "\(path.map { $0.choice })")
        }
    }

    @Test(
        "where a concern is shared or others are brought in stands when parents are not told first",
        arguments: ["zorg-delen", "overleg", "kies-meer"])
    func caution(node: String) throws {
        let caution = try #require(schema.node(node)?.caution)
        for danger in [
            "eer van de familie", "gedwongen huwelijk", "besnijdenis", "achterlating", "dwingt en controleert", "zelf de pleger",
        ] {
            #expect(caution.contains(danger), "\(danger)")
        }
    }

    @Test(
        "citizens, professionals and schools in Flanders are told apart, and no listening line is an emergency number",
        arguments: ["advies", "veiligheid"])
    func flanders(node: String) throws {
        let actions = try #require(schema.node(node)?.actions)
        let professional = try #require(actions.first { $0.hasPrefix("Vlaanderen, als professional") })
        #expect(professional.contains("Vertrouwenscentrum Kindermishandeling") && professional.contains("CLB"))
        #expect(!professional.contains("1712"))
        #expect(actions.contains { $0.hasPrefix("Vlaanderen, als burger") && $0.contains("1712") })
        #expect(actions.contains { $0.contains("Bel 112. Politie in België: 101.") })
        let texts = schema.nodes.flatMap { $0.actions + [$0.text, $0.why, $0.caution ?? ""] }
        #expect(!texts.contains { $0.contains("meldpunt") || $0.contains("noodnummer") })
    }

    @Test("what names a number says when it was checked")
    func checked() {
        for node in schema.nodes {
            let text = (node.actions + [node.text, node.caution ?? ""]).joined(separator: " ")
            let names = ["0800", "112", "113", "1712", "1813", "Vertrouwenscentrum"].contains { text.contains($0) }
            #expect(names == !node.checked.isEmpty, "\(node.id)")
        }
    }

    @Test("what the source does not say is marked as ours at the node, and names no chapter")
    func ours() {
        let ours = schema.nodes.filter { $0.isOurs }
        #expect(
            ours.map { $0.id } == [
                "veilig-voor-delen", "niet-herkend", "veilig-na-verhelderen", "oorzaak-eerst", "veilig-na-uitvragen", "veilig-na-overleg",
                "overleg",
            ] + GuidelineSchemaTests.safe)
        #expect(ours.allSatisfy { $0.place.isEmpty })
    }

    @Test("reassurance is one question away from every parent's question that is normal for the phase")
    func reassurance() throws {
        var walk = try Walk(schema)
        for choice in ["ouder", "verder", "verder", "nee", "nee", "ja"] { try walk.choose(choice) }
        #expect(walk.node.id == "geruststellen")
        #expect(walk.node.tables == [.prevention])
    }

    @Test(
        "instruments by age, as the guideline has them",
        arguments: [(24, ["bitsea", "sdq"]), (48, ["sdq"]), (132, ["sdq"]), (156, ["sdq", "kivpa"]), (216, ["sdq", "kivpa"])])
    func instruments(months: Int, expected: [String]) throws {
        let node = try #require(schema.node("psychosociaal-kiezen"))
        let age = AgeRange(from: Int32(months), to: Int32(months) + 1)
        #expect(node.tools.filter { $0.serves([age]) }.map { $0.tool } == expected)
    }

    @Test("above 13 years there is no instrument for parenting problems")
    func olderChildren() throws {
        let node = try #require(schema.node("opvoedinstrument-kiezen"))
        #expect(node.tools.map { $0.tool } == ["spark", "samenstarten-dmo", "nosik"])
        #expect(node.tools.allSatisfy { $0.serves([AgeRange(from: 156, to: 168)]) })
        #expect(!node.tools.contains { $0.serves([AgeRange(from: 168, to: 180)]) })
    }

    @Test("every background is reached from a step, or is one to look up")
    func backgrounds() {
        let known = Set(schema.backgrounds.map { $0.id })
        let used = Set(schema.nodes.flatMap { $0.backgrounds })
        #expect(used.isSubset(of: known))
        #expect(known.isSuperset(of: ["houding", "vaardigheden", "competenties", "empowerment", "scholing", "online", "media"]))
        #expect(schema.backgrounds.allSatisfy { !$0.points.isEmpty && !$0.place.isEmpty })
    }
}

@Suite("Tables of the guideline, asked")
struct ParentingAnswerTests {
    private let tables: ParentingTables

    init() throws { tables = try BuiltInCatalog.snapshot().record(.parenting, as: ParentingTables.self) }

    /// Whole years, as the printed ages count them.
    private func years(_ from: Int32, _ to: Int32? = nil) -> [AgeRange] { [AgeRange(from: from * 12, to: ((to ?? from) + 1) * 12)] }

    /// An age, the phases of table 1, and those of table 2.
    private static let borders: [(age: Int32, phases: [String], questionPhases: [String])] = [
        (0, ["0-2"], ["baby"]), (1, ["0-2"], ["baby", "peuter-kleuter"]), (2, ["0-2", "2-4"], ["peuter-kleuter"]),
        (3, ["2-4"], ["peuter-kleuter"]), (4, ["2-4", "5-12"], ["peuter-kleuter", "schoolkind"]), (5, ["5-12"], ["schoolkind"]),
        (11, ["5-12"], ["schoolkind"]), (12, ["5-12", "12-19"], ["schoolkind", "adolescent"]), (13, ["12-19"], ["adolescent"]),
        (19, ["12-19"], ["adolescent"]), (20, [], []),
    ]

    @Test("a child near a border is shown both neighbours", arguments: borders)
    func border(age: Int32, phases: [String], questionPhases: [String]) {
        let answer = tables.answer(about: [], ages: years(age))
        #expect(answer.phases.map { $0.id } == phases)
        #expect(answer.questionPhases.map { $0.id } == questionPhases)
    }

    @Test("halfway the year before a border both phases are shown")
    func halfway() {
        let answer = tables.answer(about: [], ages: [AgeRange(from: 18, to: 19)])
        #expect(answer.questionPhases.map { $0.id } == ["baby", "peuter-kleuter"])
    }

    @Test("before birth nothing is said")
    func pregnancy() {
        let answer = tables.answer(about: [], ages: [AgeRange(from: -9, to: 0)])
        #expect(answer.phases.isEmpty && answer.questionPhases.isEmpty)
    }

    @Test("without a subject, all questions; without an age, all phases")
    func whole() {
        let answer = tables.answer(about: [], ages: [])
        #expect(answer.phases.count == 4)
        #expect(answer.questions.count == 8)
        #expect(answer.questions.map { $0.offers.count } == tables.questions.map { $0.offers.count })
    }

    @Test("tantrums at 3 are normal, and behaviour is the question")
    func tantrums() {
        let answer = tables.answer(about: ["driftbuien"], ages: years(3))
        #expect(answer.phases.flatMap { $0.normal }.filter { answer.isAsked($0) }.map { $0.name } == ["driftbuien"])
        #expect(answer.questions.map { $0.id } == ["lastig-gedrag"])
        #expect(answer.questions[0].offers.map { $0.help } == [.prevention, .light])
    }

    @Test("what stands at another age only is told with that age")
    func elsewhere() {
        let answer = tables.answer(about: ["spijbelen"], ages: years(8))
        #expect(answer.elsewhere.map { $0.phase.id } == ["12-19", "12-19"])
        #expect(answer.elsewhere.map { $0.isSerious } == [false, true])
    }

    @Test(
        "what is only a serious problem brings no prevention and no light help", arguments: ["suicide", "eetstoornis", "genderidentiteit"])
    func serious(subject: String) {
        let answer = tables.answer(about: [subject], ages: years(15))
        #expect(answer.isSeriousOnly)
        #expect(answer.questions.isEmpty)
    }

    @Test("what no question is about gets the general one, and that is said")
    func general() {
        let answer = tables.answer(about: ["schoolprestaties"], ages: years(8))
        #expect(answer.isGeneral)
        #expect(answer.questions.map { $0.id } == ["aanpak-opvoeding"])
    }

    @Test("a subject's own words are read as that subject, so that a way can be repeated")
    func ownWords() throws {
        let search = Search(try BuiltInCatalog.snapshot())
        for subject in tables.subjects {
            let words = subject.replacing("-", with: " ")
            let read = try tables.subjects(at: search.read(words).parenting)
            #expect(read == [subject], "\(words)")
        }
    }

    @Test(
        "an age in words is read as that age",
        arguments: ["3 jaar", "4-12", "18 maanden", "vanaf 8", "onder de 2", "zwanger", "2,5 jaar", "peuter", "8 weken"])
    func ownAges(stated: String) throws {
        let search = Search(try BuiltInCatalog.snapshot())
        let ages = try search.read(stated).ages
        #expect(!ages.isEmpty)
        for age in ages {
            let again = try search.read(AgeText.text(age)).ages
            #expect(again.map { $0.from } == [age.from] && again.map { $0.to } == [age.to], "\(AgeText.text(age))")
        }
    }

    @Test("everything that the tables name finds itself")
    func ownNames() throws {
        let search = Search(try BuiltInCatalog.snapshot())
        for problem in tables.phases.flatMap({ $0.normal + $0.serious }) {
            let answer = tables.answer(about: tables.subjects(at: try search.read(problem.name).parenting), ages: [])
            #expect(answer.isAsked(problem), "\(problem.name)")
        }
    }

    @Test(
        "words that parents use for what the tables name",
        arguments: [
            ("ruzie 8 jaar", "ruzies"), ("nog niet zindelijk", "zindelijkheid"), ("enuresis", "zindelijkheid"), ("huilt veel", "huilen"),
            ("schooluitval 15 jaar", "schoolweigering"), ("laag prestatieniveau", "schoolprestaties"), ("adhd", "druk-gedrag"),
        ])
    func parentsWords(words: String, subject: String) throws {
        let read = try tables.subjects(at: Search(BuiltInCatalog.snapshot()).read(words).parenting)
        #expect(read.contains(subject), "\(read)")
    }

    @Test("a child of 13 that no longer eats is led to what is serious at that age; quarrels of parents are no quarrels of children")
    func meanings() throws {
        let search = Search(try BuiltInCatalog.snapshot())
        let question = try search.read("puber 13 eet niet meer")
        let answer = tables.answer(about: tables.subjects(at: question.parenting), ages: question.ages)
        let serious = answer.phases.flatMap { $0.serious }.filter { answer.isAsked($0) }.map { $0.name }
        #expect(serious == ["anorexia en boulimia (nervosa)"])
        #expect(try search.read("ouders hebben ruzie").parenting.isEmpty)
    }

    @Test("VIPP-SD has two verdicts, in two rows")
    func verdicts() {
        var verdicts: [String] = []
        for offered in tables.questions.flatMap({ $0.offers }).flatMap({ $0.interventions }) where offered.tool == "vipp-sd" {
            verdicts.append(tables.verdict(on: offered))
        }
        #expect(verdicts == ["bewezen effectief (niveau 2, mate van evidence)", "in theorie effectief"])
    }
}
