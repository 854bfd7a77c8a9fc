import Foundation
import Testing

/// `wegwijzer beslis`: the decision schema.
@Suite struct DecisionCommandTests {
    private static let reassured = ["driftbuien", "3 jaar", "--antwoorden", "ouder,verder,verder,nee,ja"]

    // MARK: Without a terminal

    @Test func anOutcomeHasItsWayItsAdviceItsToolsAndTheCommandThatRepeatsIt() throws {
        let run = try Run(["beslis"] + DecisionCommandTests.reassured)
        #expect(run.ending == .found)
        #expect(run.error == "")
        for part in ["onze reconstructie", "Uitkomst: Gewoon houden", "Geef één goed advies", "Peuter in Zicht!", "(2013)"] {
            #expect(run.output.contains(part), "\(part)")
        }
        let command = #"`wegwijzer beslis "driftbuien" --leeftijd "3 jaar" --antwoorden ouder,verder,verder,nee,ja`"#
        #expect(run.output.contains(command))
    }

    @Test func theCommandThatRepeatsTheWayDoes() throws {
        let first = try Run("beslis", "--antwoorden", "1,1,1,1,3,licht,verder", "--leeftijd", "18 maanden", "slapen", "--formaat", "json")
        let command = try #require(try first.json["command"] as? String)
        let words = command.matches(of: /"([^"]*)"|(\S+)/).map { String($0.1 ?? $0.2 ?? "") }
        let again = try Run(Array(words.dropFirst()) + ["--formaat", "json"])
        #expect(again.output == first.output)
    }

    @Test func jsonHasTheKeysOfItsFormatAndNoOthers() throws {
        let json = try Run(["beslis", "--formaat", "json"] + DecisionCommandTests.reassured).json
        #expect(
            Set(json.keys) == [
                "format", "title", "about", "ages", "subjects", "way", "ended", "node", "tools", "notices", "command", "source",
            ])
        #expect(json["ended"] as? Bool == true)
        #expect(json["subjects"] as? [String] == ["driftbuien"])
        let way = try #require(json["way"] as? [[String: Any]])
        #expect(way.map { $0["choice"] as? String } == ["ouder", "verder", "verder", "nee", "ja"])
        let node = try #require(json["node"] as? [String: Any])
        #expect(node["id"] as? String == "geruststellen")
        let tools = try #require(json["tools"] as? [[String: Any]])
        #expect(Set(tools.compactMap { $0["id"] as? String }).isSubset(of: Project.tools))
    }

    @Test func anUnfinishedWaySaysWhatCanBeAnswered() throws {
        let run = try Run("beslis", "--antwoorden", "professional,nee")
        #expect(run.ending == .nothingFound)
        #expect(run.output.contains("Nog niet af"))
        for choice in ["verhelderen:", "overleg:", "onveilig:"] { #expect(run.output.contains(choice), "\(choice)") }
    }

    @Test(
        arguments: [
            ("ouder,misschien", "het antwoord ‘misschien’ past niet bij ‘De vraag horen’; kies uit: verder, onveilig"),
            ("9", "het antwoord ‘9’ past niet bij ‘Wie brengt het ter sprake?’; kies uit: ouder, professional, onveilig"),
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
        #expect(run.output.contains("0800-2000"))
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
            "beslis", "Jantje de Vries", "van 3 heeft driftbuien", "--antwoorden", "ouder,verder,verder,nee,ja", "--verslag", path)
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
        let run = try TerminalRun("beslis", typing: ["driftbuien, 3 jaar", "1", "1", "verder", "1", "1", "2"])
        #expect(run.ending == .found)
        #expect(run.screen.contains("Begrepen als: leeftijd 3 jaar · onderwerp driftbuien."))
        #expect(run.screen.contains("Uw vraag hoort bij wat gewoon is in deze fase: driftbuien"))
        #expect(run.screen.contains("Uitkomst: Gewoon houden"))
        #expect(run.screen.contains("Gordon-oudercursus\n══════════════════"))
    }

    @Test func wrongKeysAreToldAndNothingIsLost() throws {
        let run = try TerminalRun("beslis", typing: ["", "7", "misschien", "?", "o", "a", "1", "t", "t", "2", "q"])
        #expect(run.ending == .found)
        #expect(run.screen.matches(of: /Dat past hier niet\. Kies een nummer van 1 tot en met 3/).count == 2)
        #expect(run.screen.contains("Rust op: JGZ-richtlijn"))
        #expect(run.screen.contains("Dit is het begin."))
        #expect(run.screen.contains("Nog niet af: De zorg delen"))
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
        let typed = ["14 jaar, blowen", "2", "1", "1", "nee", "twijfel", "1", "ja", "1", "ja", "1", "meer", "meer", "1", "o", "a"]
        let run = try TerminalRun("beslis", typing: typed, columns: columns)
        #expect(run.screen.contains("Uitkomst: Samen afspreken"))
        // The answers of a command line are never broken.
        for line in run.screen.split(separator: "\n") where line.split(separator: " ").count > 1 {
            #expect(line.count <= Int(columns), "\(line)")
        }
    }
}
