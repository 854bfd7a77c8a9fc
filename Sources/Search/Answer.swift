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
    /// Where to turn in danger; they also stand first in `notices`.
    public var warnings: [String] = []
    /// Where to turn in danger, and what the catalogue does not know.
    public var notices: [String] = []
    /// What the source says of gaps for the groups asked for.
    public var gaps: [String] = []
    /// What is to be read beside the tools.
    public var pointers: [Pointer] = []

    public init() {}
}

/// A tool that fits.
public struct Result: Sendable {
    /// As `Snapshot.listedTool` reads it: what a list shows.
    public var tool: Tool
    /// The tool's place in the catalogue.
    public var index: UInt32
    /// Why it fits, in short Dutch phrases.
    public var reasons: [String]
    /// What to mind.
    public var remarks: [String]
    /// What its place rests on.
    public var score: Score
}

/// What a place in the ranking rests on; each part in thousandths.
public struct Score: Sendable {
    /// 3: called by name; 2: listed under every group asked for; 1: under some, or under none at all; 0: only said to serve one, or far from the topic.
    public var tier: Int32 = 0
    /// How far the question's age is covered: 1000 wholly; 0 when no age is stated.
    public var age: Int32 = 0
    /// Form, setting, aimed at and level that were asked for and found.
    public var facets: Int32 = 0
    /// How much of the question's topics it is about.
    public var topic: Int32 = 0
    /// How much it is for the group asked for, rather than for many.
    public var specific: Int32 = 0
    /// How strong its evidence level is.
    public var evidence: Int32 = 0

    /// The facets count first, then the topic, then how specific it is, then the evidence.
    public var total: Int32 { facets + age + topic + specific + evidence }
}
