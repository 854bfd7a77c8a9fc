import Storage

/// What a phrase of the vocabulary means in a question.
public struct Effect: Archivable, Sendable {
    /// What a phrase says something of.
    public enum Facet: UInt32, Sendable {
        /// `first`: a `Kind`. `second`: 1 when it only leans that way and gives way to a plain word.
        case kind
        /// `first`: a target group. `second`: 1 when the words only imply it, so that it lifts and shuts nothing out.
        case targetGroup
        /// `first`: a `Person`.
        case person
        /// `first`: a condition.
        case condition
        /// `first`, `second`: months of a phase of life, half-open.
        case age
        /// `first`: a term of the list.
        case aimedAt, form, setting
        /// `first`, `second`: sets of instrument and intervention levels.
        case levels
        /// `first`: a concept that the index knows as a term of its own.
        case topic
        /// `first`: something that the catalogue does not know.
        case scope
        /// `first`: a notice.
        case notice
        /// What follows is not wanted.
        case negation
        /// Carries no meaning of its own.
        case filler
        /// Asks for signals rather than for a tool.
        case signals
        /// Says that a number beside it is a count, a level or a version, not an age.
        case countable
        /// A number in letters. `first`: its value.
        case number
        /// What parents ask about. `first`: a subject of the guideline’s tables.
        case parenting
        /// The same words do not tell of danger here: cancels a notice whose words they share.
        case harmless
        /// Cancels the phrase's notice when every age that was said is under `first` months.
        case unlessUnder
        /// `first`: an `Asker`.
        case asker
        /// Describes the person right behind it: “depressieve moeder”.
        case adjective
        /// Asks for a tool, whatever kind: where to turn is then not the whole answer.
        case wish
        /// A narrower population. `first`: a term of the list.
        case population
    }

    /// What it says something of.
    public var facet = Facet.filler
    /// What is said; its meaning depends on `facet`.
    public var first: Int32?
    /// What more is said; its meaning depends on `facet`.
    public var second: Int32?

    public init() {}

    /// An effect; numbers that its facet does not use are 0.
    public init(_ facet: Facet, _ first: Int32? = nil, _ second: Int32? = nil) {
        self.facet = facet
        self.first = first
        self.second = second
    }

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        var raw = facet.rawValue
        try archive.number(&raw)
        facet = Facet(rawValue: raw) ?? .filler
        try archive.optional(&first)
        try archive.optional(&second)
    }
}

/// Somebody a condition can belong to.
public enum Person: UInt32, Sendable, CaseIterable {
    case parent, child, relative
    /// A child of a child: beside one, “mijn dochter” is a parent.
    case grandchild
    /// A son or daughter: a child, unless a grandchild is told of.
    case descendant
    /// Somebody outside the family: “de buurman”.
    case other

    /// The word by which the vocabulary names it.
    public var id: String {
        switch self {
        case .parent: "parent"
        case .child: "child"
        case .relative: "relative"
        case .grandchild: "grandchild"
        case .descendant: "descendant"
        case .other: "other"
        }
    }
}

/// Who asks: it decides how a notice speaks.
public enum Asker: UInt32, Sendable, CaseIterable {
    case professional, parent, youth

    /// The word by which the vocabulary names it.
    public var id: String {
        switch self {
        case .professional: "professional"
        case .parent: "parent"
        case .youth: "youth"
        }
    }
}

/// A condition that makes a target group when the right person has it: a depression of the *parent* makes KOPP.
public struct Condition: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// What users read: “verslaving”.
    public var name = ""
    /// Target groups, by who has it; `unknown` when the question names nobody.
    public var parent: [UInt32] = []
    /// Target groups when the child itself has it.
    public var child: [UInt32] = []
    /// Target groups when another relative has it.
    public var relative: [UInt32] = []
    /// Target groups when the question names nobody.
    public var unknown: [UInt32] = []
    /// What to tell when the child has it and that makes no target group.
    public var childNote: String?

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&name)
        try archive.numbers(&parent)
        try archive.numbers(&child)
        try archive.numbers(&relative)
        try archive.numbers(&unknown)
        try archive.optional(&childNote)
    }

    /// The groups that the condition makes when this person has it.
    public func groups(of person: Person?) -> [UInt32] {
        switch person {
        case .parent: parent
        case .child, .descendant, .grandchild: child
        case .relative: relative
        case .other: []
        case nil: unknown
        }
    }
}

/// Something that users ask for and the catalogue does not know.
public struct Scope: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// What users read.
    public var name = ""
    /// What is said instead of an answer.
    public var answer = ""
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&name)
        try archive.text(&answer)
    }
}

/// A notice of ours, not of the sources: where to turn in danger.
public struct Notice: Archivable, Sendable {
    /// The id of the notice on violence and neglect.
    public static let danger = "gevaar"
    /// The id of the notice on suicide and self-harm.
    public static let suicide = "zelfbeschadiging"
    /// The id of the notice for who asks for signals rather than for a tool.
    public static let signals = "signalen"
    /// The id of the notice for who asks what parents ask.
    public static let parenting = "opvoedvraag"

    /// The word by which it is referred to.
    public var id = ""
    /// What a professional reads, and whoever does not say who asks.
    public var text = ""
    /// What a parent reads; nil when that is the same.
    public var parent: String?
    /// What a child or youth reads; nil when that is the same.
    public var youth: String?
    /// The topic of tools that are asked for beside it; nil when it has none.
    public var topic: String?
    /// The day on which it was checked, as YYYY-MM-DD.
    public var checked = ""
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&text)
        try archive.optional(&parent)
        try archive.optional(&youth)
        try archive.optional(&topic)
        try archive.text(&checked)
    }

    /// What is told to who asks.
    public func text(for asker: Asker?) -> String {
        switch asker {
        case .parent: parent ?? text
        case .youth: youth ?? text
        case .professional, nil: text
        }
    }
}

/// What someone wants to know or to change: wider than a topic. Tools say which needs they are for.
public struct Need: Archivable, Sendable {
    /// The word by which tools name it.
    public var id = ""
    /// What users read.
    public var name = ""
    /// The topics that ask for it.
    public var topics: [String] = []
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&name)
        try archive.texts(&topics)
    }
}

/// How much a tool is for one of a list: 3 it was made for that, 2 that is a part of it, 1 it touches on that.
public struct Grade: Archivable, Sendable {
    /// The id of a term of the list.
    public var of = ""
    /// One of `possible`.
    public var grade: UInt32 = 0

    /// The highest grade.
    public static let full: UInt32 = 3
    /// The grades that there are.
    public static let possible = 1...Int(full)

    public init() {}
    /// A grade, from 1 to 3, for the term with an id.
    public init(of term: String, grade: UInt32) {
        of = term
        self.grade = grade
    }
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&of)
        try archive.number(&grade)
    }
}

/// Words that may stand for one another in a pattern: the forms of a verb, or all that one can hit.
public struct WordClass: Archivable, Sendable {
    /// The word by which patterns name it, behind an @.
    public var id = ""
    /// Single words; one that ends in * stands for all that begin so.
    public var words: [String] = []
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.texts(&words)
    }
}

/// How a name in the table of names belongs to its tool.
public enum NameForm: UInt32, Sendable {
    /// The name, the abbreviation, the id or an alias.
    case whole
    /// Words of the name that occur nowhere else in the catalogue.
    case part
    /// A whole name that is also a word of the vocabulary: it does not beat everything else.
    case word
}
