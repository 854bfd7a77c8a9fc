import Catalog

/// Answers questions from a catalogue.
public struct Search: Sendable {
    /// The catalogue that is searched.
    public let snapshot: Snapshot

    /// Searches a catalogue.
    public init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    /// How a question is understood.
    public func read(_ text: String) throws(SnapshotError) -> Question {
        try QuestionReader.read(text, snapshot: snapshot)
    }

    /// The tools that fit a question, best first.
    /// - Parameters:
    ///   - question: what is asked, as `read(_:)` understood it.
    ///   - limit: how many of each kind at most.
    /// - Throws: `SnapshotError` when the catalogue is damaged.
    public func answer(_ question: Question, limit: UInt32) throws(SnapshotError) -> Answer {
        var answer = Answer()
        answer.question = question
        try addNotices(to: &answer)
        answer.pointers = try pointers(for: question)
        guard question.isAnswerable else { return answer }
        var candidates = try rank(question)
        if candidates.isEmpty, let (relaxed, dropped) = try nearest(question) {
            answer.dropped = dropped
            candidates = relaxed
        } else {
            answer.total = UInt32(candidates.count)
        }
        let reasons = Reasons(question, snapshot)
        let postings = try postings(of: question).filter { $0.topic.isMain }
        let chosen = limited(candidates, to: limit)
        answer.results.reserveCapacity(chosen.count)
        for candidate in chosen {
            let topics = try names(of: postings, tool: candidate.index)
            answer.results.append(try result(candidate, question, reasons, topics: topics))
        }
        return answer
    }

    /// The tools that a name may mean: those that bear it, or else those with names near it.
    public func tools(named name: String) throws(SnapshotError) -> (tools: [UInt32], isExact: Bool) {
        if let index = try snapshot.index(ofTool: name) { return ([index], true) }
        let words = Words(name)
        let finder = try NameFinder(snapshot)
        let exact = try finder.exact(in: words, isFiller: { _ in false })
        for found in exact where found.range.count == words.tokens.count { return (found.tools, true) }
        if let near = try finder.misspelt(in: words, isPlain: { _ in false }) { return (near.tools, false) }
        return (exact.flatMap { $0.tools }, false)
    }

    // MARK: Choosing and ranking

    /// What it counts to be aimed at whom the question names.
    private static let aimedAtWeight: Int32 = 500

    /// A tool that may fit, with what the columns say of it.
    struct Candidate {
        var index: UInt32
        var kind: Kind
        var score: Score
        var groups: UInt64
        var also: UInt64
        /// Whether it states an age that fits the question's, so that it comes before those that state none.
        var ageStated: Bool
    }

    /// The index's weights of a question's topics for a tool: all of them, and those that the question is about.
    struct TopicScore {
        var main: UInt64 = 0
        var aside: UInt64 = 0

        /// Against the best of all tools, in thousandths; asides only break ties.
        func share(of best: TopicScore) -> Int32 {
            // A question of thousands of topics stays far below what 64 bits hold.
            Int32(truncatingIfNeeded: main &* 1000 / max(1, best.main)) + Int32(truncatingIfNeeded: aside &* 100 / max(1, best.aside))
        }
    }

    /// How many tools fit a question.
    func total(of question: Question, _ topics: [TopicScore]) throws(SnapshotError) -> UInt32 {
        question.isAnswerable ? UInt32(try candidates(question, topics).count) : 0
    }

    /// The tools that fit a question, in the order of their ids.
    func candidates(_ question: Question, _ topics: [TopicScore]) throws(SnapshotError) -> [Candidate] {
        var best = TopicScore()
        for topic in topics { best = TopicScore(main: max(best.main, topic.main), aside: max(best.aside, topic.aside)) }
        let columns = try Columns(snapshot)
        var candidates: [Candidate] = []
        for index in 0..<(try snapshot.toolCount) {
            let topic = topics.isEmpty ? TopicScore() : topics[Int(index)]
            if let candidate = try candidate(index, question, columns, topic: topic, best: best) { candidates.append(candidate) }
        }
        return candidates
    }

