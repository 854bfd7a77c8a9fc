import Storage

/// One of the groups of children and families that the catalogue is ordered by.
public struct TargetGroup: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// The name that users read.
    public var name = ""
    /// The name in one or two words, for tables.
    public var short = ""
    /// Who belongs to the group, as the source defines it.
    public var description = ""
    /// What the source counts and knows of the group.
    public var figures: [SourcedText] = []
    /// How many tools the text of the source says it found.
    public var claims: [Claim] = []
    /// What the source says of tools of other groups.
    public var alsoServes: [SourcedText] = []
    /// What the source says is missing for the group.
    public var gaps: [SourcedText] = []
    /// Faults of the source and what had to be interpreted.
    public var remarks: [String] = []

    public init() {}

    /// For a group of which the source says that it found no instrument: the first of its gaps, which tells so.
    public var missingInstruments: SourcedText? {
        claims.contains { $0.kind == .instrument && $0.count == 0 } ? gaps.first : nil
    }

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&name)
        try archive.text(&short)
        try archive.text(&description)
        try archive.items(&figures)
        try archive.items(&claims)
        try archive.items(&alsoServes)
        try archive.items(&gaps)
        try archive.texts(&remarks)
    }
}

/// A sentence of ours with the place in the source that it rests on.
public struct SourcedText: Archivable, Sendable {
    /// The sentence.
    public var text = ""
    /// The id of the source.
    public var source = ""
    /// The page of the source.
    public var page: UInt32 = 0
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&text)
        try archive.text(&source)
        try archive.number(&page)
    }
}

/// A number of tools that the text of a source says it found.
public struct Claim: Archivable, Sendable {
    /// The kind of tool that is counted.
    public var kind = Kind.instrument
    /// How many the text says it found.
    public var count: UInt32 = 0
    /// The id of the source.
    public var source = ""
    /// The page of the source.
    public var page: UInt32 = 0
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        var raw = kind.rawValue
        try archive.number(&raw)
        kind = Kind(rawValue: raw) ?? .instrument
        try archive.number(&count)
        try archive.text(&source)
        try archive.number(&page)
    }
}
