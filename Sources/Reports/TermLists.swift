import Catalog
import Storage

/// The closed lists that tools are described in, whole.
struct TermLists {
    let groups, aimedAt, forms, settings, populations: [Term]

    init(_ snapshot: Snapshot) throws(SnapshotError) {
        groups = try snapshot.items(.groupTerms, as: Term.self)
        aimedAt = try snapshot.items(.aimedAt, as: Term.self)
        forms = try snapshot.items(.forms, as: Term.self)
        settings = try snapshot.items(.settings, as: Term.self)
        populations = try snapshot.items(.populations, as: Term.self)
    }
}
