import Testing

/// Help, and what is said of a command line that cannot be carried out.
@Suite struct UsageTests {
    private static let filters = [
        "--soort", "--doelgroep", "--leeftijd", "--gericht-op", "--vorm", "--setting", "--niveau", "--niet-soort", "--niet-doelgroep",
        "--niet-gericht-op", "--niet-vorm", "--niet-setting",
    ]
    private static let reading = ["--catalogus", "--aanvulling-catalogus", "--help"]
    private static let options = [
        ("zoek", filters + ["--formaat", "--aantal", "--uitleg"] + reading), ("toon", reading), ("telling", ["--formaat"] + reading),
        ("catalogus", ["--uit", "--overschrijf", "--aanvulling-catalogus", "--help"]),
    ]

    @Test(arguments: options)
    func theHelpOfACommandNamesAllItsOptions(command: String, options: [String]) throws {
        let run = try Run(command, "--help")
        #expect(run.ending == .found)
        #expect(run.error == "")
        #expect(run.output.hasPrefix("Gebruik: wegwijzer \(command)"))
        let named = run.lines.compactMap { $0.split(separator: " ").first { $0.hasPrefix("--") } }.filter { options.contains(String($0)) }
        #expect(Set(named.map { String($0) }) == Set(options))
        for words in [[command, "-h"], ["help", command], ["--help", command]] { #expect(try Run(words).output == run.output) }
    }

    @Test(arguments: options)
    func everyOptionThatHelpNamesIsKnown(command: String, options: [String]) throws {
        let named = try Run(command, "--help").lines.compactMap { $0.split(separator: " ").first { $0.hasPrefix("--") } }
        for option in Set(named) { #expect(try !Run(command, String(option)).error.contains("bestaat niet"), "\(option)") }
    }

    @Test func theHelpOfTheProgramNamesAllCommands() throws {
        let run = try Run("--help")
        #expect(run.ending == .found)
        for (command, _) in UsageTests.options { #expect(run.lines.contains { $0.hasPrefix("  \(command) ") }) }
        for words in [["-h"], ["help"]] { #expect(try Run(words).output == run.output) }
    }

    @Test func theVersionIsToldWithTheCataloguesDate() throws {
        let run = try Run("--versie")
        #expect(run.ending == .found)
        #expect(try Regex("^wegwijzer [0-9.]+, catalogus van [0-9]{4}-[0-9]{2}-[0-9]{2}\n$").wholeMatch(in: run.output) != nil)
    }

    @Test(
        arguments: [
            (["zoek", "x", "--doelgroepen", "kvbo"], "de optie --doelgroepen bestaat niet bij `zoek`; bedoelt u --doelgroep?"),
            (["zoek", "x", "--leeftjd=4"], "de optie --leeftjd bestaat niet bij `zoek`; bedoelt u --leeftijd?"),
            (["zoek", "x", "--leeftyd", "4"], "de optie --leeftyd bestaat niet bij `zoek`; bedoelt u --leeftijd?"),
            (["zoek", "x", "--kleur"], "de optie --kleur bestaat niet bij `zoek`; `wegwijzer zoek --help` noemt ze"),
            (["x", "--kleur"], "de optie --kleur bestaat niet bij `zoek`; `wegwijzer zoek --help` noemt ze"),
            (["toon", "KCS", "--niveau", "goed"], "de optie --niveau bestaat niet bij `toon`; `wegwijzer toon --help` noemt ze"),
            (["zoek", "x", "-z"], "de optie -z bestaat niet bij `zoek`; `wegwijzer zoek --help` noemt ze"),
            (["zoek", "x", "--soort", "onzin"], "--soort kent ‘onzin’ niet; kies uit: signalering, interventie"),
            (["zoek", "x", "--soort", "signalring"], "--soort kent ‘signalring’ niet; bedoelt u signalering? Kies uit: "),
            (["zoek", "--leeftijd", "12-4"], "--leeftijd ‘12-4’ loopt van hoog naar laag; bedoelt u 4-12?"),
            (["zoek", "--leeftijd", "12 t/m 4 jaar"], "--leeftijd ‘12 t/m 4 jaar’ loopt van hoog naar laag; bedoelt u 4-12?"),
            (["zoek", "--leeftijd", "-3"], "--leeftijd begrijpt ‘-3’ niet; schrijf 3, \"tot 3\" of, vóór de geboorte, zwanger"),
            (["zoek", "--leeftijd", "−3 jaar"], "--leeftijd begrijpt ‘−3 jaar’ niet; "),
            (["zoek", "--leeftijd", "7 blabla"], "--leeftijd begrijpt ‘blabla’ in ‘7 blabla’ niet; "),
            (
                ["-KOPP", "4-12"],
                "de optie -K bestaat niet bij `zoek`; `wegwijzer zoek --help` noemt ze; een woord dat met een streepje begint, krijgt -- voor"
            ),
            (["lijst", "—aantal", "3"], "de optie --aantal bestaat niet bij `lijst`; "),
            (["zoek", "x", "--formaat", "jsn"], "--formaat kent ‘jsn’ niet; bedoelt u json? Kies uit: tabel, json"),
            (["zoek", "x", "--gericht-op", "oudr"], "--gericht-op kent ‘oudr’ niet; bedoelt u ouder? Kies uit: kind, jongere, "),
            (["zoek", "x", "--doelgroep", "onzin"], "--doelgroep kent ‘onzin’ niet; kies uit: kopp-kov, kvbo, 18-jaar, "),
            (["zoek", "x", "--vorm", "vragenlijts"], "--vorm kent ‘vragenlijts’ niet; bedoelt u vragenlijst? Kies uit: "),
            (["zoek", "x", "--setting", "onderwjis"], "--setting kent ‘onderwjis’ niet; bedoelt u onderwijs? Kies uit: "),
            (["zoek", "x", "--niveau", "goe"], "--niveau kent ‘goe’ niet; bedoelt u goed? Kies uit: goed, voldoende, "),
            (["zoek", "x", "--niveau", "goed", "--niveau", "quatsch"], "--niveau kent ‘quatsch’ niet; kies uit: "),
            (["zoek", "x", "--niet-doelgroep", "migrate"], "--niet-doelgroep kent ‘migrate’ niet; bedoelt u migratie? Kies uit: "),
            (["zoek", "x", "--leeftijd", "appel"], "--leeftijd begrijpt ‘appel’ niet; schrijf bijvoorbeeld 7, 4-12, "),
            (["zoek", "x", "--leeftijd", "99"], "--leeftijd begrijpt ‘99’ niet; "),
            (["zoek", "x", "--aantal", "0"], "--aantal krijgt een getal van 1 tot en met 100000, niet ‘0’"),
            (["zoek", "x", "-n", "veel"], "-n krijgt een getal van 1 tot en met 100000, niet ‘veel’"),
            (["zoek", "x", "--aantal"], "na --aantal hoort een waarde: N"),
            (["zoek", "x", "--uitleg=ja"], "--uitleg krijgt geen waarde"),
            (["toonn", "KCS"], "er is geen opdracht ‘toonn’; bedoelt u `wegwijzer toon`?"),
            (["hlep"], "er is geen opdracht ‘hlep’; bedoelt u `wegwijzer help`?"),
            (["--versi"], "de optie --versi bestaat niet; bedoelt u `wegwijzer --versie`?"),
            (["--hulp"], "de optie --hulp bestaat niet; bedoelt u `wegwijzer --help`?"),
            (["lijst", "--sorteer", "naem"], "--sorteer kent ‘naem’ niet; bedoelt u naam? Kies uit: naam, "),
            (["zok"], "er is geen opdracht ‘zok’; bedoelt u `wegwijzer zoek`?"),
            (["help", "teling"], "er is geen opdracht ‘teling’; bedoelt u `telling`?"),
            (["telling", "KOPP"], "`telling` krijgt geen ‘KOPP’; `wegwijzer telling --help` zegt wat wel"),
            (["catalogus"], "`catalogus` wil nog weten: TAAK (Wat te doen: controleer, bouw,"),
            (["catalogus", "controler"], "`catalogus` kent ‘controler’ niet; bedoelt u controleer?"),
            (["catalogus", "bouw"], "zo gaat het: `wegwijzer catalogus bouw PAD --uit BESTAND`"),
            (["catalogus", "bouw", "x"], "`catalogus bouw` wil nog weten: --uit BESTAND"),
            (["catalogus", "bouw", "x", "y"], "zo gaat het: `wegwijzer catalogus bouw PAD --uit BESTAND`"),
            ([], "stel een vraag, bijvoorbeeld: wegwijzer zoek \"KOPP 4-12 signalering\""),
        ] as [([String], LongText)])
    func aWrongCommandLineGetsOneClearLine(words: [String], message: LongText) throws {
        let run = try Run(words)
        #expect(run.ending == .usage)
        #expect(run.output == "")
        #expect(run.error.hasPrefix("wegwijzer: \(message.text)"), "\(run.error)")
        #expect(run.error.count { $0 == "\n" } == 1)
        #expect(run.error.hasSuffix("\n"))
    }

    @Test(arguments: [
        (["--formaat", "json", "lijst"], ["lijst", "--formaat", "json"]),
        (["--formaat=json", "--doelgroep", "kvbo", "lijst"], ["lijst", "--formaat=json", "--doelgroep", "kvbo"]),
        (["--catalogus", Project.catalog.path(percentEncoded: false), "telling"], ["telling"]),
        (["--detail", "bewijs"], ["bewijs", "--detail"]),
        (["--soort", "interventie", "KOPP"], ["zoek", "KOPP", "--soort", "interventie"]),
    ])
    func optionsMayStandBeforeTheCommand(words: [String], same: [String]) throws {
        let run = try Run(words)
        #expect(run.ending == .found)
        #expect(run.output == (try Run(same).output))
    }

    /// A word processor makes a dash of two hyphens.
    @Test(arguments: ["—aantal", "–aantal", "−aantal", "—-aantal", "–n"])
    func anOptionWithADashIsOne(option: String) throws {
        let run = try Run("zoek", "KOPP", option, "3")
        #expect(run.output == (try Run("zoek", "KOPP", "--aantal", "3").output))
        #expect(try Run("zoek", "KOPP", "—aantal=3").output == run.output)
    }

    @Test func aDashInAQuestionIsNoOption() throws {
        #expect(try FoundAnswer("KOPP", "–", "12").texts("targetGroups") == ["kopp-kov"])
        #expect(try Run("zoek", "—KOPP").ending == .found)
    }

    @Test func whatWasTypedIsToldOnOneLine() throws {
        for words in [["zoek", "--geen\nsuch"], ["toon", "a\nb"], ["catalogus", "x\ny"], ["zoek", "--vorm", "x\ny"]] {
            #expect(try Run(words).error.count { $0 == "\n" } == 1)
        }
    }

    /// A combining mark makes one character with the sign before it; the sign counts all the same.
    @Test func aValueMayBeginWithACombiningMark() throws {
        let written = try Run("zoek", "x", "--formaat", "\u{303}")
        #expect(written.ending == .usage)
        #expect(written.error.hasPrefix("wegwijzer: --formaat kent ‘\u{303}’ niet; kies uit: "))
        #expect(try Run("zoek", "x", "--formaat=\u{303}").error == written.error)
        #expect(try Run("zoek", "x", "-n\u{303}").error.hasPrefix("wegwijzer: -n krijgt een getal "))
    }

    @Test func valuesMayFollowAnEqualsSignOrTheLetter() throws {
        let expected = try Run("zoek", "hechting", "--aantal", "2", "--formaat", "json").output
        for words in [["--aantal=2", "--formaat=json"], ["-n", "2", "--formaat=json"], ["-n2", "--formaat", "json"]] {
            #expect(try Run(["zoek", "hechting"] + words).output == expected)
        }
    }
}
