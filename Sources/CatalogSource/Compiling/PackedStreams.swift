import Catalog

/// The streams of a packed snapshot while they are being written.
struct PackedStreams {
    private var streams = [[UInt8]](repeating: [], count: PackedSnapshot.Stream.allCases.count)

    mutating func append(_ bytes: some Sequence<UInt8>, to stream: PackedSnapshot.Stream) {
        streams[Int(stream.rawValue)].append(contentsOf: bytes)
    }

    /// Appends a number in as few digits as it needs, see `PackedNumbers`.
    mutating func append(_ number: UInt32, to stream: PackedSnapshot.Stream) {
        if number < PackedNumbers.two {
            append([number], to: stream)
        } else if number < PackedNumbers.firstOfThree {
            let rest = number - PackedNumbers.two
            append([PackedNumbers.two + rest >> 6, rest & 63], to: stream)
        } else if number < PackedNumbers.firstOfSeven {
            let rest = number - PackedNumbers.firstOfThree
            append([PackedNumbers.three + rest >> 12, rest >> 6 & 63, rest & 63], to: stream)
        } else {
            append([PackedNumbers.seven] + [30, 24, 18, 12, 6, 0].map { number >> $0 & 63 }, to: stream)
        }
    }

    private mutating func append(_ digits: [UInt32], to stream: PackedSnapshot.Stream) {
        append(digits.map { PackedNumbers.zeroDigit + UInt8($0) }, to: stream)
    }

    /// All streams behind their header.
    /// - Parameter header: the snapshot, of which version, size and checksum are taken over.
    func assembled(header snapshot: [UInt8]) throws(SnapshotError) -> [UInt8] {
        var writer = ArchiveWriter()
        writer.append(Array("\(PackedSnapshot.magic)".utf8))
        writer.append(Array(snapshot[10..<Int(PackedSnapshot.headerSize)]))
        for stream in streams { try writer.append(stream.count) }
        for stream in streams { writer.append(stream) }
        return writer.bytes
    }
}
