/// What is wrong with the parts of a page, in one English sentence for who builds it.
struct PageFault: Error, Equatable {
    var message: String
}

/// A page with placeholders: `{{name}}`.
struct PageTemplate {
    /// What a page is filled with.
    enum Placeholder: String, CaseIterable {
        case policy, version, date, styles, script, text, engine, catalogue

        /// The element whose whole content a placeholder is part of; nil when it stands elsewhere.
        var element: String? {
            switch self {
            case .styles: "style"
            case .script, .engine, .catalogue: "script"
            case .text: "noscript"
            case .policy, .version, .date: nil
            }
        }
    }

    private enum Part: Equatable {
        case text(String)
        case placeholder(Placeholder)
    }

    private var parts: [Part] = []

    /// - Throws: `PageFault` when a placeholder is missing, unknown, or stands where it cannot be filled in.
    init(_ source: String) throws(PageFault) {
        // A browser takes a carriage return away, and then what was hashed is not what it sees.
        guard !source.unicodeScalars.contains("\r") else { throw PageFault(message: "the template holds carriage returns") }
        let pieces = source.split(separator: "{{", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() {
            guard index > 0 else {
                parts.append(.text(String(piece)))
                continue
            }
            guard let end = piece.firstRange(of: "}}"), let placeholder = Placeholder(rawValue: String(piece[..<end.lowerBound])) else {
                throw PageFault(message: "the template holds a placeholder that is not known: {{\(piece.prefix(30))")
            }
            parts.append(.placeholder(placeholder))
            parts.append(.text(String(piece[end.upperBound...])))
        }
        try check()
    }

    private func check() throws(PageFault) {
        for placeholder in Placeholder.allCases {
            let count = parts.count { $0 == .placeholder(placeholder) }
            guard count > 0 else { throw PageFault(message: "the template has no {{\(placeholder.rawValue)}}") }
            if placeholder.element != nil {
                guard count == 1 else { throw PageFault(message: "the template has {{\(placeholder.rawValue)}} more than once") }
                _ = try content(around: placeholder, with: [:])
            }
        }
    }

    /// The page.
    func filled(with values: [Placeholder: String]) -> String { PageTemplate.filled(parts, with: values) }

    private static func filled(_ parts: some Sequence<Part>, with values: [Placeholder: String]) -> String {
        parts.reduce(into: "") { text, part in
            switch part {
            case .text(let piece): text += piece
            case .placeholder(let placeholder): text += values[placeholder] ?? ""
            }
        }
    }

    /// The whole content of the element that a placeholder stands in, as a browser sees it.
    func content(around placeholder: Placeholder, with values: [Placeholder: String]) throws(PageFault) -> String {
        let misplaced = PageFault(message: "{{\(placeholder.rawValue)}} does not stand in the element that it belongs in")
        guard let element = placeholder.element, let place = parts.firstIndex(of: .placeholder(placeholder)) else { throw misplaced }
        let before = PageTemplate.filled(parts[..<place], with: values)
        let after = PageTemplate.filled(parts[(place + 1)...], with: values)
        guard let start = before.ranges(of: "<\(element)").last, let open = before[start.upperBound...].firstRange(of: ">"),
            let end = after.firstRange(of: "</\(element)>")
        else { throw misplaced }
        let (head, tail) = (before[open.upperBound...], after[..<end.lowerBound])
        guard !head.contains("<"), !tail.contains("<") else { throw misplaced }
        return head + (values[placeholder] ?? "") + tail
    }
}
