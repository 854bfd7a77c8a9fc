import Catalog
import Documents
import Parenting
import Search
import Storage

/// What the guideline's tables say of a parenting question.
public struct ParentingReport: WrittenReport {
    private let answer: ParentingAnswer
    private let tables: ParentingTables
    private let question: Question
    /// The notices that the words of the question call for.
    private let notices: [String]
    private let source: Source

    /// What the tables say to a question.
    /// - Parameters:
    ///   - tables: what the guideline says of parenting by age.
    ///   - question: the words as they were read, with the child's ages.
    ///   - notices: where to turn in danger.
    ///   - search: the search whose catalogue it shows.
    public init(_ tables: ParentingTables, _ question: Question, notices: [String], _ search: Search) throws(SnapshotError) {
        self.tables = tables
        self.question = question
        self.notices = notices
        answer = tables.answer(about: tables.subjects(question), ages: question.ages)
        let info = try search.snapshot.record(.info, as: CatalogInfo.self)
        source = info.source(tables.source) ?? Source()
    }

    /// Whether the tables know something that was asked for: the words, or else the age.
    public var isFound: Bool {
        let knowsAge = question.ages.isEmpty || !answer.phases.isEmpty || !answer.questionPhases.isEmpty
        return knowsAge && (!asksSomething || !answer.subjects.isEmpty)
    }

    /// Whether there are words besides an age.
    private var asksSomething: Bool {
        !(answer.subjects.isEmpty && question.besideParenting.isEmpty && question.topics.isEmpty && question.unused.isEmpty
            && question.scopes.isEmpty
            && question[.group] == 0
            && question.names.isEmpty)
    }

    // MARK: For people

    public var document: Document {
        var page = Document()
        page.title(question.text.isEmpty ? "Opvoedvragen" : "Opvoedvraag: \(question.text)")
        page.paragraph(understood)
        for notice in notices { page.notice(notice) }
        if !isFound { page.paragraph(notFound) }
        if isSeriousHere {
            page.paragraph(
                "Let op: dit staat ook bij de voorbeelden van een ernstig probleem. Weeg met de ouder het moment, de duur en de hevigheid; `wegwijzer beslis` helpt daarbij."
            )
        }
        for phase in answer.phases { page.phase(phase, answer) }
        addElsewhere(to: &page)
        addQuestions(to: &page)
        page.heading("Hoe te lezen")
        page.item(
            "Bron: \(source.title) (\(source.dated)), tabel 1 en tabel 2. De oordelen zijn van toen; zoek de stand van nu op in de databank van het NJi."
        )
        for note in notes { page.item(note) }
        // The whole table comes with all that is to be said of it.
        let count = asksSomething || !question.ages.isEmpty ? 2 : .max
        for remark in tables.phaseRemarks.prefix(count) + tables.questionRemarks.prefix(count) { page.item(remark) }
        page.item("Of iets gewoon of ernstig is, beoordeelt u met de ouder. `wegwijzer beslis` loopt het beslisschema met u door.")
        return page
    }

    /// What was understood, and how much stands here.
    private var understood: String {
        if question.ages.isEmpty {
            return tables.reading(of: question) + " Noem ook een leeftijd, dan staat hier alleen wat daarbij hoort."
        }
        return tables.reading(of: question) + (answer.phases.count > 1 ? " De leeftijd raakt meer dan één fase; ze staan er allemaal." : "")
    }

    private var notFound: String {
        if answer.phases.isEmpty, answer.questionPhases.isEmpty {
            return
                "De tabellen gaan over 0 tot en met 19 jaar. De richtlijn noemt de zwangerschap en 19 tot en met 23 jaar, maar werkt die niet uit."
        }
        return
            "De tabellen noemen dit niet met name. Hier staat wat zij in het algemeen zeggen. `wegwijzer zoek` zoekt in alle middelen."
    }

    /// Whether a shown phase has what was asked for among its serious problems.
    private var isSeriousHere: Bool { answer.phases.contains { phase in phase.serious.contains { answer.isAsked($0) } } }

    private func addElsewhere(to page: inout Document) {
        guard !answer.elsewhere.isEmpty else { return }
        page.section(
            "Bij andere leeftijden",
            answer.elsewhere.map {
                "\($0.problem.name): \($0.isSerious ? "voorbeeld van een ernstig probleem" : "gewoon") bij \($0.phase.ages.stated)"
            })
    }

