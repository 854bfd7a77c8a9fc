import Foundation
import Testing

/// The catalogue's files, read with Foundation: a second reader, which shares nothing with the product's own.
enum CatalogFiles {
    static let root = URL(filePath: #filePath).appending(path: "../../../Catalog").standardized

    /// All that tests are run over; empty when a file cannot be read, which `FileTests` reports.
    static let tools: [ToolFile] = (try? folders.flatMap { try tools(in: $0.folder) }) ?? []
    static let instruments = tools.filter { $0.kind == "signalering" }
    static let interventions = tools.filter { $0.kind == "interventie" }
    static let byID = Dictionary(tools.map { ($0.id, $0) }) { first, _ in first }

    static let folders: [(folder: String, kind: String)] = [("instruments", "signalering"), ("interventions", "interventie")]

    static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path(percentEncoded: false)).sorted()
    }

    static func tools(in folder: String) throws -> [ToolFile] {
        try names(in: folder).map { name in
            var tool: ToolFile = try decode("\(folder)/\(name)")
            tool.file = "\(folder)/\(name)"
            return tool
        }
    }

    static func decode<Value: Decodable>(_ name: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(contentsOf: root.appending(path: name)))
    }

    /// The tools that a source's table lists under a group, row by row.
    static func rows(table: Int, group: String) -> [(tool: ToolFile, listing: ListingEntry)] {
        tools.flatMap { tool in tool.listings.map { (tool, $0) } }
            .filter { $0.1.table == table && $0.1.targetGroup == group }
            .sorted { $0.1.row < $1.1.row }
    }
}

struct ToolFile: Decodable, Sendable, CustomTestStringConvertible {
    var file: String?
    var id: String
    var kind: String
    var name: String
    var abbreviation: String?
    var aliases: [String]?
    var summary: String
    var aimedAt: [String]
    var audience: String?
    var forms: [String]
    var administeredBy: [String]
    var settings: [String]
    var settingsBroad: [String]?
    var population: [String]?
    var purpose: String?
    var topics: [String]
    var links: [LinkEntry]?
    var ages: [AgeEntry]?
    var evidence: EvidenceEntry
    var listings: [ListingEntry]
    var references: [String]
    var seeAlso: [String]?
    var alsoServes: [AlsoServesEntry]?
    var availability: String?
    var remarks: [String]?

    var testDescription: String { id }

    /// Every name by which it may be called.
    var names: [String] { [name] + [abbreviation].compactMap { $0 } + (aliases ?? []) + listings.compactMap { $0.differs?.name } }

    /// The ages of the tool and those that one row gives instead.
    var allAges: [AgeEntry] { (ages ?? []) + listings.flatMap { $0.differs?.ages ?? [] } }

    /// Every reference, wherever it stands.
    var allReferences: [String] {
        references + (evidence.references ?? []) + listings.flatMap { ($0.references ?? []) + ($0.evidenceReferences ?? []) }
    }

    /// The groups that list it.
    var targetGroups: Set<String> { Set(listings.map { $0.targetGroup }).subtracting([""]) }

    /// Whether the report's tables list it.
    var isListed: Bool { listings.contains { $0.isRow } }

    func names(_ other: ToolFile) -> Bool { seeAlso?.contains(other.id) == true }
}

struct LinkEntry: Decodable, Sendable {
    var title: String
    var url: String
}

struct AgeEntry: Decodable, Sendable, CustomTestStringConvertible {
    var from: Int?
    var to: Int?
    var stated: String

    /// As ages are written in the tests: `24..<204`, `nil..<60`.
    var testDescription: String { "\(from.map { "\($0)" } ?? "nil")..<\(to.map { "\($0)" } ?? "nil")" }
}

