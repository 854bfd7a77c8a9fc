import Language

/// A table for the terminal: columns as wide as they need, wrapped on words to fit the width.
package struct TextTable {
    /// A column: its heading, and how narrow it may become.
    package struct Column {
        var heading: String
        var narrowest: Int
        var alignsRight = false

        package init(heading: String, narrowest: Int, alignsRight: Bool = false) {
            (self.heading, self.narrowest, self.alignsRight) = (heading, narrowest, alignsRight)
        }
    }

    private let columns: [Column]
    /// The headings and all rows, one after another.
    private var cells: [String]
    /// What stands below each row, across all columns but the first; empty for none.
    private var notes: [String] = []

    package init(columns: [Column]) {
        self.columns = columns
        cells = columns.map { $0.heading }
    }

    /// Adds a row: a text for each column, and what stands below it.
    package mutating func add(_ row: [String], note: String = "") {
        cells += row
        notes.append(note)
    }

    /// How many columns of characters it takes at least; where there are fewer, the rows are listed.
    package var narrowest: Int { columns.reduce(gaps) { $0 + $1.narrowest } }

    /// The sign of the line below the headings, “─”.
    private static var rule: [UInt8] { [0xE2, 0x94, 0x80] }

    private var gaps: Int { 2 * (columns.count - 1) }

    /// The places of a row's cells; the headings are row 0.
    private func places(ofRow row: Int) -> Range<Int> { row * columns.count..<(row + 1) * columns.count }

    /// The table as text.
    /// - Parameter width: how many columns of characters fit; nil when lines may be as long as they like.
    package func text(width: Int?) -> String {
        if let width, width < narrowest { return list(width: width) }
        let cells = cells.map { DisplayText.clean($0) }
        let sizes = cells.map { DisplayText.width($0) }
        let widths = self.widths(sizes, of: cells, available: width)
        var text = [UInt8]()
        for row in 0...notes.count {
            let places = places(ofRow: row)
            if width != nil {
                append(cells[places], sizes[places], wrappedTo: widths, to: &text)
            } else {
                append(cells[places], sizes[places], widths, to: &text)
            }
            if row > 0 {
                append(note: notes[row - 1], indent: widths[0] + 2, width, to: &text)
                continue
            }
            for (column, width) in widths.enumerated() {
                if column > 0 { text += [0x20, 0x20] }
                for _ in 0..<width { text += TextTable.rule }
            }
            text.append(0x0A)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The rows under each other, every cell on a line with its heading.
    private func list(width: Int) -> String {
        var rows: [String] = []
        for row in 1..<notes.count + 1 {
            var text = ""
            for (column, cell) in cells[places(ofRow: row)].enumerated() where !cell.isEmpty {
                let line = DisplayText.clean("\(columns[column].heading): \(cell)")
                text += DisplayText.indented(line, width: width, first: column == 0 ? 0 : 2, indent: 4)
            }
            rows.append(text)
        }
        return rows.line("\n")
    }

    private func append(note: String, indent: Int, _ width: Int?, to text: inout [UInt8]) {
        guard !note.isEmpty else { return }
        let note = DisplayText.clean(note)
        func append(_ line: Substring) {
            text.append(contentsOf: repeatElement(0x20, count: indent))
            // In one go: as a collection it would go byte by byte.
            var line = line
            line.withUTF8 { text.append(contentsOf: $0) }
            text.append(0x0A)
        }
        guard let width else { return append(note[...]) }
        for line in DisplayText.lines(note, width: width - indent) { append(line) }
    }

    private func widths(_ sizes: [Int], of cells: [String], available: Int?) -> [Int] {
        func widest(_ column: Int, _ size: (Int) -> Int) -> Int {
            stride(from: column, to: cells.count, by: columns.count).reduce(0) { max($0, size($1)) }
        }
        var widths = columns.indices.map { widest($0) { sizes[$0] } }
        guard let available else {
            // The last column is not padded: its rule need not be longer than its heading.
            if let last = columns.last { widths[columns.count - 1] = DisplayText.width(last.heading) }
            return widths
        }
        let narrowest = columns.map { $0.narrowest }
        let words = columns.indices.map { max(narrowest[$0], widest($0) { DisplayText.longestWord(cells[$0]) }) }
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
    private func append(_ row: ArraySlice<String>, _ sizes: ArraySlice<Int>, _ widths: [Int], to text: inout [UInt8]) {
        var blanks = 0
        for (column, place) in row.indices.enumerated() {
            if column > 0 { blanks += 2 }
            if row[place].isEmpty {
                blanks += widths[column]
                continue
            }
            let padding = max(0, widths[column] - sizes[place])
            if columns[column].alignsRight { blanks += padding }
            text.append(contentsOf: repeatElement(0x20, count: blanks))
            text.append(contentsOf: row[place].utf8)
            blanks = columns[column].alignsRight ? 0 : padding
        }
        text.append(0x0A)
    }

    /// Appends a row, on as many lines as its tallest cell needs.
    private func append(_ row: ArraySlice<String>, _ sizes: ArraySlice<Int>, wrappedTo widths: [Int], to text: inout [UInt8]) {
        let wrapped = row.indices.enumerated().map { column, place in
            sizes[place] > widths[column] ? DisplayText.lines(row[place], width: widths[column]) : [row[place][...]]
        }
        for line in 0..<(wrapped.map { $0.count }.max() ?? 1) {
            let cells = wrapped.map { line < $0.count ? String($0[line]) : "" }
            append(cells[...], cells.map { DisplayText.width($0) }[...], widths, to: &text)
        }
    }
}
