import Foundation
import Testing

/// `bewijs` as a csv and a workbook: every number read back, and compared with counts made from the files.
@Suite struct EvidenceExportTests {
    private static let selections: [[String]] = [
        [], ["--tel", "middelen"], ["--soort", "interventie"], ["--soort", "signalering", "--tel", "middelen"],
        ["--doelgroep", "armoede", "--doelgroep", "kvbo"],
    ]

    /// How many rows or tools of a kind there are at a level, by its name; of a group, or of those that were chosen.
    private func count(_ kind: String, _ level: String, _ group: String?, _ options: [String]) -> Int {
        let chosen = zip(options, options.dropFirst()).filter { $0.0 == "--doelgroep" }.map { $0.1 }
        let own = ReportRow.all.filter { row in
            let isInGroup = group.map { row.groupName == $0 } ?? (chosen.isEmpty || chosen.contains(row.group))
            return row.kind == kind && isInGroup && row.levelName == level
        }
        return options.contains("middelen") ? Set(own.map { $0.tool }).count : own.count { !$0.isPointer }
    }

    @Test(arguments: selections.indices, [false, true])
    func everyNumberOfTheCSV(selection: Int, isPlain: Bool) throws {
        let options = EvidenceExportTests.selections[selection]
        let run = try Run(["bewijs", "--formaat", "csv"] + options + (isPlain ? ["--kaal"] : []))
        let table = CSVReader.read(run.output, separator: isPlain ? "," : ";")
        let heading = options.contains("middelen") ? "Middelen" : "Vermeldingen"
        #expect(table.headings == ["Soort", "Doelgroep", "Niveau", heading] + (isPlain ? [] : ["Selectie"]))
        #expect(table.rows.count >= 27)
        for row in table.rows {
            #expect(row.count == table.headings.count)
            let kind = row[0] == "interventie" ? "interventie" : "signalering"
            let group = row[1] == "alle doelgroepen" ? nil : row[1]
            #expect(Int(row[3]) == count(kind, row[2], group, options), "\(row)")
        }
    }

    @Test(arguments: selections.indices)
    func everyNumberOfTheWorkbook(selection: Int) throws {
        let options = EvidenceExportTests.selections[selection]
        let directory = try TemporaryDirectory()
        #expect(try Run(["bewijs", "--uit", directory.path("b.xlsx")] + options).ending == .found)
        let workbook = try WorkbookReader(directory.bytes("b.xlsx"))
        let names = workbook.elements("sheet", in: "xl/workbook.xml").compactMap { $0.attributes["name"] }
        let kinds = ["Signaleringsinstrumenten", "Interventies"].filter { names.contains($0) }
        // A kind alone stands on the sheet that every workbook has.
        #expect(names == (kinds.isEmpty ? ["Overzicht"] : kinds) + ["Toelichting"])
        for (place, name) in (kinds.isEmpty ? ["Overzicht"] : kinds).enumerated() {
            let kind = name == "Interventies" || options.contains("interventie") ? "interventie" : "signalering"
            let rows = rows(workbook.cells(in: "xl/worksheets/sheet\(place + 1).xml"))
            let first = kinds.isEmpty ? 1 : 0
            #expect(rows[0].last == "totaal")
            for row in rows.dropFirst() {
                #expect(row.count == rows[0].count)
                let group = row[first] == "alle doelgroepen" ? nil : row[first]
                var total = 0
                for (level, number) in zip(rows[0], row).dropFirst(first + 1).dropLast() {
                    let expected = count(kind, level, group, options)
                    total += expected
                    #expect(Int(number) == expected, "\(name), \(row[first]), \(level)")
                }
                #expect(row.last == "\(total)")
            }
        }
    }

    /// The cells row by row.
    private func rows(_ cells: [String: String]) -> [[String]] {
        let places = cells.keys.compactMap { key in
            Int(key.drop { $0.isLetter }).map { (key: key, column: key.prefix { $0.isLetter }, row: $0) }
        }
        let sorted = places.sorted { ($0.row, $0.column.count, $0.column) < ($1.row, $1.column.count, $1.column) }
        return Dictionary(grouping: sorted, by: { $0.row }).sorted { $0.key < $1.key }.map { $0.value.map { cells[$0.key] ?? "" } }
    }

    @Test(arguments: ["tabel", "md", "html"])
    func gapsHaveAHeading(format: String) throws {
        let text = try Run("bewijs", "--formaat", format).output
        let heading = try #require(text.ranges(of: "Gaten").first)
        let gap = try #require(text.ranges(of: "Eenouder: geen signaleringsinstrumenten").first)
        let explanation = try #require(text.ranges(of: "Toelichting").first)
        #expect(heading.lowerBound < gap.lowerBound && gap.lowerBound < explanation.lowerBound)
    }
}

/// A row of the report's tables, with its tool's level.
struct ReportRow: Sendable {
    let tool, kind, group, level: String
    /// What users read for the group and the level.
    let groupName, levelName: String
    let isPointer: Bool

    static let all: [ReportRow] = Project.tools.flatMap { id -> [ReportRow] in
        guard let file = try? Project.tool(id), let kind = file["kind"] as? String,
            let level = (file["evidence"] as? [String: Any])?["level"] as? String, let listings = file["listings"] as? [[String: Any]]
        else { return [] }
        return listings.compactMap { listing in
            guard listing["source"] as? String == "kennissynthese-2025", let group = listing["targetGroup"] as? String else { return nil }
            guard let groupName = try? Project.groupName(group),
                let levelName = try? Project.levelName(level, ofInstrument: kind == "signalering")
            else { return nil }
            return ReportRow(
                tool: id, kind: kind, group: group, level: level, groupName: groupName, levelName: levelName,
                isPointer: listing["pointer"] as? Bool == true)
        }
    }
}
