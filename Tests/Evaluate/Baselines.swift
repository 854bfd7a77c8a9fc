import Foundation
import SearchQuality

/// Ranks by the words that a question and a tool have in common: Okapi BM25.
struct BM25 {
    /// How fast more of the same word stops counting, and how much a long text is held back.
    private static let saturation = 1.2
    private static let lengthWeight = 0.75

    /// For each tool, how often it has each word; and how many words it has.
    private let counts: [[Substring: Int]]
    private let lengths: [Double]
    /// In how many tools a word stands.
    private let spread: [Substring: Int]

    init(_ texts: [PlainText]) {
        let words = texts.map { PlainText.words($0.text) }
        counts = words.map { words in Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +) }
        lengths = words.map { Double($0.count) }
        spread = Dictionary(counts.flatMap { $0.keys.map { ($0, 1) } }, uniquingKeysWith: +)
    }

    /// The places of the tools that have any of the question's words, best first.
    func ranking(for question: String) -> [UInt32] {
        let words = PlainText.words(question)
        let meanLength = lengths.reduce(0, +) / Double(max(1, lengths.count))
        let scored = counts.indices.map { tool in
            let norm = BM25.saturation * (1 - BM25.lengthWeight + BM25.lengthWeight * lengths[tool] / meanLength)
            let score = words.reduce(0) { sum, word in
                let count = Double(counts[tool][word] ?? 0)
                return sum + rarity(word) * count * (BM25.saturation + 1) / (count + norm)
            }
            return (tool: tool, score: score)
        }
        let found = scored.filter { $0.score > 0 }.sorted { ($1.score, $0.tool) < ($0.score, $1.tool) }
        return found.map { UInt32($0.tool) }
    }

    /// The inverse document frequency, never below zero.
    private func rarity(_ word: Substring) -> Double {
        let spread = Double(spread[word] ?? 0)
        return log(1 + (Double(counts.count) - spread + 0.5) / (spread + 0.5))
    }
}

/// Ranks by SQLite's full-text index, with the `sqlite3` program.
struct FullTextIndex {
    private let texts: [PlainText]

    init(_ texts: [PlainText]) { self.texts = texts }

    /// The places of the tools that have any of a question's words, best first, for each question.
    /// - Returns: nil when `sqlite3` is not installed.
    func rankings(for questions: [String]) throws -> [[UInt32]]? {
        guard let output = try FullTextIndex.run(script(questions)) else { return nil }
        var rankings = [[UInt32]](repeating: [], count: questions.count)
        for line in output.split(separator: "\n") {
            let row = line.split(separator: "|")
            guard row.count == 2, let question = Int(row[0]), let tool = UInt32(row[1]), rankings.indices.contains(question) else {
                throw Failure(description: "sqlite3 answered what was not asked")
            }
            rankings[question].append(tool)
        }
        return rankings
    }

    /// The statements that make the index, and one for each question.
    private func script(_ questions: [String]) -> String {
        var lines = [texts.indexStatements]
        for (place, question) in questions.enumerated() {
            let words = PlainText.words(question).map { "\"\($0)\"" }
            guard !words.isEmpty else { continue }
            let match = words.joined(separator: " OR ").quotedForSQL
            lines.append("SELECT \(place), rowid FROM tools WHERE tools MATCH \(match) ORDER BY rank LIMIT 20;")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What `sqlite3` writes when it carries out a script on an empty database; nil when there is no such program.
    private static func run(_ script: String) throws -> String? {
        let file = FileManager.default.temporaryDirectory.appending(path: "evaluate-\(UUID().uuidString).sql")
        try Data(script.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sqlite3", "-batch", "-bail", "-list", ":memory:"]
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let written = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        switch process.terminationStatus {
        case 0: return String(decoding: written, as: UTF8.self)
        // What `env` says of a program that it does not find.
        case 127: return nil
        case let status: throw Failure(description: "sqlite3 failed (status \(status)); does it have FTS5?")
        }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }
}
