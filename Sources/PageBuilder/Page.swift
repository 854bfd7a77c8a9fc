import Foundation

/// One file that holds the engine, the catalogue and all that is shown.
struct Page {
    var template: PageTemplate
    var styles: String
    var script: String
    /// The engine's module, compressed by gzip.
    var engine: Data
    /// The snapshot, compressed alike.
    var catalogue: Data
    /// The catalogue as plain HTML: what is shown without the script.
    var text: String
    var version: String
    var date: String

    /// The page's bytes.
    /// - Throws: `PageFault` when a part of it would end early or not be what was meant.
    func written() throws(PageFault) -> [UInt8] {
        try check()
        var values: [PageTemplate.Placeholder: String] = [
            .version: Page.escaped(version), .date: Page.escaped(date), .styles: styles, .script: script, .text: text,
            .engine: engine.base64EncodedString(), .catalogue: catalogue.base64EncodedString(),
        ]
        values[.policy] = policy(
            script: try template.content(around: .script, with: values), styles: try template.content(around: .styles, with: values))
        return Array(template.filled(with: values).utf8)
    }

    private func check() throws(PageFault) {
        // What a browser takes for the end of an element, or for a place where the end does not count.
        try Page.check(styles, "the styles", without: ["</style", "<!--", "{{"])
        try Page.check(script, "the script", without: ["</script", "<script", "<!--", "{{"])
        try Page.check(text, "the text", without: ["</noscript", "<noscript", "<script", "<style", "<!--"])
    }

    private static func check(_ part: String, _ name: String, without signs: [String]) throws(PageFault) {
        guard !part.unicodeScalars.contains(where: { $0 == "\r" || $0 == "\0" }) else {
            throw PageFault(message: "\(name) cannot hold a carriage return or a zero")
        }
        let lower = part.lowercased()
        for sign in signs where lower.contains(sign) { throw PageFault(message: "\(name) cannot hold “\(sign)”") }
    }

    /// Nothing is loaded, sent or run but the page's own script and styles, and the engine.
    private func policy(script: String, styles: String) -> String {
        func hash(_ content: String) -> String { "'sha256-\(Data(SHA256.hash(Array(content.utf8))).base64EncodedString())'" }
        return [
            "default-src 'none'", "script-src \(hash(script)) 'wasm-unsafe-eval'", "style-src \(hash(styles))", "base-uri 'none'",
            "form-action 'none'",
        ].joined(separator: "; ")
    }

    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
    }
}
