import Catalog
import Foundation

/// A question with the answer that it should get: a line of a file of questions.
public struct GradedQuestion: Decodable, Sendable {
    public let id: String
    /// What it tries: “facet”, “zin”, “naam”…
    public let category: String
    public let text: String
    /// How it should be read; nil for a question that names a tool.
    public let expected: ExpectedReading?
    /// The tool's names, for a question that names one.
    public let names: [String]?
    /// Rows of the main source, as in `Judge.row(of:)`, with what the tool listed there is worth: 3 exactly what is asked, 2 clearly, 1 partly.
    public let relevant: [String: Int]

    private enum CodingKeys: String, CodingKey {
        case id, category, names, relevant
        case text = "q"
        case expected = "expect"
    }
}

/// What a question means.
public struct ExpectedReading: Decodable, Sendable {
    public let kind: Kind?
    public let targetGroups: Set<String>
    /// The child's age in months.
    public let age: AgeRange?
    /// What a sensible reader could leave unread.
    public let soft: Soft

    public struct Soft: Decodable, Sendable {
        public let kind: Bool
        public let groups: Bool
        public let age: Bool
    }

    private enum CodingKeys: String, CodingKey {
        case kind, targetGroups, age, soft
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        kind = try values.decodeIfPresent(String.self, forKey: .kind).map { id in
            guard let kind = Kind(id: id) else {
                throw DecodingError.dataCorruptedError(forKey: .kind, in: values, debugDescription: "no kind of tool")
            }
            return kind
        }
        targetGroups = try values.decode(Set<String>.self, forKey: .targetGroups)
        age = try values.decodeIfPresent([Int32?].self, forKey: .age).map { bounds in
            guard bounds.count == 2 else {
                throw DecodingError.dataCorruptedError(forKey: .age, in: values, debugDescription: "an age has two bounds")
            }
            return AgeRange(from: bounds[0], to: bounds[1])
        }
        soft = try values.decode(Soft.self, forKey: .soft)
    }
}

/// A file of questions.
public struct QuestionSet: Sendable {
    /// The file's name, without its ending.
    public let name: String
    public let questions: [GradedQuestion]

    /// The project's sets: one that the search is tuned on, and one that nobody looks at.
    public static let names = ["tuned", "heldout", "life-tuned", "life-heldout"]

    /// Whether the questions stay unseen: only numbers may be told of them.
    public var isHeldOut: Bool { name.hasSuffix("heldout") }

    /// One of the project's sets.
    public init(named name: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../SearchTests/Questions").standardizedFileURL
        try self.init(contentsOf: folder.appending(path: "\(name).jsonl"))
    }

    /// - Throws: `FaultyLine` for a line that is no question, without showing what it says; or what Foundation says of a file that cannot be read.
    public init(contentsOf file: URL) throws {
        name = file.deletingPathExtension().lastPathComponent
        let lines = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let decoder = JSONDecoder()
        questions = try lines.enumerated().filter { !$0.element.isEmpty }.map { place, line in
            do { return try decoder.decode(GradedQuestion.self, from: line) } catch {
                throw FaultyLine(file: file.lastPathComponent, line: place + 1)
            }
        }
    }

    /// A line that is no question.
    public struct FaultyLine: Error, CustomStringConvertible {
        let file: String
        let line: Int

        public var description: String { "\(file):\(line): this line is no question" }
    }
}
