import Foundation
import Testing

/// `wegwijzer bewijs`: its numbers recomputed from the files in another way.
@Suite struct EvidenceCommandTests {
    private func cells(_ options: String...) throws -> [[String: Any]] {
        try #require(try Run(["bewijs", "--formaat", "json"] + options).json["matrix"] as? [[String: Any]])
    }

    @Test func everyCellIsWhatTheFilesHold() throws {
        for cell in try cells() {
            let own = ReportRow.all.filter { row in
                row.kind == cell["kind"] as? String && row.level == cell["level"] as? String
                    && (cell["targetGroup"] is NSNull || row.group == cell["targetGroup"] as? String)
            }
            #expect(cell["listings"] as? Int == own.count { !$0.isPointer }, "\(cell)")
            #expect(cell["tools"] as? Int == Set(own.map { $0.tool }).count, "\(cell)")
        }
    }

    @Test func theTotalsAreThoseOfTelling() throws {
        let counts = try #require(try Run("telling", "--formaat", "json").json["counts"] as? [[String: Any]])
        let cells = try cells()
        for count in counts {
            let own = cells.filter {
                $0["kind"] as? String == count["kind"] as? String && $0["targetGroup"] as? String == count["targetGroup"] as? String
            }
            for key in ["listings", "tools"] { #expect(own.reduce(0) { $0 + ($1[key] as? Int ?? 0) } == count[key] as? Int, "\(count)") }
        }
    }

    @Test(arguments: [("vermeldingen", "86", "128"), ("middelen", "62", "87")])
    func theTableHasTheSameNumbers(counting: String, instruments: String, interventions: String) throws {
        let tables = MarkdownReader.read(try Run("bewijs", "--tel", counting, "--formaat", "md").output)
        #expect(tables.map { $0.rows.last?.last } == [instruments, interventions])
        #expect(tables.map { $0.rows.count } == [9, 9])
        let page = try #require(PageReader(try Run("bewijs", "--tel", counting, "--formaat", "html").output))
        #expect(page.tables == tables)
    }

    @Test func gapsAreNamed() throws {
        let gaps = try #require(try Run("bewijs", "--formaat", "json").json["gaps"] as? [String])
        #expect(gaps.contains { $0.hasPrefix("Eenouder: geen signaleringsinstrumenten") })
        #expect(gaps.contains { $0.hasPrefix("Migratie: geen signaleringsinstrumenten") })
        #expect(gaps.contains("Mantelzorg: bij de interventies is niets sterker dan ‘niet onderzocht’."))
        #expect(!gaps.contains { $0.hasPrefix("Armoede: bij de interventies") })
    }

    @Test func narrowed() throws {
        let cells = try cells("--soort", "interventie", "--doelgroep", "armoede")
        #expect(Set(cells.compactMap { $0["kind"] as? String }) == ["interventie"])
        #expect(Set(cells.compactMap { $0["targetGroup"] as? String }) == ["armoede"])
        #expect(cells.filter { $0["targetGroup"] is NSNull }.reduce(0) { $0 + ($1["listings"] as? Int ?? 0) } == 11)
    }

    @Test func underEveryLevelItsToolsWithStatementAndPlace() throws {
        let table = CSVReader.read(try Run("bewijs", "--detail", "--formaat", "csv", "--kaal").output, separator: ",")
        #expect(table.rows.count == Project.tools.count)
        let statements = Set(table.column("Wat de bron zegt"))
        for id in Project.tools {
            let evidence = try #require(try Project.tool(id)["evidence"] as? [String: Any])
            #expect(statements.contains(try #require(evidence["statement"] as? String)), "\(id)")
        }
        let places = ["tabel", "hoofdstuk", "project", "p. ", "dia"]
        #expect(table.column("Waar het staat").allSatisfy { place in places.contains { place.contains($0) } })
    }

    @Test func cotanAndWhatIsOutdated() throws {
        let cotan = CSVReader.read(try Run("bewijs", "--cotan", "--formaat", "csv", "--kaal").output, separator: ",")
        #expect(cotan.rows.count == 66)
        #expect(cotan.rows.filter { $0[0].hasPrefix("beoordeeld") }.count == 4)
        #expect(cotan.column("Jaar").compactMap { Int($0) } == [1995, 1999, 1999])
        let old = CSVReader.read(try Run("bewijs", "--verouderd", "--formaat", "csv", "--kaal").output, separator: ",")
        #expect(old.column("Wat").filter { $0 == "erkenning verlopen" }.count == 1)
        #expect(old.column("Wat").filter { $0 == "normen verouderd" }.count == 2)
        let years = old.column("Jaar").compactMap { Int($0) }
        #expect(years == years.sorted())
    }

    @Test func theChartSaysItAllInWordsToo() throws {
        let run = try Run("bewijs", "--formaat", "svg")
        let chart = try #require(PageReader(run.output))
        #expect(chart.elements.isSuperset(of: ["svg", "title", "desc", "rect", "text"]))
        #expect(chart.elements.isDisjoint(with: ["script", "image", "style"]))
        let description = try #require(chart.texts["desc"]?.first)
        #expect(description.contains("Eenouder: geen"))
        #expect(description.contains("Mantelzorg: 4 niet onderzocht"))
    }

    @Test(arguments: [40, 80])
    func barsAndTableFitNarrowScreens(width: Int) throws {
        let environment = ["COLUMNS": "\(width)"]
        expectLines(of: try Run(["bewijs", "--grafiek"], environment: environment), fit: width)
        expectLines(of: try Run(["bewijs"], environment: environment), fit: width)
        expectLines(of: try Run(["bewijs", "uitleg"], environment: environment), fit: width)
    }

    @Test func everyLevelIsExplained() throws {
        let text = try Run("bewijs", "uitleg").output
        let scales = try Project.object(Project.catalog.appending(path: "evidence-scales.json"))
        for key in ["instrumentLevels", "interventionLevels"] {
            for level in try #require(scales[key] as? [[String: Any]]) {
                for part in ["name", "meaning", "rule"] { #expect(text.contains(try #require(level[part] as? String))) }
            }
        }
        #expect(text.contains("Geen bewijs is geen bewijs dat iets niet werkt"))
    }

    @Test(arguments: [
        ["bewijs", "uitlek"], ["bewijs", "--detail", "--cotan"], ["bewijs", "--detail", "--formaat", "svg"], ["bewijs", "--vorm", "groep"],
        ["bewijs", "--grafiek", "--formaat", "csv"],
    ])
    func wrongUseIsOneLine(words: [String]) throws {
        let run = try Run(words)
        #expect(run.ending == .usage)
        #expect(run.output == "")
        #expect(run.error.split(separator: "\n").count == 1)
    }
}

/// `wegwijzer vergelijk`: tools side by side.
@Suite struct CompareCommandTests {
    @Test func fieldByField() throws {
        let json = try Run("vergelijk", "SDQ", "CBCL", "--formaat", "json").json
        let fields = try #require(json["fields"] as? [[String: Any]])
        for field in fields {
            let values = try #require(field["values"] as? [Any])
            #expect(values.count == 2)
            #expect(field["differs"] as? Bool == ("\(values[0])" != "\(values[1])"), "\(field)")
        }
        let table = MarkdownReader.read(try Run("vergelijk", "SDQ", "CBCL", "--formaat", "md").output)[0]
        #expect(table.headings.count == 3)
        #expect(table.rows.count == fields.count)
        #expect(table.rows.filter { $0[0].hasSuffix("(verschilt)") }.count == fields.count { $0["differs"] as? Bool == true })
    }

    @Test func oneOrSevenOrTheSameTwiceIsWrongUse() throws {
        #expect(try Run("vergelijk", "SDQ").ending == .usage)
        #expect(try Run("vergelijk", "SDQ", "sdq").ending == .usage)
        #expect(try Run("vergelijk", "SDQ", "CBCL", "TRF", "YSR", "KCS", "AISI", "NOSI").ending == .usage)
        #expect(try Run("vergelijk", "SDQ", "CBCL", "TRF", "YSR", "KCS", "AISI").ending == .found)
    }

    @Test func anUnknownNameIsSaid() throws {
        let run = try Run("vergelijk", "SDQ", "Bestaatniet")
        #expect(run.ending == .nothingFound)
        #expect(run.output == "")
        #expect(run.error.contains("Bestaatniet"))
    }

    @Test(arguments: [40, 80, 120])
    func itFitsTheScreen(width: Int) throws {
        expectLines(of: try Run(["vergelijk", "SDQ", "CBCL", "TRF"], environment: ["COLUMNS": "\(width)"]), fit: width)
    }
}
