import Foundation
import Testing

/// What a choice does, seen in what is printed: an option that chooses nothing, an order that is turned round, a mark that is left out.
@Suite struct ChoiceTests {
    private func csv(_ words: String...) throws -> [[String]] {
        let run = try Run(words + ["--formaat", "csv", "--kaal"])
        return run.output.split(whereSeparator: \.isNewline).dropFirst().map { row in
            row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private func results(_ question: String, _ options: String...) throws -> [[String: Any]] {
        try #require(try Run(["zoek", question, "--formaat", "json"] + options).json["results"] as? [[String: Any]])
    }

    private func notes(_ result: [String: Any], _ key: String) -> String { (result[key] as? [String] ?? []).joined(separator: "; ") }

    // MARK: Orders and groups

    @Test func theStrongestStandFirst() throws {
        let levels = try csv(
            "overzicht", "--doelgroep", "eenouder", "--soort", "interventie", "--sorteer", "niveau", "--kolommen", "niveau"
        ).flatMap { $0 }
        #expect(levels.first == "sterke aanwijzingen voor effectiviteit")
        let order = levels.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        #expect(order.count == Set(order).count && order.count > 3)
    }

    @Test func toolsWithoutAnAgeStandLast() throws {
        let ages = try csv("overzicht", "--doelgroep", "kvbo", "--sorteer", "leeftijd", "--kolommen", "leeftijd").flatMap { $0 }
        let first = try #require(ages.firstIndex(of: "niet vermeld"))
        #expect(first > 4 && ages[first...].allSatisfy { $0 == "niet vermeld" })
    }

    /// From the files: a tool stands in every phase that its ages overlap, and in no other.
    @Test(arguments: [
        ("0 en 1 jaar", 0, 24), ("2 en 3 jaar", 24, 48), ("4 tot en met 11 jaar", 48, 144), ("12 tot en met 17 jaar", 144, 216),
    ])
    func aPhaseOfLifeHoldsTheToolsForItsYearsAndNoOthers(name: String, from: Int, to: Int) throws {
        let run = try Run("overzicht", "--per", "leeftijdsfase", "--formaat", "json", "--kolommen", "naam")
        let groups = try #require(try run.json["groups"] as? [[String: Any]])
        let shown = Set(groups.first { $0["name"] as? String == name }?["tools"] as? [String] ?? [])
        let fitting = try Project.tools.filter { id in
            let ages = try Project.tool(id)["ages"] as? [[String: Any]] ?? []
            return ages.contains { ($0["from"] as? Int ?? -9) < to && ($0["to"] as? Int ?? 1200) > from }
        }
        #expect(shown == Set(fitting))
    }

    @Test func aVerdictIsAsOldAsTheYearsSince() throws {
        let thisYear = Calendar(identifier: .gregorian).component(.year, from: Date())
        let rows = try csv("bewijs", "--verouderd")
        let aged = rows.compactMap { row in
            row.count >= 2 ? Int(row[row.count - 2]).flatMap { year in Int(row[row.count - 1]).map { (year, $0) } } : nil
        }
        #expect(aged.count > 5 && aged.allSatisfy { $0.0 + $0.1 == thisYear })
    }

    @Test func aBarHasTheLettersOfItsLevels() throws {
        let lines = try Run("bewijs", "--grafiek").lines
        let bar = try #require(lines.first { $0.hasPrefix("KVBO") })
        #expect(bar.hasSuffix("AAADEEE 7"))
        #expect(lines.contains { $0.hasPrefix("A goed · B voldoende") })
    }

    // MARK: Guides

    @Test(arguments: [
        ["signalen", "--setting", "onderwijs"], ["signalen", "--leeftijd", "15"], ["gesprek", "--met", "ouder"],
        ["gesprek", "--met", "jeugdige"],
    ])
    func aChoiceLeavesOutWhatIsNotMeant(words: [String]) throws {
        let all = try Run(words[0]).lines
        let chosen = try Run(words).lines
        #expect(chosen.count > 20 && chosen.count + 3 < all.count)
    }

    @Test func whatAnOptionChoosesIsNoLongerTurnedAway() throws {
        let answer = try Run("zoek", "training, geen groep", "--vorm", "groep", "--formaat", "json").json
        #expect((answer["results"] as? [Any])?.isEmpty == false && answer["dropped"] as? String == nil)
    }

    // MARK: What is said of a result

    @Test func whatOnlyComesNearIsMarked() throws {
        let question = "kind van 9 zit klem in de vechtscheiding van zijn ouders, welk hulpaanbod is er voor kinderen van gescheiden ouders"
        let near = try results(question).filter { $0["near"] as? Bool == true }
        #expect(!near.isEmpty)
        #expect(try Run("zoek", question).output.contains("komt in de buurt"))
    }

    @Test func thatAToolCanNoLongerBeHadIsSaid() throws {
        #expect(try notes(#require(results("survivalkid").first), "remarks").contains("offline"))
    }

    @Test func thatNoInstrumentWasChosenForAGroupIsSaid() throws {
        let matrix = try #require(try results("eenouder signalering").first { $0["id"] as? String == "zelfredzaamheidsmatrix" })
        #expect(notes(matrix, "remarks").hasPrefix("verwijzing: voor deze doelgroep is geen eigen instrument gekozen"))
        #expect(try Run("zoek", "eenouder").output.contains("Er is geen instrument gevonden om eenoudergezinnen te signaleren."))
    }

    @Test func whereItStandsThatAToolIsForAGroupTooIsSaid() throws {
        let project = try #require(try results("jonge mantelzorger maatje").first { $0["id"] as? String == "maatjesproject" })
        #expect(notes(project, "reasons").contains("ook voor Mantelzorg (p. 32)"))
    }

    @Test(arguments: [["ysr", "cbcl", "trf"], ["sdq", "abas-3", "ysr"], ["cbcl", "kopp-werkkaart", "trf"]])
    func aFieldDiffersWhenAnyOfThemDoes(tools: [String]) throws {
        let fields = try #require(try Run(["vergelijk"] + tools + ["--formaat", "json"]).json["fields"] as? [[String: Any]])
        for field in fields {
            let values = (field["values"] as? [Any] ?? []).map { $0 as? String }
            #expect(field["differs"] as? Bool == values.contains { $0 != values[0] }, "\(field["id"] ?? "")")
        }
    }

    @Test func howAProjectWasKeptIsSaid() throws {
        #expect(try Run("samenwerken", "--project", "1").output.contains("Borging: Het team blijft."))
    }

    // MARK: A walk

    @Test func inDangerAWalkBeginsWithWhereToTurn() throws {
        let screen = try TerminalRun("beslis", "zijn vader slaat hem", typing: ["8 jaar", "stop"], columns: 200).screen
        let number = try #require(screen.range(of: "0800-2000"))
        let question = try #require(screen.range(of: "Wie brengt"))
        #expect(number.lowerBound < question.lowerBound)
    }

    @Test func aToolThatIsNotForTheAgeIsSaidNotToBe() throws {
        func output(_ age: String) throws -> String {
            let answers = "ouder,verder,verder,nee,nee,twijfel,verder,nee,nee,ja"
            return try Run("beslis", "gedrag", "--leeftijd", age, "--antwoorden", answers, environment: ["COLUMNS": "300"]).output
        }
        let (young, old) = (try output("3"), try output("15"))
        #expect(young.contains("KIVPA: in de groep 4-19 jaar, vanaf 13 jaar (niet voor deze leeftijd: vanaf 13 jaar)"))
        #expect(old.contains("KIVPA: in de groep 4-19 jaar, vanaf 13 jaar\n"))
        #expect(old.contains("voor kinderen van 2 jaar (niet voor deze leeftijd"))
    }

    // MARK: References

    /// The references in a part of a tool's file.
    private func references(in part: Any) -> [String] {
        if let list = part as? [Any] { return list.flatMap { references(in: $0) } }
        return (part as? [String: Any] ?? [:]).flatMap { key, value in
            ["references", "evidenceReferences"].contains(key) ? value as? [String] ?? [] : references(in: value)
        }
    }

    /// From the files: every reference with the tools that name it anywhere, also where only the verdict of a row rests on it.
    @Test func aReferenceIsUsedByTheToolsThatNameIt() throws {
        var users: [String: Set<String>] = [:]
        for id in Project.tools { for reference in references(in: try Project.tool(id)) { users[reference, default: []].insert(id) } }
        let listed = try #require(try Run("catalogus", "bronnen", "--formaat", "json").json["references"] as? [[String: Any]])
        #expect(listed.count >= users.count)
        for reference in listed {
            let id = reference["id"] as? String ?? ""
            #expect(Set(reference["tools"] as? [String] ?? []) == users[id, default: []], "\(id)")
        }
        let several = try csv("catalogus", "bronnen").filter { $0[0] == "Verwijzingen die meer middelen noemen" }
        #expect(several.count == users.count { $0.value.count > 1 })
    }

    @Test func whereAVerdictRestsOnADocumentIsSaid() throws {
        let tool = try #require(
            try Project.tools.first { id in
                let listings = try Project.tool(id)["listings"] as? [[String: Any]] ?? []
                return listings.contains { ($0["evidenceReferences"] as? [String])?.isEmpty == false }
            })
        let listings = try #require(try Project.tool(tool)["listings"] as? [[String: Any]])
        let references = listings.flatMap { $0["evidenceReferences"] as? [String] ?? [] }
        let reference = try #require(references.first)
        #expect(try Run("bron", reference).output.contains("(het oordeel)"))
    }
}
