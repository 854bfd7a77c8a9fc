import Testing

@testable import Documents

@Suite("Narrow columns")
struct SyllableTests {
    /// Words as a column of a width breaks them.
    @Test(
        "a long word is broken between syllables",
        arguments: [
            ("Jeugdbescherming", 15, ["Jeugdbescher-", "ming"]), ("Jeugdbescherming", 12, ["Jeugdbe-", "scherming"]),
            ("jeugdgezondheidszorg", 16, ["jeugdgezond-", "heidszorg"]), ("vroegsignalering", 14, ["vroegsignale-", "ring"]),
            ("mishandelingssignalen", 20, ["mishandelingssigna-", "len"]),
            ("Opvoedingsondersteuning", 18, ["Opvoedingsonder-", "steuning"]),
            ("xxxxxxxxxxxxxxxxxxxx", 10, ["xxxxxxxxx-", "xxxxxxxxx-", "xx"]), ("kort", 10, ["kort"]),
        ])
    func breaks(word: String, width: Int, lines: [String]) {
        #expect(DisplayText.lines(word, width: width).map { String($0) } == lines)
    }

    @Test(
        "nothing is lost, and every line fits",
        arguments: ["Jeugdbescherming", "wijkverpleegkundige/jeugdarts", "éénoudergezinnen", "https://example.org/lang"])
    func nothingIsLost(word: String) {
        for width in 4...24 {
            let lines = DisplayText.lines(word, width: width)
            #expect(lines.allSatisfy { DisplayText.width($0) <= width })
            #expect(lines.map { $0.hasSuffix("-") && !word.contains($0) ? $0.dropLast() : $0 }.joined() == word)
        }
    }
}

@Suite("Tables of different columns")
struct MixedTableTests {
    private static let report = TabularReport(
        title: "T", facts: [],
        tables: [
            Table(
                title: "Een, geteld", tab: "Een",
                columns: [.init(id: "a", heading: "A", width: 9), .init(id: "b", heading: "B", width: 9)],
                rows: [[.text("x"), .number(1)]], hasTotals: true),
            Table(
                title: "Twee, geteld", tab: "Twee",
                columns: [.init(id: "a", heading: "A", width: 9), .init(id: "c", heading: "C", width: 9)],
                rows: [[.text("y"), .number(2)], [.text("z"), .number(3)]]),
        ], explanation: ["Uitleg."], sources: [])

    @Test("csv has every column, and nothing under another's heading")
    func csv() {
        #expect(
            MixedTableTests.report.csv(separator: ",", isPlain: true)
                == "Groep,A,B,C\r\n\"Een, geteld\",x,1,\r\n\"Twee, geteld\",y,,2\r\n\"Twee, geteld\",z,,3\r\n")
    }

    @Test("a workbook has a sheet for each, and names for what it filters and repeats")
    func workbook() throws {
        let workbook = try WorkbookReader(MixedTableTests.report.xlsx(date: "2025-06-30"))
        #expect(workbook.elements("sheet", in: "xl/workbook.xml").compactMap { $0.attributes["name"] } == ["Een", "Twee", "Toelichting"])
        #expect(workbook.cells() == ["A1": "A", "B1": "B", "A2": "x", "B2": "1"])
        #expect(workbook.cells(in: "xl/worksheets/sheet2.xml") == ["A1": "A", "B1": "C", "A2": "y", "B2": "2", "A3": "z", "B3": "3"])
        let names = workbook.elements("definedName", in: "xl/workbook.xml")
        #expect(names.map { $0.attributes["localSheetId"] } == ["0", "0", "1", "1"])
        #expect(names.map { $0.text }.contains("Twee!$A$1:$B$3"))
        let selected = (1...2).map { workbook.elements("sheetView", in: "xl/worksheets/sheet\($0).xml").first?.attributes["tabSelected"] }
        #expect(selected == ["1", nil])
        #expect(workbook.parts.keys.filter { $0.hasPrefix("xl/worksheets/") }.count == 3)
    }
}
