extension LZMA {
    /// What is coded at once: a literal byte, or a match: bytes that also stand a distance back.
    struct Packet: Equatable, Sendable {
        /// How many bytes it stands for.
        var length: Int32
        /// -1: a literal; 0...3: the distance of an earlier match, last one first; from 4: a new distance, plus 4.
        ///
        /// A distance is one less than how far back the bytes stand, as in the specification.
        var source: Int32

        static let literal = Packet(length: 1, source: -1)
        static let newDistance: Int32 = 4

        var isLiteral: Bool { source < 0 }

        static let shortest: Int32 = 2
        static let longest: Int32 = 273
    }

    /// What a decoder remembers of the packets before.
    struct History: Equatable, Sendable {
        /// Of which kinds the last packets were; from 7 the last was a match.
        var state: Int32 = 0
        /// The last four distances, last one first.
        var distances = SIMD4<Int32>(repeating: 0)

        var isAfterMatch: Bool { state >= 7 }

        mutating func append(_ packet: Packet) {
            if packet.isLiteral {
                appendLiteral()
            } else if packet.source >= Packet.newDistance {
                distances = SIMD4(packet.source - Packet.newDistance, distances.x, distances.y, distances.z)
                state = isAfterMatch ? 10 : 7
            } else {
                repeatDistance(packet.source)
                let wasAfterMatch = isAfterMatch
                state = wasAfterMatch ? 11 : packet.length == 1 ? 9 : 8
            }
        }

        mutating func appendLiteral() {
            state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6
        }

        private mutating func repeatDistance(_ index: Int32) {
            switch index {
            case 0: break
            case 1: distances = SIMD4(distances.y, distances.x, distances.z, distances.w)
            case 2: distances = SIMD4(distances.z, distances.x, distances.y, distances.w)
            default: distances = SIMD4(distances.w, distances.x, distances.y, distances.z)
            }
        }
    }
}
