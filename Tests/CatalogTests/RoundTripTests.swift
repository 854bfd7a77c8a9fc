import CatalogSource
import Storage
import Testing

@Suite("The whole catalogue through a snapshot and back")
struct RoundTripTests {
    /// Every field of every record, as Swift itself lists them.
    private func fields(_ data: CatalogData) -> [String: String] {
        var fields: [String: String] = [:]
        for child in Mirror(reflecting: data).children {
            var text = ""
            dump(child.value, to: &text)
            fields[child.label ?? ""] = text
        }
        return fields
    }

    @Test func everyFieldComesBack() throws {
        let data = try RealCatalog.data()
        let back = try RealCatalog.bytes().withSnapshot { (snapshot) throws(SnapshotError) in try CatalogData(snapshot) }
        let (before, after) = (fields(data), fields(back))
        #expect(before.keys.sorted() == after.keys.sorted() && before.count > 8)
        for (name, text) in before {
            let (old, new) = (text.split(separator: "\n"), (after[name] ?? "").split(separator: "\n"))
            let difference = zip(old, new).first { $0 != $1 }
            #expect(
                difference == nil && old.count == new.count, "\(name): \(difference.map { "\($0.0) became \($0.1)" } ?? "another length")")
        }
    }

    /// A catalogue that was read from a snapshot makes the same snapshot.
    @Test func theSameSnapshotIsMadeAgain() throws {
        let bytes = try RealCatalog.bytes()
        let back = try bytes.withSnapshot { (snapshot) throws(SnapshotError) in try CatalogData(snapshot) }
        #expect(try SnapshotCompiler.compile(back) == bytes)
    }
}
