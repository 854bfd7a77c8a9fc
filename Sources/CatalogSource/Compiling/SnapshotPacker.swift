import Catalog

/// Makes a snapshot small for a web page, see `PackedSnapshot`.
public struct SnapshotPacker {
    private var streams = PackedStreams()
    private var finder: PieceFinder

    /// Packs a snapshot against a text that the page holds anyway.
    /// - Returns: bytes that unpack to exactly the snapshot.
    /// - Throws: `SnapshotError` when the snapshot is damaged, or larger than a page can hold.
    public static func pack(_ snapshot: [UInt8], dictionary: [UInt8]) throws(SnapshotError) -> [UInt8] {
        guard snapshot.count <= PackedSnapshot.largest else { throw .tooLarge }
        var packer = SnapshotPacker(finder: PieceFinder(dictionary))
        var sections = try parts(of: snapshot)[...]
        while let (section, bytes) = sections.popFirst() {
            if case .table(let first, let second) = Method(section), let (_, texts) = sections.popFirst() {
                try packer.packTable(bytes, texts: Array(texts), first, second)
            } else if case .columns(let codings) = Method(section) {
                try packer.packColumns(Numbers.all(in: bytes), codings)
            } else {
                packer.packRecords(bytes)
            }
        }
        return try packer.streams.assembled(header: snapshot)
    }

    /// How a section is packed best. Whatever is not named here is packed as records, which any bytes can be.
    private enum Method {
        case records
        case columns([PackedSnapshot.Coding])
        case table(PackedSnapshot.Coding, PackedSnapshot.Coding)

        init(_ section: Snapshot.Section) {
            switch section {
            case .kinds, .levels, .groups, .alsoServes, .toolAimedAt, .toolForms, .toolSettings, .ages, .effects, .nameTools:
                self = .columns([.plain])
            case .ageStarts, .records, .dutchWords: self = .columns([.steps])
            case .postings, .pointerPostings: self = .columns([.steps, .plain])
            case .terms, .pointerTerms, .references: self = .table(.steps, .plain)
            case .phrases: self = .table(.choices, .letters)
            case .names: self = .table(.steps, .letters)
            case .spellings: self = .table(.choices, .plain)
            case .prefixes: self = .table(.choices, .plain)
            default: self = .records
            }
        }
    }

    /// The sections, which must stand one behind the other, as the compiler writes them.
    private static func parts(of snapshot: [UInt8]) throws(SnapshotError) -> [(Snapshot.Section, ArraySlice<UInt8>)] {
        var parts: [(Snapshot.Section, ArraySlice<UInt8>)] = []
        var end = Int(PackedSnapshot.headerSize) + Snapshot.Section.allCases.count * 10
        for section in Snapshot.Section.allCases {
            let entry = Int(PackedSnapshot.headerSize) + Int(section.rawValue) * 10
            guard let offset = Numbers.number(in: snapshot[...], at: entry), let size = Numbers.number(in: snapshot[...], at: entry + 5),
                Int(offset) == end, Int(offset + size) <= snapshot.count
            else { throw .damaged(offset: UInt32(entry)) }
            end = Int(offset + size)
            parts.append((section, snapshot[Int(offset)..<end]))
        }
        guard end == snapshot.count else { throw .damaged(offset: UInt32(end)) }
        return parts
    }

    // MARK: Columns

    private mutating func packColumns(_ numbers: [UInt32], _ codings: [PackedSnapshot.Coding]) throws(SnapshotError) {
        let count = numbers.count / codings.count
        guard count * codings.count == numbers.count else { throw .damaged(offset: UInt32(numbers.count)) }
        streams.append(PackedSnapshot.Transform.columns.rawValue, to: .plan)
        streams.append(UInt32(codings.count), to: .plan)
        streams.append(UInt32(count), to: .plan)
        for (place, coding) in codings.enumerated() {
            packColumn((0..<count).map { numbers[$0 * codings.count + place] }, coding)
        }
    }

    private mutating func packColumn(_ numbers: [UInt32], _ coding: PackedSnapshot.Coding) {
        streams.append(coding.rawValue, to: .plan)
        switch coding {
        case .plain: for number in numbers { streams.append(number, to: .columns) }
        case .steps: packSteps(numbers)
        case .choices:
            let choices = Set(numbers).sorted()
            let places = Dictionary(uniqueKeysWithValues: zip(choices, 0...))
            streams.append(UInt32(choices.count), to: .columns)
            packSteps(choices)
            for number in numbers { streams.append(UInt32(places[number] ?? 0), to: .columns) }
        case .letters: break
        }
    }

    private mutating func packSteps(_ numbers: [UInt32]) {
        var last: UInt32 = 0
        for number in numbers {
            streams.append(number > last ? (number - last) << 1 : number << 1 | 1, to: .columns)
            last = number
        }
    }

    // MARK: String tables

    private mutating func packTable(
        _ rows: ArraySlice<UInt8>, texts: [UInt8], _ first: PackedSnapshot.Coding, _ second: PackedSnapshot.Coding
    ) throws(SnapshotError) {
        let numbers = try Numbers.all(in: rows)
        streams.append(PackedSnapshot.Transform.table.rawValue, to: .plan)
        streams.append(UInt32(numbers.count / 4), to: .plan)
        var keys: [[UInt8]] = []
        var end = 0
        for row in stride(from: 0, to: numbers.count - 3, by: 4) {
            let (offset, size) = (Int(numbers[row]), Int(numbers[row + 1]))
            guard offset == end, offset + size <= texts.count else { throw .damaged(offset: UInt32(row)) }
            end = offset + size
            keys.append(Array(texts[offset..<end]))
        }
        guard end == texts.count, numbers.count == keys.count * 4 else { throw .damaged(offset: UInt32(end)) }
        try packSorted(keys)
        packColumn(keys.indices.map { numbers[$0 * 4 + 2] }, first)
        let seconds = keys.indices.map { numbers[$0 * 4 + 3] }
        let isWorkedOut = zip(keys, seconds).allSatisfy { key, second in key.withUnsafeBytes { Spelling.letters(ofKey: $0) } == second }
        packColumn(seconds, second == .letters && !isWorkedOut ? .plain : second)
    }

