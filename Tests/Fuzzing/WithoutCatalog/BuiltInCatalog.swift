import Catalog
import Storage

/// Stands in for the catalogue in the program: the fuzzers compile their own.
public enum BuiltInCatalog {
    public static func snapshot() throws(SnapshotError) -> Snapshot { throw .foreign }
}
