/// A page of headed paragraphs, fields and lists, to be written in several formats.
struct Document {
    /// A part of the page, in the order in which it is read.
    private enum Block {
        case title(String)
        case heading(String)
        case subheading(String)
        case paragraph(String)
        /// A label with its text.
        case field(String, String)
        /// The label of the items that follow.
        case label(String)
        case item(String)
        case subitem(String)
        case numbered(Int, String)
    }

    private var blocks: [Block] = []

    mutating func title(_ title: String) { blocks.append(.title(title)) }

    mutating func heading(_ heading: String) { blocks.append(.heading(heading)) }

    mutating func subheading(_ heading: String) { blocks.append(.subheading(heading)) }

    /// A paragraph; nothing when there is no text.
    mutating func paragraph(_ paragraph: String) { if !paragraph.isEmpty { blocks.append(.paragraph(paragraph)) } }

    /// A label with its text; nothing when there is no text.
    mutating func field(_ label: String, _ value: String) { if !value.isEmpty { blocks.append(.field(label, value)) } }

    /// A label with a list; nothing when the list is empty.
    mutating func items(_ label: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        blocks.append(.label(label))
        for value in values { item(value) }
    }

    /// A heading with a list; nothing when the list is empty.
    mutating func section(_ heading: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        self.heading(heading)
        for value in values { item(value) }
    }

    mutating func item(_ value: String) { blocks.append(.item(value)) }

    mutating func subitem(_ value: String) { blocks.append(.subitem(value)) }

    /// An item by which something is chosen.
    mutating func numbered(_ number: Int, _ value: String) { blocks.append(.numbered(number, value)) }

    /// The page for a terminal.
    /// - Parameter width: how many columns it has; nil when lines may be as long as they like.
    func text(width: Int?) -> String {
        var text = ""
        var isNumbered = false
        for block in blocks {
            let wasNumbered = isNumbered
            isNumbered = if case .numbered = block { true } else { false }
            let isHeading = if case .heading = block { true } else { false }
            // What begins something new stands apart: a heading, and a list to choose from.
            if isHeading || isNumbered && !wasNumbered, !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
            switch block {
            case .title(let title):
                let clean = DisplayText.clean(title)
                text += wrap(clean, width, indent: 0)
                text += String(repeating: "═", count: min(DisplayText.width(clean), width ?? .max)) + "\n"
            case .heading(let heading): text += wrap(heading, width, indent: 0)
            case .subheading(let heading): text += wrap(heading, width, indent: 2)
            case .paragraph(let paragraph): text += wrap(paragraph, width, indent: 0) + "\n"
            case .field(let label, let value): text += wrap("\(label): \(value)", width, indent: 2)
            case .label(let label): text += wrap("\(label):", width, indent: 2)
            case .item(let value): text += wrap("- \(value)", width, indent: 4)
            case .subitem(let value): text += wrap("· \(value)", width, indent: 6)
            case .numbered(let number, let value): text += wrap("\(number)  \(value)", width, first: number < 10 ? 1 : 0, indent: 4)
            }
        }
        return text
    }

    private func wrap(_ value: String, _ width: Int?, first: Int? = nil, indent: Int) -> String {
        let first = first ?? max(0, indent - 2)
        let clean = DisplayText.clean(value)
        guard let width else { return String(repeating: " ", count: first) + clean + "\n" }
        return DisplayText.indented(clean, width: width, first: first, indent: indent)
    }

    /// The page as Markdown (CommonMark).
    func markdown() -> String {
        var text = ""
        var isList = false
        for block in blocks {
            let (line, belongsToList) = markdown(block)
            // A list ends, and anything else begins, with an empty line.
            if !text.isEmpty, !(isList && belongsToList) { text += "\n" }
            text += line + "\n"
            isList = belongsToList
        }
        return text
    }

    private func markdown(_ block: Block) -> (String, isListItem: Bool) {
        switch block {
        case .title(let title): ("# \(Markdown.escaped(title))", false)
        case .heading(let heading): ("## \(Markdown.escaped(heading))", false)
        case .subheading(let heading): ("### \(Markdown.escaped(heading))", false)
        case .paragraph(let paragraph): (Markdown.escaped(paragraph), false)
        case .field(let label, let value): ("- **\(Markdown.escaped(label))**: \(Markdown.escaped(value))", true)
        case .label(let label): ("- **\(Markdown.escaped(label))**:", true)
        case .item(let value): ("  - \(Markdown.escaped(value))", true)
        case .subitem(let value): ("    - \(Markdown.escaped(value))", true)
        case .numbered(let number, let value): ("\(number). \(Markdown.escaped(value))", true)
        }
    }
}

/// Text in Markdown.
enum Markdown {
    /// A text that stands for itself: nothing in it is taken for markup.
    static func escaped(_ text: String) -> String {
        var escaped: [UInt8] = []
        for byte in DisplayText.clean(text).utf8 {
            switch byte {
            // \\ ` * _ [ ] < > # | ~ &
            case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x3C, 0x3E, 0x23, 0x7C, 0x7E, 0x26: escaped += [0x5C, byte]
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
