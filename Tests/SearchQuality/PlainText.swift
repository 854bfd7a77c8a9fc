import Catalog
import Foundation
import Storage

/// All text of a tool, as what knows nothing of its fields finds it.
public struct PlainText {
    public let name: String
    public let text: String

    /// The texts of all tools, in the order of the catalogue.
    public static func all(_ snapshot: Snapshot) throws(SnapshotError) -> [PlainText] {
        var texts: [PlainText] = []
        for var tool in try snapshot.tools() {
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

extension [PlainText] {
    /// The statements with which `sqlite3` makes a full-text index of these texts; the number of a row is the text's place.
    public var indexStatements: String {
        var lines = ["CREATE VIRTUAL TABLE tools USING fts5(name, text, tokenize = 'unicode61 remove_diacritics 2');"]
        for (place, tool) in enumerated() {
            lines.append("INSERT INTO tools(rowid, name, text) VALUES (\(place), \(tool.name.quotedForSQL), \(tool.text.quotedForSQL));")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension String {
    /// As a text of a statement.
    public var quotedForSQL: String { "'\(replacing("'", with: "''"))'" }
}

/// Gathers the texts of a value, wherever in it they stand.
private struct TextCollector: Archive {
    var texts: [String] = []

    mutating func number(_ value: inout UInt32) {}

    mutating func text(_ value: inout String) {
        if !value.isEmpty { texts.append(value) }
    }

    mutating func texts(_ value: inout [String]) { texts += value }

    mutating func items<Item: Archivable>(
        _ value: inout [Item], _ fields: (inout Item, inout TextCollector) throws(SnapshotError) -> Void
    ) throws(SnapshotError) {
        for index in value.indices { try fields(&value[index], &self) }
    }
}
