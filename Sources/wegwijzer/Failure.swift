import Catalog
import CatalogSource
import Options
import Search
import Storage

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

    /// What any error that a command meets means to its user.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let failure as FileFailure: self.init(.file, "\(failure.path) \(failure.message)")
        case let error as UsageError: self.init(.usage, error.message)
        case let error as SnapshotError: self.init(.invalidCatalog, error.message)
        case FilterFailure.unknown(let line): self.init(.usage, line)
        case FilterFailure.snapshot(let error): self.init(error)
        case LoadFailure.invalid(let faults):
            self.init(.invalidCatalog, "de catalogus bevat \(faults.count) fout\(faults.count == 1 ? "" : "en") en is niet gebruikt:")
            lines += faults.map { $0.line(label: "fout") }
        case LoadFailure.unreadable(let file): self.init(file)
        case LoadFailure.snapshot(let path, let error): self.init(error, path: path)
        default: self.init(.file, "\(error)")
        }
    }

    /// A file that is no catalogue.
    init(_ error: SnapshotError, path: String?) { self.init(.invalidCatalog, path.map { "\($0): \(error.message)" } ?? error.message) }
}
