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
        var set: String
        var ndcg: Double
        /// The share of the questions of which kind, groups and age are read right.
        var readings: Double
        var namedFirst: Double

        var testDescription: String { set }
    }

    static let bars = [
        Bar(set: "tuned", ndcg: 0.90, readings: 0.95, namedFirst: 0.97),
        Bar(set: "heldout", ndcg: 0.85, readings: 0.85, namedFirst: 0.97),
    ]

    private func evaluation(of set: String) throws -> Evaluation {
        let search = try Search(BuiltInCatalog.snapshot())
        return try Evaluation(of: search, on: QuestionSet(named: set), judge: Judge(search.snapshot))
    }

    @Test("The tools that fit best come first", arguments: bars)
    func ranking(bar: Bar) throws {
        let ndcg = try evaluation(of: bar.set).rankings.ndcg
        #expect(ndcg >= bar.ndcg)
    }

    @Test("Kind, groups and age are read right", arguments: bars)
    func reading(bar: Bar) throws {
        let readings = try evaluation(of: bar.set).readings
        let right = readings.share { $0.isRight }.ratio
        #expect(right >= bar.readings)
    }

    @Test("A tool that is named comes first", arguments: bars)
    func names(bar: Bar) throws {
        let first = try evaluation(of: bar.set).rankings.namedFirst.ratio
        #expect(first >= bar.namedFirst)
    }
}
