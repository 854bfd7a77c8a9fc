import Catalog
import Decision
import Parenting
import Search
import Storage

/// A whole catalogue, as its files say it.
public struct CatalogData: Sendable {
    public var info = CatalogInfo()
    public var targetGroups: [TargetGroup] = []
    public var scales = Scales()
    public var vocabulary = Vocabulary()
    /// Entries of `DutchWords`, sorted.
    public var dutchWords: [UInt32] = []
    public var tools: [Tool] = []
    public var references: [Reference] = []
    /// What each feature of the ranking counts.
    public var weights = Weights()
    public var parenting = ParentingTables()
    public var decision = DecisionSchema()
    /// In the order of `Guide.ids`.
    public var guides: [Guide] = []
    public var glossary: [GlossaryTerm] = []
    public var lifeDomains = LifeDomains()
    public var cooperation = Cooperation()

    public init() {}
}

/// The two evidence scales, and the words beside them.
public struct Scales: Sendable {
    public var instruments: [Level] = []
    public var interventions: [Level] = []
    public var cotan: [Term] = []
    public var recognition: [Term] = []
    public var basis: [Term] = []

    public init() {}

    /// The scale of a kind.
    public func levels(of kind: Kind) -> [Level] {
        switch kind {
        case .instrument: instruments
        case .intervention: interventions
        }
    }
}

/// The closed lists, and what users' phrases mean.
public struct Vocabulary: Sendable {
    public var aimedAt: [Term] = []
    public var forms: [Term] = []
    public var settings: [Term] = []
    public var populations: [Term] = []
    public var conditions: [Condition] = []
    public var scopes: [Scope] = []
    public var notices: [Notice] = []
    /// The topics that phrases name, each once: its place is its number in effects.
    public var topics: [String] = []
    public var phrases: [PhraseEntry] = []
    public var needs: [Need] = []
    /// Words that patterns name together.
    public var classes: [WordClass] = []

    public init() {}
}

/// Phrases that mean the same.
public struct PhraseEntry: Archivable, Sendable {
    public var phrases: [String] = []
    public var effects: [Effect] = []
    /// How many other words may stand between the words of its patterns; nil for the usual number.
    public var gap: Int32?
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.texts(&phrases)
        try archive.items(&effects)
        try archive.optional(&gap)
    }
}
