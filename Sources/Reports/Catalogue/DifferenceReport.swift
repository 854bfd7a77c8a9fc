import Catalog
import Documents

/// What changed between two catalogues, for those who keep them.
public struct DifferenceReport: WrittenReport {
    private let difference: CatalogDifference
    private let old: String
    private let new: String

    /// A report of a difference.
    /// - Parameters:
    ///   - difference: what changed.
    ///   - old: the name of the catalogue before.
    ///   - new: the name of the catalogue after.
    public init(_ difference: CatalogDifference, from old: String, to new: String) {
        self.difference = difference
        self.old = old
        self.new = new
    }

    private static var headings: [(change: CatalogDifference.Change, id: String, heading: String)] {
        [
            (.added, "nieuw", "Nieuwe middelen"), (.removed, "verdwenen", "Verdwenen middelen"),
            (.changed, "gewijzigd", "Gewijzigde middelen"),
        ]
    }

    public var document: Document {
        var page = Document()
        page.title("Verschil tussen twee catalogi")
        page.field("Van", old)
        page.field("Naar", new)
        page.field("Samen", summary)
        for (change, _, heading) in DifferenceReport.headings {
            let tools = difference.tools.filter { $0.change == change }
            if !tools.isEmpty { page.heading(heading) }
            for tool in tools {
                page.item("\(tool.name) (\(tool.id)), \(tool.kind)")
                for field in tool.fields { page.subitem(DifferenceReport.line(field)) }
            }
        }
        for file in difference.files { page.section(file.file, file.fields.map { DifferenceReport.line($0) }) }
        return page
    }

    private var summary: String {
        if difference.isEmpty { return "geen verschillen" }
        var parts = DifferenceReport.headings.compactMap { change, id, _ in
            let count = difference.tools.count { $0.change == change }
            return count == 0 ? nil : "\(count) \(count == 1 ? "middel" : "middelen") \(id)"
        }
        let count = difference.files.count
        if count > 0 { parts.append("\(count) \(count == 1 ? "ander bestand" : "andere bestanden") gewijzigd") }
        return parts.joined(separator: ", ")
    }

    private static func line(_ field: CatalogDifference.Field) -> String {
        switch (field.old, field.new) {
        case (.list(let old)?, .list(let new)?) where !old.isEmpty:
            "\(field.path): andere volgorde, was \(old.joined(separator: ", ")), is nu \(new.joined(separator: ", "))"
        case (let old?, let new?): "\(field.path): was \(text(old)), is nu \(text(new))"
        case (nil, let new?): "\(field.path): erbij, \(text(new))"
        case (let old?, nil): "\(field.path): weg, was \(text(old))"
        case (nil, nil): field.path
        }
    }

    private static func text(_ value: CatalogDifference.Value) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .number(let number): String(number)
        case .text(let text): "“\(text)”"
        case .list(let ids): ids.isEmpty ? "een lege lijst" : ids.joined(separator: ", ")
        case .emptyObject: "{}"
        }
    }

    // MARK: JSON

    public func json() -> String {
        let tools = difference.tools.map { tool in
            JSONValue.object([
                ("id", .text(tool.id)), ("name", .text(tool.name)), ("kind", .text(tool.kind)), ("change", .text(tool.change.rawValue)),
                ("fields", .list(tool.fields.map { DifferenceReport.value($0) })),
            ])
        }
        let files = difference.files.map { file in
            JSONValue.object([("file", .text(file.file)), ("fields", .list(file.fields.map { DifferenceReport.value($0) }))])
        }
        return JSONValue.object([
            ("format", .number(1)), ("old", .text(old)), ("new", .text(new)), ("tools", .list(tools)), ("files", .list(files)),
        ]).json() + "\n"
    }

    /// A side where the field is not there has no key: null is a value too.
    private static func value(_ field: CatalogDifference.Field) -> JSONValue {
        let sides = [("old", field.old), ("new", field.new)].compactMap { key, side in side.map { (key, value($0)) } }
        return .object([("path", .text(field.path))] + sides)
    }

    private static func value(_ value: CatalogDifference.Value) -> JSONValue {
        switch value {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .number(let number): .number(number)
        case .text(let text): .text(text)
        case .list(let ids): JSONValue(ids)
        case .emptyObject: .object([])
        }
    }
}
