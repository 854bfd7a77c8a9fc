import CatalogSource
import Language
import Testing

/// The questions that a tool is said to answer are ours: short, in everyday words, and not the name of a tool.
@Suite("The questions that tools answer")
struct AskedAsTests {
    private static func words(_ text: String) -> [[UInt8]] { Tokenizer.tokens(text).map { $0.folded } }

    @Test("every tool has some, each of 3 to 14 words and no two alike") func lengths() throws {
        for tool in try CatalogDirectory.load(CatalogFiles.root.path(percentEncoded: false)).tools {
            #expect(tool.askedAs.count >= 8, "\(tool.id)")
            #expect(Set(tool.askedAs).count == tool.askedAs.count, "\(tool.id)")
            for phrase in tool.askedAs { #expect((2...16).contains(AskedAsTests.words(phrase).count), "\(tool.id): \(phrase)") }
        }
    }

    @Test("none is a sentence of the row") func copies() throws {
        for tool in try CatalogDirectory.load(CatalogFiles.root.path(percentEncoded: false)).tools {
            let texts = [tool.summary, tool.purpose, tool.method, tool.audience].map { AskedAsTests.words($0).map { [0x20] + $0 }.joined() }
            for phrase in tool.askedAs {
                let words = AskedAsTests.words(phrase)
                guard words.count >= 6 else { continue }
                let letters = words.map { [0x20] + $0 }.joined()
                #expect(!texts.contains { Array($0).firstRange(of: Array(letters)) != nil }, "\(tool.id): \(phrase)")
            }
        }
    }
}
