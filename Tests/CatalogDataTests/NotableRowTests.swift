import Testing

/// Rows that are easily got wrong, as they stand in the report.
@Suite("Notable rows")
struct NotableRowTests {
    private func tool(_ id: String) throws -> ToolFile { try #require(CatalogFiles.byID[id]) }

    @Test(
        "ages in months",
        arguments: [
            ("sdq", ["24..<204"]), ("kids-coping-scale", ["96..<156"]), ("cries-13", ["96..<nil"]), ("dawba", ["60..<216"]),
            // Before birth, open ends, months and half years.
            ("stevig-ouderschap", ["-5..<31"]), ("alpha-nl", ["-9..<0"]), ("koa", ["nil..<60"]), ("triple-p-lvb", ["nil..<192"]),
            ("vreemde-situatie-procedure", ["12..<21"]), ("nika", ["9..<84"]), ("bitsea", ["12..<36"]), ("trf", ["18..<228"]),
            ("ouder-baby-interventie", ["0..<24"]),
            // The ages of parents and other adults are not the child's.
            ("scil", []),
        ])
    func ages(id: String, ages: [String]) throws {
        #expect(try (tool(id).ages ?? []).map { $0.testDescription } == ages)
    }

    @Test("SCIL: that its age is an adult's is told")
    func scil() throws {
        #expect(try tool("scil").remarks?.contains { $0.contains("18+") } == true)
    }

    @Test("M@ZL: a verdict for vmbo and another for havo and vwo, and the lower one counts")
    func mazl() throws {
        let evidence = try tool("mazl").evidence
        #expect(evidence.subgroups?.map { "\($0.name): \($0.level)" } == ["vmbo: eerste-aanwijzingen", "havo en vwo: goed-onderbouwd"])
        #expect(evidence.level == "goed-onderbouwd")
    }

    @Test("Survivalkid: its website is offline, and of the tables only it cannot be had any more")
    func survivalkid() throws {
        #expect(try tool("survivalkid").availability?.contains("offline") == true)
        #expect(CatalogFiles.tools.filter { $0.availability != nil }.map { $0.id } == ["balansmeter", "survivalkid"])
    }

    @Test(
        "instrument and intervention under one name are two files that name each other",
        arguments: [("giz-methodiek-signalering", "giz-methodiek"), ("samenstarten-dmo", "samenstarten")])
    func twoKinds(instrument: String, intervention: String) throws {
        let (instrument, intervention) = (try tool(instrument), try tool(intervention))
        #expect(instrument.kind == "signalering" && intervention.kind == "interventie")
        #expect(instrument.names(intervention) && intervention.names(instrument))
        // What the table says of the intervention says nothing of how well the instrument measures.
        #expect(instrument.evidence.level == "onbekend")
        #expect(intervention.evidence.level == "goed-onderbouwd")
    }

    @Test("LIRIK-JZ: purpose and name do not belong together, and its quality is that of LIRIK")
    func lirikJZ() throws {
        let tool = try tool("lirik-jz")
        #expect(tool.remarks?.contains { $0.contains("risicotaxatie") && $0.contains("passen niet bij elkaar") } == true)
        #expect(tool.remarks?.contains { $0.contains("LIRIK") } == true)
        #expect(tool.evidence.level == "onvoldoende")
        #expect(tool.seeAlso == ["lirik"])
    }

    @Test("Zelfredzaamheidsmatrix: the two groups without a method of their own point to it")
    func pointers() throws {
        let pointers = CatalogFiles.tools.flatMap { tool in
            tool.listings.filter { $0.pointer == true }.map { "\(tool.id) \($0.targetGroup) \($0.page)" }
        }
        #expect(pointers == ["zelfredzaamheidsmatrix eenouder 65", "zelfredzaamheidsmatrix migratie 67"])
    }

    @Test("Triple P: listed twice under one group; the version for parents with LVB inherits nothing")
    func tripleP() throws {
        #expect(try tool("triple-p").listings.count { $0.targetGroup == "migratie" } == 2)
        #expect(try tool("triple-p").evidence.level == "eerste-aanwijzingen")
        #expect(try tool("triple-p-lvb").evidence.level != "eerste-aanwijzingen")
    }

    @Test("SDQ: listed under two groups, good for 12-17 years only")
    func sdq() throws {
        let tool = try tool("sdq")
        #expect(
            tool.listings.filter { $0.isRow }.map { "\($0.targetGroup) \($0.row) \($0.page)" } == [
                "kopp-kov 13 41", "intergenerationeel 8 52",
            ])
        #expect(tool.evidence.level == "goed")
        #expect(tool.evidence.caveats?.contains { $0.contains("12-17") } == true)
    }

    @Test("NOSI: norms declared unusable make it insufficient")
    func nosi() throws {
        #expect(try tool("nosi").evidence.level == "onvoldoende")
    }

    @Test(
        "a recognition that expired gives no level", arguments: CatalogFiles.interventions.filter { $0.evidence.recognition == "verlopen" })
    func expired(tool: ToolFile) {
        #expect(!tool.evidence.isOnLadder)
    }
}
