/// A JSON value that remembers where it stood.
struct JSONNode {
    enum Value {
        case null
        case bool(Bool)
        /// The digits as written; what they mean is for the reader to say.
        case number(String)
        case text(String)
        case array([JSONNode])
        case object([Member])
    }

    struct Member {
        var key: String
        var keyOffset: Int
        var node: JSONNode
    }

    var value: Value
    /// The offset of its first byte in the file.
    var offset: Int

    /// What it is, for messages.
    var kind: String {
        switch value {
        case .null: "null"
        case .bool: "true of false"
        case .number: "een getal"
        case .text: "een tekst"
        case .array: "een lijst"
        case .object: "een object"
        }
    }
}
