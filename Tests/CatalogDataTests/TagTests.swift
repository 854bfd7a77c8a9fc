import Testing

@Suite("Tags of the catalogue: whom, where and for whom only")
struct TagTests {
    private let vocabulary: VocabularyFile

    init() throws { vocabulary = try CatalogFiles.decode("vocabulary.json") }

    // MARK: Settings

    /// The five settings that the report is for (p. 7).
    private static let basic: Set<String> = ["jgz", "onderwijs", "kinderopvang", "sociaal-domein", "huisartsenzorg"]

    @Test("a word for many users is every setting that it may mean", arguments: CatalogFiles.tools.filter { $0.isListed })
    func broad(tool: ToolFile) {
        let settings = Set(tool.settings)
        let broad = Set(tool.settingsBroad ?? [])
        #expect(settings.isDisjoint(with: broad))
        let users = tool.administeredBy.joined(separator: " ")
        if users.contains("jeugdzorgprofessional") || users.contains("jeugdprofessional") {
            #expect(TagTests.basic.isSubset(of: settings.union(broad)))
        }
        // Whoever is named without a setting is never filtered out.
        #expect(!settings.isEmpty || !broad.isEmpty)
    }

    @Test("what another listing names as a setting is a setting of the tool", arguments: CatalogFiles.tools)
    func listings(tool: ToolFile) {
        let elsewhere = tool.listings.flatMap { $0.differs?.settings ?? [] }
        #expect(elsewhere.filter { !tool.settings.contains($0) } == [])
    }

    @Test(
        "table 7 (p. 150) names instruments by setting",
        arguments: [
            ("jgz", ["arij", "bitsea", "cbcl", "giz-methodiek-signalering", "kivpa", "lirik", "samenstarten-dmo", "sdq", "spark", "ysr"]),
            ("onderwijs", ["cbcl"]), ("sociaal-domein", ["arij", "lirik"]),
            ("huisartsenzorg", ["arij", "cbcl", "giz-methodiek-signalering"]),
        ])
    func seventhTable(setting: String, tools: [String]) throws {
        for id in tools {
            let tool = try #require(CatalogFiles.byID[id])
            #expect(tool.settings.contains(setting), "\(id)")
            #expect(tool.remarks?.contains { $0.contains("tabel 7, p. 150") } == true, "\(id)")
        }
    }

    @Test("two lists are of no use for the other groups (p. 28)", arguments: ["rotterdams-transitieprofiel", "on-your-own-feet-tes"])
    func onlyHere(id: String) throws {
        let tool = try #require(CatalogFiles.byID[id])
        #expect(tool.targetGroups.count == 1)
        #expect((tool.alsoServes ?? []).isEmpty)
        #expect(tool.remarks?.contains { $0.contains("niet bruikbaar") && $0.contains("p. 28") } == true)
    }

    // MARK: Population

    @Test("a population is one of the closed list, and each of the list has a tool")
    func populations() {
        let known = vocabulary.populations.map { $0.id }
        #expect(Set(known).count == known.count)
        #expect(Set(CatalogFiles.tools.flatMap { $0.population ?? [] }) == Set(known))
    }

    @Test("what is only hinted at is no population", arguments: CatalogFiles.tools.filter { $0.population != nil })
    func only(tool: ToolFile) {
        let population = tool.population ?? []
        #expect(!population.isEmpty && Set(population).count == population.count)
    }

    @Test(
        "a population stands where the row is for nobody else",
        arguments: [
            ("alpha-nl", ["zwanger"]), ("ediz", ["dementie"]), ("pipa", ["pleegkind", "adoptiekind"]), ("opvoeddebatten", ["vader"]),
            ("shantala-babymassage", ["moeder"]), ("ruya", ["meisje", "turks"]), ("transitiepoli", ["chronisch-ziek"]), ("sdq", []),
            ("opvoeden-en-zo", []), ("een-kindje-krijgen", []),
        ])
    func population(id: String, population: [String]) throws {
        #expect(try #require(CatalogFiles.byID[id]).population ?? [] == population)
    }

    // MARK: Whom, forms, topics

    @Test("whom it is aimed at goes with the ages", arguments: CatalogFiles.tools)
    func aimedAt(tool: ToolFile) {
        let oldest = (tool.ages ?? []).compactMap { $0.to }.max() ?? 0
        if tool.aimedAt.contains("kind"), oldest > 156 + 12 { #expect(tool.aimedAt.contains("jongere")) }
        // “14-19 jaar” is still about young people.
        if tool.aimedAt.contains("jongere"), oldest > 240 { #expect(tool.aimedAt.contains("jongvolwassene")) }
    }

    @Test(
        "a form that the row names is a form of the tool",
        arguments: [
            ("groei-wijzer", "zelfrapportage"), ("mind2care", "screeningslijst"), ("on-your-own-feet-tes", "zelfrapportage"),
        ])
    func form(id: String, form: String) throws {
        #expect(try #require(CatalogFiles.byID[id]).forms.contains(form))
    }

    @Test("a topic is spelled in one way, and stands once")
    func topics() {
        var spellings: [String: Set<String>] = [:]
        for tool in CatalogFiles.tools {
            #expect(Set(tool.topics).count == tool.topics.count, "\(tool.id)")
            for topic in tool.topics { spellings[topic.replacing("-", with: "").replacing(" ", with: ""), default: []].insert(topic) }
        }
        #expect(spellings.values.filter { $0.count > 1 }.map { $0.sorted() } == [])
    }

    @Test(
        "what the row names is a topic",
        arguments: [
            ("laagopgeleide-ouders", ["opstapje", "opvoeden-en-zo", "coach-je-kind", "een-kindje-krijgen", "voorzorg"]),
            ("schaamte", ["kopp-doe-praatgroep", "kopp-tienergroep"]),
        ])
    func namedTopic(topic: String, tools: [String]) throws {
        for id in tools { #expect(try #require(CatalogFiles.byID[id]).topics.contains(topic), "\(id)") }
    }

    // MARK: Wording

    @Test("an intervention's aim is not told as its result", arguments: CatalogFiles.interventions.filter { $0.purpose != nil })
    func aim(tool: ToolFile) {
        let told = [
            "Maakt ", "Vergroot ", "Voorkomt ", "Vermindert ", "Verbetert ", "Versterkt ", "Zorgt ", "Stimuleert ", "Ouders worden ",
            "Jongeren ervaren ",
        ]
        let purpose = tool.purpose ?? ""
        #expect(!told.contains { purpose.hasPrefix($0) }, "\(purpose)")
        #expect(!purpose.contains("Daardoor ") && !purpose.contains("neemt af"), "\(purpose)")
    }

    @Test("a tool whose references have a page of its own links to it", arguments: ["centering-pregnancy", "pipa", "nosi", "srz-p"])
    func link(id: String) throws {
        let links = try #require(CatalogFiles.byID[id]?.links)
        let references: ReferencesFile = try CatalogFiles.decode("references.json")
        let own = references.references.filter { CatalogFiles.byID[id]?.allReferences.contains($0.id) == true }.compactMap { $0.url }
        #expect(!links.isEmpty && links.allSatisfy { own.contains($0.url) })
    }
}
