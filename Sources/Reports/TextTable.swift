/// A table for the terminal: columns as wide as they need, wrapped on words to fit the width.
struct TextTable {
    /// A column: its heading, and how narrow it may become.
    struct Column {
        var heading: String
        var narrowest: Int
        var alignsRight = false
    }

    var columns: [Column]
    var rows: [[String]] = []
    /// What stands below a row, across all columns but the first; empty for none. As many as there are rows, or none at all.
    var notes: [String] = []

    /// How many columns of characters it takes at least; where there are fewer, the rows are listed.
    var narrowest: Int { columns.reduce(gaps) { $0 + $1.narrowest } }

    /// The sign of the line below the headings, “─”.
    private static var rule: [UInt8] { [0xE2, 0x94, 0x80] }

    private var gaps: Int { 2 * (columns.count - 1) }

    /// The table as text.
    /// - Parameter width: how many columns of characters fit; nil when lines may be as long as they like.
    func text(width: Int?) -> String {
        if let width, width < narrowest { return list(width: width) }
        let cells = ([columns.map { $0.heading }] + rows).map { $0.map { DisplayText.clean($0) } }
        let sizes = cells.map { $0.map { DisplayText.width($0) } }
        let widths = self.widths(sizes, of: cells, available: width)
        let wraps = width != nil
        var text = [UInt8]()
        for number in cells.indices {
            let (row, sizes) = (cells[number], sizes[number])
            if wraps { append(row, sizes, wrappedTo: widths, to: &text) } else { append(row, sizes, widths, to: &text) }
            if number > 0, notes.indices.contains(number - 1) { append(note: notes[number - 1], indent: widths[0] + 2, width, to: &text) }
            if number == 0 {
                for (column, width) in widths.enumerated() {
                    if column > 0 { text += [0x20, 0x20] }
                    for _ in 0..<width { text += TextTable.rule }
                }
                text.append(0x0A)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The rows under each other, every cell on a line with its heading.
    private func list(width: Int) -> String {
        rows.map { row in
            columns.indices.filter { !row[$0].isEmpty }.map { column in
                let text = DisplayText.clean("\(columns[column].heading): \(row[column])")
                return DisplayText.indented(text, width: width, first: column == 0 ? 0 : 2, indent: 4)
            }.joined()
        }.joined(separator: "\n")
    }

    /// Appends a part of a text in one go: as a collection it would go byte by byte.
    private func append(_ part: Substring, to text: inout [UInt8]) {
        var part = part
        part.withUTF8 { text.append(contentsOf: $0) }
    }

    private func append(note: String, indent: Int, _ width: Int?, to text: inout [UInt8]) {
        guard !note.isEmpty else { return }
        let note = DisplayText.clean(note)
        let lines = width.map { DisplayText.lines(note, width: $0 - indent) } ?? [note[...]]
        for line in lines {
            text.append(contentsOf: repeatElement(0x20, count: indent))
            append(line, to: &text)
            text.append(0x0A)
        }
    }

    private func widths(_ sizes: [[Int]], of cells: [[String]], available: Int?) -> [Int] {
        var widths = columns.indices.map { column in sizes.map { $0[column] }.max() ?? 0 }
        guard let available else {
            // The last column is not padded: its rule need not be longer than its heading.
            if let last = columns.last { widths[columns.count - 1] = DisplayText.width(last.heading) }
            return widths
        }
        let narrowest = columns.map { $0.narrowest }
        let words = columns.indices.map { column in max(narrowest[column], cells.map { DisplayText.longestWord($0[column]) }.max() ?? 0) }
        shrink(&widths, to: available, notBelow: words)
        // Words are cut only where blanks do not suffice.
        shrink(&widths, to: available, notBelow: narrowest)
        return widths
    }

    /// Narrows columns until they fit: the widest that may still shrink gives way first.
    private func shrink(_ widths: inout [Int], to available: Int, notBelow floors: [Int]) {
        while widths.reduce(gaps, +) > available {
            let shrinkable = columns.indices.filter { widths[$0] > floors[$0] }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return }
            widths[widest] -= 1
        }
    }

    /// Appends a row on one line.
    private func append(_ row: [String], _ sizes: [Int], _ widths: [Int], to text: inout [UInt8]) {
        var blanks = 0
        for column in row.indices {
            if column > 0 { blanks += 2 }
            if row[column].isEmpty {
                blanks += widths[column]
                continue
            }
            let padding = max(0, widths[column] - sizes[column])
            if columns[column].alignsRight { blanks += padding }
            text.append(contentsOf: repeatElement(0x20, count: blanks))
            text.append(contentsOf: row[column].utf8)
            blanks = columns[column].alignsRight ? 0 : padding
        }
        text.append(0x0A)
    }

    /// Appends a row, on as many lines as its tallest cell needs.
    private func append(_ row: [String], _ sizes: [Int], wrappedTo widths: [Int], to text: inout [UInt8]) {
        let wrapped = row.indices.map { column in
            sizes[column] > widths[column] ? DisplayText.lines(row[column], width: widths[column]) : [row[column][...]]
        }
        for line in 0..<(wrapped.map { $0.count }.max() ?? 1) {
            let cells = wrapped.map { line < $0.count ? String($0[line]) : "" }
            append(cells, cells.map { DisplayText.width($0) }, widths, to: &text)
        }
    }
}
