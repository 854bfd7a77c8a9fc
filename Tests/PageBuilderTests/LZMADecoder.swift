/// Reads the `.lzma` format as its specification describes it, without any haste.
struct LZMADecoder {
    enum Fault: Error, Equatable {
        case header
        case tooShort
        /// A distance from before the beginning.
        case distance
        /// More than the stated size.
        case length
        /// What was read is not all there is, or not what was written.
        case end
    }

    /// The bytes that are packed in a file.
    static func bytes(of file: [UInt8]) throws(Fault) -> [UInt8] {
        var decoder = try LZMADecoder(file)
        return try decoder.decoded()
    }

    private let size: Int
    private let literalContextBits: Int
    private let literalPositionBits: Int
    private let positionBits: Int

    private var reader: BitReader
    private var output: [UInt8] = []
    private var state = 0
    private var distances = [0, 0, 0, 0]

    private var isMatch = even(12 * 16)
    private var isRepeated = even(12)
    private var isNotLast = even(12)
    private var isNotSecond = even(12)
    private var isNotThird = even(12)
    private var isLong = even(12 * 16)
    private var slots = Array(repeating: even(64), count: 4)
    /// For slots 4 to 13.
    private var near = Array(repeating: even(32), count: 14)
    private var align = even(16)
    private var newLength = Length()
    private var repeatedLength = Length()
    private var literals: [[UInt16]]

    /// As likely 0 as 1.
    private static func even(_ count: Int) -> [UInt16] { Array(repeating: 1024, count: count) }

    private init(_ file: [UInt8]) throws(Fault) {
        guard file.count >= 18, file[0] < 225, file[13] == 0 else { throw .header }
        size = file[5..<13].reversed().reduce(0) { $0 << 8 | Int($1) }
        literalContextBits = Int(file[0]) % 9
        literalPositionBits = Int(file[0]) / 9 % 5
        positionBits = Int(file[0]) / 45
        literals = Array(repeating: LZMADecoder.even(0x300), count: 1 << (literalContextBits + literalPositionBits))
        reader = BitReader(file, from: 14)
    }

    private mutating func decoded() throws(Fault) -> [UInt8] {
        while output.count < size {
            let context = output.count % (1 << positionBits)
            if try reader.bit(&isMatch[state * 16 + context]) == 0 {
                try readLiteral()
            } else if try reader.bit(&isRepeated[state]) == 0 {
                try readMatch(context)
            } else {
                try readRepeated(context)
            }
        }
        guard reader.isFinished else { throw .end }
        return output
    }

    private mutating func readLiteral() throws(Fault) {
        let position = output.count % (1 << literalPositionBits)
        let before = Int(output.last ?? 0) >> (8 - literalContextBits)
        let context = position << literalContextBits + before
        var symbol = 1
        if state >= 7 {
            var matched = Int(output[output.count - distances[0] - 1])
            while symbol < 0x100 {
                let expected = matched >> 7 & 1
                matched <<= 1
                let bit = try reader.bit(&literals[context][(1 + expected) << 8 + symbol])
                symbol = symbol * 2 + bit
                if bit != expected { break }
            }
        }
        while symbol < 0x100 { symbol = try symbol * 2 + reader.bit(&literals[context][symbol]) }
        output.append(UInt8(symbol - 0x100))
        state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6
    }

    private mutating func readMatch(_ context: Int) throws(Fault) {
        let length = try newLength.read(&reader, context)
        distances = [try readDistance(length)] + distances.prefix(3)
        state = state < 7 ? 7 : 10
        try copy(length)
    }

    private mutating func readDistance(_ length: Int) throws(Fault) -> Int {
        let slot = try reader.number(6, &slots[min(length - 2, 3)])
        if slot < 4 { return slot }
        let bits = slot / 2 - 1
        let base = (2 + slot % 2) << bits
        if slot < 14 { return try base + reader.reversedNumber(bits, &near[slot]) }
        let middle = try reader.number(bits - 4) << 4
        return try base + middle + reader.reversedNumber(4, &align)
    }

    private mutating func readRepeated(_ context: Int) throws(Fault) {
        if try reader.bit(&isNotLast[state]) == 0 {
            if try reader.bit(&isLong[state * 16 + context]) == 0 {
                state = state < 7 ? 9 : 11
                try copy(1)
                return
            }
        } else if try reader.bit(&isNotSecond[state]) == 0 {
            distances.insert(distances.remove(at: 1), at: 0)
        } else {
            let index = try reader.bit(&isNotThird[state]) + 2
            distances.insert(distances.remove(at: index), at: 0)
        }
        let length = try repeatedLength.read(&reader, context)
        state = state < 7 ? 8 : 11
        try copy(length)
    }

    private mutating func copy(_ length: Int) throws(Fault) {
        guard distances[0] < output.count else { throw .distance }
        guard length <= size - output.count else { throw .length }
        for _ in 0..<length { output.append(output[output.count - distances[0] - 1]) }
    }

    private struct Length {
        private var choices = LZMADecoder.even(2)
        private var low = Array(repeating: LZMADecoder.even(8), count: 16)
        private var middle = Array(repeating: LZMADecoder.even(8), count: 16)
        private var high = LZMADecoder.even(256)

        mutating func read(_ reader: inout BitReader, _ context: Int) throws(Fault) -> Int {
            if try reader.bit(&choices[0]) == 0 { return try 2 + reader.number(3, &low[context]) }
            if try reader.bit(&choices[1]) == 0 { return try 10 + reader.number(3, &middle[context]) }
            return try 18 + reader.number(8, &high)
        }
    }

    /// The range decoder.
    private struct BitReader {
        private let file: [UInt8]
        private var next: Int
        private var range = UInt32.max
        private var code: UInt32

        init(_ file: [UInt8], from start: Int) {
            self.file = file
            code = file[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) }
            next = start + 4
        }

        var isFinished: Bool { code == 0 && next == file.count }

        mutating func bit(_ probability: inout UInt16) throws(Fault) -> Int {
            let bound = (range >> 11) * UInt32(probability)
            let bit = code < bound ? 0 : 1
            if bit == 0 {
                range = bound
                probability += (2048 - probability) / 32
            } else {
                range -= bound
                code -= bound
                probability -= probability / 32
            }
            try normalize()
            return bit
        }

        /// The highest bit first.
        mutating func number(_ bits: Int, _ probabilities: inout [UInt16]) throws(Fault) -> Int {
            var node = 1
            for _ in 0..<bits { node = try node * 2 + bit(&probabilities[node]) }
            return node - 1 << bits
        }

        /// The lowest bit first.
        mutating func reversedNumber(_ bits: Int, _ probabilities: inout [UInt16]) throws(Fault) -> Int {
            var (node, value) = (1, 0)
            for index in 0..<bits {
                let bit = try bit(&probabilities[node])
                node = node * 2 + bit
                value += bit << index
            }
            return value
        }

        /// Bits without a probability.
        mutating func number(_ bits: Int) throws(Fault) -> Int {
            var value = 0
            for _ in 0..<bits {
                range /= 2
                let bit = code < range ? 0 : 1
                if bit == 1 { code -= range }
                value = value * 2 + bit
                try normalize()
            }
            return value
        }

        private mutating func normalize() throws(Fault) {
            if range >= 1 << 24 { return }
            guard next < file.count else { throw .tooShort }
            range <<= 8
            code = code << 8 | UInt32(file[next])
            next += 1
        }
    }
}