    private func rank(_ question: Question) throws(SnapshotError) -> [Candidate] {
        var candidates = try candidates(question, topicScores(question))
        candidates.sort { first, second in
            if first.score.tier != second.score.tier { return first.score.tier > second.score.tier }
            if !question.ages.isEmpty, first.ageStated != second.ageStated { return first.ageStated }
            if first.score.total != second.score.total { return first.score.total > second.score.total }
            return first.index < second.index
        }
        return candidates
    }

    private func candidate(
        _ index: UInt32, _ question: Question, _ columns: Columns, topic: TopicScore, best: TopicScore
    ) throws(SnapshotError) -> Candidate? {
        guard let kind = Kind(rawValue: try columns.kinds.number(index)) else { return nil }
        let isNamed = question.names.contains(index)
        // A question that is only a name is answered with what it names.
        if !isNamed, question.isOnlyName { return nil }
        if !isNamed, let asked = question.kind, asked != kind { return nil }
        let groups = try columns.groups.set(index)
        let also = try columns.alsoServes.set(index)
        var candidate = Candidate(index: index, kind: kind, score: Score(), groups: groups, also: also, ageStated: false)
        if !isNamed, question.groups != 0, (groups | also) & question.groups == 0 { return nil }
        // What is not wanted, and what options require, holds for a tool called by name too.
        if question.excluded.kind == kind || groups & question.excluded.groups != 0 { return nil }
        guard try isWanted(index, question, columns), try meets(question.required, index, kind, columns) else { return nil }
        let (fits, age, stated) = try ageFit(index, question, columns)
        guard fits || isNamed else { return nil }
        candidate.ageStated = stated
        candidate.score.age = age
        candidate.score.facets = try facets(index, kind, question, columns)
        candidate.score.topic = topic.share(of: best)
        candidate.score.specific = specific(groups, question)
        candidate.score.evidence = try evidence(columns.levels.number(index), question)
        guard isNamed || question.groups != 0 || isAbout(question, topic, candidate.score) else { return nil }
        candidate.score.tier = tier(candidate, question, isNamed: isNamed)
        return candidate
    }

    /// Whether none of its terms was excluded. What has other terms besides stays in, for terms of which a tool has several.
    func isWanted(_ index: UInt32, _ question: Question, _ columns: Columns) throws(SnapshotError) -> Bool {
        let excluded = question.excluded
        if excluded.forms != 0, try columns.forms.set(index) & excluded.forms != 0 { return false }
        if excluded.settings != 0, try columns.settings.set(index) & excluded.settings != 0 { return false }
        if excluded.aimedAt != 0, try columns.aimedAt.set(index) & excluded.aimedAt != 0 { return false }
        return true
    }

    /// Whether it has what options require.
    func meets(
        _ required: Requirements, _ index: UInt32, _ kind: Kind, _ columns: Columns
    ) throws(SnapshotError) -> Bool {
        if required.forms != 0, try columns.forms.set(index) & required.forms == 0 { return false }
        if required.settings != 0, try columns.settings.set(index) & required.settings == 0 { return false }
        if required.aimedAt != 0, try columns.aimedAt.set(index) & required.aimedAt == 0 { return false }
        if let levels = required.levels, levels[kind] >> UInt64(try columns.levels.number(index)) & 1 == 0 { return false }
        return true
    }

    private func tier(_ candidate: Candidate, _ question: Question, isNamed: Bool) -> Int32 {
        if isNamed { return 3 }
        if question.groups != 0 {
            if candidate.groups & question.groups == question.groups { return 2 }
            return candidate.groups & question.groups != 0 ? 1 : 0
        }
        // Far from the topic when others are close to it: below them, whatever their age.
        let isFar = question.topics.contains { $0.isMain } && candidate.score.topic < 250
        // A guideline's programmes for all parents come below what was chosen for a target group.
        return isFar ? 0 : candidate.groups == 0 ? 1 : 2
    }

