/// Read access to bytes that someone else owns, checked at every step.
///
/// The bytes are those of the built-in snapshot or of a mapped file, which both live as long as the process.
public struct Bytes: @unchecked Sendable {
    /// The memory itself.
    public let base: UnsafeRawBufferPointer

    /// - Parameter base: memory that outlives every use of this value.
    public init(_ base: UnsafeRawBufferPointer) { self.base = base }

    /// A copy of bytes, which lives as long as the process.
    public init(keeping bytes: [UInt8]) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        memory.copyBytes(from: bytes)
        base = UnsafeRawBufferPointer(memory)
    }

    /// The bytes of a literal, which are part of the program.
    public init(_ text: StaticString) {
        base = UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// How many bytes there are.
    public var count: UInt32 { UInt32(truncatingIfNeeded: base.count) }

    /// How many digits a number takes: five of six bits each hold 30 bits.
    public static let numberSize: UInt32 = 5
    /// The largest number that five digits hold.
    public static let largestNumber: UInt32 = 1 << 30 - 1
    /// The digit zero. The 64 digits are printable ASCII, so that a snapshot is text.
    @usableFromInline static let zeroDigit: UInt8 = 0x30

    @inline(__always)
    @inlinable package func byte(at offset: UInt32) throws(SnapshotError) -> UInt8 {
        guard Int(offset) < base.count else { throw .damaged(offset: offset) }
        return base[Int(offset)]
    }

    /// The number written at `offset` in five digits.
    @inlinable @inline(__always)
    public func number(at offset: UInt32) throws(SnapshotError) -> UInt32 {
        guard base.count >= 5, Int(offset) <= base.count - 5 else { throw .damaged(offset: offset) }
        // Four digits at once: the last byte of the four is the highest.
        let zero = UInt32(Bytes.zeroDigit)
        let four = UInt32(littleEndian: base.loadUnaligned(fromByteOffset: Int(offset), as: UInt32.self)) &- zero &* 0x0101_0101
        let last = UInt32(base[Int(offset) + 4]) &- zero
        // A byte below the zero borrows from the next ones, and has high bits itself.
        guard four & 0xC0C0_C0C0 | last & ~63 == 0 else { throw .damaged(offset: offset) }
        return (four & 63) << 24 | (four >> 8 & 63) << 18 | (four >> 16 & 63) << 12 | (four >> 24) << 6 | last
    }

    /// The part from `offset` on, `size` bytes long.
    @inlinable package func part(at offset: UInt32, size: UInt32) throws(SnapshotError) -> Bytes {
        guard size <= count, offset <= count &- size else { throw .damaged(offset: offset) }
        return Bytes(UnsafeRawBufferPointer(rebasing: base[Int(offset)..<Int(offset) + Int(size)]))
    }

    /// Two numbers, one after the other.
    public func pair(at offset: UInt32) throws(SnapshotError) -> (UInt32, UInt32) {
        (try number(at: offset), try number(at: offset + Bytes.numberSize))
    }

    /// These bytes as text; damaged UTF-8 is repaired, never trusted.
    package var text: String { String(decoding: base, as: UTF8.self) }

    /// Negative when these bytes sort before `other`, zero when equal.
    @inlinable package func compare(_ other: [UInt8]) -> Int32 {
        let shared = min(base.count, other.count)
        for index in 0..<shared where base[index] != other[index] {
            return base[index] < other[index] ? -1 : 1
        }
        if base.count == other.count { return 0 }
        return base.count < other.count ? -1 : 1
    }

    /// Whether these bytes begin as `other` does.
    @inlinable package func begins(with other: [UInt8]) throws(SnapshotError) -> Bool {
        guard count >= other.count else { return false }
        for index in other.indices where try byte(at: UInt32(index)) != other[index] { return false }
        return true
    }

    /// Whether another text begins as these bytes do.
    @inlinable package func isBeginning(of other: [UInt8]) -> Bool {
        guard base.count <= other.count else { return false }
        for index in 0..<base.count where base[index] != other[index] { return false }
        return true
    }

    /// A checksum over all bytes (FNV-1a, folded to 30 bits).
    public func checksum(from offset: UInt32) -> UInt32 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in Int(min(offset, count))..<base.count {
            hash = (hash ^ UInt64(base[index])) &* 0x100_0000_01b3
        }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 30 ^ hash >> 60) & Bytes.largestNumber
    }
}
