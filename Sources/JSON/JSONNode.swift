/// A JSON value that remembers where it stood.
package struct JSONNode {
    package enum Value {
        case null
        case bool(Bool)
        /// The digits as written; what they mean is for the reader to say.
        case number(String)
        case text(String)
        case array([JSONNode])
        case object([Member])
    }

    package struct Member {
        package var key: String
        package var keyOffset: Int
        package var node: JSONNode
    }

    package var value: Value
    /// The offset of its first byte in the file.
    package var offset: Int

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

extension JSONNode {
    /// Where the value at a path stands, or the nearest one around it.
    /// - Parameter path: as faults name it: `$.ages[0].from`.
    func offset(at path: String) -> Int {
        var node = self
        for step in path.split(whereSeparator: { $0 == "." || $0 == "[" || $0 == "]" }).dropFirst() {
            switch node.value {
            case .object(let members):
                guard let member = members.first(where: { $0.key == step }) else { return node.offset }
                node = member.node
            case .array(let items):
                guard let index = Int(step), items.indices.contains(index) else { return node.offset }
                node = items[index]
            default: return node.offset
            }
        }
        return node.offset
    }
}
