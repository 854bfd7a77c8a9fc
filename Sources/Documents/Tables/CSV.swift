import Language

extension TabularReport {
    /// The rows as CSV (RFC 4180), UTF-8.
    /// - Parameters:
    ///   - separator: one character between cells; Dutch and Flemish Excel expects a semicolon.
    ///   - isPlain: for programs: without the byte-order mark that makes Excel read UTF-8, without the column that says what was selected, and
    ///     without an apostrophe before what a spreadsheet would take for a formula.
    public func csv(separator: Character, isPlain: Bool) -> String {
        var table = flat()
        if !isPlain {
            let selection = facts.map { "\($0.label): \($0.text)" }.joined(separator: " | ")
            table.columns.append(Table.Column(id: "selectie", heading: "Selectie", width: 40))
            table.rows = table.rows.map { $0 + [.text(selection)] }
        }
        var text = isPlain ? "" : "\u{FEFF}"
        let mark = String(separator)
        for row in [table.columns.map { .text($0.heading) }] + table.rows {
            text += row.map { CSV.cell($0, separator, isPlain: isPlain) }.joined(separator: mark) + "\r\n"
        }
        return text
    }
}

/// Cells of a CSV file.
package enum CSV {
    /// A cell, quoted where it must be. A text that a spreadsheet would take for a formula gets an apostrophe before it, unless it is plain.
    package static func cell(_ cell: Cell, _ separator: Character, isPlain: Bool) -> String {
        if case .number(let number) = cell { return String(number) }
        var text = cell.text
        if !isPlain, let first = text.unicodeScalars.first, ["=", "+", "-", "@", "\t", "\r"].contains(first) { text = "'" + text }
        // A separator is one ASCII sign.
        let mark = separator.asciiValue
        let mustBeQuoted = text.utf8.contains { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == mark }
        return mustBeQuoted ? "\"" + text.replacing(sign: "\"", with: "\"\"") + "\"" : text
    }
}
