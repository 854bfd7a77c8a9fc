import Language

extension TabularReport {
    /// The report as Markdown with tables (GitHub's).
    public func markdown() -> String {
        var text = "# \(Markdown.escaped(title))\n\n"
        for fact in facts { text += "- **\(Markdown.escaped(fact.label))**: \(Markdown.escaped(fact.text))\n" }
        for table in tables {
            text += "\n"
            if let title = table.title { text += "## \(Markdown.escaped(title))\n\n" }
            text += Self.line(table.columns.map { Markdown.escaped($0.heading) })
            text += Self.line(table.columns.map { $0.isNumber ? "---:" : "---" })
            for row in table.rows { text += Self.line(row.map { Markdown.cell($0) }) }
        }
        for section in sections where !section.lines.isEmpty {
            text += "\n## \(Markdown.escaped(section.heading))\n\n" + section.lines.map { "- \(Markdown.escaped($0))\n" }.joined()
        }
        return text
    }

    private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
}

extension Markdown {
    /// A cell on one line; a link is one.
    static func cell(_ cell: Cell) -> String {
        switch cell {
        case .link(let title, let url): link(Cell.Link(title: title, url: url))
        case .links(let links): links.map { link($0) }.joined(separator: "; ")
        case .empty, .text, .number: escaped(cell.text)
        }
    }

    private static func link(_ link: Cell.Link) -> String {
        guard WebAddress.isWellFormed(link.url) else { return escaped(link.title) }
        let address = link.url.replacing(sign: "(", with: "%28").replacing(sign: ")", with: "%29").replacing(sign: "|", with: "%7C")
        return "[\(escaped(link.title))](\(address))"
    }
}
