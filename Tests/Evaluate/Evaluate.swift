import BuiltInCatalog
import Foundation
import Search
import SearchQuality

/// Tells how good the search is beside two baselines, or how fast.
///
///     swift run -c release Evaluate [--time] [FILE…]
///
/// Without files: the project's own sets of questions. Of a file called `heldout…` only numbers are shown.
@main
enum Program {
    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("Evaluate: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) throws {
        let files = arguments.filter { $0 != "--time" }
        if let unknown = files.first(where: { $0.hasPrefix("-") }) { throw UnknownOption(name: unknown) }
        var sets = try files.map { try QuestionSet(contentsOf: URL(filePath: $0)) }
        if sets.isEmpty { sets = try QuestionSet.names.map { try QuestionSet(named: $0) } }
        let search = Search(try BuiltInCatalog.snapshot())
        if files.count < arguments.count {
            print(try Timing(search, sets.flatMap { $0.questions.map { $0.text } }, rounds: 50).text, terminator: "")
        } else {
            try compare(search, on: sets)
        }
    }

    private struct UnknownOption: Error, CustomStringConvertible {
        let name: String

        var description: String { "unknown: \(name)\nusage: Evaluate [--time] [FILE…]" }
    }

    /// Prints what the search and the baselines reach on each set.
    private static func compare(_ search: Search, on sets: [QuestionSet]) throws {
        let judge = try Judge(search.snapshot)
        let texts = try PlainText.all(search.snapshot)
        let bm25 = BM25(texts)
        for set in sets {
            let questions = set.questions.map { $0.text }
            var baselines = [("BM25", scores(questions.map(bm25.ranking), set, judge))]
            if let rankings = try FullTextIndex(texts).rankings(for: questions) {
                baselines.append(("FTS5", scores(rankings, set, judge)))
            } else {
                print("sqlite3 is not installed: no column for FTS5\n")
            }
            let evaluation = try Evaluation(of: search, on: set, judge: judge)
            print(Report(set: set, evaluation: evaluation, baselines: baselines).text)
        }
    }

    private static func scores(_ rankings: [[UInt32]], _ set: QuestionSet, _ judge: Judge) -> [RankingScore] {
        zip(rankings, set.questions).map { judge.score($0, for: $1) }
    }
}