    /// Whether a tool is about what was asked, when no group chooses the tools: about its topic, or else of its form, setting or level.
    private func isAbout(_ question: Question, _ topic: TopicScore, _ score: Score) -> Bool {
        if question.topics.contains(where: { $0.isMain }) { return topic.main > 0 }
        // Whom it is aimed at says little by itself: many tools are aimed at parents, few are an app.
        let asksMore = question.settings | question.forms != 0 || question.levels != nil
        if asksMore { return score.facets > 0 && score.facets != Search.aimedAtWeight }
        return score.facets > 0 || question.aimedAt == 0
    }

    /// How far a tool's ages cover the ages asked for; not at all means that it does not fit.
    func ageFit(
        _ index: UInt32, _ question: Question, _ columns: Columns
    ) throws(SnapshotError) -> (fits: Bool, score: Int32, stated: Bool) {
        guard !question.ages.isEmpty else { return (true, 0, false) }
        let places = try columns.ages.places(ofTool: index)
        guard !places.isEmpty else { return (true, 0, false) }
        var sum: Int32 = 0
        var fits = false
        for asked in question.ages {
            var best: Int32 = 0
            for place in places {
                let age = try columns.ages.age(place)
                let overlap = age.overlap(asked)
                guard overlap > 0 else { continue }
                // Covering counts most; a range made for this age rather than for all children counts a little.
                best = max(best, 700 * overlap / Int32(asked.months.count) + 300 * overlap / Int32(age.months.count) + 1)
            }
            if best > 0 { fits = true }
            sum += best
        }
        return (fits, sum / Int32(question.ages.count), fits)
    }

    private func facets(
        _ index: UInt32, _ kind: Kind, _ question: Question, _ columns: Columns
    ) throws(SnapshotError) -> Int32 {
        var score: Int32 = 0
        if question.settings != 0, try columns.settings.set(index) & question.settings != 0 { score += 700 }
        if question.forms != 0, try columns.forms.set(index) & question.forms != 0 { score += 450 }
        if question.aimedAt != 0, try columns.aimedAt.set(index) & question.aimedAt != 0 { score += Search.aimedAtWeight }
        if let levels = question.levels {
            let level = try columns.levels.number(index)
            if levels[kind] >> UInt64(level) & 1 == 1 { score += 1000 }
        }
        return score
    }

    private func specific(_ groups: UInt64, _ question: Question) -> Int32 {
        guard question.groups != 0 else { return 0 }
        return Int32(60 * (groups & question.groups).nonzeroBitCount / max(1, groups.nonzeroBitCount))
    }

    /// A question for good evidence is answered by strength; otherwise evidence only breaks ties.
    private func evidence(_ level: UInt32, _ question: Question) -> Int32 {
        max(0, 10 - Int32(level)) * (question.levels == nil ? 4 : 60)
    }

    /// Where the index's entries of a topic stand.
    struct Postings {
        let topic: Topic
        let bytes: Bytes
        let start: UInt32
        let count: UInt32

        /// A tool, and what it weighs for the topic.
        func entry(_ place: UInt32) throws(SnapshotError) -> (tool: UInt32, weight: UInt32) { try bytes.pair(at: start + place * 10) }

        /// Whether a tool speaks of the topic; the entries are in the order of the tools.
        func contains(_ tool: UInt32) throws(SnapshotError) -> Bool {
            var low: UInt32 = 0
            var high = count
            while low < high {
                let middle = (low + high) / 2
                if try entry(middle).tool < tool { low = middle + 1 } else { high = middle }
            }
            guard low < count else { return false }
            return try entry(low).tool == tool
        }
    }

