import Testing

/// Checks that no line is wider than the screen, except for a single word that is, and that none ends in blanks.
func expectLines(of run: Run, fit width: Int?, sourceLocation: SourceLocation = #_sourceLocation) {
    for line in run.lines {
        let isOneWord = line.split(separator: " ").count <= 1
        #expect(width.map { line.count <= $0 } ?? true || isOneWord, "wider than \(width ?? 0): \(line)", sourceLocation: sourceLocation)
        #expect(line.last != " ", "ends in blanks: \(line)", sourceLocation: sourceLocation)
    }
}

/// What reaches the screen, a file or a pipe.
@Suite struct OutputTests {
    private static let answers = [
        ["zoek", "KOPP 4-12 signalering", "-n", "100"], ["zoek", "gehechtheid", "--uitleg"], ["zoek", "vader slaat, kind snijdt zichzelf"],
        ["zoek", "eenoudergezin"], ["zoek", "xyzzy " + String(repeating: "onbekend ", count: 30)], ["telling"], ["toon", "triple-p"],
        ["zoek", "mantelzorg interventie 1 jaar", "--niveau", "sterke-aanwijzingen"], ["zoek", "migratie", "--aantal", "100"],
    ]
    private static let helps = [["--help"], ["zoek", "--help"], ["toon", "--help"], ["telling", "--help"], ["catalogus", "--help"]]

    @Test(arguments: answers, [40, 66, 67, 80, 120])
    func answersFitTheScreen(words: [String], width: Int) throws {
        let run = try Run(words, environment: ["COLUMNS": "\(width)"])
        #expect(Ending.documented.contains(run.ending))
        #expect(!run.lines.isEmpty)
        expectLines(of: run, fit: width)
    }

    @Test(arguments: answers + helps)
    func noLineEndsInBlanks(words: [String]) throws {
        expectLines(of: try Run(words), fit: nil)
    }

    /// Commands and options to type are not broken: they would no longer be what they are.
    @Test(arguments: helps, [40, 80])
    func helpFitsTheScreen(words: [String], width: Int) throws {
        let run = try Run(words, environment: ["COLUMNS": "\(width)"])
        let lines = run.output.split(separator: "\nVoorbeelden:\n").first ?? ""
        for line in lines.split(separator: "\n")
        where !line.hasPrefix("Gebruik: ") && line.split(separator: " ").first?.hasPrefix("-") != true {
            #expect(line.count <= width || line.split(separator: " ").count == 1, "wider than \(width): \(line)")
        }
        if width == 80 { for line in run.lines { #expect(line.count <= width, "\(line)") } }
    }

    @Test(arguments: ["", "0", "-5", "abc", "99999999999999999999", "7"])
    func anImpossibleWidthIsIgnored(columns: String) throws {
        let words = ["zoek", "KOPP 4-12 signalering"]
        #expect(try Run(words, environment: ["COLUMNS": columns]).output == Run(words).output)
    }

    @Test(arguments: answers + helps)
    func withoutATerminalThereIsNoColour(words: [String]) throws {
        #expect(try !Run(words).outputBytes.contains(0x1B))
    }

    // MARK: Streams

    private static let writing = [
        ["zoek", "KOPP", "-n", "1000"], ["toon", "KCS"], ["telling"], ["--help"], ["zoek", "--help"], ["--versie"],
        ["catalogus", "controleer"],
        ["zoek", "xyzzy"],
    ]

    @Test(arguments: writing)
    func aClosedPipeIsANormalEnd(words: [String]) throws {
        let run = try Run(words.map { Array($0.utf8) }, output: .brokenPipe)
        #expect(run.ending == .found)
        #expect(run.error == "")
    }

    @Test func headIsANormalEnd() throws {
        let command = "('\(try Run.program)' zoek KOPP -n 1000 --formaat json; echo $? >&2) | head -1"
        let run = try Run(["-c", command].map { Array($0.utf8) }, program: "/bin/sh")
        #expect(run.output == "{\n")
        #expect(run.error == "0\n")
    }

    @Test(arguments: writing)
    func aFullDiskIsSaid(words: [String]) throws {
        let run = try Run(words.map { Array($0.utf8) }, output: .file("/dev/full"))
        #expect(run.ending == .file)
        #expect(run.error == "wegwijzer: de uitvoer kan niet geschreven worden: de schijf is vol\n")
    }

    @Test(arguments: writing)
    func aClosedOutputIsSaid(words: [String]) throws {
        let run = try Run(words.map { Array($0.utf8) }, output: .closed)
        #expect(run.ending == .file)
        #expect(run.error == "wegwijzer: de uitvoer kan niet geschreven worden: zij staat niet open\n")
    }

    @Test func aClosedInputIsSaidWhereItIsRead() throws {
        let read = try Run([Array("zoek".utf8), Array("-".utf8)], input: .closed)
        #expect(read.ending == .file)
        #expect(read.error == "wegwijzer: de standaardinvoer kan niet gelezen worden: zij staat niet open\n")
        let unread = try Run([Array("KCS".utf8)], input: .closed)
        #expect(unread.output == (try Run("KCS").output))
    }

    @Test func aDirectoryAsInputIsSaid() throws {
        let run = try Run([Array("-".utf8)], input: .file("/"))
        #expect(run.ending == .file)
        #expect(run.error == "wegwijzer: de standaardinvoer kan niet gelezen worden: zij is een map\n")
    }

    @Test func aClosedOrFullErrorStreamChangesNoStatus() throws {
        for error in [Stream.closed, .file("/dev/full"), .brokenPipe] {
            #expect(try Run("zoek", "--kleur", error: error).ending == .usage)
            #expect(try Run("toon", "xyzzy", error: error).ending == .nothingFound)
        }
        #expect(try Run([Array("KCS".utf8)], input: .closed, output: .closed, error: .closed).ending == .file)
    }

    @Test func messagesStandOnTheErrorStreamAndAnswersOnTheOutput() throws {
        #expect(try Run("toon", "GIZ").output == "")
        #expect(try Run("zoek", "xyzzy").error == "")
    }
}
