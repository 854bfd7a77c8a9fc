import Storage

/// What a tool is for: finding a situation early, or strengthening what protects.
public enum Kind: UInt32, CaseIterable, Sendable {
    case instrument
    case intervention

    /// The word in the catalogue's files, in options and in JSON output.
    public var id: String {
        switch self {
        case .instrument: "signalering"
        case .intervention: "interventie"
        }
    }

    /// The word for one tool of this kind.
    public var name: String {
        switch self {
        case .instrument: "signaleringsinstrument"
        case .intervention: "interventie"
        }
    }

    /// The word for several tools of this kind.
    public var plural: String {
        switch self {
        case .instrument: "signaleringsinstrumenten"
        case .intervention: "interventies"
        }
    }

    /// The word above several tools of this kind.
    public var heading: String {
        switch self {
        case .instrument: "Signaleringsinstrumenten"
        case .intervention: "Interventies"
        }
    }

    /// The kind with this id; nil when there is none.
    public init?(id: String) {
        switch id {
        case "signalering": self = .instrument
        case "interventie": self = .intervention
        default: return nil
        }
    }
}

/// An instrument or an intervention: one file of the catalogue, however many rows of a source list it.
///
/// Lists that name terms (`aimedAt`, `forms`, `settings`, target groups, levels, references) hold their ids.
public struct Tool: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// Whether it is an instrument or an intervention.
    public var kind = Kind.instrument
    /// The name as printed in the source.
    public var name = ""
    /// The short name; nil when it has none.
    public var abbreviation: String?
    /// Other names: printed ones and common spellings.
    public var aliases: [String] = []
    /// What it is, in a sentence or two of ours.
    public var summary = ""
    /// Whom it addresses: ids of `Vocabulary.aimedAt`.
    public var aimedAt: [String] = []
    /// Whom it addresses, with every condition that the source states; empty, as other texts, when it states nothing.
    public var audience = ""
    /// The child's age; empty when the source states none.
    public var ages: [AgeRange] = []
    /// In what form it comes: ids of forms.
    public var forms: [String] = []
    /// How it works.
    public var method = ""
    /// Who uses it, as the source states it.
    public var administeredBy: [String] = []
    /// Where it is used, as the source prints it: ids of settings.
    public var settings: [String] = []
    /// Where it may be used too, since the source names its users by a word for many: ids of settings.
    public var settingsBroad: [String] = []
    /// A narrower population that it is only for: ids of populations; empty when it is for all whom it addresses.
    public var population: [String] = []
    /// What it is used for.
    public var purpose = ""
    /// Questions that it answers, in the words of those who ask: ours, not the source's.
    public var askedAs: [String] = []
    /// What it is about: ids of topics of the vocabulary.
    public var topics: [String] = []
    /// Which needs it is for: ours, judged by its row.
    public var needs: [Grade] = []
    /// What is known of its quality or effect.
    public var evidence = Evidence()
    /// Where sources list it.
    public var listings: [Listing] = []
    /// Ids of references.
    public var references: [String] = []
    /// Where the tool itself can be found.
    public var links: [Link] = []
    /// Ids of tools that belong with it.
    public var seeAlso: [String] = []
    /// Other target groups that the text of the source says it can be used for.
    public var alsoServes: [AlsoServes] = []
    /// What the source says of a tool that cannot be had any more.
    public var availability: String?
    /// Faults of the source and what had to be interpreted.
    public var remarks: [String] = []
    /// Whether this file stands in for a tool of the same id in another catalogue.
    public var replaces = false

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archiveListed(&archive)
        try archive.texts(&aliases)
        try archive.text(&summary)
        try archive.text(&audience)
        try archive.texts(&forms)
        try archive.text(&method)
        try archive.texts(&settings)
        try archive.texts(&settingsBroad)
        try archive.text(&purpose)
        try archive.texts(&askedAs)
        try archive.texts(&topics)
        try archive.items(&needs)
        try evidence.archiveDetails(&archive)
        for place in listings.indices { try listings[place].archiveDetails(&archive) }
        try archive.texts(&references)
        try archive.items(&links)
        try archive.texts(&seeAlso)
    }

    /// What a list of tools shows. It stands first in a record, so that a list need not read the rest.
    mutating func archiveListed(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        var raw = kind.rawValue
        try archive.number(&raw)
        kind = Kind(rawValue: raw) ?? .instrument
        try archive.text(&name)
        try archive.optional(&abbreviation)
        try archive.texts(&aimedAt)
        try archive.items(&ages)
        try archive.texts(&administeredBy)
        try archive.texts(&population)
        try evidence.archiveListed(&archive)
        try archive.items(&listings) { (listing, archive) throws(SnapshotError) in try listing.archiveListed(&archive) }
        try archive.items(&alsoServes)
        try archive.optional(&availability)
        try archive.texts(&remarks)
    }

    /// The groups that list it, each once, in the order of the listings.
    public var targetGroups: [String] {
        var groups: [String] = []
        for listing in listings where !listing.targetGroup.isEmpty && !groups.contains(listing.targetGroup) {
            groups.append(listing.targetGroup)
        }
        return groups
    }
}

/// A link to the tool itself.
public struct Link: Archivable, Sendable {
    /// What users read.
    public var title = ""
    /// The address.
    public var url = ""
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&title)
        try archive.text(&url)
    }
}

/// A target group that the running text of a source says a tool also serves, though no table lists it there.
public struct AlsoServes: Archivable, Sendable {
    /// The id of the target group.
    public var targetGroup = ""
    /// The id of the source.
    public var source = ""
    /// The page of the source.
    public var page: UInt32 = 0
    /// On what condition, if the source states one.
    public var note: String?
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&targetGroup)
        try archive.text(&source)
        try archive.number(&page)
        try archive.optional(&note)
    }
}
