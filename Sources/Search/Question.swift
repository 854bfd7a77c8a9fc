import Catalog

/// What a question was understood to mean.
public struct Question: Sendable {
    /// The words as they were typed.
    public var text = ""
    /// What is asked for. A kind and target groups shut out what is of none of them; of the rest a tool need not have any.
    public var asked = FacetSets()
    /// What the words only imply: it lifts and shuts nothing out.
    public var implied = FacetSets()
    /// What a tool must have some of, for each facet; options set it.
    public var required = FacetSets()
    /// What is not wanted.
    public var excluded = Exclusions()
    /// Who asks; nil when that was not said.
    public var asker: Asker?
    /// Whether danger is told of, rather than named as a subject.
    public var tellsOfDanger = false
    /// Whether the danger that is told of is a parent's.
    public var isParentsDanger = false
    /// Whether a tool is asked for in so many words.
    public var wantsTools = false
    /// The child's or children's ages; each may be served.
    public var ages: [AgeRange] = []
    /// Tools called by name.
    public var names: [UInt32] = []
    /// What else the question is about.
    public var topics: [Topic] = []
    /// The index's terms for words that were understood otherwise, such as those that make a target group likely: they tell what is needed.
    public var context: [[UInt8]] = []
    /// Places in the lists of scopes and notices.
    public var scopes: [UInt32] = []
    /// Places in the list of notices.
    public var notices: [UInt32] = []
    /// Remarks on the reading, such as a condition that the child itself has.
    public var notes: [String] = []
    /// Whether it asks for signals rather than for a tool.
    public var wantsSignals = false
    /// What a parent may be asking about: places in `ParentingTables.subjects`.
    public var parenting: [UInt32] = []
    /// Words that were read as another, because they are no Dutch ones.
    public var corrections: [Speller.Correction] = []
    /// Words that were understood, but are about nothing that the guideline's tables name.
    public var besideParenting: [String] = []
    /// Words that could not be used.
    public var unused: [String] = []
    /// What was read from which words, in the order of the question.
    public var readings: [Reading] = []

    public init() {}

    /// What is asked for of a facet.
    public subscript(facet: Facet) -> UInt64 {
        get { asked[facet] }
        set { asked[facet] = newValue }
    }

    /// The kind that is asked for or implied; nil when both will do.
    public var kind: Kind? {
        get {
            let set = asked[.kind] | implied[.kind]
            return Kind.allCases.first { set == $0.bit }
        }
        set { (asked[.kind], implied[.kind]) = (newValue?.bit ?? 0, 0) }
    }

    /// Whether the words only lean to the kind.
    public var kindIsImplied: Bool { implied[.kind] != 0 }

    /// The target groups that are asked for or implied.
    public var allGroups: UInt64 { asked[.group] | implied[.group] }

    /// Whether a parent may be asking: about what parents ask, not in danger, and neither for a tool by name nor for a target group.
    public var isParentingQuestion: Bool { !parenting.isEmpty && notices.isEmpty && names.isEmpty && asked[.group] == 0 }

    /// Whether it says nothing that tools can be chosen by.
    public var isEmpty: Bool {
        kind == nil && (asked | implied | required).without(.kind).isEmpty && ages.isEmpty && names.isEmpty && topics.isEmpty
    }
}

/// What a question does not want.
public struct Exclusions: Sendable {
    /// Values of facets.
    public var sets = FacetSets()
    /// Ages: what is for these only is not wanted.
    public var ages: [AgeRange] = []
    /// Tools.
    public var names: [UInt32] = []
    /// Terms of the index.
    public var topics: [[UInt8]] = []
    public init() {}

    /// The values of a facet that are not wanted.
    public subscript(facet: Facet) -> UInt64 {
        get { sets[facet] }
        set { sets[facet] = newValue }
    }

    var isSet: Bool { !(sets.isEmpty && ages.isEmpty && names.isEmpty && topics.isEmpty) }
}

/// Something that a question is about, as the index knows it.
public struct Topic: Sendable {
    /// The index's term.
    public var term: [UInt8]
    /// The words of the question, or the topic's name.
    public var name: String
    /// How much it counts against the question's other topics, in thousandths.
    public var weight: UInt32

    /// What a word counts that has been understood otherwise, as a form or a group: it only breaks ties.
    static let aside: UInt32 = 200
    /// What the topic counts that a phrase names first, and those near it that it names after.
    static let meant: UInt32 = 1000
    static let near: UInt32 = 500
    /// What a word counts that is in no phrase, but in the catalogue's texts; and what it counts when the rest of the question was understood.
    static let plain: UInt32 = 800
    static let beside: UInt32 = 300
    /// What a word counts among the questions that a tool answers when it was understood otherwise, as one that makes a target group likely.
    static let context: UInt32 = 700
    /// The name as users read it: a concept's id as words, and words as they were typed.
    public var shownName: String { term.first == Analysis.conceptMark ? name.asWords : name }

    /// Whether it is what the question is about, rather than an aside.
    public var isMain: Bool { weight > Topic.aside }
}

/// One thing read from a question.
public struct Reading: Equatable, Sendable {
    /// The words of the question.
    public var words: String
    /// What it is about: “doelgroep”.
    public var facet: String
    /// What was understood: “KOPP/KOV”.
    public var value: String
    /// How the words were recognised.
    public var match: Match
    /// For a correction: the word that was read instead.
    public var corrected: String?

    /// How words of a question were recognised.
    public enum Match: String, Sendable {
        /// As the vocabulary writes them.
        case exact
        /// Another form of a word.
        case inflected
        /// A part of a longer word.
        case compound
        /// A word that is no Dutch one, and near one of the vocabulary.
        case corrected
        /// Words that make it likely.
        case implied

        init(_ form: Lexicon.Form) {
            switch form {
            case .written: self = .exact
            case .stems: self = .inflected
            case .beginning: self = .compound
            }
        }
    }

    /// What was read from which words.
    public init(words: String, facet: String, value: String, match: Match = .exact, corrected: String? = nil) {
        self.words = words
        self.facet = facet
        self.value = value
        self.match = match
        self.corrected = corrected
    }
}
