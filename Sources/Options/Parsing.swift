/// What a command line asks for.
public struct Invocation: Sendable {
    /// The words that are no options, in order.
    public var operands: [String] = []
    /// In the order given; a list, because there are few and a dictionary would cost more than the whole search.
    private var given: [(option: String, value: String)] = []

    /// Whether any option was given.
    public var hasOptions: Bool { !given.isEmpty }

    /// Whether an option was given.
    public func has(_ option: String) -> Bool { given.contains { $0.option == option } }

    /// All values of an option, in order.
    public func values(_ option: String) -> [String] { given.filter { $0.option == option }.map { $0.value } }

    /// The last value of an option.
    public func value(_ option: String) -> String? { given.last { $0.option == option }?.value }

    /// The last value of an option that takes a number.
    public func number(_ option: String) -> Int? { value(option).flatMap { Int($0) } }

    mutating func add(_ value: String, to option: Option) { given.append((option.name, value)) }
}

/// A command line that cannot be carried out, with what to do about it.
public struct UsageError: Error, Sendable {
    public let message: String
    public init(_ message: String) { self.message = message }
}

extension Command {
    /// Reads the words after the command's name, by GNU conventions: `--name=value`, `--name value`, `-n value`, `--` ends the options.
    /// - Parameters:
    ///   - arguments: the words.
    ///   - suggest: what a mistyped word may have meant.
    /// - Throws: `UsageError` with a Dutch sentence.
    public func parse(
        _ arguments: [String], suggest: (String, [String]) -> String?
    ) throws(UsageError) -> Invocation {
        var invocation = Invocation()
        var rest = arguments[...]
        while let word = rest.popFirst() {
            if word == "--" {
                invocation.operands += rest
                break
            }
            let word = retyped(word)
            if word.hasPrefix("--") {
                try readLong(word, &rest, &invocation, suggest)
            } else if word.hasPrefix("-"), word.count > 1, !Command.isNegativeNumber(word) {
                try readShort(word, &rest, &invocation, suggest)
            } else {
                invocation.operands.append(word)
            }
        }
        try checkOperands(invocation)
        return invocation
    }

    /// An option with the dash that a word processor makes of hyphens, “—aantal”, as it was meant; any other word as it is.
    private func retyped(_ word: String) -> String {
        let dashes: [Unicode.Scalar] = ["\u{2010}", "\u{2011}", "\u{2012}", "–", "—", "\u{2015}", "\u{2212}"]
        let body = word.unicodeScalars.drop { dashes.contains($0) || $0 == "-" }
        guard let first = word.unicodeScalars.first, dashes.contains(first) else { return word }
        let name = String(String.UnicodeScalarView(body.prefix { $0 != "=" }))
        if options.contains(where: { $0.name == name }) { return "--" + String(String.UnicodeScalarView(body)) }
        if options.contains(where: { $0.short.map { String($0) } == name }) { return "-" + String(String.UnicodeScalarView(body)) }
        // Where no words belong, it can be nothing but an option.
        return operand == nil ? "--" + String(String.UnicodeScalarView(body)) : word
    }

    /// “-5 mnd” in a question is a number, not an option.
    private static func isNegativeNumber(_ word: String) -> Bool { word.dropFirst().first?.isNumber == true }

    private func readLong(
        _ word: String, _ rest: inout ArraySlice<String>, _ invocation: inout Invocation, _ suggest: (String, [String]) -> String?
    ) throws(UsageError) {
        // By code points: a value that begins with a combining mark would make one character with the equals sign.
        let parts = word.unicodeScalars.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? Substring.UnicodeScalarView())
        guard let option = options.first(where: { $0.name == name }) else {
            let advice = suggest(name, options.map { $0.name }).map { "bedoelt u --\($0)?" } ?? "`wegwijzer \(self.name) --help` noemt ze"
            throw UsageError("de optie --\(name) bestaat niet bij `\(self.name)`; \(advice)")
        }
        try read(option, "--\(name)", given: parts.count > 1 ? String(parts[1]) : nil, &rest, &invocation, suggest)
    }

    private func readShort(
        _ word: String, _ rest: inout ArraySlice<String>, _ invocation: inout Invocation, _ suggest: (String, [String]) -> String?
    ) throws(UsageError) {
        var letters = word.unicodeScalars.dropFirst()
        while let letter = letters.popFirst() {
            guard let option = options.first(where: { $0.short == Character(letter) }) else {
                let asWord = operand == nil ? "" : "; een woord dat met een streepje begint, krijgt -- voor zich"
                throw UsageError("de optie -\(letter) bestaat niet bij `\(name)`; `wegwijzer \(name) --help` noemt ze\(asWord)")
            }
            if case .flag = option.value {
                invocation.add("", to: option)
            } else {
                try read(option, "-\(letter)", given: letters.isEmpty ? nil : String(letters), &rest, &invocation, suggest)
                return
            }
        }
    }

    private func read(
        _ option: Option, _ written: String, given: String?, _ rest: inout ArraySlice<String>, _ invocation: inout Invocation,
        _ suggest: (String, [String]) -> String?
    ) throws(UsageError) {
        if case .flag = option.value {
            guard given == nil else { throw UsageError("\(written) krijgt geen waarde") }
            invocation.add("", to: option)
            return
        }
        guard let value = given ?? rest.popFirst() else {
            throw UsageError("na \(written) hoort een waarde: \(option.placeholder)")
        }
        switch option.value {
        case .flag, .text: break
        case .number(_, let allowed):
            guard let number = Int(value), allowed.contains(number) else {
                throw UsageError("\(written) krijgt een getal van \(allowed.lowerBound) tot en met \(allowed.upperBound), niet ‘\(value)’")
            }
        case .choice(let words):
            guard words.contains(value) else {
                let near = suggest(value, words).map { "bedoelt u \($0)? Kies" } ?? "kies"
                throw UsageError("\(written) kent ‘\(value)’ niet; \(near) uit: \(words.joined(separator: ", "))")
            }
        }
        invocation.add(value, to: option)
    }

    private func checkOperands(_ invocation: Invocation) throws(UsageError) {
        let count = invocation.operands.count
        guard let operand else {
            guard count == 0 else {
                throw UsageError("`\(name)` krijgt geen ‘\(invocation.operands[0])’; `wegwijzer \(name) --help` zegt wat wel")
            }
            return
        }
        if invocation.has("help") { return }
        if count < operand.count.lowerBound { throw UsageError("`\(name)` wil nog weten: \(operand.name) (\(operand.help))") }
        if count > operand.count.upperBound {
            throw UsageError("`\(name)` krijgt hoogstens \(operand.count.upperBound) keer \(operand.name)")
        }
    }
}
