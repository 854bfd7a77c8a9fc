import Foundation
import Language
import Testing

@testable import Documents

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A catalogue that means harm comes out harmless in every format.
@Suite("Hostile texts")
struct HostileTests {
    private static let texts = [
        "=1+1", "+31", "-4", "@SUM(A1)", "\t=1", "\r=1", "a;b", "a,b", "\"a\"", "een\ntwee", "een\r\ntwee", "<script>alert(1)</script>",
        "\u{1B}[2J", "\u{202E}omgekeerd", "\u{200B}", "a|b", "*a* _b_ `c` [d](e)", "# a", "&amp;", "]]>", "-->", "\u{0}", "\u{9B}1m",
        String(repeating: "n", count: 10_000),
    ]

    private func report(_ cell: Cell) -> TabularReport {
        let text = cell.text
        return TabularReport(
            title: text, facts: [(label: text, text: text)],
            tables: [Table(title: text, columns: [.init(id: "a", heading: text, width: 10)], rows: [[cell]])], explanation: [text],
            sources: [text])
    }

    /// Nothing that moves a cursor, changes direction or hides.
    private func isHarmless(_ output: String, allowing allowed: Set<Unicode.Scalar>) -> Bool {
        output.unicodeScalars.allSatisfy { allowed.contains($0) || !$0.isUnseen }
    }

    @Test("on a terminal", arguments: texts.indices)
    func terminal(number: Int) {
        let text = HostileTests.texts[number]
        for width in [nil, 40] { #expect(isHarmless(report(.text(text)).text(width: width), allowing: ["\n"])) }
    }

    @Test("in CSV: one cell, and never a formula", arguments: texts.indices)
    func csv(number: Int) {
        let text = HostileTests.texts[number]
        let cell = CSV.cell(.text(text), ";", isPlain: false)
        let bare = cell.hasPrefix("\"") ? String(cell.dropFirst().dropLast()).replacing("\"\"", with: "\"") : cell
        #expect(!["=", "+", "-", "@", "\t", "\r"].contains(bare.unicodeScalars.first ?? "a"))
        #expect(cell.hasPrefix("\"") || !cell.unicodeScalars.contains { ";\"\n\r".unicodeScalars.contains($0) })
    }

    @Test("in Markdown: no markup, and no new row", arguments: texts.indices)
    func markdown(number: Int) {
        let text = HostileTests.texts[number]
        let output = report(.text(text)).markdown()
        #expect(isHarmless(output, allowing: ["\n"]))
        #expect(output.split(separator: "\n").filter { $0.hasPrefix("|") }.count == 3)
        // What is escaped is no markup.
        let bare = output.replacing(/\\./, with: "")
        for mark in ["<script", "*a*", "](e)"] { #expect(!bare.contains(mark)) }
    }

    @Test("in HTML: well formed, and no element of its own", arguments: texts.indices)
    func html(number: Int) {
        let text = HostileTests.texts[number]
        let output = report(.text(text)).html()
        #expect(isHarmless(output, allowing: ["\n"]))
        #expect(!output.contains("<script"))
        #expect(XMLParser(data: Data(output.utf8)).parse())
    }

    @Test(
        "an address that is no web page is not clickable",
        arguments: [
            "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://a\" onclick=\"x", "http://a b", "https://x.nl/<b>",
        ])
    func links(url: String) {
        let report = report(.link(title: "klik", url: url))
        #expect(!report.html().contains("<a "))
        #expect(!report.markdown().contains("](\(url)"))
    }

    @Test("in JSON: a line for every value that reads back", arguments: texts.indices)
    func json(number: Int) throws {
        let text = HostileTests.texts[number]
        let line = JSONValue.object([(text, .text(text))]).line()
        #expect(isHarmless(line, allowing: []))
        let read = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
        #expect(read == [text: text])
    }
}
