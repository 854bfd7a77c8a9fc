import Foundation
import Glibc
import Testing

/// How the program ended.
enum Ending: Equatable {
    case status(Int32)
    /// By a signal: always a defect.
    case signal(Int32)

    static let found = Ending.status(0)
    static let nothingFound = Ending.status(1)
    static let usage = Ending.status(2)
    static let invalidCatalog = Ending.status(3)
    static let file = Ending.status(4)

    /// The statuses that the program documents.
    static let documented = [found, nothingFound, usage, invalidCatalog, file]
}

/// What the program is connected to.
enum Stream {
    /// What it reads, or nothing.
    case bytes([UInt8])
    /// What it writes is kept, to be looked at.
    case kept
    /// A file or device.
    case file(String)
    /// Not open at all.
    case closed
    /// A pipe that nobody reads, or reads any longer.
    case brokenPipe
}

/// A run of the program as a user starts it: its words, its standard streams, its environment.
struct Run {
    let ending: Ending
    let outputBytes: [UInt8]
    let errorBytes: [UInt8]

    var output: String { String(decoding: outputBytes, as: UTF8.self) }
    var error: String { String(decoding: errorBytes, as: UTF8.self) }
    var lines: [Substring] { output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() }

    /// The output, read as JSON.
    var json: [String: Any] {
        get throws {
            try #require(try JSONSerialization.jsonObject(with: Data(outputBytes)) as? [String: Any])
        }
    }
}

/// A run that did not end in time.
struct Hangs: Error, CustomStringConvertible {
    let arguments: [[UInt8]]
    var description: String { "still running: \(arguments.map { String(decoding: $0.prefix(80), as: UTF8.self) })" }
}

extension Run {
    /// A program that takes longer hangs. The longest, 20,000 characters read without optimisation, takes a tenth of it on a machine with nothing else to do.
    static let limit: TimeInterval = 120

    /// The program, in the directory that these tests were built in.
    static var program: String {
        get throws {
            let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL ?? Bundle.main.executableURL
            let directory = try #require(bundle).deletingLastPathComponent()
            return directory.appending(path: "wegwijzer").path(percentEncoded: false)
        }
    }

    init(
        _ arguments: String..., input: String = "", output: Stream = .kept, error: Stream = .kept, environment: [String: String] = [:]
    ) throws {
        try self.init(
            arguments.map { Array($0.utf8) }, input: .bytes(Array(input.utf8)), output: output, error: error, environment: environment)
    }

    init(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws {
        try self.init(arguments.map { Array($0.utf8) }, input: .bytes(Array(input.utf8)), environment: environment)
    }

    /// Runs the program with words of any bytes but zero.
    /// - Throws: `Hangs` when it does not end in time.
    init(
        _ arguments: [[UInt8]], input: Stream = .bytes([]), output: Stream = .kept, error: Stream = .kept,
        environment: [String: String] = [:], program: String? = nil
    ) throws {
        let scratch = try TemporaryDirectory()
        var actions = try FileActions()
        defer { actions.destroy() }
        try actions.connect(0, to: input, keeping: scratch.path("input"))
        try actions.connect(1, to: output, keeping: scratch.path("output"))
        try actions.connect(2, to: error, keeping: scratch.path("error"))
        let executable = try program ?? Run.program
        let process = try Run.spawn(executable, arguments, Run.environment(with: environment), &actions)
        guard let ending = Run.wait(for: process) else { throw Hangs(arguments: arguments) }
        self.ending = ending
        outputBytes = scratch.bytes("output")
        errorBytes = scratch.bytes("error")
    }

    /// The tests' own environment, without what would change how the program writes.
    static func environment(with added: [String: String]) -> [String] {
        var environment = ProcessInfo.processInfo.environment
        for name in ["COLUMNS", "NO_COLOR"] { environment[name] = nil }
        // Nobody would end a pager.
        environment["PAGER"] = ""
        // After a crash the backtrace would take longer than the run.
        environment["SWIFT_BACKTRACE"] = "enable=no"
        environment.merge(added) { $1 }
        return environment.map { "\($0)=\($1)" }
    }

    static func spawn(
        _ executable: String, _ arguments: [[UInt8]], _ environment: [String], _ actions: inout FileActions
    ) throws -> pid_t {
        var words = ([Array(executable.utf8)] + arguments).map { strdup($0.map { CChar(bitPattern: $0) } + [0]) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, executable, &actions.actions, nil, &words, &variables)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
        return process
    }

    /// Nil when the time is up; the process is ended then.
    private static func wait(for process: pid_t) -> Ending? {
        let deadline = Date(timeIntervalSinceNow: limit)
        var status: Int32 = 0
        while waitpid(process, &status, WNOHANG) == 0 {
            guard Date() < deadline else {
                kill(process, SIGKILL)
                waitpid(process, &status, 0)
                return nil
            }
            usleep(500)
        }
        let signal = status & 0x7F
        return signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
    }
}

/// What a new process does to its streams before it starts.
struct FileActions {
    var actions = posix_spawn_file_actions_t()
    private var opened: [Int32] = []

    init() throws {
        guard posix_spawn_file_actions_init(&actions) == 0 else { throw POSIXError(.ENOMEM) }
    }

    mutating func destroy() {
        posix_spawn_file_actions_destroy(&actions)
        for descriptor in opened { close(descriptor) }
    }

    /// - Parameter path: where what it reads stands, or what it writes is kept.
    mutating func connect(_ descriptor: Int32, to stream: Stream, keeping path: String) throws {
        switch stream {
        case .bytes(let bytes):
            try Data(bytes).write(to: URL(filePath: path))
            open(path, O_RDONLY, as: descriptor)
        case .kept: open(path, O_WRONLY | O_CREAT, as: descriptor)
        case .file(let path): open(path, descriptor == 0 ? O_RDONLY : O_WRONLY, as: descriptor)
        case .closed: posix_spawn_file_actions_addclose(&actions, descriptor)
        case .brokenPipe:
            var ends: [Int32] = [0, 0]
            guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
            close(ends[0])
            _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
            opened.append(ends[1])
            posix_spawn_file_actions_adddup2(&actions, ends[1], descriptor)
        }
    }

    mutating func open(_ path: String, _ flags: Int32, as descriptor: Int32) {
        posix_spawn_file_actions_addopen(&actions, descriptor, path, flags, 0o600)
    }
}

/// A directory that goes when nobody holds it any more.
final class TemporaryDirectory {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "wegwijzer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var path: String { url.path(percentEncoded: false) }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false)).sorted() }
    }

    func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

    /// A file's bytes; none when there is no such file.
    func bytes(_ name: String) -> [UInt8] { Array((try? Data(contentsOf: url.appending(path: name))) ?? Data()) }

    func write(_ bytes: some Collection<UInt8>, to name: String) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// Copies a directory's contents into this one.
    func copy(_ directory: URL) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: directory.path(percentEncoded: false)) where !name.hasPrefix(".") {
            try FileManager.default.copyItem(at: directory.appending(path: name), to: url.appending(path: name))
        }
    }
}
