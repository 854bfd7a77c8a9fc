import Catalog
import Fuzzing
import JSON
import Reports
import Search
import Storage

@testable import CatalogSource

/// The input: how many tools of a kind are wanted; then, if that number is odd, a line with a filter (its facet's place, its value); then the question.
@c(LLVMFuzzerTestOneInput)
public func testQuestion(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    var input = Input(data, size)
    Asked.ask(&input)
    return 0
}

private enum Asked {
    private static let search = Search(Example.asked())
    private static let tools = certain("a count") { () throws(SnapshotError) in try search.snapshot.toolCount }

    static func ask(_ input: inout Input) {
        let limit = UInt32(input.byte() % 8)
        let filter = limit % 2 == 1 ? input.line() : nil
        let text = String(decoding: input.rest, as: UTF8.self)
        let question = read(text, filter)
        expectSense(question, text)
        let answer = answer(question, limit)
        expectSense(answer, limit)
        guard input.isOne(in: 128) else { return }
        let again = self.answer(read(text, filter), limit)
        let report = report(answer)
        require(self.report(again) == report, "the same question has the same answer")
        expectJSON(report.json)
    }

    /// A filter that does not exist, or has no such value, is refused in words and changes nothing.
    private static func read(_ text: String, _ filter: UnsafeBufferPointer<UInt8>?) -> Question {
        var question = certain("a question is read") { () throws(SnapshotError) in try search.read(text) }
        guard let filter, let facet = filter.first else { return question }
        let names = Filters.names
        let filters = Filters([(names[Int(facet) % names.count], String(decoding: filter.dropFirst(), as: UTF8.self))])
        var filtered = question
        do throws(FilterFailure) {
            try filters.apply(to: &filtered, search)
            question = filtered
        } catch .unknown(let line) {
            require(!line.isEmpty, "a refusal says why")
        } catch {
            fatalError("broken: the catalogue is sound, and yet \(error)")
        }
        return question
    }

    private static func answer(_ question: Question, _ limit: UInt32) -> Answer {
        certain("a question is answered") { () throws(SnapshotError) in try search.answer(question, limit: limit) }
    }

    private static func report(_ answer: Answer) -> (json: String, text: String) {
        certain("an answer is shown") { () throws(SnapshotError) in
            let report = try SearchReport(answer, search)
            return (report.json(), report.text(width: 60, explains: true))
        }
    }

    private static func expectJSON(_ text: String) {
        do throws(JSONParser.Failure) {
            _ = try JSONParser.parse(Array(text.utf8))
        } catch {
            fatalError("broken: the answer is no JSON at byte \(error.offset): \(error.message)")
        }
    }

    private static func expectSense(_ question: Question, _ text: String) {
        require(question.text == text, "a question is kept as it was typed")
        for age in question.ages {
            if let from = age.from, let to = age.to { require(from < to, "an age begins before it ends: \(age)") }
            for month in [age.from, age.to] {
                require(month.map { AgeRange.possible.contains($0) } ?? true, "an age can be someone's: \(age)")
            }
        }
        for name in question.names { require(name < tools, "a name is of a tool") }
        for topic in question.topics { require(!topic.term.isEmpty && topic.weight > 0, "a topic has a term and a weight") }
    }

    /// What comes first: all that fits, of that what was named, of that what counts most.
    private static func rank(_ result: Result, _ answer: Answer) -> (Int, Int, Int32) {
        (result.isNear ? 0 : 1, answer.question.names.contains(result.index) ? 1 : 0, result.score.total)
    }

    private static func expectSense(_ answer: Answer, _ limit: UInt32) {
        for kind in Kind.allCases {
            let results = answer.results.filter { $0.tool.kind == kind }
            require(results.count <= limit, "no more than was asked for")
            for (first, second) in zip(results, results.dropFirst()) {
                require(answer.isAboutSafety || rank(first, answer) >= rank(second, answer), "the best come first")
                require(first.index != second.index, "a tool is listed once")
            }
        }
        if answer.dropped == nil { require(answer.total >= answer.results.filter { !$0.isNear }.count, "all that fit are counted") }
        for result in answer.results {
            require(result.index < tools, "a result is a tool")
            let isFree = answer.question.kindIsImplied || answer.question.names.contains(result.index) || answer.dropped != nil
            if let wanted = answer.question.kind, !isFree {
                require(result.tool.kind == wanted, "a kind that is named is kept to")
            }
            let isWanted = answer.question.excluded[.kind] >> UInt64(result.tool.kind.rawValue) & 1 == 0
            require(isWanted || answer.dropped != nil, "a kind that is not wanted is left out")
            require(!result.tool.name.isEmpty, "a tool has a name")
        }
    }
}
