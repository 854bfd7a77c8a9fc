import JSON
import Testing

/// A piece of JSON, or of what is not quite JSON, with a name for the list of tests.
struct JSONExample: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    /// Where and why it is refused.
    var line = 0
    var column = 0
    var message = ""

    init(_ name: String, _ text: String) {
        self.init(name, bytes: Array(text.utf8))
    }

    init(_ name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// An example that is refused at a place, with a message.
    init(_ name: String, _ text: String, _ line: Int, _ column: Int, _ message: String) {
        self.init(name, bytes: Array(text.utf8), line, column, message)
    }

    init(_ name: String, bytes: [UInt8], _ line: Int, _ column: Int, _ message: String) {
        self.init(name, bytes: bytes)
        self.line = line
        self.column = column
        self.message = message
    }

    var testDescription: String { name }
}

extension JSONNode {
    /// The value without its offsets, to compare: `{a: [number 1, text x]}`.
    var outline: String {
        switch value {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let digits): "number \(digits)"
        case .text(let text): "text \(text)"
        case .array(let nodes): "[" + nodes.map { $0.outline }.joined(separator: ", ") + "]"
        case .object(let members): "{" + members.map { "\($0.key): \($0.node.outline)" }.joined(separator: ", ") + "}"
        }
    }

    /// The text, scalar by scalar, for `String` calls different spellings of one character equal.
    var scalars: [UInt32]? {
        guard case .text(let text) = value else { return nil }
        return text.unicodeScalars.map { $0.value }
    }
}
