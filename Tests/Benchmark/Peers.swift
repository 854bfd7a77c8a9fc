import BuiltInCatalog
import Catalog
import CatalogSource
import Foundation
import SearchQuality
import Storage

/// What the program is measured beside, made of the same texts.
struct Peers {
    let folder: URL

    /// A catalogue of a size: built for the program, and as an index for `sqlite3`.
    struct Pair {
        let snapshot: URL
        let database: URL
    }

    /// Makes both files.
    func pair(tools count: Int) throws -> Pair {
        let pair = Pair(snapshot: folder.appending(path: "\(count).wegwijzer"), database: folder.appending(path: "\(count).db"))
        let bytes = try SnapshotCompiler.compile(EnlargedCatalog.data(count: count), isExtendable: false)
        try Data(bytes).write(to: pair.snapshot)
        let texts = try bytes.withUnsafeBytes { try PlainText.all(Snapshot(Bytes($0))) }
        try index(texts, into: pair.database)
        return pair
    }

    /// An FTS5 index of the built-in catalogue's texts.
    func builtInIndex() throws -> URL {
        let database = folder.appending(path: "tools.db")
        try index(PlainText.all(BuiltInCatalog.snapshot()), into: database)
        return database
    }

    private func index(_ texts: [PlainText], into database: URL) throws {
        let statements = """
            PRAGMA journal_mode = OFF;
            BEGIN;
            \(texts.indexStatements)INSERT INTO tools(tools) VALUES ('optimize');
            COMMIT;

            """
        try? FileManager.default.removeItem(at: database)
        let script = folder.appending(path: "index.sql")
        try Data(statements.utf8).write(to: script)
        defer { try? FileManager.default.removeItem(at: script) }
        try Processes.run(["sqlite3", "-batch", "-bail", database.path], input: script)
    }

    /// A Swift program that prints a line, linked and installed as the README recommends for this one.
    func greeter() throws -> URL {
        let source = folder.appending(path: "hello.swift")
        let program = folder.appending(path: "hello.linked")
        try Data("print(\"hallo\")\n".utf8).write(to: source)
        try Processes.run(["swiftc", "-O", "-static-executable", source.path, "-o", program.path])
        return try install(program)
    }

    /// A copy of a program, as `install` makes one.
    func install(_ program: URL) throws -> URL {
        let copy = folder.appending(path: program.deletingPathExtension().lastPathComponent)
        try Processes.run(["install", program.path, copy.path])
        // Or it would be written to the disk while it is timed.
        try Processes.run(["sync", copy.path])
        return copy
    }
}
