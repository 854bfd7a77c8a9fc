import Glibc

/// What somebody typed, on whatever system.
enum TypedText {
    /// The words after the program's name.
    static var arguments: [String] {
        (1..<max(1, CommandLine.argc)).compactMap { place in
            CommandLine.unsafeArgv[Int(place)].map { word in
                String(validatingCString: word) ?? fromWindows(UnsafeRawBufferPointer(start: word, count: strlen(word)))
            }
        }
    }

    /// Text as UTF-8, and what is no UTF-8 as Windows-1252, which older programs write.
    static func decode(_ bytes: some Collection<UInt8>) -> String { String(validating: bytes, as: UTF8.self) ?? fromWindows(bytes) }

    /// A line without what arrows and other keys without a letter sent: they move nothing here, and are no words.
    static func withoutKeys(_ line: [UInt8]) -> [UInt8] {
        var words: [UInt8] = []
        var rest = line[...]
        while let byte = rest.popFirst() {
            guard byte == 0x1B else {
                words.append(byte)
                continue
            }
            // ESC [ 1 ; 5 A, ESC O P, or ESC and a letter.
            guard let mark = rest.popFirst(), mark == UInt8(ascii: "[") || mark == UInt8(ascii: "O") else { continue }
            while let next = rest.popFirst(), !(0x40...0x7E).contains(next) {}
        }
        return words
    }

    /// The words of a command line as a shell would part them: what stands in quotes stays together.
    static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character.isWhitespace {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }

    private static func fromWindows(_ bytes: some Collection<UInt8>) -> String {
        // The bytes from 0x80 to 0x9F; the others are those of Unicode.
        let marks = "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
        let scalars = Array(marks.unicodeScalars)
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append((0x80..<0xA0).contains(byte) ? scalars[Int(byte) - 0x80] : UnicodeScalar(byte)) }
        return String(text)
    }
}
