import Foundation

/// Times whole processes of `wegwijzer zoek` beside its peers, and tells the memory they take.
///
///     swift run -c release Benchmark [--runs N] [--sizes 1000,10000,100000]
///
/// The program is built and installed as the README recommends: copied, for what a linker has just written is slower to start. The peers: `sqlite3` answering the same from an FTS5 index of the same text, `rg` over the JSON
/// files, and a Swift program built alike that prints a line. `hyperfine`, `sqlite3` and `rg` must be installed; GNU `time` tells the memory.
@main
enum Benchmark {
    private static let question = "KOPP 4-12 signalering"
    private static let query = "SELECT rowid, name FROM tools WHERE tools MATCH 'kopp OR signalering' ORDER BY rank LIMIT 10"

    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("Benchmark: \(error)\n".utf8))
            exit(1)
        }
    }

    private struct Wish: Error, CustomStringConvertible {
        let description: String
    }

    private static func run(_ arguments: [String]) throws {
        var runs = 300
        var sizes = [1000, 10_000, 100_000]
        var rest = arguments[...]
        while let option = rest.popFirst() {
            switch (option, rest.popFirst()) {
            case ("--runs", let value?): runs = try number(value)
            case ("--sizes", let value?): sizes = try value.split(separator: ",").map { try number(String($0)) }
            default: throw Wish(description: "unknown: \(option)\nusage: Benchmark [--runs N] [--sizes N,N…]")
            }
        }
        for program in ["hyperfine", "sqlite3", "rg"] where Processes.path(of: program) == nil {
            throw Wish(description: "\(program) is not installed")
        }
        let folder = URL(filePath: ".build/benchmark", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let peers = Peers(folder: folder)
        let program = try peers.install(URL(filePath: build())).path
        print(try builtIn(program, peers, runs: runs))
        print(try overviews(program, folder, runs: max(5, runs / 10)))
        if !sizes.isEmpty { print(try scale(program, peers, sizes: sizes, runs: max(3, runs / 10))) }
        print("\(try machine()); `hyperfine`, medians.")
    }

    private static func number(_ text: String) throws -> Int {
        guard let number = Int(text), (2...1_000_000).contains(number) else {
            throw Wish(description: "‘\(text)’ is no number from 2 to 1,000,000")
        }
        return number
    }

    /// The program as the README recommends to install it.
    private static func build() throws -> String {
        let options = ["-c", "release", "-Xswiftc", "-static-executable", "--scratch-path", ".build/static", "--product", "wegwijzer"]
        try Processes.run(["swift", "build"] + options)
        return try Processes.run(["swift", "build"] + options + ["--show-bin-path"]).split(separator: "\n").joined() + "/wegwijzer"
    }

    /// The built-in catalogue.
    private static func builtIn(_ program: String, _ peers: Peers, runs: Int) throws -> String {
        let commands = [
            ("`wegwijzer zoek`", [program, "zoek", question]),
            ("`sqlite3`, FTS5 index of the same text", ["sqlite3", try peers.builtInIndex().path, query]),
            ("`rg` over the JSON files", ["rg", "-i", "-l", "kopp", "Catalog/instruments", "Catalog/interventions"]),
            ("a Swift program that prints a line", [try peers.greeter().path]),
        ]
        let medians = try Hyperfine(commands.map { $0.1 }, runs: runs, folder: peers.folder).medians
        var lines = ["| whole process | time | `wegwijzer` takes | memory |", "|---|---:|---:|---:|"]
        for (place, (name, command)) in commands.enumerated() {
            let ratio = place == 0 ? "–" : String(format: "%.2f ×", medians[0] / medians[place])
            lines.append("| \(name) | \(milliseconds(medians[place])) | \(ratio) | \(try megabytes(command, peers)) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// All tools, in every format.
    private static func overviews(_ program: String, _ folder: URL, runs: Int) throws -> String {
        let formats = ["tabel", "csv", "md", "html", "json", "ndjson"].map { format in
            (format, [program, "overzicht", "--formaat", format, "--kolommen", "alle"])
        }
        let workbook = [program, "overzicht", "--overschrijf", "--uit", folder.appending(path: "all.xlsx").path]
        let commands = formats + [("xlsx", workbook)]
        let medians = try Hyperfine(commands.map { $0.1 }, runs: runs, folder: folder).medians
        var lines = ["| `wegwijzer overzicht` of all tools | time |", "|---|---:|"]
        for (median, command) in zip(medians, commands) { lines.append("| \(command.0) | \(milliseconds(median)) |") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Larger and larger catalogues.
    private static func scale(_ program: String, _ peers: Peers, sizes: [Int], runs: Int) throws -> String {
        var lines = ["| tools | `wegwijzer zoek` | memory | FTS5 | memory | `wegwijzer` takes |", "|---:|---:|---:|---:|---:|---:|"]
        for size in sizes {
            let pair = try peers.pair(tools: size)
            let own = [program, "zoek", question, "--catalogus", pair.snapshot.path]
            let other = ["sqlite3", pair.database.path, query]
            let medians = try Hyperfine([own, other], runs: runs, folder: peers.folder).medians
            lines.append(
                "| \(size) | \(milliseconds(medians[0])) | \(try megabytes(own, peers)) | \(milliseconds(medians[1])) | \(try megabytes(other, peers)) | "
                    + String(format: "%.2f ×", medians[0] / medians[1]) + " |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func milliseconds(_ seconds: Double) -> String { String(format: "%.2f ms", seconds * 1000) }

    private static func megabytes(_ command: [String], _ peers: Peers) throws -> String {
        try Processes.memory(of: command, folder: peers.folder).map { String(format: "%.1f MB", Double($0) / 1024) } ?? "–"
    }

    /// The processor, the cores and the compiler.
    private static func machine() throws -> String {
        let processors = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let model = processors.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last.map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        let compiler = try Processes.run(["swiftc", "--version"]).split(separator: "\n").first ?? ""
        return "\(ProcessInfo.processInfo.activeProcessorCount) × \(model ?? "unknown processor"), \(compiler)"
    }
}
