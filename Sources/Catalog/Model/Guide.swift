import Storage

/// What the sources say beside their tables of tools: what to notice, how to talk, what protects, how practice goes.
public struct Guide: Archivable, Sendable {
    /// The names of the catalogue's guides, which are also those of their files, in the order of the snapshot.
    public static let ids = ["signals", "conversation", "protective-factors", "practice"]

    /// The tags that say whom an item is about.
    public static let people = ["kind", "jongere", "jeugdige", "ouder", "interactie", "gezin", "professional"]

    /// What stands above it.
    public var title = ""
    /// What it is and is not.
    public var about = ""
    /// Its parts, in the order in which they are shown.
    public var sections: [GuideSection] = []
    /// Where to go on from here: a sentence with the command.
    public var leadsTo: [String] = []

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&title)
        try archive.text(&about)
        try archive.items(&sections)
        try archive.texts(&leadsTo)
    }
}

/// Items of a guide that belong together.
public struct GuideSection: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// What stands above it.
    public var title = ""
    /// What is said before the items; nil when nothing is.
    public var intro: String?
    /// Facts and advice, in the order in which they are shown.
    public var items: [GuideItem] = []

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&title)
        try archive.optional(&intro)
        try archive.items(&items)
    }
}

/// One fact or piece of advice, with the place where it was read.
public struct GuideItem: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// The fact or advice, in our own words.
    public var text = ""
    /// The id of the source.
    public var source = ""
    /// The page of the source.
    public var page: UInt32 = 0
    /// The page on which it ends, if another.
    public var pageEnd: Int32?
    /// Words of a closed list: whom it is about, and ids of target groups.
    public var tags: [String] = []
    /// Ids of settings for which it holds; empty for all.
    public var settings: [String] = []
    /// The child's ages, if it is about some.
    public var ages: [AgeRange] = []
    /// Ids of tools.
    public var tools: [String] = []
    /// How many, as printed: “34 van de 120”.
    public var figures: String?
    /// What is wrong in the source, or had to be interpreted.
    public var remark: String?

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&text)
        try archive.text(&source)
        try archive.number(&page)
        try archive.optional(&pageEnd)
        try archive.texts(&tags)
        try archive.texts(&settings)
        try archive.items(&ages)
        try archive.texts(&tools)
        try archive.optional(&figures)
        try archive.optional(&remark)
    }
}
