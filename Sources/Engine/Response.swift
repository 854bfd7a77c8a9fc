import Catalog
import Documents
import Reports
import Search

/// What a request is answered with; the statuses are the terminal program's.
struct Response {
    enum Status: UInt32 {
        case found = 0
        case nothingFound = 1
        case usage = 2
        case invalidCatalog = 3
    }

    let status: Status
    let text: String

    init(_ status: Status, _ text: String) {
        self.status = status
        self.text = text
    }

    init(_ value: JSONValue, isFound: Bool = true) { self.init(isFound ? .found : .nothingFound, value.line()) }

    /// A page to be drawn block by block.
    init(_ document: Document, isFound: Bool = true) { self.init(.object([("blocks", document.value)]), isFound: isFound) }

    init(_ failure: FilterFailure) {
        switch failure {
        case .unknown(let line): self.init(.usage, line)
        case .snapshot(let error): self.init(.invalidCatalog, error.message)
        }
    }
}
