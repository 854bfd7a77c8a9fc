import Catalog
import Storage

/// What a place in the ranking rests on.
public enum Feature: UInt32, CaseIterable, Sendable {
    /// Listed under the target groups that were named; only said to serve them; listed under those that were implied; and how far for these alone.
    case group, alsoServes, impliedGroup, ownGroup
    /// How far its ages cover those asked for, how far it was made for these, and whether it states none.
    case age, ageMade, ageUnstated
    /// Of the kind that the words lean to.
    case kind
    /// Of a form, setting or level, or aimed at whom, the question names.
    case form, setting, settingBroad, aimedAt, level
    /// For a narrower population that the question names; and for one that it does not name.
    case population, narrower
    /// How strong its evidence is.
    case evidence
    /// How far it is for what the question needs; how far it was made for the target groups; made for others only; and an intervention where no kind is
    /// said: most who tell of a child look for help.
    case need, focus, elsewhere, help
    /// How much of the question's words its texts hold, of its topics, and of the questions that it is said to answer.
    case text, topic, asked
    /// Speaks of what was not wanted.
    case unwantedTopic
    /// Not from the main source's tables.
    case supplement

    /// The word by which the catalogue's weights name it, and users read it.
    public var id: String {
        switch self {
        case .group: "doelgroep"
        case .alsoServes: "ook-voor"
        case .impliedGroup: "mogelijke-doelgroep"
        case .ownGroup: "eigen-doelgroep"
        case .age: "leeftijd"
        case .ageMade: "eigen-leeftijd"
        case .ageUnstated: "leeftijd-niet-vermeld"
        case .kind: "soort"
        case .form: "vorm"
        case .setting: "setting"
        case .settingBroad: "ruime-setting"
        case .aimedAt: "gericht-op"
        case .level: "gevraagd-niveau"
        case .population: "alleen-voor"
        case .narrower: "alleen-voor-anderen"
        case .evidence: "bewijs"
        case .need: "behoefte"
        case .focus: "gemaakt-voor-doelgroep"
        case .elsewhere: "gemaakt-voor-andere-doelgroep"
        case .help: "hulp-zonder-soort"
        case .text: "woorden"
        case .topic: "onderwerp"
        case .asked: "hulpvraag"
        case .unwantedTopic: "ongewenst-onderwerp"
        case .supplement: "aanvullend"
        }
    }
}

/// What a place in the ranking rests on: how far each feature holds, in thousandths, and the weighted sum.
public struct Score: Sendable {
    /// How far each feature holds.
    public struct Parts: Sendable {
        var values = SIMD32<Int32>()
        /// A feature's part, in thousandths.
        public subscript(feature: Feature) -> Int32 {
            get { values[Int(feature.rawValue)] }
            set { values[Int(feature.rawValue)] = newValue }
        }
    }

    /// How far each feature holds.
    public var parts = Parts()
    /// The weighted sum of the parts.
    public var total: Int32 = 0
}

/// What each feature counts, learned from judged questions; the catalogue's `ranking.json` holds them.
public struct Weights: Sendable {
    private var values = SIMD32<Int32>()

    /// No weight at all.
    public init() {}

    /// The weights of a snapshot.
    public init(_ snapshot: Snapshot) throws(SnapshotError) {
        let column = try snapshot.column(.weights)
        for feature in Feature.allCases where feature.rawValue < column.count {
            values[Int(feature.rawValue)] = Int32(try column.number(feature.rawValue)) - Weights.bias
        }
    }

    /// Added to a weight in a snapshot, so that it is not negative.
    public static let bias: Int32 = 1 << 20

    /// What a feature counts, in thousandths.
    public subscript(feature: Feature) -> Int32 {
        get { values[Int(feature.rawValue)] }
        set { values[Int(feature.rawValue)] = newValue }
    }

    /// The weighted sum of a tool's parts.
    public func total(of parts: Score.Parts) -> Int32 { (values &* parts.values).wrappedSum() }
}

/// What the words of a question weigh for a tool: BM25F in the index's whole numbers.
struct WordScore {
    var text: UInt64 = 0
    var topic: UInt64 = 0
    var asked: UInt64 = 0
    var unwanted: UInt64 = 0
    /// What the question is about, rather than an aside.
    var main: UInt64 = 0
    /// How far the tool is for what the question needs, in thousandths.
    var need: Int32 = 0
    /// The place of the need that says most of that.
    var chiefNeed: UInt32?

    mutating func add(_ term: Topic, text weight: UInt32, asked askedWeight: UInt32) {
        let part = UInt64(weight) &* UInt64(term.weight) / 1000
        if term.term.first == Analysis.conceptMark { topic += part } else { text += part }
        let askedPart = UInt64(askedWeight) &* UInt64(term.weight) / 1000
        asked += askedPart
        if term.isMain { main += part + askedPart }
    }

    /// What half of the whole is worth: some two good words of a text, one topic, three words of a question.
    private static let halfText: UInt64 = 4000
    private static let halfTopic: UInt64 = 3000
    private static let halfAsked: UInt64 = 6000

    /// How much it is, in thousandths: more counts ever less, and never as much as 1000.
    ///
    /// It does not depend on the other tools, so that a word more or less in the question leaves the rest as it is.
    var shares: (text: Int32, topic: Int32, asked: Int32) {
        func share(_ own: UInt64, _ half: UInt64) -> Int32 { Int32(truncatingIfNeeded: own &* 1000 / (own &+ half)) }
        return (share(text, WordScore.halfText), share(topic, WordScore.halfTopic), share(asked, WordScore.halfAsked))
    }
}
