import Catalog
import Language
import Storage

/// The tools that a question's facets choose: for lists and overviews, which do not rank.
public struct Selection: Sendable {
    /// Places of the tools, in the order of their ids.
    public var tools: [UInt32] = []
    /// How many of them state no age, and are in all the same, when an age was asked for.
    public var withoutAge = 0
    /// How many tools the catalogue has.
    public var total = 0
}

extension Search {
    /// Chooses tools: they have one of the values asked for of every facet, and none that was excluded. Words choose what is about them, or called so.
    ///
    /// A tool that states no age fits any: the source does not say that it does not.
    public func select(_ question: Question) throws(SnapshotError) -> Selection {
        var question = question
        // In a list, words require what in a question they only ask for.
        for facet in Facet.choices where facet.definition.force != .asks {
            question.required[facet] |= question[facet]
        }
        let postings = try postings(of: question).filter { $0.topic.isMain }
        let columns = try Columns(snapshot)
        var selection = Selection()
        selection.total = Int(try snapshot.toolCount)
        for index in 0..<(try snapshot.toolCount) {
            guard try isSelected(index, question, columns), try isMeant(index, question, postings) else { continue }
            let age = try ageFit(index, question, columns)
            guard age.fits else { continue }
            if !question.ages.isEmpty, !age.stated { selection.withoutAge += 1 }
            selection.tools.append(index)
        }
        return selection
    }

    /// All tools that answer a question, as a selection.
    public func selection(answering question: Question) throws(SnapshotError) -> Selection {
        var selection = Selection()
        selection.total = Int(try snapshot.toolCount)
        guard question.isAnswerable else { return selection }
        for candidate in try candidates(question, wordScores(question)) { selection.tools.append(candidate.index) }
        return selection
    }

    /// Selected tools in the order of their names, as an answer.
    /// - Parameters:
    ///   - selection: the tools.
    ///   - question: what they were selected by.
    ///   - limit: how many of each kind at most.
    /// - Throws: `SnapshotError` when the catalogue is damaged.
    public func answer(listing selection: Selection, of question: Question, limit: UInt32) throws(SnapshotError) -> Answer {
        var answer = Answer()
        answer.question = question
        answer.total = UInt32(selection.tools.count)
        let reasons = Reasons(question, snapshot)
        let columns = try Columns(snapshot)
        var candidates: [(isBroad: Bool, name: [UInt8], candidate: Candidate)] = []
        for index in selection.tools {
            guard let kind = Kind(rawValue: try columns.kinds.number(index)) else { continue }
            let candidate = Candidate(
                index: index, kind: kind, groups: try columns.set(.group, index), also: try columns.also(.group, index))
            let isBroad = question[.setting] != 0 ? try columns.set(.setting, index) & question[.setting] == 0 : false
            candidates.append((isBroad, Folding.letters(try snapshot.listedTool(index).name), candidate))
        }
        candidates.sort {
            if $0.isBroad != $1.isBroad { return $1.isBroad }
            return $0.name != $1.name ? $0.name.lexicographicallyPrecedes($1.name) : $0.candidate.index < $1.candidate.index
        }
        for candidate in limited(candidates.map { $0.candidate }, to: limit) {
            answer.results.append(try result(candidate, question, reasons, topics: []))
        }
        return answer
    }

    private func isSelected(_ index: UInt32, _ question: Question, _ columns: Columns) throws(SnapshotError) -> Bool {
        guard let kind = Kind(rawValue: try columns.kinds.number(index)) else { return false }
        if let asked = question.kind, asked != kind { return false }
        if question[.group] != 0, try columns.set(.group, index) & question[.group] == 0 { return false }
        guard try isWanted(index, question, columns) else { return false }
        return try meets(question.required, index, columns)
    }

    /// Whether the words mean the tool; no words mean all.
    private func isMeant(_ index: UInt32, _ question: Question, _ postings: [Postings]) throws(SnapshotError) -> Bool {
        if question.names.isEmpty && !question.topics.contains(where: { $0.isMain }) { return true }
        if question.names.contains(index) { return true }
        for posting in postings where try posting.contains(index) { return true }
        return false
    }
}
