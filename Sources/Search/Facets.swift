import Catalog

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
        for facet in Facet.allCases {
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
        func add(_ id: String, _ name: String, kind: Kind? = nil, _ choose: (inout Question) -> Void) throws(SnapshotError) {
            var question = question
            choose(&question)
            let count = isList ? UInt32(try select(question).tools.count) : try total(of: question, topics)
            values.append(FacetCounts.Value(id: id, name: name, count: count, isChosen: chosen.contains(id), kind: kind))
        }
        switch facet {
        case .kind:
            for kind in Kind.allCases { try add(kind.id, kind.plural) { $0.choose(kind, from: [kind]) } }
        case .level:
            for kind in Kind.allCases where question.kind == nil || question.kind == kind {
                for (place, level) in try snapshot.levelTerms(of: kind).enumerated() {
                    var only = LevelSets(instrument: 0, intervention: 0)
                    only.insert(UInt64(place), for: kind)
                    try add(level.id, level.name, kind: kind) { $0.choose(levels: only) }
                }
            }
        case .group, .aimedAt, .form, .setting:
            guard let list = facet.list else { break }
            for (place, term) in try snapshot.items(list, as: Term.self).enumerated() {
                try add(term.id, term.name) { $0.choose(facet, 1 << UInt64(place)) }
            }
        }
        return FacetCounts(facet: facet, values: values)
    }
}
