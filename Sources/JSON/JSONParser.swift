/// Reads JSON by RFC 8259, strictly, and says at which byte something is wrong.
///
/// Our own, because the catalogue needs line and column of syntax errors, wrong types and duplicate keys, and the program no Foundation.
package struct JSONParser {
    /// A syntax error and the byte at which it was noticed.
    package struct Failure: Error {
        /// What would have been right there.
        enum Expected {
            case value, key, colon
            /// A comma, or this closing bracket.
            case more(closing: UInt8)
            case end
            /// The rest of a text.
            case text
            case other
        }

        package var offset: Int
        package var message: String
        var expected = Expected.other
    }

    /// Deeper nesting is refused, so that no file can exhaust the stack.
    static let deepest = 100

    /// More values are refused: each takes many times its bytes, so that no file can exhaust the memory.
    static let mostValues = 1 << 20

    private let bytes: [UInt8]
    private var index = 0
    private var values = 0

    /// Reads one value that fills the whole of `bytes`.
    /// - Throws: `Failure` at the first byte that is not JSON.
    package static func parse(_ bytes: [UInt8]) throws(Failure) -> JSONNode {
        var parser = JSONParser(bytes: bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw Failure(offset: 0, message: "het bestand begint met een byte order mark; sla het op als UTF-8 zonder BOM")
        }
        parser.skipSpace()
        let node = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.index == bytes.count else {
            throw parser.failure("na de waarde hoort niets meer te staan, maar hier staat \(parser.found)", expected: .end)
        }
        return node
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private func failure(_ message: String, expected: Failure.Expected = .other) -> Failure {
        Failure(offset: index, message: message, expected: expected)
    }

    /// What stands at the current byte, for messages.
    private var found: String {
        guard let current else { return "het einde van het bestand" }
        if current > 0x20, current < 0x7F { return "‘\(Character(Unicode.Scalar(current)))’" }
        return "byte \(current)"
    }

    private mutating func skipSpace() {
        while let current, current == 0x20 || current == 0x0A || current == 0x0D || current == 0x09 { index += 1 }
    }

    private mutating func value(depth: Int) throws(Failure) -> JSONNode {
        guard depth < JSONParser.deepest else {
            throw failure("dieper dan \(JSONParser.deepest) niveaus genest")
        }
        values += 1
        guard values <= JSONParser.mostValues else {
            throw failure("meer dan \(JSONParser.mostValues) waarden; dit is geen bestand van een catalogus")
        }
        let start = index
        switch current {
        case UInt8(ascii: "{"): return JSONNode(value: .object(try object(depth: depth)), offset: start)
        case UInt8(ascii: "["): return JSONNode(value: .array(try array(depth: depth)), offset: start)
        case UInt8(ascii: "\""): return JSONNode(value: .text(try string()), offset: start)
        case let byte? where byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte):
            return JSONNode(value: .number(try number()), offset: start)
        case UInt8(ascii: "t"):
            try word("true")
            return JSONNode(value: .bool(true), offset: start)
        case UInt8(ascii: "f"):
            try word("false")
            return JSONNode(value: .bool(false), offset: start)
        case UInt8(ascii: "n"):
            try word("null")
            return JSONNode(value: .null, offset: start)
        default: throw failure("hier hoort een waarde te staan, maar er staat \(found)", expected: .value)
        }
    }

    private mutating func word(_ word: StaticString) throws(Failure) {
        for offset in 0..<word.utf8CodeUnitCount {
            guard current == word.utf8Start[offset] else { throw failure("bedoeld is \(word), maar er staat \(found)") }
            index += 1
        }
    }

    private mutating func object(depth: Int) throws(Failure) -> [JSONNode.Member] {
        var members: [JSONNode.Member] = []
        var keys: Set<String> = []
        index += 1
        skipSpace()
        if current == UInt8(ascii: "}") {
            index += 1
            return members
        }
        while true {
            guard current == UInt8(ascii: "\"") else {
                throw failure("hier hoort een sleutel tussen aanhalingstekens te staan, maar er staat \(found)", expected: .key)
            }
            let keyOffset = index
            let key = try string()
            guard keys.insert(key).inserted else {
                throw Failure(offset: keyOffset, message: "de sleutel \"\(key)\" staat hier twee keer; haal er één weg")
            }
            skipSpace()
            guard current == UInt8(ascii: ":") else {
                throw failure("na de sleutel \"\(key)\" hoort ‘:’ te staan, maar er staat \(found)", expected: .colon)
            }
            index += 1
            skipSpace()
            members.append(JSONNode.Member(key: key, keyOffset: keyOffset, node: try value(depth: depth + 1)))
            if try !hasMore(closing: UInt8(ascii: "}")) { return members }
        }
    }

    private mutating func array(depth: Int) throws(Failure) -> [JSONNode] {
        var items: [JSONNode] = []
        index += 1
        skipSpace()
        if current == UInt8(ascii: "]") {
            index += 1
            return items
        }
        while true {
            items.append(try value(depth: depth + 1))
            if try !hasMore(closing: UInt8(ascii: "]")) { return items }
        }
    }

    /// Reads the comma or the closing bracket after an item.
    private mutating func hasMore(closing: UInt8) throws(Failure) -> Bool {
        skipSpace()
        if current == closing {
            index += 1
            return false
        }
        guard current == UInt8(ascii: ",") else {
            let bracket = Character(Unicode.Scalar(closing))
            throw failure("hier hoort ‘,’ of ‘\(bracket)’ te staan, maar er staat \(found)", expected: .more(closing: closing))
        }
        index += 1
        skipSpace()
        return true
    }

    private mutating func number() throws(Failure) -> String {
        let start = index
        if current == UInt8(ascii: "-") { index += 1 }
        if current == UInt8(ascii: "0") { index += 1 } else { try digits() }
        if current == UInt8(ascii: ".") {
            index += 1
            try digits()
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            index += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
            try digits()
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits() throws(Failure) {
        let start = index
        while let current, current >= UInt8(ascii: "0"), current <= UInt8(ascii: "9") { index += 1 }
        guard index > start else { throw failure("hier hoort een cijfer te staan, maar er staat \(found)") }
    }

    private mutating func string() throws(Failure) -> String {
        index += 1
        var text: [UInt8] = []
        while true {
            guard let byte = current else { throw failure("de tekst heeft geen sluitend aanhalingsteken", expected: .text) }
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw failure("een tekst mag geen stuurteken bevatten (\(found)); schrijf \\n of haal het weg", expected: .text)
            case 0x80...: try multibyte(into: &text)
            default:
                text.append(byte)
                index += 1
            }
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(Failure) {
        index += 1
        guard let byte = current else { throw failure("de tekst breekt af na ‘\\’") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: String(try unicodeEscape()).utf8)
        default:
            index -= 1
            throw failure("na ‘\\’ mag \(found) niet staan")
        }
    }

    /// The character after `\u`, which may take two escapes.
    private mutating func unicodeEscape() throws(Failure) -> Character {
        let start = index
        var code = try hexadecimal()
        if code >= 0xD800, code < 0xDC00 {
            guard current == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "u") else {
                throw Failure(offset: start, message: "na een half teken (\\ud800-\\udbff) hoort de andere helft")
            }
            index += 2
            let low = try hexadecimal()
            guard low >= 0xDC00, low < 0xE000 else {
                throw Failure(offset: start, message: "na een half teken (\\ud800-\\udbff) hoort de andere helft")
            }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else {
            throw Failure(offset: start, message: "een half teken (\\udc00-\\udfff) zonder zijn eerste helft")
        }
        return Character(scalar)
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw failure("na \\u horen vier hexadecimale cijfers")
            }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }

    /// Takes over one character of several bytes, if it is valid UTF-8.
    private mutating func multibyte(into text: inout [UInt8]) throws(Failure) {
        let size =
            switch bytes[index] {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        let character = bytes[index..<min(index + size, bytes.count)]
        guard size > 0, character.count == size, String(validating: character, as: UTF8.self) != nil else {
            throw failure("dit is geen geldige UTF-8 (\(found)); sla het bestand op als UTF-8")
        }
        text.append(contentsOf: character)
        index += size
    }
}
