import Catalog
import Language
import Storage

extension DutchWords {
    /// The words of a snapshot.
    init(_ snapshot: Snapshot) throws(SnapshotError) { self.init(try snapshot.column(.dutchWords)) }
}
