import Decision
import Documents
import Language
import Options
import Parenting
import Reports
import Search

/// `beslis`: walks through the guideline's decision schema.
enum DecisionCommand {
    static var action: Action {
        Action(
            command: Command(
                "beslis", summary: "Loopt het beslisschema Opvoedingsondersteuning door: van een vraag of zorg naar de volgende stap.",
                details: """
                    Een reconstructie uit de samenvatting van de JGZ-richtlijn Opvoedingsondersteuning (2013); bij elke stap staat waarop hij rust.
                    Op een terminal stelt de opdracht één vraag tegelijk. Daarbuiten geeft u de antwoorden mee. Niets van wat u typt wordt bewaard, ook niet in een verslag.
                    """,
                operand: Operand(
                    "WOORDEN", count: 0...1000, help: "Waar de vraag over gaat en de leeftijd, bijvoorbeeld: driftbuien 3 jaar."),
                options: [
                    Option(
                        "antwoorden", .text("A,B,C"),
                        help: "De antwoorden in volgorde, met een woord of een nummer, bijvoorbeeld ouder,verder,verder."),
                    Option("leeftijd", .text("LEEFTIJD"), repeats: true, help: "De leeftijd van het kind: 3, 4-12, \"18 maanden\"."),
                    Option(
                        "gevaar", .flag,
                        help: "De vraag of zorg wijst op gevaar: geen antwoord leidt dan naar geruststelling of een afspraak."),
                    Option(
                        "verslag", .text("BESTAND"), completes: .file,
                        help: "Schrijft de weg als Markdown in een bestand, zonder persoonsgegevens."),
                    Option("overschrijf", .flag, help: "Vervangt het bestand als het al bestaat."),
                    Option(
                        "schema", .choice(["mermaid", "dot", "json", "md"]),
                        help: "Tekent het hele schema, in plaats van het door te lopen."),
                    Option(
                        "achtergrond", .text("NAAM"), completes: .list("achtergrond"),
                        help: "Toont wat achter de stappen zit, bijvoorbeeld houding; `alle` noemt ze allemaal."),
                    SharedOptions.documentFormat,
                ] + SharedOptions.reading,
                examples: [
                    "wegwijzer beslis", "wegwijzer beslis driftbuien 3 jaar --antwoorden ouder,verder,verder,nee,ja",
                    "wegwijzer beslis --schema dot", "wegwijzer beslis --achtergrond vaardigheden",
                ]),
            run: run)
    }

    private static func run(_ invocation: Invocation) throws -> Status {
        let search = try LoadedCatalog.load(invocation).search
        let schema = try search.snapshot.record(.decision, as: DecisionSchema.self)
        if let format = invocation.value("schema") { return try draw(schema, format) }
        if let name = invocation.value("achtergrond") { return try show(name, of: schema, invocation) }
        let report = invocation.value("verslag")
        if let report { try OutputFile.refuse(report, unless: invocation.has("overschrijf"), option: "verslag") }

        var text = invocation.operands.joined(separator: " ")
        if text == "-" { text = try Terminal.readAll() }
        var question = try search.read(text)
        if invocation.has("leeftijd") { question.ages = try FilterOptions.ages(invocation, search) }
        let tables = try search.snapshot.record(.parenting, as: ParentingTables.self)
        var guide = try WalkGuide(schema, tables, question, isInDanger: invocation.has("gevaar"), search)
        for answer in invocation.value("antwoorden").map({ $0.split(separator: ",") }) ?? [] {
            // Danger has turned the walk: what was to follow belongs to a way that is not taken.
            if guide.walk.hasTurned { break }
            try guide.choose(answer.filter { $0 != " " })
        }
        if Terminal.isInteractive, !invocation.has("formaat") {
            try Conversation.hold(&guide)
        } else {
            let report = try guide.report()
            try invocation.write(report)
        }
        if let report {
            try OutputFile.write(guide.report().markdown().utf8, to: report)
            Terminal.complain(["het verslag staat in \(report)"])
        }
        return guide.walk.hasEnded || Terminal.isInteractive ? .found : .nothingFound
    }

    private static func draw(_ schema: DecisionSchema, _ format: String) throws -> Status {
        let drawing = DecisionDrawing(schema)
        switch format {
        case "mermaid": try Terminal.write(drawing.mermaid())
        case "dot": try Terminal.write(drawing.dot())
        case "json": try Terminal.write(drawing.json())
        default: try Terminal.write(drawing.markdown())
        }
        return .found
    }

    private static func show(_ name: String, of schema: DecisionSchema, _ invocation: Invocation) throws -> Status {
        let report = BackgroundReport(schema)
        let id = Folding.letters(name) == Folding.letters("alle") ? nil : report.ids.first { Folding.letters($0) == Folding.letters(name) }
        if id == nil, Folding.letters(name) != Folding.letters("alle") {
            throw Failure(.usage, "--achtergrond kent ‘\(name)’ niet; \(Spelling.advice(for: name, among: ["alle"] + report.ids))")
        }
        try Terminal.write(invocation.value("formaat") == "md" ? report.markdown(id) : report.text(id, width: Terminal.width))
        return .found
    }
}

/// A walk with what is known of the child, and what it looks like.
struct WalkGuide {
    private(set) var walk: Walk
    private(set) var question: Question
    let tables: ParentingTables
    let search: Search

    /// - Parameter isInDanger: whether there is danger, whatever the words of the question say.
    init(
        _ schema: DecisionSchema, _ tables: ParentingTables, _ question: Question, isInDanger: Bool, _ search: Search
    ) throws {
        self.tables = tables
        self.question = question
        self.search = search
        walk = try WalkGuide.begin(schema, question, isInDanger: isInDanger, search)
    }

    private static func begin(
        _ schema: DecisionSchema, _ question: Question, isInDanger: Bool, _ search: Search
    ) throws -> Walk {
        let speaksOfDanger = try search.speaksOfDanger(question)
        guard let walk = try? Walk(schema, isInDanger: isInDanger || speaksOfDanger) else {
            throw Failure(.invalidCatalog, "het beslisschema heeft geen begin")
        }
        return walk
    }

    func report() throws -> DecisionReport {
        try DecisionReport(walk, about: question, tables, search)
    }

    /// Makes a choice, by its word or its number.
    /// - Throws: `Failure` that says which there are; the walk then stands where it stood.
    mutating func choose(_ typed: String) throws {
        let choices = walk.schema.choices(at: walk.node)
        let number = Int(typed).flatMap { choices.indices.contains($0 - 1) ? choices[$0 - 1].id : nil }
        do {
            try walk.choose(number ?? choices.first { Folding.letters($0.id) == Folding.letters(typed) }?.id ?? typed)
        } catch {
            switch error {
            case .ended: throw Failure(.usage, "het antwoord ‘\(typed)’ is er te veel: het schema is al bij ‘\(walk.node.title)’ geëindigd")
            case .noNode(let id): throw Failure(.invalidCatalog, "het beslisschema heeft geen stap \(id)")
            case .noOption(_, let allowed):
                throw Failure(
                    .usage, "het antwoord ‘\(typed)’ past niet bij ‘\(walk.node.title)’; kies uit: \(allowed.joined(separator: ", "))")
            }
        }
    }

    mutating func goBack() { walk.goBack() }

    /// Learns what the question is about, and the child's age; the walk then begins.
    mutating func learn(_ text: String) throws {
        let read = try search.read(text)
        question = read
        walk = try WalkGuide.begin(walk.schema, read, isInDanger: walk.isInDanger, search)
    }
}
