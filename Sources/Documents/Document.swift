/// A page of headed paragraphs, fields and lists, to be written in several formats.
public struct Document {
    /// A part of the page, in the order in which it is read.
    private enum Block {
        case title(String)
        case heading(String)
        case subheading(String)
        case paragraph(String)
        /// What to mind before anything else.
        case notice(String)
        /// A label with its text.
        case field(String, String)
        /// The label of the items that follow.
        case label(String)
        case item(String)
        case subitem(String)
        case numbered(Int, String)
    }

    private var blocks: [Block] = []

    package init() {}

    /// A page of one paragraph.
    package init(paragraph: String) { self.paragraph(paragraph) }

    package mutating func title(_ title: String) { blocks.append(.title(title)) }

    package mutating func heading(_ heading: String) { blocks.append(.heading(heading)) }

    mutating func subheading(_ heading: String) { blocks.append(.subheading(heading)) }

    /// A paragraph; nothing when there is no text.
    package mutating func paragraph(_ paragraph: String) { if !paragraph.isEmpty { blocks.append(.paragraph(paragraph)) } }

    /// What to mind before anything else, such as where to turn in danger.
    package mutating func notice(_ notice: String) { blocks.append(.notice(notice)) }

    /// A label with its text; nothing when there is no text.
    package mutating func field(_ label: String, _ value: String) { if !value.isEmpty { blocks.append(.field(label, value)) } }

    /// A label with a list; nothing when the list is empty.
    package mutating func items(_ label: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        blocks.append(.label(label))
        for value in values { item(value) }
    }

    /// A heading with a list; nothing when the list is empty.
    package mutating func section(_ heading: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        self.heading(heading)
        for value in values { item(value) }
    }

    package mutating func item(_ value: String) { blocks.append(.item(value)) }

    package mutating func subitem(_ value: String) { blocks.append(.subitem(value)) }

    /// An item by which something is chosen.
    package mutating func numbered(_ number: Int, _ value: String) { blocks.append(.numbered(number, value)) }

    /// The page for a terminal.
    /// - Parameter width: how many columns it has; nil when lines may be as long as they like.
    public func text(width: Int?) -> String {
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
            case .notice(let notice): text += wrap("Let op: \(notice)", width, indent: 0) + "\n"
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
    public func markdown() -> String {
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
        case .notice(let notice): (Markdown.escaped("Let op: \(notice)"), false)
        case .field(let label, let value): ("- **\(Markdown.escaped(label))**: \(Markdown.escaped(value))", true)
        case .label(let label): ("- **\(Markdown.escaped(label))**:", true)
        case .item(let value): ("  - \(Markdown.escaped(value))", true)
        case .subitem(let value): ("    - \(Markdown.escaped(value))", true)
        case .numbered(let number, let value): ("\(number). \(Markdown.escaped(value))", true)
        }
    }
}

extension Document {
    /// The blocks of the page, each with its kind and text, for a page that draws them itself.
    public var value: JSONValue { .list(blocks.map { Document.value($0) }) }

    private static func value(_ part: Block) -> JSONValue {
        func block(_ kind: String, _ text: String, _ more: (String, JSONValue)...) -> JSONValue {
            .object([("kind", .text(kind)), ("text", .text(text))] + more)
        }
        return switch part {
        case .title(let text): block("title", text)
        case .heading(let text): block("heading", text)
        case .subheading(let text): block("subheading", text)
        case .paragraph(let text): block("paragraph", text)
        case .notice(let text): block("notice", text)
        case .field(let label, let text): block("field", text, ("label", .text(label)))
        case .label(let text): block("label", text)
        case .item(let text): block("item", text)
        case .subitem(let text): block("subitem", text)
        case .numbered(let number, let text): block("numbered", text, ("number", .number(number)))
        }
    }
}

extension Document {
    /// The page as HTML without scripts or styles, with end tags only where HTML asks for them.
    /// - Parameter level: the number of the heading that its title becomes, 1 to 4.
    public func html(level: Int) -> String {
        var html = ""
        var depth = 0
        for block in blocks {
            let (line, listDepth) = element(block, level)
            while depth < listDepth { (html, depth) = (html + "<ul>", depth + 1) }
            while depth > listDepth { (html, depth) = (html + "</ul>", depth - 1) }
            html += line + "\n"
        }
        return html + String(repeating: "</ul>", count: depth)
    }

    private func element(_ block: Block, _ level: Int) -> (String, listDepth: Int) {
        func heading(_ below: Int, _ text: String) -> String { "<h\(level + below)>\(HTML.escaped(text))</h\(level + below)>" }
        return switch block {
        case .title(let text): (heading(0, text), 0)
        case .heading(let text): (heading(1, text), 0)
        case .subheading(let text): (heading(2, text), 0)
        case .paragraph(let text): ("<p>\(HTML.escaped(text))", 0)
        case .notice(let text): ("<p><b>Let op:</b> \(HTML.escaped(text))", 0)
        case .field(let label, let text): ("<p><b>\(HTML.escaped(label)):</b> \(HTML.escaped(text))", 0)
        case .label(let text): ("<p><b>\(HTML.escaped(text)):</b>", 0)
        case .item(let text): ("<li>\(HTML.escaped(text))", 1)
        case .subitem(let text): ("<li>\(HTML.escaped(text))", 2)
        case .numbered(let number, let text): ("<li>\(number). \(HTML.escaped(text))", 1)
        }
    }
}

/// Text in Markdown.
package enum Markdown {
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
