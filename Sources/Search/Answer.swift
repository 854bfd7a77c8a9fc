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
