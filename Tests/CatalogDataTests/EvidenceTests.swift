import Testing

@Suite("Evidence in the catalogue")
struct EvidenceTests {
    private let scales: ScalesFile

    init() throws { scales = try CatalogFiles.decode("evidence-scales.json") }

    @Test("the scales have the levels of the design, in its order")
    func levels() {
        #expect(scales.instrumentLevels.map { $0.id } == ["goed", "voldoende", "wisselend", "in-onderzoek", "onbekend", "onvoldoende"])
        #expect(
            scales.interventionLevels.map { $0.id } == [
                "sterke-aanwijzingen", "goede-aanwijzingen", "eerste-aanwijzingen", "goed-onderbouwd", "gunstig-onderzoek", "praktijk",
                "in-onderzoek", "niet-onderzocht", "onbekend",
            ])
        #expect(scales.cotan.map { $0.id } == ["beoordeeld", "niet-beoordeeld", "niet-vermeld"])
        #expect(scales.recognition.map { $0.id } == ["geldig", "in-herbeoordeling", "verlopen", "niet-vermeld"])
    }

    @Test("every level is one of the tool's own scale, and has a statement", arguments: CatalogFiles.tools)
    func level(tool: ToolFile) {
        let levels = (tool.kind == "signalering" ? scales.instrumentLevels : scales.interventionLevels).map { $0.id }
        #expect(levels.contains(tool.evidence.level))
        #expect((tool.evidence.subgroups ?? []).allSatisfy { levels.contains($0.level) && !$0.name.isEmpty })
        #expect(!tool.evidence.statement.isEmpty)
    }

    @Test("every instrument says what is known of the COTAN", arguments: CatalogFiles.instruments)
    func cotan(tool: ToolFile) throws {
        let cotan = try #require(tool.evidence.cotan)
        #expect(scales.cotan.contains { $0.id == cotan.status })
        // A year and a verdict only of what was judged; that something was judged is said with the verdict.
        #expect((cotan.status == "beoordeeld") == (cotan.verdict != nil))
        #expect(cotan.year == nil || cotan.status == "beoordeeld")
        #expect(tool.evidence.recognition == nil)
    }

    @Test("every intervention says what is known of its recognition", arguments: CatalogFiles.interventions)
    func recognition(tool: ToolFile) throws {
        let recognition = try #require(tool.evidence.recognition)
        #expect(scales.recognition.contains { $0.id == recognition })
        #expect(tool.evidence.year == nil || recognition != "niet-vermeld")
        #expect(tool.evidence.cotan == nil)
    }

    @Test(
        "a rung of the ladder without a recognition is told as such",
        arguments: CatalogFiles.interventions.filter { $0.evidence.isOnLadder })
    func ladder(tool: ToolFile) {
        #expect(tool.evidence.recognition != "niet-vermeld" || tool.evidence.caveats?.isEmpty == false)
    }

    // MARK: What a level holds for, and what it rests on

    /// Words by which a caveat says that a judgement is bound.
    private static let binding = ["oordeel geldt alleen", "‘goed’ geldt alleen", "oordeel geldt voor", "gaat alleen over jongeren"]

    @Test("a judgement that is bound says so in its scope, and the other way round", arguments: CatalogFiles.tools)
    func scope(tool: ToolFile) {
        let caveats = tool.evidence.caveats ?? []
        let isBound = caveats.contains { caveat in Self.binding.contains { caveat.contains($0) } }
        if isBound { #expect(tool.evidence.scope != nil) }
        guard let scope = tool.evidence.scope else { return }
        #expect(!caveats.isEmpty && scope.text.first?.isUppercase == false && !scope.text.hasSuffix("."))
        for age in scope.ages ?? [] {
            #expect((age.from ?? 0) < (age.to ?? .max))
            #expect(scope.text.contains(age.stated.prefix { $0 != " " }), "the age “\(age.stated)” is not in “\(scope.text)”")
        }
        // What has no judgement has none to bind.
        #expect(tool.kind == "interventie" || tool.evidence.isJudgement)
    }

    @Test(
        "a level with an age that the source gives holds for that age only",
        arguments: [
            ("sdq", 144, 216), ("ambiance", 12, 19), ("kopp-kvo-groepen", 96, 156),
        ])
    func boundAges(id: String, from: Int, to: Int) throws {
        let ages = try #require(CatalogFiles.byID[id]?.evidence.scope?.ages)
        #expect(ages.map { [$0.from, $0.to] } == [[from, to]])
    }

    @Test("one side known: only reliability or only validity has a judgement", arguments: CatalogFiles.instruments)
    func oneSide(tool: ToolFile) {
        let silent = ["Onbekend", "Kennislacune", "Wordt onderzocht", "Onderzoek loopt"]
        let sides = [tool.evidence.reliability, tool.evidence.validity].compactMap { $0 }
            .filter { side in !silent.contains { side.hasPrefix($0) } }
        let hasOne = tool.evidence.isJudgement && sides.count == 1
        #expect((tool.evidence.basis ?? []).contains("een-kant") == hasOne)
    }

    @Test(
        "a bare word is told as such: what holds the level at sufficient is named without a grade",
        arguments: CatalogFiles.instruments.filter { $0.evidence.level == "voldoende" })
    func bare(tool: ToolFile) {
        let basis = tool.evidence.basis ?? []
        for (id, side) in [
            ("gevalideerd-zonder-maat", tool.evidence.validity), ("betrouwbaar-zonder-maat", tool.evidence.reliability),
        ] {
            #expect(basis.contains(id) == (side?.contains("zonder maat") == true), "\(id)")
        }
    }

    @Test("what rests on less than its level says does not stand at other levels", arguments: CatalogFiles.tools)
    func basis(tool: ToolFile) {
        let basis = tool.evidence.basis ?? []
        #expect(Set(basis).isSubset(of: scales.basis.map { $0.id }) && Set(basis).count == basis.count)
        #expect(basis.isEmpty || tool.kind == "signalering" && tool.evidence.isJudgement)
        #expect(tool.evidence.level == "voldoende" || !basis.contains { $0.hasSuffix("zonder-maat") })
    }

    @Test("a footnote about something else is told in a caveat too", arguments: ["cbcl", "cfra"])
    func footnote(id: String) throws {
        let evidence = try #require(CatalogFiles.byID[id]?.evidence)
        #expect(evidence.basis?.contains("voetnoot-anders") == true)
        #expect(
            evidence.caveats?.contains { $0.contains("bron") && $0.contains("volgens haar titel") || $0.contains("steunt niet op de bron") }
                == true)
    }

    @Test(
        "like statements have like levels",
        arguments: [
            ("groei-wijzer", "gunstig-onderzoek"), ("ready-steady-go", "gunstig-onderzoek"), ("participatiescan", "onbekend"),
            ("dawba", "onbekend"), ("spark", "onbekend"), ("balansmeter", "voldoende"),
        ])
    func decided(id: String, level: String) throws {
        #expect(try #require(CatalogFiles.byID[id]).evidence.level == level)
    }
}

@Suite("References of the catalogue")
struct ReferenceTests {
    private let references: [ReferencesFile.Entry]

    init() throws { references = try (CatalogFiles.decode("references.json") as ReferencesFile).references }

    @Test("every id is used once in the list, and has a citation")
    func ids() {
        #expect(Set(references.map { $0.id }).count == references.count)
        #expect(references.allSatisfy { !$0.citation.isEmpty })
    }

    @Test("every reference of a tool is known", arguments: CatalogFiles.tools)
    func known(tool: ToolFile) {
        #expect(Set(tool.allReferences).subtracting(references.map { $0.id }) == [])
    }

    @Test("every reference is used by a tool")
    func used() {
        #expect(Set(references.map { $0.id }).subtracting(CatalogFiles.tools.flatMap { $0.allReferences }) == [])
    }

    @Test("every row has a reference of its own", arguments: CatalogFiles.tools)
    func rows(tool: ToolFile) {
        #expect(tool.listings.filter { $0.isRow && ($0.references ?? []).isEmpty }.map { "\($0.targetGroup) \($0.row)" } == [])
    }
}
