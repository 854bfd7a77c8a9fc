import Catalog
import Language
import Storage

/// Why a tool fits, in the words that users read.
struct Reasons {
    private let question: Question
    private let snapshot: Snapshot

    init(_ question: Question, _ snapshot: Snapshot) {
        self.question = question
        self.snapshot = snapshot
    }

    func reasons(for tool: Tool, _ candidate: Search.Candidate, topics: [String]) throws(SnapshotError) -> [String] {
        var reasons: [String] = []
        if question.names.contains(candidate.index) { reasons.append("genoemd in de vraag") }
        for group in try snapshot.terms(candidate.groups & question[.group], of: .groupTerms) { reasons.append(group.name) }
        for group in try snapshot.terms(candidate.groups & question.implied[.group] & ~question[.group], of: .groupTerms) {
            reasons.append("past mogelijk bij \(group.name)")
        }
        for group in try snapshot.terms(candidate.also & question[.group] & ~candidate.groups, of: .groupTerms) {
            for other in tool.alsoServes where other.targetGroup == group.id {
                reasons.append("volgens de tekst ook voor \(group.name) (p. \(other.page))")
            }
        }
        if !question.ages.isEmpty { reasons.append(age(tool)) }
        for facet in Facet.allCases where question[facet] != 0 {
            let definition = facet.definition
            try add(definition.reasons.own, definition.column, facet, candidate.index, to: &reasons)
            try add(definition.reasons.also, definition.also, facet, candidate.index, to: &reasons)
        }
        if let need = candidate.need { reasons.append("voor: \(try snapshot.item(.needs, at: need, as: Need.self).name)") }
        var about = ""
        for name in topics.prefix(3).map({ $0.asWords }) { about += about.isEmpty ? "gaat over \(name)" : ", \(name)" }
        if !about.isEmpty { reasons.append(about) }
        return reasons
    }

    private func age(_ tool: Tool) -> String {
        guard !tool.ages.isEmpty else { return "leeftijd niet vermeld" }
        var stated = ""
        for age in tool.ages { stated += stated.isEmpty ? age.stated : " en " + age.stated }
        var asked: Int32 = 0
        var covered: Int32 = 0
        for wanted in question.ages {
            asked += wanted.months.upperBound - wanted.months.lowerBound
            var best: Int32 = 0
            for age in tool.ages { best = max(best, age.overlap(wanted)) }
            covered += best
        }
        if covered == 0 { return "leeftijd \(stated) past niet" }
        if covered >= asked { return "leeftijd \(stated)" }
        let share = (100 * covered + asked / 2) / max(1, asked)
        return "leeftijd \(stated): \(min(99, max(1, share))) % van de gevraagde"
    }

    /// Adds the terms that were asked for and that a column says of a tool.
    private func add(
        _ label: String?, _ column: Snapshot.Section?, _ facet: Facet, _ tool: UInt32, to reasons: inout [String]
    ) throws(SnapshotError) {
        guard let label, let column, case .terms(let list) = facet.definition.list else { return }
        let terms = try snapshot.terms(snapshot.column(column).set(tool) & question[facet], of: list)
        if !terms.isEmpty { reasons.append("\(label) \(terms.map { $0.name }.line(", "))") }
    }

    /// What to mind: where the age or the level needs care, and the first remarks of the catalogue.
    static func remarks(_ tool: Tool, _ candidate: Search.Candidate, _ question: Question) -> [String] {
        var remarks: [String] = []
        if let availability = tool.availability { remarks.append(availability) }
        for listing in tool.listings where listing.pointer && question[.group] != 0 {
            remarks.append("verwijzing: voor deze doelgroep is geen eigen instrument gekozen")
            break
        }
        if let caveat = tool.evidence.caveats.first { remarks.append(caveat) }
        if let remark = tool.remarks.first { remarks.append(remark) }
        return remarks
    }
}