    /// The index's entries of a question's topics.
    func postings(of question: Question) throws(SnapshotError) -> [Postings] {
        guard !question.topics.isEmpty else { return [] }
        let table = StringTable(rows: try snapshot.section(.terms), texts: try snapshot.section(.termTexts))
        let bytes = try snapshot.section(.postings)
        var postings: [Postings] = []
        for topic in question.topics {
            guard let row = try table.find(topic.term) else { continue }
            guard row.second <= bytes.count / 10, row.first <= bytes.count - row.second * 10 else { throw .damaged(offset: row.first) }
            postings.append(Postings(topic: topic, bytes: bytes, start: row.first, count: row.second))
        }
        return postings
    }

    /// The index's weights of the question's topics, for each tool.
    func topicScores(_ question: Question) throws(SnapshotError) -> [TopicScore] {
        guard !question.topics.isEmpty else { return [] }
        var scores = [TopicScore](repeating: TopicScore(), count: Int(try snapshot.toolCount))
        for postings in try postings(of: question) {
            for place in 0..<postings.count {
                let (tool, weight) = try postings.entry(place)
                guard Int(tool) < scores.count else { throw .damaged(offset: postings.start) }
                let part = UInt64(weight) &* UInt64(postings.topic.weight) / 1000
                if postings.topic.isMain { scores[Int(tool)].main += part } else { scores[Int(tool)].aside += part }
            }
        }
        return scores
    }

    /// The first `limit` of each kind.
    func limited(_ candidates: [Candidate], to limit: UInt32) -> [Candidate] {
        var counts: [UInt32] = [0, 0]
        var kept: [Candidate] = []
        for candidate in candidates where counts[Int(candidate.kind.rawValue)] < limit {
            counts[Int(candidate.kind.rawValue)] += 1
            kept.append(candidate)
        }
        return kept
    }

    /// The names of the topics that a tool speaks of.
    private func names(of postings: [Postings], tool: UInt32) throws(SnapshotError) -> [String] {
        var names: [String] = []
        for postings in postings where !names.contains(postings.topic.name) {
            if try postings.contains(tool) { names.append(postings.topic.name) }
        }
        return names
    }

    // MARK: Nothing found

    /// What fits when one condition is dropped: the one that costs least to drop comes first.
    private func nearest(_ question: Question) throws(SnapshotError) -> ([Candidate], String)? {
        var attempts: [(Question, String)] = []
        func attempt(_ dropped: String, _ change: (inout Question) -> Void) {
            var relaxed = question
            change(&relaxed)
            attempts.append((relaxed, dropped))
        }
        if !question.ages.isEmpty { attempt("de leeftijd") { $0.ages = [] } }
        if question.excluded.isSet { attempt("wat u niet wilde") { $0.excluded = Exclusions() } }
        attemptRequirements(question, attempt)
        if question.kind != nil { attempt("de soort") { $0.kind = nil } }
        if question.groups != 0 { attempt("de doelgroep") { $0.groups = 0 } }
        for (relaxed, dropped) in attempts where !relaxed.isEmpty {
            let candidates = try rank(relaxed)
            if !candidates.isEmpty { return (candidates, dropped) }
        }
        return nil
    }

    /// Drops what options require: each requirement on its own, then all of them.
    private func attemptRequirements(_ question: Question, _ attempt: (String, (inout Question) -> Void) -> Void) {
        let required = question.required
        if required.levels != nil { attempt("de eis aan het niveau") { $0.required.levels = nil } }
        if required.forms != 0 { attempt("de eis aan de vorm") { ($0.forms, $0.required.forms) = (0, 0) } }
        if required.settings != 0 { attempt("de eis aan de setting") { ($0.settings, $0.required.settings) = (0, 0) } }
        if required.aimedAt != 0 { attempt("de eis ‘gericht op’") { ($0.aimedAt, $0.required.aimedAt) = (0, 0) } }
        if required.isSet { attempt("de eisen aan niveau, vorm, setting en gericht op") { $0.dropRequirements() } }
    }

