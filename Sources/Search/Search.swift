import Catalog
import Language
import Storage

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
        guard question.isAnswerable, !question.isWithheld(answer.dangers) else { return answer }
        var candidates = try rank(question)
        answer.total = UInt32(candidates.count)
        if candidates.count < Search.fewest { try fill(&candidates, &answer) }
        if answer.isAboutSafety { try keepFromLeading(&candidates) }
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
        let isWord = words.tokens.map { $0.isWord }
        let near = try finder.misspelt(in: words, isStrange: isWord, isBesides: { $0.count < words.tokens.count })
        if let near { return (near.tools, false) }
        return (exact.flatMap { $0.tools }, false)
    }

    // MARK: Choosing and ranking

    /// A tool that may fit, with what the columns say of it.
    struct Candidate {
        var index: UInt32
        var kind: Kind
        var groups: UInt64
        var also: UInt64
        var isNamed = false
        /// Whether it fits only when something that was asked is dropped.
        var isNear = false
        /// Whether something that was asked for, beside kind, age and group, is true of it.
        var isAbout = false
        /// The place of the need that it is above all for.
        var need: UInt32?
        var score = Score()
    }

    /// How many tools fit a question.
    func total(of question: Question, _ words: [WordScore]) throws(SnapshotError) -> UInt32 {
        question.isAnswerable ? UInt32(try candidates(question, words).count) : 0
    }

    /// The tools that fit a question, in the order of their ids.
    /// - Parameter includesNear: whether to add those that nothing shuts out but that are not about what was asked.
    func candidates(
        _ question: Question, _ words: [WordScore], includesNear: Bool = false
    ) throws(SnapshotError) -> [Candidate] {
        let columns = try Columns(snapshot)
        let weights = try Weights(snapshot)
        var candidates: [Candidate] = []
        for index in 0..<(try snapshot.toolCount) {
            guard var candidate = try allowed(index, question, columns) else { continue }
            try rate(&candidate, question, columns, words.isEmpty ? WordScore() : words[Int(index)])
            candidate.isNear = !(candidate.isNamed || candidate.isAbout || !question.asksForMore)
            if candidate.isNear, !includesNear { continue }
            candidate.score.total = weights.total(of: candidate.score.parts)
            candidates.append(candidate)
        }
        return candidates
    }

    private func rank(_ question: Question, includesNear: Bool = false) throws(SnapshotError) -> [Candidate] {
        var candidates = try candidates(question, wordScores(question), includesNear: includesNear)
        candidates.sort { first, second in
            if first.isNear != second.isNear { return second.isNear }
            if first.isNamed != second.isNamed { return first.isNamed }
            if first.score.total != second.score.total { return first.score.total > second.score.total }
            return first.index < second.index
        }
        return candidates
    }

    /// A tool that nothing of what was said shuts out; nil when something does. Only kind, group, age, exclusions and options do.
    private func allowed(_ index: UInt32, _ question: Question, _ columns: Columns) throws(SnapshotError) -> Candidate? {
        guard let kind = Kind(rawValue: try columns.kinds.number(index)) else { return nil }
        let isNamed = question.names.contains(index)
        // A question that is only a name is answered with what it names.
        if !isNamed, question.isOnlyName { return nil }
        if !isNamed, !question.kindIsImplied, let asked = question.kind, asked != kind { return nil }
        let (groups, also) = (try columns.set(.group, index), try columns.also(.group, index))
        if !isNamed, question[.group] != 0, (groups | also) & question[.group] == 0 { return nil }
        // What is not wanted, and what options require, holds for a tool called by name too.
        guard try isWanted(index, question, columns), try meets(question.required, index, columns) else { return nil }
        let fits = try ageFit(index, question, columns).fits
        guard isNamed || fits else { return nil }
        return Candidate(index: index, kind: kind, groups: groups, also: also, isNamed: isNamed)
    }

    /// Whether nothing of it was turned away.
    func isWanted(_ index: UInt32, _ question: Question, _ columns: Columns) throws(SnapshotError) -> Bool {
        let excluded = question.excluded
        if excluded.names.contains(index) { return false }
        if !excluded.sets.isEmpty {
            for facet in columns.facets where excluded[facet] != 0 {
                if try columns.set(facet, index) & excluded[facet] != 0 { return false }
            }
        }
        if excluded.ages.isEmpty { return true }
        return try !isOnly(for: excluded.ages, index, columns)
    }

    /// Whether all ages that a tool states lie within one that is not wanted.
    private func isOnly(for unwanted: [AgeRange], _ index: UInt32, _ columns: Columns) throws(SnapshotError) -> Bool {
        let places = try columns.ages.places(ofTool: index)
        for place in places {
            let age = try columns.ages.age(place)
            if !unwanted.contains(where: { $0.overlap(age) >= Int32(age.months.count) }) { return false }
        }
        return !places.isEmpty
    }

    /// Whether it has what options require.
    func meets(_ required: FacetSets, _ index: UInt32, _ columns: Columns) throws(SnapshotError) -> Bool {
        if required.isEmpty { return true }
        for facet in columns.facets where required[facet] != 0 {
            if try (columns.set(facet, index) | columns.also(facet, index)) & required[facet] == 0 { return false }
        }
        return true
    }

    /// Says how far each feature holds for a tool, in thousandths.
    private func rate(
        _ candidate: inout Candidate, _ question: Question, _ columns: Columns, _ words: WordScore
    ) throws(SnapshotError) {
        let index = candidate.index
        var parts = Score.Parts()
        func share(_ have: UInt64, of asked: UInt64) -> Int32 {
            asked == 0 ? 0 : Int32(1000 * (have & asked).nonzeroBitCount / asked.nonzeroBitCount)
        }
        for facet in columns.facets {
            let asked = question[facet] | question.implied[facet]
            guard asked != 0, let feature = columns.features(facet).own else { continue }
            let own = try columns.set(facet, index)
            parts[feature] = share(own, of: question[facet])
            if let also = columns.features(facet).also { parts[also] = share(try columns.also(facet, index) & ~own, of: asked) }
        }
        parts[.impliedGroup] = share(candidate.groups, of: question.implied[.group] & ~question[.group])
        let asked = question.allGroups
        parts[.ownGroup] = Int32(1000 * (candidate.groups & asked).nonzeroBitCount / max(1, candidate.groups.nonzeroBitCount))
        let age = try ageFit(index, question, columns)
        (parts[.age], parts[.ageMade]) = (age.cover, age.made)
        parts[.ageUnstated] = question.ages.isEmpty || age.stated ? 0 : 1000
        parts[.kind] = question.kindIsImplied && question.kind == candidate.kind ? 1000 : 0
        let population = try columns.set(.population, index)
        parts[.population] = population & question[.population] != 0 ? 1000 : 0
        parts[.narrower] = population != 0 && population & question[.population] == 0 ? 1000 : 0
        let level = try level(of: index, question, columns)
        parts[.level] = Search.nearness(of: level, to: candidate.kind.levels(in: question[.level]))
        parts[.evidence] = max(0, 1000 - 100 * Int32(level))
        (parts[.text], parts[.topic], parts[.asked]) = words.shares
        parts[.need] = words.need
        candidate.need = words.chiefNeed
        (parts[.focus], parts[.elsewhere]) = try focus(of: index, on: asked, columns)
        parts[.help] = question.kind == nil && candidate.kind == .intervention ? 1000 : 0
        parts[.unwantedTopic] = words.unwanted > 0 ? 1000 : 0
        parts[.supplement] = candidate.groups == 0 ? 1000 : 0
        candidate.score.parts = parts
        // What an option requires is true of every tool, and so says nothing of one; whom it is aimed at says little beside words.
        var facets = parts[.impliedGroup] + parts[.level]
        for facet in columns.facets where question.asked[facet] != 0 && question.required[facet] == 0 {
            if facet == .aimedAt, question.isAboutWords { continue }
            if let feature = columns.features(facet).own { facets += parts[feature] }
        }
        candidate.isAbout = words.main > 0 || words.need >= Search.needed || facets > 0
    }

    /// How much a tool was made for one of some target groups, and whether it was made for others only, in thousandths.
    private func focus(
        of index: UInt32, on groups: UInt64, _ columns: Columns
    ) throws(SnapshotError) -> (asked: Int32, elsewhere: Int32) {
        var most: UInt32 = 0
        var least = Grade.full
        let places = try columns.focuses.places(index)
        for place in places {
            let (group, grade) = try columns.focuses.grade(place)
            if groups >> UInt64(group) & 1 == 1 { most = max(most, grade) }
            least = min(least, grade)
        }
        let isForOthers = !places.isEmpty && most == 0 && least == Grade.full
        return (Int32(most * 1000 / Grade.full), isForOthers ? 1000 : 0)
    }

    /// A tool's level for the ages asked for: where the source binds it to others, nothing is known; a warning stays.
    private func level(of index: UInt32, _ question: Question, _ columns: Columns) throws(SnapshotError) -> UInt32 {
        let level = try columns.levels.number(index)
        guard !question.ages.isEmpty, let kind = Kind(rawValue: try columns.kinds.number(index)) else { return level }
        let scope = try columns.levelAges.ages(ofTool: index)
        guard LevelFit(asked: question.ages, in: scope) == .outside else { return level }
        let unknown = try snapshot.levelTerms(of: kind).firstIndex { $0.id == "onbekend" }
        return max(level, UInt32(unknown ?? 0))
    }

    /// How near a level is to those asked for: a question for evidence is answered by the distance to what was named.
    private static func nearness(of level: UInt32, to asked: UInt64) -> Int32 {
        guard asked != 0 else { return 0 }
        var distance: UInt32 = 4
        for other in UInt32(0)..<20 where asked >> UInt64(other) & 1 == 1 {
            distance = min(distance, other > level ? other - level : level - other)
        }
        return 1000 - 250 * Int32(distance)
    }

    /// How far a tool's ages cover the ages asked for, and how far it was made for these rather than for all children; not at all means that it does not
    /// fit. Several children: the best fit for each. A tool that states no age fits, and is neutral.
    func ageFit(
        _ index: UInt32, _ question: Question, _ columns: Columns
    ) throws(SnapshotError) -> (fits: Bool, cover: Int32, made: Int32, stated: Bool) {
        guard !question.ages.isEmpty else { return (true, 0, 0, false) }
        let places = try columns.ages.places(ofTool: index)
        guard !places.isEmpty else { return (true, 0, 0, false) }
        var cover: Int32 = 0
        var made: Int32 = 0
        for asked in question.ages {
            for place in places {
                let age = try columns.ages.age(place)
                let overlap = age.overlap(asked)
                guard overlap > 0 else { continue }
                cover = max(cover, max(1, 1000 * overlap / Int32(asked.months.count)))
                made = max(made, 1000 * overlap / Int32(age.months.count))
            }
        }
        return (cover > 0, cover, made, cover > 0)
    }

    /// Where the index's entries of a topic stand.
    struct Postings {
        let topic: Topic
        let bytes: Bytes
        let start: UInt32
        let count: UInt32

        /// A tool, and what it weighs for the topic in its texts and among the questions that it answers.
        func entry(_ place: UInt32) throws(SnapshotError) -> (tool: UInt32, text: UInt32, asked: UInt32) {
            let offset = start + place * Postings.size
            let (tool, text) = try bytes.pair(at: offset)
            return (tool, text, try bytes.number(at: offset + 10))
        }

        /// How many bytes an entry takes.
        static let size: UInt32 = 15

        /// Whether a tool's texts speak of the topic; the entries are in the order of the tools.
        func contains(_ tool: UInt32) throws(SnapshotError) -> Bool {
            let place = try (0..<count).partitioningIndex { (place) throws(SnapshotError) in try entry(place).tool < tool }
            guard place < count else { return false }
            let found = try entry(place)
            return found.tool == tool && found.text > 0
        }
    }

    /// The index's entries of a question's topics.
    func postings(of question: Question) throws(SnapshotError) -> [Postings] { try postings(of: question.topics) }

    private func postings(of topics: [Topic]) throws(SnapshotError) -> [Postings] {
        guard !topics.isEmpty else { return [] }
        let table = StringTable(rows: try snapshot.section(.terms), texts: try snapshot.section(.termTexts))
        let bytes = try snapshot.section(.postings)
        var postings: [Postings] = []
        for topic in topics {
            guard let row = try table.find(topic.term) else { continue }
            guard row.second <= bytes.count / Postings.size, row.first <= bytes.count - row.second * Postings.size else {
                throw .damaged(offset: row.first)
            }
            postings.append(Postings(topic: topic, bytes: bytes, start: row.first, count: row.second))
        }
        return postings
    }

    /// What the words of a question weigh for each tool; empty when it has none that the index knows.
    func wordScores(_ question: Question) throws(SnapshotError) -> [WordScore] {
        guard !(question.topics.isEmpty && question.context.isEmpty && question.excluded.topics.isEmpty) else { return [] }
        var scores = [WordScore](repeating: WordScore(), count: Int(try snapshot.toolCount))
        func add(_ postings: [Postings], _ add: (inout WordScore, Topic, _ text: UInt32, _ asked: UInt32) -> Void) throws(SnapshotError) {
            for postings in postings {
                for place in 0..<postings.count {
                    let (tool, text, asked) = try postings.entry(place)
                    guard Int(tool) < scores.count else { throw .damaged(offset: postings.start) }
                    add(&scores[Int(tool)], postings.topic, text, asked)
                }
            }
        }
        let topics = try postings(of: question)
        let context = try postings(of: context(of: question))
        let unwanted = try postings(of: question.excluded.topics.map { Topic(term: $0, name: "", weight: Topic.meant) })
        try add(topics) { $0.add($1, text: $2, asked: $3) }
        try add(context) { $0.asked += UInt64($3) &* UInt64($1.weight) / 1000 }
        try add(unwanted) { score, _, text, _ in score.unwanted += UInt64(text) }
        try addNeeds(of: question, topics + context, to: &scores)
        return scores
    }

    /// The words that were understood otherwise, and are none of the question's topics.
    private func context(of question: Question) -> [Topic] {
        let words = question.context.filter { term in !question.topics.contains { $0.term == term } }
        return words.map { Topic(term: $0, name: "", weight: Topic.context) }
    }

    /// Works out what a question needs from its topics and words, and how far each tool is for that.
    private func addNeeds(of question: Question, _ postings: [Postings], to scores: inout [WordScore]) throws(SnapshotError) {
        // “Bewezen interventies KOPP” asks for evidence: what a group's name alone leads to must not stand above it.
        let asksForEvidence = question.asked[.level] != 0 && !question.isAboutWords
        guard !postings.isEmpty, !asksForEvidence else { return }
        var needs = try Needs(snapshot)
        for postings in postings { try needs.add(postings) }
        let ofTopics = try GradeColumn(snapshot, .topicNeedStarts, .topicNeeds)
        for topic in question.topics {
            if let number = Analysis.topic(ofTerm: topic.term) { try needs.add(ofTopics, topic: number) }
        }
        for index in scores.indices { (scores[index].need, scores[index].chiefNeed) = needs.share(of: UInt32(index)) }
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

    /// An instrument whose quality is insufficient never leads where safety is asked about.
    private func keepFromLeading(_ candidates: inout [Candidate]) throws(SnapshotError) {
        guard let insufficient = try snapshot.levelTerms(of: .instrument).firstIndex(where: { $0.id == "onvoldoende" }) else { return }
        let levels = try snapshot.column(.levels)
        var first: Int?
        for (place, candidate) in candidates.enumerated() where candidate.kind == .instrument {
            let level = try levels.number(candidate.index)
            let leads = candidate.isNamed || level != insufficient
            guard let leader = first else {
                if leads { return }
                first = place
                continue
            }
            if leads {
                candidates.insert(candidates.remove(at: place), at: leader)
                return
            }
        }
    }

    /// How far a tool must be for what a question needs to answer it, when nothing else says that it does; in thousandths.
    private static let needed: Int32 = 150

    // MARK: Nothing found

    /// With fewer tools than this, what comes near is shown too.
    private static let fewest = 5

    /// Adds what comes near until there are enough: what fits in all but the need; where nothing fits, what does when one condition is dropped.
    private func fill(_ candidates: inout [Candidate], _ answer: inout Answer) throws(SnapshotError) {
        if candidates.isEmpty, let (relaxed, dropped) = try nearest(answer.question) {
            (candidates, answer.dropped) = (relaxed, dropped)
            return
        }
        guard !answer.question.isOnlyName else { return }
        if candidates.isEmpty { answer.dropped = "het onderwerp" }
        let ranked = try rank(answer.question, includesNear: true)
        candidates = Array(ranked.prefix(Int(max(Search.fewest, candidates.count))))
        if candidates.isEmpty { answer.dropped = nil }
    }

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
        // Each requirement on its own, then all of them.
        let requirements = Facet.allCases.reversed().filter { question.required[$0] != 0 }
        for facet in requirements {
            attempt("de eis ‘\(facet.definition.heading.lowercased())’") { $0.drop([facet]) }
        }
        if requirements.count > 1 { attempt("alle eisen samen") { $0.drop(requirements) } }
        if question.kind != nil { attempt("de soort") { $0.kind = nil } }
        if question[.group] != 0 { attempt("de doelgroep") { $0[.group] = 0 } }
        for (relaxed, dropped) in attempts where !relaxed.isEmpty {
            let candidates = try rank(relaxed)
            if !candidates.isEmpty { return (candidates, dropped) }
        }
        return nil
    }

    // MARK: Telling

    /// Where to turn in danger, when the words of a question speak of it.
    public func warnings(for question: Question) throws(SnapshotError) -> [String] {
        var warnings: [String] = []
        for notice in question.notices {
            warnings.append(try snapshot.item(.notices, at: notice, as: Notice.self).text(for: question.asker))
        }
        return warnings
    }

    private func addNotices(to answer: inout Answer) throws(SnapshotError) {
        let question = answer.question
        for notice in question.notices { answer.dangers.append(try snapshot.item(.notices, at: notice, as: Notice.self).id) }
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
        if question[.group] != 0, question.kind != .intervention { try addGaps(to: &answer) }
    }

    /// For a group to which only a pointer leads: what the source says of that.
    private func addGaps(to answer: inout Answer) throws(SnapshotError) {
        for gap in try snapshot.items(.gaps, in: answer.question[.group], as: SourcedText.self) where !gap.text.isEmpty {
            answer.gaps.append(gap.text)
        }
    }

    func result(
        _ candidate: Candidate, _ question: Question, _ reasons: Reasons, topics: [String]
    ) throws(SnapshotError) -> Result {
        let tool = try snapshot.listedTool(candidate.index)
        return Result(
            tool: tool, index: candidate.index, isNear: candidate.isNear,
            reasons: try reasons.reasons(for: tool, candidate, topics: topics),
            remarks: Reasons.remarks(tool, candidate, question), score: candidate.score)
    }
}

