import Foundation
import Testing

/// Files that `--uit` names: what they are called, what they replace, and what is said.
@Suite struct FileOptionTests {
    @Test(arguments: [("x.csv", "xlsx"), ("x.xlsx", "csv"), ("x.md", "html"), ("x.txt", "xlsx"), ("x.json", "ndjson")])
    func aNameThatPromisesAnotherFormatIsRefused(name: String, format: String) throws {
        let directory = try TemporaryDirectory()
        let run = try Run("overzicht", "--uit", directory.path(name), "--formaat", format, "--overschrijf")
        #expect(run.ending == .usage)
        #expect(run.error.hasPrefix("wegwijzer: de naam "))
        #expect(run.error.count { $0 == "\n" } == 1)
        #expect(try directory.names == [])
    }

    @Test func aNameThatPromisesNothingMayHoldAnyText() throws {
        let directory = try TemporaryDirectory()
        for name in ["lijst.txt", "lijst", "lijst.dat"] {
            #expect(try Run("overzicht", "--uit", directory.path(name), "--formaat", "csv").ending == .found)
        }
        #expect(try directory.names == ["lijst", "lijst.dat", "lijst.txt"])
    }

    @Test(arguments: ["-", "/dev/stdout", "/dev/fd/1"])
    func theStandardOutputIsNoFile(path: String) throws {
        let run = try Run("overzicht", "--doelgroep", "armoede", "--uit", path, "--formaat", "csv")
        #expect(run.ending == .found)
        #expect(run.output == (try Run("overzicht", "--doelgroep", "armoede", "--formaat", "csv").output))
        #expect(run.error == "")
        #expect(!FileManager.default.fileExists(atPath: "-"))
    }

    @Test(arguments: ["/dev/stdout", "-", ">(head -1)"])
    func aReaderThatHasSeenEnoughIsANormalEnd(path: String) throws {
        let command = "('\(try Run.program)' overzicht --uit \(path) --formaat csv; echo $? >&2) | head -1 >/dev/null; sleep 0.2"
        let run = try Run(["-c", command].map { Array($0.utf8) }, program: "/bin/bash")
        #expect(run.error == "0\n")
    }

    @Test func aLinkStaysALinkAndRightsStayAsTheyWere() throws {
        let directory = try TemporaryDirectory()
        let manager = FileManager.default
        try manager.createDirectory(atPath: directory.path("map"), withIntermediateDirectories: false)
        try manager.createSymbolicLink(atPath: directory.path("a.csv"), withDestinationPath: "b.csv")
        try manager.createSymbolicLink(atPath: directory.path("b.csv"), withDestinationPath: "map/c.csv")
        #expect(try Run("overzicht", "--uit", directory.path("a.csv")).ending == .found)
        try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: directory.path("map/c.csv"))
        #expect(try Run("overzicht", "--doelgroep", "armoede", "--uit", directory.path("a.csv"), "--overschrijf").ending == .found)
        #expect(try manager.destinationOfSymbolicLink(atPath: directory.path("a.csv")) == "b.csv")
        #expect(try manager.destinationOfSymbolicLink(atPath: directory.path("b.csv")) == "map/c.csv")
        #expect(try manager.attributesOfItem(atPath: directory.path("map/c.csv"))[.posixPermissions] as? Int == 0o640)
        #expect(directory.bytes("map/c.csv").count > 1000)
        #expect(try manager.contentsOfDirectory(atPath: directory.path("map")) == ["c.csv"])
    }

    @Test func aLinkToItselfIsRefused() throws {
        let directory = try TemporaryDirectory()
        try FileManager.default.createSymbolicLink(atPath: directory.path("a.csv"), withDestinationPath: "a.csv")
        let run = try Run("overzicht", "--uit", directory.path("a.csv"))
        #expect(run.ending == .file)
        #expect(run.error.hasSuffix("is een koppeling die naar zichzelf wijst\n"))
    }

    @Test func whatWasWrittenIsSaid() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("a.xlsx")
        let count = ReportRow.all.filter { $0.group == "armoede" && $0.kind == "interventie" }
        let run = try Run("overzicht", "--doelgroep", "armoede", "--soort", "interventie", "--uit", path)
        #expect(run.output == "")
        #expect(run.error == "Geschreven: \(path), \(Set(count.map { $0.tool }).count) middelen\n")
        #expect(try Run("bewijs", "--uit", directory.path("b.csv")).error == "Geschreven: \(directory.path("b.csv"))\n")
    }

    /// A tool called so, in a region's own folder.
    private func addition(named name: String, in directory: TemporaryDirectory) throws -> String {
        let file = Project.addition.appending(path: "instruments/wijkscan-geldzorgen.json")
        let text = try String(contentsOf: file, encoding: .utf8)
        let line = try #require(text.firstMatch(of: /"name": "[^"]*"/))
        try directory.copy(Project.addition)
        try directory.write(text.replacing(line.output, with: "\"name\": \"\(name)\"").utf8, to: "instruments/wijkscan-geldzorgen.json")
        return directory.path
    }

    @Test(arguments: ["=1+1", "-", "@klas", "+plus"])
    func plainCellsAreTheTextItself(name: String) throws {
        let directory = try TemporaryDirectory()
        let words = [
            "overzicht", "--formaat", "csv", "--kolommen", "naam", "--aanvulling-catalogus", try addition(named: name, in: directory),
        ]
        #expect(CSVReader.read(try Run(words + ["--kaal"]).output, separator: ",").column("Naam").contains(name))
        #expect(CSVReader.read(try Run(words).output, separator: ";").column("Naam").contains("'" + name))
    }

    @Test(arguments: ["Thumbs.db", "desktop.ini", "Desktop.ini", ".DS_Store", "~$wijkscan.json"])
    func whatTheSystemPutsIntoAFolderIsIgnored(name: String) throws {
        let directory = try TemporaryDirectory()
        try directory.copy(Project.addition)
        for place in [name, "instruments/\(name)"] { try directory.write([0, 1, 2], to: place) }
        let run = try Run("catalogus", "controleer", "--aanvulling-catalogus", directory.path)
        #expect(run.ending == .found, "\(run.error)")
    }

    /// A path of a URL is percent-encoded unless one asks otherwise: in a folder with a blank or an accent nothing would be found.
    @Test func noPathIsPercentEncoded() throws {
        let root = Project.catalog.appending(path: "..").standardizedFileURL
        let encoded = ".path" + "()"
        for folder in ["Sources", "Tests"] {
            let files = try #require(FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil))
            for case let file as URL in files where file.pathExtension == "swift" {
                #expect(try !String(contentsOf: file, encoding: .utf8).contains(encoded), "\(file.lastPathComponent)")
            }
        }
    }
}
