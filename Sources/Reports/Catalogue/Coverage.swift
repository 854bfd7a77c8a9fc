import Catalog
import Language
import Search

/// A domain of a child's life that interventions can strengthen. Strengthening one without the others does less (the report, p. 12 and 24).
enum LifeArea: CaseIterable {
    case child, family, surroundings

    /// The key in JSON output.
    var id: String {
        switch self {
        case .child: "child"
        case .family: "family"
        case .surroundings: "surroundings"
        }
    }

    var name: String {
        switch self {
        case .child: "het kind of de jongere zelf"
        case .family: "ouders en gezin"
        case .surroundings: "de omgeving"
        }
    }

    /// The words of `Vocabulary.aimedAt` that belong to it.
    private var aimedAt: [String] {
        switch self {
        case .child: ["kind", "jongere", "jongvolwassene"]
        case .family: ["ouder", "aanstaande-ouder", "gezin"]
        case .surroundings: ["leerkracht", "professional", "omgeving", "volwassene"]
        }
    }

    func isServed(by tool: Tool) -> Bool { tool.aimedAt.contains { aimedAt.contains($0) } }
}

/// Which areas of life the interventions among results serve.
struct Coverage {
    private let results: [Result]

    init(_ results: [Result]) { self.results = results }

    /// How many of the interventions address an area.
    func count(_ area: LifeArea) -> Int { results.count { $0.tool.kind == .intervention && area.isServed(by: $0.tool) } }

    /// What is served and what stays empty; nil when there are no two interventions to combine.
    var sentence: String? {
        guard results.count(where: { $0.tool.kind == .intervention }) > 1 else { return nil }
        var served: [String] = []
        var empty: [String] = []
        for area in LifeArea.allCases {
            let count = count(area)
            if count > 0 { served.append("\(area.name) (\(count))") } else { empty.append(area.name) }
        }
        var sentences = ["Deze interventies richten zich op \(served.line(", "))."]
        if !empty.isEmpty { sentences.append("Geen ervan richt zich op \(empty.line(" of ")).") }
        sentences.append("Eén domein versterken zonder de andere doet minder (rapport, p. 12).")
        return sentences.line(" ")
    }
}
