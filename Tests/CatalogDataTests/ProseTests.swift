import Foundation
import Testing

/// What the catalogue's texts say of the catalogue itself.
@Suite("Prose about the catalogue")
struct ProseTests {
    /// A text of a file, with the file's name.
    struct Text: Sendable, CustomTestStringConvertible {
        var file: String
        var text: String
        var testDescription: String { "\(file): \(text)" }
    }

    /// Every sentence of every file that speaks of this catalogue.
    static let sentences: [Text] = {
        let files = (try? FileManager.default.subpathsOfDirectory(atPath: CatalogFiles.root.path(percentEncoded: false))) ?? []
        return files.filter { $0.hasSuffix(".json") && !$0.hasPrefix("schema/") && $0 != "vocabulary.json" }.sorted().flatMap {
            file -> [Text] in
            guard let data = try? Data(contentsOf: CatalogFiles.root.appending(path: file)),
                let value = try? JSONSerialization.jsonObject(with: data)
            else { return [] }
            return texts(in: value).flatMap { $0.components(separatedBy: ". ") }
                .filter { $0.contains("catalogus") }.map { Text(file: file, text: $0) }
        }
    }()

    private static func texts(in value: Any) -> [String] {
        switch value {
        case let text as String: [text]
        case let list as [Any]: list.flatMap { texts(in: $0) }
        case let object as [String: Any]: object.values.flatMap { texts(in: $0) }
        default: []
        }
    }

    /// The tools that a sentence names: whole words, with their capitals.
    private static func named(in text: String) -> [String] {
        let words = " " + String(text.map { $0.isLetter || $0.isNumber || "@!-".contains($0) ? $0 : " " }) + " "
        return CatalogFiles.tools.filter { tool in
            tool.names.contains { name in
                let name = String(name.map { $0.isLetter || $0.isNumber || "@!-".contains($0) ? $0 : " " })
                    .trimmingCharacters(in: .whitespaces)
                return name.count > 2 && name.contains(where: { $0.isUppercase }) && words.contains(" \(name) ")
            }
        }.map { $0.id }
    }

    /// “ASEBA, Meldcode en SOS staan niet in deze catalogus”, “de catalogus kent X, maar niet Y”.
    private static let denials = sentences.filter { sentence in
        let text = sentence.text
        guard !text.contains("vragen") else { return false }
        return text.contains("niet in deze catalogus") || text.contains("iet beschreven in deze catalogus")
            || text.contains("beschrijft deze catalogus niet") || text.contains("beschreven in deze catalogus")
            || text.contains("catalogus kent")
    }

    @Test("what the catalogue is said to lack, it lacks", arguments: denials)
    func lacks(sentence: Text) {
        #expect(ProseTests.named(in: sentence.text) == [])
    }

    @Test("there are such sentences, or nothing is tested") func found() { #expect(ProseTests.denials.count >= 10) }

    @Test(
        "what is said to stand elsewhere in the catalogue stands there",
        arguments: sentences.filter { $0.text.contains("apart in deze catalogus") || $0.text.contains("ook in deze catalogus") })
    func has(sentence: Text) {
        let tool = sentence.file.split(separator: "/").last.map { String($0.dropLast(5)) } ?? ""
        let texts = CatalogFiles.byID[tool].map { ($0.remarks ?? []).joined(separator: " ") } ?? sentence.text
        #expect(ProseTests.named(in: texts).contains { $0 != tool } || sentence.file == "instruments/sociale-balans.json")
    }

    @Test("the project of a supplement leads to it", arguments: CatalogFiles.tools.filter { !$0.isListed })
    func projects(tool: ToolFile) throws {
        let cooperation: CooperationFile = try CatalogFiles.decode("cooperation.json")
        for listing in tool.listings where listing.source == "slim-samenwerken" {
            let numbers = (listing.section ?? "").matches(of: /project (\d+)/).compactMap { Int($0.1) }
            let first = try #require(numbers.first)
            #expect(cooperation.projects.first { $0.number == first }?.tools?.contains(tool.id) == true, "project \(first)")
        }
    }

    @Test("every project whose tool the catalogue has leads to it", arguments: [2, 4, 7, 8, 9, 10, 11, 12, 13])
    func links(number: Int) throws {
        let cooperation: CooperationFile = try CatalogFiles.decode("cooperation.json")
        #expect(cooperation.projects.first { $0.number == number }?.tools?.isEmpty == false)
    }

    @Test("the years in what is said of the levels are those of the sources")
    func years() throws {
        let info: InfoFile = try CatalogFiles.decode("catalog.json")
        let main = try #require(info.sources.first { $0.id == info.mainSource })
        let scan = try #require(main.dated.firstMatch(of: /literatuurscan uit (\d{4})/)).1
        #expect(info.evidenceAdvice.contains("literatuurscan van \(scan)"))
        let guideline = try #require(info.sources.first { $0.id == "jgz-opvoedingsondersteuning-2013" })
        for tool in CatalogFiles.tools where tool.evidence.statement.hasPrefix("Oordeel van 2") {
            #expect(tool.evidence.statement.hasPrefix("Oordeel van \(guideline.dated)"), "\(tool.id)")
        }
    }
}
