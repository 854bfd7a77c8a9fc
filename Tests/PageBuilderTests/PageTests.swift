import Testing

@testable import PageBuilder

@Suite("Page")
struct PageTests {
    private static let source = """
        <html><head><meta http-equiv="Content-Security-Policy" content="{{policy}}"><style>{{styles}}</style></head>
        <body><noscript>{{text}}</noscript><p>{{version}} {{date}}</p><script type="text/plain" id="engine">{{engine}}</script>
        <script type="text/plain" id="catalogue">{{catalogue}}</script><script type="module">{{script}}</script></body></html>
        """

    @Test("a template without faults")
    func template() throws {
        let template = try PageTemplate(PageTests.source)
        let page = template.filled(with: [.version: "1.0", .script: "{{date}}"])
        #expect(page.contains("<p>1.0 </p>"))
        // What is filled in is not filled again.
        #expect(page.contains("<script type=\"module\">{{date}}</script>"))
    }

    @Test(
        "a placeholder that is missing, doubled, unknown or misplaced",
        arguments: PageTemplate.Placeholder.allCases.map { ("{{\($0.rawValue)}}", "") } + [
            ("{{text}}", "{{text}}{{text}}"), ("{{date}}", "{{datum}}"), ("{{date}}", "{{date"), ("{{date}}", "\r{{date}}"),
            ("<noscript>", "<p>"), ("</noscript>", ""), ("<style>", "<style><b>"), ("{{script}}</script>", "{{script}}"),
        ])
    func faultyTemplate(part: String, replacement: String) {
        #expect(throws: PageFault.self) { try PageTemplate(PageTests.source.replacing(part, with: replacement)) }
    }

    @Test("the content around a placeholder is what a browser sees of the element")
    func content() throws {
        let source = PageTests.source.replacing("{{script}}", with: "\n{{script}};\n")
        #expect(try PageTemplate(source).content(around: .script, with: [.script: "1"]) == "\n1;\n")
    }

    private static func page(styles: String = "p{}", script: String = "1", text: String = "<p>tekst</p>") throws -> Page {
        Page(
            template: try PageTemplate(source), styles: styles, script: script, engine: [0, 0x61], catalogue: [], text: text, version: "1",
            date: "2026")
    }

    @Test(
        "what would end an element early is refused",
        arguments: ["</script>", "</SCRIPT", "<!--", "<script", "{{date}}", "a\rb", "\0"])
    func script(script: String) throws {
        let page = try PageTests.page(script: script)
        #expect { try page.written() } throws: { "\($0)".contains("the script") }
    }

    @Test("so are styles and text")
    func others() throws {
        let page = try PageTests.page(styles: "</Style>")
        #expect { try page.written() } throws: { "\($0)".contains("the styles") }
        let other = try PageTests.page(text: "<p></noscript>")
        #expect { try other.written() } throws: { "\($0)".contains("the text") }
    }

    @Test("bytes are written as the Base64 of an .lzma file")
    func bytes() {
        let text = Page.text(ofBytes: (0...255).map { UInt8($0) })
        #expect(text == Base64.text(LZMA.compressed((0...255).map { UInt8($0) })))
        #expect(text.utf8.allSatisfy { (0x2B...0x7A).contains($0) })
    }

    @Test("signs of HTML are written as what they are")
    func escaped() { #expect(Page.escaped("<a & \"b\">") == "&lt;a &amp; &quot;b&quot;>") }
}
