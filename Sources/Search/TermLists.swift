import Catalog

/// The closed lists that questions and results are told in; read once for all of a search.
public struct TermLists: Sendable {
    /// The target groups.
    public let groups: [Term]
    /// Whom a tool can address.
    public let aimedAt: [Term]
    /// The forms of tools.
    public let forms: [Term]
    /// The settings that tools are used in.
    public let settings: [Term]
    private let snapshot: Snapshot

    /// Reads the lists of a snapshot.
    public init(_ snapshot: Snapshot) throws(SnapshotError) {
        groups = try snapshot.items(.groupTerms, as: Term.self)
        aimedAt = try snapshot.items(.aimedAt, as: Term.self)
        forms = try snapshot.items(.forms, as: Term.self)
        settings = try snapshot.items(.settings, as: Term.self)
        self.snapshot = snapshot
    }

    /// The name of a topic of the vocabulary.
    func topic(_ index: Int32) throws(SnapshotError) -> String {
        try snapshot.item(.topics, at: UInt32(bitPattern: index), as: Term.self).name
    }

    /// A condition of the vocabulary.
    func condition(_ index: Int32) throws(SnapshotError) -> Condition {
        try snapshot.item(.conditions, at: UInt32(bitPattern: index), as: Condition.self)
    }

    /// The names of a set of terms, in the order of their list.
    public static func names(_ set: UInt64, of terms: [Term]) -> [String] {
        members(set, of: terms).map { $0.name }
    }

    /// The ids of a set of terms, in the order of their list.
    public static func ids(_ set: UInt64, of terms: [Term]) -> [String] {
        members(set, of: terms).map { $0.id }
    }

    private static func members(_ set: UInt64, of terms: [Term]) -> [Term] {
        var members: [Term] = []
        for (place, term) in terms.enumerated() where place < 60 && set >> UInt64(place) & 1 == 1 { members.append(term) }
        return members
    }
}

/// Ages in words.
public enum AgeText {
    /// “8 tot en met 12 jaar”, “12 tot en met 20 maanden”, “zwangerschap”, “vanaf 8 jaar”.
    public static func text(_ age: AgeRange) -> String {
        switch (age.from, age.to) {
        case (nil, nil): return "alle leeftijden"
        case (nil, let to?): return "tot \(bound(to))"
        case (let from?, nil): return from < 0 ? "vanaf de zwangerschap" : "vanaf \(bound(from))"
        case (let from?, let to?):
            if from < 0 {
                return to <= 0 ? "zwangerschap" : "zwangerschap tot \(bound(to))"
            }
            if from % 12 == 0, to % 12 == 0 {
                return to - from == 12 ? "\(from / 12) jaar" : "\(from / 12) tot en met \(to / 12 - 1) jaar"
            }
            if to - from == 1 { return "\(from) maanden" }
            if to <= 36 { return "\(from) tot en met \(to - 1) maanden" }
            return "\(bound(from)) tot \(bound(to))"
        }
    }

    private static func bound(_ months: Int32) -> String {
        if months % 12 == 0 { return "\(months / 12) jaar" }
        if months < 24 { return "\(months) maanden" }
        return months % 12 == 6 ? "\(months / 12),5 jaar" : "\(months / 12) jaar en \(months % 12) maanden"
    }
}
