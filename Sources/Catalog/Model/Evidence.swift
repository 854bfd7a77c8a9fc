/// What is known of a tool's quality (instrument) or effect (intervention), by the catalogue's main source.
public struct Evidence: Archivable, Sendable {
    /// An id of the scale of the tool's kind.
    public var level = ""
    /// What the source says, in our own words.
    public var statement = ""
    /// Instruments: as stated.
    public var reliability: String?
    /// Instruments: as stated.
    public var validity: String?
    /// Instruments: as stated.
    public var norms: String?
    /// Instruments: the verdict of the Dutch test commission.
    public var cotan: Cotan?
    /// Interventions: geldig, in-herbeoordeling, verlopen or niet-vermeld.
    public var recognition: String?
    /// The year of the verdict, if printed.
    public var year: Int32?
    /// Verdicts that the source gives for a part of those addressed.
    public var subgroups: [SubgroupVerdict] = []
    /// What to mind when the level is used.
    public var caveats: [String] = []
    /// Ids of references that the statement rests on.
    public var references: [String] = []

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archiveListed(&archive)
        try archiveDetails(&archive)
    }

    /// What a list of tools shows.
    mutating func archiveListed(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&level)
        try archive.optional(&cotan)
        try archive.optional(&recognition)
        try archive.texts(&caveats)
    }

    /// The rest.
    mutating func archiveDetails(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&statement)
        try archive.optional(&reliability)
        try archive.optional(&validity)
        try archive.optional(&norms)
        try archive.optional(&year)
        try archive.items(&subgroups)
        try archive.texts(&references)
    }
}

/// What the Dutch test commission says of an instrument, as the source reports it.
public struct Cotan: Archivable, Sendable {
    /// beoordeeld, niet-beoordeeld or niet-vermeld.
    public var status = ""
    /// The year of the verdict, if printed.
    public var year: Int32?
    /// The verdict as printed; nil when there is none.
    public var verdict: String?
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&status)
        try archive.optional(&year)
        try archive.optional(&verdict)
    }
}

/// A verdict that holds for a part of those addressed only.
public struct SubgroupVerdict: Archivable, Sendable {
    /// The part of those addressed.
    public var name = ""
    /// The id of the level that holds for it.
    public var level = ""
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&name)
        try archive.text(&level)
    }
}
