import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A table as a reader that shares nothing with the product finds it: headings, and rows of cells.
struct ReadTable: Equatable {
    var headings: [String] = []
    var rows: [[String]] = []

    /// The cells under a heading.
    func column(_ heading: String) -> [String] {
        guard let place = headings.firstIndex(of: heading) else { return [] }
        return rows.map { $0[place] }
    }
}

/// CSV by RFC 4180.
enum CSVReader {
    static func read(_ text: String, separator: Character) -> ReadTable {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var characters = text.unicodeScalars.map { Character($0) }[...]
        if characters.first == "\u{FEFF}" { characters.removeFirst() }
        while let character = characters.popFirst() {
            if isQuoted {
                if character == "\"", characters.first == "\"" {
                    cell.append("\"")
                    characters.removeFirst()
                } else if character == "\"" {
                    isQuoted = false
                } else {
                    cell.append(character)
                }
            } else if character == "\"" {
                isQuoted = true
            } else if character == separator {
                row.append(cell)
                cell = ""
            } else if character == "\r", characters.first == "\n" {
                characters.removeFirst()
                rows.append(row + [cell])
                row = []
                cell = ""
            } else {
                cell.append(character)
            }
        }
        return ReadTable(headings: rows.first ?? [], rows: Array(rows.dropFirst()))
    }
}

/// The tables of a Markdown document.
enum MarkdownReader {
    static func read(_ text: String) -> [ReadTable] {
        var tables: [ReadTable] = []
        var isInside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("| ") else {
                isInside = false
                continue
            }
            if !isInside {
                tables.append(ReadTable(headings: cells(line)))
                isInside = true
            } else if !line.hasPrefix("| ---") {
                tables[tables.count - 1].rows.append(cells(line))
            }
        }
        return tables
    }

    /// Cells between bars that are not escaped, as they would be shown.
    private static func cells(_ line: Substring) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isEscaped = false
        for character in line.dropFirst(2).dropLast(2) {
            if isEscaped {
                cell.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "|" {
                cells.append(cell.trimmingCharacters(in: .whitespaces))
                cell = ""
            } else {
                cell.append(character)
            }
        }
        return cells + [cell.trimmingCharacters(in: .whitespaces)]
    }
}

/// A page, read as XML: the elements that it has, and its tables.
final class PageReader: NSObject, XMLParserDelegate {
    private(set) var tables: [ReadTable] = []
    private(set) var elements: Set<String> = []
    private(set) var texts: [String: [String]] = [:]
    private var open: [String] = []
    private var text = ""
    private var row: [String] = []

    /// Nil when it is not well formed.
    init?(_ page: String) {
        super.init()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
        elements.insert(name)
        open.append(name)
        if name == "table" { tables.append(ReadTable()) }
        if name == "tr" { row = [] }
        text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
        texts[name, default: []].append(text)
        switch name {
        case "th", "td": row.append(text)
        case "tr":
            guard !tables.isEmpty else { return }
            if open.contains("thead") { tables[tables.count - 1].headings = row } else { tables[tables.count - 1].rows.append(row) }
        default: return
        }
        text = ""
    }
}
