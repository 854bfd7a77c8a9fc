import Catalog
import Foundation
import JSON
import Testing

@testable import CatalogSource

/// A directory that a test may write in: a copy of the project's catalogue, or empty. It goes when nobody holds it any more.
final class TemporaryCatalog {
    private let directory: URL

    /// The project's own catalogue, beside the tests.
    private static var original: URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Catalog").standardizedFileURL
    }

    private init() throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "wegwijzer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    static func empty() throws -> TemporaryCatalog { try TemporaryCatalog() }

    static func copy() throws -> TemporaryCatalog {
        let catalog = try TemporaryCatalog()
        for name in try FileManager.default.contentsOfDirectory(atPath: original.path(percentEncoded: false)) where !name.hasPrefix(".") {
            try FileManager.default.copyItem(at: original.appending(path: name), to: catalog.directory.appending(path: name))
        }
        return catalog
    }

    /// The text of a file, named from the catalogue's directory.
    func text(of file: String) throws -> String {
        try String(decoding: Data(contentsOf: directory.appending(path: file)), as: UTF8.self)
    }

    /// Writes a file, and its folder if need be.
    func write(_ text: String, to file: String) throws {
        let url = directory.appending(path: file)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func remove(_ file: String) throws {
        try FileManager.default.removeItem(at: directory.appending(path: file))
    }

    /// Replaces a text that stands in the file exactly once.
    func replace(_ old: String, with new: String, in file: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let text = try text(of: file)
        let count = text.ranges(of: old).count
        try #require(count == 1, "\(file) holds \(count) times: \(old)", sourceLocation: sourceLocation)
        try write(text.replacing(old, with: new), to: file)
    }

    /// Line and column of the first place where a text stands in a file, both from 1.
    func place(of needle: String, in file: String) throws -> (line: Int, column: Int) {
        let text = try text(of: file)
        let range = try #require(text.firstRange(of: needle), "\(file) does not hold: \(needle)")
        let lines = text[..<range.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
        return (lines.count, (lines.last?.count ?? 0) + 1)
    }

    /// Loads it, as an addition if there is a catalogue to add to.
    func load(addingTo base: CatalogData? = nil) throws(LoadFailure) -> CatalogData {
        guard let base else { return try CatalogDirectory.load(directory.path(percentEncoded: false)) }
        return try CatalogDirectory.load(directory.path(percentEncoded: false), addingTo: base)
    }

    /// What is different in another catalogue.
    func difference(to other: TemporaryCatalog) throws(LoadFailure) -> CatalogDifference {
        try CatalogDifference(from: directory.path(percentEncoded: false), to: other.directory.path(percentEncoded: false))
    }

    /// The faults found when it is loaded, their files named from its directory.
    func faults(addingTo base: CatalogData? = nil) throws -> [Fault] {
        do throws(LoadFailure) {
            _ = try load(addingTo: base)
            return []
        } catch {
            guard case .invalid(let faults) = error else { throw error }
            return faults.map { fault in
                var fault = fault
                fault.file = fault.file.replacing(directory.path(percentEncoded: false) + "/", with: "")
                return fault
            }
        }
    }
}
