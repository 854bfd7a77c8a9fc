import Foundation

/// The machine's own `gzip`. Every browser since 2023 unpacks what it writes, and sooner than a script could.
enum Gzip {
    /// The bytes as a gzip file: as small as may be, and without name and time, so that the same bytes always give the same.
    /// - Throws: `PageFault` when the machine has no `gzip` or it fails.
    static func compressed(_ bytes: [UInt8], with program: String = "gzip") throws -> Data {
        let file = FileManager.default.temporaryDirectory.appending(path: "wegwijzer-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program, "-9nc", file.path(percentEncoded: false)]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let compressed = try output.fileHandleForReading.readToEnd()
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0, let compressed else {
            throw PageFault(message: "what the page carries cannot be compressed: is \(program) installed?")
        }
        return compressed
    }
}
