import Catalog
import CatalogSource
import Glibc
import JSON
import Storage

/// Build tool: `CatalogCompiler CATALOGUE OUTPUT.swift` writes the snapshot of a directory of JSON files as a string literal.
///
/// Faults go to the standard error in the form that the build system shows as its own errors.
@main
struct CatalogCompiler {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { fail("usage: CatalogCompiler CATALOGUE OUTPUT.swift") }
        do {
            let data = try CatalogDirectory.load(arguments[1])
            let snapshot = try SnapshotCompiler.compile(data)
            let text = String(decoding: snapshot.dropFirst(Snapshot.magic.utf8CodeUnitCount), as: UTF8.self)
            // The literal is raw, so only its own end could be mistaken; a control sign was refused before.
            guard !text.contains("\"###"), !text.contains("\\###"), !text.contains("\n") else {
                fail("the catalogue holds a text that cannot stand in a raw string literal")
            }
            let literal =
                "/// Made by CatalogCompiler from the files of the catalogue.\nlet snapshotText: StaticString = ###\"\"\"\n\(Snapshot.magic)\(text)\n\"\"\"###\n"
            try Files.write(Array(literal.utf8), to: arguments[2])
        } catch let failure as LoadFailure {
            switch failure {
            case .invalid(let faults): for fault in faults { print(fault) }
            case .unreadable(let file): report("\(file.path): error: \(file.message)")
            case .snapshot(let path, let error): report("\(path): error: \(error.message)")
            }
            exit(1)
        } catch let error as SnapshotError {
            fail(error.message)
        } catch let error as FileFailure {
            fail("\(error.path): \(error.message)")
        } catch {
            fail("\(error)")
        }
    }

    private static func print(_ fault: Fault) { report(fault.line(label: "error")) }

    private static func report(_ line: String) { _ = Files.write(Array("\(line)\n".utf8), to: 2) }

    private static func fail(_ message: String) -> Never {
        report("error: \(message)")
        exit(1)
    }
}
