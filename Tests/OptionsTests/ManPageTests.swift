import Options
import Testing

/// The manual page; `.ci/shell.sh` tries it in mandoc.
@Suite struct ManPageTests {
    private static func page(details: String = "", help: String = "Wat.", commands: Int = 1) -> String {
        let command = { (name: String) in
            Command(
                name, summary: "Doet.", details: details, operand: Operand("DING", count: 0...3, help: "Het ding."),
                options: [Option("kleur", short: "k", .text("KLEUR"), repeats: true, help: help)], examples: ["proef \(name) -k 'rood'"])
        }
        let program = Program(
            name: "proef", summary: "een proef.", groups: [("Groep", (1...commands).map { command("doe\($0)") })],
            options: [Option("versie", .flag, help: "Noemt de versie.")], standard: "doe1", epilogue: "Einde.")
        return ManPage(program, version: "1.2", date: "2026-01-31", sections: [("Omgeving", ["`X`: iets."])]).text()
    }

    @Test(arguments: [
        #".TH "PROEF" "1" "2026-01-31" "proef 1.2" "Handleiding""#, ".SH \"NAAM\"\nproef \\- een proef\n",
        "\\fBproef doe1\\fR [\\fIDING\\fR ...] [\\fIopties\\fR]\n.br\n", ".SS \"proef doe1\"\nDoet.\n", ".TP\n\\fIDING\\fR\nHet ding.\n",
        ".TP\n\\fB\\-k\\fR, \\fB\\-\\-kleur\\fR \\fIKLEUR\\fR\nWat. Mag vaker.\n", "proef doe1 \\-k \\(aqrood\\(aq\n",
        ".SH \"OMGEVING\"\n\\fBX\\fR: iets.\n",
    ])
    func itHoldsTheDefinition(lines: String) {
        #expect(ManPageTests.page().contains(lines))
    }

    @Test(arguments: [
        (".begint als een opdracht", "\\&.begint als een opdracht\n"), ("'s avonds", "\\(aqs avonds\n"), (#"a\b"#, "a\\eb\n"),
        ("één ‘ding’", "\\[u00E9]\\[u00E9]n \\[u2018]ding\\[u2019]\n"), ("`-x` mag", "\\fB\\-x\\fR mag\n"),
        ("zie https://a-b.nl/c", "zie \\%https://a\\-b.nl/c\n"), ("😀", "\\[u1F600]\n"),
    ])
    func whatAFormatterWouldReadAsItsOwnIsEscaped(details: String, written: String) {
        #expect(ManPageTests.page(details: details).contains("\n.PP\n" + written))
    }

    @Test func noLineBeginsLikeARequestThatIsNone() {
        let page = ManPageTests.page(details: String(repeating: "een woord .TH 'br ", count: 40))
        let requests = ["TH", "SH", "SS", "TP", "PP", "br", "RS", "RE", "nf", "fi"]
        for line in page.split(separator: "\n") where line.hasPrefix(".") {
            #expect(requests.contains(String(line.dropFirst().prefix { $0 != " " })), "\(line)")
        }
        #expect(page.split(separator: "\n").count { $0.hasPrefix(".TH") } == 1)
        #expect(page.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test(arguments: [(2, 2), (3, 1), (5, 1)])
    func anOptionOfManyCommandsIsExplainedOnce(commands: Int, times: Int) {
        let page = ManPageTests.page(help: "Precies dit.", commands: commands)
        #expect(page.split(separator: "\n").count { $0.hasPrefix("Precies dit.") } == times)
    }
}
