/// A snapshot made small for a web page.
///
/// Packing saves no bits itself: it puts like beside like and leaves out what can be worked out, and the page's own compression does the rest. Texts
/// that stand in the page anyway, in its plain text, are not written twice: that text is the *dictionary*.
///
/// | part | size | contents |
/// |---|---|---|
/// | magic | 10 | `WEGWIJZER~` |
/// | version, size, checksum | 15 | those of the snapshot |
/// | sizes | 5 × streams | the size of each `Stream`, in the order of its cases |
/// | streams | | see `Stream` |
public struct PackedSnapshot: Sendable {
    /// How a packed snapshot begins.
    public static let magic: StaticString = "WEGWIJZER~"
    /// The header's size: magic, version, size and checksum.
    public static let headerSize: UInt32 = 25
    /// No snapshot is larger: a damaged size cannot ask for more memory.
    public static let largest: UInt32 = 16 << 20

    /// What is kept apart, because it is alike. All but texts and letters are `PackedNumbers`.
    public enum Stream: UInt32, CaseIterable, Sendable {
        /// For every section its `Transform` and how much there is of it.
        case plan
        /// Columns and the numbers of tables.
        case columns
        /// What stands in records: each number is four times its value, and its `Value`.
        case values
        /// Of each piece of a text: how many bytes stand in `texts` before a reference, how many the reference leaves, and where it points.
        case runs, rests, places
        /// The texts of tables, sorted: a letter that says how much is as in the text before (`sharedZero` is none), and what comes after that.
        case letters
        /// What the dictionary does not have of the texts of records.
        case texts
    }

    /// How a section is packed.
    public enum Transform: UInt32, Sendable {
        /// Numbers and texts, one after another: how many, see `Value`.
        case records
        /// Columns side by side: how many, how long, and the `Coding` of each.
        case columns
        /// A string table, with its texts in the next section: how many rows, and the `Coding` of their two numbers.
        case table
    }

    /// How a column is packed.
    public enum Coding: UInt32, Sendable {
        /// As it is.
        case plain
        /// Rising numbers: twice the step from the last, or twice a number that is not larger than the last, and one.
        case steps
        /// Few different numbers: how many, all of them in steps, and for each row its place among them.
        case choices
        /// `Spelling.letters(ofKey:)` of the row's text: nothing.
        case letters
    }

    /// What stands in a record.
    public enum Value: UInt32, Sendable {
        case number
        /// A text: its size, and then its bytes in pieces.
        case text
        /// An optional number that is there: its distance from `bias`; odd when it is less.
        case optional
        /// Bytes that look like neither: how many.
        case bytes
    }

    /// What optional numbers are raised by.
    public static let bias: UInt32 = 1 << 28
    /// No reference to the dictionary is shorter.
    public static let shortestReference: UInt32 = 20
    /// The letter for “nothing as in the text before”; this one and the 31 after it occur in no text of a table.
    public static let sharedZero: UInt8 = 0x40
    /// The most that a text of a table shares with the one before.
    public static let mostShared: UInt8 = 31

    private let bytes: Bytes
    /// The size of the snapshot.
    public let size: UInt32

    /// - Throws: `SnapshotError` when this is no packed snapshot, or one of another version.
    public init(_ bytes: Bytes) throws(SnapshotError) {
        self.bytes = bytes
        guard bytes.count <= PackedSnapshot.largest else { throw .tooLarge }
        for index in 0..<UInt32(PackedSnapshot.magic.utf8CodeUnitCount) {
            guard index < bytes.count, try bytes.byte(at: index) == PackedSnapshot.magic.utf8Start[Int(index)] else { throw .foreign }
        }
        let version = try bytes.number(at: 10)
        guard version == Snapshot.formatVersion else { throw .version(version) }
        size = try bytes.number(at: 15)
        guard size <= PackedSnapshot.largest else { throw .tooLarge }
    }

    /// Writes the snapshot's bytes; whether they are right, their own checksum says.
    /// - Parameters:
    ///   - dictionary: the text that was packed against.
    ///   - memory: as large as `size` says.
    public func unpack(dictionary: Bytes, into memory: UnsafeMutableRawBufferPointer) throws(SnapshotError) {
        guard memory.count == Int(size) else { throw .size(stated: size, found: UInt32(truncatingIfNeeded: memory.count)) }
        guard try offset(of: UInt32(Stream.allCases.count)) == bytes.count else { throw .damaged(offset: bytes.count) }
        var unpacker = Unpacker(
            plan: try stream(.plan), columns: try stream(.columns), values: try stream(.values), runs: try stream(.runs),
            rests: try stream(.rests), places: try stream(.places), letters: try stream(.letters), texts: try stream(.texts),
            dictionary: dictionary, output: SnapshotMemory(memory))
        try unpacker.unpack(checksum: bytes.number(at: 20))
    }

