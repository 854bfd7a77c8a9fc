/// The bytes that a fuzzer makes up, taken piece by piece.
public struct Input {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    public init(_ start: UnsafePointer<UInt8>?, _ size: Int) { bytes = UnsafeBufferPointer(start: start, count: size) }

    public var isEmpty: Bool { index == bytes.count }

    /// What has not been taken yet.
    public var rest: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[index...]) }

    /// The next byte; zero at the end.
    public mutating func byte() -> UInt8 {
        guard !isEmpty else { return 0 }
        defer { index += 1 }
        return bytes[index]
    }

    /// The next two bytes, as a number.
    public mutating func number() -> Int { Int(byte()) << 8 | Int(byte()) }

    /// The bytes up to the next line feed, which is taken too, or to the end.
    public mutating func line() -> UnsafeBufferPointer<UInt8> {
        let start = index
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        defer { if !isEmpty { index += 1 } }
        return UnsafeBufferPointer(rebasing: bytes[start..<index])
    }

    /// Whether what costs much is checked for this input: for one in so many, always the same ones.
    public func isOne(in many: UInt32) -> Bool {
        var hash: UInt32 = 0x811C_9DC5
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return hash >> 8 % many == 0
    }
}
