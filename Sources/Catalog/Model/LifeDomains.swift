import Storage

/// The domains of a household's life, as an instrument of a source orders them, with the tools that touch them.
public struct LifeDomains: Archivable, Sendable {
    /// What stands above it.
    public var title = ""
    /// What it is and is not.
    public var about = ""
    /// The id of the source.
    public var source = ""
    /// The values of the scale that have a label.
    public var scale: [ScaleValue] = []
    /// On what conditions it may be used.
    public var conditions: [PagedText] = []
    /// How it is used.
    public var use: [PagedText] = []
    /// The domains, by whose life they are part of.
    public var groups: [DomainGroup] = []
    /// Faults of the source and what had to be interpreted.
    public var remarks: [String] = []

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&title)
        try archive.text(&about)
        try archive.text(&source)
        try archive.items(&scale)
        try archive.items(&conditions)
        try archive.items(&use)
        try archive.items(&groups)
        try archive.texts(&remarks)
    }
}

/// A value of a scale, and what it is called.
public struct ScaleValue: Archivable, Sendable {
    /// The value, as printed.
    public var value: UInt32 = 0
    /// What it is called.
    public var label = ""
    /// The part of a domain that the label is for; nil when it is for all.
    public var domain: String?
    /// Whether the source prints the label cut off.
    public var isShortened = false
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.number(&value)
        try archive.text(&label)
        try archive.optional(&domain)
        try archive.flag(&isShortened)
    }
}

/// A sentence of ours with its page in the source that the whole is from.
public struct PagedText: Archivable, Sendable {
    /// The sentence.
    public var text = ""
    /// The page of the source.
    public var page: UInt32 = 0
    /// The page on which it ends, if another.
    public var pageEnd: Int32?
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&text)
        try archive.number(&page)
        try archive.optional(&pageEnd)
    }
}

/// The domains of the household, the adults or the child.
public struct DomainGroup: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// What users read.
    public var name = ""
    /// Its domains, in the order of the source.
    public var domains: [LifeDomain] = []
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&name)
        try archive.items(&domains)
    }
}

/// A domain, and what it is made of.
public struct LifeDomain: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// What users read.
    public var name = ""
    /// Marks that the source prints beside it without saying what they mean.
    public var marks: String?
    /// What the source names as parts of it.
    public var parts: [String] = []
    /// The page of the source.
    public var page: UInt32 = 0
    /// Ids of the tools that touch it.
    public var tools: [String] = []

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&name)
        try archive.optional(&marks)
        try archive.texts(&parts)
        try archive.number(&page)
        try archive.texts(&tools)
    }
}
