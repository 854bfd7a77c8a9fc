import CatalogSource

/// A file that a command writes for the user.
enum OutputFile {
    /// Refuses a path that cannot be written to, before any work is done.
    /// - Parameter option: the option that names it.
    static func refuse(_ path: String, unless mayOverwrite: Bool, option: String) throws(Failure) {
        if isStandardOutput(path) { return }
        let kind: Files.Kind
        do throws(FileFailure) {
            kind = try Files.kind(of: path)
        } catch {
            if error.isMissing { return }
            throw Failure(error)
        }
        switch kind {
        case .directory: throw Failure(.usage, "\(path) is een map; --\(option) wil een bestand")
        case .file where !mayOverwrite: throw Failure(.usage, "\(path) bestaat al; --overschrijf vervangt het")
        case .file, .other: break
        }
    }

    /// Names that mean the standard output.
    static func isStandardOutput(_ path: String) -> Bool { ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].contains(path) }

    /// Writes it whole or not at all, and says so.
    /// - Parameter contents: what is in it, in a few words.
    static func write(_ bytes: some Collection<UInt8>, to path: String, contents: String? = nil) throws(Failure) {
        if isStandardOutput(path) { return try Terminal.write(bytes: Array(bytes)) }
        do throws(FileFailure) { try Files.write(Array(bytes), to: path) } catch { throw Failure(error) }
        guard (try? Files.kind(of: path)) == .file else { return }
        Terminal.tell("Geschreven: \(path)" + (contents.map { ", \($0)" } ?? ""))
    }
}
