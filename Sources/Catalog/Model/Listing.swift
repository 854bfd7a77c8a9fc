/// Where a source lists a tool: most often one row of a table, under a target group.
public struct Listing: Archivable, Sendable {
    public var source = ""
    public var table: UInt32 = 0
    /// Empty for a source that knows no target groups.
    public var targetGroup = ""
    /// Chapters and tables, of a source that has no rows.
    public var section: String?
    /// The row within the group's part of the table, from 1, as printed.
    public var row: UInt32 = 0
    /// The page on which the row begins.
    public var page: UInt32 = 0
    /// The page on which it ends, if another.
    public var pageEnd: Int32?
    /// Whether the row stands under “no method selected for this group”.
    public var pointer = false
    public var references: [String] = []
    /// The references of the row's statement on quality, where they differ from the tool's.
    public var evidenceReferences: [String] = []
    public var differs: Differences?

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&source)
        try archive.number(&table)
        try archive.text(&targetGroup)
        try archive.optional(&section)
        try archive.number(&row)
        try archive.number(&page)
        try archive.optional(&pageEnd)
        try archive.flag(&pointer)
        try archive.texts(&references)
        try archive.texts(&evidenceReferences)
        try archive.optional(&differs)
    }
}

/// What one row says differently from the tool's other rows. Absent: no difference.
public struct Differences: Archivable, Sendable {
    public var name: String?
    public var aimedAt: [String] = []
    public var audience: String?
    public var ages: [AgeRange] = []
    public var forms: [String] = []
    public var method: String?
    public var administeredBy: [String] = []
    public var settings: [String] = []
    public var purpose: String?
    public var statement: String?

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.optional(&name)
        try archive.texts(&aimedAt)
        try archive.optional(&audience)
        try archive.items(&ages)
        try archive.texts(&forms)
        try archive.optional(&method)
        try archive.texts(&administeredBy)
        try archive.texts(&settings)
        try archive.optional(&purpose)
        try archive.optional(&statement)
    }
}
