import BuiltInCatalog
import Catalog
import CatalogSource
import Options
import Search
import Storage

/// The catalogue that a command works on: the built-in one, another, or the built-in one with additions.
struct LoadedCatalog {
    let snapshot: Snapshot

    /// What reading and compiling a catalogue of some hundreds of tools takes, and as much again.
    private static let forCompiling = 64 << 20

    static func builtIn() throws -> LoadedCatalog {
        LoadedCatalog(snapshot: try BuiltInCatalog.snapshot())
    }

    /// The catalogue that the options ask for.
    static func load(_ invocation: Invocation) throws -> LoadedCatalog {
        try open(invocation.value("catalogus"), additions: invocation.values("aanvulling-catalogus"))
    }

    /// A catalogue by its path, or the built-in one when there is none, with additions.
    static func open(_ path: String?, additions: [String]) throws -> LoadedCatalog {
        var catalog: LoadedCatalog
        if let path { catalog = try open(path) } else { catalog = try builtIn() }
        for addition in additions { catalog = try catalog.adding(addition) }
        return catalog
    }

    /// A directory of JSON files, or a built catalogue.
    private static func open(_ path: String) throws -> LoadedCatalog {
        guard try Files.kind(of: path) == .directory else { return LoadedCatalog(snapshot: try openBuilt(path)) }
        try Terminal.expectMemory(forCompiling)
        return try LoadedCatalog(compiling: CatalogDirectory.load(path))
    }

    /// A built catalogue, read where it lies. Its beginning and size are checked, and every read is; `catalogus controleer` reads it whole.
    private static func openBuilt(_ path: String) throws -> Snapshot {
        Terminal.endWhenAFileShrinks()
        let bytes = try Files.map(path)
        do { return try Snapshot(bytes) } catch { throw Failure(error, path: path) }
    }

    /// This catalogue with the tools, references and sources of a directory.
    private func adding(_ path: String) throws -> LoadedCatalog {
        try Terminal.expectMemory(LoadedCatalog.forCompiling)
        let base = try CatalogData(snapshot)
        return try LoadedCatalog(compiling: CatalogDirectory.load(path, addingTo: base))
    }

    init(snapshot: Snapshot) { self.snapshot = snapshot }

    /// Compiles a catalogue in memory, which lives as long as the process.
    init(compiling data: CatalogData) throws { snapshot = try Snapshot(Bytes(keeping: SnapshotCompiler.compile(data))) }

    var search: Search { Search(snapshot) }

    func info() throws -> CatalogInfo {
        try snapshot.record(.info, as: CatalogInfo.self)
    }
}
