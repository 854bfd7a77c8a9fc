import Foundation

/// A program that could not be run, or failed.
struct ProcessFailure: Error, CustomStringConvertible {
    let description: String
}

/// Other programs.
enum Processes {
    /// Where a program is; nil when it is not installed.
    static func path(of program: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs a program to its end.
    /// - Parameter input: a file that it reads from its standard input.
    /// - Returns: what it wrote to its standard output.
    @discardableResult
    static func run(_ command: [String], input: URL? = nil) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        let written = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw ProcessFailure(description: "\(command.joined(separator: " ")) ended with status \(process.terminationStatus)")
        }
        return String(decoding: written, as: UTF8.self)
    }

    /// The most memory that a program had resident at once, in kilobytes; nil when GNU `time` is not installed.
    ///
    /// The system counts what a process had before it became another program: so a small program must start it, not this one.
    static func memory(of command: [String], folder: URL) throws -> Int? {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/time") else { return nil }
        let file = folder.appending(path: "memory")
        try run(["/usr/bin/time", "-f", "%M", "-o", file.path] + command)
        return Int(try String(contentsOf: file, encoding: .utf8).filter { $0.isNumber })
    }
}

/// The medians of whole processes, measured side by side by `hyperfine`.
struct Hyperfine {
    private struct Output: Decodable {
        let results: [Measured]
    }

    private struct Measured: Decodable {
        let median: Double
    }

    /// In seconds, in the order of the commands.
    let medians: [Double]

    /// - Parameter commands: without a shell between, so no word may hold a quote.
    init(_ commands: [[String]], runs: Int, folder: URL) throws {
        let file = folder.appending(path: "hyperfine.json")
        let lines = commands.map { command in command.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ") }
        try Processes.run(
            ["hyperfine", "-N", "--style", "none", "--warmup", "\(max(3, runs / 10))", "--runs", "\(runs)", "--export-json", file.path]
                + lines)
        medians = try JSONDecoder().decode(Output.self, from: Data(contentsOf: file)).results.map { $0.median }
    }
}
