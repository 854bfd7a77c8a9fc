import Catalog
import Storage

/// How many tools there would be for each value of a facet.
public struct FacetCounts: Sendable {
    /// A value that can be chosen.
    public struct Value: Sendable {
        /// The word by which it is referred to.
        public let id: String
        /// What users read.
        public let name: String
        /// The tools that fit when this is the only value chosen of the facet, and all else stays as it is.
        public let count: UInt32
        /// Whether it is chosen now.
        public let isChosen: Bool
        /// The kind whose scale a level belongs to.
        public let kind: Kind?
    }

    /// What the values are values of.
    public let facet: Facet
    /// The values, in the order of their list.
    public let values: [Value]
}

extension Search {
    /// How many tools each value of each facet would leave.
    /// - Parameters:
    ///   - words: the question as it was read, before any filter.
    ///   - filters: what is chosen beside it.
    public func facets(of words: Question, _ filters: Filters) throws(FilterFailure) -> [FacetCounts] {
        var facets: [FacetCounts] = []
        for facet in Facet.choices {
            var question = words
            try filters.without(facet).apply(to: &question, self)
            let counts: FacetCounts
            do throws(SnapshotError) {
                counts = try self.counts(facet, question, chosen: filters.values(facet.id), isList: words.text.utf8.isEmpty)
            } catch { throw .snapshot(error) }
            facets.append(counts)
        }
        return facets
    }

    private func counts(
        _ facet: Facet, _ question: Question, chosen: [String], isList: Bool
    ) throws(SnapshotError) -> FacetCounts {
        let topics = isList ? [] : try wordScores(question)
        var values: [FacetCounts.Value] = []
        for value in try self.values(of: facet) where value.kind == nil || question.kind == nil || value.kind == question.kind {
            var question = question
            question.choose(facet, value.bit)
            let count = isList ? UInt32(try select(question).tools.count) : try total(of: question, topics)
            let term = value.term
            let name = Kind(id: term.id)?.plural ?? term.name
            values.append(
                FacetCounts.Value(id: term.id, name: name, count: count, isChosen: chosen.contains(term.id), kind: value.kind))
        }
        return FacetCounts(facet: facet, values: values)
    }
}
