import Catalog

/// What a question is answered with.
public struct Answer: Sendable {
    /// The question that is answered, as it was understood.
    public var question = Question()
    /// Best first. Where both kinds are asked for, up to the wanted number of each.
    public var results: [Result] = []
    /// How many tools fit in all.
    public var total: UInt32 = 0
    /// Set when nothing fitted: the condition that was dropped to find `results`.
    public var dropped: String?
    /// The ids of the notices that its words call for.
    public var dangers: [String] = []
    /// Where to turn in danger; they also stand first in `notices`.
    public var warnings: [String] = []
    /// Where to turn in danger, and what the catalogue does not know.
    public var notices: [String] = []
    /// What the source says of gaps for the groups asked for.
    public var gaps: [String] = []
    /// What is to be read beside the tools.
    public var pointers: [Pointer] = []

    public init() {}

    /// Whether the child's safety is asked about.
    public var isAboutSafety: Bool { dangers.contains(Notice.danger) || question.topics.contains { Answer.safety.contains($0.name) } }

    /// The topics of the vocabulary that are about the child's safety.
    private static let safety = ["veiligheid", "kindermishandeling", "verwaarlozing", "huiselijk-geweld", "risicotaxatie"]
}

/// A tool that fits.
public struct Result: Sendable {
    /// As `Snapshot.listedTool` reads it: what a list shows.
    public var tool: Tool
    /// The tool's place in the catalogue.
    public var index: UInt32
    /// Whether it only comes near: it fits when something that was asked is dropped.
    public var isNear: Bool
    /// Why it fits, in short Dutch phrases.
    public var reasons: [String]
    /// What to mind.
    public var remarks: [String]
    /// What its place rests on.
    public var score: Score
}
