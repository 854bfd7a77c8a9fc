import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Reads a workbook as other programs do: with a real XML parser.
struct WorkbookReader {
    struct Element: Equatable {
        var name: String
        var attributes: [String: String]
        var text = ""
    }

    /// The elements of each part, in the order in which they begin.
    let parts: [String: [Element]]

    init(_ bytes: [UInt8]) throws {
        var parts: [String: [Element]] = [:]
        for entry in try Zip.entries(bytes) {
            let parser = XMLParser(data: Data(entry.content))
            let elements = Elements()
            parser.delegate = elements
            #expect(parser.parse(), "\(entry.name): \(String(describing: parser.parserError))")
            parts[entry.name] = elements.elements
        }
        self.parts = parts
    }

    func elements(_ name: String, in part: String = "xl/worksheets/sheet1.xml") -> [Element] {
        (parts[part] ?? []).filter { $0.name == name }
    }

    /// The values by cell: A1.
    func cells(in part: String = "xl/worksheets/sheet1.xml") -> [String: String] {
        var cells: [String: String] = [:]
        var cell = ""
        for element in parts[part] ?? [] {
            if element.name == "c" { cell = element.attributes["r"] ?? "" }
            if element.name == "t" || element.name == "v" { cells[cell] = WorkbookReader.unescaped(element.text) }
        }
        return cells
    }

    /// `_x005F_` is “_”, and so on, as ST_Xstring says.
    static func unescaped(_ text: String) -> String {
        text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
        }
    }

    private final class Elements: NSObject, XMLParserDelegate {
        var elements: [Element] = []
        private var open: [Int] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
        ) {
            open.append(elements.count)
            elements.append(Element(name: name, attributes: attributes))
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) { open.removeLast() }

        func parser(_ parser: XMLParser, foundCharacters text: String) { if let last = open.last { elements[last].text += text } }
    }
}
