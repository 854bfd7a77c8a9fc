import Catalog
import CatalogSource
import Foundation
import JSON
import Language
import Search
import Storage

/// Finds the Dutch words that would be taken for a word or a name of the catalogue, and writes them into `Catalog/ordinary.json`.
///
///     swift run -c release OrdinaryWords --words /usr/share/dict/dutch [--check | --readings] [CATALOG]
///
/// The dictionary has one word a line: Debian's `wdutch` (OpenTaal). With `--check` nothing is written, and the status is 1 when the file misses a word.
/// With `--readings` it prints how each word is read: what people judge when they fill the lists “other” and “weak”.
@main
enum Program {
    static func main() {
        do {
            let options = try Options(Array(CommandLine.arguments.dropFirst()))
            switch options.task {
            case .write: try write(options)
            case .check: if try !check(options) { exit(1) }
            case .readings: try printReadings(options)
            }
        } catch {
            FileHandle.standardError.write(Data("OrdinaryWords: \(error)\n".utf8))
            exit(2)
        }
    }

    private static func check(_ options: Options) throws -> Bool {
        let missing = try takenWords(options, list: nil)
        for word in missing { print(word) }
        print("\(missing.count) words of the dictionary are taken for something else")
        return missing.isEmpty
    }

    private static func write(_ options: Options) throws {
        let path = "\(options.catalog)/ordinary.json"
        var list = try JSONDecoder().decode(OrdinaryFile.self, from: Data(contentsOf: URL(filePath: path))).list
        list.found = []
        let found = try takenWords(options, list: list)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard let start = text.range(of: "\"found\": [") else { throw Fault(text: "\(path) has no list \"found\"") }
        let byBeginning = Dictionary(grouping: found) { $0.prefix(2) }.sorted { $0.key < $1.key }
        let lines = byBeginning.map { "    \"\($0.value.joined(separator: " "))\"" }
        let written = text[..<start.upperBound] + "\n" + lines.joined(separator: ",\n") + "\n  ]\n}\n"
        try String(written).write(toFile: path, atomically: true, encoding: .utf8)
        print("\(found.count) words")
    }

    private static func printReadings(_ options: Options) throws {
        let search = try search(options, list: nil)
        for word in try String(contentsOfFile: options.words, encoding: .utf8).split(separator: "\n") {
            let question = try search.read(String(word))
            let names = try question.names.map { "name:\(try search.snapshot.tool($0).id)" }
            let readings = question.readings.map { "\($0.match.rawValue) \($0.facet)=\($0.value)" }
            let topics = question.topics.map { "topic:\($0.name)/\($0.weight)" }
            let corrections = question.corrections.map { "corrected:\($0.meant)" }
            print(([String(word)] + readings + names + topics + corrections).joined(separator: "\t"))
        }
    }

    private static func search(_ options: Options, list: DutchWordList?) throws -> Search {
        var data = try CatalogDirectory.load(options.catalog)
        if let list { data.dutchWords = list.entries }
        return Search(try Snapshot(Bytes(keeping: try SnapshotCompiler.compile(data))))
    }

    /// The words of the dictionary that a search takes for something else, folded and sorted.
    /// - Parameter list: what the catalogue is to know of Dutch; nil: what it says itself.
    private static func takenWords(_ options: Options, list: DutchWordList?) throws -> [String] {
        let search = try search(options, list: list)
        var taken: Set<String> = []
        for line in try String(contentsOfFile: options.words, encoding: .utf8).split(separator: "\n") {
            let word = String(decoding: Folding.letters(String(line)), as: UTF8.self)
            guard Tokenizer.tokens(String(line)).count == 1, !taken.contains(word) else { continue }
            let question = try search.read(word)
            let isCorrected = !question.corrections.isEmpty || question.readings.contains { $0.match == .corrected }
            if isCorrected || list != nil && !question.names.isEmpty { taken.insert(word) }
        }
        return taken.sorted()
    }
}

/// What the file holds, without what is told about it.
private struct OrdinaryFile: Decodable {
    var other, weak, names: [String]

    var list: DutchWordList {
        var list = DutchWordList()
        (list.other, list.weak, list.names) = (other, weak, names)
        return list
    }
}

private struct Options {
    var words = "/usr/share/dict/dutch"
    var catalog = "Catalog"
    var task = Task.write

    enum Task { case write, check, readings }

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--check": task = .check
            case "--readings": task = .readings
            case "--words":
                guard let path = rest.popFirst() else { throw Fault(text: "--words needs a file") }
                words = path
            case _ where argument.hasPrefix("-"): throw Fault(text: "unknown: \(argument)")
            default: catalog = argument
            }
        }
    }
}

private struct Fault: Error, CustomStringConvertible {
    var text: String
    var description: String { "\(text)\nusage: OrdinaryWords [--words FILE] [--check | --readings] [CATALOG]" }
}
