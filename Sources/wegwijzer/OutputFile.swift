import CatalogSource

/// A file that a command writes for the user.
enum OutputFile {
    /// Refuses a path that cannot be written to, before any work is done.
    /// - Parameter option: the option that names it.
    static func refuse(_ path: String, unless mayOverwrite: Bool, option: String) throws(Failure) {
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

    /// Writes it whole or not at all.
    static func write(_ bytes: some Collection<UInt8>, to path: String) throws(Failure) {
        do throws(FileFailure) { try Files.write(Array(bytes), to: path) } catch { throw Failure(error) }
    }
}
