import BuiltInCatalog
import Catalog
import Search
import SearchQuality
import Testing

/// How good the answers must stay. `swift run -c release Evaluate` tells how good they are, and shows the worst.
///
/// What is compared here are numbers only, so that a failure shows no question that was held out.
@Suite("The quality of answers")
struct QualityTests {
    /// What a set of questions must reach at least.
    struct Bar: CustomTestStringConvertible, Sendable {
        var name: String
        var ndcg: Double
        /// The share of the questions of which kind, groups and age are all read right.
        var readings: Double
        var namedFirst: Double

        var testDescription: String { name }
    }

    static let bars = [
        Bar(name: "tuned", ndcg: 0.90, readings: 0.95, namedFirst: 0.97),
        Bar(name: "heldout", ndcg: 0.85, readings: 0.90, namedFirst: 0.97),
    ]

    private func evaluation(of name: String) throws -> Evaluation {
        let search = Search(try BuiltInCatalog.snapshot())
        return try Evaluation(of: search, on: QuestionSet(named: name), judge: Judge(search.snapshot))
    }

    @Test("The tools that fit best come first", arguments: bars)
    func ranking(bar: Bar) throws {
        let ndcg = try evaluation(of: bar.name).rankings.ndcg
        #expect(ndcg >= bar.ndcg)
    }

    @Test("Kind, groups and age are read right", arguments: bars)
    func reading(bar: Bar) throws {
        let readings = try evaluation(of: bar.name).readings
        let right = readings.share { $0.isRight }
        #expect(right.ratio >= bar.readings)
    }

    @Test("A tool that is named comes first", arguments: bars)
    func names(bar: Bar) throws {
        let first = try evaluation(of: bar.name).rankings.namedFirst
        #expect(first.ratio >= bar.namedFirst)
    }
}
