import Catalog
import CatalogSource
import Storage
import Testing

@Suite("Archive: what is written reads back")
struct ArchiveTests {
    @Test(
        "a number of up to 30 bits takes five digits, the first the heaviest",
        arguments: [
            (0, "00000"), (1, "00001"), (9, "00009"), (10, "0000:"), (63, "0000o"), (64, "00010"), (4096, "00100"), (1 << 24, "10000"),
            (Bytes.largestNumber, "ooooo"),
        ])
    func numbers(number: UInt32, digits: String) throws {
        var writer = ArchiveWriter()
        try writer.append(number)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == digits)
        #expect(try copy(Specimen { $0.number = number }).number == number)
    }

    @Test("larger and negative numbers are refused", arguments: [-1, Int(Bytes.largestNumber) + 1, .max, .min])
    func tooLarge(number: Int) {
        var writer = ArchiveWriter()
        #expect(throws: SnapshotError.tooLarge) { try writer.append(number) }
        #expect(writer.bytes.isEmpty)
    }

    @Test("a number may be absent or negative", arguments: [nil, 0, 1, -1, -9, 156, 2018, (1 << 28) - 1, 1 - (1 << 28)] as [Int32?])
    func optionalNumbers(number: Int32?) throws {
        #expect(try copy(Specimen { $0.optionalNumber = number }).optionalNumber == number)
    }

    @Test("a number that may be absent has 29 bits at most", arguments: [1 << 28, -(1 << 28), .max, .min] as [Int32])
    func optionalTooLarge(number: Int32) {
        #expect(throws: SnapshotError.tooLarge) { try copy(Specimen { $0.optionalNumber = number }) }
    }

    @Test(
        "a text is kept byte for byte",
        arguments: ["", "SDQ", "Rûya – één ‘kind’", "🧒🏽", "e\u{301}", "\0\n\u{202E}", String(repeating: "x", count: 5000)])
    func texts(text: String) throws {
        #expect(try copy(Specimen { $0.text = text }).text.utf8.elementsEqual(text.utf8))
    }

    @Test("an empty text stands for one that is absent", arguments: [(nil, nil), ("", nil), ("M@ZL", "M@ZL")] as [(String?, String?)])
    func optionalTexts(text: String?, expected: String?) throws {
        #expect(try copy(Specimen { $0.optionalText = text }).optionalText == expected)
    }

    @Test("a list keeps its order and its doubles", arguments: [[], ["kind"], ["kind", "", "ouder", "kind"]])
    func lists(texts: [String]) throws {
        let read = try copy(
            Specimen {
                $0.texts = texts
                $0.numbers = texts.map { UInt32($0.utf8.count) }
            })
        #expect(read.texts == texts)
        #expect(read.numbers == texts.map { UInt32($0.utf8.count) })
    }

    @Test("a record may be absent", arguments: [nil, AgeRange(from: -5, to: nil, stated: "vanaf -5 mnd")])
    func optionalRecords(range: AgeRange?) throws {
        #expect(try copy(Specimen { $0.range = range }).range == range)
    }

    @Test("records follow each other, and each is found by its offset")
    func offsets() throws {
        var writer = ArchiveWriter()
        let ranges = [AgeRange(from: 0, to: 24, stated: "0-1 jr"), AgeRange(from: nil, to: 60, stated: "< 5 jaar"), AgeRange()]
        var offsets: [UInt32] = []
        for var range in ranges {
            offsets.append(UInt32(writer.bytes.count))
            try range.archive(&writer)
        }
        for (range, offset) in zip(ranges, offsets) {
            let read = try reading(writer.bytes) { (reader) throws(SnapshotError) in
                reader.offset = offset
                var read = AgeRange()
                try read.archive(&reader)
                return read
            }
            #expect(read == range)
        }
    }

    // MARK: Every field of every record

    typealias RecordType = any (Archivable & Sendable).Type

    static let records: [RecordType] = [
        Tool.self, Evidence.self, Cotan.self, SubgroupVerdict.self, Listing.self, Differences.self, AgeRange.self, Link.self,
        AlsoServes.self,
        TargetGroup.self, SourcedText.self, Claim.self, CatalogInfo.self, Source.self, Level.self, Term.self, Reference.self, Scope.self,
        Notice.self, Condition.self, Effect.self, PhraseEntry.self,
    ]

    @Test("no field of a record is forgotten", arguments: records)
    func fields(type: RecordType) throws { try checkFields(of: type) }

    private func checkFields<Record: Archivable>(of type: Record.Type) throws {
        let empty = Record()
        var full = Record()
        var filling = FillingArchive()
        try full.archive(&filling)
        for (before, after) in zip(Mirror(reflecting: empty).children, Mirror(reflecting: full).children) {
            // Whether a tool replaces another one is settled before a catalogue is compiled.
            guard before.label != "replaces" else { continue }
            #expect("\(before.value)" != "\(after.value)", "\(type).\(before.label ?? "") is not archived")
        }
        #expect("\(try copy(full))" == "\(full)")
        #expect("\(try copy(empty))" == "\(empty)")
    }

    // MARK: Damage

    @Test("damaged UTF-8 is repaired")
    func damagedText() throws {
        let text = try reading(Array("00003a".utf8) + [0xFF, 0x62]) { (reader) throws(SnapshotError) in
            var text = ""
            try reader.text(&text)
            return text
        }
        #expect(text == "a\u{FFFD}b")
    }

    @Test(
        "too few bytes, bytes that are no digits and sizes beyond the end are damage",
        arguments: ["", "0000", "0000p", "0000/", "0000 ", "00003ab", "ooooo"])
    func damage(text: String) {
        let bytes = Array(text.utf8)
        #expect(throws: SnapshotError.self) {
            try reading(bytes) { (reader) throws(SnapshotError) in
                var text = ""
                try reader.text(&text)
            }
        }
        #expect(throws: SnapshotError.self) {
            try reading(bytes) { (reader) throws(SnapshotError) in
                var texts: [String] = []
                try reader.texts(&texts)
            }
        }
        #expect(throws: SnapshotError.self) {
            try reading(bytes) { (reader) throws(SnapshotError) in
                var specimen = Specimen()
                try specimen.archive(&reader)
            }
        }
    }

    @Test("a list cannot ask for more memory than there are bytes", arguments: ["00002", "ooooo", "0000200000", "ooooo0000000000"])
    func longList(text: String) {
        #expect(throws: SnapshotError.self) {
            try reading(Array(text.utf8)) { (reader) throws(SnapshotError) in
                var numbers: [UInt32] = []
                try reader.numbers(&numbers)
            }
        }
    }

    // MARK: Writing and reading

    /// A record, written and read again.
    private func copy<Record: Archivable>(_ record: Record) throws(SnapshotError) -> Record {
        var writer = ArchiveWriter()
        var record = record
        try record.archive(&writer)
        let size = UInt32(writer.bytes.count)
        return try reading(writer.bytes) { (reader) throws(SnapshotError) in
            var copy = Record()
            try copy.archive(&reader)
            #expect(reader.offset == size)
            return copy
        }
    }

    @discardableResult
    private func reading<Value>(
        _ bytes: [UInt8], _ read: (inout ArchiveReader) throws(SnapshotError) -> Value
    ) throws(SnapshotError) -> Value {
        try bytes.withUnsafeBytes { memory in
            Result { () throws(SnapshotError) in
                var reader = ArchiveReader(Bytes(memory))
                return try read(&reader)
            }
        }.get()
    }
}

/// A record with a field of each sort.
private struct Specimen: Archivable {
    var number: UInt32 = 0
    var optionalNumber: Int32?
    var text = ""
    var optionalText: String?
    var flag = false
    var texts: [String] = []
    var numbers: [UInt32] = []
    var range: AgeRange?

    init() {}

    init(_ change: (inout Specimen) -> Void) { change(&self) }

    mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.number(&number)
        try archive.optional(&optionalNumber)
        try archive.text(&text)
        try archive.optional(&optionalText)
        try archive.flag(&flag)
        try archive.texts(&texts)
        try archive.numbers(&numbers)
        try archive.optional(&range)
    }
}

/// Gives every field of a record something to hold: 1, a text, a list of two.
private struct FillingArchive: Archive {
    mutating func number(_ value: inout UInt32) { value = 1 }

    mutating func text(_ value: inout String) { value = "één" }

    mutating func texts(_ value: inout [String]) { value = ["één", "één"] }

    mutating func items<Item: Archivable>(
        _ value: inout [Item], _ fields: (inout Item, inout FillingArchive) throws(SnapshotError) -> Void
    ) throws(SnapshotError) {
        var item = Item()
        try fields(&item, &self)
        value = [item, item]
    }
}
