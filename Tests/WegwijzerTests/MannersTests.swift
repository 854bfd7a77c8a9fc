import Testing

/// How the program behaves among others: pagers, locales, old encodings, odd places to stand in.
@Suite struct MannersTests {
    // MARK: The pager

    @Test func whatDoesNotFitOnTheScreenGoesToThePager() throws {
        let run = try TerminalRun("lijst", typing: [], environment: ["PAGER": "sed s/^/-/", "TERM": "xterm"])
        #expect(run.ending == .found)
        #expect(run.screen.contains("\n-") && !run.screen.contains("\nOverzicht"))
    }

    @Test(arguments: [
        (["--versie"], ["PAGER": "sed s/^/-/", "TERM": "xterm"]), (["lijst"], ["PAGER": "sed s/^/-/", "TERM": "dumb"]),
        (["lijst"], ["PAGER": "", "TERM": "xterm"]), (["lijst"], ["PAGER": "   ", "TERM": "xterm"]),
    ])
    func otherwiseThereIsNone(words: [String], environment: [String: String]) throws {
        let run = try TerminalRun(words, typing: [], environment: environment)
        #expect(run.ending == .found)
        #expect(run.screen.contains("wegwijzer 1") || run.screen.contains("Overzicht"))
        #expect(!run.screen.contains("\n-"))
    }

    @Test func withoutATerminalThereIsNone() throws {
        #expect(try Run(["lijst"], environment: ["PAGER": "sed s/^/-/", "TERM": "xterm"]).output == Run("lijst").output)
    }

    @Test(arguments: ["false", "bestaat-niet-echt", "kill -9 $$"])
    func aFailingPagerLosesNothing(pager: String) throws {
        let run = try TerminalRun("lijst", typing: [], environment: ["PAGER": pager, "TERM": "xterm"])
        #expect(run.ending == .found)
        #expect(run.screen.contains("wegwijzer: het programma ‘\(pager)’ (PAGER) kon de uitvoer niet tonen; hier staat zij zonder\n"))
        #expect(run.screen.hasSuffix(try TerminalRun("lijst", typing: [], environment: ["PAGER": ""]).screen.suffix(2000)))
    }

    @Test func onWhoLeavesThePagerEarlyNothingIsSaid() throws {
        let run = try TerminalRun("lijst", typing: [], environment: ["PAGER": "head -1", "TERM": "xterm"])
        #expect(run.ending == .found)
        #expect(run.screen.split(separator: "\n").filter { $0.contains("wegwijzer") }.isEmpty)
    }

    // MARK: Terminals and locales

    @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": "xterm-256color"], ["COLUMNS": "20"], ["COLUMNS": "99999"]])
    func aTerminalIsNeverSteered(environment: [String: String]) throws {
        for words in [["zoek", "KOPP 4-12 signalering"], ["bewijs", "--grafiek"], ["--help"]] {
            let run = try TerminalRun(words, typing: [], environment: environment)
            #expect(run.ending == .found)
            #expect(!run.screen.contains("\u{1B}"))
        }
    }

    @Test(arguments: ["C", "POSIX", "nl_NL.ISO-8859-1", "nl_NL.UTF-8", "xx"])
    func theLocaleChangesNothing(locale: String) throws {
        let words = ["zoek", "patiënt met één kind, KOPP"]
        #expect(try Run(words, environment: ["LC_ALL": locale, "LANG": locale]).output == Run(words).output)
    }

    // MARK: Windows-1252

    /// Words as an old terminal or a script in an old encoding gives them.
    @Test(
        arguments: [
            ([0x70, 0x61, 0x74, 0x69, 0xEB, 0x6E, 0x74], "patiënt"), ([0x7A, 0x6F, 0x92, 0x6E], "zo’n"), ([0x80, 0x35], "€5"),
            ([0x81, 0x9D, 0xFF], "\u{FFFD}\u{FFFD}ÿ"),
        ] as [([UInt8], String)])
    func whatIsNoUTF8IsReadAsWindows1252(bytes: [UInt8], text: String) throws {
        let words = ["zoek", "--formaat", "json"].map { Array($0.utf8) }
        let expected = try Run("zoek", "--formaat", "json", text).output
        #expect(try Run(words + [bytes]).output == expected)
        #expect(try Run(words + [[0x2D]], input: .bytes(bytes)).output == expected)
    }

    @Test func whatIsUTF8StaysSo() throws {
        let answer = try FoundAnswer("patiënt €")
        #expect(answer.question["text"] as? String == "patiënt €")
    }

    // MARK: Places to stand in

    /// Starts the program from a shell that stands elsewhere first.
    private func shell(_ preparation: String, _ words: String) throws -> Run {
        try Run(["-c", "\(preparation) exec '\(Run.program)' \(words)"].map { Array($0.utf8) }, program: "/bin/sh")
    }

    @Test(arguments: ["cd /proc;", "d=$(mktemp -d); cd $d; rmdir $d;", "exec </dev/null;"])
    func itAnswersFromAnywhere(preparation: String) throws {
        let run = try shell(preparation, "zoek KCS")
        #expect(run.ending == .found)
        #expect(run.output == (try Run("zoek", "KCS").output))
    }

    @Test(arguments: ["cd /proc;", "d=$(mktemp -d); cd $d; rmdir $d;"])
    func whereNothingCanBeWrittenThatIsSaid(preparation: String) throws {
        let run = try shell(preparation, "lijst --uit lijst.csv")
        #expect(run.ending == .file)
        #expect(run.error.hasPrefix("wegwijzer: lijst.csv "))
        #expect(run.error.count { $0 == "\n" } == 1)
    }

    @Test func itAnswersUnderTimeout() throws {
        let program = try Run.program
        let run = try Run(["20", program, "zoek", "KCS"].map { Array($0.utf8) }, program: "/usr/bin/timeout")
        #expect(run.ending == .found)
        #expect(run.output == (try Run("zoek", "KCS").output))
    }
}
