/// A line that leads from a question to something that is no tool: a part of a guide, an element of cooperation, a word explained.
public struct Pointer: Archivable, Equatable, Sendable {
    /// What is there.
    public var label = ""
    /// The command that opens it.
    public var command = ""

    public init() {}

    /// A line with the command that it leads to.
    public init(label: String, command: String) {
        self.label = label
        self.command = command
    }

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&label)
        try archive.text(&command)
    }
}
