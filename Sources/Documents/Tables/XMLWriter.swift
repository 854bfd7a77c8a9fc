import Language

/// XML that grows in one buffer.
package struct XMLWriter {
    private(set) var bytes: [UInt8]

    init(capacity: Int = 1024) {
        bytes = []
        bytes.reserveCapacity(capacity)
        markup(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#)
        markup("\n")
    }

    /// Markup, as it is.
    mutating func markup(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    mutating func markup(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

    mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    /// Text in an element or between double quotes: nothing in it is taken for markup, and what XML does not allow is left out.
    ///
    /// Line ends are not escaped: XML reads each of the three kinds as one newline, and a cell knows no other.
    mutating func text(_ text: String) { escape(XMLWriter.allowed(text), isCell: false) }

    /// Text of a cell, at most as long as a cell can hold.
    mutating func cell(_ text: String) { escape(XMLWriter.shortened(XMLWriter.allowed(text)), isCell: true) }

    /// - Parameter isCell: whether `_x000D_` would be read as the character of that number (ST_Xstring).
    private mutating func escape(_ text: String, isCell: Bool) {
        var text = text
        text.withUTF8 { source in
            // What needs no escape is copied in one go.
            var start = 0
            for (index, byte) in source.enumerated() {
                let escape: StaticString
                switch byte {
                case 0x26: escape = "&amp;"
                case 0x3C: escape = "&lt;"
                case 0x3E: escape = "&gt;"
                case 0x22: escape = "&quot;"
                case 0x5F where isCell && XMLWriter.isCharacterNumber(source[index...]): escape = "_x005F_"
                default: continue
                }
                bytes.append(contentsOf: source[start..<index])
                escape.withUTF8Buffer { bytes.append(contentsOf: $0) }
                start = index + 1
            }
            bytes.append(contentsOf: source[start...])
        }
    }

    /// Whether it begins with `_x`, four hexadecimal digits and `_`.
    private static func isCharacterNumber(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let bytes = bytes.prefix(7)
        guard bytes.count == 7, bytes[bytes.startIndex + 1] == 0x78, bytes[bytes.startIndex + 6] == 0x5F else { return false }
        return bytes.dropFirst(2).prefix(4).allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0 & 0xDF) }
    }

    /// The text without what XML 1.0 does not allow, not even by number, and without marks that change how a line is shown unseen.
    private static func allowed(_ text: String) -> String {
        if text.unicodeScalars.allSatisfy(isAllowed) { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter(isAllowed)))
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        default: !scalar.isUnseen
        }
    }

    /// How many UTF-16 units a cell can hold.
    private static let longest = 32_767

    private static func shortened(_ text: String) -> String {
        // UTF-16 never has more units than UTF-8.
        guard text.utf8.count > longest, text.utf16.count > longest else { return text }
        var end = text.utf16.index(text.startIndex, offsetBy: longest - 1)
        // Not in the middle of a character that takes two units.
        if end.samePosition(in: text.unicodeScalars) == nil { end = text.utf16.index(before: end) }
        return String(text[..<end]) + "…"
    }
}
