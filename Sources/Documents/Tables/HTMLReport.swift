import Language

extension TabularReport {
    /// The report as one page: no scripts, nothing loaded, printable.
    public func html() -> String {
        var page = """
            <!DOCTYPE html>
            <html lang="nl" xmlns="http://www.w3.org/1999/xhtml">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>\(HTML.escaped(title))</title>
            <style>
            \(HTML.style)
            </style>
            </head>
            <body>
            <main>
            <h1>\(HTML.escaped(title))</h1>
            <dl>

            """
        for fact in facts { page += "<dt>\(HTML.escaped(fact.label))</dt><dd>\(HTML.escaped(fact.text))</dd>\n" }
        page += "</dl>\n"
        for table in tables { page += html(table) }
        for section in sections { page += html(section.heading, section.lines) }
        return page + "</main>\n</body>\n</html>\n"
    }

    private func html(_ table: Table) -> String {
        let caption = HTML.escaped(table.title ?? title)
        // A wide table scrolls by itself, with the keyboard too.
        var text = "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"\(caption)\">\n"
        text +=
            "<table>\n<caption\(table.title == nil ? " class=\"unseen\"" : "")>\(caption)</caption>\n<colgroup>"
        for column in table.columns { text += "<col style=\"width:\(column.width / 2)rem\"/>" }
        text += "</colgroup>\n<thead>\n<tr>"
        for column in table.columns {
            text += "<th scope=\"col\"\(column.isNumber ? " class=\"number\"" : "")>\(HTML.escaped(column.heading))</th>"
        }
        text += "</tr>\n</thead>\n<tbody>\n"
        for (number, row) in table.rows.enumerated() {
            text += table.hasTotals && number == table.rows.count - 1 ? "<tr class=\"totals\">" : "<tr>"
            for (place, cell) in row.enumerated() {
                let isNumber = table.columns.indices.contains(place) && table.columns[place].isNumber
                let kind = place == 0 ? "th scope=\"row\"" : "td"
                text += "<\(kind)\(isNumber ? " class=\"number\"" : "")>\(HTML.cell(cell))</\(place == 0 ? "th" : "td")>"
            }
            text += "</tr>\n"
        }
        return text + "</tbody>\n</table>\n</div>\n"
    }

    private func html(_ heading: String, _ items: [String]) -> String {
        guard !items.isEmpty else { return "" }
        return "<h2>\(HTML.escaped(heading))</h2>\n<ul>\n" + items.map { "<li>\(HTML.escaped($0))</li>\n" }.joined() + "</ul>\n"
    }
}

/// Text in HTML.
package enum HTML {
    package static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in DisplayText.clean(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    static func cell(_ cell: Cell) -> String {
        switch cell {
        case .link(let title, let url): link(Cell.Link(title: title, url: url))
        case .links(let links): links.map { link($0) }.joined(separator: "<br/>")
        case .empty, .text, .number: escaped(cell.text)
        }
    }

    private static func link(_ link: Cell.Link) -> String {
        guard WebAddress.isWellFormed(link.url) else { return escaped(link.title) }
        return "<a href=\"\(escaped(link.url))\">\(escaped(link.title))</a>"
    }

    /// Calm and legible on a screen and on A4 paper, where headings are repeated and rows are kept whole.
    static let style = """
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; margin: 0; color: #1b1b1b; background: #fff; }
        main { max-width: 90rem; margin: 0 auto; padding: 1.5rem; }
        h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; }
        h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 1.5rem; }
        dt { font-weight: 600; }
        dd { margin: 0; }
        .table { overflow-x: auto; margin: 0 0 2rem; }
        .table:focus-visible, a:focus-visible { outline: 3px solid #154273; outline-offset: 2px; }
        table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.4; overflow-wrap: break-word; }
        caption { text-align: left; font-size: 1.25rem; font-weight: 600; padding: .5rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .375rem .5rem; border-bottom: 1px solid #949494; }
        thead th { background: #e5eaf1; border-bottom: 2px solid #154273; }
        tbody th { font-weight: 600; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .totals th, .totals td { border-top: 2px solid #154273; font-weight: 600; }
        a { color: #154273; }
        @media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } main { padding: 1rem; } }
        @media (prefers-color-scheme: dark) {
          body { color: #f2f2f2; background: #16191d; }
          thead th { background: #26303c; border-color: #9cc3ee; }
          a, .totals th { color: #9cc3ee; }
        }
        @media print {
          @page { size: A4 landscape; margin: 12mm; }
          body { font-size: 9pt; color: #000; background: #fff; }
          main { max-width: none; padding: 0; }
          table { font-size: 8pt; }
          .table { overflow: visible; }
          thead { display: table-header-group; }
          tr { break-inside: avoid; }
          thead th { background: #eee; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          a { color: inherit; text-decoration: none; }
        }
        """
}
