/// One direction of moving a value to or from a snapshot.
///
/// A type says once, in `Archivable.archive(_:)`, which fields it has; the same statement writes and reads them.
public protocol Archive {
    /// Reads or writes a number.
    mutating func number(_ value: inout UInt32) throws(SnapshotError)
    /// Reads or writes a text.
    mutating func text(_ value: inout String) throws(SnapshotError)
    /// Reads or writes a list of texts.
    mutating func texts(_ value: inout [String]) throws(SnapshotError)
    /// Reads or writes a list of records.
    /// - Parameters:
    ///   - value: the list.
    ///   - fields: says which fields of a record, and in which order.
    mutating func items<Item: Archivable>(
        _ value: inout [Item], _ fields: (inout Item, inout Self) throws(SnapshotError) -> Void
    ) throws(SnapshotError)
    /// Reads or writes a value that may be absent.
    mutating func optional<Item: Archivable>(_ value: inout Item?) throws(SnapshotError)
}

/// A value that can stand in a snapshot.
public protocol Archivable {
    /// A value with nothing in it, for a reader to fill.
    init()
    /// Says which fields the value has, in their order: a writer writes them, a reader fills them.
    /// - Throws: `SnapshotError` when the bytes are damaged, or a number is too large to be written.
    mutating func archive(_ archive: inout some Archive) throws(SnapshotError)
}

extension Archive {
    /// Reads or writes a list of records, each whole.
    public mutating func items<Item: Archivable>(_ value: inout [Item]) throws(SnapshotError) {
        try items(&value) { (item, archive) throws(SnapshotError) in try item.archive(&archive) }
    }

    /// Reads or writes yes or no.
    public mutating func flag(_ value: inout Bool) throws(SnapshotError) {
        var raw: UInt32 = value ? 1 : 0
        try number(&raw)
        value = raw != 0
    }

    /// An optional number that may be negative: zero stands for absent.
    public mutating func optional(_ value: inout Int32?) throws(SnapshotError) {
        let bias: Int32 = 1 << 28
        var raw: UInt32 = 0
        if let value {
            guard value > -bias, value < bias else { throw .tooLarge }
            raw = UInt32(value + bias)
        }
        try number(&raw)
        value = raw == 0 ? nil : Int32(raw) - bias
    }

    /// An optional text: an empty one stands for absent.
    public mutating func optional(_ value: inout String?) throws(SnapshotError) {
        var raw = value ?? ""
        try text(&raw)
        value = raw.isEmpty ? nil : raw
    }

    /// Reads or writes a list of numbers.
    public mutating func numbers(_ value: inout [UInt32]) throws(SnapshotError) {
        var items = value.map { Number($0) }
        try self.items(&items)
        value = items.map { $0.value }
    }

    /// An optional item: a list of one, or of none.
    public mutating func optional<Item: Archivable>(_ value: inout Item?) throws(SnapshotError) {
        var items: [Item] = []
        if let value { items.append(value) }
        try self.items(&items)
        value = items.first
    }
}

/// A number as an item of a list.
private struct Number: Archivable {
    var value: UInt32 = 0
    init() {}
    init(_ value: UInt32) { self.value = value }
    mutating func archive(_ archive: inout some Archive) throws(SnapshotError) { try archive.number(&value) }
}

/// Reads values one after another.
package struct ArchiveReader: Archive {
    /// An item may take many times its bytes: a damaged count must not ask for memory that no items need.
    package static let mostReserved: UInt32 = 64

    package let bytes: Bytes
    package var offset: UInt32 = 0

    package init(_ bytes: Bytes, at offset: UInt32 = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    package mutating func number(_ value: inout UInt32) throws(SnapshotError) {
        value = try bytes.number(at: offset)
        offset += Bytes.numberSize
    }

    package mutating func text(_ value: inout String) throws(SnapshotError) {
        let size = try bytes.number(at: offset)
        // Most optional texts are absent.
        value = size == 0 ? "" : try bytes.part(at: offset + Bytes.numberSize, size: size).text
        offset += Bytes.numberSize + size
    }

    package mutating func texts(_ value: inout [String]) throws(SnapshotError) {
        let count = try count()
        value = []
        if count == 0 { return }
        value.reserveCapacity(Int(min(count, ArchiveReader.mostReserved)))
        for _ in 0..<count {
            var item = ""
            try text(&item)
            value.append(item)
        }
    }

    /// How many items follow.
    private mutating func count() throws(SnapshotError) -> UInt32 {
        let count = try bytes.number(at: offset)
        offset += Bytes.numberSize
        // Every item takes at least one number: a damaged count cannot ask for more memory than there are bytes.
        guard count <= bytes.count / Bytes.numberSize else { throw .damaged(offset: offset) }
        return count
    }

    package mutating func optional<Item: Archivable>(_ value: inout Item?) throws(SnapshotError) {
        let count = try count()
        value = nil
        for _ in 0..<count {
            var item = Item()
            try item.archive(&self)
            value = item
        }
    }

    package mutating func items<Item: Archivable>(
        _ value: inout [Item], _ fields: (inout Item, inout ArchiveReader) throws(SnapshotError) -> Void
    ) throws(SnapshotError) {
        let count = try count()
        value = []
        if count == 0 { return }
        value.reserveCapacity(Int(min(count, ArchiveReader.mostReserved)))
        for _ in 0..<count {
            var item = Item()
            try fields(&item, &self)
            value.append(item)
        }
    }
}

/// Writes values one after another.
public struct ArchiveWriter: Archive {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// Writes a number.
    public mutating func number(_ value: inout UInt32) throws(SnapshotError) { try append(value) }

    /// Writes a text.
    public mutating func text(_ value: inout String) throws(SnapshotError) {
        var copy = value
        let failure: SnapshotError? = copy.withUTF8 { utf8 in
            do throws(SnapshotError) { try append(UInt64(utf8.count)) } catch { return error }
            bytes.append(contentsOf: utf8)
            return nil
        }
        if let failure { throw failure }
    }

    /// Writes a list of texts.
    public mutating func texts(_ value: inout [String]) throws(SnapshotError) {
        try append(UInt64(value.count))
        for index in value.indices { try text(&value[index]) }
    }

    /// Writes a list of records.
    public mutating func items<Item: Archivable>(
        _ value: inout [Item], _ fields: (inout Item, inout ArchiveWriter) throws(SnapshotError) -> Void
    ) throws(SnapshotError) {
        try append(UInt64(value.count))
        for index in value.indices { try fields(&value[index], &self) }
    }

    /// Appends a number in five digits.
    /// - Throws: `tooLarge` when it needs more than 30 bits.
    public mutating func append(_ value: some BinaryInteger) throws(SnapshotError) {
        guard value >= 0, value <= Bytes.largestNumber else { throw .tooLarge }
        let value = UInt32(truncatingIfNeeded: value)
        for shift in [24, 18, 12, 6, 0] as [UInt32] {
            bytes.append(Bytes.zeroDigit + UInt8(truncatingIfNeeded: value >> shift & 63))
        }
    }

    /// Appends bytes as they are.
    public mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }
}
