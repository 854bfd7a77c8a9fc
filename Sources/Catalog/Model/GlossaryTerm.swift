/// A word of the field, explained in a sentence.
public struct GlossaryTerm: Archivable, Sendable {
    public var id = ""
    public var term = ""
    public var abbreviations: [String] = []
    public var explanation = ""
    /// The id of the source that explains it; nil when the explanation is ours.
    public var source: String?
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
