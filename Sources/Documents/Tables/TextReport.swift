extension TabularReport {
    /// The report for a terminal.
    /// - Parameter width: how many columns it has; nil when lines may be as long as they like.
    public func text(width: Int?) -> String {
        var page = Document()
        page.title(title)
        for fact in facts { page.field(fact.label, fact.text) }
        var text = page.text(width: width) + "\n"
        for table in tables {
            if let title = table.title { text += DisplayText.fitted(title, width: width) + "\n" }
            text += self.text(of: table, width: width) + "\n"
        }
        var end = Document()
        for section in sections { end.section(section.heading, section.lines) }
        return text + end.text(width: width)
    }

    private func text(of table: Table, width: Int?) -> String {
        var lines = TextTable(
            columns: table.columns.map { .init(heading: $0.heading, narrowest: $0.narrowest, alignsRight: $0.isNumber) })
        for row in table.rows { lines.add(row.map { $0.text }) }
        return lines.text(width: width)
    }
}
