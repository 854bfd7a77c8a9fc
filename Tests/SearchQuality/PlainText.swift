import Catalog
import Foundation

/// All text of a tool, as what knows nothing of its fields finds it.
public struct PlainText {
    public let name: String
    public let text: String

    /// The texts of all tools, in the order of the catalogue.
    public static func all(_ snapshot: Snapshot) throws(SnapshotError) -> [PlainText] {
        var texts: [PlainText] = []
        for index in 0..<(try snapshot.toolCount) {
            var tool = try snapshot.tool(index)
            var collector = TextCollector()
            try tool.archive(&collector)
            texts.append(PlainText(name: tool.name, text: collector.texts.joined(separator: " ")))
        }
        return texts
    }

    /// The words of a text: lower case, split at all that is no letter, not stemmed.
    public static func words(_ text: String) -> [Substring] {
        text.lowercased().split { !$0.isLetter }
    }
}

/// Gathers the texts of a value, wherever in it they stand.
private struct TextCollector: Archive {
    var texts: [String] = []

    mutating func number(_ value: inout UInt32) {}

    mutating func text(_ value: inout String) {
        if !value.isEmpty { texts.append(value) }
    }

    mutating func texts(_ value: inout [String]) { texts += value }

    mutating func items<Item: Archivable>(_ value: inout [Item]) throws(SnapshotError) {
        for index in value.indices { try value[index].archive(&self) }
    }
}
