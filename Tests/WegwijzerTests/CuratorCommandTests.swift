import Foundation
import Testing

/// `wegwijzer catalogus verschil|nieuw|bronnen` and `wegwijzer bron`: for those who keep a catalogue.
@Suite struct CuratorCommandTests {
    /// A copy of the catalogue in which something was changed.
    private func changed(_ file: String = "instruments/sdq.json", _ old: String = "\"from\": 24", _ new: String = "\"from\": 36") throws
        -> TemporaryDirectory
    {
        let directory = try TemporaryDirectory()
        try directory.copy(Project.catalog)
        let text = String(decoding: directory.bytes(file), as: UTF8.self)
        try #require(text.contains(old))
        try directory.write(Array(text.replacing(old, with: new).utf8), to: file)
        return directory
    }

    // MARK: verschil

    @Test func aChangeIsNamedByToolAndField() throws {
        let new = try changed()
        let run = try Run("catalogus", "verschil", Project.catalog.path(percentEncoded: false), new.path)
        #expect(run.ending == .found)
        #expect(run.output.contains("Samen: 1 middel gewijzigd\n"))
        #expect(
            run.output.contains("- Strengths and Difficulties Questionnaire (sdq), signalering\n    · ages[0].from: was 24, is nu 36\n"))
        #expect(run.error == "")
    }

    @Test func aChangeIsWrittenAsJSON() throws {
        let new = try changed()
        let answer = try Run("catalogus", "verschil", Project.catalog.path(percentEncoded: false), new.path, "--formaat", "json").json
        let tool = try #require((answer["tools"] as? [[String: Any]])?.first)
        #expect(tool["id"] as? String == "sdq")
        #expect(tool["change"] as? String == "changed")
        let field = try #require((tool["fields"] as? [[String: Any]])?.first)
        #expect(field["path"] as? String == "ages[0].from")
        #expect(field["old"] as? Int == 24)
        #expect(field["new"] as? Int == 36)
        #expect((answer["files"] as? [Any])?.isEmpty == true)
    }

    @Test func aChangeIsWrittenToAMarkdownFile() throws {
        let new = try changed()
        let directory = try TemporaryDirectory()
        let words = ["catalogus", "verschil", Project.catalog.path(percentEncoded: false), new.path, "--uit", directory.path("v.md")]
        #expect(try Run(words).ending == .found)
        #expect(String(decoding: directory.bytes("v.md"), as: UTF8.self).contains("\n    - ages\\[0\\].from: was 24, is nu 36\n"))
        let again = try Run(words)
        #expect(again.ending == .usage)
        #expect(again.error == "wegwijzer: \(directory.path("v.md")) bestaat al; --overschrijf vervangt het\n")
    }

    @Test(arguments: ["tabel", "md", "json"])
    func nothingChangedIsNothingFound(format: String) throws {
        let run = try Run(
            "catalogus", "verschil", Project.catalog.path(percentEncoded: false), Project.catalog.path(percentEncoded: false), "--formaat",
            format)
        #expect(run.ending == .nothingFound)
        #expect(format == "json" ? try (run.json["tools"] as? [Any])?.isEmpty == true : run.output.contains("geen verschillen"))
    }

    @Test(arguments: [true, false])
    func aFaultyCatalogueIsNotCompared(isFirst: Bool) throws {
        let faulty = try changed("instruments/sdq.json", "\"from\": 24", "\"from\": x")
        let paths =
            isFirst
            ? [faulty.path, Project.catalog.path(percentEncoded: false)] : [Project.catalog.path(percentEncoded: false), faulty.path]
        let run = try Run(["catalogus", "verschil"] + paths)
        #expect(run.ending == .invalidCatalog)
        #expect(run.output == "")
        #expect(run.error.contains("\(faulty.path("instruments/sdq.json")):10:21: fout: een tekst staat tussen aanhalingstekens"))
    }

    @Test func whatCannotBeComparedIsSaid() throws {
        let directory = try TemporaryDirectory()
        try directory.write([], to: "built.wegwijzer")
        let built = directory.path("built.wegwijzer")
        let refused: [([String], Ending, String)] = [
            ([Project.catalog.path(percentEncoded: false)], .usage, "zo gaat het: `wegwijzer catalogus verschil VAN NAAR`"),
            (
                [built, Project.catalog.path(percentEncoded: false)], .usage,
                "\(built) is geen map; geef de map met JSON-bestanden, ook van een gebouwde catalogus"
            ),
            ([Project.catalog.path(percentEncoded: false), "/geen/map"], .file, "/geen/map bestaat niet"),
            ([".", ".", "--formaat", "csv"], .usage, "`catalogus verschil` is er als tabel, md, json"),
            ([".", ".", "--soort", "interventie"], .usage, "`catalogus verschil` kent --soort niet"),
        ]
        for (words, ending, line) in refused {
            let run = try Run(["catalogus", "verschil"] + words)
            #expect(run.ending == ending)
            #expect(run.error == "wegwijzer: \(line)\n")
            #expect(run.output == "")
        }
    }

    @Test func aMistypedTaskIsSuggested() throws {
        let run = try Run("catalogus", "vershil", "a", "b")
        #expect(run.ending == .usage)
        #expect(run.error == "wegwijzer: `catalogus` kent ‘vershil’ niet; bedoelt u verschil?\n")
    }

    // MARK: nieuw

    /// What a curator would fill in: a word for each key that asks for one.
    private static var answers: [String: Any] {
        [
            "name": "Zuiderlijst", "summary": "Vragenlijst van de regio.", "aimedAt": ["kind"], "forms": ["vragenlijst"],
            "administeredBy": ["wijkteam"], "settings": ["jeugdhulp"], "topics": ["zorgen"], "stated": "4-12 jaar", "from": 48, "to": 156,
            "level": "onbekend", "statement": "Niet onderzocht.", "status": "niet-vermeld", "recognition": "niet-vermeld",
            "source": "slim-samenwerken", "targetGroup": "armoede", "references": [String](), "title": "Zuid",
            "url": "https://zuid.example.nl",
        ]
    }

    /// A template as it is when it is filled in: lines that may go are gone.
    private func filled(_ value: Any, key: String = "") -> Any? {
        let text = value as? String ?? (value as? [String])?.first
        if let text, text.hasPrefix("vul in") {
            return text.hasPrefix("vul in, of haal deze regel weg") ? nil : CuratorCommandTests.answers[key]
        }
        if let members = value as? [String: Any] {
            return Dictionary(uniqueKeysWithValues: members.compactMap { key, value in filled(value, key: key).map { (key, $0) } })
        }
        if let items = value as? [[String: Any]] { return items.compactMap { filled($0) } }
        return value
    }

    @Test(arguments: ["signalering", "interventie"])
    func aTemplateIsRefusedUntilItIsFilledIn(kind: String) throws {
        let folder = kind == "signalering" ? "instruments" : "interventions"
        let directory = try TemporaryDirectory()
        let template = try Run("catalogus", "nieuw", "zuiderlijst", "--soort", kind)
        #expect(template.ending == .found)
        try directory.write(template.outputBytes, to: "\(folder)/zuiderlijst.json")
        let check = ["catalogus", "controleer", "--aanvulling-catalogus", directory.path]

        let refused = try Run(check)
        #expect(refused.ending == .invalidCatalog)
        let faults = refused.error.split(separator: "\n").dropFirst()
        #expect(faults.count == template.output.ranges(of: "\"vul in").count)
        #expect(faults.allSatisfy { $0.contains(": dit is nog niet ingevuld; vul in") })

        let tool = try #require(filled(template.json))
        try directory.write(JSONSerialization.data(withJSONObject: tool), to: "\(folder)/zuiderlijst.json")
        let accepted = try Run(check)
        #expect(accepted.ending == .found, "\(accepted.error)")
        let shown = try Run("toon", "Zuiderlijst", "--aanvulling-catalogus", directory.path)
        #expect(shown.lines.first == "Zuiderlijst")
    }

    @Test func aTemplateDoesNotReplaceAFile() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("zuiderlijst.json")
        let words = ["catalogus", "nieuw", "zuiderlijst", "--uit", path]
        #expect(try Run(words).ending == .found)
        try directory.write(Array("{}".utf8), to: "zuiderlijst.json")
        let refused = try Run(words)
        #expect(refused.ending == .usage)
        #expect(refused.error == "wegwijzer: \(path) bestaat al; --overschrijf vervangt het\n")
        #expect(directory.bytes("zuiderlijst.json") == Array("{}".utf8))
        #expect(try Run(words + ["--overschrijf"]).ending == .found)
        #expect(directory.bytes("zuiderlijst.json") == (try Run("catalogus", "nieuw", "zuiderlijst").outputBytes))
    }

    @Test(
        arguments: [
            (
                ["Kids Coping Schaal"],
                "‘Kids Coping Schaal’ kan geen id zijn: een id bestaat uit kleine letters, cijfers en streepjes; typ \"kids-coping-schaal\""
            ),
            (["één_lijst"], "‘één_lijst’ kan geen id zijn: een id bestaat uit kleine letters, cijfers en streepjes; typ \"een-lijst\""),
            (["sdq"], "het id sdq bestaat al: Strengths and Difficulties Questionnaire, signaleringsinstrument; kies een ander id"),
            (["wijkscan", "--uit", "x.json"], "een middel staat in een bestand met de naam van zijn id; noem het bestand wijkscan.json"),
            ([], "zo gaat het: `wegwijzer catalogus nieuw ID [PAD]`"),
        ] as [([String], LongText)])
    func anIdThatCannotBeIsSaid(words: [String], line: LongText) throws {
        let run = try Run(["catalogus", "nieuw"] + words)
        #expect(run.ending == .usage)
        #expect(run.error == "wegwijzer: \(line.text)\n")
        #expect(run.output == "")
    }

    // MARK: bronnen

    @Test func referencesAreCountedByTheToolsThatNameThem() throws {
        let directory = try changed(
            "references.json", "\n  \"references\": [", "\n  \"references\": [{\"id\": \"ongebruikt\", \"citation\": \"Niemand (2025).\"},")
        let answer = try Run("catalogus", "bronnen", directory.path, "--formaat", "json").json
        let references = try #require(answer["references"] as? [[String: Any]])
        func tools(_ id: String) throws -> [String]? { references.first { $0["id"] as? String == id }?["tools"] as? [String] }
        #expect(try tools("ongebruikt") == [])
        #expect(try tools("theunissen-2019-sdq") == ["sdq"])
        #expect(try tools("richtlijn-trauma")?.contains("sdq") == true)
        #expect(references.allSatisfy { $0["count"] as? Int == ($0["tools"] as? [String])?.count })

        let table = try Run("catalogus", "bronnen", directory.path).output
        #expect(table.contains("Verwijzingen die geen middel noemt: 1\n"))
        let csv = try Run("catalogus", "bronnen", directory.path, "--formaat", "csv", "--kaal")
        #expect(csv.output.contains("\r\nVerwijzingen die geen middel noemt,ongebruikt,Niemand (2025).,0,"))
    }

    @Test func everyAddressSaysWhereItIsUsed() throws {
        let answer = try Run("catalogus", "bronnen", "--formaat", "json").json
        let links = try #require(answer["links"] as? [[String: Any]])
        let addition = try Run(
            "catalogus", "bronnen", "--aanvulling-catalogus", Project.addition.path(percentEncoded: false), "--formaat", "json"
        ).json
        let more = try #require(addition["links"] as? [[String: Any]])
        #expect(more.count > links.count)
        let own = try #require(more.first { $0["url"] as? String == "https://www.example.org/wijkscan" })
        #expect(own["usedBy"] as? [String] == ["wijkscan-geldzorgen", "regio-voorbeeld-2026"])
        #expect(own["titles"] as? [String] == ["Wijkscan Geldzorgen"])
        #expect(links.allSatisfy { ($0["usedBy"] as? [String])?.isEmpty == false })
    }

    // MARK: bron

    @Test func allSourcesAndReferencesAreNamed() throws {
        let run = try Run("bron")
        #expect(run.ending == .found)
        #expect(
            run.output.contains("- slim-samenwerken: Slim Samenwerken (jaartal niet vermeld; noemt bronnen tot en met 2021); 11 middelen\n")
        )
        #expect(run.output.contains("- theunissen-2019-sdq: "))
    }

    @Test func aReferenceSaysWhichRowsRestOnIt() throws {
        let listing = try #require((Project.tool("sdq")["listings"] as? [[String: Any]])?.first)
        let id = try #require((listing["references"] as? [String])?.first)
        let run = try Run("bron", id)
        #expect(run.ending == .found)
        #expect(run.lines.first == Substring(id))
        #expect(
            run.output.contains(
                "- Strengths and Difficulties Questionnaire (`wegwijzer toon sdq`)\n    · KOPP/KOV, tabel 1, rij 13, p. 41-42\n"))
        let judged = try Run("bron", "theunissen-2019-sdq").output
        #expect(judged.hasSuffix("(`wegwijzer toon sdq`)\n    · het oordeel\n"))
    }

    @Test func aSourceSaysWhatRestsOnIt() throws {
        let answer = try Run("bron", "kennissynthese-2025", "--formaat", "json").json
        let source = try #require((answer["sources"] as? [[String: Any]])?.first)
        let tools = try #require(source["tools"] as? [[String: Any]])
        let listed = try Project.tools.filter { id in
            try (Project.tool(id)["listings"] as? [[String: Any]])?.contains { $0["source"] as? String == "kennissynthese-2025" } == true
        }
        #expect(Set(listed).isSubset(of: Set(tools.compactMap { $0["id"] as? String })))
        let parts = try #require(source["parts"] as? [[String: Any]])
        #expect(parts.contains { $0["command"] as? String == "signalen" })
        #expect(try Run("bron", "Slim Samenwerken").output.contains("`wegwijzer samenwerken`: 14 regels"))
    }

    @Test(arguments: [
        ("kennissynthse-2025", "bedoelt u kennissynthese-2025?"), ("theunissen", "bedoelt u theunissen-2019-sdq?"),
        ("xyzzy", "`wegwijzer bron` noemt ze allemaal"),
    ])
    func anUnknownSourceIsSuggested(id: String, advice: String) throws {
        let run = try Run("bron", id)
        #expect(run.ending == .nothingFound)
        #expect(run.output == "")
        #expect(run.error == "wegwijzer: de bron ‘\(id)’ is niet bekend; \(advice)\n")
    }
}
