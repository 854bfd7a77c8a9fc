import Catalog
import Foundation
import Search
import Storage

/// Knows what each tool of a catalogue is worth to a question.
public struct Judge: Sendable {
    /// The names of all tools, and the rows of the main source that list them.
    private let tools: [(name: String, rows: [String])]

    /// How many results count.
    private static let depth = 10
    /// From this grade on, a tool should be among the results.
    private static let wanted = 2

    public init(_ snapshot: Snapshot) throws(SnapshotError) {
        let source = try snapshot.record(.info, as: CatalogInfo.self).mainSource
        var tools: [(name: String, rows: [String])] = []
        for index in 0..<(try snapshot.toolCount) {
            let tool = try snapshot.tool(index)
            tools.append((tool.name, tool.listings.filter { $0.source == source }.map(Judge.row)))
        }
        self.tools = tools
    }

    /// How a file of questions names a row: “1:kopp-kov:13” is row 13 of that group in table 1.
    public static func row(of listing: Listing) -> String { "\(listing.table):\(listing.targetGroup):\(listing.row)" }

    /// Scores a ranking.
    /// - Parameter ranking: places of tools in the catalogue, best first.
    public func score(_ ranking: [UInt32], for question: GradedQuestion) -> RankingScore {
        let all = tools.map { tool in tool.rows.compactMap { question.relevant[$0] }.max() ?? 0 }
        let found = ranking.prefix(Judge.depth).map { all[Int($0)] }
        let ideal = Judge.gain(all.sorted(by: >))
        let wanted = min(Judge.depth, all.count { $0 >= Judge.wanted })
        return RankingScore(
            category: question.category,
            ndcg: ideal > 0 ? Judge.gain(found) / ideal : nil,
            recall: wanted > 0 ? Double(found.count { $0 >= Judge.wanted }) / Double(wanted) : nil,
            isNamedFirst: question.names.map { isNamed(by: $0, ranking.first, grade: found.first, question) })
    }

    /// Whether the first result is the tool that the question names.
    private func isNamed(by names: [String], _ first: UInt32?, grade: Int?, _ question: GradedQuestion) -> Bool {
        guard let first, let grade else { return false }
        guard question.relevant.isEmpty else { return grade == 3 }
        let name = tools[Int(first)].name.lowercased()
        return names.contains { name.contains($0.lowercased()) }
    }

    /// The discounted cumulative gain: a grade g gains 2^g − 1, less the further down it stands.
    private static func gain(_ grades: [Int]) -> Double {
        grades.prefix(depth).enumerated().reduce(0) { sum, result in
            sum + (pow(2, Double(result.element)) - 1) / log2(Double(result.offset + 2))
        }
    }
}

/// How good a ranking is; each part nil for a question that it does not apply to.
public struct RankingScore: Sendable {
    public let category: String
    /// The normalised discounted cumulative gain of the first ten: 1 when no order of all tools is better.
    public let ndcg: Double?
    /// The share of the tools to be found that is among the first ten.
    public let recall: Double?
    /// Whether the tool that the question names comes first.
    public let isNamedFirst: Bool?
}

/// Which parts of a question were read right.
public struct ReadingScore: Sendable {
    public let kind: Bool
    public let groups: Bool
    public let age: Bool

    /// Whether all of it was.
    public var isRight: Bool { kind && groups && age }

    /// What stands in for an open bound of an age, in months.
    private static let open: (from: Int32, to: Int32) = (0, 300)
    /// How much of two ages taken together they must have in common to be the same.
    private static let commonShare = 0.6

    /// - Parameter groups: the ids of the groups that were read.
    init(_ expected: ExpectedReading, kind: Kind?, groups: Set<String>, ages: [AgeRange]) {
        self.kind = kind == expected.kind || expected.soft.kind && kind == nil
        self.groups = groups == expected.targetGroups || expected.soft.groups && ReadingScore.isNear(expected.targetGroups, groups)
        // The expected age is one: several are as good as none.
        age = ReadingScore.isSame(expected, ages.count == 1 ? ages.first : nil)
    }

    /// Whether a reading has some of the groups, and at most one more.
    private static func isNear(_ expected: Set<String>, _ groups: Set<String>) -> Bool {
        (expected.isEmpty || !expected.isDisjoint(with: groups)) && groups.subtracting(expected).count <= 1
    }

    private static func isSame(_ expected: ExpectedReading, _ age: AgeRange?) -> Bool {
        switch (expected.age, age) {
        case (nil, nil): return true
        case (nil, _?): return false
        case (_?, nil): return expected.soft.age
        case (let expected?, let age?):
            let from = (expected.from ?? open.from, age.from ?? open.from)
            let to = (expected.to ?? open.to, age.to ?? open.to)
            let common = min(to.0, to.1) - max(from.0, from.1)
            let together = max(to.0, to.1) - min(from.0, from.1)
            return together > 0 && Double(common) / Double(together) >= commonShare
        }
    }
}

/// How well the search does on a set of questions.
public struct Evaluation: Sendable {
    /// One for each question, in the order of the set.
    public let rankings: [RankingScore]
    /// One for each question; nil for one that names a tool.
    public let readings: [ReadingScore?]

    public init(of search: Search, on set: QuestionSet, judge: Judge) throws(SnapshotError) {
        var rankings: [RankingScore] = []
        var readings: [ReadingScore?] = []
        for question in set.questions {
            let read = try search.read(question.text)
            let answer = try search.answer(read, limit: 20)
            rankings.append(judge.score(answer.results.map { $0.index }, for: question))
            let expected = question.names == nil ? question.expected : nil
            let groups = Set(try search.ids(read.allGroups, of: .group))
            readings.append(expected.map { ReadingScore($0, kind: read.kind, groups: groups, ages: read.ages) })
        }
        self.rankings = rankings
        self.readings = readings
    }
}

/// A part of some whole: “64/66”.
public struct Share: CustomStringConvertible, Sendable {
    public let count: Int
    public let total: Int

    /// How many of the answers are yes.
    init(_ answers: [Bool]) {
        count = answers.count { $0 }
        total = answers.count
    }

    public var ratio: Double { Double(count) / Double(Swift.max(1, total)) }
    public var description: String { "\(count)/\(total)" }
}

extension [RankingScore] {
    /// The scores of one category.
    public func of(_ category: String) -> [RankingScore] { filter { $0.category == category } }

    /// Their mean nDCG@10; NaN when there is none.
    public var ndcg: Double { mean(compactMap { $0.ndcg }) }
    /// Their mean recall@10; NaN when there is none.
    public var recall: Double { mean(compactMap { $0.recall }) }
    /// Of the questions that name a tool: those that it comes first for.
    public var namedFirst: Share { Share(compactMap { $0.isNamedFirst }) }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
}

extension [ReadingScore?] {
    /// Of the questions that can be read right or wrong: those of which a part was read right.
    public func share(_ isRight: (ReadingScore) -> Bool) -> Share { Share(compactMap { $0.map(isRight) }) }
}