    private func addQuestions(to page: inout Document) {
        if answer.isSeriousOnly {
            page.heading("Tabel 2")
            page.paragraph("Tabel 2 noemt hiervoor geen preventie of lichte hulp. `wegwijzer beslis` loopt de stappen met u door.")
        }
        if answer.isGeneral, !answer.subjects.isEmpty {
            page.heading("Tabel 2")
            page.paragraph(
                "Tabel 2 heeft hiervoor geen eigen vraag. Hier staat wat zij bij opvoeden in het algemeen noemt; dat is onze keuze.")
        }
        for question in answer.questions {
            page.heading("\(question.name) (tabel 2)")
            for phase in answer.questionPhases {
                for offer in question.offers where offer.phase == phase.id {
                    page.items("\(phase.ages.stated), \(offer.help.name)", offer.interventions.map { described($0) })
                }
            }
            let uncertain = question.offers.filter { $0.phase == nil }
            for offer in uncertain { page.items("fase onzeker, \(offer.help.name)", offer.interventions.map { described($0) }) }
            if let remark = question.remark { page.field(uncertain.isEmpty ? "Zie ook" : "Onzeker", remark) }
        }
    }

    /// Where the source contradicts itself about what is shown.
    private var notes: [String] {
        let shown = Set(answer.questions.flatMap { $0.offers }.flatMap { $0.interventions }.map { $0.tool })
        return tables.notes.filter { shown.contains($0.tool) }.map { $0.text }
    }

    private func described(_ offered: Offered) -> String {
        "\(offered.stated): \(tables.verdict(on: offered)) (`\(Destination.tool(offered.tool).command)`)"
    }

    // MARK: For programs

    /// The answer as JSON, format 1.
    public func json() -> String {
        JSONValue.object([
            ("format", .number(1)),
            (
                "question",
                .object([
                    ("text", .text(question.text)), ("ages", .list(question.ages.map { JSONValue($0) })),
                    ("subjects", JSONValue(answer.subjects)),
                    ("besideTables", JSONValue(tables.besideTables(question))), ("unused", JSONValue(question.unused)),
                ])
            ),
            ("found", .bool(isFound)),
            (
                "questionPhases",
                .list(answer.questionPhases.map { .object([("id", .text($0.id)), ("ages", JSONValue($0.ages, stated: $0.ages.stated))]) })
            ), ("phases", .list(answer.phases.map { json($0) })),
            (
                "elsewhere",
                .list(
                    answer.elsewhere.map {
                        .object([
                            ("phase", .text($0.phase.id)), ("problem", .text($0.problem.name)), ("serious", .bool($0.isSerious)),
                        ])
                    })
            ),
            ("notes", JSONValue(notes)),
            ("general", .bool(answer.isGeneral)), ("questions", .list(answer.questions.map { json($0) })), ("notices", JSONValue(notices)),
            ("source", .text(source.id)), ("dated", .text(source.dated)),
        ]).json() + "\n"
    }

    private func json(_ phase: DevelopmentPhase) -> JSONValue {
        func problems(_ problems: [Problem]) -> JSONValue {
            .list(problems.map { .object([("name", .text($0.name)), ("asked", .bool(answer.isAsked($0)))]) })
        }
        return .object([
            ("id", .text(phase.id)), ("ages", JSONValue(phase.ages)), ("milieus", JSONValue(phase.milieus)),
            ("developmentalTasks", JSONValue(phase.developmentalTasks)), ("parentingTasks", JSONValue(phase.parentingTasks)),
            ("normalProblems", problems(phase.normal)), ("seriousProblems", problems(phase.serious)), ("notes", JSONValue(phase.notes)),
        ])
    }

    private func json(_ question: ParentingQuestion) -> JSONValue {
        .object([
            ("id", .text(question.id)), ("name", .text(question.name)), ("under", JSONValue(optional: question.under)),
            (
                "offers",
                .list(
                    question.offers.map { offer in
                        .object([
                            ("phase", JSONValue(optional: offer.phase)), ("help", .text(offer.help.id)),
                            (
                                "interventions",
                                .list(
                                    offer.interventions.map {
                                        .object([
                                            ("tool", .text($0.tool)), ("stated", .text($0.stated)),
                                            ("verdict", .text(tables.verdict(on: $0))),
                                        ])
                                    })
                            ),
                        ])
                    })
            ), ("remark", JSONValue(optional: question.remark)),
        ])
    }
}
