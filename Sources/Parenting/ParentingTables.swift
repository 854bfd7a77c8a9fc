import Catalog
import Storage

/// What a guideline says of parenting by age: what is normal for a phase, and what fits parents' questions there.
public struct ParentingTables: Archivable, Sendable {
    /// The id of the source that both tables are from.
    public var source = ""
    /// What is normal for a phase: table 1.
    public var phases: [DevelopmentPhase] = []
    /// What to mind when `phases` are read.
    public var phaseRemarks: [String] = []
    /// The phases of `questions`, which are not those of `phases`.
    public var questionPhases: [QuestionPhase] = []
    /// Parents' questions, with the interventions for each phase: table 2.
    public var questions: [ParentingQuestion] = []
    /// What to mind when `questions` are read.
    public var questionRemarks: [String] = []
    /// What the source's footnotes say of how well the interventions of `questions` work.
    public var footnotes: [Footnote] = []
    /// The verdict on interventions without a footnote.
    public var withoutFootnote = ""
    /// Where the source contradicts itself about an intervention.
    public var notes: [OfferNote] = []

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&source)
        try archive.items(&phases)
        try archive.texts(&phaseRemarks)
        try archive.items(&questionPhases)
        try archive.items(&questions)
        try archive.texts(&questionRemarks)
        try archive.items(&footnotes)
        try archive.text(&withoutFootnote)
        try archive.items(&notes)
    }

    /// What a word can be about: the subjects of the problems, in the order of the table, and then the questions themselves.
    public var subjects: [String] {
        var subjects: [String] = []
        for problem in phases.flatMap({ $0.normal + $0.serious }) {
            for subject in problem.subjects where !subjects.contains(subject) { subjects.append(subject) }
        }
        for question in questions where !subjects.contains(question.id) { subjects.append(question.id) }
        return subjects
    }

    /// The subjects at places of `subjects`; places beyond it are left out.
    public func subjects(at places: [UInt32]) -> [String] {
        let subjects = subjects
        return places.filter { $0 < UInt32(subjects.count) }.map { subjects[Int($0)] }
    }

    /// What the source says of how well an intervention works.
    public func verdict(on offered: Offered) -> String {
        guard let number = offered.footnote else { return withoutFootnote }
        return footnotes.first { $0.number == UInt32(number) }?.verdict ?? ""
    }
}

/// A phase of life, and what belongs to it.
public struct DevelopmentPhase: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// The phase's ages, in months.
    public var ages = AgeRange()
    /// Where the child lives and learns.
    public var milieus: [String] = []
    /// What the child has to learn.
    public var developmentalTasks: [String] = []
    /// What the parents have to do.
    public var parentingTasks: [String] = []
    /// Problems that are normal in this phase.
    public var normal: [Problem] = []
    /// Examples of problems that are serious by moment, duration or intensity.
    public var serious: [Problem] = []

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try ages.archive(&archive)
        try archive.texts(&milieus)
        try archive.texts(&developmentalTasks)
        try archive.texts(&parentingTasks)
        try archive.items(&normal)
        try archive.items(&serious)
    }
}

/// A problem as the table names it.
public struct Problem: Archivable, Sendable {
    /// The problem in the table's words.
    public var name = ""
    /// What it is about, in words that the vocabulary knows.
    public var subjects: [String] = []
    /// What to mind when reading it today.
    public var note: String?

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&name)
        try archive.texts(&subjects)
        try archive.optional(&note)
    }
}

/// A phase of the table of questions.
public struct QuestionPhase: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// The phase's ages, in months.
    public var ages = AgeRange()
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try ages.archive(&archive)
    }
}

/// A question that parents often have.
public struct ParentingQuestion: Archivable, Sendable {
    /// The word by which it is referred to.
    public var id = ""
    /// The question as users read it.
    public var name = ""
    /// The question that this is a part of.
    public var under: String?
    /// Whether it is about parenting as a whole, for what no other question is about.
    public var isGeneral = false
    /// Subjects of problems that it is about.
    public var about: [String] = []
    /// The interventions for it, phase by phase.
    public var offers: [Offer] = []
    /// What is wrong in the source, or had to be interpreted.
    public var remark: String?

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&id)
        try archive.text(&name)
        try archive.optional(&under)
        try archive.flag(&isGeneral)
        try archive.texts(&about)
        try archive.items(&offers)
        try archive.optional(&remark)
    }
}

/// A cell of the table of questions: the interventions for a phase.
public struct Offer: Archivable, Sendable {
    /// How much help an intervention is.
    public enum Help: UInt32, CaseIterable, Sendable {
        /// Where the source does not say which of the two.
        case unstated
        case prevention, light

        /// The word in the catalogue's files and in JSON output.
        public var id: String {
            switch self {
            case .unstated: "niet-vermeld"
            case .prevention: "preventie"
            case .light: "lichte-hulp"
            }
        }

        /// The words that users read.
        public var name: String {
            switch self {
            case .unstated: "preventie of lichte hulp (niet vermeld)"
            case .prevention: "preventie"
            case .light: "lichte hulp"
            }
        }
    }

    /// The id of a `QuestionPhase`; nil when the source's text does not show which column the cell belongs to.
    public var phase: String?
    /// Whether it is prevention or light help.
    public var help = Help.unstated
    /// The interventions, in the order of the cell.
    public var interventions: [Offered] = []

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.optional(&phase)
        var raw = help.rawValue
        try archive.number(&raw)
        help = Help(rawValue: raw) ?? .unstated
        try archive.items(&interventions)
    }
}

/// An intervention in a cell of the table of questions.
public struct Offered: Archivable, Sendable {
    /// The tool's id.
    public var tool = ""
    /// The name as printed there.
    public var stated = ""
    /// The number of its footnote.
    public var footnote: Int32?

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&tool)
        try archive.text(&stated)
        try archive.optional(&footnote)
    }
}

/// What the source says differently of an intervention in different places.
public struct OfferNote: Archivable, Sendable {
    /// The tool's id.
    public var tool = ""
    /// How the places differ.
    public var text = ""
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&tool)
        try archive.text(&text)
    }
}

/// A footnote of the table of questions.
public struct Footnote: Archivable, Sendable {
    /// As the source numbers it.
    public var number: UInt32 = 0
    /// What it says of how well an intervention works.
    public var verdict = ""
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.number(&number)
        try archive.text(&verdict)
    }
}
