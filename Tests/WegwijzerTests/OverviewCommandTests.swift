import Foundation
import Testing

/// `wegwijzer lijst` and `overzicht`: every format is read back and compared with the catalogue's files.
@Suite struct OverviewCommandTests {
    /// The catalogue's files by name, as the program shows a name.
    private static var files: [[String: Any]] { Project.tools.compactMap { try? Project.tool($0) } }

    private static func text(_ file: [String: Any], _ key: String) -> String { file[key] as? String ?? "niet vermeld" }

    private static func bound(_ file: [String: Any], _ key: String) -> String {
        let bounds = (file["ages"] as? [[String: Any]] ?? []).map { $0[key] as? Int }
        guard !bounds.isEmpty, !bounds.contains(nil) else { return "" }
        let known = bounds.compactMap { $0 }
        return (key == "from" ? known.min() : known.max()).map { String($0) } ?? ""
    }

    /// Compares the columns that can be told from a file at a glance.
    private func compare(_ table: ReadTable) throws {
        #expect(table.rows.count == OverviewCommandTests.files.count)
        #expect(table.rows.allSatisfy { $0.count == table.headings.count })
        for (id, row) in zip(table.column("Id"), table.rows) {
            let file = try Project.tool(id)
            func cell(_ heading: String) throws -> String { row[try #require(table.headings.firstIndex(of: heading))] }
            let evidence = try #require(file["evidence"] as? [String: Any])
            #expect(try cell("Naam").hasPrefix(OverviewCommandTests.text(file, "name")), "\(id)")
            #expect(try cell("Samenvatting") == OverviewCommandTests.text(file, "summary"), "\(id)")
            #expect(try cell("Doel") == OverviewCommandTests.text(file, "purpose"), "\(id)")
            #expect(try cell("Werkwijze") == OverviewCommandTests.text(file, "method"), "\(id)")
            #expect(try cell("Voor wie") == OverviewCommandTests.text(file, "audience"), "\(id)")
            #expect(try cell("Wat de bron zegt") == OverviewCommandTests.text(evidence, "statement"), "\(id)")
            #expect(try cell("Vanaf (maanden)") == OverviewCommandTests.bound(file, "from"), "\(id)")
            #expect(try cell("Tot (maanden)") == OverviewCommandTests.bound(file, "to"), "\(id)")
            #expect(try cell("Let op") == (evidence["caveats"] as? [String] ?? []).joined(separator: " "), "\(id)")
            #expect(try cell("Opmerkingen") == (file["remarks"] as? [String] ?? []).joined(separator: " "), "\(id)")
            let administrators = file["administeredBy"] as? [String] ?? []
            #expect(try cell("Uitvoerder") == (administrators.isEmpty ? "niet vermeld" : administrators.joined(separator: "; ")), "\(id)")
            let level = try Project.levelName(
                #require(evidence["level"] as? String), ofInstrument: file["kind"] as? String == "signalering")
            let scope = (evidence["scope"] as? [String: Any])?["text"] as? String
            #expect(try cell("Niveau") == level + (scope.map { " (\($0))" } ?? ""), "\(id)")
        }
    }

    // MARK: Formats

    @Test func csvForExcel() throws {
        let run = try Run("overzicht", "--formaat", "csv")
        #expect(run.outputBytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let table = CSVReader.read(run.output, separator: ";")
        try compare(table)
        #expect(
            table.column("Selectie").allSatisfy {
                $0.hasPrefix("Keuze: alle middelen | Aantal: \(Project.tools.count) van de \(Project.tools.count)")
            })
    }

    @Test func plainCSV() throws {
        let run = try Run("overzicht", "--formaat", "csv", "--kaal")
        #expect(!run.outputBytes.starts(with: [0xEF]))
        let table = CSVReader.read(run.output, separator: ",")
        try compare(table)
        #expect(!table.headings.contains("Selectie"))
        #expect(
            CSVReader.read(try Run("overzicht", "--formaat", "csv", "--kaal", "--scheidingsteken", "tab").output, separator: "\t") == table)
    }

    @Test func markdown() throws {
        let run = try Run("overzicht", "--formaat", "md", "--kolommen", "alle")
        let tables = MarkdownReader.read(run.output)
        #expect(tables.count == 1)
        try compare(tables[0])
    }

    @Test func aPageWithoutScripts() throws {
        let run = try Run("overzicht", "--formaat", "html", "--kolommen", "alle")
        let page = try #require(PageReader(run.output))
        try compare(page.tables[0])
        #expect(page.elements.isDisjoint(with: ["script", "img", "iframe", "link", "object"]))
        #expect(page.texts["title"] == page.texts["h1"])
    }

    @Test func jsonIsTheFilesAndNDJSONTheSameByLine() throws {
        let json = try Run("lijst", "--formaat", "json").json
        let tools = try #require(json["tools"] as? [[String: Any]])
        #expect(json["selected"] as? Int == Project.tools.count)
        for tool in tools {
            let file = try Project.tool(#require(tool["id"] as? String))
            for key in ["name", "summary", "abbreviation", "purpose", "method", "audience", "availability", "kind"] {
                #expect(tool[key] as? String == file[key] as? String, "\(key)")
            }
            for key in ["aimedAt", "forms", "settings", "administeredBy", "topics", "references"] {
                #expect(tool[key] as? [String] == file[key] as? [String], "\(key)")
            }
            #expect((tool["listings"] as? [Any])?.count == (file["listings"] as? [Any])?.count)
        }
        let lines = try Run("lijst", "--formaat", "ndjson").lines
        let again = try lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary) }
        #expect(again == tools.map { $0 as NSDictionary })
    }