    // MARK: Telling

    /// Where to turn in danger, when the words of a question speak of it.
    public func warnings(for question: Question) throws(SnapshotError) -> [String] {
        var warnings: [String] = []
        for notice in question.notices { warnings.append(try snapshot.item(.notices, at: notice, as: Notice.self).text) }
        return warnings
    }

    private func addNotices(to answer: inout Answer) throws(SnapshotError) {
        let question = answer.question
        answer.warnings = try warnings(for: question)
        answer.notices = answer.warnings
        for scope in question.scopes { answer.notices.append(try snapshot.item(.scopes, at: scope, as: Scope.self).answer) }
        var pointers: [String] = []
        if question.wantsSignals { pointers.append(Notice.signals) }
        if question.isParentingQuestion { pointers.append(Notice.parenting) }
        if !pointers.isEmpty {
            for notice in try snapshot.items(.notices, as: Notice.self) where pointers.contains(notice.id) {
                answer.notices.append(notice.text)
            }
        }
        answer.notices += question.notes
        if question.groups != 0, question.kind != .intervention { try addGaps(to: &answer) }
    }

    /// For a group to which only a pointer leads: what the source says of that.
    private func addGaps(to answer: inout Answer) throws(SnapshotError) {
        for gap in try snapshot.items(.gaps, in: answer.question.groups, as: SourcedText.self) where !gap.text.isEmpty {
            answer.gaps.append(gap.text)
        }
    }

    func result(
        _ candidate: Candidate, _ question: Question, _ reasons: Reasons, topics: [String]
    ) throws(SnapshotError) -> Result {
        let tool = try snapshot.listedTool(candidate.index)
        return Result(
            tool: tool, index: candidate.index, reasons: try reasons.reasons(for: tool, candidate, topics: topics),
            remarks: Reasons.remarks(tool, candidate, question), score: candidate.score)
    }
}

/// The columns that a search reads for every tool.
struct Columns {
    let kinds, levels, groups, alsoServes, aimedAt, forms, settings: Column
    let ages: AgeColumn

    init(_ snapshot: Snapshot) throws(SnapshotError) {
        kinds = try snapshot.column(.kinds)
        levels = try snapshot.column(.levels)
        groups = try snapshot.column(.groups)
        alsoServes = try snapshot.column(.alsoServes)
        aimedAt = try snapshot.column(.toolAimedAt)
        forms = try snapshot.column(.toolForms)
        settings = try snapshot.column(.toolSettings)
        ages = try AgeColumn(snapshot)
    }
}

extension Exclusions {
    var isSet: Bool { kind != nil || groups | aimedAt | forms | settings != 0 }
}

extension Question {
    /// Asks no longer for what options require.
    mutating func dropRequirements() {
        if required.forms != 0 { forms = 0 }
        if required.settings != 0 { settings = 0 }
        if required.aimedAt != 0 { aimedAt = 0 }
        required = Requirements()
    }

    /// Whether it is about what the catalogue does not know, and says nothing else that tools could be chosen by: tools for that age or of
    /// that kind would pass for an answer.
    public var isOnlyOutside: Bool {
        let isOutside = !scopes.isEmpty || !notes.isEmpty
        let choosesMore = groups | forms | settings | aimedAt != 0 || levels != nil || required.isSet || topics.contains { $0.isMain }
        return isOutside && names.isEmpty && !choosesMore
    }

    /// Whether tools can be chosen by it.
    var isAnswerable: Bool { !isEmpty && !isOnlyOutside }

    /// Whether nothing is asked but tools by name.
    var isOnlyName: Bool {
        !names.isEmpty && groups == 0 && ages.isEmpty && topics.isEmpty && forms == 0 && settings == 0 && aimedAt == 0 && levels == nil
    }
}
