import Testing

/// The arguments of cases are printed one case a line: long ones are cut, in the tests of every module.
extension Array: @retroactive CustomTestStringConvertible {
    /// As many elements as fit.
    public var testDescription: String {
        var text = ""
        for element in self where text.count <= longestCase {
            text += (text.isEmpty ? "" : ", ") + String(describingForTest: element).prefix(longestCase)
        }
        return "[" + (text.count > longestCase ? text.prefix(longestCase) + "… \(count) in all" : text) + "]"
    }
}

private let longestCase = 40

/// A text that is too long to be printed for every case.
struct LongText: CustomTestStringConvertible, ExpressibleByStringLiteral, ExpressibleByStringInterpolation, Sendable {
    let text: String

    init(stringLiteral text: String) { self.text = text }

    var testDescription: String { text.count > longestCase ? text.prefix(longestCase) + "…" : text }
}
