import Catalog
import CatalogSource
import Foundation
import Reports
import Search
import Storage

/// Build tool: `PageBuilder CATALOGUE ENGINE.wasm PAGE-FOLDER OUTPUT.html` puts the engine, the catalogue and the page's files together in one file.
@main
struct PageBuilder {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 5 else { fail("usage: PageBuilder CATALOGUE ENGINE.wasm PAGE-FOLDER OUTPUT.html") }
        do {
            let page = try page(catalogue: arguments[1], engine: arguments[2], folder: arguments[3])
            try Files.write(page.written(), to: arguments[4])
        } catch let failure as LoadFailure {
            fail("\(arguments[1]): \(failure)")
        } catch let error as SnapshotError {
            fail(error.message)
        } catch let error as FileFailure {
            fail("\(error.path): \(error.message)")
        } catch let fault as PageFault {
            fail("\(arguments[3]): \(fault.message)")
        } catch {
            fail("\(error)")
        }
    }

    private static func page(catalogue: String, engine: String, folder: String) throws -> Page {
        let data = try CatalogDirectory.load(catalogue)
        let snapshot = try SnapshotCompiler.compile(data, isExtendable: false)
        return Page(
            template: try PageTemplate(try text("\(folder)/page.html")), styles: try texts(in: folder, suffix: ".css"),
            script: try texts(in: "\(folder)/script", suffix: ".js"), engine: try Gzip.compressed(try Files.read(engine)),
            catalogue: try Gzip.compressed(snapshot), text: try plainCatalog(snapshot), version: data.info.version,
            date: data.info.date)
    }

    private static func text(_ path: String) throws -> String {
        let bytes = try Files.read(path)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw FileFailure(path: path, message: "is geen UTF-8") }
        return text
    }

    /// All files of a kind, in the order of their names.
    private static func texts(in folder: String, suffix: String) throws -> String {
        let names = try Files.names(in: folder).filter { $0.hasSuffix(suffix) }
        guard !names.isEmpty else { throw FileFailure(path: folder, message: "bevat geen bestanden die eindigen op \(suffix)") }
        return try names.map { bare(try text("\(folder)/\($0)")) }.joined()
    }

    /// Styles or script without what only a reader of the sources needs: indentation, and lines of comment.
    private static func bare(_ text: String) -> String {
        var bare = ""
        for line in text.split(separator: "\n") {
            let line = line.drop { $0 == " " }
            if line.isEmpty || line.hasPrefix("//") || line.hasPrefix("/*") && line.hasSuffix("*/") { continue }
            bare += line + "\n"
        }
        return bare
    }

    /// What the catalogue says, for those whose browser runs no script.
    private static func plainCatalog(_ snapshot: [UInt8]) throws -> String {
        try PlainCatalog(Search(Snapshot(Bytes(keeping: snapshot)))).html()
    }

    private static func fail(_ message: String) -> Never {
        _ = Files.write(Array("error: \(message)\n".utf8), to: 2)
        exit(1)
    }
}
