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

        /// What suits most files.
        static let usual = Properties(literalContextBits: 3, literalPositionBits: 0, positionBits: 2)

        /// The first byte of a file.
        var byte: UInt8 { UInt8((positionBits * 5 + literalPositionBits) * 9 + literalContextBits) }
    }

    /// The bytes as an `.lzma` file, with the properties that make it smallest. The same bytes always give the same file.
    static func compressed(_ bytes: [UInt8]) -> [UInt8] {
        let matches = MatchList(in: bytes)
        var tried: [Properties] = []
        var properties = Properties.usual
        var smallest: [UInt8]?
        while tried.count < 3, !tried.contains(properties) {
            tried.append(properties)
            let (packets, encoder) = parsed(bytes, matches, properties)
            let file = file(of: bytes, properties, encoder)
            if smallest.map({ file.count < $0.count }) ?? true { smallest = file }
            properties = best(for: packets, of: bytes, from: properties)
        }
        return smallest ?? []
    }

    /// The bytes as an `.lzma` file with these properties.
    static func compressed(_ bytes: [UInt8], _ properties: Properties) -> [UInt8] {
        file(of: bytes, properties, parsed(bytes, MatchList(in: bytes), properties).encoder)
    }

    private static func parsed(
        _ bytes: [UInt8], _ matches: MatchList, _ properties: Properties
    ) -> (packets: [Packet], encoder: PacketEncoder) {
        var parser = Parser(bytes, matches, properties)
        parser.run()
        return (parser.packets, parser.encoder)
    }

    /// The properties with which the same packets are smallest. Literals and the other packets each have their own.
    private static func best(for packets: [Packet], of bytes: [UInt8], from start: Properties) -> Properties {
        func smallest(_ candidates: [Properties]) -> Properties {
            candidates.map { ($0, size(of: packets, of: bytes, $0)) }.min { $0.1 < $1.1 }?.0 ?? start
        }
        // Other decoders do not take more than four bits of both for literals.
        let forLiterals = (0...4).flatMap { position in
            (0...4 - position).map { context in
                Properties(literalContextBits: context, literalPositionBits: position, positionBits: start.positionBits)
            }
        }
        let best = smallest(forLiterals)
        return smallest(
            (0...4).map { bits in
                var changed = best
                changed.positionBits = bits
                return changed
            })
    }

    private static func size(of packets: [Packet], of bytes: [UInt8], _ properties: Properties) -> Int {
        var encoder = PacketEncoder(bytes, properties)
        for packet in packets { encoder.encode(packet) }
        return encoder.finished().count
    }

    /// The header, and what was coded.
    private static func file(of bytes: [UInt8], _ properties: Properties, _ encoder: PacketEncoder) -> [UInt8] {
        let header = [properties.byte] + littleEndian(dictionarySize(for: bytes.count), 4) + littleEndian(UInt64(bytes.count), 8)
        return header + encoder.finished()
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