/// The columns that a search reads for every tool.
struct Columns {
    let kinds, levels: Column
    let ages, levelAges: AgeColumn
    let focuses: GradeColumn
    /// All facets, in their order.
    let facets = Facet.allCases
    /// Those of each facet.
    private let ofFacets: [OfFacet]

    /// The columns of a facet, and what they add to the ranking.
    private struct OfFacet {
        var own, also: Column?
        let features: (own: Feature?, also: Feature?)
    }

    init(_ snapshot: Snapshot) throws(SnapshotError) {
        kinds = try snapshot.column(.kinds)
        levels = try snapshot.column(.levels)
        ages = try AgeColumn(snapshot)
        levelAges = try AgeColumn(ofLevels: snapshot)
        focuses = try GradeColumn(snapshot, .focusStarts, .focuses)
        var ofFacets: [OfFacet] = []
        ofFacets.reserveCapacity(facets.count)
        for facet in facets {
            let definition = facet.definition
            var columns = OfFacet(features: definition.features)
            if let section = definition.column { columns.own = try snapshot.column(section) }
            if let section = definition.also { columns.also = try snapshot.column(section) }
            ofFacets.append(columns)
        }
        self.ofFacets = ofFacets
    }

    /// What a facet adds to the ranking by how many of the values asked for a tool has, and by what it may be used for too.
    func features(_ facet: Facet) -> (own: Feature?, also: Feature?) { ofFacets[Int(facet.rawValue)].features }

