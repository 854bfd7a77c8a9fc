/// Compression for what the page carries, in the format of the LZMA specification by Igor Pavlov (LZMA SDK, `lzma-specification.txt`).
///
/// The page reads it with a few lines of script, and it makes machine code and tables about a quarter smaller than deflate does.
enum LZMA {
    /// How many bits of what stands around a bit decide which probability it is coded with.
    struct Properties: Equatable, Sendable {
        /// The high bits of the byte before a literal (`lc`).
        var literalContextBits: Int
        /// The low bits of a literal's position (`lp`).
        var literalPositionBits: Int
        /// The low bits of a packet's position (`pb`).
        var positionBits: Int

        /// What suits text and code.
        static let usual = Properties(literalContextBits: 3, literalPositionBits: 0, positionBits: 2)
        /// What suits tables of numbers of four bytes.
        static let aligned = Properties(literalContextBits: 2, literalPositionBits: 2, positionBits: 2)

        /// The first byte of a file.
        var byte: UInt8 { UInt8((positionBits * 5 + literalPositionBits) * 9 + literalContextBits) }
    }

    /// The bytes as an `.lzma` file, with the properties that make it smallest. The same bytes always give the same file.
    static func compressed(_ bytes: [UInt8]) -> [UInt8] {
        let matches = MatchList(in: bytes)
        let usual = Parsed(bytes, matches, .usual)
        let aligned = Parsed(bytes, matches, .aligned)
        let smallest = aligned.file.count < usual.file.count ? aligned : usual
        let properties = best(for: smallest, of: bytes)
        if [.usual, .aligned].contains(properties) { return smallest.file }
        let better = Parsed(bytes, matches, properties)
        return better.file.count < smallest.file.count ? better.file : smallest.file
    }

    /// The bytes as an `.lzma` file with these properties.
    static func compressed(_ bytes: [UInt8], _ properties: Properties) -> [UInt8] {
        Parsed(bytes, MatchList(in: bytes), properties).file
    }

    /// A file, and the packets that are in it.
    private struct Parsed {
        let properties: Properties
        let packets: [Packet]
        let file: [UInt8]

        init(_ bytes: [UInt8], _ matches: MatchList, _ properties: Properties) {
            var parser = Parser(bytes, matches, properties)
            parser.run()
            self.properties = properties
            packets = parser.packets
            file = LZMA.header(of: bytes, properties) + parser.encoder.finished()
        }
    }

    /// The properties with which the same packets are smallest: first for literals, then for the other packets.
    private static func best(for parsed: Parsed, of bytes: [UInt8]) -> Properties {
        func smallest(_ candidates: [Properties]) -> Properties {
            let sizes = candidates.map { (properties: $0, size: size(of: parsed.packets, of: bytes, $0)) }
            return sizes.min { $0.size < $1.size }?.properties ?? parsed.properties
        }
        // Other decoders do not take more than four bits of both for literals.
        let forLiterals = (0...4).flatMap { positionBits in
            (0...4 - positionBits).map { contextBits in
                var changed = parsed.properties
                changed.literalContextBits = contextBits
                changed.literalPositionBits = positionBits
                return changed
            }
        }
        let best = smallest(forLiterals)
        let forMatches = (0...4).map { bits in
            var changed = best
            changed.positionBits = bits
            return changed
        }
        return smallest(forMatches)
    }

    private static func size(of packets: [Packet], of bytes: [UInt8], _ properties: Properties) -> Int {
        var encoder = PacketEncoder(bytes, properties)
        for packet in packets { encoder.encode(packet) }
        return encoder.finished().count
    }

    private static func header(of bytes: [UInt8], _ properties: Properties) -> [UInt8] {
        [properties.byte] + littleEndian(dictionarySize(for: bytes.count), 4) + littleEndian(UInt64(bytes.count), 8)
    }

    /// As far back as a match may be: the whole file, as 2^n or 2^n + 2^(n−1) as some decoders demand.
    private static func dictionarySize(for count: Int) -> UInt64 {
        var size: UInt64 = 4096
        while size < count {
            if size + size / 2 >= count { return size + size / 2 }
            size *= 2
        }
        return size
    }

    private static func littleEndian(_ number: UInt64, _ size: UInt64) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
