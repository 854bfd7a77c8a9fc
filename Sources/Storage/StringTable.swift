/// Texts in order of their bytes, one after another, each with two numbers.
public struct StringTable: Sendable {
    /// Where the text ends, then the two numbers.
    public static let rowSize: UInt32 = 3 * Bytes.numberSize

    package let rows: Bytes
    package let texts: Bytes

    /// A table of rows and the texts that they point into.
    public init(rows: Bytes, texts: Bytes) {
        self.rows = rows
        self.texts = texts
    }

    /// How many texts there are.
    public var count: UInt32 { rows.count / StringTable.rowSize }

    /// The text of a row.
    public func text(_ index: UInt32) throws(SnapshotError) -> Bytes {
        let start = try start(of: index)
        return try texts.part(at: start, size: end(of: index) &- start)
    }

    /// The size of a text, without touching it.
    public func size(_ index: UInt32) throws(SnapshotError) -> UInt32 { try end(of: index) &- start(of: index) }

    /// The two numbers of a row.
    public func values(_ index: UInt32) throws(SnapshotError) -> (first: UInt32, second: UInt32) {
        try rows.pair(at: index * StringTable.rowSize + Bytes.numberSize)
    }

    private func end(of index: UInt32) throws(SnapshotError) -> UInt32 { try rows.number(at: index * StringTable.rowSize) }

    /// A text begins where the one before ends.
    private func start(of index: UInt32) throws(SnapshotError) -> UInt32 { index == 0 ? 0 : try end(of: index - 1) }

    /// The numbers that belong to a text; nil when it is not in the table.
    public func find(_ text: [UInt8]) throws(SnapshotError) -> (first: UInt32, second: UInt32)? {
        let row = try lowerBound(text)
        guard row < count, try self.text(row).compare(text) == 0 else { return nil }
        return try values(row)
    }

    /// The first number of a text, if it is in the table, and whether any text of the table begins so.
    public func follow(_ text: [UInt8]) throws(SnapshotError) -> (first: UInt32?, goesOn: Bool) {
        let row = try lowerBound(text)
        guard row < count else { return (nil, false) }
        let found = try self.text(row)
        guard try found.begins(with: text) else { return (nil, false) }
        return (found.count == text.count ? try values(row).first : nil, true)
    }

    /// The first row whose text does not sort before a text.
    public func lowerBound(_ text: [UInt8]) throws(SnapshotError) -> UInt32 {
        // Written out: making a catalogue comes here a million times, and a build without optimisation takes thrice as long for a closure.
        var (low, high) = (0 as UInt32, count)
        while low < high {
            let middle = low + (high - low) / 2
            if try self.text(middle).compare(text) < 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
