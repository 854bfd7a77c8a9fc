extension LZMA {
    /// How many bits things would take, in 64ths of a bit.
    struct Prices {
        /// A bit's price, by the probability that it has (in 128ths).
        private let ofBit: [UInt32] = Prices.bitPrices()
        /// By length and position state, of new distances and of repeated ones.
        private var lengths: [UInt32]
        private var repeatedLengths: [UInt32]
        /// By length context: of slots (with bits of which nothing is known), and of distances that have no others.
        private var slots = [UInt32](repeating: 0, count: 4 * 64)
        private var nearDistances = [UInt32](repeating: 0, count: 4 * 128)
        private var aligns = [UInt32](repeating: 0, count: 16)

        private static let oneBit: UInt32 = 64
        private static let lengthCount = Int(Packet.longest) + 1
        static let infinite = UInt32.max >> 1

        init(_ properties: Properties) {
            lengths = Array(repeating: 0, count: Prices.lengthCount << properties.positionBits)
            repeatedLengths = lengths
        }

        /// The logarithm by repeated squaring, as in the LZMA SDK.
        private static func bitPrices() -> [UInt32] {
            (0..<128).map { index in
                var (value, bits): (UInt64, UInt32) = (UInt64(index << 4 + 8), 0)
                for _ in 0..<6 {
                    value *= value
                    bits <<= 1
                    while value >= 1 << 16 {
                        value >>= 1
                        bits += 1
                    }
                }
                return 11 << 6 - 15 - bits
            }
        }

        // MARK: Bits

        @inline(__always)
        func bit(_ bit: Int, _ probability: UInt16) -> UInt32 { ofBit[Int(bit == 0 ? probability : 2048 - probability) >> 4 & 127] }

        @inline(__always)
        func bit(_ bit: Int, _ encoder: PacketEncoder, _ place: Int) -> UInt32 { self.bit(bit, encoder.probabilities[place]) }

        private func tree(_ value: Int, bits: Int, _ encoder: PacketEncoder, _ place: Int) -> UInt32 {
            let symbol = value | 1 << bits
            var price: UInt32 = 0
            for shift in 0..<bits { price += bit(symbol >> shift & 1, encoder, place + symbol >> (shift + 1)) }
            return price
        }

        private func reversed(_ value: Int, bits: Int, _ encoder: PacketEncoder, _ place: Int) -> UInt32 {
            var price: UInt32 = 0
            var node = 1
            for shift in 0..<bits {
                let next = value >> shift & 1
                price += bit(next, encoder, place + node)
                node = node << 1 | next
            }
            return price
        }

        // MARK: Parts of packets

        func length(_ length: Int, _ positionState: Int) -> UInt32 { lengths[positionState * Prices.lengthCount + length] }

        func repeatedLength(_ length: Int, _ positionState: Int) -> UInt32 { repeatedLengths[positionState * Prices.lengthCount + length] }

        func distance(_ distance: Int, length: Int) -> UInt32 {
            let context = DistanceSlot.context(length: length)
            if distance < 128 { return nearDistances[context << 7 + distance] }
            return slots[context << 6 + DistanceSlot(distance).slot] + aligns[distance & 15]
        }

        /// The byte at a position, after a history.
        func literal(_ position: Int, _ history: History, _ encoder: PacketEncoder) -> UInt32 {
            let place = encoder.literalPlace(position)
            let symbol = Int(encoder.bytes[position]) | 0x100
            if !history.isAfterMatch { return tree(symbol & 0xFF, bits: 8, encoder, place) }
            var matched = Int(encoder.bytes[position - Int(history.distances.x) - 1])
            var offset = 0x100
            var price: UInt32 = 0
            for shift in (0..<8).reversed() {
                matched <<= 1
                let bit = symbol >> shift & 1
                price += self.bit(bit, encoder, place + offset + (matched & offset) + symbol >> (shift + 1))
                offset &= bit == 1 ? matched : ~matched
            }
            return price
        }

        // MARK: Refreshing

        /// Takes over how likely things are by now.
        mutating func refresh(_ encoder: PacketEncoder) {
            lengths = lengthPrices(encoder, Place.length)
            repeatedLengths = lengthPrices(encoder, Place.repeatedLength)
            for rest in 0..<16 { aligns[rest] = reversed(rest, bits: 4, encoder, Place.align) }
            for context in 0..<4 { refreshDistances(context, encoder) }
        }

        /// All position states have the same prices of great lengths.
        private func lengthPrices(_ encoder: PacketEncoder, _ place: Int) -> [UInt32] {
            let (isLow, isNotLow) = (bit(0, encoder, place), bit(1, encoder, place))
            let (isMiddle, isHigh) = (isNotLow + bit(0, encoder, place + 1), isNotLow + bit(1, encoder, place + 1))
            let high = (0..<256).map { isHigh + tree($0, bits: 8, encoder, place + Place.highLength) }
            var prices: [UInt32] = []
            prices.reserveCapacity(lengths.count)
            for positionState in 0..<1 << encoder.properties.positionBits {
                let (low, middle) = (place + Place.lowLength + positionState << 3, place + Place.middleLength + positionState << 3)
                // No match has a length of 0 or 1.
                prices += [Prices.infinite, Prices.infinite]
                for rest in 0..<8 { prices.append(isLow + tree(rest, bits: 3, encoder, low)) }
                for rest in 0..<8 { prices.append(isMiddle + tree(rest, bits: 3, encoder, middle)) }
                prices += high
            }
            return prices
        }

        private mutating func refreshDistances(_ context: Int, _ encoder: PacketEncoder) {
            for slot in 0..<64 {
                let direct = slot < DistanceSlot.special.upperBound ? 0 : UInt32(slot >> 1 - 1 - 4)
                slots[context << 6 + slot] = tree(slot, bits: 6, encoder, Place.slot + context << 6) + direct * Prices.oneBit
            }
            for distance in 0..<128 {
                let slot = DistanceSlot(distance)
                let rest = reversed(distance - slot.base, bits: slot.bits, encoder, Place.special + slot.base - slot.slot)
                nearDistances[context << 7 + distance] = slots[context << 6 + slot.slot] + rest
            }
        }
    }
}