struct EvidenceEntry: Decodable, Sendable {
    struct Cotan: Decodable {
        var status: String
        var year: Int?
        var verdict: String?
    }
    struct Subgroup: Decodable {
        var name: String
        var level: String
    }
    /// The rungs of the NJi ladder.
    static let ladder = ["sterke-aanwijzingen", "goede-aanwijzingen", "eerste-aanwijzingen", "goed-onderbouwd"]

    struct Scope: Decodable {
        var text: String
        var ages: [AgeEntry]?
    }

    var level: String
    var scope: Scope?
    var basis: [String]?
    var statement: String
    var reliability: String?
    var validity: String?
    var norms: String?
    var cotan: Cotan?
    var recognition: String?
    var year: Int?
    var subgroups: [Subgroup]?
    var caveats: [String]?
    var references: [String]?

    /// Whether an instrument's level is a judgement.
    var isJudgement: Bool { ["goed", "voldoende", "wisselend", "onvoldoende"].contains(level) }

    var isOnLadder: Bool { EvidenceEntry.ladder.contains(level) }
}

struct ListingEntry: Decodable, Sendable {
    struct Differences: Decodable {
        var name: String?
        var ages: [AgeEntry]?
        var settings: [String]?
    }
    var source: String
    /// Absent in a source without tables and rows, which has sections instead.
    @Absent var table = 0
    @Absent var targetGroup = ""
    @Absent var row = 0
    @Absent var page = 0
    var section: String?
    var pageEnd: Int?
    var pointer: Bool?
    var references: [String]?
    var evidenceReferences: [String]?
    var differs: Differences?

    /// Whether it is a row of the report's tables.
    var isRow: Bool { source == "kennissynthese-2025" }
}

/// A value that a file may leave out: nothing stands in for it.
@propertyWrapper
struct Absent<Value: Decodable & Sendable>: Decodable, Sendable {
    var wrappedValue: Value
    init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
    init(from decoder: any Decoder) throws { wrappedValue = try Value(from: decoder) }
}

extension KeyedDecodingContainer {
    func decode(_ type: Absent<Int>.Type, forKey key: Key) throws -> Absent<Int> {
        try decodeIfPresent(type, forKey: key) ?? Absent(wrappedValue: 0)
    }

    func decode(_ type: Absent<String>.Type, forKey key: Key) throws -> Absent<String> {
        try decodeIfPresent(type, forKey: key) ?? Absent(wrappedValue: "")
    }
}

struct AlsoServesEntry: Decodable, Sendable {
    var targetGroup: String
    var page: Int
}

/// `evidence-scales.json`.
struct ScalesFile: Decodable {
    struct Entry: Decodable { var id: String }
    var instrumentLevels: [Entry]
    var interventionLevels: [Entry]
    var cotan: [Entry]
    var recognition: [Entry]
    var basis: [Entry]
}

/// `vocabulary.json`, as far as the closed lists of tools go.
struct VocabularyFile: Decodable {
    struct Entry: Decodable {
        var id: String
        var name: String
    }
    var settings: [Entry]
    var populations: [Entry]
}

/// `cooperation.json`, as far as it leads to tools.
struct CooperationFile: Decodable {
    struct Project: Decodable {
        var number: Int
        var tools: [String]?
    }
    var projects: [Project]
}

/// `references.json`.
struct ReferencesFile: Decodable {
    struct Entry: Decodable {
        var id: String
        var citation: String
        var url: String?
    }
    var references: [Entry]
}

struct ClaimEntry: Decodable {
    var kind: String
    var count: Int
    var page: Int
}

/// `target-groups.json`.
struct GroupsFile: Decodable {
    struct Entry: Decodable {
        var id: String
        var claims: [ClaimEntry]
    }
    var targetGroups: [Entry]
}

/// `catalog.json`.
struct InfoFile: Decodable {
    struct Source: Decodable {
        var id: String
        var dated: String
    }
    var evidenceAdvice: String
    var mainSource: String
    var sources: [Source]
    var claims: [ClaimEntry]
    var remarks: [String]
}
