/// What the sources say beside their tables of tools: what to notice, how to talk, what protects, how practice goes.
public struct Guide: Archivable, Sendable {
    /// The names of the catalogue's guides, which are also those of their files, in the order of the snapshot.
    public static let ids = ["signals", "conversation", "protective-factors", "practice"]

    /// The tags that say whom an item is about.
    public static let people = ["kind", "jongere", "jeugdige", "ouder", "interactie", "gezin", "professional"]

    public var title = ""
    public var about = ""
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
    public var id = ""
    public var title = ""
    public var intro: String?
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
    public var id = ""
    public var text = ""
    public var source = ""
    public var page: UInt32 = 0
    public var pageEnd: Int32?
    /// Words of a closed list: whom it is about, and ids of target groups.
    public var tags: [String] = []
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
