/// What the standard library does for `String` outside its Embedded form.
extension String {
    /// The text with something else in place of every occurrence of a sign.
    public func replacing(sign: Unicode.Scalar, with replacement: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar == sign { result += replacement.unicodeScalars } else { result.append(scalar) }
        }
        return String(result)
    }

    /// Whether another text stands in this one, byte by byte; an empty one does.
    public func holds(_ other: String) -> Bool {
        Array(utf8).holds(Array(other.utf8))
    }
}

extension [UInt8] {
    /// Whether other bytes stand in these, one after another; none do.
    public func holds(_ other: [UInt8]) -> Bool {
        guard count >= other.count else { return false }
        return (0...count - other.count).contains { self[$0...].starts(with: other) }
    }
}

extension [String] {
    /// These texts in one, with a separator between. The library's `joined` looks up conformances, which costs a short process more than the rest of its search.
    public func line(_ separator: String) -> String {
        var line = ""
        for (place, text) in enumerated() {
            if place > 0 { line += separator }
            line += text
        }
        return line
    }
}