    /// The values of a facet that a tool has.
    func set(_ facet: Facet, _ index: UInt32) throws(SnapshotError) -> UInt64 {
        if let own = ofFacets[Int(facet.rawValue)].own { return try own.set(index) }
        guard let kind = Kind(rawValue: try kinds.number(index)) else { return 0 }
        return facet == .kind ? kind.bit : kind.bit(ofLevel: try levels.number(index))
    }

    /// The values of a facet that a tool may be used for too.
    func also(_ facet: Facet, _ index: UInt32) throws(SnapshotError) -> UInt64 {
        try ofFacets[Int(facet.rawValue)].also?.set(index) ?? 0
    }
}

extension Question {
    /// Asks no longer for what options require of some facets.
    mutating func drop(_ facets: [Facet]) {
        for facet in facets { (asked[facet], required[facet]) = (0, 0) }
    }

    /// Whether it is about what the catalogue does not know, and says nothing else that tools could be chosen by: tools for that age or of
    /// that kind would pass for an answer. A note of whose condition it is leaves what is asked for in another sentence: “Mijn collega is ziek. Groepsaanbod 8-12”.
    public var isOnlyOutside: Bool {
        let isOutside = notices.isEmpty && (!scopes.isEmpty || !notes.isEmpty && asked[.form] == 0)
        let chosen = asked[.group] | implied[.group] | asked[.population] | asked[.level]
        let choosesMore = chosen != 0 || !required.isEmpty || topics.contains { $0.isMain }
        return isOutside && names.isEmpty && !choosesMore
    }

