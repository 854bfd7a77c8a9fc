import Catalog

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

/// Which areas of life a choice of interventions serves.
struct Coverage {
    /// For each area, how many of them address it.
    let counts: [(area: LifeArea, count: Int)]
    private let total: Int

    /// - Parameter tools: instruments among them are left out.
    init(_ tools: [Tool]) {
        let interventions = tools.filter { $0.kind == .intervention }
        total = interventions.count
        counts = LifeArea.allCases.map { area in (area, interventions.count { area.isServed(by: $0) }) }
    }

    /// What is served and what stays empty; nil when there are no two interventions to combine.
    var sentence: String? {
        guard total > 1 else { return nil }
        let served = counts.filter { $0.count > 0 }.map { "\($0.area.name) (\($0.count))" }
        let empty = counts.filter { $0.count == 0 }.map { $0.area.name }
        var sentences = ["Deze interventies richten zich op \(served.joined(separator: ", "))."]
        if !empty.isEmpty { sentences.append("Geen ervan richt zich op \(empty.joined(separator: " of ")).") }
        sentences.append("Eén domein versterken zonder de andere doet minder (rapport, p. 12).")
        return sentences.joined(separator: " ")
    }
}
