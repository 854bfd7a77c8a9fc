import Storage

/// A child's age in months, half-open: “8-12 jr” is 96..<156. Pregnancy is negative: −9..<0.
public struct AgeRange: Archivable, Equatable, Sendable {
    /// The first month that belongs to it; nil when it has no lower bound.
    public var from: Int32?
    /// The first month that does not; nil when it has no upper bound.
    public var to: Int32?
    /// The words in the source.
    public var stated = ""
    /// Where in the row the words stand, if not in the cell that says whom the tool addresses.
    public var place: String?

    public init() {}

    /// A range in months, half-open; nil is an open end.
    public init(from: Int32?, to: Int32?, stated: String = "") {
        self.from = from
        self.to = to
        self.stated = stated
    }

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.optional(&from)
        try archive.optional(&to)
        try archive.text(&stated)
        try archive.optional(&place)
    }

    /// The months that a bound can be: from the beginning of pregnancy to 120 years.
    public static let possible: ClosedRange<Int32> = -9...1440
    /// The month that stands in for an open upper end: 25 years.
    public static let openEnd: Int32 = 300

    /// The range with its open ends closed.
    public var months: Range<Int32> {
        // “< 5 jaar” begins at birth: pregnancy is only meant where it is named.
        let lower = from ?? min(0, (to ?? 1) - 1)
        return lower..<max(lower, to ?? max(AgeRange.openEnd, lower + 1))
    }

    /// How many months both ranges have in common.
    public func overlap(_ other: AgeRange) -> Int32 {
        max(0, min(months.upperBound, other.months.upperBound) - max(months.lowerBound, other.months.lowerBound))
    }
}
