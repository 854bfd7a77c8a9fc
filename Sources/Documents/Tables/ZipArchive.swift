import Language

/// A ZIP file of entries that are stored as they are: what an office document is packed in.
///
/// The same entries and date always give the same bytes. Nothing is compressed: the files are small, and need no other library.
package struct ZipArchive {
    private struct Entry {
        var name: [UInt8]
        var checksum: UInt32
        var size: UInt32
        /// Where its local header stands.
        var offset: UInt32
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// The date of every entry as MS-DOS writes it.
    private let date: UInt16

    /// - Parameter date: the date of every entry; nil is the earliest that the format knows.
    package init(date: CalendarDate? = nil) {
        let first: UInt16 = 1 << 5 | 1
        self.date = date.flatMap { (1980...2107).contains($0.year) ? UInt16(($0.year - 1980) << 9 | $0.month << 5 | $0.day) : nil } ?? first
    }

    package mutating func add(_ name: String, _ content: [UInt8]) {
        let entry = Entry(
            name: Array(name.utf8), checksum: ZipArchive.checksum(content), size: UInt32(content.count), offset: UInt32(bytes.count))
        entries.append(entry)
        bytes.append(littleEndian: 0x0403_4B50 as UInt32)
        appendProperties(of: entry)
        bytes += entry.name
        bytes += content
    }

    /// The whole file: the entries, and the directory of where they stand.
    package func file() -> [UInt8] {
        var archive = self
        let start = UInt32(bytes.count)
        for entry in entries {
            archive.bytes.append(littleEndian: 0x0201_4B50 as UInt32)
            archive.bytes.append(littleEndian: ZipArchive.version)
            archive.appendProperties(of: entry)
            // No comment, the first disk, and no attributes.
            archive.bytes += [UInt8](repeating: 0, count: 2 + 2 + 2 + 4)
            archive.bytes.append(littleEndian: entry.offset)
            archive.bytes += entry.name
        }
        let size = UInt32(archive.bytes.count) - start
        archive.bytes.append(littleEndian: 0x0605_4B50 as UInt32)
        // One disk.
        archive.bytes.append(littleEndian: 0 as UInt32)
        archive.bytes.append(littleEndian: UInt16(entries.count))
        archive.bytes.append(littleEndian: UInt16(entries.count))
        archive.bytes.append(littleEndian: size)
        archive.bytes.append(littleEndian: start)
        archive.bytes.append(littleEndian: 0 as UInt16)
        return archive.bytes
    }

    /// 2.0: the version that an office document names.
    private static let version: UInt16 = 20
    /// The name is in UTF-8.
    private static let isUTF8: UInt16 = 1 << 11

    /// What a local header and the directory both say of an entry.
    private mutating func appendProperties(of entry: Entry) {
        bytes.append(littleEndian: ZipArchive.version)
        bytes.append(littleEndian: ZipArchive.isUTF8)
        // Stored, at midnight.
        bytes.append(littleEndian: 0 as UInt16)
        bytes.append(littleEndian: 0 as UInt16)
        bytes.append(littleEndian: date)
        bytes.append(littleEndian: entry.checksum)
        // Stored is as large as it was.
        bytes.append(littleEndian: entry.size)
        bytes.append(littleEndian: entry.size)
        bytes.append(littleEndian: UInt16(entry.name.count))
        // No extra fields.
        bytes.append(littleEndian: 0 as UInt16)
    }

    /// CRC-32 as ISO 3309 and ZIP have it.
    package static func checksum(_ bytes: [UInt8]) -> UInt32 {
        let table = checksums
        var checksum = UInt32.max
        for byte in bytes { checksum = table[Int(UInt8(truncatingIfNeeded: checksum) ^ byte)] ^ (checksum >> 8) }
        return ~checksum
    }

    /// The checksum of every byte.
    private static let checksums: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 0 ? rest >> 1 : 0xEDB8_8320 ^ (rest >> 1) }
    }
}

extension [UInt8] {
    fileprivate mutating func append(littleEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}
