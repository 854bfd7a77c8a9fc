import BuiltInCatalog
import Catalog
import Decision
import Reports
import Search
import Storage

/// What a package of its own can do with the library, which is all that it imports.
///
/// Usage: `LibraryExample QUESTION`: answers the question, takes a step in the decision schema, and tells the answer once more as JSON.
@main
enum LibraryExample {
    static func main() throws {
        guard CommandLine.arguments.count == 2 else { return print("usage: LibraryExample QUESTION") }
        let search = Search(try BuiltInCatalog.snapshot())
        let answer = try ask(CommandLine.arguments[1], search)
        try walk(search.snapshot)
        print("json:")
        print(try SearchReport(answer, search).json(), terminator: "")
    }

    /// Search: how the question is read, and the tools that fit it, each with its evidence level and why it fits.
    static func ask(_ text: String, _ search: Search) throws(SnapshotError) -> Answer {
        let question = try search.read(text)
        for reading in question.readings { print("understood: \(reading.facet) \(reading.value)") }
        let answer = try search.answer(question, limit: 10)
        for result in answer.results {
            let levels = try search.snapshot.levels(of: result.tool.kind)
            let level = levels.first { $0.id == result.tool.evidence.level }?.name ?? "unknown"
            print("tool: \(result.tool.name) – \(level) – \(result.reasons.joined(separator: "; "))")
        }
        return answer
    }

    /// Decision: the first choice at the start of the guideline's schema, and where it leads.
    static func walk(_ snapshot: Snapshot) throws {
        var walk = try Walk(snapshot.record(.decision, as: DecisionSchema.self))
        guard let choice = walk.schema.choices(at: walk.node).first else { return }
        try walk.choose(choice.id)
        print("chosen: \(choice.id)")
        print("node: \(walk.node.id)")
    }
}
