import Storage

/// Where a source lists a tool: most often one row of a table, under a target group.
public struct Listing: Archivable, Sendable {
    /// The id of the source.
    public var source = ""
    /// The table's number in the source; 0 for a source without tables.
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
    /// Ids of references that the row cites.
    public var references: [String] = []
    /// The references of the row's statement on quality, where they differ from the tool's.
    public var evidenceReferences: [String] = []
    /// How much the tool is for this target group, from 1 to 3 as in `Grade`: ours, judged by its row; 0 when it is not judged.
    public var focus: UInt32 = 0
    /// What the row says differently; nil when it says what the tool's other rows say.
    public var differs: Differences?

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archiveListed(&archive)
        try archiveDetails(&archive)
    }

    /// What a list of tools shows.
    mutating func archiveListed(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&source)
        try archive.text(&targetGroup)
        try archive.flag(&pointer)
    }

    /// The rest.
    mutating func archiveDetails(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.number(&table)
        try archive.optional(&section)
        try archive.number(&row)
        try archive.number(&page)
        try archive.optional(&pageEnd)
        try archive.number(&focus)
        try archive.texts(&references)
        try archive.texts(&evidenceReferences)
        try archive.optional(&differs)
    }
}

/// What one row says differently from the tool's other rows. Absent: no difference.
public struct Differences: Archivable, Sendable {
    /// The name as printed in this row.
    public var name: String?
    /// Whom it addresses: ids of `Vocabulary.aimedAt`.
    public var aimedAt: [String] = []
    /// Whom it addresses, with every condition.
    public var audience: String?
    /// The child's ages, in months.
    public var ages: [AgeRange] = []
    /// Ids of forms.
    public var forms: [String] = []
    /// How it works.
    public var method: String?
    /// Who uses it.
    public var administeredBy: [String] = []
    /// Ids of settings.
    public var settings: [String] = []
    /// What it is used for.
    public var purpose: String?
    /// What the row says of quality or effect.
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
