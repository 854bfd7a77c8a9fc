import Testing

/// Options say what is wanted in place of the question's words, and the answer says so.
@Suite struct FilterOptionTests {
    @Test(arguments: ["signalering", "interventie"])
    func aKind(kind: String) throws {
        for question in ["KOPP signalering", "KOPP interventie", "KOPP"] {
            let answer = try FoundAnswer(question, "--soort", kind)
            #expect(answer.question["kind"] as? String == kind)
            #expect(!answer.results.isEmpty)
            #expect(answer.results.allSatisfy { $0.kind == kind })
        }
        #expect(
            try Run("zoek", "KOPP signalering", "--soort", "interventie").lines.first?.contains("soort interventie (“--soort”)") == true)
    }

    @Test(arguments: [
        ("mantelzorg", "mantelzorg"), ("Mantelzorg", "mantelzorg"), ("KOPP/KOV", "kopp-kov"), ("kopp-kov", "kopp-kov"),
        ("18-jaar", "18-jaar"),
    ])
    func aTargetGroupByIdOrName(word: String, id: String) throws {
        let answer = try FoundAnswer("armoede", "--doelgroep", word)
        #expect(answer.texts("targetGroups") == [id])
        #expect(
            answer.results.allSatisfy { $0.targetGroups.contains(id) || $0.reasons.contains { $0.hasPrefix("volgens de tekst ook voor") } })
    }

    /// An option understands what a question understands.
    @Test(arguments: [
        ("--doelgroep", "KOPP", "targetGroups", "kopp-kov"), ("--doelgroep", "LVB", "targetGroups", "kvbo"),
        ("--doelgroep", "mantelzorgers", "targetGroups", "mantelzorg"), ("--setting", "school", "settings", "onderwijs"),
        ("--vorm", "vragenlijsten", "forms", "vragenlijst"), ("--gericht-op", "Ouders", "aimedAt", "ouder"),
        ("--niveau", "Goed", "evidence", "goed"),
    ])
    func aValueInOtherWords(option: String, word: String, facet: String, id: String) throws {
        #expect(try FoundAnswer("gehechtheid", option, word).texts(facet) == [id])
    }

    @Test(arguments: [
        ("instrument", "signalering"), ("instrumenten", "signalering"), ("interventies", "interventie"), ("Signalering", "signalering"),
    ])
    func aKindInOtherWords(word: String, kind: String) throws {
        #expect(try FoundAnswer("KOPP", "--soort", word).question["kind"] as? String == kind)
    }

    /// The values that are allowed stand in the help and in the manual.
    @Test(arguments: ["kopp-kov", "mantelzorg", "goed-onderbouwd", "vragenlijst", "onderwijs", "signalering"])
    func theValuesAreListed(value: String) throws {
        #expect(try Run("zoek", "--help").output.contains("\(value)"))
        #expect(try Run("aanvulling", "man").output.contains(value.replacing("-", with: "\\-")))
    }

    @Test func severalTargetGroups() throws {
        let answer = try FoundAnswer("signalering", "--doelgroep", "kvbo", "--doelgroep", "armoede")
        #expect(answer.texts("targetGroups") == ["kvbo", "armoede"])
    }

    @Test(arguments: [
        ("7", "84-96"), ("4-12", "48-156"), ("18 maanden", "18-19"), ("vanaf 8", "96-"), ("onder de 2", "-24"), ("zwanger", "-9-0"),
        ("18m", "18-19"), ("18 m", "18-19"), ("2j", "24-36"), ("8 mnd - 2 jr", "8-36"),
        ("groep 8", "132-156"),
    ])
    func anAge(words: String, months: String) throws {
        #expect(try FoundAnswer("KOPP 16 jaar", "--leeftijd", words).ages == [months])
    }

    @Test func severalAges() throws {
        #expect(try FoundAnswer("KOPP", "--leeftijd=3", "--leeftijd=9").ages == ["36-48", "108-120"])
    }

    @Test func anAgeIsToldInPlaceOfTheWords() throws {
        let first = try #require(try Run("zoek", "KOPP 4-12", "--leeftijd", "0-2").lines.first)
        #expect(first.hasSuffix("leeftijd 0 tot en met 2 jaar (“--leeftijd”)"))
        #expect(!first.contains("4-12"))
    }

    @Test(arguments: [
        ("goed", ["goed"]), ("wisselend of matig", ["wisselend"]), ("onbekend", ["onbekend", "onbekend"]),
        ("eerste-aanwijzingen", ["eerste-aanwijzingen"]),
    ])
    func aLevel(word: String, levels: [String]) throws {
        let name = try Project.levelName(levels[0], ofInstrument: levels[0] != "eerste-aanwijzingen")
        let answer = try FoundAnswer("KOPP", "--niveau", word, "-n", "100")
        #expect(answer.texts("evidence") == levels)
        #expect(!answer.results.isEmpty)
        #expect(answer.results.allSatisfy { levels.contains($0.level) })
        #expect(try Run("zoek", "KOPP", "--niveau", word).lines.first?.contains("bewijs \(name) (“--niveau”)") == true)
    }

    @Test(arguments: [
        ("--vorm", "groep", "forms"), ("--setting", "onderwijs", "settings"), ("--gericht-op", "ouder", "aimedAt"),
    ])
    func whatAToolMustHave(option: String, word: String, facet: String) throws {
        let answer = try FoundAnswer("KOPP", option, word, "-n", "100")
        #expect(answer.texts(facet) == [word])
        for tool in answer.results {
            let file = try Project.tool(tool.id)
            let values = [facet, "\(facet)Broad"].flatMap { file[$0] as? [String] ?? [] }
            #expect(values.contains(word), "\(tool.id)")
        }
    }

    @Test(arguments: [
        ("--niet-doelgroep", "kopp-kov", "targetGroups"), ("--niet-vorm", "groep", "forms"), ("--niet-setting", "jeugdhulp", "settings"),
        ("--niet-gericht-op", "ouder", "aimedAt"),
    ])
    func whatAToolMustNotHave(option: String, word: String, facet: String) throws {
        let answer = try FoundAnswer("armoede hulp", option, word, "-n", "100")
        #expect(answer.members["dropped"] == nil)
        #expect(!answer.results.isEmpty)
        for tool in answer.results {
            let file = try Project.tool(tool.id)
            let terms = facet == "targetGroups" ? tool.targetGroups : file[facet] as? [String] ?? []
            #expect(!terms.contains(word), "\(tool.id)")
        }
    }

    /// A tool's recognition, or what its level rests on.
    private func quality(_ id: String, _ key: String) throws -> [String] {
        let evidence = try #require(try Project.tool(id)["evidence"] as? [String: Any])
        return evidence[key] as? [String] ?? [evidence[key] as? String].compactMap { $0 }
    }

    @Test(arguments: [
        ("--erkenning", "erkend", "recognition", "geldig"), ("--erkenning", "verlopen", "recognition", "verlopen"),
        ("--erkenning", "in-herbeoordeling", "recognition", "in-herbeoordeling"),
        ("--erkenning", "niet-vermeld", "recognition", "niet-vermeld"), ("--rust-op", "een-kant", "basis", "een-kant"),
        ("--rust-op", "gevalideerd, zonder maat", "basis", "gevalideerd-zonder-maat"),
    ])
    func whatALevelRestsOn(option: String, word: String, key: String, id: String) throws {
        let having = try Project.tools.filter { try quality($0, key).contains(id) }
        try #require(!having.isEmpty && having.count < Project.tools.count)
        let list = try #require(try Run("lijst", option, word, "--formaat", "json").json["tools"] as? [[String: Any]])
        #expect(Set(list.compactMap { $0["id"] as? String }) == Set(having))
        let answer = try FoundAnswer(option, word, "-n", "1000")
        #expect(Set(answer.results.map { $0.id }) == Set(having))
        #expect(answer.texts(key) == [id])
        let others = try #require(try Run("lijst", "--niet-\(option.dropFirst(2))", word, "--formaat", "json").json["tools"] as? [Any])
        #expect(others.count == Project.tools.count - having.count)
        let evidence = try Run("bewijs", option, word, "--tel", "middelen", "--formaat", "json").json
        let counts = try #require(evidence["matrix"] as? [[String: Any]])
        #expect(counts.contains { $0["tools"] as? Int != 0 })
    }

    @Test func aMistypedRecognition() throws {
        let run = try Run("lijst", "--erkenning", "geldg")
        #expect(run.ending == .usage)
        #expect(run.error.contains("bedoelt u geldig? Kies uit: geldig, in-herbeoordeling, verlopen, niet-vermeld"))
    }

    @Test func aKindThatIsNotWanted() throws {
        let answer = try FoundAnswer("gehechtheid", "--niet-soort", "interventie")
        #expect(answer.results.allSatisfy { $0.kind == "signalering" })
    }

    @Test func whatAnOptionExcludesIsNoLongerAskedFor() throws {
        let answer = try FoundAnswer("KOPP hechting", "--niet-doelgroep", "kopp-kov", "-n", "100")
        #expect(answer.texts("targetGroups") == [])
        #expect(answer.results.allSatisfy { !$0.targetGroups.contains("kopp-kov") })
        let first = try #require(try Run("zoek", "KOPP hechting", "--niet-doelgroep", "kopp-kov").lines.first)
        #expect(first.contains("niet KOPP/KOV (“--niet-doelgroep”)"))
    }

    @Test(arguments: [["--leeftijd", "4-12"], ["--soort", "signalering"], ["--doelgroep", "kvbo"], ["--vorm", "groep"]])
    func optionsAloneAreAQuestion(words: [String]) throws {
        let run = try Run(["zoek"] + words)
        #expect(run.ending == .found)
        #expect(run.lines.first?.contains("(“\(words[0])”)") == true)
    }
}
