import Foundation
import Testing

/// `wegwijzer beslis`: the decision schema.
@Suite struct DecisionCommandTests {
    private static let reassured = ["driftbuien", "3 jaar", "--antwoorden", "ouder,verder,verder,nee,nee,ja"]

    // MARK: Without a terminal

    @Test func anOutcomeHasItsWayItsAdviceItsToolsAndTheCommandThatRepeatsIt() throws {
        let run = try Run(["beslis"] + DecisionCommandTests.reassured)
        #expect(run.ending == .found)
        #expect(run.error == "")
        for part in ["onze reconstructie", "Uitkomst: Gewoon houden", "Geef één goed advies", "Peuter in Zicht!", "(2013)"] {
            #expect(run.output.contains(part), "\(part)")
        }
        let command = #"`wegwijzer beslis "driftbuien" --leeftijd "3 jaar" --antwoorden ouder,verder,verder,nee,nee,ja`"#
        #expect(run.output.contains(command))
    }

    @Test func theCommandThatRepeatsTheWayDoes() throws {
        let first = try Run("beslis", "--antwoorden", "1,1,1,1,1,3,licht,verder", "--leeftijd", "18 maanden", "slapen", "--formaat", "json")
        let command = try #require(try first.json["command"] as? String)
        let words = command.matches(of: /"([^"]*)"|(\S+)/).map { String($0.1 ?? $0.2 ?? "") }
        let again = try Run(Array(words.dropFirst()) + ["--formaat", "json"])
        #expect(again.output == first.output)
    }

    @Test func jsonHasTheKeysOfItsFormatAndNoOthers() throws {
        let json = try Run(["beslis", "--formaat", "json"] + DecisionCommandTests.reassured).json
        #expect(
            Set(json.keys) == [
                "format", "title", "about", "notices", "danger", "ages", "subjects", "way", "ended", "node", "tools", "command", "source",
            ])
        #expect(json["ended"] as? Bool == true)
        #expect(json["subjects"] as? [String] == ["driftbuien"])
        let way = try #require(json["way"] as? [[String: Any]])
        #expect(way.map { $0["choice"] as? String } == ["ouder", "verder", "verder", "nee", "nee", "ja"])
        let node = try #require(json["node"] as? [String: Any])
        #expect(node["id"] as? String == "geruststellen")
        let tools = try #require(json["tools"] as? [[String: Any]])
        #expect(Set(tools.compactMap { $0["id"] as? String }).isSubset(of: Project.tools))
    }

    @Test func anUnfinishedWaySaysWhatCanBeAnswered() throws {
        let run = try Run("beslis", "--antwoorden", "professional,nee,nee")
        #expect(run.ending == .nothingFound)
        #expect(run.output.contains("Nog niet af"))
        for choice in ["verhelderen:", "overleg:", "onveilig:"] { #expect(run.output.contains(choice), "\(choice)") }
    }

    @Test(
        arguments: [
            ("ouder,misschien", "het antwoord ‘misschien’ past niet bij ‘De vraag horen’; kies uit: verder, onveilig, zelfdoding"),
            ("9", "het antwoord ‘9’ past niet bij ‘Wie brengt het ter sprake?’; kies uit: ouder, professional, onveilig, zelfdoding"),
            (
                "professional,misschien",
                "het antwoord ‘misschien’ past niet bij ‘Veilig om te delen?’; kies uit: nee, weet-niet, ja, nu, zelfdoding"
            ),
            (
                "professional,weet-niet,ja",
                "het antwoord ‘ja’ is er te veel: het schema is al bij ‘Eerst advies over de veiligheid’ geëindigd"
            ),
            ("onveilig,ja", "het antwoord ‘ja’ is er te veel: het schema is al bij ‘Veiligheid eerst’ geëindigd"),
        ] as [(String, LongText)])
    func aWrongAnswerSaysWhichWerePossible(answers: String, message: LongText) throws {
        let run = try Run("beslis", "--antwoorden", answers)
        #expect(run.ending == .usage)
        #expect(run.output == "")
        #expect(run.error == "wegwijzer: \(message.text)\n")
    }

    @Test func dangerIsPointedOutBeforeAnythingElseIsChosen() throws {
        let run = try Run("beslis", "vader", "slaat", "kind")
        #expect(run.ending == .nothingFound)
        // After the title.
        #expect(run.lines[2].hasPrefix("Let op: "))
        #expect(run.output.contains("0800-2000"))
    }

    // MARK: Safety

    private static let danger =
        "De woorden van uw vraag wijzen op gevaar. Daarom leidt dit schema nu niet naar geruststelling of een afspraak, maar naar advies of naar veiligheid."

    /// Answers, and the lines of the outcome that they come to.
    private static let outcomes: [(answers: String, title: String, lines: [String])] = [
        (
            "weet-niet", "Eerst advies over de veiligheid",
            [
                "Of het kind veilig is, staat niet vast. Vraag vandaag nog advies; stel niemand gerust en spreek nog niets af.",
                "  - Nederland: vraag advies aan Veilig Thuis, 0800-2000, dag en nacht, gratis. U hoeft niet te zeggen om wie het gaat.",
                "  - Vlaanderen, als burger: bel of chat 1712 voor informatie en advies over geweld.",
                "  - Een blauwe plek of een andere verwonding? Laat vandaag een arts kijken.",
                "  - Begin dit schema opnieuw met wat u dan weet.",
            ]
        ),
        (
            "ja", "Veiligheid eerst",
            [
                "  - Is er nu gevaar? Bel 112. Politie in België: 101.",
                "  - Nederland: vraag advies aan Veilig Thuis, of doe daar een melding: 0800-2000, dag en nacht, gratis.",
                "  - Vlaanderen, als professional: neem rechtstreeks contact op met het Vertrouwenscentrum Kindermishandeling van uw provincie of Brussel. Op school loopt dat via het CLB.",
                "  - Bespreek uw zorg met de ouders, tenzij dat gevaar oplevert.",
            ]
        ),
        (
            "nu", "Nu gevaar: bel 112",
            [
                "Bel nu 112. Voor de politie in België: 101.",
                "  - Gewond, pillen ingenomen of bewusteloos? 112 gaat voor al het andere.",
            ]
        ),
        (
            "zelfdoding", "Gevaar van zelfdoding",
            [
                "  - Is het nu dringend, of heeft iemand zich iets aangedaan? Bel 112, ook in Vlaanderen.",
                "  - Laat hem of haar niet alleen, en haal weg wat gevaarlijk is.",
                "  - Beloof geen geheimhouding. Zeg dat u er anderen bij haalt, en wie.",
                "  - Vlaanderen: bel de Zelfmoordlijn, 1813, dag en nacht, gratis; of kijk op zelfmoord1813.be. Schakel de huisarts of de wachtdienst in; op school ook het CLB.",
            ]
        ),
    ]

    @Test(arguments: outcomes)
    func everyAnswerToAQuestionOfSafetyButNoLeadsToHelp(answers: String, title: String, lines: [String]) throws {
        for way in ["professional,", "ouder,verder,verder,", "professional,nee,ja,verder,", "ouder,verder,verder,nee,nee,twijfel,verder,"] {
            let run = try Run("beslis", "--antwoorden", way + answers)
            #expect(run.ending == .found)
            let found = run.lines.map { String($0) }
            let outcome = try #require(found.firstIndex(of: "Uitkomst: \(title)"))
            // What to do does not wait for the explanation.
            let about = try #require(found.firstIndex(of: "Over dit schema"))
            #expect(outcome < about)
            for line in lines { #expect(found[outcome..<about].contains(line), "\(line)") }
            #expect(found[outcome..<about].contains("Adressen en nummers nagekeken op: 2026-12-01"))
            #expect(found[outcome..<about].contains("Van ons: dit deel staat niet in de samenvatting van de richtlijn"))
        }
    }

    @Test func aQuestionOfSafetyNamesWhatToLookFor() throws {
        let run = try Run("beslis", "--antwoorden", "professional")
        for line in [
            "Voordat u uw zorg deelt: hebt u iets gezien, gehoord of vermoed dat het kind nu of binnenkort in gevaar brengt?",
            "  - Een verwonding zonder goede uitleg. Bij een baby die nog niet kruipt, telt elke blauwe plek.",
            "  - Geweld thuis: slaan, schudden, dreigen of kleineren. Ook als het kind er alleen tussen leeft.",
            "  - Antwoord alleen nee als u er gericht naar hebt gekeken of gevraagd. Niet weten is geen nee.",
            "nee: Nee, daar heb ik gericht naar gekeken of gevraagd", "weet-niet: Dat weet ik niet", "ja: Ja, of ik vermoed het",
            "nu: Ja, en er is nu gevaar",
        ] {
            #expect(run.lines.contains { $0 == line }, "\(line)")
        }
        let shared = try Run("beslis", "--antwoorden", "professional,nee")
        #expect(shared.output.contains("Let op: Deel uw zorg niet eerst met de ouders als dat het kind of een ander in gevaar kan brengen"))
    }

    @Test(arguments: ["blauwe plekken 4 jaar", "vader slaat kind van 4 jaar"])
    func wordsOfDangerReassureNobody(words: String) throws {
        let run = try Run("beslis", words, "--antwoorden", "ouder,verder,verder,nee,ja")
        #expect(run.ending == .found)
        #expect(run.lines[2].hasPrefix("Let op: ") && run.lines[2].contains("0800-2000"))
        #expect(run.lines.contains { $0 == DecisionCommandTests.danger })
        #expect(run.output.contains("Uitkomst: Eerst advies over de veiligheid"))
        #expect(!run.output.contains("Stel de ouder gerust"))
        let json = try Run("beslis", words, "--antwoorden", "ouder,verder,verder,nee,ja", "--formaat", "json").json
        #expect(json["danger"] as? Bool == true)
        #expect((json["node"] as? [String: Any])?["id"] as? String == "advies")
        #expect((json["notices"] as? [String])?.first?.contains("0800-2000") == true)
        #expect((json["way"] as? [[String: Any]])?.last?["choice"] as? String == "nee")
        // The words are not in it, their danger is.
        let command = try #require(json["command"] as? String)
        #expect(command == "wegwijzer beslis --gevaar --leeftijd \"4 jaar\" --antwoorden ouder,verder,verder,nee")
        let again = try Run("beslis", "--gevaar", "--leeftijd", "4 jaar", "--antwoorden", "ouder,verder,verder,nee", "--formaat", "json")
            .json
        #expect((again["node"] as? [String: Any])?["id"] as? String == "advies")
        #expect((again["notices"] as? [String])?.first?.contains("0800-2000") == true)
    }

    @Test func dangerInAConversationComesFirstAndTurnsNo() throws {
        for run in [
            try TerminalRun("beslis", typing: ["vader slaat kind, 4 jaar", "1", "1", "1", "nee"]),
            try TerminalRun("beslis", "vader slaat kind", typing: ["1", "1", "1", "nee"]),
        ] {
            #expect(run.screen.contains("0800-2000"))
            #expect(run.screen.contains("wijzen op gevaar"))
            #expect(run.screen.contains("Uitkomst: Eerst advies over de veiligheid"))
            #expect(!run.screen.contains("Een andere oorzaak?"))
        }
    }

    // MARK: Tools and tables

    @Test func whatTheTableNamesForAnUncertainPhaseIsOffered() throws {
        let way = "ouder,verder,verder,nee,nee,nee,licht"
        let step = try Run("beslis", "bedplassen", "7 jaar", "--antwoorden", way, "--formaat", "json").json
        let tools = try #require(step["tools"] as? [[String: Any]])
        let training = try #require(tools.first { $0["id"] as? String == "droogbedtraining" })
        #expect(
            training["note"] as? String
                == "tabel 2, leeftijdsfase onzeker, lichte hulp: waarschijnlijk effectief (niveau 2, mate van evidence) (2013)")
        let end = try Run("beslis", "bedplassen", "7 jaar", "--antwoorden", way + ",verder")
        #expect(end.output.contains("DroogBedTraining: tabel 2, leeftijdsfase onzeker, lichte hulp"))
        #expect(
            end.output.contains(
                "De tabel verwijst hier ook naar de richtlijnen voor huilen, voor voedingsgedrag en eetproblemen, en voor zindelijkheid."))
    }

    @Test func aToolFitsTheAgesThatItIsFor() throws {
        let way = "ouder,verder,verder,nee,nee,nee,risicogroep,verder"
        let json = try Run("beslis", "3 jaar", "--antwoorden", way, "--formaat", "json").json
        let tools = try #require(json["tools"] as? [[String: Any]])
        let misfits = tools.filter { $0["fitsAge"] as? Bool == false }
        #expect(misfits.map { $0["id"] as? String } == ["ouder-baby-interventie", "stevig-ouderschap"])
        #expect(misfits.first?["misfit"] as? String == "niet voor deze leeftijd: 0-1 jr")
        // They come last.
        #expect(tools.suffix(2).map { $0["id"] as? String } == misfits.map { $0["id"] as? String })
        let baby = try Run("beslis", "6 maanden", "--antwoorden", way, "--formaat", "json").json
        #expect((baby["tools"] as? [[String: Any]])?.contains { $0["fitsAge"] as? Bool == false } == false)
    }

    @Test func toolsAreListedOnce() throws {
        let run = try Run(["beslis"] + DecisionCommandTests.reassured)
        #expect(run.output.matches(of: /Peuter in Zicht!/).count == 1)
    }

    @Test(arguments: ["mermaid", "dot", "json", "md"])
    func everyDrawingHasEveryNodeAndSaysWhatItIs(format: String) throws {
        let run = try Run("beslis", "--schema", format)
        #expect(run.ending == .found)
        let plain = run.output.replacing("<br/>", with: " ").replacing("\\n", with: " ").replacing("\\", with: "")
        #expect(plain.contains("onze reconstructie uit de samenvatting"))
        let schema = try Run("beslis", "--schema", "json").json
        for node in try #require(schema["nodes"] as? [[String: Any]]) {
            let title = try #require(node["title"] as? String)
            #expect(plain.contains(title), "\(title)")
        }
    }

    @Test func backgroundsAreListedShownAndSuggested() throws {
        let list = try Run("beslis", "--achtergrond", "alle")
        #expect(list.output.contains("vaardigheden: "))
        #expect(try Run("beslis", "--achtergrond", "Vaardigheden").output.contains("(hoofdstuk 6.1)"))
        let mistyped = try Run("beslis", "--achtergrond", "vaardighedn")
        #expect(mistyped.ending == .usage)
        #expect(mistyped.error.contains("bedoelt u vaardigheden?"))
    }

    // MARK: Report

    @Test func aReportIsMarkdownWithoutWhatWasTyped() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("verslag.md")
        let run = try Run(
            "beslis", "Jantje de Vries", "van 3 heeft driftbuien", "--antwoorden", "ouder,verder,verder,nee,nee,ja", "--verslag", path)
        #expect(run.ending == .found)
        #expect(run.error.hasSuffix("het verslag staat in \(path)\n"))
        let report = String(decoding: directory.bytes("verslag.md"), as: UTF8.self)
        #expect(report.hasPrefix("# Beslisschema opvoedingsondersteuning\n"))
        #expect(report.contains("3 jaar") && report.contains("driftbuien"))
        #expect(!report.contains("Jantje") && !report.contains("Vries"))
    }

    @Test func aReportReplacesNothingUnasked() throws {
        let directory = try TemporaryDirectory()
        try directory.write("oud".utf8, to: "verslag.md")
        let words = ["beslis", "--antwoorden", "onveilig", "--verslag", directory.path("verslag.md")]
        let refused = try Run(words)
        #expect(refused.ending == .usage)
        #expect(refused.output == "")
        #expect(directory.bytes("verslag.md") == Array("oud".utf8))
        #expect(try Run(words + ["--overschrijf"]).ending == .found)
        #expect(directory.bytes("verslag.md").count > 100)
        #expect(try Run(["beslis", "--verslag", directory.path]).ending == .usage)
        #expect(try Run(["beslis", "--verslag", directory.path("nergens/x.md")]).ending == .file)
    }

    // MARK: On a terminal

    @Test func walkedByHand() throws {
        let run = try TerminalRun("beslis", typing: ["driftbuien, 3 jaar", "1", "1", "verder", "nee", "1", "1", "2"])
        #expect(run.ending == .found)
        #expect(run.screen.contains("Begrepen als: leeftijd 3 jaar · onderwerp driftbuien."))
        #expect(run.screen.contains("Uw vraag hoort bij wat gewoon is in deze fase: driftbuien"))
        #expect(run.screen.contains("Uitkomst: Gewoon houden"))
        #expect(run.screen.contains("Gordon-oudercursus\n══════════════════"))
    }

    @Test func wrongKeysAreToldAndNothingIsLost() throws {
        let run = try TerminalRun("beslis", typing: ["", "7", "misschien", "?", "o", "a", "1", "t", "t", "2", "q"])
        #expect(run.ending == .found)
        #expect(run.screen.matches(of: /Dat past hier niet\. Kies een nummer van 1 tot en met 4/).count == 2)
        #expect(run.screen.contains("Rust op: JGZ-richtlijn"))
        #expect(run.screen.contains("Dit is het begin."))
        #expect(run.screen.contains("Nog niet af: Veilig om te delen?"))
    }

    @Test func theEndOfTheInputHalfwayTellsWhatIsKnown() throws {
        let run = try TerminalRun("beslis", typing: ["8 jaar", "ouder"])
        #expect(run.ending == .found)
        #expect(run.screen.contains("Nog niet af: De vraag horen"))
        #expect(run.screen.contains("--leeftijd \"8 jaar\""))
        #expect(try TerminalRun("beslis", typing: []).ending == .found)
    }

    @Test(arguments: [40, 80] as [UInt16])
    func everyStepFitsANarrowScreen(columns: UInt16) throws {
        let typed = [
            "14 jaar, blowen", "2", "nee", "1", "1", "nee", "nee", "twijfel", "1", "nee", "ja", "1", "ja", "1", "1", "nee", "meer", "meer",
            "1", "o", "a",
        ]
        let run = try TerminalRun("beslis", typing: typed, columns: columns)
        #expect(run.screen.contains("Uitkomst: Samen afspreken"))
        // The answers of a command line are never broken.
        for line in run.screen.split(separator: "\n") where line.split(separator: " ").count > 1 {
            #expect(line.count <= Int(columns), "\(line)")
        }
    }
}
