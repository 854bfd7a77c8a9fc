import Foundation
import Search
import SearchQuality

/// What the search and the baselines reach on a set of questions, as text.
struct Report {
    let set: QuestionSet
    let evaluation: Evaluation
    /// The rankings of each baseline, with its name.
    let baselines: [(name: String, rankings: [RankingScore])]

    var text: String {
        let parts = [heading, table, "", "named tool first   \(named)", "readings right     \(readings)"]
        return (parts + (set.isHeldOut ? [] : ["", worst])).joined(separator: "\n") + "\n"
    }

    private var heading: String { "\(set.name): \(set.questions.count) questions\n" }

    /// All rankings, the search's first.
    private var columns: [(name: String, rankings: [RankingScore])] { [("search", evaluation.rankings)] + baselines }

    /// nDCG and recall by category; a question that nothing is relevant to counts nowhere.
    private var table: String {
        let names = columns.map { right($0.name, 8) }.joined()
        let width = names.count
        var lines = [
            left("", 17) + left("  nDCG@10", width + 3) + "  recall@10",
            left("category", 12) + right("n", 5) + names + "   " + names,
        ]
        for category in Set(evaluation.rankings.map { $0.category }).sorted() {
            let rankings = columns.map { $0.rankings.of(category) }
            if rankings[0].contains(where: { $0.ndcg != nil }) { lines.append(row(category, rankings)) }
        }
        return (lines + [row("all", columns.map { $0.rankings })]).joined(separator: "\n")
    }

    private func row(_ name: String, _ rankings: [[RankingScore]]) -> String {
        let count = rankings[0].count { $0.ndcg != nil }
        let ndcg = rankings.map { number($0.ndcg) }.joined()
        let recall = rankings.map { number($0.recall) }.joined()
        return left(name, 12) + right(String(count), 5) + ndcg + "   " + recall
    }

    private var named: String {
        columns.map { "\($0.name) \($0.rankings.namedFirst)" }.joined(separator: " · ")
    }

    private var readings: String {
        let readings = evaluation.readings
        let parts = [("kind", readings.share { $0.kind }), ("groups", readings.share { $0.groups }), ("age", readings.share { $0.age })]
        return (parts + [("all three", readings.share { $0.isRight })]).map { "\($0.0) \($0.1)" }.joined(separator: " · ")
    }

    /// The ten questions that the search answers worst, with what was misread.
    private var worst: String {
        let scored = set.questions.indices.compactMap { place in evaluation.rankings[place].ndcg.map { (place: place, ndcg: $0) } }
        let lines = scored.sorted { ($0.ndcg, $0.place) < ($1.ndcg, $1.place) }.prefix(10).map { place, ndcg in
            let question = set.questions[place]
            let misread = evaluation.readings[place].map(misread) ?? ""
            return "\(number(ndcg))  \(question.id)  \(question.text)\(misread)"
        }
        return (["the ten worst by nDCG@10"] + lines).joined(separator: "\n")
    }

    private func misread(_ reading: ReadingScore) -> String {
        let parts = [("kind", reading.kind), ("groups", reading.groups), ("age", reading.age)].filter { !$0.1 }.map { $0.0 }
        return parts.isEmpty ? "" : " (misread: \(parts.joined(separator: ", ")))"
    }

    // MARK: Columns

    private func number(_ value: Double) -> String { right(value.isNaN ? "–" : String(format: "%.3f", value), 8) }

    private func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
