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
        /// The share of the questions of which each of kind, groups and age is read right.
        var facets: Double
        /// The share of which all three are.
        var readings: Double
        var namedFirst: Double

        var testDescription: String { set }
    }

    static let bars = [
        Bar(set: "tuned", ndcg: 0.90, facets: 0.95, readings: 0.93, namedFirst: 0.97),
        Bar(set: "heldout", ndcg: 0.85, facets: 0.93, readings: 0.90, namedFirst: 0.97),
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
        let (kind, groups, age) = (readings.share { $0.kind }, readings.share { $0.groups }, readings.share { $0.age })
        #expect(kind.ratio >= bar.facets)
        #expect(groups.ratio >= bar.facets)
        #expect(age.ratio >= bar.facets)
        let whole = readings.share { $0.isRight }
        #expect(whole.ratio >= bar.readings)
    }

    @Test("A tool that is named comes first", arguments: bars)
    func names(bar: Bar) throws {
        let first = try evaluation(of: bar.set).rankings.namedFirst
        #expect(first.ratio >= bar.namedFirst)
    }
}