    /// Whether words of it are what it is about.
    var isAboutWords: Bool { topics.contains { $0.isMain } }

    /// Whether it asks for more than a kind, an age or a group, so that a tool must be about some of that.
    ///
    /// What options require is true of all that is left.
    var asksForMore: Bool {
        isAboutWords || implied[.group] != 0 || !(asked - required).without(.kind, .group).isEmpty
    }

    /// Whether where to turn is the whole answer: suicide as the need never leads to tools, unless help is asked for the child of whoever it is about;
    /// violence and neglect lead to tools only when these were asked for.
    func isWithheld(_ dangers: [String]) -> Bool {
        guard !dangers.isEmpty, names.isEmpty else { return false }
        let asks = kind != nil || wantsTools || wantsSignals || asked[.form] | asked[.level] != 0 || !required.isEmpty
        if dangers.contains(Notice.suicide) { return !(asks && isParentsDanger) }
        return !asks && tellsOfDanger
    }

    /// Whether tools can be chosen by it.
    var isAnswerable: Bool { !isEmpty && !isOnlyOutside }

    /// Whether nothing is asked but tools by name.
    var isOnlyName: Bool {
        !names.isEmpty && ages.isEmpty && topics.isEmpty && (asked | implied).without(.kind).isEmpty
    }
}
