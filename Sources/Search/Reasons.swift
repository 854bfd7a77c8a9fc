import Catalog

/// Why a tool fits, in the words that users read.
struct Reasons {
    private let question: Question
    private let lists: TermLists

    init(_ question: Question, _ lists: TermLists) {
        self.question = question
        self.lists = lists
    }

    func reasons(for tool: Tool, _ candidate: Search.Candidate, topics: [String]) -> [String] {
        var reasons: [String] = []
        if question.names.contains(candidate.index) { reasons.append("genoemd in de vraag") }
        for name in TermLists.names(candidate.groups & question.groups, of: lists.groups) { reasons.append(name) }
        let also = candidate.also & question.groups & ~candidate.groups
        for id in TermLists.ids(also, of: lists.groups) {
            for other in tool.alsoServes where other.targetGroup == id {
                let name = lists.groups.first { $0.id == id }?.name ?? id
                reasons.append("volgens de tekst ook voor \(name) (p. \(other.page))")
            }
        }
        if !question.ages.isEmpty { reasons.append(age(tool)) }
        reasons += terms(tool.forms, question.forms, lists.forms, "vorm")
        reasons += terms(tool.settings, question.settings, lists.settings, "voor")
        reasons += terms(tool.aimedAt, question.aimedAt, lists.aimedAt, "gericht op")
        var about = ""
        for name in topics.prefix(3) { about += about.isEmpty ? "gaat over \(name)" : ", \(name)" }
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

    private func terms(_ ids: [String], _ asked: UInt64, _ list: [Term], _ label: String) -> [String] {
        guard asked != 0 else { return [] }
        var names = ""
        for (place, term) in list.enumerated() where place < 60 && asked >> UInt64(place) & 1 == 1 && ids.contains(term.id) {
            names += names.isEmpty ? term.name : ", " + term.name
        }
        return names.isEmpty ? [] : ["\(label) \(names)"]
    }

    /// What to mind: where the age or the level needs care, and the first remarks of the catalogue.
    static func remarks(_ tool: Tool, _ candidate: Search.Candidate, _ question: Question) -> [String] {
        var remarks: [String] = []
        if let availability = tool.availability { remarks.append(availability) }
        for listing in tool.listings where listing.pointer && question.groups != 0 {
            remarks.append("verwijzing: voor deze doelgroep is geen eigen instrument gekozen")
            break
        }
        return remarks + tool.evidence.caveats.prefix(1) + tool.remarks.prefix(1)
    }
}
