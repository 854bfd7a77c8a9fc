import Foundation
import Testing

/// The project's own files, beside which the program must stand.
enum Project {
    private static var root: URL { URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL }

    static var catalog: URL { root.appending(path: "Catalog") }

    /// The example of an organisation's own tools.
    static var addition: URL { root.appending(path: "Tests/CatalogSourceTests/Addition") }

    /// The ids of all tools, by the names of their files.
    static let tools = toolFiles.map { $0.deletingPathExtension().lastPathComponent }

    private static var toolFiles: [URL] {
        ["instruments", "interventions"].flatMap { folder in
            let names =
                (try? FileManager.default.contentsOfDirectory(atPath: catalog.appending(path: folder).path(percentEncoded: false))) ?? []
            return names.filter { $0.hasSuffix(".json") }.sorted().map { catalog.appending(path: "\(folder)/\($0)") }
        }
    }

    /// A tool's file as it stands.
    static func tool(_ id: String) throws -> [String: Any] {
        let file = try #require(toolFiles.first { $0.lastPathComponent == "\(id).json" })
        return try object(file)
    }

    static func object(_ file: URL) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    }

    /// The name that a level's id is shown by.
    static func levelName(_ id: String, ofInstrument: Bool) throws -> String {
        let scales = try object(catalog.appending(path: "evidence-scales.json"))
        let levels = try #require(scales[ofInstrument ? "instrumentLevels" : "interventionLevels"] as? [[String: Any]])
        return try #require(levels.first { $0["id"] as? String == id }?["name"] as? String)
    }

    /// The short name that a target group is shown by.
    static func groupName(_ id: String) throws -> String {
        let groups = try #require(try object(catalog.appending(path: "target-groups.json"))["targetGroups"] as? [[String: Any]])
        return try #require(groups.first { $0["id"] as? String == id }?["short"] as? String)
    }
}

/// A tool in an answer's JSON.
struct FoundTool {
    let members: [String: Any]

    var id: String { members["id"] as? String ?? "" }
    var kind: String { members["kind"] as? String ?? "" }
    var targetGroups: [String] { members["targetGroups"] as? [String] ?? [] }
    var reasons: [String] { members["reasons"] as? [String] ?? [] }
    var remarks: [String] { members["remarks"] as? [String] ?? [] }
    var statesAge: Bool { !((members["ages"] as? [Any])?.isEmpty ?? true) }
    var evidence: [String: Any] { members["evidence"] as? [String: Any] ?? [:] }
    var level: String { evidence["level"] as? String ?? "" }
}

/// An answer's JSON.
struct FoundAnswer {
    let members: [String: Any]

    init(_ arguments: String..., environment: [String: String] = [:]) throws {
        members = try Run(["zoek", "--formaat", "json"] + arguments, environment: environment).json
    }

    var question: [String: Any] { members["question"] as? [String: Any] ?? [:] }
    var results: [FoundTool] { (members["results"] as? [[String: Any]] ?? []).map { FoundTool(members: $0) } }
    var notices: [String] { members["notices"] as? [String] ?? [] }

    /// The ages that were understood, each as `from-to` in months.
    var ages: [String] {
        (question["ages"] as? [[String: Any]] ?? []).map {
            "\(($0["from"] as? Int).map(String.init) ?? "")-\(($0["to"] as? Int).map(String.init) ?? "")"
        }
    }

    func texts(_ facet: String) -> [String] { question[facet] as? [String] ?? [] }
}
