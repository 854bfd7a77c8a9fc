import Storage

/// A word of the field, explained in a sentence.
public struct GlossaryTerm: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// The word as users read it.
    public var term = ""
    /// Short forms by which it is looked up too.
    public var abbreviations: [String] = []
    /// What it means, in a sentence.
    public var explanation = ""
    /// The id of the source that explains it; nil when the explanation is ours.
    public var source: String?
    /// The page of the source; nil when the explanation is ours.
    public var page: Int32?

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&term)
        try archive.texts(&abbreviations)
        try archive.text(&explanation)
        try archive.optional(&source)
        try archive.optional(&page)
    }

    /// Every word by which it is looked up.
    public var names: [String] { [term, id] + abbreviations }
}
