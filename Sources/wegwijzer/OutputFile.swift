import CatalogSource

/// A file that a command writes for the user.
enum OutputFile {
    /// Refuses a path that cannot be written to, before any work is done.
    /// - Parameter option: the option that names it.
    static func refuse(_ path: String, unless mayOverwrite: Bool, option: String) throws {
        if isStandardOutput(path) { return }
        do {
            switch try Files.kind(of: path) {
            case .directory: throw Failure(.usage, "\(path) is een map; --\(option) wil een bestand")
            case .file where !mayOverwrite: throw Failure(.usage, "\(path) bestaat al; --overschrijf vervangt het")
            case .file, .other: return
            }
        } catch let failure as FileFailure where failure.isMissing {
            // It will be new.
        }
    }

    /// Names that mean the standard output.
    static func isStandardOutput(_ path: String) -> Bool { ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].contains(path) }

    /// Writes it whole or not at all, and says so.
    /// - Parameter contents: what is in it, in a few words.
    static func write(_ bytes: some Collection<UInt8>, to path: String, contents: String? = nil) throws {
        if isStandardOutput(path) { return try Terminal.write(bytes: Array(bytes)) }
        try Files.write(Array(bytes), to: path)
        guard (try? Files.kind(of: path)) == .file else { return }
        Terminal.tell("Geschreven: \(path)" + (contents.map { ", \($0)" } ?? ""))
    }
}
