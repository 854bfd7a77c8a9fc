import Testing

/// `wegwijzer zoek`: a question, answered.
@Suite struct SearchCommandTests {
    // MARK: As a table

    @Test func aTableTellsHowTheQuestionWasReadAndWhatFits() throws {
        let run = try Run("zoek", "KOPP 4-12 signalering")
        #expect(run.ending == .found)
        #expect(run.error == "")
        #expect(
            run.lines.first
                == "Begrepen als: soort signaleringsinstrument (“signalering”) · doelgroep KOPP/KOV (“KOPP”) · leeftijd 4 tot en met 12 jaar (“4-12”)"
        )
        let heading = try #require(run.lines.first { $0.contains("Naam") })
        #expect(heading.split(separator: " ") == ["#", "Naam", "Leeftijd", "Niveau", "Uitvoerder", "Waarom"])
        #expect(
            run.lines.contains { $0.contains("Kids Coping Scale (KCS)") && $0.contains("8-12 jr") && $0.contains("wisselend of matig") })
    }

    @Test func eachKindHasItsOwnTable() throws {
        let run = try Run("zoek", "gehechtheid")
        #expect(run.lines.contains("Signaleringsinstrumenten"))
        #expect(run.lines.contains("Interventies"))
    }

    @Test(arguments: [1, 3, 10])
    func aNumberLimitsEachKind(count: Int) throws {
        let answer = try FoundAnswer("KOPP", "--aantal", "\(count)")
        for kind in ["signalering", "interventie"] { #expect(answer.results.count { $0.kind == kind } == count) }
    }

    @Test func whatIsLeftOutIsSaid() throws {
        let run = try Run("zoek", "KOPP signalering", "-n", "2")
        #expect(run.output.contains("2 van de "))
        #expect(run.output.contains("--aantal N toont er meer"))
    }

    @Test func anExplanationShowsWhatThePlacesRestOn() throws {
        let run = try Run("zoek", "KOPP signalering", "--uitleg")
        #expect(
            run.lines.contains {
                $0.split(separator: " ") == [
                    "Naam", "doelgroep", "eigen-doelgroep", "bewijs", "behoefte", "gemaakt-voor-doelgroep", "woorden", "hulpvraag", "samen",
                ]
            })
    }

    // MARK: As JSON

    @Test(arguments: ["KOPP 4-12 signalering", "hechting", "Triple P", "zwanger en geldzorgen", "xyzzy"])
    func jsonHasTheKeysOfItsFormatAndNoOthers(question: String) throws {
        let answer = try FoundAnswer(question)
        #expect(Set(answer.members.keys) == ["format", "question", "results", "total", "notices", "warnings", "areas", "seeAlso"])
        #expect(answer.members["format"] as? Int == 1)
        #expect(
            Set(answer.question.keys) == [
                "text", "kind", "targetGroups", "ages", "aimedAt", "forms", "settings", "evidence", "recognition", "basis", "names",
                "topics",
                "unused", "corrections", "readings",
            ])
        #expect(answer.question["text"] as? String == question)
        for (place, tool) in answer.results.enumerated() {
            #expect(
                Set(tool.members.keys) == [
                    "rank", "id", "kind", "name", "abbreviation", "targetGroups", "ages", "administeredBy", "evidence", "reasons",
                    "remarks", "near",
                ])
            #expect(tool.members["rank"] as? Int == place + 1)
            #expect(tool.evidence.keys.contains("level"))
            let own: Set = tool.kind == "signalering" ? ["cotan"] : ["recognition", "year"]
            #expect(Set(tool.evidence.keys) == own.union(["level", "text", "fit", "scope", "basis"]))
            for age in tool.members["ages"] as? [[String: Any]] ?? [] { #expect(Set(age.keys) == ["from", "to", "stated"]) }
        }
    }

    @Test func jsonTellsHowTheQuestionWasRead() throws {
        let answer = try FoundAnswer("KOPP 4-12 signalering")
        #expect(answer.question["kind"] as? String == "signalering")
        #expect(answer.texts("targetGroups") == ["kopp-kov"])
        #expect(answer.ages == ["48-156"])
        #expect(answer.texts("unused") == [])
    }

    @Test func jsonAndTableAgree() throws {
        let table = try Run("zoek", "mantelzorg op school")
        for tool in try FoundAnswer("mantelzorg op school").results {
            let name = try #require(tool.members["name"] as? String)
            #expect(table.output.contains(name))
        }
    }

    // MARK: Ranking

    /// What was made for the group leads, whether it states an age or not; what is for small children only comes after it.
    @Test func whatIsMadeForTheGroupLeads() throws {
        let results = try FoundAnswer("KOPP 4-12 signalering", "--aantal", "100").results
        let spark = try #require(results.firstIndex { $0.id == "spark" })
        for id in ["kopp-werkkaart", "kids-coping-scale", "sik-lijst", "kindcheck"] {
            let place = try #require(results.firstIndex { $0.id == id })
            #expect(place < min(spark, 10))
        }
        #expect(results.allSatisfy { $0.kind == "signalering" })
        for tool in results where !tool.statesAge { #expect(tool.reasons.contains("leeftijd niet vermeld")) }
    }

    @Test(arguments: [
        ("Strengths and Difficulties Questionnaire", "sdq"), ("kids coping scale", "kids-coping-scale"), ("tripple p", "triple-p"),
        ("home start", "home-start"), ("VIPPSD", "vipp-sd"),
    ])
    func aToolCalledByNameComesFirst(name: String, id: String) throws {
        #expect(try FoundAnswer(name).results.first?.id == id)
    }

    // MARK: Ways to ask

    @Test(arguments: [
        ["KOPP 4-12 signalering"], ["Meisje van 7, moeder heeft borderline: welk lijstje?"], ["KCS", "--formaat", "json"],
        ["--formaat=json", "hechting", "-n", "3"], ["xyzzy"], ["--leeftijd", "4-12", "--soort", "signalering"],
        ["hechting", "--vorm", "onzin"],
    ])
    func theCommandsNameMayBeLeftOut(words: [String]) throws {
        let short = try Run(words)
        let long = try Run(["zoek"] + words)
        #expect(short.outputBytes == long.outputBytes)
        #expect(short.errorBytes == long.errorBytes)
        #expect(short.ending == long.ending)
    }

    @Test func wordsNeedNoQuotes() throws {
        #expect(try Run("zoek", "KOPP", "4-12", "signalering").output == Run("zoek", "KOPP 4-12 signalering").output)
    }

    @Test(arguments: [["zoek", "-"], ["-"], ["zoek", "--", "-"]])
    func aHyphenReadsTheStandardInput(words: [String]) throws {
        let input = "KOPP 4-12\nsignalering\n"
        let run = try Run(words.map { Array($0.utf8) }, input: .bytes(Array(input.utf8)))
        #expect(run.output == (try Run("zoek", "KOPP 4-12 signalering").output))
    }

    @Test func twoHyphensEndTheOptions() throws {
        let run = try Run("zoek", "--formaat", "json", "--", "--soort", "KCS")
        #expect(run.ending == .found)
        #expect(try run.json["question"] is [String: Any])
    }

    @Test(arguments: ["", " ", "\n\t "])
    func anEmptyQuestionIsAskedFor(question: String) throws {
        let typed = try Run("zoek", question)
        let read = try Run("zoek", "-", input: question)
        for run in [typed, read] {
            #expect(run.ending == .usage)
            #expect(run.error == "wegwijzer: `zoek` wil nog weten: VRAAG\n")
            #expect(run.output == "")
        }
    }

    @Test(arguments: ["KOPP 4-12 signalering", "moeder drinkt, kind van 9", "zwakbegaafde ouder peuter", "brus 12 jaar", "a"])
    func theSameQuestionGivesTheSameBytes(question: String) throws {
        for format in ["tabel", "json"] {
            let first = try Run("zoek", question, "--formaat", format)
            let second = try Run("zoek", question, "--formaat", format)
            #expect(first.outputBytes == second.outputBytes)
        }
    }

    // MARK: Nothing found

    @Test func whatExcludedEverythingIsSaidAndTheNearestShown() throws {
        let run = try Run("zoek", "mantelzorg interventie 1 jaar", "--niveau", "sterke-aanwijzingen")
        #expect(run.ending == .nothingFound)
        #expect(run.output.contains("Niets gevonden dat aan alles voldoet. Zonder de eis ‘niveau’ komt dit het dichtst in de buurt:"))
        #expect(run.output.contains("Stappenplan jonge mantelzorgers"))
    }

    @Test(arguments: [
        (["--doelgroep", "18-jaar", "--soort", "signalering", "--leeftijd", "0-1"], "de leeftijd"),
        (["hechting", "--soort", "signalering", "--vorm", "online"], "de eis ‘vorm’"),
        (["hechting", "--soort", "signalering", "--setting", "schuldhulp"], "de eis ‘setting’"),
        (["KOPP", "--soort", "interventie", "--niveau", "goed"], "de eis ‘niveau’"),
        (["gehechtheid", "--niet-setting", "jeugdhulp", "--niet-setting", "jgz", "--soort", "signalering"], "wat u niet wilde"),
    ])
    func theConditionThatWasDroppedIsNamed(words: [String], dropped: String) throws {
        let run = try Run(["zoek", "--formaat", "json"] + words)
        #expect(run.ending == .nothingFound)
        #expect(try run.json["dropped"] as? String == dropped)
        #expect(try Run(["zoek"] + words).output.contains("Zonder \(dropped) "))
    }

    @Test func aQuestionWithoutAnyUsableWordSaysSo() throws {
        let run = try Run("zoek", "xyzzy")
        #expect(run.ending == .nothingFound)
        #expect(run.output.contains("Niet gebruikt: xyzzy"))
        #expect(run.output.contains("Noem een doelgroep, leeftijd, onderwerp of de naam van een middel."))
    }

    @Test(arguments: ["eenoudergezin", "migratieachtergrond"])
    func forGroupsWithoutAnInstrumentTheReportIsToldOf(group: String) throws {
        let run = try Run("zoek", "signaleringsinstrument \(group)")
        #expect(run.output.contains("Zelfredzaamheidsmatrix"))
    }

    // MARK: Danger

    @Test(arguments: [
        "mishandeling", "verwaarloosde peuter", "kind onveilig thuis", "huiselijk geweld", "vader slaat", "seksueel misbruik",
    ])
    func wordsOfDangerAddWhereToTurn(question: String) throws {
        let notice = "Veilig Thuis, 0800-2000"
        let text = try Run("zoek", question).output
        #expect(text.contains(notice))
        #expect(text.contains("1712"))
        #expect(text.contains("Meldcode"))
        #expect(try FoundAnswer(question).notices.contains { $0.contains(notice) })
    }

    @Test(arguments: ["zelfmoord", "suïcidaal meisje", "SUICIDAAL", "snijdt zichzelf", "zelfbeschadiging", "wil niet meer leven"])
    func wordsOfSelfHarmAddWhereToTurn(question: String) throws {
        let text = try Run("zoek", question).output
        #expect(text.contains("0800-0113"))
        #expect(text.contains("1813"))
        #expect(try FoundAnswer(question).notices.contains { $0.contains("0800-0113") })
    }

    @Test(arguments: ["onveilige hechting", "onveilig gehecht kind", "KOPP 4-12 signalering", "veilig gehecht", "groep 113"])
    func otherWordsAddNone(question: String) throws {
        let text = try Run("zoek", question).output
        #expect(!text.contains("0800-"))
        #expect(try FoundAnswer(question).notices.allSatisfy { !$0.contains("0800-") })
    }
}
