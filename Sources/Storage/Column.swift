/// Numbers of equal width, one after another.
public struct Column: Sendable {
    private let bytes: Bytes

    /// The numbers that bytes hold.
    public init(_ bytes: Bytes) { self.bytes = bytes }

    /// How many numbers there are, if they are not wide.
    public var count: UInt32 { bytes.count / Bytes.numberSize }

    /// The number at a place.
    /// - Throws: `SnapshotError.damaged` beyond the last.
    public func number(_ index: UInt32) throws(SnapshotError) -> UInt32 {
        try bytes.number(at: offset(index, width: Bytes.numberSize))
    }

    /// A set of up to 60 terms: the bit of a term is its place in its list.
    public func set(_ index: UInt32) throws(SnapshotError) -> UInt64 {
        let offset = try offset(index, width: 2 * Bytes.numberSize)
        return try UInt64(bytes.number(at: offset)) << 30 | UInt64(bytes.number(at: offset + Bytes.numberSize))
    }

    /// What belongs to a row, in a column of where each row's list begins; none when it has none.
    package func list(ofRow row: UInt32) throws(SnapshotError) -> Range<UInt32> {
        let start = try number(row)
        return start..<max(start, try number(row + 1))
    }

    private func offset(_ index: UInt32, width: UInt32) throws(SnapshotError) -> UInt32 {
        let (offset, overflow) = index.multipliedReportingOverflow(by: width)
        guard !overflow else { throw .damaged(offset: .max) }
        return offset
    }
}
