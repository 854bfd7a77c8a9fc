extension LZMA {
    /// Where the probabilities of each kind of bit begin in one list.
    enum Place {
        static let states = 12
        static let positions = 16

        static let isMatch = 0
        static let isRepeated = isMatch + states * positions
        static let isNotLast = isRepeated + states
        static let isNotSecond = isNotLast + states
        static let isNotThird = isNotSecond + states
        static let isLong = isNotThird + states
        static let slot = isLong + states * positions
        static let special = slot + 4 * 64
        static let align = special + 128
        static let length = align + 16
        static let repeatedLength = length + lengthSize
        static let literals = repeatedLength + lengthSize

        /// Within the probabilities of a length: two choices, then trees of 3, 3 and 8 bits.
        static let lowLength = 2
        static let middleLength = lowLength + positions * 8
        static let highLength = middleLength + positions * 8
        private static let lengthSize = highLength + 256

        /// How many there are for every context of a literal.
        static let literalSize = 0x300
    }

    /// A distance is written as a slot (its length in bits and its second bit) and the bits after that.
    struct DistanceSlot {
        let slot: Int
        /// How many bits come after the slot's.
        let bits: Int
        /// The lowest distance of the slot.
        let base: Int

        init(_ distance: Int) {
            let width = Int.bitWidth - distance.leadingZeroBitCount
            bits = max(width - 2, 0)
            slot = distance < 4 ? distance : (width - 1) << 1 | (distance >> bits & 1)
            base = (distance >> bits) << bits
        }

        /// The slots whose bits have probabilities of their own.
        static let special = 4..<14

        /// Lengths of 2, 3, 4 and more each have their own slots.
        static func context(length: Int) -> Int { min(length - 2, 3) }
    }

    /// Writes packets, one after the other.
    struct PacketEncoder {
        let bytes: [UInt8]
        let properties: Properties
        private(set) var position = 0
        private(set) var history = History()
        /// How likely it is that a bit is 0, in 2048ths, at every `Place`.
        private(set) var probabilities: [UInt16]
        private var range = RangeEncoder()
        private let positionMask: Int
        private let literalMask: Int

        init(_ bytes: [UInt8], _ properties: Properties) {
            self.bytes = bytes
            self.properties = properties
            positionMask = 1 << properties.positionBits - 1
            literalMask = 1 << properties.literalPositionBits - 1
            let contexts = 1 << (properties.literalContextBits + properties.literalPositionBits)
            probabilities = Array(repeating: 1024, count: Place.literals + Place.literalSize * contexts)
        }

        func finished() -> [UInt8] { range.finished() }

        /// What of a position decides how packets there are coded.
        func positionState(_ position: Int) -> Int { position & positionMask }

        /// Where the probabilities of a literal at a position begin.
        func literalPlace(_ position: Int) -> Int {
            let before = position == 0 ? 0 : Int(bytes[position - 1])
            let context = (position & literalMask) << properties.literalContextBits | before >> (8 - properties.literalContextBits)
            return Place.literals + Place.literalSize * context
        }

        mutating func encode(_ packet: Packet) {
            let state = Int(history.state)
            let positionState = positionState(position)
            encodeBit(packet.isLiteral ? 0 : 1, Place.isMatch + state << 4 + positionState)
            if packet.isLiteral {
                encodeLiteral()
            } else if packet.source >= Packet.newDistance {
                encodeBit(0, Place.isRepeated + state)
                encodeLength(Int(packet.length), Place.length, positionState)
                encodeDistance(Int(packet.source - Packet.newDistance), length: Int(packet.length))
            } else {
                encodeBit(1, Place.isRepeated + state)
                encodeRepeated(packet, state, positionState)
            }
            history.append(packet)
            position += Int(packet.length)
        }

        @inline(__always)
        private mutating func encodeBit(_ bit: Int, _ place: Int) { range.encode(bit, &probabilities[place]) }

        /// After a match the literal is not the byte that would have continued it: that byte is the context for as long as both are equal.
        private mutating func encodeLiteral() {
            let place = literalPlace(position)
            let symbol = Int(bytes[position]) | 0x100
            var offset = history.isAfterMatch ? 0x100 : 0
            var matched = history.isAfterMatch ? Int(bytes[position - Int(history.distances.x) - 1]) : 0
            for shift in (0..<8).reversed() {
                matched <<= 1
                let bit = symbol >> shift & 1
                encodeBit(bit, place + offset + (matched & offset) + symbol >> (shift + 1))
                offset &= bit == 1 ? matched : ~matched
            }
        }

        private mutating func encodeRepeated(_ packet: Packet, _ state: Int, _ positionState: Int) {
            encodeBit(packet.source == 0 ? 0 : 1, Place.isNotLast + state)
            if packet.source == 0 {
                encodeBit(packet.length == 1 ? 0 : 1, Place.isLong + state << 4 + positionState)
                if packet.length == 1 { return }
            } else {
                encodeBit(packet.source == 1 ? 0 : 1, Place.isNotSecond + state)
                if packet.source > 1 { encodeBit(packet.source == 2 ? 0 : 1, Place.isNotThird + state) }
            }
            encodeLength(Int(packet.length), Place.repeatedLength, positionState)
        }

        private mutating func encodeLength(_ length: Int, _ place: Int, _ positionState: Int) {
            let rest = length - Int(Packet.shortest)
            encodeBit(rest < 8 ? 0 : 1, place)
            if rest < 8 {
                encodeTree(rest, bits: 3, place + Place.lowLength + positionState << 3)
                return
            }
            encodeBit(rest < 16 ? 0 : 1, place + 1)
            if rest < 16 {
                encodeTree(rest - 8, bits: 3, place + Place.middleLength + positionState << 3)
            } else {
                encodeTree(rest - 16, bits: 8, place + Place.highLength)
            }
        }

        private mutating func encodeDistance(_ distance: Int, length: Int) {
            let slot = DistanceSlot(distance)
            encodeTree(slot.slot, bits: 6, Place.slot + DistanceSlot.context(length: length) << 6)
            let rest = distance - slot.base
            if DistanceSlot.special.contains(slot.slot) {
                encodeReversed(rest, bits: slot.bits, Place.special + slot.base - slot.slot)
            } else if slot.bits > 0 {
                range.encodeDirect(rest >> 4, bits: slot.bits - 4)
                encodeReversed(rest & 15, bits: 4, Place.align)
            }
        }

        /// The highest bit first; the bits before decide the place of the next.
        private mutating func encodeTree(_ value: Int, bits: Int, _ place: Int) {
            let symbol = value | 1 << bits
            for shift in (0..<bits).reversed() { encodeBit(symbol >> shift & 1, place + symbol >> (shift + 1)) }
        }

        /// The lowest bit first.
        private mutating func encodeReversed(_ value: Int, bits: Int, _ place: Int) {
            var node = 1
            for shift in 0..<bits {
                let bit = value >> shift & 1
                encodeBit(bit, place + node)
                node = node << 1 | bit
            }
        }
    }
}
