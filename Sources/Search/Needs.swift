import Catalog
import Storage

/// Works out what a question needs from its words, and how far each tool is for that.
///
/// A word is about what the tools are for that it belongs to, by their texts and by the questions that they answer: its needs are theirs, weighed, as far as
/// they stand out above those of all tools. A topic that asks for a need by the catalogue's own list counts beside that.
struct Needs {
    private let tools: [[Graded]]
    /// What the average tool is graded for each need, in thousandths.
    private let average: [Int64]
    /// How much the question needs each, in thousandths of what the rarest word can say.
    private var wanted: [Int64]

    private struct Graded {
        let need: Int
        let grade: Int64
    }

    private static let full = Int64(Grade.full)
    /// How much of the average stands beside what is known of a word: about what one tool knows of it.
    private static let doubt: Int64 = 3000
    /// What a topic that asks for a need counts, beside words.
    private static let topicWeight: Int64 = 1500
    /// What a need must count for a tool to be told as a reason.
    private static let clear: Int64 = 2000

    init(_ snapshot: Snapshot) throws(SnapshotError) {
        let column = try GradeColumn(snapshot, .toolNeedStarts, .toolNeeds)
        let count = Int(try snapshot.count(.needs))
        var tools: [[Graded]] = []
        var sums = [Int64](repeating: 0, count: count)
        for tool in 0..<(try snapshot.toolCount) {
            var needs: [Graded] = []
            for place in try column.places(tool) {
                let (need, grade) = try column.grade(place)
                guard need < count else { throw .damaged(offset: place) }
                sums[Int(need)] += Int64(grade)
                needs.append(Graded(need: Int(need), grade: Int64(grade)))
            }
            tools.append(needs)
        }
        self.tools = tools
        average = sums.map { 1000 &* $0 / (Needs.full &* Int64(max(1, tools.count))) }
        wanted = [Int64](repeating: 0, count: count)
    }

    /// Adds what a word or topic says, by the tools that it belongs to.
    mutating func add(_ postings: Search.Postings) throws(SnapshotError) {
        var sums = [Int64](repeating: 0, count: wanted.count)
        var total: Int64 = 0
        var most: Int64 = 0
        for place in 0..<postings.count {
            let (tool, text, asked) = try postings.entry(place)
            guard Int(tool) < tools.count else { throw .damaged(offset: postings.start) }
            let weight = Int64(asked) + Int64(text) / 2
            total += weight
            most = max(most, weight)
            for graded in tools[Int(tool)] { sums[graded.need] += weight &* graded.grade }
        }
        for need in wanted.indices {
            let mean = (1000 &* sums[need] / Needs.full + Needs.doubt &* average[need]) / (total + Needs.doubt)
            wanted[need] += most &* (mean - average[need]) / 1000
        }
    }

    /// Adds needs that a topic asks for.
    mutating func add(_ topicNeeds: GradeColumn, topic: UInt32) throws(SnapshotError) {
        for place in try topicNeeds.places(topic) {
            let need = Int(try topicNeeds.grade(place).term)
            guard need < wanted.count else { throw .damaged(offset: place) }
            wanted[need] += Needs.topicWeight
        }
    }

    /// How far a tool is for what is needed, from 0 to 1000; and the need that says most of that, when it is clearly so.
    func share(of tool: UInt32) -> (share: Int32, chief: UInt32?) {
        var sum: Int64 = 0
        var most = Needs.clear
        var chief: UInt32?
        for graded in tools[Int(tool)] {
            let part = graded.grade &* max(0, wanted[graded.need])
            sum += part
            if part > most, graded.grade > 1 { (most, chief) = (part, UInt32(graded.need)) }
        }
        return (Int32(truncatingIfNeeded: min(1000, sum / (Needs.full &* 10))), chief)
    }
}