    private func stream(_ stream: Stream) throws(SnapshotError) -> PackedNumbers {
        PackedNumbers(try bytes.part(at: offset(of: stream.rawValue), size: streamSize(stream.rawValue)))
    }

    /// Where a stream begins; or, after the last one, where the last ends.
    private func offset(of stream: UInt32) throws(SnapshotError) -> UInt32 {
        var offset = PackedSnapshot.headerSize + UInt32(Stream.allCases.count) * Bytes.numberSize
        for index in 0..<stream { offset += try streamSize(index) }
        return offset
    }

    private func streamSize(_ index: UInt32) throws(SnapshotError) -> UInt32 {
        let size = try bytes.number(at: PackedSnapshot.headerSize + index * Bytes.numberSize)
        guard size <= bytes.count else { throw .damaged(offset: index) }
        return size
    }
}

/// Numbers of one to seven digits; the 64 digits are letters and signs that need no second byte in a page.
///
/// A number below 48 is one digit; the digits from 48 on begin a longer one.
public struct PackedNumbers: Sendable {
    /// The digit zero.
    public static let zeroDigit: UInt8 = 0x3F
    /// How numbers of two, three and seven digits begin, and the first number of each.
    public static let two: UInt32 = 48
    /// The first digit that begins a number of three digits.
    public static let three: UInt32 = 60
    /// The first digit that begins a number of seven digits.
    public static let seven: UInt32 = 63
    /// The first number of three digits.
    public static let firstOfThree: UInt32 = two + (three - two) << 6
    /// The first number of seven digits.
    public static let firstOfSeven: UInt32 = firstOfThree + (seven - three) << 12

    let bytes: Bytes
    private(set) var offset: UInt32 = 0

    init(_ bytes: Bytes) { self.bytes = bytes }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func next() throws(SnapshotError) -> UInt32 {
        let first = try digit()
        if first < PackedNumbers.two { return first }
        if first < PackedNumbers.three { return try (first - PackedNumbers.two) << 6 + digit() + PackedNumbers.two }
        if first < PackedNumbers.seven {
            return try (first - PackedNumbers.three) << 12 + digit() << 6 + digit() + PackedNumbers.firstOfThree
        }
        var value: UInt32 = 0
        for _ in 0..<6 { value = value << 6 | (try digit()) }
        return value
    }

    private mutating func digit() throws(SnapshotError) -> UInt32 {
        let digit = try byte() &- PackedNumbers.zeroDigit
        guard digit < 64 else { throw .damaged(offset: offset) }
        return UInt32(digit)
    }

    /// A byte that is no number.
    mutating func byte() throws(SnapshotError) -> UInt8 {
        let byte = try bytes.byte(at: offset)
        offset += 1
        return byte
    }

    /// The bytes up to the next letter that says how much is shared.
    mutating func letters() throws(SnapshotError) -> Bytes {
        let start = offset
        while offset < bytes.count, try bytes.byte(at: offset) &- PackedSnapshot.sharedZero > PackedSnapshot.mostShared { offset += 1 }
        return try bytes.part(at: start, size: offset - start)
    }

    mutating func part(_ size: UInt32) throws(SnapshotError) -> Bytes {
        let part = try bytes.part(at: offset, size: size)
        offset += size
        return part
    }
}

/// Memory that a snapshot is written to, checked at every step.
struct SnapshotMemory {
    private let memory: UnsafeMutableRawBufferPointer
    /// How much is written or promised.
    private(set) var count: UInt32 = 0

    init(_ memory: UnsafeMutableRawBufferPointer) { self.memory = memory }

    var isFull: Bool { Int(count) == memory.count }

    private func check(_ offset: UInt32, _ size: UInt32) throws(SnapshotError) {
        guard Int(offset) <= memory.count, Int(size) <= memory.count - Int(offset) else { throw .damaged(offset: offset) }
    }

    /// Promises room for so many numbers.
    mutating func room(forNumbers numbers: UInt32) throws(SnapshotError) -> UInt32 {
        guard numbers <= PackedSnapshot.largest / Bytes.numberSize else { throw .damaged(offset: count) }
        try check(count, numbers * Bytes.numberSize)
        defer { count += numbers * Bytes.numberSize }
        return count
    }

    mutating func append(_ bytes: Bytes) throws(SnapshotError) {
        try check(count, bytes.count)
        copy(bytes.base)
    }

