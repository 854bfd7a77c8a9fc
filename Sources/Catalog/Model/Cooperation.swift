/// How organisations work together around a family: elements of cooperation, and the projects that show them.
public struct Cooperation: Archivable, Sendable {
    public var title = ""
    public var about = ""
    /// The id of the source.
    public var source = ""
    public var general: [PagedText] = []
    public var elements: [CooperationElement] = []
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

    public init?(id: String) {
        guard let found = Audience.allCases.first(where: { $0.id == id }) else { return nil }
        self = found
    }
}

/// What is said to one audience.
public struct AudienceText: Archivable, Sendable {
    public var audience = Audience.professionals
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
    public var id = ""
    /// As the source numbers it; nil when it does not.
    public var number: Int32?
    public var name = ""
    public var summaries: [AudienceText] = []
    /// Numbers of the projects that the element's own pages name.
    public var projects: [UInt32] = []
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
    public var number: UInt32 = 0
    public var name = ""
    public var theme: String?
    public var targetGroup: String?
    public var organisation: String?
    public var elements: [AudienceElements] = []
    public var effect: String?
    public var securing: String?
    public var financing: String?
    public var partners: [String] = []
    public var tips: [String] = []
    public var messages: [AudienceText] = []
    public var literature: [String] = []
    public var links: [Link] = []
    /// Ids of tools that the project is about.
    public var tools: [String] = []
    public var page: UInt32 = 0
    public var pageEnd: Int32?
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
