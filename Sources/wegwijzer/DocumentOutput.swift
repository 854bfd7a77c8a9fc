import CatalogSource
import Documents
import Options
import Reports

/// A format that a document can be written in.
enum DocumentFormat: String, CaseIterable {
    case table = "tabel"
    case csv, xlsx
    case markdown = "md"
    case html, json, ndjson, svg

    /// The format of a file with this name.
    init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: ".") else { return nil }
        let ending = fileName[fileName.index(after: dot)...].lowercased()
        switch ending {
        case "txt": self = .table
        case "htm": self = .html
        default:
            guard ending != "tabel", let format = DocumentFormat(rawValue: ending) else { return nil }
            self = format
        }
    }
}

/// A document on its way to a file or the standard output.
struct DocumentOutput {
    let format: DocumentFormat
    private let path: String?
    private let invocation: Invocation

    /// The options by which it is asked for.
    /// - Parameter formats: those that the command can write.
    static func options(_ formats: [DocumentFormat]) -> [Option] {
        [
            Option(
                "formaat", .choice(formats.map { $0.rawValue }), help: "De vorm; bij --uit volgt zij vanzelf uit de naam van het bestand."),
            Option(
                "uit", short: "u", .text("BESTAND"), completes: .file,
                help: "Schrijft in een bestand, in één keer of niet; - is de standaarduitvoer."),
            Option("overschrijf", .flag, help: "Vervangt het bestand als het al bestaat."),
            Option("scheidingsteken", .text("TEKEN"), help: "Wat bij csv tussen de cellen staat (;)."),
            Option(
                "kaal", .flag, help: "Gewone csv voor programma's: met komma's, zonder tekens die Excel helpen en zonder kolom Selectie."),
            Option("titel", .text("TITEL"), help: "De titel boven het document."),
        ]
    }

    /// Reads the options, and asks or refuses before anything is done.
    init(_ invocation: Invocation, formats: [DocumentFormat], otherwise: DocumentFormat) throws {
        self.invocation = invocation
        path = invocation.value("uit").flatMap { OutputFile.isStandardOutput($0) ? nil : $0 }
        if let stated = invocation.value("formaat").flatMap({ DocumentFormat(rawValue: $0) }) {
            if let path { try DocumentOutput.refuse(path, as: stated) }
            format = stated
        } else if let path {
            guard let found = DocumentFormat(fileName: path), formats.contains(found) else {
                let endings = formats.map { $0 == .table ? ".txt" : ".\($0.rawValue)" }
                throw Failure(
                    .usage, "aan de naam \(path) is de vorm niet te zien; gebruik \(endings.joined(separator: ", ")) of --formaat")
            }
            format = found
        } else {
            format = otherwise
        }
        if let path {
            try DocumentOutput.mayWrite(path, invocation)
        } else if format == .xlsx, Terminal.showsOutput {
            throw Failure(.usage, "een werkmap is geen tekst; geef --uit BESTAND.xlsx")
        }
    }

    /// Refuses a name that promises another format than what would be written: a spreadsheet would not open it.
    private static func refuse(_ path: String, as format: DocumentFormat) throws {
        guard let named = DocumentFormat(fileName: path), named != format else { return }
        // Any text may be called so.
        if named == .table, format != .xlsx { return }
        throw Failure(
            .usage, "de naam \(path) en --formaat \(format.rawValue) spreken elkaar tegen; laat --formaat weg, of kies een andere naam")
    }

    /// On a terminal one may still say yes.
    private static func mayWrite(_ path: String, _ invocation: Invocation) throws {
        if Terminal.isInteractive, !invocation.has("overschrijf"), (try? Files.kind(of: path)) == .file {
            let answer = try Terminal.ask("\(path) bestaat al. Vervangen? (j/n) ")
            guard ["j", "ja"].contains(answer?.lowercased()) else { throw Failure(.usage, "\(path) is gebleven zoals het was") }
            return
        }
        try OutputFile.refuse(path, unless: invocation.has("overschrijf"), option: "uit")
    }

    /// The width for a table: that of the terminal, and none for a file.
    var width: Int? { path == nil ? Terminal.width : 120 }

    /// The title that was asked for.
    var title: String? { invocation.value("titel") }

    /// A report in the format, if it is one that every report can be written in.
    func bytes(of report: TabularReport, date: String) throws -> [UInt8]? {
        switch format {
        case .table: return Array(report.text(width: width).utf8)
        case .csv: return Array(report.csv(separator: try separator(), isPlain: invocation.has("kaal")).utf8)
        case .markdown: return Array(report.markdown().utf8)
        case .html: return Array(report.html().utf8)
        case .xlsx: return report.xlsx(date: date)
        case .json, .ndjson, .svg: return nil
        }
    }

    private func separator() throws -> Character {
        guard let stated = invocation.value("scheidingsteken") else { return invocation.has("kaal") ? "," : ";" }
        if stated == "\\t" || stated.lowercased() == "tab" { return "\t" }
        guard stated.count == 1, let mark = stated.first, mark.isASCII, mark != "\"", mark != "\r", mark != "\n", !mark.isLetter,
            !mark.isNumber
        else {
            throw Failure(.usage, "--scheidingsteken wil één teken, zoals ; of , of tab, niet ‘\(stated)’")
        }
        return mark
    }

    /// - Parameter contents: what is in it, in a few words.
    func write(_ bytes: [UInt8], contents: String? = nil) throws {
        guard let path else { return try Terminal.write(bytes: bytes) }
        try OutputFile.write(bytes, to: path, contents: contents)
    }
}

extension Invocation {
    /// Writes a report in the format of `SharedOptions.documentFormat` that was asked for.
    func write(_ report: some WrittenReport) throws {
        switch value("formaat") {
        case "json": try Terminal.write(report.json())
        case "md": try Terminal.write(report.markdown())
        default: try Terminal.write(report.text(width: Terminal.width))
        }
    }
}
