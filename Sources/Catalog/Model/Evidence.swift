/// What is known of a tool's quality (instrument) or effect (intervention), by the catalogue's main source.
public struct Evidence: Archivable, Sendable {
    /// An id of the scale of the tool's kind.
    public var level = ""
    /// What the source says, in our own words.
    public var statement = ""
    /// Instruments: as stated.
    public var reliability: String?
    public var validity: String?
    public var norms: String?
    public var cotan: Cotan?
    /// Interventions: geldig, in-herbeoordeling, verlopen or niet-vermeld.
    public var recognition: String?
    /// The year of the verdict, if printed.
    public var year: Int32?
    /// Verdicts that the source gives for a part of those addressed.
    public var subgroups: [SubgroupVerdict] = []
    /// What to mind when the level is used.
    public var caveats: [String] = []
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
    public var year: Int32?
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
    public var name = ""
    public var level = ""
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&name)
        try archive.text(&level)
    }
}
