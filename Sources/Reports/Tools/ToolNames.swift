import Catalog
import Storage

/// Names of tools by their ids, for texts that lead to them.
struct ToolNames {
    private var names: [String: String] = [:]

    init(_ ids: [String], _ snapshot: Snapshot) throws(SnapshotError) {
        for id in ids where names[id] == nil {
            guard let index = try snapshot.index(ofTool: id) else { continue }
            let tool = try snapshot.listedTool(index)
            names[id] = tool.abbreviation ?? tool.name
        }
    }

    /// Tools in a line, each with the command that opens it.
    func line(_ ids: [String]) -> String { ids.map { "\(names[$0] ?? $0) (`\(Destination.tool($0).command)`)" }.joined(separator: "; ") }
}
