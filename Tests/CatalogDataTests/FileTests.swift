import Foundation
import Testing

@Suite("Files of the catalogue")
struct FileTests {
    @Test("every file of a folder is a tool of its kind, named after its id", arguments: CatalogFiles.folders)
    func tools(folder: String, kind: String) throws {
        let names = try CatalogFiles.names(in: folder)
        let tools = try CatalogFiles.tools(in: folder)
        #expect(!tools.isEmpty)
        #expect(tools.map { "\($0.id).json" } == names)
        #expect(tools.allSatisfy { $0.kind == kind })
    }

    @Test("no id is used twice, not even for an instrument and an intervention")
    func ids() {
        #expect(CatalogFiles.byID.count == CatalogFiles.tools.count)
    }

    @Test(
        "every file beside the tools is JSON too",
        arguments: [
            "catalog", "target-groups", "evidence-scales", "vocabulary", "references", "development-phases", "parenting-questions",
            "decision-schema",
        ])
    func common(name: String) throws {
        let data = try Data(contentsOf: CatalogFiles.root.appending(path: "\(name).json"))
        #expect(try JSONSerialization.jsonObject(with: data) is [String: Any])
    }
}
