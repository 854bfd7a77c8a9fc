import Catalog
import CatalogSource
import Language
import Options
import Reports

/// `catalogus`: for those who keep a catalogue.
enum CatalogCommand {
    /// Something to do with a catalogue.
    private struct Task {
        let name: String
        /// What comes after its name.
        let operands: String
        let count: ClosedRange<Int>
        /// The options that mean something to it.
        let options: [String]
        let run: ([String], Invocation) throws -> Status
    }

    private static var tasks: [Task] {
        [
            Task(name: "controleer", operands: "[PAD]", count: 0...1, options: ["aanvulling-catalogus"], run: check),
            Task(
                name: "bouw", operands: "PAD --uit BESTAND", count: 1...1, options: ["aanvulling-catalogus", "uit", "overschrijf"],
                run: build),
            Task(name: "verschil", operands: "VAN NAAR", count: 2...2, options: ["formaat", "uit", "overschrijf"], run: compare),
            Task(
                name: "nieuw", operands: "ID [PAD]", count: 1...2, options: ["aanvulling-catalogus", "soort", "uit", "overschrijf"],
                run: create),
            Task(
                name: "bronnen", operands: "[PAD]", count: 0...1,
                options: ["aanvulling-catalogus"] + DocumentOutput.options(formats).map { $0.name }, run: references),
        ]
    }

    private static let formats: [DocumentFormat] = [.table, .csv, .xlsx, .markdown, .html, .json]

    static var action: Action {
        Action(
            command: Command(
                "catalogus", summary: "Controleert, vergelijkt en bouwt catalogi, en helpt bij een nieuw middel.",
                details: """
                    controleer [PAD]: controleert een map met JSON-bestanden of een gebouwde catalogus, en noemt elke fout met bestand en plaats; zonder PAD de ingebouwde.
                    bouw PAD --uit BESTAND: bouwt een map met JSON-bestanden tot één bestand, dat --catalogus leest.
                    verschil VAN NAAR: noemt wat anders is in de tweede map met JSON-bestanden, per middel en per veld. Uitgang 1 als er niets anders is.
                    nieuw ID [PAD]: geeft het bestand van een nieuw middel om in te vullen, met --soort interventie voor een interventie.
                    bronnen [PAD]: noemt verwijzingen die geen, één of meer middelen gebruiken, en alle webadressen.
                    """,
                operand: Operand(
                    "TAAK", count: 1...3, completes: .words(tasks.map { $0.name }), .file,
                    help: "Wat te doen: \(tasks.map { $0.name }.joined(separator: ", ")); en met welke catalogus."),
                options: [Option("soort", .choice(Kind.allCases.map { $0.id }), help: "De soort van het nieuwe middel (signalering).")]
                    + DocumentOutput.options(formats) + [SharedOptions.addition, SharedOptions.help],
                examples: [
                    "wegwijzer catalogus controleer Catalog", "wegwijzer catalogus bouw Catalog --uit regio.wegwijzer",
                    "wegwijzer catalogus verschil oud/Catalog Catalog --uit verschil.md",
                    "wegwijzer catalogus nieuw wijkscan --uit regio/instruments/wijkscan.json",
                    "wegwijzer catalogus bronnen --uit bronnen.xlsx",
                ]),
            run: run)
    }

    private static func run(_ invocation: Invocation) throws -> Status {
        let name = invocation.operands[0]
        guard let task = tasks.first(where: { $0.name == name }) else {
            let names = tasks.map { $0.name }
            let near = Spelling.nearest(to: name, in: names).map { "bedoelt u \($0)?" } ?? "kies uit: \(names.joined(separator: ", "))"
            throw Failure(.usage, "`catalogus` kent ‘\(name)’ niet; \(near)")
        }
        let operands = Array(invocation.operands.dropFirst())
        guard task.count.contains(operands.count) else {
            throw Failure(.usage, "zo gaat het: `wegwijzer catalogus \(task.name) \(task.operands)`")
        }
        if let other = action.command.options.first(where: { invocation.has($0.name) && !task.options.contains($0.name) }) {
            throw Failure(.usage, "`catalogus \(task.name)` kent --\(other.name) niet")
        }
        return try task.run(operands, invocation)
    }

