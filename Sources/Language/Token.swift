/// A word, a number or a sign of a text.
public struct Token: Sendable {
    /// What a token is.
    public enum Form: Sendable {
        case word
        /// Digits only; `value` holds it in twelfths, so that “1,5” years are 18 months exactly.
        case number(twelfths: Int32)
        /// One of + < > ≤ ≥, which mean something beside a number.
        case sign
    }

    /// What stands between this token and the one before.
    public enum Gap: Sendable {
        case start, nothing, space, hyphen, comma, stop
    }

    /// What it is.
    public let form: Form
    /// What stands before it.
    public let gap: Gap
    /// Folded letters and digits, or the sign.
    public let folded: [UInt8]
    /// Where it stands in the text, as UTF-8 offsets.
    public let range: Range<Int>

    /// A token that is put together, not read.
    package init(form: Form, gap: Gap, folded: [UInt8], range: Range<Int>) {
        (self.form, self.gap, self.folded, self.range) = (form, gap, folded, range)
    }

    /// Whether it is a word, not a number or a sign.
    public var isWord: Bool { if case .word = form { true } else { false } }

    /// The number's value in twelfths; nil for a word or a sign.
    public var twelfths: Int32? { if case .number(let value) = form { value } else { nil } }
}

/// Cuts a text into tokens.
public struct Tokenizer {
    /// A longer text is cut off: no question is that long, and memory stays bounded.
    public static let longest = 20_000

    private var tokens: [Token] = []
    private var word: [UInt8] = []
    private var start = 0
    private var digits = false
    private var gap = Token.Gap.start

    /// The tokens of a text, in order.
    public static func tokens(_ text: String) -> [Token] {
        var tokenizer = Tokenizer()
        tokenizer.read(text)
        return tokenizer.tokens
    }

    private mutating func read(_ text: String) {
        var offset = 0
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index != scalars.endIndex, offset < Tokenizer.longest {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            let isDigit = scalar.value >= 0x30 && scalar.value <= 0x39
            // “12jr” is a number and a unit; “yc18” is one word.
            if !word.isEmpty, digits, !isDigit, scalar.properties.isAlphabetic { close(at: offset, then: .nothing) }
            if isDigit, endsUnit { close(at: offset, then: .nothing) }
            if word.isEmpty {
                start = offset
                digits = isDigit
            }
            if let part = Tokenizer.part(scalar), word.isEmpty || digits, !word.contains(0x2E) {
                digits = true
                word += word.isEmpty ? [0x30] + part : part
            } else if Folding.append(scalar, to: &word) {
                // part of the word
            } else if digits, !word.isEmpty, scalar == "," || scalar == ".", next != scalars.endIndex,
                scalars[next].value >= 0x30, scalars[next].value <= 0x39
            {
                word.append(0x2E)
            } else {
                close(at: offset, then: nil)
                sign(scalar, at: offset)
            }
            offset += Unicode.UTF8.width(scalar)
            index = next
        }
        close(at: offset, then: nil)
    }

    /// Whether the letters before a digit are a unit or a link, and the digit begins a number: “3j9m”, “0t/m4”, “8tm12”.
    private var endsUnit: Bool {
        guard !digits, !word.isEmpty, let last = tokens.last else { return false }
        if gap == .nothing, last.twelfths != nil { return true }
        return gap == .hyphen && word == [0x6D] && last.folded == [0x74]
    }

    /// ¼, ½ and ¾ as the digits behind a point.
    private static func part(_ scalar: Unicode.Scalar) -> [UInt8]? {
        switch scalar.value {
        case 0xBC: [0x2E, 0x32, 0x35]
        case 0xBD: [0x2E, 0x35]
        case 0xBE: [0x2E, 0x37, 0x35]
        default: nil
        }
    }

    private mutating func close(at end: Int, then next: Token.Gap?) {
        guard !word.isEmpty else { return }
        if let value = number() {
            tokens.append(Token(form: .number(twelfths: value), gap: gap, folded: word, range: start..<end))
        } else {
            tokens.append(Token(form: .word, gap: gap, folded: word, range: start..<end))
        }
        word = []
        gap = next ?? .nothing
        start = end
    }

    /// The value of the digits read, in twelfths; nil if they are no plausible number.
    private func number() -> Int32? {
        guard digits, word.count <= 6 else { return nil }
        var whole: Int32 = 0
        var part: Int32 = 0
        var unit: Int32 = 0
        for byte in word {
            if byte == 0x2E {
                guard unit == 0 else { return nil }
                unit = 1
                continue
            }
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            let digit = Int32(byte - 0x30)
            if unit == 0 { whole = whole * 10 + digit } else { (part, unit) = (part * 10 + digit, unit * 10) }
        }
        return whole * 12 + (unit > 1 ? part * 12 / unit : 0)
    }

    private mutating func sign(_ scalar: Unicode.Scalar, at offset: Int) {
        switch scalar.value {
        case 0x2B, 0x3C, 0x3E, 0x2264, 0x2265:
            let width = Unicode.UTF8.width(scalar)
            tokens.append(Token(form: .sign, gap: gap, folded: Tokenizer.folded(sign: scalar), range: offset..<offset + width))
            gap = .nothing
        case 0x3D: join(offset)
        case 0x2D, 0x2010...0x2015, 0x2212, 0x2F: widen(.hyphen)
        case 0x2C: widen(.comma)
        case 0x2E, 0x3A, 0x3B, 0x21, 0x3F, 0x0A: widen(.stop)
        default: widen(.space)
        }
    }

    /// An equals sign that belongs to the sign before it: “<= 5”.
    private mutating func join(_ offset: Int) {
        guard let last = tokens.last, case .sign = last.form, last.range.upperBound == offset, last.folded.count == 1 else {
            return widen(.space)
        }
        let range = last.range.lowerBound..<offset + 1
        tokens[tokens.count - 1] = Token(form: .sign, gap: last.gap, folded: last.folded + [0x3D], range: range)
    }

    /// A sign as it is typed on a keyboard: ≤ is <=.
    private static func folded(sign: Unicode.Scalar) -> [UInt8] {
        switch sign.value {
        case 0x2264: [0x3C, 0x3D]
        case 0x2265: [0x3E, 0x3D]
        default: [UInt8(truncatingIfNeeded: sign.value)]
        }
    }

    /// The strongest separator wins: “4 - 12” is hyphenated, “school. Vader” stops.
    private mutating func widen(_ other: Token.Gap) {
        func strength(_ gap: Token.Gap) -> Int {
            switch gap {
            case .start: 5
            case .nothing: 0
            case .space: 1
            case .hyphen: 2
            case .comma: 3
            case .stop: 4
            }
        }
        if strength(other) > strength(gap) { gap = other }
    }
}
