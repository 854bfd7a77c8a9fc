import Storage

/// A word of a closed list, such as a form or a setting: its id and what users read.
public struct Term: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// The word that users read.
    public var name = ""
    /// What it means, where the name does not say it; else empty.
    public var meaning = ""
    public init() {}
    /// A word with the name that users read.
    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&name)
        try archive.text(&meaning)
    }
}

/// A level of an evidence scale. The order in its scale is the order of strength.
public struct Level: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// The word that users read.
    public var name = ""
    /// What it means, in a sentence.
    public var meaning = ""
    /// When it is given.
    public var rule = ""
    /// Whether it is a judgement, as against silence or research under way.
    public var judgement = false
    /// Whether a question for proven or good tools asks for it.
    public var strong = false

    /// The id, on both scales, of what no source judges.
    public static let unknown = "onbekend"
    /// The id of an unfavourable judgement of an instrument.
    public static let insufficient = "onvoldoende"

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&name)
        try archive.text(&meaning)
        try archive.text(&rule)
        try archive.flag(&judgement)
        try archive.flag(&strong)
    }
}

/// A source that the tables cite.
public struct Reference: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// Authors, year, title and where it appeared, as the source cites it.
    public var citation = ""
    /// Where it can be read; nil when that is not known.
    public var url: String?
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&citation)
        try archive.optional(&url)
    }
}

/// A document that the catalogue is made from.
public struct Source: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// What stands above it.
    public var title = ""
    /// Who published it.
    public var organisation = ""
    /// What its date is, in words: of the document, and of the search behind it.
    public var dated = ""
    /// What to know when the source is used.
    public var note: String?
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&title)
        try archive.text(&organisation)
        try archive.text(&dated)
        try archive.optional(&note)
    }
}

/// The catalogue's own data.
public struct CatalogInfo: Archivable, Sendable {
    /// The catalogue's title.
    public var title = ""
    /// The catalogue's own version, apart from the program's.
    public var version = ""
    /// The day of this version, as YYYY-MM-DD.
    public var date = ""
    /// The source that the tables, levels and counts come from.
    public var mainSource = ""
    /// The documents that the catalogue is made from.
    public var sources: [Source] = []
    /// The totals that the main source claims.
    public var claims: [Claim] = []
    /// Where today's state of the evidence can be looked up.
    public var evidenceAdvice = ""
    /// Faults of the source and what had to be interpreted.
    public var remarks: [String] = []

    public init() {}

    /// The source with this id.
    public func source(_ id: String) -> Source? { sources.first { $0.id == id } }

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&title)
        try archive.text(&version)
        try archive.text(&date)
        try archive.text(&mainSource)
        try archive.items(&sources)
        try archive.items(&claims)
        try archive.text(&evidenceAdvice)
        try archive.texts(&remarks)
    }
}
