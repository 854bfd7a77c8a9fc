import Catalog
import CatalogSource
import Search

/// How the program ends.
enum Status: Int32 {
    case found = 0
    case nothingFound = 1
    case usage = 2
    case invalidCatalog = 3
    case file = 4
}

/// Why a command cannot be carried out: Dutch lines for the user, most often one, and the exit status.
struct Failure: Error {
    var status: Status
    var lines: [String]

    init(_ status: Status, _ lines: String...) {
        self.status = status
        self.lines = lines
    }

    init(_ failure: FileFailure) { self.init(.file, "\(failure.path) \(failure.message)") }

    init(_ error: SnapshotError, path: String? = nil) {
        self.init(.invalidCatalog, path.map { "\($0): \(error.message)" } ?? error.message)
    }

    init(_ failure: FilterFailure) {
        switch failure {
        case .unknown(let line): self.init(.usage, line)
        case .snapshot(let error): self.init(error)
        }
    }

    init(_ failure: LoadFailure) {
        switch failure {
        case .invalid(let faults):
            self.init(.invalidCatalog, "de catalogus bevat \(faults.count) fout\(faults.count == 1 ? "" : "en") en is niet gebruikt:")
            lines += faults.map { $0.line(label: "fout") }
        case .unreadable(let file): self.init(file)
        case .snapshot(let path, let error): self.init(error, path: path)
        }
    }
}

/// Carries out something that reads a snapshot; a damaged one ends the command.
func orFail<Value>(_ work: () throws(SnapshotError) -> Value) throws(Failure) -> Value {
    do throws(SnapshotError) { return try work() } catch { throw Failure(error) }
}
