import Catalog
import Documents
import Search
import Storage

/// Tools side by side, field by field.
public struct Comparison: Sendable {
    private let tools: [Tool]
    private let context: ToolContext
    private let title: String

    /// Tools side by side, by their places in the catalogue.
    public init(_ tools: [UInt32], title: String?, _ search: Search) throws(SnapshotError) {
        context = try ToolContext(search)
        var found: [Tool] = []
        for index in tools { found.append(try search.snapshot.tool(index)) }
        self.tools = found
        self.title = title ?? "Vergelijking van " + found.map { $0.abbreviation ?? $0.name }.joined(separator: " en ")
    }

    /// The day of the catalogue, as YYYY-MM-DD.
    public var date: String { context.info.date }

    /// A field, and what it is for each tool.
    private struct Field {
        var column: ToolColumn
        var values: [Cell]
        var differs: Bool
    }

    /// All fields of which at least one tool says something.
    private var fields: [Field] {
        ToolColumn.all.filter { $0.id != "naam" }.compactMap { column in
            let values = tools.map { column.cell($0, context) }
            guard values.contains(where: { $0 != .empty }) else { return nil }
            return Field(column: column, values: values, differs: values.contains { $0 != values[0] })
        }
    }

    /// The comparison as a table, one row for each field.
    public func report() -> TabularReport {
        let fields = fields
        let columns =
            [Table.Column(id: "kenmerk", heading: "Kenmerk", width: 22, narrowest: 12)]
            + tools.map { Table.Column(id: $0.id, heading: ToolText.name($0), width: 44, narrowest: 14) }
        // The mark is a word, so that it can be heard and searched for too.
        let rows = fields.map { field in
            [Cell.text(field.column.column.heading + (field.differs ? " (verschilt)" : ""))] + field.values
        }
        let different = fields.count { $0.differs }
        return TabularReport(
            title: title,
            facts: [
                ("Verschillen", "\(different) van de \(fields.count) kenmerken verschillen; daar staat ‘verschilt’ bij"),
                ("Catalogus", "versie \(context.info.version), \(context.info.date)"),
            ], tables: [Table(columns: columns, rows: rows)],
            explanation: [
                context.info.evidenceAdvice,
                "Niveaus van een instrument en van een interventie staan op verschillende schalen en zijn niet te vergelijken.",
            ],
            sources: [])
    }

    /// The comparison as JSON, format 1.
    public func json() -> String { value.json() + "\n" }

    /// The comparison for programs, not yet written.
    public var value: JSONValue {
        .object([
            ("format", .number(1)),
            (
                "fields",
                .list(
                    fields.map { field in
                        .object([
                            ("id", .text(field.column.id)), ("label", .text(field.column.column.heading)),
                            ("differs", .bool(field.differs)),
                            ("values", .list(field.values.map { $0 == .empty ? .null : .text($0.text) })),
                        ])
                    })
            ), ("tools", .list(tools.map { JSONValue($0, context) })),
        ])
    }
}
