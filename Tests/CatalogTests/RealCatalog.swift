import CatalogSource
import Foundation
import Storage

@testable import Catalog

/// The catalogue of this repository, read and compiled once for all tests.
enum RealCatalog {
    private static let path = URL(filePath: #filePath).appending(path: "../../../Catalog").standardized.path(percentEncoded: false)
    private static let read = Result { () throws(LoadFailure) in try CatalogDirectory.load(path) }
    private static let compiled = Result { try SnapshotCompiler.compile(read.get()) }
    private static let compiledPart = Result {
        var data = try read.get()
        data.tools = Array(data.tools.prefix(4))
        data.references = Array(data.references.prefix(4))
        data.vocabulary.phrases = Array(data.vocabulary.phrases.prefix(20))
        data.guides = Array(data.guides.prefix(1))
        data.glossary = Array(data.glossary.prefix(4))
        return try SnapshotCompiler.compile(data)
    }

    /// As its files say it.
    static func data() throws -> CatalogData { try read.get() }

    /// As a snapshot.
    static func bytes() throws -> [UInt8] { try compiled.get() }

    /// A part of it as a snapshot: something in every section, and small enough to be damaged and read many times.
    static func part() throws -> [UInt8] { try compiledPart.get() }
}

extension [UInt8] {
    /// Opens these bytes as a snapshot, for as long as `body` takes.
    func withSnapshot<Value>(_ body: (Snapshot) throws(SnapshotError) -> Value) throws(SnapshotError) -> Value {
        try withUnsafeBytes { memory in Result { () throws(SnapshotError) in try body(Snapshot(Bytes(memory))) } }.get()
    }
}