    @Test(arguments: [40, 80])
    func aListFitsTheScreenAndCutsNoName(width: Int) throws {
        let run = try Run(["lijst"], environment: ["COLUMNS": "\(width)"])
        expectLines(of: run, fit: width)
        let words = Set(run.output.split { $0.isWhitespace })
        for file in OverviewCommandTests.files where width == 80 {
            for word in OverviewCommandTests.text(file, "name").split(separator: " ") where word.count <= 14 {
                #expect(words.contains { $0.contains(word) }, "\(word)")
            }
        }
    }

    // MARK: Selection

    /// The ids that options select.
    private func ids(_ options: String...) throws -> Set<String> {
        let json = try Run(["lijst", "--formaat", "json"] + options).json
        return Set(try #require(json["tools"] as? [[String: Any]]).compactMap { $0["id"] as? String })
    }

    @Test func valuesOfOneOptionAddAndDifferentOptionsNarrow() throws {
        let poverty = try ids("--doelgroep", "armoede")
        let carers = try ids("--doelgroep", "mantelzorg")
        #expect(try ids("--doelgroep", "armoede", "--doelgroep", "mantelzorg") == poverty.union(carers))
        let instruments = try ids("--soort", "signalering")
        #expect(try ids("--doelgroep", "armoede", "--soort", "signalering") == poverty.intersection(instruments))
        #expect(try ids("--soort", "signalering", "--soort", "interventie").count == Project.tools.count)
        #expect(try ids("--niet-doelgroep", "armoede").isDisjoint(with: poverty))
        #expect(try ids("--niet-doelgroep", "armoede").count == Project.tools.count - poverty.count)
    }

    @Test func everyFilterIsWhatTheFilesSay() throws {
        func expected(_ keep: ([String: Any]) -> Bool) -> Set<String> {
            Set(OverviewCommandTests.files.filter(keep).compactMap { $0["id"] as? String })
        }
        func has(_ key: String, _ value: String) -> Set<String> { expected { ($0[key] as? [String] ?? []).contains(value) } }
        #expect(try ids("--setting", "onderwijs") == has("settings", "onderwijs").union(has("settingsBroad", "onderwijs")))
        #expect(try ids("--vorm", "groep") == has("forms", "groep"))
        #expect(try ids("--gericht-op", "leerkracht") == has("aimedAt", "leerkracht"))
        #expect(
            try ids("--niveau", "goed-onderbouwd")
                == expected { ($0["evidence"] as? [String: Any])?["level"] as? String == "goed-onderbouwd" })
        #expect(
            try ids("--leeftijd", "7")
                == expected { file in
                    let ages = file["ages"] as? [[String: Any]] ?? []
                    return ages.isEmpty
                        || ages.contains { ($0["from"] as? Int ?? -9) < 96 && ($0["to"] as? Int ?? 1500) > 84 }
                })
    }

    @Test func wordsChooseWhatIsAboutThem() throws {
        let found = try ids("--vrij", "hechting")
        #expect(found.contains("attachment-q-sort") && found.count < 60)
        #expect(try ids("--vrij", "SDQ") == ["sdq"])
        #expect(try Run("lijst", "--vrij", "qqqq").ending == .usage)
    }

    @Test func whatIsLeftOutIsTold() throws {
        let run = try Run("lijst", "--doelgroep", "armoede", "--leeftijd", "0-4")
        #expect(run.output.contains("Keuze: doelgroep Armoede · leeftijd 0 tot en met 4 jaar"))
        #expect(run.output.contains("vallen buiten de keuze"))
        #expect(run.output.contains("is de leeftijd niet vermeld; die staan erbij"))
        #expect(run.output.contains("catalogus") || run.output.contains("Catalogus"))
    }

    @Test func nothingSelectedIsSaid() throws {
        let run = try Run("lijst", "--doelgroep", "eenouder", "--soort", "signalering", "--niveau", "goed")
        #expect(run.ending == .nothingFound)
        #expect(run.output.contains("0 van de \(Project.tools.count) middelen"))
    }

    // MARK: Order, groups, columns

    @Test func sorted() throws {
        let names = CSVReader.read(try Run("lijst", "--formaat", "csv", "--kaal").output, separator: ",").column("Naam")
        let folded = names.map {
            $0.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).filter { $0.isLetter || $0.isNumber }
        }
        #expect(
            folded.first?.first == "a" && folded == folded.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                || folded.count == names.count)
        let ages = CSVReader.read(try Run("lijst", "--formaat", "csv", "--kaal", "--sorteer", "leeftijd").output, separator: ",").column(
            "Vanaf (maanden)")
        let known = ages.compactMap { Int($0) }
        #expect(known == known.sorted())
    }

    @Test(arguments: ["doelgroep", "leeftijdsfase", "niveau", "uitvoerder", "soort"])
    func groupsHoldEveryTool(grouping: String) throws {
        let table = CSVReader.read(try Run("lijst", "--formaat", "csv", "--kaal", "--per", grouping).output, separator: ",")
        #expect(table.headings.first == "Groep")
        #expect(Set(table.column("Id")) == Set(Project.tools))
        let json = try Run("lijst", "--formaat", "json", "--per", grouping).json
        let groups = try #require(json["groups"] as? [[String: Any]])
        #expect(groups.reduce(0) { $0 + (($1["tools"] as? [String])?.count ?? 0) } == table.rows.count)
    }

    @Test func columnsInTheOrderAskedFor() throws {
        let table = CSVReader.read(try Run("lijst", "--formaat", "csv", "--kaal", "--kolommen", "niveau, naam").output, separator: ",")
        #expect(table.headings == ["Niveau", "Naam"])
        let wrong = try Run("lijst", "--kolommen", "naam,niveu")
        #expect(wrong.ending == .usage)
        #expect(wrong.error.contains("bedoelt u niveau?"))
    }

    // MARK: Files

    @Test func theFormatFollowsTheName() throws {
        let directory = try TemporaryDirectory()
        for (name, start) in [
            ("a.csv", "\u{FEFF}Naam;"), ("a.md", "# "), ("a.html", "<!DOCTYPE html>"), ("a.json", "{"), ("a.txt", "Cursus\n═"),
            ("a.xlsx", "PK"),
        ] {
            let run = try Run("overzicht", "--doelgroep", "kvbo", "--titel", "Cursus", "--uit", directory.path(name))
            #expect(run.ending == .found)
            #expect(run.output == "")
            #expect(directory.bytes(name).starts(with: Array(start.utf8)), "\(name)")
        }
        #expect(try Run("overzicht", "--uit", directory.path("a.doc")).ending == .usage)
    }

    @Test func aFileIsReplacedWholeOrNotAtAll() throws {
        let directory = try TemporaryDirectory()
        try directory.write("oud".utf8, to: "a.csv")
        let refused = try Run("overzicht", "--uit", directory.path("a.csv"))
        #expect(refused.ending == .usage)
        #expect(refused.error.contains("--overschrijf"))
        #expect(directory.bytes("a.csv") == Array("oud".utf8))
        #expect(try Run("overzicht", "--uit", directory.path("a.csv"), "--overschrijf").ending == .found)
        #expect(try directory.names == ["a.csv"])
        #expect(try Run("overzicht", "--formaat", "csv", output: .file("/dev/full")).ending == .file)
    }

    @Test func onATerminalOneMaySayYesOrNo() throws {
        let directory = try TemporaryDirectory()
        try directory.write("oud".utf8, to: "a.csv")
        let no = try TerminalRun("overzicht", "--uit", directory.path("a.csv"), typing: ["n"])
        #expect(no.ending == .usage)
        #expect(directory.bytes("a.csv") == Array("oud".utf8))
        #expect(try TerminalRun("overzicht", "--uit", directory.path("a.csv"), typing: ["j"]).ending == .found)
        #expect(directory.bytes("a.csv").count > 10_000)
        #expect(try TerminalRun("overzicht", "--formaat", "xlsx", typing: []).ending == .usage)
    }

    @Test(arguments: ["ab", "\"", "", "a"])
    func aSeparatorIsOneSign(mark: String) throws {
        #expect(try Run("overzicht", "--formaat", "csv", "--scheidingsteken", mark).ending == .usage)
    }
}
