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

    /// The table as text.
    /// - Parameter width: how many columns of characters fit; nil when lines may be as long as they like.
    func text(width: Int?) -> String {
        let cells = ([columns.map { $0.heading }] + rows).map { $0.map { DisplayText.clean($0) } }
        let widths = self.widths(cells, available: width)
        var text = ""
        for (number, row) in cells.enumerated() {
            text += line(row, widths)
            if number == 0 { text += widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n" }
        }
        return text
    }

    private func widths(_ cells: [[String]], available: Int?) -> [Int] {
        var widths = columns.indices.map { column in cells.map { DisplayText.width($0[column]) }.max() ?? 0 }
        guard let available else { return widths }
        let gaps = 2 * (columns.count - 1)
        // The widest column that may still shrink gives way first.
        while widths.reduce(gaps, +) > available {
            let shrinkable = columns.indices.filter { widths[$0] > columns[$0].narrowest }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
        }
        return widths
    }

    private func line(_ row: [String], _ widths: [Int]) -> String {
        let wrapped = zip(row, widths).map { DisplayText.wrap($0, width: $1) }
        let height = wrapped.map { $0.count }.max() ?? 1
        var text = ""
        for line in 0..<height {
            var cells: [String] = []
            for (column, lines) in wrapped.enumerated() {
                let cell = line < lines.count ? lines[line] : ""
                let padding = String(repeating: " ", count: max(0, widths[column] - DisplayText.width(cell)))
                cells.append(columns[column].alignsRight ? padding + cell : cell + padding)
            }
            var joined = cells.joined(separator: "  ")
            while joined.last == " " { joined.removeLast() }
            text += joined + "\n"
        }
        return text
    }
}
