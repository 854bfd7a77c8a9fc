import Storage
import Testing

@testable import Documents

@Suite("A workbook")
struct WorkbookTests {
    /// A report of one column.
    private static func report(_ cells: [Cell], hasTotals: Bool = false) -> TabularReport {
        let table = Table(columns: [Table.Column(id: "naam", heading: "Naam", width: 20)], rows: cells.map { [$0] }, hasTotals: hasTotals)
        return TabularReport(
            title: "Een & ander", facts: [("Keuze", "<alles>")], tables: [table], explanation: ["Leeg is leeg."], sources: ["Bron"])
    }

    private static func workbook(_ cells: [Cell], hasTotals: Bool = false) throws -> WorkbookReader {
        try WorkbookReader(report(cells, hasTotals: hasTotals).xlsx(date: "2025-06-30"))
    }

    @Test("holds the table: texts as text, numbers as numbers, nothing for what is empty")
    func table() throws {
        let workbook = try WorkbookTests.workbook([.text("SDQ"), .number(-12), .empty])
        #expect(workbook.cells() == ["A1": "Naam", "A2": "SDQ", "A3": "-12"])
        #expect(workbook.elements("c").map { $0.attributes["t"] } == ["inlineStr", "inlineStr", "n"])
    }

    @Test("explains the table on a second sheet")
    func explanation() throws {
        let workbook = try WorkbookTests.workbook([])
        #expect(workbook.elements("sheet", in: "xl/workbook.xml").map { $0.attributes["name"] } == ["Overzicht", "Toelichting"])
        #expect(
            workbook.cells(in: "xl/worksheets/sheet2.xml") == [
                "A1": "Een & ander", "A3": "Keuze", "B3": "<alles>", "A5": "Toelichting", "B5": "Leeg is leeg.", "A7": "Bronnen",
                "B7": "Bron",
            ])
    }

    @Test(
        "gives back every text",
        arguments: [
            "=1+1", "+31", "-4", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "\"'", "een\ntwee\tdrie", " ervoor en erna ",
            "<script>alert(1)</script>", "&amp;", "]]>", "ï 中 😀", "_x000D_", "_x000d_", "_x0041_x0042_", "__x0041__",
            "_x004_", "_x", "_", "",
        ])
    func texts(text: String) throws { #expect(try WorkbookTests.workbook([.text(text)]).cells()["A2"] == text) }

    @Test(
        "leaves out marks that change how a line is shown unseen", arguments: ["\u{202E}a", "a\u{200B}", "\u{FEFF}a", "\u{1B}a", "\u{9B}a"])
    func unseen(text: String) throws { #expect(try WorkbookTests.workbook([.text(text)]).cells()["A2"] == "a") }

    @Test("gives back a text of the size that a cell can hold", arguments: [10_000, 32_767])
    func size(count: Int) throws {
        // Two bytes each.
        let text = String(repeating: "é", count: count)
        #expect(try WorkbookTests.workbook([.text(text)]).cells()["A2"] == text)
    }

    @Test("leaves out what XML does not allow")
    func controlCharacters() throws {
        #expect(try WorkbookTests.workbook([.text("a\u{1B}[31m\0\u{7}\u{FFFE}b\u{FFFF}c")]).cells()["A2"] == "a[31mbc")
        // What is left must not be read as a character by its number.
        #expect(try WorkbookTests.workbook([.text("_x00\u{1B}41_")]).cells()["A2"] == "_x0041_")
        #expect(try WorkbookTests.workbook([.text("een\r\ntwee\rdrie")]).cells()["A2"] == "een\ntwee\ndrie")
    }

    @Test("cuts what is longer than a cell can hold, not in the middle of a character")
    func longText() throws {
        let long = try WorkbookTests.workbook([.text(String(repeating: "n", count: 40_000))]).cells()["A2"]
        #expect(long == String(repeating: "n", count: 32_766) + "…")
        let wide = try WorkbookTests.workbook([.text("n" + String(repeating: "😀", count: 20_000))]).cells()["A2"]
        #expect(wide == "n" + String(repeating: "😀", count: 16_382) + "…")
    }

    @Test("opens the address of a cell, which its text names")
    func links() throws {
        let workbook = try WorkbookTests.workbook([
            .link(title: "Site", url: "https://example.org/a?b=\"1\"&c=<é>%20%#deel"),
            .links([Cell.Link(title: "Een", url: "https://example.org/1"), Cell.Link(title: "Twee", url: "https://example.org/2")]),
            .link(title: "Geen", url: "javascript:alert(1)"),
            .link(title: "Lang", url: "https://example.org/" + String(repeating: "a", count: 3_000)),
        ])
        #expect(workbook.elements("hyperlink").map { $0.attributes["ref"] } == ["A2", "A3"])
        #expect(workbook.elements("hyperlink").map { $0.attributes["location"] } == ["deel", nil])
        let targets = workbook.elements("Relationship", in: "xl/worksheets/_rels/sheet1.xml.rels")
        #expect(
            targets.map { $0.attributes["Target"] } == [
                "https://example.org/a?b=%221%22&c=%3C%C3%A9%3E%20%25", "https://example.org/1",
            ])
        #expect(targets.allSatisfy { $0.attributes["TargetMode"] == "External" })
        #expect(targets.map { $0.attributes["Id"] } == workbook.elements("hyperlink").map { $0.attributes["r:id"] })
        #expect(workbook.cells()["A3"] == "Een: https://example.org/1; Twee: https://example.org/2")
    }

    @Test("has the elements of its sheets in the order of the schema")
    func order() throws {
        let order = [
            "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter", "hyperlinks", "printOptions",
            "pageMargins",
            "pageSetup", "headerFooter", "ignoredErrors",
        ]
        let workbook = try WorkbookTests.workbook([.link(title: "Site", url: "https://example.org")])
        for part in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] {
            let found = (workbook.parts[part] ?? []).map(\.name).filter { order.contains($0) }
            #expect(found == order.filter { found.contains($0) })
        }
    }

    @Test("filters the rows, but not the totals")
    func filter() throws {
        let rows: [Cell] = [.number(1), .number(2), .number(3)]
        #expect(try WorkbookTests.workbook(rows).elements("autoFilter").map { $0.attributes["ref"] } == ["A1:A4"])
        let workbook = try WorkbookTests.workbook(rows, hasTotals: true)
        #expect(workbook.elements("autoFilter").map { $0.attributes["ref"] } == ["A1:A3"])
        let names = workbook.elements("definedName", in: "xl/workbook.xml")
        #expect(names.map(\.text) == ["Overzicht!$A$1:$A$3", "Overzicht!$1:$1"])
    }

    @Test("keeps the names of the rows in sight when the table is wider than a screen")
    func wide() throws {
        let columns = (0..<30).map { Table.Column(id: "k\($0)", heading: "Kolom \($0)", width: 20) }
        let table = Table(title: "Groep 1", columns: columns, rows: [columns.map { .text($0.heading) }])
        let report = TabularReport(title: "Breed", facts: [], tables: [table], explanation: [], sources: [])
        let workbook = try WorkbookReader(report.xlsx(date: "2025-06-30"))
        #expect(workbook.elements("pane").map { $0.attributes["topLeftCell"] } == ["C2"])
        #expect(workbook.elements("definedName", in: "xl/workbook.xml").last?.text == "Overzicht!$A:$B,Overzicht!$1:$1")
        // The group comes before the thirty columns.
        #expect(workbook.cells()["AE2"] == "Kolom 29")
    }

    @Test("without columns, and of a day that is none, is a workbook too")
    func nothing() throws {
        let report = TabularReport(title: "", facts: [], tables: [], explanation: [], sources: [])
        let workbook = try WorkbookReader(report.xlsx(date: "gisteren"))
        #expect(workbook.elements("c").isEmpty)
        #expect(workbook.elements("dcterms:created", in: "docProps/core.xml").isEmpty)
    }

    @Test("is the same every time")
    func deterministic() {
        let report = WorkbookTests.report([.text("SDQ"), .link(title: "Site", url: "https://example.org")])
        #expect(report.xlsx(date: "2025-06-30") == report.xlsx(date: "2025-06-30"))
    }

    @Test("makes room for the lines of a text")
    func height() {
        #expect(RowHeight.lines("", width: 20) == 1)
        #expect(RowHeight.lines("kort", width: 20) == 1)
        #expect(RowHeight.lines("een\ntwee\n", width: 20) == 3)
        #expect(RowHeight.lines("twaalf woorden", width: 10) == 2)
        #expect(RowHeight.lines(String(repeating: "n", count: 100), width: 20) == 6)
    }
}
