import Testing

/// `wegwijzer toon`: everything of one tool.
@Suite struct ShowCommandTests {
    @Test(arguments: Project.tools)
    func everyToolCanBeShownByItsId(id: String) throws {
        let tool = try Project.tool(id)
        let run = try Run("toon", id)
        #expect(run.ending == .found)
        #expect(run.error == "")
        let name = try #require(tool["name"] as? String)
        #expect(run.lines.first?.hasPrefix(name) == true)
        let evidence = try #require(tool["evidence"] as? [String: Any])
        let level = try Project.levelName(#require(evidence["level"] as? String), ofInstrument: tool["kind"] as? String == "signalering")
        // A level never stands without what it holds for.
        let scope = (evidence["scope"] as? [String: Any])?["text"] as? String
        #expect(run.lines.contains { $0.hasSuffix("Niveau: \(level)" + (scope.map { " (\($0))" } ?? "")) })
        let listings = try #require(tool["listings"] as? [[String: Any]])
        let rows = listings.filter { $0["source"] as? String == "kennissynthese-2025" }
        #expect(run.output.contains("literatuurscan uit 2022") == !rows.isEmpty)
        #expect(run.output.contains("aanvullend: niet uit de tabellen") == rows.isEmpty)
        for listing in listings where listing["row"] == nil {
            let section = try #require(listing["section"] as? String)
            #expect(run.lines.contains { $0.hasPrefix("  - ") && $0.hasSuffix(", \(section)") }, "\(section)")
        }
        for listing in rows {
            let group = try Project.groupName(#require(listing["targetGroup"] as? String))
            let table = try #require(listing["table"] as? Int)
            let row = try #require(listing["row"] as? Int)
            let page = try #require(listing["page"] as? Int)
            let place = ", tabel \(table), rij \(row), p. \(page)"
            #expect(run.lines.contains { $0.contains("- \(group): ") && $0.contains(place) }, "\(group)\(place)")
        }
    }

    @Test(arguments: Project.tools)
    func everyPageFitsNarrowScreens(id: String) throws {
        for width in [40, 80] { expectLines(of: try Run(["toon", id], environment: ["COLUMNS": "\(width)"]), fit: width) }
    }

    @Test(arguments: [
        ("kids-coping-scale", "Kids Coping Scale (KCS)"), ("Kids Coping Scale", "Kids Coping Scale (KCS)"),
        ("kids coping scale", "Kids Coping Scale (KCS)"), ("KCS", "Kids Coping Scale (KCS)"), ("kcs", "Kids Coping Scale (KCS)"),
        ("CRFA", "California Family Risk Assessment (CFRA)"), ("Signs of Safety", "Veilig Verder"),
        ("Ruya", "Rüya; turks-Nederlandse meiden in balans"),
        ("M@ZL", "Medische Advisering Ziekgemelde Leerling (M@ZL)"), ("mazl", "Medische Advisering Ziekgemelde Leerling (M@ZL)"),
        ("TripleP", "Triple P: Positief Pedagogisch Programma niveau 4 en 5"),
    ])
    func aToolByNameAbbreviationOrOtherName(word: String, title: String) throws {
        let run = try Run("toon", word)
        #expect(run.ending == .found)
        #expect(run.lines.first ?? "" == title)
    }

    @Test func wordsNeedNoQuotes() throws {
        #expect(try Run("toon", "kids", "coping", "scale").output == Run("toon", "KCS").output)
    }

    @Test(arguments: [
        ("Kids Coping Scal", "kids-coping-scale"), ("aissi", "aisi"), ("tripple p", "triple-p"),
        ("zelfredzaamheidsmatriks", "zelfredzaamheidsmatrix"),
    ])
    func aMisspeltNameIsCorrectedButNotAssumed(word: String, id: String) throws {
        let run = try Run("toon", word)
        #expect(run.ending == .nothingFound)
        #expect(run.output == "")
        #expect(run.error.hasPrefix("wegwijzer: er is geen middel ‘\(word)’; bedoelt u:\n"))
        #expect(run.error.contains("wegwijzer toon \(id) "))
    }

    @Test func anAmbiguousNameShowsTheChoices() throws {
        let run = try Run("toon", "GIZ")
        #expect(run.ending == .nothingFound)
        #expect(run.output == "")
        let choices = run.error.split(separator: "\n").dropFirst()
        #expect(run.error.hasPrefix("wegwijzer: ‘GIZ’ kan meer middelen betekenen; kies er een:\n"))
        #expect(choices.count == 2)
        for choice in choices {
            let id = try #require(choice.split(separator: " ").dropFirst(2).first)
            #expect(try Run("toon", String(id)).ending == .found)
        }
    }

    @Test(arguments: ["xyzzy qqq", "\u{1F600}", "---"])
    func anUnknownNameSaysWhereElseToLook(word: String) throws {
        let run = try Run("toon", "--", word)
        #expect(run.ending == .nothingFound)
        #expect(run.output == "")
        #expect(run.error == "wegwijzer: er is geen middel ‘\(word)’; `wegwijzer zoek` zoekt ook in de beschrijvingen\n")
    }

    @Test(arguments: [[], [""], ["  "]])
    func noNameIsAskedFor(words: [String]) throws {
        let run = try Run(["toon"] + words)
        #expect(run.ending == .usage)
        #expect(run.error.hasPrefix("wegwijzer: `toon` wil nog weten: MIDDEL"))
    }
}
