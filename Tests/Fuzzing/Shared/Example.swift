import Catalog
import CatalogSource
import Glibc
import Storage

/// Catalogues to fuzz with.
public enum Example {
    /// The catalogue of this repository.
    public static func data() -> CatalogData {
        let path = #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined() + "/Catalog"
        return certain("the catalogue loads") { () throws(LoadFailure) in try CatalogDirectory.load(path) }
    }

    /// The catalogue that questions are asked of: a few tools, or with `WEGWIJZER_FUZZ_WHOLE` in the environment all of them.
    public static func asked() -> Snapshot { snapshot(getenv("WEGWIJZER_FUZZ_WHOLE") == nil ? fewTools() : data()) }

    /// The catalogue with a few of its tools and some of the phrases that it understands: asked a question, it answers soon.
    public static func fewTools() -> CatalogData {
        var data = data()
        data.tools = data.tools.enumerated().filter { $0.offset % 24 == 0 }.map { $0.element }
        data.vocabulary.phrases = data.vocabulary.phrases.enumerated().filter { $0.offset % 6 == 0 }.map { $0.element }
        return data
    }

    /// A catalogue with one or a few of everything, in a few thousand bytes.
    public static func small() -> CatalogData {
        var data = data()
        data.info.sources = Array(data.info.sources.prefix(1))
        data.info.claims = []
        data.tools = Array(data.tools.filter { $0.ages.count == 1 && $0.remarks.isEmpty }.prefix(2))
        for index in data.tools.indices { data.tools[index].references = [] }
        data.references = Array(data.references.prefix(2))
        data.targetGroups = Array(data.targetGroups.prefix(1))
        for index in data.targetGroups.indices { data.targetGroups[index].figures = Array(data.targetGroups[index].figures.prefix(1)) }
        data.scales.instruments = Array(data.scales.instruments.prefix(2))
        data.scales.interventions = Array(data.scales.interventions.prefix(2))
        data.vocabulary.conditions = Array(data.vocabulary.conditions.prefix(1))
        data.vocabulary.scopes = Array(data.vocabulary.scopes.prefix(1))
        data.vocabulary.notices = Array(data.vocabulary.notices.prefix(1))
        data.vocabulary.phrases = Array(data.vocabulary.phrases.prefix(4))
        data.parenting.phases = Array(data.parenting.phases.prefix(1))
        data.parenting.questions = Array(data.parenting.questions.prefix(1))
        data.decision.nodes = Array(data.decision.nodes.prefix(2))
        data.decision.backgrounds = Array(data.decision.backgrounds.prefix(1))
        data.guides = []
        data.glossary = Array(data.glossary.prefix(1))
        data.lifeDomains = LifeDomains()
        data.cooperation = Cooperation()
        return data
    }

    /// A compiled catalogue, which lives as long as the process.
    public static func snapshot(_ data: CatalogData) -> Snapshot {
        certain("the catalogue compiles") { () throws(SnapshotError) in
            try Snapshot(Bytes(keeping: SnapshotCompiler.compile(data)))
        }
    }
}
