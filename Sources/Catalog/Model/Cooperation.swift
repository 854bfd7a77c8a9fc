import Storage

/// How organisations work together around a family: elements of cooperation, and the projects that show them.
public struct Cooperation: Archivable, Sendable {
    /// What stands above it.
    public var title = ""
    /// What it is and is not.
    public var about = ""
    /// The id of the source.
    public var source = ""
    /// What holds for all cooperation.
    public var general: [PagedText] = []
    /// The elements of cooperation, in the order of the source.
    public var elements: [CooperationElement] = []
    /// The projects, in the order of their numbers.
    public var projects: [CooperationProject] = []

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&title)
        try archive.text(&about)
        try archive.text(&source)
        try archive.items(&general)
        try archive.items(&elements)
        try archive.items(&projects)
    }
}

/// For whom something is said.
public enum Audience: UInt32, CaseIterable, Sendable {
    case professionals, managers, municipalities
    /// All of them.
    case everyone
    case insurers

    /// Those whom the guide is ordered by.
    public static let main: [Audience] = [.professionals, .managers, .municipalities]

    /// The word in the catalogue's files, in options and in JSON output.
    public var id: String {
        switch self {
        case .professionals: "professionals"
        case .managers: "managers"
        case .municipalities: "gemeenten"
        case .everyone: "alle"
        case .insurers: "zorgverzekeraars"
        }
    }

    /// The audience with this id; nil when there is none.
    public init?(id: String) {
        guard let found = Audience.allCases.first(where: { $0.id == id }) else { return nil }
        self = found
    }
}

/// What is said to one audience.
public struct AudienceText: Archivable, Sendable {
    /// Whom it is said to.
    public var audience = Audience.professionals
    /// What is said, in our own words.
    public var text = ""
    /// The page; nil where the whole has one.
    public var page: Int32?
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        var raw = audience.rawValue
        try archive.number(&raw)
        audience = Audience(rawValue: raw) ?? .professionals
        try archive.text(&text)
        try archive.optional(&page)
    }
}

/// An element of cooperation, such as clear agreements.
public struct CooperationElement: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// As the source numbers it; nil when it does not.
    public var number: Int32?
    /// What users read.
    public var name = ""
    /// What the element means for each audience.
    public var summaries: [AudienceText] = []
    /// Numbers of the projects that the element's own pages name.
    public var projects: [UInt32] = []
    /// What is wrong in the source, or had to be interpreted.
    public var remark: String?

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.optional(&number)
        try archive.text(&name)
        try archive.items(&summaries)
        try archive.numbers(&projects)
        try archive.optional(&remark)
    }
}

/// The elements that a project's own page names for an audience.
public struct AudienceElements: Archivable, Sendable {
    /// For whom the page names them.
    public var audience = Audience.professionals
    /// Ids of elements.
    public var elements: [String] = []
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        var raw = audience.rawValue
        try archive.number(&raw)
        audience = Audience(rawValue: raw) ?? .professionals
        try archive.texts(&elements)
    }
}

/// A project that shows elements of cooperation at work.
public struct CooperationProject: Archivable, Sendable {
    /// As the source numbers it, from 1.
    public var number: UInt32 = 0
    /// What users read.
    public var name = ""
    /// What it is about.
    public var theme: String?
    /// Whom the project is for, as the source states it.
    public var targetGroup: String?
    /// Who carries it out.
    public var organisation: String?
    /// The elements that its own page names, for each audience.
    public var elements: [AudienceElements] = []
    /// What it brought about, as the source reports it.
    public var effect: String?
    /// How it is kept going.
    public var securing: String?
    /// Who pays for it.
    public var financing: String?
    /// The organisations that work together in it.
    public var partners: [String] = []
    /// What it advises others.
    public var tips: [String] = []
    /// What it says to each audience.
    public var messages: [AudienceText] = []
    /// What has been written of it.
    public var literature: [String] = []
    /// Where more can be read.
    public var links: [Link] = []
    /// Ids of tools that the project is about.
    public var tools: [String] = []
    /// The page of the source.
    public var page: UInt32 = 0
    /// The page on which it ends, if another.
    public var pageEnd: Int32?
    /// What is wrong in the source, or had to be interpreted.
    public var remark: String?

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.number(&number)
        try archive.text(&name)
        try archive.optional(&theme)
        try archive.optional(&targetGroup)
        try archive.optional(&organisation)
        try archive.items(&elements)
        try archive.optional(&effect)
        try archive.optional(&securing)
        try archive.optional(&financing)
        try archive.texts(&partners)
        try archive.texts(&tips)
        try archive.items(&messages)
        try archive.texts(&literature)
        try archive.items(&links)
        try archive.texts(&tools)
        try archive.number(&page)
        try archive.optional(&pageEnd)
        try archive.optional(&remark)
    }
}
