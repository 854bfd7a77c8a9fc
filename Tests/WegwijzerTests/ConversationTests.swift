import Testing

/// `wegwijzer` alone, on a terminal.
@Suite struct ConversationTests {
    @Test(arguments: ["q", "Q", "stop", "exit", "quit", "Quit", ":q", "stoppen"])
    func whatPeopleTypeToStopStops(word: String) throws {
        let run = try TerminalRun(typing: [word, "KOPP"])
        #expect(run.ending == .found)
        #expect(!run.screen.contains("Begrepen als"))
        let walk = try TerminalRun("beslis", typing: ["8 jaar", word])
        #expect(walk.ending == .found && !walk.screen.contains("Dat past hier niet"))
    }

    @Test(arguments: ["?", "help", "Hulp", "h", "--help"])
    func whatPeopleTypeForHelpHelps(word: String) throws {
        let run = try TerminalRun(typing: [word])
        #expect(run.screen.contains("maakt de vraag nauwer"))
        #expect(!run.screen.contains("Begrepen als"))
        #expect(try TerminalRun("beslis", typing: ["8 jaar", word]).screen.contains("een stap terug"))
    }

    @Test(arguments: ["\u{1B}[A", "\u{1B}[B\u{1B}[C", "\u{1B}OP", "\u{1B}[1;5D", "\u{1B}[3~"])
    func keysWithoutALetterAreNoWords(keys: String) throws {
        #expect(try !TerminalRun(typing: [keys]).screen.contains("Begrepen als"))
        #expect(try TerminalRun(typing: ["KOPP" + keys]).screen.contains("Begrepen als: doelgroep KOPP/KOV (“KOPP”)\n"))
    }

    @Test(arguments: [
        ("wegwijzer signalen --doelgroep eenouder", "Signalen van een kwetsbare opgroeisituatie"),
        ("signalen --doelgroep eenouder", "Signalen van een kwetsbare opgroeisituatie"), ("toon SDQ", "Strengths and Difficulties"),
        ("`wegwijzer gesprek \"sociale steun\"`", "Keuze: woorden sociale steun"),
        ("wegwijzer zoek KOPP -n 1", "Begrepen als: doelgroep KOPP/KOV"),
        ("wegwijzer KOPP", "Begrepen als: doelgroep KOPP/KOV"), ("wegwijzer --versie", "catalogus van"),
        ("gesprek met ouders over armoede", "Begrepen als: "),
    ])
    func printedAdviceCanBeTyped(line: String, shown: String) throws {
        let run = try TerminalRun(typing: [line, "mantelzorg"], columns: 200)
        #expect(run.ending == .found)
        #expect(run.screen.contains(shown))
        // The conversation goes on.
        #expect(run.screen.contains("doelgroep Mantelzorg"))
    }

    @Test func aMistakeIsSaidAndTheConversationGoesOn() throws {
        let run = try TerminalRun(typing: ["wegwijzer lijst --kleur", "KOPP"])
        #expect(run.screen.contains("de optie --kleur bestaat niet"))
        #expect(run.screen.contains("doelgroep KOPP/KOV"))
    }
}
