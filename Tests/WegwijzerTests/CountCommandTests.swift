import Testing

/// `wegwijzer telling`: the counts against the report.
@Suite struct CountCommandTests {
    /// What the report's tables hold, counted by hand: rows of Tabel 1 and of Tabel 2.
    private static let rows = [
        ("kopp-kov", 24, 31), ("kvbo", 7, 7), ("18-jaar", 2, 19), ("intergenerationeel", 34, 26), ("armoede", 11, 11), ("eenouder", 0, 11),
        ("mantelzorg", 8, 4), ("migratie", 0, 19),
    ]
    /// Where the report only points to an instrument of other groups.
    private static let pointers = ["eenouder", "migratie"]

    /// The counts as JSON, of a group or in total.
    private func count(_ kind: String, _ group: String?) throws -> [String: Any] {
        let counts = try #require(try Run("telling", "--formaat", "json").json["counts"] as? [[String: Any]])
        return try #require(counts.first { $0["kind"] as? String == kind && $0["targetGroup"] as? String == group })
    }

    @Test(arguments: rows)
    func theRowsOfAGroup(group: String, instruments: Int, interventions: Int) throws {
        let first = try count("signalering", group)
        #expect(first["listings"] as? Int == instruments)
        #expect(first["claimed"] as? Int == instruments)
        #expect(first["pointers"] as? Int == (CountCommandTests.pointers.contains(group) ? 1 : 0))
        let second = try count("interventie", group)
        #expect(second["listings"] as? Int == interventions)
        #expect(second["claimed"] as? Int == interventions)
        #expect(second["pointers"] as? Int == 0)
    }

    @Test func theRowsInAll() throws {
        let instruments = try count("signalering", nil)
        #expect(instruments["claimed"] as? Int == 84)
        #expect(instruments["listings"] as? Int == 86)
        #expect(instruments["pointers"] as? Int == 2)
        let interventions = try count("interventie", nil)
        #expect(interventions["claimed"] as? Int == 128)
        #expect(interventions["listings"] as? Int == 128)
        #expect(interventions["pointers"] as? Int == 0)
        #expect([instruments, interventions].map { $0["tools"] as? Int } == [62, 87])
        let tools = [instruments, interventions].flatMap { [$0["tools"] as? Int, $0["supplementary"] as? Int].compactMap { $0 } }
        #expect(tools.reduce(0, +) == Project.tools.count)
    }

    @Test func jsonHasTheKeysOfItsFormatAndNoOthers() throws {
        let json = try Run("telling", "--formaat", "json").json
        #expect(Set(json.keys) == ["format", "counts"])
        #expect(json["format"] as? Int == 1)
        let counts = try #require(json["counts"] as? [[String: Any]])
        #expect(counts.count == 2 * (CountCommandTests.rows.count + 1))
        for count in counts {
            #expect(Set(count.keys) == ["kind", "targetGroup", "claimed", "listings", "pointers", "tools", "supplementary"])
        }
    }

    @Test func theTextSaysHowTheReportsTotalsCompare() throws {
        let run = try Run("telling")
        #expect(run.ending == .found)
        #expect(run.output.contains("De tekst noemt 84 signaleringsinstrumenten; tabel 1 telt 86 rijen en 2 verwijsrijen, 2 meer."))
        #expect(run.output.contains("De tekst noemt 128 interventies; tabel 2 telt 128 rijen, precies zoveel."))
    }

    @Test(arguments: rows)
    func theTextAndTheJSONAgree(group: String, instruments: Int, interventions: Int) throws {
        let name = try Project.groupName(group)
        let lines = try Run("telling").lines.filter { $0.hasPrefix("\(name) ") }.map { $0.dropFirst(name.count).split(separator: " ") }
        try #require(lines.count == 2)
        #expect(lines[0].prefix(2) == ["\(instruments)", "\(instruments)"])
        #expect(lines[1].prefix(2) == ["\(interventions)", "\(interventions)"])
    }
}
