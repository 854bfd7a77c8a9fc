import Catalog

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
        for group in try snapshot.terms(candidate.groups & question.groups, of: .groupTerms) { reasons.append(group.name) }
        for group in try snapshot.terms(candidate.groups & question.impliedGroups & ~question.groups, of: .groupTerms) {
            reasons.append("past mogelijk bij \(group.name)")
        }
        for group in try snapshot.terms(candidate.also & question.groups & ~candidate.groups, of: .groupTerms) {
            for other in tool.alsoServes where other.targetGroup == group.id {
                reasons.append("volgens de tekst ook voor \(group.name) (p. \(other.page))")
            }
        }
        if !question.ages.isEmpty { reasons.append(age(tool)) }
        try add(.toolForms, of: .forms, candidate.index, asked: question.forms, "vorm", to: &reasons)
        try add(.toolSettings, of: .settings, candidate.index, asked: question.settings, "voor", to: &reasons)
        try add(
            .toolSettingsBroad, of: .settings, candidate.index, asked: question.settings, "uitvoerder ruim genoemd, kan ook voor",
            to: &reasons)
        try add(.toolAimedAt, of: .aimedAt, candidate.index, asked: question.aimedAt, "gericht op", to: &reasons)
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

    /// Adds the terms that were asked for and that a tool has.
    private func add(
        _ column: Snapshot.Section, of list: Snapshot.Section, _ tool: UInt32, asked: UInt64, _ label: String, to reasons: inout [String]
    ) throws(SnapshotError) {
        guard asked != 0 else { return }
        let terms = try snapshot.terms(snapshot.column(column).set(tool) & asked, of: list)
        if !terms.isEmpty { reasons.append("\(label) \(terms.map { $0.name }.line(", "))") }
    }

    /// What to mind: where the age or the level needs care, and the first remarks of the catalogue.
    static func remarks(_ tool: Tool, _ candidate: Search.Candidate, _ question: Question) -> [String] {
        var remarks: [String] = []
        if let availability = tool.availability { remarks.append(availability) }
        for listing in tool.listings where listing.pointer && question.groups != 0 {
            remarks.append("verwijzing: voor deze doelgroep is geen eigen instrument gekozen")
            break
        }
        if let caveat = tool.evidence.caveats.first { remarks.append(caveat) }
        if let remark = tool.remarks.first { remarks.append(remark) }
        return remarks
    }
}