    /// Texts in order: of each only what differs from the one before.
    private mutating func packSorted(_ texts: [[UInt8]]) throws(SnapshotError) {
        var last: [UInt8] = []
        for text in texts {
            let most = min(last.count, text.count, Int(PackedSnapshot.mostShared))
            let shared = (0..<most).first { last[$0] != text[$0] } ?? most
            let rest = text[shared...]
            guard rest.allSatisfy({ $0 &- PackedSnapshot.sharedZero > PackedSnapshot.mostShared }) else { throw .tooLarge }
            streams.append([PackedSnapshot.sharedZero + UInt8(shared)] + rest, to: .letters)
            last = text
        }
    }

    // MARK: Records

    /// Splits bytes into numbers and texts. Which is which is guessed: a wrong guess costs some bytes, but is no fault.
    private mutating func packRecords(_ bytes: ArraySlice<UInt8>) {
        var count: UInt32 = 0
        var offset = bytes.startIndex
        while offset < bytes.endIndex {
            offset = packValue(of: bytes, at: offset)
            count += 1
        }
        streams.append(PackedSnapshot.Transform.records.rawValue, to: .plan)
        streams.append(count, to: .plan)
    }

    /// - Returns: where the next value begins.
    private mutating func packValue(of bytes: ArraySlice<UInt8>, at offset: Int) -> Int {
        guard let number = Numbers.likely(in: bytes, at: offset) else {
            var end = offset + 1
            while end < bytes.endIndex, Numbers.likely(in: bytes, at: end) == nil { end += 1 }
            packText(bytes[offset..<end], .bytes)
            return end
        }
        let start = offset + 5
        let end = start + Int(number)
        // A size is followed by so many bytes, and then by a number again.
        if number > 0, end <= bytes.endIndex, end == bytes.endIndex || Numbers.likely(in: bytes, at: end) != nil,
            Numbers.likely(in: bytes, at: start) == nil
        {
            packText(bytes[start..<end], .text)
            return end
        }
        packNumber(number)
        return start
    }

    private mutating func packNumber(_ number: UInt32) {
        let distance = Int64(number) - Int64(PackedSnapshot.bias)
        if abs(distance) < 1 << 20 {
            packCode(UInt32(abs(distance)) << 1 | (distance < 0 ? 1 : 0), .optional)
        } else {
            packCode(number, .number)
        }
    }

    private mutating func packText(_ text: ArraySlice<UInt8>, _ kind: PackedSnapshot.Value) {
        packCode(UInt32(text.count), kind)
        finder.pack(Array(text), into: &streams)
    }

    private mutating func packCode(_ value: UInt32, _ kind: PackedSnapshot.Value) {
        streams.append(value << 2 | kind.rawValue, to: .values)
    }
}

/// The five-digit numbers of a snapshot.
private enum Numbers {
    /// The number at an index; nil when there is none.
    static func number(in bytes: ArraySlice<UInt8>, at index: Int) -> UInt32? {
        guard index >= bytes.startIndex, index + 5 <= bytes.endIndex else { return nil }
        var value: UInt32 = 0
        for byte in bytes[index..<index + 5] {
            guard byte >= 0x30, byte < 0x70 else { return nil }
            value = value << 6 | UInt32(byte - 0x30)
        }
        return value
    }

    /// A number that is small, or near to `PackedSnapshot.bias`: no text looks so.
    static func likely(in bytes: ArraySlice<UInt8>, at index: Int) -> UInt32? {
        guard let number = number(in: bytes, at: index) else { return nil }
        return number < 1 << 18 || abs(Int64(number) - Int64(PackedSnapshot.bias)) < 1 << 12 ? number : nil
    }

    static func all(in bytes: ArraySlice<UInt8>) throws(SnapshotError) -> [UInt32] {
        var numbers: [UInt32] = []
        for index in stride(from: bytes.startIndex, to: bytes.endIndex, by: 5) {
            guard let number = number(in: bytes, at: index) else { throw .damaged(offset: UInt32(index)) }
            numbers.append(number)
        }
        return numbers
    }
}

extension SnapshotPacker {
    /// The snapshot that was packed.
    /// - Throws: `SnapshotError` when the bytes are damaged, or were packed against another text.
    public static func unpack(_ packed: [UInt8], dictionary: [UInt8]) throws(SnapshotError) -> [UInt8] {
        let result = packed.withUnsafeBytes { packed in
            dictionary.withUnsafeBytes { dictionary in
                Result { () throws(SnapshotError) in try unpack(Bytes(packed), dictionary: Bytes(dictionary)) }
            }
        }
        return try result.get()
    }

    private static func unpack(_ packed: Bytes, dictionary: Bytes) throws(SnapshotError) -> [UInt8] {
        let packed = try PackedSnapshot(packed)
        var snapshot = [UInt8](repeating: 0, count: Int(packed.size))
        try snapshot.withUnsafeMutableBytes { memory in
            Result { () throws(SnapshotError) in try packed.unpack(dictionary: dictionary, into: memory) }
        }.get()
        let failure = snapshot.withUnsafeBytes { memory in
            Result { () throws(SnapshotError) in try Snapshot(Bytes(memory)).verify() }
        }
        try failure.get()
        return snapshot
    }
}
