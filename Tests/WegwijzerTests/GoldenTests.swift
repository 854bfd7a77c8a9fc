import Foundation
import Testing

/// What the program prints, kept as files in `Golden` that are read in review: a change in what users read is a change in one of them.
///
/// After a change that is meant: `WEGWIJZER_GOLDEN=write swift test --filter GoldenTests` writes them anew.
@Suite("Pages as they are kept")
struct GoldenTests {
    struct Page: CustomTestStringConvertible, Sendable {
        let name: String
        let words: [String]
        var testDescription: String { name }
    }

    @Test(arguments: [
        Page(name: "toon-sdq", words: ["toon", "sdq"]), Page(name: "toon-vipp-sd", words: ["toon", "vipp-sd"]),
        Page(name: "zoek", words: ["zoek", "KOPP 4-12 signalering"]),
        Page(name: "zoek-gevaar", words: ["zoek", "mijn vriend schudt de baby door elkaar, welke hulp is er"]),
        Page(name: "zoek-zelfdoding", words: ["zoek", "leerling van 15 wil niet meer leven"]),
        Page(name: "zoek-niets", words: ["zoek", "hoeveel kost een kind"]),
        Page(name: "vergelijk", words: ["vergelijk", "SDQ", "CBCL"]), Page(name: "bewijs", words: ["bewijs"]),
        Page(name: "lijst", words: ["lijst", "--doelgroep", "kvbo"]),
        Page(name: "overzicht-csv", words: ["overzicht", "--doelgroep", "mantelzorg", "--formaat", "csv"]),
        Page(name: "overzicht-md", words: ["overzicht", "--doelgroep", "18-jaar", "--soort", "signalering", "--formaat", "md"]),
        Page(name: "beslis", words: ["beslis", "driftbuien", "3", "jaar", "--antwoorden", "ouder,verder"]),
        Page(name: "beslis-gevaar", words: ["beslis", "hij slaat haar", "--gevaar"]),
        Page(name: "opvoedvraag", words: ["opvoedvraag", "zindelijk", "3"]), Page(name: "begrip", words: ["begrip", "KVBO"]),
        Page(name: "signalen", words: ["signalen", "--doelgroep", "armoede"]),
    ])
    func whatIsPrintedIsWhatIsKept(page: Page) throws {
        let run = try Run(page.words, environment: ["COLUMNS": "100"])
        try compare(run.output + (run.error.isEmpty ? "" : "--\n\(run.error)"), with: page.name)
    }

    /// The cells of a workbook, as another reader finds them.
    @Test func theCellsOfAWorkbookAreWhatIsKept() throws {
        let run = try Run("overzicht", "--doelgroep", "kvbo", "--soort", "signalering", "--formaat", "xlsx", "--uit", "-")
        let workbook = try WorkbookReader(run.outputBytes)
        let sheets = workbook.parts.keys.filter { $0.hasPrefix("xl/worksheets/") && $0.hasSuffix(".xml") }.sorted()
        let cells = sheets.flatMap { sheet in
            ["== \(sheet)"]
                + workbook.cells(in: sheet).sorted { $0.key.localizedStandardCompare($1.key) == .orderedAscending }.map {
                    "\($0.key): \($0.value)"
                }
        }
        try compare(cells.joined(separator: "\n") + "\n", with: "overzicht-xlsx")
    }

    /// Records the first line that is not as it is kept.
    private func compare(_ printed: String, with name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).txt")
        if ProcessInfo.processInfo.environment["WEGWIJZER_GOLDEN"] == "write" { try Data(printed.utf8).write(to: file) }
        let kept = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let (new, old) = (printed.components(separatedBy: "\n"), kept.components(separatedBy: "\n"))
        let place = (0..<max(new.count, old.count)).first { new.dropFirst($0).first != old.dropFirst($0).first }
        guard let place else { return }
        let (now, before) = (new.dropFirst(place).first ?? "(end)", old.dropFirst(place).first ?? "(end)")
        Issue.record("Golden/\(name).txt, line \(place + 1): “\(now.prefix(90))” was “\(before.prefix(90))”")
    }
}