    /// Repeats what was written before.
    mutating func append(from offset: UInt32, size: UInt32) throws(SnapshotError) {
        guard offset <= count, size <= count - offset else { throw .damaged(offset: offset) }
        try check(count, size)
        copy(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(memory)[Int(offset)..<Int(offset + size)]))
    }

    /// Copies what was checked, eight bytes at a time: a module of its own has no `memcpy`.
    private mutating func copy(_ bytes: UnsafeRawBufferPointer) {
        var index = 0
        while index + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            memory.storeBytes(of: word, toByteOffset: Int(count) + index, as: UInt64.self)
            index += 8
        }
        while index < bytes.count {
            memory[Int(count) + index] = bytes[index]
            index += 1
        }
        count += UInt32(bytes.count)
    }

    mutating func append(number: UInt32) throws(SnapshotError) {
        let offset = try room(forNumbers: 1)
        try write(number, at: offset)
    }

    /// Writes a number in five digits where room was promised.
    func write(_ number: UInt32, at offset: UInt32) throws(SnapshotError) {
        guard number <= Bytes.largestNumber else { throw .damaged(offset: offset) }
        try check(offset, Bytes.numberSize)
        let four = number >> 24 & 63 | (number >> 18 & 63) << 8 | (number >> 12 & 63) << 16 | (number >> 6 & 63) << 24
        memory.storeBytes(of: (four + 0x3030_3030).littleEndian, toByteOffset: Int(offset), as: UInt32.self)
        memory[Int(offset) + 4] = Bytes.zeroDigit + UInt8(truncatingIfNeeded: number & 63)
    }

    /// What was written, from an offset on.
    func part(at offset: UInt32, size: UInt32) throws(SnapshotError) -> Bytes {
        try Bytes(UnsafeRawBufferPointer(memory)).part(at: offset, size: size)
    }
}

/// Reads all streams side by side.
private struct Unpacker {
    var plan: PackedNumbers
    var columns: PackedNumbers
    var values: PackedNumbers
    var runs: PackedNumbers
    var rests: PackedNumbers
    var places: PackedNumbers
    var letters: PackedNumbers
    var texts: PackedNumbers
    let dictionary: Bytes
    var output: SnapshotMemory
    /// Where the last reference to the dictionary ended: the next is most often near.
    var place: Int64 = 0

    mutating func unpack(checksum: UInt32) throws(SnapshotError) {
        try output.append(Bytes(Snapshot.magic))
        try output.append(number: Snapshot.formatVersion)
        let header = try output.room(forNumbers: 2 + 2 * UInt32(Snapshot.Section.allCases.count))
        try output.write(checksum, at: header + Bytes.numberSize)
        var entry = header + 2 * Bytes.numberSize
        let contentsEnd = output.count
        while entry < contentsEnd {
            let start = output.count
            let first = try section()
            try describe(from: start, to: first ?? output.count, at: &entry)
            // A string table fills two sections.
            if let first {
                guard entry < contentsEnd else { throw .damaged(offset: entry) }
                try describe(from: first, to: output.count, at: &entry)
            }
        }
        guard output.isFull, isAtEnd else { throw .damaged(offset: output.count) }
        try output.write(output.count, at: header)
    }

    private var isAtEnd: Bool {
        plan.isAtEnd && columns.isAtEnd && values.isAtEnd && runs.isAtEnd && rests.isAtEnd && places.isAtEnd && letters.isAtEnd
            && texts.isAtEnd
    }

    /// Writes an entry of the contents.
    private func describe(from start: UInt32, to end: UInt32, at entry: inout UInt32) throws(SnapshotError) {
        try output.write(start, at: entry)
        try output.write(end - start, at: entry + Bytes.numberSize)
        entry += 2 * Bytes.numberSize
    }

    /// Writes a section, or two.
    /// - Returns: where the second begins.
    private mutating func section() throws(SnapshotError) -> UInt32? {
        switch PackedSnapshot.Transform(rawValue: try plan.next()) {
        case .records:
            for _ in 0..<(try plan.next()) { try value() }
            return nil
        case .columns:
            let width = try plan.next()
            guard width < 8 else { throw .damaged(offset: width) }
            let count = try count()
            let start = try output.room(forNumbers: count * width)
            for place in 0..<width { try column(count, at: start + place * Bytes.numberSize, every: width * Bytes.numberSize) }
            return nil
        case .table: return try table()
        case nil: throw .damaged(offset: output.count)
        }
    }

    /// How many rows follow.
    private mutating func count() throws(SnapshotError) -> UInt32 {
        let count = try plan.next()
        guard count <= PackedSnapshot.largest / StringTable.rowSize else { throw .damaged(offset: count) }
        return count
    }

    // MARK: Columns

