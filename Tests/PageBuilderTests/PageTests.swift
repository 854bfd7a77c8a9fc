import Documents
import Foundation
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
            template: try PageTemplate(source), styles: styles, script: script, engine: Data([0, 0x61]), catalogue: Data(), text: text,
            version: "1", date: "2026")
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

    @Test("bytes are written as Base64, and the policy allows this script and these styles only")
    func written() throws {
        let page = String(decoding: try PageTests.page().written(), as: UTF8.self)
        #expect(page.contains("<script type=\"text/plain\" id=\"engine\">AGE=</script>"))
        // `printf 1 | openssl dgst -sha256 -binary | base64`, and of `p{}`.
        #expect(page.contains("script-src 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=' 'wasm-unsafe-eval'"))
        #expect(page.contains("style-src 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='"))
    }

    @Test("bytes are compressed without name and time; a machine without gzip is told so")
    func gzip() throws {
        let bytes = [UInt8](repeating: 0x61, count: 100_000)
        let compressed = try Gzip.compressed(bytes)
        #expect(compressed.count < 300)
        #expect(compressed.prefix(8) == Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0]))
        #expect { try Gzip.compressed(bytes, with: "no-such-gzip") } throws: { ($0 as? PageFault)?.message.contains("installed") == true }
    }

    @Test("signs of HTML are written as what they are")
    func escaped() { #expect(Page.escaped("<a & \"b\">") == "&lt;a &amp; &quot;b&quot;>") }
}
