import Search
import Storage

/// How long the search takes for one question, in process: reading it and answering it with ten of each kind.
struct Timing {
    /// Ascending.
    private let durations: [Duration]

    /// Asks all questions, time and again, after a first round that does not count.
    init(_ search: Search, _ questions: [String], rounds: Int) throws(SnapshotError) {
        let clock = ContinuousClock()
        var durations: [Duration] = []
        durations.reserveCapacity(rounds * questions.count)
        for round in 0...rounds {
            for question in questions {
                let start = clock.now
                let answer = try search.answer(search.read(question), limit: 10)
                let duration = clock.now - start
                withExtendedLifetime(answer) {}
                if round > 0 { durations.append(duration) }
            }
        }
        self.durations = durations.sorted()
    }

    var text: String {
        "read and answer: median \(microseconds(0.5)) µs, 95 % within \(microseconds(0.95)) µs (\(durations.count) measurements)\n"
    }

    /// The time within which this share of the questions was answered.
    private func microseconds(_ share: Double) -> String {
        guard !durations.isEmpty else { return "–" }
        let duration = durations[Int(Double(durations.count - 1) * share)]
        return String(Int((duration / Duration.microseconds(1)).rounded()))
    }
}
