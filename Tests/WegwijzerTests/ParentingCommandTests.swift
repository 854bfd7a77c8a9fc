import Testing

/// `wegwijzer opvoedvraag`: the guideline's tables.
@Suite struct ParentingCommandTests {
    @Test func tantrumsAtThree() throws {
        let run = try Run("opvoedvraag", "driftbuien", "3", "jaar")
        #expect(run.ending == .found)
        #expect(run.error == "")
        for part in [
            "Uw vraag hoort bij wat gewoon is in deze fase: driftbuien", "disciplinering", "oppositionele gedragsstoornis jonge kind",
            "peuter/kleuter (1-4), preventie:", "peuter/kleuter (1-4), lichte hulp:", "Peuter in Zicht!: in theorie effectief",
            "VIPP-SD: bewezen effectief (niveau 2, mate van evidence)", "(2013)",
        ] {
            #expect(run.output.contains(part), "\(part)")
        }
        #expect(!run.output.contains("± 5-12"))
    }

    @Test func everyWayToWriteItMeansTheSame() throws {
        let expected = try #require(
            try Run("opvoedvraag", "driftbuien", "3 jaar", "--formaat", "json").json["questions"] as? [[String: Any]])
        for words in [
            ["driftbui", "bij", "3", "jaar"], ["driftbuijen 3 jaar"], ["driftbuien", "--leeftijd", "3"], ["woedeaanvallen 3 jr"],
        ] {
            let found = try #require(try Run(["opvoedvraag", "--formaat", "json"] + words).json["questions"] as? [[String: Any]])
            #expect(found.map { $0["id"] as? String } == expected.map { $0["id"] as? String }, "\(words)")
        }
    }

    @Test func withoutWordsTheWholeTableOfAnAgeOrOfAll() throws {
        func ids(_ key: String, _ options: String...) throws -> [String?] {
            let items = try Run(["opvoedvraag", "--formaat", "json"] + options).json[key] as? [[String: Any]]
            return try #require(items).map { $0["id"] as? String }
        }
        #expect(try ids("phases", "--leeftijd", "14") == ["12-19"])
        #expect(try ids("phases") == ["0-2", "2-4", "5-12", "12-19"])
        #expect(try ids("questions").count == 8)
    }

    @Test(arguments: [
        ("nagelbijten 4 jaar", "De tabellen noemen dit niet met name."), ("gamen", "Niet in de tabellen: gamen."),
        ("gamen 14 jaar", "De tabellen noemen dit niet met name."),
        ("driftbuien zwanger", "De tabellen gaan over 0 tot en met 19 jaar."),
    ])
    func whatTheTablesDoNotKnowIsSaid(words: String, sentence: String) throws {
        let run = try Run("opvoedvraag", words)
        #expect(run.ending == .nothingFound)
        #expect(run.output.contains(sentence))
    }

    @Test func everyQuestionOfTheTableFindsItself() throws {
        let all = try #require(try Run("opvoedvraag", "--formaat", "json").json["questions"] as? [[String: Any]])
        #expect(all.count == 8)
        for question in all {
            let name = try #require(question["name"] as? String)
            let json = try Run("opvoedvraag", name, "--formaat", "json").json
            let found = try #require(json["questions"] as? [[String: Any]])
            #expect(found.contains { $0["id"] as? String == question["id"] as? String }, "\(name)")
            #expect(json["found"] as? Bool == true && json["general"] as? Bool == false, "\(name)")
        }
    }

    @Test func whatIsInTheTablesAndWhatIsNotAreToldApart() throws {
        let run = try Run("opvoedvraag", "driftbuien en gamen 8 jaar")
        #expect(run.ending == .found)
        #expect(run.output.contains("Begrepen als: leeftijd 8 jaar · onderwerp driftbuien. Niet in de tabellen: gamen."))
        let quarrels = try Run("opvoedvraag", "ruzie 8 jaar")
        #expect(quarrels.output.contains("Uw vraag hoort bij wat gewoon is in deze fase: ruzies"))
        #expect(!quarrels.output.contains("noemen dit niet"))
    }

    @Test func anUnknownAgeIsWrongUse() throws {
        let run = try Run("opvoedvraag", "driftbuien", "--leeftijd", "oud")
        #expect(run.ending == .usage)
        #expect(run.output == "")
    }

    @Test func aSeriousProblemBringsNoLightHelpAndSuicideTellsWhereToTurn() throws {
        let run = try Run("opvoedvraag", "suïcidaal", "15 jaar")
        #expect(run.ending == .found)
        #expect(run.output.contains("0800-0113"))
        #expect(run.output.contains("Tabel 2 noemt hiervoor geen preventie of lichte hulp."))
        #expect(!run.output.contains("Triple P"))
    }

    @Test func searchPointsThere() throws {
        func points(_ question: String) throws -> Bool {
            try FoundAnswer(question).notices.contains { $0.contains("`wegwijzer opvoedvraag`") }
        }
        for question in ["driftbuien 3 jaar", "mijn kind eet slecht", "hoe moet ik straffen", "bedplassen 7 jaar"] {
            #expect(try points(question), "\(question)")
        }
        for question in ["KOPP 4-12 signalering", "SDQ", "vader slaat kind", "schulden", "kind van 5 wil dood"] {
            #expect(try !points(question), "\(question)")
        }
    }

    @Test(arguments: [40, 80])
    func everyPhaseFitsNarrowScreens(width: Int) throws {
        expectLines(of: try Run(["opvoedvraag"], environment: ["COLUMNS": "\(width)"]), fit: width)
    }

    @Test func markdownHasItsHeadings() throws {
        let run = try Run("opvoedvraag", "slapen", "1 jaar", "--formaat", "md")
        #expect(run.output.hasPrefix("# Opvoedvraag: slapen 1 jaar\n\n"))
        #expect(run.output.contains("\n## ± 0-2 jaar (tabel 1)\n\n"))
    }
}
