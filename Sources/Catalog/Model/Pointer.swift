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

    /// The program's command in `command`: “signalen”.
    public var opens: Substring {
        let words = command.split(separator: " ", maxSplits: 2)
        return words.count > 1 ? words[1] : Substring(command)
    }

    /// The index's term for a target group, which no word and no concept is.
    public static func term(forGroup id: String) -> [UInt8] { [0x2B] + Array(id.utf8) }

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&label)
        try archive.text(&command)
    }
}
