import Catalog
import Storage

/// The catalogue that is part of the program.
public enum BuiltInCatalog {
    /// Its snapshot, read where it lies in the program.
    /// - Throws: `SnapshotError` when the program itself is damaged.
    public static func snapshot() throws(SnapshotError) -> Snapshot { try Snapshot(Bytes(snapshotText)) }
}
