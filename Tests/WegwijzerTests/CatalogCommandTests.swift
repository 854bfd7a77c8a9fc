import Foundation
import Testing

/// `wegwijzer catalogus`, and other catalogues than the built-in one.
@Suite struct CatalogCommandTests {
    /// The catalogue, built once for all tests.
    private static let builtBytes = Result {
        let directory = try TemporaryDirectory()
        let run = try Run("catalogus", "bouw", Project.catalog.path(percentEncoded: false), "--uit", directory.path("built.wegwijzer"))
        try #require(run.ending == .found)
        return directory.bytes("built.wegwijzer")
    }

    /// A directory with the built catalogue in `built.wegwijzer`.
    private static func built() throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        try directory.write(builtBytes.get(), to: "built.wegwijzer")
        return directory
    }

    private static let questions = [
        ["zoek", "KOPP 4-12 signalering"], ["zoek", "geldzorgen zwanger", "--formaat", "json"], ["zoek", "vader slaat"],
        ["zoek", "tripple p"], ["zoek", "xyzzy"], ["toon", "GIZ"], ["toon", "triple-p"], ["telling"], ["telling", "--formaat", "json"],
    ]

    // MARK: Another catalogue

    @Test(arguments: questions)
    func aBuiltCatalogueAnswersAsTheBuiltInOne(words: [String]) throws {
        let directory = try CatalogCommandTests.built()
        try expectTheSame(words, from: directory.path("built.wegwijzer"))
    }

    @Test(arguments: questions.prefix(2) + questions.suffix(1))
    func aDirectoryAnswersAsTheBuiltInOne(words: [String]) throws {
        try expectTheSame(words, from: Project.catalog.path(percentEncoded: false))
    }

    private func expectTheSame(_ words: [String], from catalog: String) throws {
        let expected = try Run(words)
        let run = try Run(words + ["--catalogus", catalog])
        #expect(run.ending == expected.ending)
        #expect(run.outputBytes == expected.outputBytes)
        #expect(run.errorBytes == expected.errorBytes)
    }

    @Test func aCatalogueThatDoesNotExistIsSaidNotToExist() throws {
        let run = try Run("zoek", "KCS", "--catalogus", "/geen/catalogus")
        #expect(run.ending == .file)
        #expect(run.error == "wegwijzer: /geen/catalogus bestaat niet\n")
        #expect(run.output == "")
    }

    // MARK: Checking

    @Test func theBuiltInCatalogueIsInOrder() throws {
        let run = try Run("catalogus", "controleer")
        #expect(run.ending == .found)
        #expect(run.output.hasPrefix("De catalogus is in orde: 66 signaleringsinstrumenten, 106 interventies, "))
    }

    @Test func theDirectoryAndTheBuiltCatalogueAreInOrder() throws {
        let directory = try CatalogCommandTests.built()
        let expected = try Run("catalogus", "controleer").output
        for path in [Project.catalog.path(percentEncoded: false), directory.path("built.wegwijzer")] {
            let run = try Run("catalogus", "controleer", path)
            #expect(run.ending == .found)
            #expect(run.output == expected)
        }
    }

    @Test(arguments: [
        ("\"abbreviation\": \"KCS\",", "\"abbreviation\": \"KCS\"", ":5:24: fout: "),
        ("\"ages\": [{\"from\": 96,", "\"ages\": [{\"from\": \"96\",", ": fout: $.ages[0].from: "),
        ("\"level\": \"wisselend\"", "\"level\": \"wisselen\"", ": fout: $.evidence.level: "),
    ])
    func aFaultIsSaidToBeWhereItIs(old: String, new: String, place: String) throws {
        let directory = try TemporaryDirectory()
        try directory.copy(Project.catalog)
        let file = "instruments/kids-coping-scale.json"
        let text = String(decoding: directory.bytes(file), as: UTF8.self)
        try #require(text.ranges(of: old).count == 1)
        try directory.write(Array(text.replacing(old, with: new).utf8), to: file)
        for words in [["catalogus", "controleer", directory.path], ["zoek", "KCS", "--catalogus", directory.path]] {
            let run = try Run(words)
            #expect(run.ending == .invalidCatalog)
            #expect(run.output == "")
            let faults = run.error.split(separator: "\n").dropFirst()
            let fault = try #require(faults.first)
            #expect(fault.hasPrefix(directory.path(file)))
            #expect(fault.contains(place))
            #expect(try Regex("json:[0-9]+:[0-9]+: fout: ").firstMatch(in: String(fault)) != nil)
        }
    }

    @Test func whatWasCheckedLongAgoIsAWarningAndNoFault() throws {
        let directory = try TemporaryDirectory()
        try directory.copy(Project.catalog)
        let file = "decision-schema.json"
        let text = String(decoding: directory.bytes(file), as: UTF8.self)
        let old = text.replacing(
            "\"checked\": \"2026-12-01\",\n      \"notices\": [\"zelfbeschadiging\"]",
            with: "\"checked\": \"2020-02-29\",\n      \"notices\": [\"zelfbeschadiging\"]")
        try #require(old != text)
        try directory.write(Array(old.utf8), to: file)
        let run = try Run("catalogus", "controleer", directory.path)
        #expect(run.ending == .found)
        #expect(run.output.hasPrefix("De catalogus is in orde"))
        #expect(
            run.error.contains(
                "waarschuwing: decision-schema.json: de stap \"zelfdoding\" is het laatst nagekeken op 2020-02-29, meer dan zes maanden geleden"
            ))
    }

    @Test func allFaultsAreSaid() throws {
        let directory = try TemporaryDirectory()
        try directory.copy(Project.catalog)
        let files = ["instruments/sdq.json", "instruments/trf.json", "interventions/triple-p.json"]
        for file in files { try directory.write(Array("{".utf8), to: file) }
        let run = try Run("catalogus", "controleer", directory.path)
        #expect(run.ending == .invalidCatalog)
        for file in files { #expect(run.error.contains("\(directory.path(file)):1:")) }
    }

    @Test(arguments: [0, 5, 12, 20, 30, 500, 100_000])
    func aTruncatedCatalogueIsRefused(size: Int) throws {
        let directory = try CatalogCommandTests.built()
        try directory.write(directory.bytes("built.wegwijzer").prefix(size), to: "short.wegwijzer")
        try expectRefusal(of: directory.path("short.wegwijzer"))
    }

    @Test(arguments: [11, 22, 40, 200, 50_000, 300_000])
    func aChangedCatalogueIsRefused(offset: Int) throws {
        let directory = try CatalogCommandTests.built()
        var bytes = directory.bytes("built.wegwijzer")
        bytes[offset] ^= 1
        try directory.write(bytes, to: "changed.wegwijzer")
        // Other commands look at its beginning and size only.
        try expectRefusal(of: directory.path("changed.wegwijzer"), by: ["catalogus", "controleer"])
    }

    @Test(arguments: [Array("%PDF-1.7\n".utf8), Array("WEGWIJZER".utf8), [UInt8](repeating: 0, count: 5000), Array("{}".utf8)])
    func aForeignFileIsRefused(bytes: [UInt8]) throws {
        let directory = try TemporaryDirectory()
        try directory.write(bytes, to: "foreign")
        try expectRefusal(of: directory.path("foreign"))
    }

    private func expectRefusal(of path: String) throws {
        for words in [["catalogus", "controleer"], ["zoek", "KCS", "--catalogus"]] { try expectRefusal(of: path, by: words) }
    }

    private func expectRefusal(of path: String, by words: [String]) throws {
        let run = try Run(words + [path])
        #expect(run.ending == .invalidCatalog)
        #expect(run.output == "")
        #expect(run.error.hasPrefix("wegwijzer: \(path): "))
        #expect(run.error.count { $0 == "\n" } == 1)
    }

    // MARK: Building

    @Test func buildingTwiceGivesTheSameBytes() throws {
        let directory = try TemporaryDirectory()
        let run = try Run("catalogus", "bouw", Project.catalog.path(percentEncoded: false), "--uit", directory.path("x.wegwijzer"))
        #expect(run.ending == .found)
        #expect(run.output == "")
        #expect(try directory.names == ["x.wegwijzer"])
        #expect(directory.bytes("x.wegwijzer") == (try CatalogCommandTests.builtBytes.get()))
    }

    @Test func aFileThatIsThereStaysUnlessOverwritingIsAsked() throws {
        let directory = try TemporaryDirectory()
        try directory.write(Array("mine".utf8), to: "x.wegwijzer")
        let path = directory.path("x.wegwijzer")
        let refused = try Run("catalogus", "bouw", Project.catalog.path(percentEncoded: false), "--uit", path)
        #expect(refused.ending == .usage)
        #expect(refused.error == "wegwijzer: \(path) bestaat al; --overschrijf vervangt het\n")
        #expect(directory.bytes("x.wegwijzer") == Array("mine".utf8))

        let allowed = try Run("catalogus", "bouw", Project.catalog.path(percentEncoded: false), "--uit", path, "--overschrijf")
        #expect(allowed.ending == .found)
        #expect(try Run("catalogus", "controleer", path).ending == .found)
        #expect(try directory.names == ["x.wegwijzer"])
    }

    @Test(arguments: ["missing/x.wegwijzer", "file/x.wegwijzer", String(repeating: "x", count: 300)])
    func whereNothingCanBeWrittenNothingIs(name: String) throws {
        let directory = try TemporaryDirectory()
        try directory.write([], to: "file")
        let run = try Run("catalogus", "bouw", Project.catalog.path(percentEncoded: false), "--uit", directory.path(name))
        #expect(run.ending == .file)
        #expect(run.error.hasPrefix("wegwijzer: \(directory.path(name)) "))
        #expect(run.error.count { $0 == "\n" } == 1)
        #expect(try directory.names == ["file"])
    }

    /// The administrator may write everywhere.
    @Test(.enabled(if: geteuid() != 0))
    func aDirectoryThatMayNotBeWrittenStaysAsItWas() throws {
        let directory = try TemporaryDirectory()
        chmod(directory.path, 0o555)
        defer { chmod(directory.path, 0o755) }
        let run = try Run("catalogus", "bouw", Project.catalog.path(percentEncoded: false), "--uit", directory.path("x.wegwijzer"))
        #expect(run.ending == .file)
        #expect(try directory.names == [])
    }

    @Test func aFullDiskLeavesTheOldFileAsItWas() throws {
        let directory = try TemporaryDirectory()
        try directory.write(Array("mine".utf8), to: "x.wegwijzer")
        let command =
            "ulimit -f 8; exec '\(try Run.program)' catalogus bouw '\(Project.catalog.path(percentEncoded: false))' --overschrijf --uit '\(directory.path("x.wegwijzer"))'"
        let run = try Run(["-c", command].map { Array($0.utf8) }, program: "/bin/sh")
        #expect(run.ending == .file)
        #expect(directory.bytes("x.wegwijzer") == Array("mine".utf8))
        #expect(try directory.names == ["x.wegwijzer"])
    }

    @Test func aDeviceIsWrittenToAndNotReplaced() throws {
        let run = try Run("catalogus", "bouw", Project.catalog.path(percentEncoded: false), "--uit", "/dev/full")
        #expect(run.ending == .file)
        #expect(run.error == "wegwijzer: /dev/full kan niet geschreven worden: de schijf is vol\n")
    }

    @Test func aDirectoryIsNoPlaceForABuiltCatalogue() throws {
        let directory = try TemporaryDirectory()
        let run = try Run("catalogus", "bouw", Project.catalog.path(percentEncoded: false), "--uit", directory.path, "--overschrijf")
        #expect(run.ending == .usage)
        #expect(run.error.contains("is een map"))
    }

    @Test func aFaultyCatalogueIsNotBuilt() throws {
        let directory = try TemporaryDirectory()
        try directory.copy(Project.catalog)
        try directory.write(Array("[]".utf8), to: "references.json")
        let output = try TemporaryDirectory()
        let run = try Run("catalogus", "bouw", directory.path, "--uit", output.path("x.wegwijzer"))
        #expect(run.ending == .invalidCatalog)
        #expect(try output.names == [])
    }

    // MARK: An organisation's own tools

    private static var ownTool: [String] { ["--aanvulling-catalogus", Project.addition.path(percentEncoded: false)] }

    @Test func anOwnToolIsFoundAndMarked() throws {
        let words = ["zoek", "geldzorgen signalering", "-n", "100"]
        #expect(try !Run(words).output.contains("Wijkscan Geldzorgen"))
        let table = try Run(words + CatalogCommandTests.ownTool)
        #expect(table.lines.contains { $0.contains("Wijkscan Geldzorgen") && $0.contains("aanvullend") })
        #expect(table.output.contains("Niveaus volgen de literatuurscan van 2022, behalve die van aanvullende middelen."))
        let answer = try FoundAnswer(
            "geldzorgen signalering", "-n", "100", "--aanvulling-catalogus", Project.addition.path(percentEncoded: false))
        let without = try FoundAnswer("geldzorgen signalering", "-n", "100")
        let tool = try #require(answer.results.first { $0.id == "wijkscan-geldzorgen" })
        #expect(tool.remarks.first?.hasPrefix("aanvullend") == true)
        let supplements = [answer, without].map { $0.results.count { $0.remarks.contains { $0.hasPrefix("aanvullend") } } }
        #expect(supplements[0] == supplements[1] + 1)
    }

    @Test func anOwnToolIsShownWithItsOwnSource() throws {
        let run = try Run(["toon", "wijkscan geldzorgen"] + CatalogCommandTests.ownTool)
        #expect(run.ending == .found)
        #expect(run.output.contains("(aanvullend: niet uit de tabellen van de kennissynthese)"))
        #expect(run.output.contains("- Armoede: Lijst van de regio Voorbeeld"))
        #expect(!run.output.contains("literatuurscan"))
    }

    @Test func anOwnToolIsCountedApart() throws {
        func counts(_ options: [String]) throws -> [[String: Any]] {
            try #require(try Run(["telling", "--formaat", "json"] + options).json["counts"] as? [[String: Any]])
        }
        let all = try counts(CatalogCommandTests.ownTool)
        let more = zip(all, try counts([])).filter { $0["supplementary"] as? Int != $1["supplementary"] as? Int }.map { $0.0 }
        #expect(more.map { $0["targetGroup"] as? String } == ["armoede", nil])
        let listed = all.first { $0["kind"] as? String == "signalering" && $0["targetGroup"] is NSNull }
        #expect(listed?["listings"] as? Int == 86)
    }

    @Test func ownToolsCanBeBuiltIn() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("x.wegwijzer")
        let build = try Run(
            ["catalogus", "bouw", Project.catalog.path(percentEncoded: false), "--uit", path] + CatalogCommandTests.ownTool)
        #expect(build.ending == .found)
        let words = ["toon", "wijkscan-geldzorgen"]
        #expect(try Run(words + ["--catalogus", path]).output == Run(words + CatalogCommandTests.ownTool).output)
    }

    @Test func anIdThatExistsIsRefusedUnlessItReplaces() throws {
        let directory = try TemporaryDirectory()
        try directory.copy(Project.addition)
        let tool = String(decoding: directory.bytes("instruments/wijkscan-geldzorgen.json"), as: UTF8.self)
        let same = tool.replacing("\"id\": \"wijkscan-geldzorgen\"", with: "\"id\": \"sdq\"")
        try #require(same != tool)
        try directory.write(Array(same.utf8), to: "instruments/sdq.json")
        let refused = try Run("zoek", "geldzorgen", "--aanvulling-catalogus", directory.path)
        #expect(refused.ending == .invalidCatalog)
        #expect(refused.output == "")
        #expect(refused.error.contains("\(directory.path("instruments/sdq.json")):"))
        #expect(refused.error.contains("het id \"sdq\" bestaat al in de catalogus"))

        let replacing = same.replacing("\"id\": \"sdq\",", with: "\"id\": \"sdq\", \"replaces\": true,")
        try directory.write(Array(replacing.utf8), to: "instruments/sdq.json")
        let replaced = try Run("toon", "sdq", "--aanvulling-catalogus", directory.path)
        #expect(replaced.ending == .found)
        #expect(replaced.lines.first == "Wijkscan Geldzorgen")
    }

    @Test func anAdditionThatDoesNotExistIsSaidNotToExist() throws {
        let run = try Run("zoek", "KCS", "--aanvulling-catalogus", "/geen/map")
        #expect(run.ending == .file)
        #expect(run.error.hasPrefix("wegwijzer: /geen/map"))
        #expect(run.error.hasSuffix(" bestaat niet\n"))
    }
}
