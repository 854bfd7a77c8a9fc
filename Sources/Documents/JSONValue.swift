import Language

/// A JSON value to be written; members stay in order.
public enum JSONValue {
    case null
    case bool(Bool)
    case number(Int)
    case text(String)
    case list([JSONValue])
    case object([(String, JSONValue)])

    /// A list of texts.
    public init(_ texts: [String]) { self = .list(texts.map { .text($0) }) }

    /// A number, or null.
    public init(_ number: Int32?) { self = number.map { .number(Int($0)) } ?? .null }

    /// A text, or null.
    public init(optional text: String?) { self = text.map { .text($0) } ?? .null }
}

extension JSONValue {
    /// The value as JSON, by RFC 8259; lists of plain values stay on one line.
    public func json(indent: Int = 0) -> String {
        let margin = String(repeating: "  ", count: indent + 1)
        let end = "\n" + String(repeating: "  ", count: indent)
        switch self {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .number(let value): return String(value)
        case .text(let text): return JSONValue.quoted(text)
        case .list(let items):
            guard items.contains(where: { $0.isNested }) else { return "[" + items.map { $0.json() }.joined(separator: ", ") + "]" }
            return "[\n" + items.map { margin + $0.json(indent: indent + 1) }.joined(separator: ",\n") + end + "]"
        case .object(let members):
            guard !members.isEmpty else { return "{}" }
            let lines = members.map { "\(margin)\(JSONValue.quoted($0)): \($1.json(indent: indent + 1))" }
            return "{\n" + lines.joined(separator: ",\n") + end + "}"
        }
    }

    /// The value as JSON on one line.
    public func line() -> String {
        switch self {
        case .list(let items): "[" + items.map { $0.line() }.joined(separator: ",") + "]"
        case .object(let members): "{" + members.map { JSONValue.quoted($0) + ":" + $1.line() }.joined(separator: ",") + "}"
        default: json()
        }
    }

    private var isNested: Bool {
        switch self {
        case .list, .object: true
        case .null, .bool, .number, .text: false
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted: [UInt8] = [0x22]
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x5C: quoted += [0x5C, UInt8(scalar.value)]
            case 0x0A: quoted += [0x5C, 0x6E]
            case 0x09: quoted += [0x5C, 0x74]
            case 0x20..<0x7F: quoted.append(UInt8(scalar.value))
            // Nothing that would move a terminal's cursor: JSON is read there too.
            case _ where scalar.isUnseen: quoted += escaped(scalar.value)
            default: quoted += String(scalar).utf8
            }
        }
        quoted.append(0x22)
        return String(decoding: quoted, as: UTF8.self)
    }

    private static func escaped(_ value: UInt32) -> [UInt8] {
        // Beyond sixteen bits two halves stand for it.
        guard value < 0x10000 else { return escaped(0xD7C0 + (value >> 10)) + escaped(0xDC00 | (value & 0x3FF)) }
        let digits = Array("0123456789abcdef".utf8)
        return [0x5C, 0x75] + [12, 8, 4, 0].map { digits[Int(value >> $0 & 15)] }
    }
}
