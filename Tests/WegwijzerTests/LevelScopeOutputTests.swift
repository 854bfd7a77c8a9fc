import Foundation
import Testing

/// A level never stands without what it holds for, wherever it is shown.
@Suite struct LevelScopeOutputTests {
    @Test(arguments: [
        (["zoek", "SDQ", "13 jaar"], "goed (totaalscore, 12-17 jaar)"),
        (["zoek", "SDQ", "10-14 jaar"], "goed (totaalscore, 12-17 jaar); daarbuiten geen oordeel"),
        (["zoek", "SDQ", "6 jaar"], "geen oordeel voor 6 jaar (goed: totaalscore, 12-17 jaar)"),
        (["zoek", "SDQ"], "goed (totaalscore, 12-17 jaar)"), (["lijst", "--vrij", "SDQ"], "goed (totaalscore, 12-17 jaar)"),
        (["lijst", "--vrij", "SDQ", "--formaat", "csv"], "goed (totaalscore, 12-17 jaar)"),
        (["lijst", "--vrij", "SDQ", "--leeftijd", "6"], "geen oordeel voor 6 jaar (goed: totaalscore, 12-17 jaar)"),
        (["lijst", "--vrij", "SDQ", "--leeftijd", "6", "--per", "niveau"], "Signaleringsinstrumenten: onbekend (1)"),
        (["overzicht", "--vrij", "SDQ"], "goed (totaalscore, 12-17 jaar)"), (["toon", "sdq"], "Niveau: goed (totaalscore, 12-17 jaar)"),
        (["vergelijk", "sdq", "ysr", "--formaat", "md"], "goed (totaalscore, 12-17 jaar)"),
        (["bewijs", "--detail", "--formaat", "md"], "goed (totaalscore, 12-17 jaar)"),
    ])
    func isShown(arguments: [String], text: String) throws {
        #expect(try Run(arguments).output.contains(text))
    }

    @Test func programsReadIt() throws {
        let tool = try #require(try FoundAnswer("SDQ 6 jaar").results.first)
        #expect(tool.level == "goed" && tool.evidence["fit"] as? String == "outside")
        #expect((tool.evidence["scope"] as? [String: Any])?["text"] as? String == "totaalscore, 12-17 jaar")
    }

    @Test(arguments: [
        ("incredible-years", "Erkenning: erkend (2019, "), ("vipp-sd", "Erkenning: erkend (2017, "),
        ("home-start", "Erkenning: erkend (jaar niet vermeld)"), ("csi", "Rust op: gevalideerd, zonder maat; één kant bekend"),
        ("cbcl", "Rust op: voetnoot over iets anders"),
    ])
    func aPageSaysWhatItRestsOn(id: String, text: String) throws {
        #expect(try Run("toon", id).output.contains(text))
    }

    /// Users who are named by a word for many come below those of whom the source prints the setting, and are never left out.
    @Test func aWordForManyIsListedAndMarked() throws {
        let lines = try Run("lijst", "--setting", "jgz", "--soort", "signalering").lines
        let broad = try #require(lines.firstIndex { $0.hasPrefix("Uitvoerder ruim genoemd, kan ook voor") })
        let (printed, marked) = (lines[..<broad], lines[broad...])
        #expect(printed.contains { $0.hasPrefix("SPARK (structured") } && printed.contains { $0.contains("(SDQ)") })
        #expect(marked.contains { $0.contains("(KCS)") } && marked.contains { $0.hasPrefix("Kindcheck") })
        #expect(!marked.contains { $0.contains("(SDQ)") })
    }

    @Test func aPageMarksWhatAWordForManyMayMean() throws {
        let output = try Run("toon", "kids-coping-scale").output
        #expect(output.contains("Setting: jeugdhulp; uitvoerder ruim genoemd, kan ook: jeugdgezondheidszorg (JGZ)"))
        #expect(try Run("toon", "pipa").output.contains("Alleen voor: pleeggezinnen, adoptiegezinnen"))
    }

    /// Years and counts that stand in the program's own sentences are those of the catalogue.
    @Test func sentencesAboutTheCatalogueAreTrue() throws {
        let info = try Project.object(Project.catalog.appending(path: "catalog.json"))
        let sources = try #require(info["sources"] as? [[String: Any]])
        let main = try #require(sources.first { $0["id"] as? String == info["mainSource"] as? String }?["dated"] as? String)
        let scan = try #require(main.firstMatch(of: /literatuurscan uit (\d{4})/)).1
        #expect(try Run("zoek", "armoede").output.contains("literatuurscan van \(scan)"))
        let page = Project.catalog.appending(path: "../Sources/BuildPage/Page/page.html")
        #expect(try String(contentsOf: page, encoding: .utf8).contains("literatuurscan van \(scan)"))
        let counts = try #require(info["claims"] as? [[String: Any]]).compactMap { $0["count"] as? Int }
        #expect(try Run("lijst", "--vrij", "KIVPA").output.contains("niet meegeteld bij de \(counts[0]) en \(counts[1]) die zij noemt"))
    }

    /// The counts of `bewijs`, made another way.
    @Test func whatRestsOnLessIsCounted() throws {
        let tools = try Project.tools.map { try Project.tool($0) }.filter { tool in
            tool["kind"] as? String == "signalering"
                && (tool["listings"] as? [[String: Any]] ?? []).contains { $0["source"] as? String == "kennissynthese-2025" }
        }
        let output = try #require(
            try JSONSerialization.jsonObject(with: Data(Run("bewijs", "--formaat", "json").output.utf8)) as? [String: Any])
        let counts = try #require(output["basis"] as? [[String: Any]])
        #expect(!counts.isEmpty)
        for count in counts {
            let (level, basis) = (count["level"] as? String, count["basis"] as? String ?? "")
            let own = tools.compactMap { $0["evidence"] as? [String: Any] }.filter { $0["level"] as? String == level }
            #expect(count["of"] as? Int == own.count)
            #expect(count["tools"] as? Int == own.count { ($0["basis"] as? [String] ?? []).contains(basis) })
        }
    }
}
