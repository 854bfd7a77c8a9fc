import Language

/// Text as a terminal shows it.
public enum DisplayText {
    /// Lines that fit a terminal.
    /// - Parameters:
    ///   - text: what is to be shown; what could steer the terminal is taken out.
    ///   - width: how many columns it has; nil when lines may be as long as they like.
    public static func fitted(_ text: String, width: Int?) -> String {
        let clean = clean(text)
        guard let width else { return clean + "\n" }
        return indented(clean, width: width, indent: 0)
    }

    /// A text without anything that would move the cursor or change direction: control characters and invisible marks.
    package static func clean(_ text: String) -> String {
        // Plain ASCII is most of all text, and needs no look at its characters.
        let isPlain = text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
        if isPlain ?? false || !text.unicodeScalars.contains(where: { $0.isUnseen }) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(scalar.isUnseen ? " " : scalar) }
        return String(scalars)
    }

    /// How many columns a text takes: marks none, wide signs two.
    package static func width(_ text: some StringProtocol) -> Int {
        if text.utf8.withContiguousStorageIfAvailable({ $0.allSatisfy { $0 < 0x80 } }) ?? false { return text.utf8.count }
        var width = 0
        for scalar in text.unicodeScalars {
            // Signs of which none joins the one before it; beyond these, characters must be told apart.
            guard (0x20..<0x300).contains(scalar.value) || (0x2010..<0x2028).contains(scalar.value) else {
                return text.reduce(0) { $0 + self.width($1) }
            }
            width += 1
        }
        return width
    }

    private static func width(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x300...0x36F: return 0
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    /// Lines of at most `width` columns that stand `indent` from the left, the first one `first`.
    package static func indented(_ text: String, width: Int, first: Int = 0, indent: Int) -> String {
        var indented = ""
        for line in wrap(text, width: max(20, width - max(first, indent))) {
            indented += String(repeating: " ", count: indented.isEmpty ? first : indent)
            indented.append(contentsOf: line)
            indented += "\n"
        }
        return indented
    }

    /// The widest word of a text.
    static func longestWord(_ text: String) -> Int { text.split(separator: " ").map { width($0) }.max() ?? 0 }

    /// Lines of at most `width` columns; words wider than that are cut, with a hyphen between letters.
    package static func lines(_ text: String, width: Int) -> [Substring] {
        guard width > 1, longestWord(text) > width else { return wrap(text, width: width) }
        let words = text.split(separator: " ").map { self.width($0) > width ? cut($0, width: width) : String($0) }
        return wrap(words.line(" "), width: width)
    }

    /// A word in parts that fit, with blanks between: between syllables where it can be, room for the hyphen kept.
    private static func cut(_ word: Substring, width: Int) -> String {
        var parts = ""
        var rest = Array(word)
        while rest.reduce(0, { $0 + self.width($1) }) > width {
            var count = 0
            var used = 0
            while count < rest.count, used + self.width(rest[count]) <= width - 1 {
                used += self.width(rest[count])
                count += 1
            }
            count = Syllables.cut(rest, notAfter: max(1, count))
            parts += String(rest[..<count]) + (rest[count - 1].isLetter && rest[count].isLetter ? "- " : " ")
            rest.removeFirst(count)
        }
        return parts + String(rest)
    }

    /// Lines of at most `width` columns, broken between words; a longer word stands alone on its line.
    package static func wrap(_ text: String, width: Int) -> [Substring] {
        if self.width(text) <= width { return [text[...]] }
        var lines: [Substring] = []
        var start = text.startIndex
        var end = start
        var used = 0
        for word in text.split(separator: " ") {
            let size = self.width(word)
            if used > 0, used + 1 + size > width {
                lines.append(text[start..<end])
                used = 0
            }
            if used == 0 { start = word.startIndex } else { used += 1 }
            used += size
            end = word.endIndex
        }
        lines.append(text[start..<end])
        return lines
    }
}
