extension LZMA {
    /// Writes bits in as many bits as they are unlikely.
    struct RangeEncoder {
        private var bytes: [UInt8] = []
        private var low: UInt64 = 0
        private var range = UInt32.max
        /// The byte that a carry may still change, and how many of it and 0xFF after it are to be written.
        private var cache: UInt8 = 0
        private var pending = 1

        /// Writes a bit, and makes the same bit more likely.
        @inline(__always)
        mutating func encode(_ bit: Int, _ probability: inout UInt16) {
            let bound = (range >> 11) * UInt32(probability)
            if bit == 0 {
                range = bound
                probability += (2048 - probability) >> 5
            } else {
                low += UInt64(bound)
                range -= bound
                probability -= probability >> 5
            }
            if range < 1 << 24 { shift() }
        }

        /// Writes bits of which nothing is known, the highest first.
        mutating func encodeDirect(_ value: Int, bits: Int) {
            for bit in (0..<bits).reversed() {
                range >>= 1
                if value >> bit & 1 == 1 { low += UInt64(range) }
                if range < 1 << 24 { shift() }
            }
        }

        /// All bytes, up to the last that the decoder needs.
        func finished() -> [UInt8] {
            var encoder = self
            for _ in 0..<5 { encoder.shift() }
            return encoder.bytes
        }

        private mutating func shift() {
            range <<= 8
            if low < 0xFF00_0000 || low > 0xFFFF_FFFF {
                let carry = UInt8(low >> 32)
                bytes.append(cache &+ carry)
                for _ in 1..<pending { bytes.append(0xFF &+ carry) }
                cache = UInt8(truncatingIfNeeded: low >> 24)
                pending = 0
            }
            pending += 1
            low = (low & 0x00FF_FFFF) << 8
        }
    }
}