    private static func check(_ operands: [String], _ invocation: Invocation) throws -> Status {
        let data = try data(operands.first, invocation)
        let instruments = data.tools.count { $0.kind == .instrument }
        let names =
            "\(instruments) signaleringsinstrumenten, \(data.tools.count - instruments) interventies, \(data.references.count) verwijzingen"
        try Terminal.write("De catalogus is in orde: \(names) (versie \(data.info.version), \(data.info.date)).\n")
        for old in data.oldChecks(on: Terminal.today) {
            Terminal.complain([
                "waarschuwing: \(old.file): \(old.what) is het laatst nagekeken op \(old.checked), meer dan zes maanden geleden"
            ])
        }
        return .found
    }

    /// A catalogue, wholly checked.
    private static func data(_ path: String?, _ invocation: Invocation) throws -> CatalogData {
        let snapshot = try LoadedCatalog.open(path, additions: invocation.values("aanvulling-catalogus")).snapshot
        do {
            try snapshot.verify()
            return try CatalogData(snapshot)
        } catch { throw Failure(error, path: path) }
    }

    private static func build(_ operands: [String], _ invocation: Invocation) throws -> Status {
        guard let output = invocation.value("uit") else { throw Failure(.usage, "`catalogus bouw` wil nog weten: --uit BESTAND") }
        try OutputFile.refuse(output, unless: invocation.has("overschrijf"), option: "uit")
        let catalog = try LoadedCatalog.open(operands[0], additions: invocation.values("aanvulling-catalogus"))
        try OutputFile.write(catalog.snapshot.bytes.base, to: output)
        return .found
    }

    private static func compare(_ operands: [String], _ invocation: Invocation) throws -> Status {
        let formats: [DocumentFormat] = [.table, .markdown, .json]
        let output = try DocumentOutput(invocation, formats: formats, otherwise: .table)
        guard formats.contains(output.format) else {
            throw Failure(.usage, "`catalogus verschil` is er als \(formats.map { $0.rawValue }.joined(separator: ", "))")
        }
        for path in operands { try refuseBuilt(path) }
        let difference = try CatalogDifference(from: operands[0], to: operands[1])
        let report = DifferenceReport(difference, from: operands[0], to: operands[1])
        switch output.format {
        case .json: try output.write(Array(report.json().utf8))
        case .markdown: try output.write(Array(report.markdown().utf8))
        default: try output.write(Array(report.text(width: output.width).utf8))
        }
        return difference.isEmpty ? .nothingFound : .found
    }

    /// A built catalogue knows its files no more.
    private static func refuseBuilt(_ path: String) throws {
        guard try Files.kind(of: path) == .directory else {
            throw Failure(.usage, "\(path) is geen map; geef de map met JSON-bestanden, ook van een gebouwde catalogus")
        }
    }

    private static func create(_ operands: [String], _ invocation: Invocation) throws -> Status {
        let id = operands[0]
        guard Tool.isWellFormed(id: id) else { throw Failure(.usage, "‘\(id)’ kan geen id zijn: \(Tool.advice(forID: id))") }
        let output = invocation.value("uit")
        if let output {
            guard
                output.split(separator: "/").last == "\(id).json" || OutputFile.isStandardOutput(output)
                    || (try? Files.kind(of: output)) == .other
            else {
                throw Failure(.usage, "een middel staat in een bestand met de naam van zijn id; noem het bestand \(id).json")
            }
            try OutputFile.refuse(output, unless: invocation.has("overschrijf"), option: "uit")
        }
        let data = try data(operands.count > 1 ? operands[1] : nil, invocation)
        if let existing = data.tools.first(where: { $0.id == id }) {
            throw Failure(.usage, "het id \(id) bestaat al: \(existing.name), \(existing.kind.name); kies een ander id")
        }
        let template = ToolTemplate(id: id, kind: invocation.value("soort").flatMap { Kind(id: $0) } ?? .instrument, data: data).json()
        if let output { try OutputFile.write(template.utf8, to: output) } else { try Terminal.write(template) }
        return .found
    }

    private static func references(_ operands: [String], _ invocation: Invocation) throws -> Status {
        let output = try DocumentOutput(invocation, formats: formats, otherwise: .table)
        let catalog = try LoadedCatalog.open(operands.first, additions: invocation.values("aanvulling-catalogus"))
        let report = try ReferenceReport(catalog.snapshot)
        let bytes = try output.bytes(of: report.table(title: output.title), date: report.date)
        try output.write(bytes ?? Array(report.json().utf8))
        return .found
    }
}
