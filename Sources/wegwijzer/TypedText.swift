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

    private static func fromWindows(_ bytes: some Collection<UInt8>) -> String {
        // The bytes from 0x80 to 0x9F; the others are those of Unicode.
        let marks = "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
        let scalars = Array(marks.unicodeScalars)
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append((0x80..<0xA0).contains(byte) ? scalars[Int(byte) - 0x80] : UnicodeScalar(byte)) }
        return String(text)
    }
}
