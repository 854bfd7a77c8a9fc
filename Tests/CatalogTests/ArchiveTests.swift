import Testing

@testable import Catalog

@Suite("Archive: what is written reads back")
struct ArchiveTests {
    @Test("numbers of up to 30 bits", arguments: [0, 1, 63, 64, 4095, 4096, 1 << 24, Bytes.largestNumber - 1, Bytes.largestNumber])
    func numbers(number: UInt32) throws {
        let bytes = try written { (writer) throws(SnapshotError) in try writer.append(number) }
        #expect(bytes.count == Int(Bytes.numberSize))
        // Printable ASCII, so that a snapshot can stand in a source file.
        #expect(bytes.allSatisfy { (0x30...0x6F).contains($0) })
        #expect(try read(bytes, 7 as UInt32) { (reader, value) throws(SnapshotError) in try reader.number(&value) } == number)
    }

    @Test("larger and negative numbers are refused", arguments: [-1, Int(Bytes.largestNumber) + 1, .max, .min])
    func tooLarge(number: Int) {
        #expect(throws: SnapshotError.tooLarge) { try written { (writer) throws(SnapshotError) in try writer.append(number) } }
    }

    @Test("five digits, the first the heaviest", arguments: [(0, "00000"), (1, "00001"), (63, "0000o"), (64, "00010"), (Int(Bytes.largestNumber), "ooooo")])
    func digits(number: Int, text: String) throws {
        let bytes = try written { (writer) throws(SnapshotError) in try writer.append(number) }
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }

    @Test("numbers that may be absent or negative", arguments: [nil, 0, 1, -1, -9, 156, 2018, (1 << 28) - 1, 1 - (1 << 28)] as [Int32?])
    func optionalNumbers(number: Int32?) throws {
        #expect(try roundTrip(number) { (archive, value) throws(SnapshotError) in try archive.optional(&value) } == number)
    }

    @Test("absent numbers have no room for more than 29 bits", arguments: [1 << 28, -(1 << 28), .max, .min] as [Int32])
    func optionalTooLarge(number: Int32) {
        #expect(throws: SnapshotError.tooLarge) {
            try roundTrip(Optional(number)) { (archive, value) throws(SnapshotError) in try archive.optional(&value) }
        }
    }

    @Test("texts", arguments: ["", "SDQ", "Rûya – één ‘kind’", "🧒🏽", "e\u{301}", "\0\n\u{202E}", String(repeating: "x", count: 5000)])
    func texts(text: String) throws {
        let copy = try roundTrip(text) { (archive, value) throws(SnapshotError) in try archive.text(&value) }
        #expect(Array(copy.utf8) == Array(text.utf8))
    }

    @Test("an empty text stands for one that is absent", arguments: [(nil, nil), ("", nil), ("M@ZL", "M@ZL")] as [(String?, String?)])
    func optionalTexts(text: String?, copy: String?) throws {
        #expect(try roundTrip(text) { (archive, value) throws(SnapshotError) in try archive.optional(&value) } == copy)
    }

    @Test("flags", arguments: [true, false])
    func flags(flag: Bool) throws {
        #expect(try roundTrip(flag) { (archive, value) throws(SnapshotError) in try archive.flag(&value) } == flag)
    }

    @Test("lists", arguments: [[], ["kind"], ["kind", "", "ouder", "kind"]])
    func lists(texts: [String]) throws {
        #expect(try roundTrip(texts) { (archive, value) throws(SnapshotError) in try archive.texts(&value) } == texts)
        let sizes = texts.map { UInt32($0.utf8.count) }
        #expect(try roundTrip(sizes) { (archive, value) throws(SnapshotError) in try archive.numbers(&value) } == sizes)
    }

    @Test("records and records that are absent", arguments: [nil, AgeRange(from: -5, to: nil, stated: "vanaf -5 mnd")])
    func optionalRecords(range: AgeRange?) throws {
        #expect(try roundTrip(range) { (archive, value) throws(SnapshotError) in try archive.optional(&value) } == range)
    }

    @Test("damaged UTF-8 is repaired")
    func damagedText() throws {
        let bytes = Array("00003a".utf8) + [0xFF, 0x62]
        #expect(try read(bytes, "") { (reader, value) throws(SnapshotError) in try reader.text(&value) } == "a\u{FFFD}b")
    }

    @Test("bytes that are no digits, too few, or a size beyond the end are damage", arguments: ["", "0000", "0000p", "0000/", "0000 ", "00003ab", "ooooo"])
    func damage(text: String) {
        let bytes = Array(text.utf8)
        #expect(throws: SnapshotError.self) { try read(bytes, "") { (reader, value) throws(SnapshotError) in try reader.text(&value) } }
        #expect(throws: SnapshotError.self) { try read(bytes, [""]) { (reader, value) throws(SnapshotError) in try reader.texts(&value) } }
    }

    @Test("a list cannot be longer than its bytes", arguments: ["00003", "ooooo", "0000200000"])
    func longList(text: String) {
        #expect(throws: SnapshotError.self) {
            try read(Array(text.utf8), [0]) { (reader, value) throws(SnapshotError) in try reader.numbers(&value) }
        }
    }

    // MARK: Helpers

    private func written(_ write: (inout ArchiveWriter) throws(SnapshotError) -> Void) throws(SnapshotError) -> [UInt8] {
        var writer = ArchiveWriter()
        try write(&writer)
        return writer.bytes
    }

    private func read<Value>(
        _ bytes: [UInt8], _ initial: Value, _ read: (inout ArchiveReader, inout Value) throws(SnapshotError) -> Void
    ) throws(SnapshotError) -> Value {
        try bytes.withReader { (reader) throws(SnapshotError) in
            var value = initial
            try read(&reader, &value)
            return value
        }
    }
}

/// Either direction, so that one closure writes and reads.
private enum Direction: Archive {
    case writing(ArchiveWriter)
    case reading(ArchiveReader)

    mutating func number(_ value: inout UInt32) throws(SnapshotError) {
        switch self {
        case .writing(var writer):
            try writer.number(&value)
            self = .writing(writer)
        case .reading(var reader):
            try reader.number(&value)
            self = .reading(reader)
        }
    }

    mutating func text(_ value: inout String) throws(SnapshotError) {
        switch self {
        case .writing(var writer):
            try writer.text(&value)
            self = .writing(writer)
        case .reading(var reader):
            try reader.text(&value)
            self = .reading(reader)
        }
    }

    mutating func items<Item: Archivable>(_ value: inout [Item]) throws(SnapshotError) {
        switch self {
        case .writing(var writer):
            try writer.items(&value)
            self = .writing(writer)
        case .reading(var reader):
            try reader.items(&value)
            self = .reading(reader)
        }
    }
}
