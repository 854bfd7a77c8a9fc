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
