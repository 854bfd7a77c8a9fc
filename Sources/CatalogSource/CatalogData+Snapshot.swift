import Catalog
import Decision
import Parenting
import Search
import Storage

extension CatalogData {
    /// The catalogue that a snapshot was made from.
    /// - Throws: `SnapshotError` when the snapshot is damaged.
    public init(_ snapshot: Snapshot) throws(SnapshotError) {
        self.init()
        info = try snapshot.record(.info, as: CatalogInfo.self)
        targetGroups = try snapshot.items(.targetGroups, as: TargetGroup.self)
        scales.instruments = try snapshot.items(.instrumentLevels, as: Level.self)
        scales.interventions = try snapshot.items(.interventionLevels, as: Level.self)
        scales.cotan = try snapshot.items(.cotan, as: Term.self)
        scales.recognition = try snapshot.items(.recognition, as: Term.self)
        scales.basis = try snapshot.items(.basis, as: Term.self)
        vocabulary.aimedAt = try snapshot.items(.aimedAt, as: Term.self)
        vocabulary.forms = try snapshot.items(.forms, as: Term.self)
        vocabulary.settings = try snapshot.items(.settings, as: Term.self)
        vocabulary.populations = try snapshot.items(.populations, as: Term.self)
        vocabulary.conditions = try snapshot.items(.conditions, as: Condition.self)
        vocabulary.scopes = try snapshot.items(.scopes, as: Scope.self)
        vocabulary.notices = try snapshot.items(.notices, as: Notice.self)
        vocabulary.topics = try snapshot.items(.topics, as: Term.self).map { $0.id }
        vocabulary.phrases = try snapshot.items(.phraseEntries, as: PhraseEntry.self)
        vocabulary.needs = try snapshot.items(.needs, as: Need.self)
        vocabulary.classes = try snapshot.items(.wordClasses, as: WordClass.self)
        let entries = try snapshot.column(.dutchWords)
        for place in 0..<entries.count { dutchWords.append(try entries.number(place)) }
        tools = try snapshot.tools()
        weights = try Weights(snapshot)
        references = try snapshot.references()
        parenting = try snapshot.record(.parenting, as: ParentingTables.self)
        glossary = try snapshot.items(.glossary, as: GlossaryTerm.self)
        lifeDomains = try snapshot.record(.lifeDomains, as: LifeDomains.self)
        cooperation = try snapshot.record(.cooperation, as: Cooperation.self)
        guides = try snapshot.items(.guides, as: Guide.self)
        decision = try snapshot.record(.decision, as: DecisionSchema.self)
    }
}