    /// Writes a column.
    /// - Parameters:
    ///   - start: where its first number stands.
    ///   - stride: how far the next one is.
    private mutating func column(_ count: UInt32, at start: UInt32, every stride: UInt32) throws(SnapshotError) {
        switch PackedSnapshot.Coding(rawValue: try plan.next()) {
        case .plain:
            for row in 0..<count { try output.write(columns.next(), at: start + row * stride) }
        case .steps:
            var last: UInt32 = 0
            for row in 0..<count {
                last = try step(from: last)
                try output.write(last, at: start + row * stride)
            }
        case .choices:
            let choices = try choices()
            for row in 0..<count {
                let place = try columns.next()
                guard place < choices.count else { throw .damaged(offset: place) }
                try output.write(choices[Int(place)], at: start + row * stride)
            }
        case .letters, nil: throw .damaged(offset: start)
        }
    }

    private mutating func step(from last: UInt32) throws(SnapshotError) -> UInt32 {
        let code = try columns.next()
        return code & 1 == 0 ? last &+ code >> 1 : code >> 1
    }

    private mutating func choices() throws(SnapshotError) -> [UInt32] {
        var choices: [UInt32] = []
        var last: UInt32 = 0
        // Each takes at least a byte, so that no count asks for more than there is.
        for _ in 0..<(try columns.next()) {
            last = try step(from: last)
            choices.append(last)
        }
        return choices
    }

    // MARK: String tables

    /// Writes a table's rows, and behind them its texts.
    private mutating func table() throws(SnapshotError) -> UInt32 {
        let count = try count()
        let rows = try output.room(forNumbers: count * 4)
        let start = output.count
        var last = start
        for row in 0..<count {
            let offset = output.count
            let shared = try letters.byte() &- PackedSnapshot.sharedZero
            guard shared <= PackedSnapshot.mostShared, UInt32(shared) <= offset - last else { throw .damaged(offset: offset) }
            try output.append(from: last, size: UInt32(shared))
            try output.append(letters.letters())
            try output.write(offset - start, at: rows + row * StringTable.rowSize)
            try output.write(output.count - offset, at: rows + row * StringTable.rowSize + Bytes.numberSize)
            last = offset
        }
        try column(count, at: rows + 2 * Bytes.numberSize, every: StringTable.rowSize)
        if try isLetters() {
            try writeLetters(count, rows: rows, texts: start)
        } else {
            try column(count, at: rows + 3 * Bytes.numberSize, every: StringTable.rowSize)
        }
        return start
    }

    /// Whether the letters of a table's texts are its second numbers.
    private mutating func isLetters() throws(SnapshotError) -> Bool {
        var ahead = plan
        guard PackedSnapshot.Coding(rawValue: try ahead.next()) == .letters else { return false }
        plan = ahead
        return true
    }

    private func writeLetters(_ count: UInt32, rows: UInt32, texts: UInt32) throws(SnapshotError) {
        for row in 0..<count {
            let row = rows + row * StringTable.rowSize
            let written = try output.part(at: row, size: StringTable.rowSize)
            let (offset, size) = try written.pair(at: 0)
            try output.write(Spelling.letters(ofKey: output.part(at: texts + offset, size: size).base), at: row + 3 * Bytes.numberSize)
        }
    }

    // MARK: Records

    private mutating func value() throws(SnapshotError) {
        let code = try values.next()
        let raw = code >> 2
        switch PackedSnapshot.Value(rawValue: code & 3) {
        case .number: try output.append(number: raw)
        case .text:
            try output.append(number: raw)
            try pieces(raw)
        case .optional: try output.append(number: raw & 1 == 0 ? PackedSnapshot.bias + raw >> 1 : PackedSnapshot.bias - raw >> 1)
        case .bytes, nil: try pieces(raw)
        }
    }

    /// Writes a text: what stands in the dictionary by reference, the rest as it is.
    private mutating func pieces(_ size: UInt32) throws(SnapshotError) {
        var left = size
        while left >= PackedSnapshot.shortestReference {
            let run = try runs.next()
            guard run <= left else { throw .damaged(offset: output.count) }
            try output.append(texts.part(run))
            left -= run
            if left == 0 { return }
            let rest = try rests.next()
            guard rest < left else { throw .damaged(offset: output.count) }
            try output.append(reference(left - rest))
            left = rest
        }
        try output.append(texts.part(left))
    }

    private mutating func reference(_ size: UInt32) throws(SnapshotError) -> Bytes {
        let code = Int64(try places.next())
        let start = place + (code & 1 == 0 ? code >> 1 : -(code >> 1))
        guard start >= 0, start <= Int64(dictionary.count) else { throw .damaged(offset: output.count) }
        place = start + Int64(size)
        return try dictionary.part(at: UInt32(start), size: size)
    }
}
