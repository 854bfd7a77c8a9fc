import CatalogSource
import Testing

@testable import Catalog

@Suite("Packed snapshot")
struct PackedSnapshotTests {
    /// What a page says of the tools, as far as packing can tell.
    private static func dictionary() throws -> [UInt8] {
        let tools = try RealCatalog.data().tools
        return Array(tools.map { "<h2>\($0.name)</h2><p>\($0.summary)</p><p>\($0.method)</p>\n" }.joined().utf8)
    }

    /// A catalogue of a few tools, small enough to be damaged many times.
    private static func small() throws -> (snapshot: [UInt8], dictionary: [UInt8], packed: [UInt8]) {
        var data = try RealCatalog.data()
        data.tools = Array(data.tools.prefix(4))
        data.references = Array(data.references.prefix(4))
        data.vocabulary.phrases = Array(data.vocabulary.phrases.prefix(20))
        (data.guides, data.glossary, data.cooperation) = ([], [], Cooperation())
        let snapshot = try SnapshotCompiler.compile(data, isExtendable: false)
        let dictionary = Array(data.tools.map { "<p>\($0.summary)</p><p>\($0.method)</p>\n" }.joined().utf8)
        return (snapshot, dictionary, try SnapshotPacker.pack(snapshot, dictionary: dictionary))
    }

    @Test("the real catalogue comes back byte for byte", arguments: [true, false])
    func roundTrip(isExtendable: Bool) throws {
        let snapshot = try SnapshotCompiler.compile(RealCatalog.data(), isExtendable: isExtendable)
        let dictionary = try PackedSnapshotTests.dictionary()
        let packed = try SnapshotPacker.pack(snapshot, dictionary: dictionary)
        #expect(try SnapshotPacker.unpack(packed, dictionary: dictionary).elementsEqual(snapshot))
        #expect(packed.count < snapshot.count * 2 / 3)
        #expect(try SnapshotPacker.pack(snapshot, dictionary: dictionary).elementsEqual(packed))
    }

    @Test("an empty dictionary, or one too short to refer to, does no harm", arguments: ["", "kort", "precies twintig tekens"])
    func smallDictionary(text: String) throws {
        let snapshot = try RealCatalog.bytes()
        let packed = try SnapshotPacker.pack(snapshot, dictionary: Array(text.utf8))
        #expect(try SnapshotPacker.unpack(packed, dictionary: Array(text.utf8)).elementsEqual(snapshot))
    }

    @Test("all but the texts of records is printable")
    func printable() throws {
        let packed = try SnapshotPacker.pack(RealCatalog.bytes(), dictionary: PackedSnapshotTests.dictionary())
        let texts = try #require(number(packed, at: 25 + 7 * 5))
        for (place, byte) in packed.dropLast(Int(texts)).enumerated() {
            #expect((0x20...0x7E).contains(byte) && byte != 0x3C && byte != 0x26, "byte \(byte) at \(place) of \(packed.count)")
        }
    }

    @Test("without the phrases nothing but adding tools is lost")
    func notExtendable() throws {
        let data = try RealCatalog.data()
        let snapshot = try SnapshotCompiler.compile(data, isExtendable: false)
        try snapshot.withSnapshot { (snapshot) throws(SnapshotError) in
            try snapshot.verify()
            let copy = try CatalogData(snapshot)
            #expect(copy.vocabulary.phrases.isEmpty)
            #expect(copy.tools.map { $0.id } == data.tools.map { $0.id })
            #expect(copy.vocabulary.topics == data.vocabulary.topics)
        }
    }

    @Test("what is no packed snapshot, or one of another version, is refused")
    func foreign() throws {
        let dictionary = try PackedSnapshotTests.dictionary()
        let packed = try SnapshotPacker.pack(RealCatalog.bytes(), dictionary: dictionary)
        var other = packed
        other[14] = 0x39
        #expect(throws: SnapshotError.version(9)) { _ = try SnapshotPacker.unpack(other, dictionary: dictionary) }
        for bytes in [[], [0x57], try RealCatalog.bytes()] {
            #expect(throws: SnapshotError.foreign) { _ = try SnapshotPacker.unpack(bytes, dictionary: dictionary) }
        }
        // A size of a gigabyte is not asked of the system.
        var large = packed
        large.replaceSubrange(15..<20, with: Array("ooooo".utf8))
        #expect(throws: SnapshotError.tooLarge) { _ = try SnapshotPacker.unpack(large, dictionary: dictionary) }
    }

    @Test("a changed dictionary is noticed")
    func changedDictionary() throws {
        let (snapshot, dictionary, packed) = try PackedSnapshotTests.small()
        var random = Pseudorandom(seed: 1)
        for _ in 0..<100 {
            var other = dictionary
            switch random.next() % 3 {
            case 0: other[Int.random(in: other.indices, using: &random)] ^= 1
            case 1: other.remove(at: Int.random(in: other.indices, using: &random))
            default: other.removeLast(Int.random(in: other.indices, using: &random))
            }
            // What no reference points at may change without harm.
            expectSameOrNothing(packed, other, snapshot)
        }
        expectRefused(packed, [])
        expectRefused(packed, [0x20] + dictionary)
    }

    @Test("damaged bytes are refused, and never bring the program down")
    func damaged() throws {
        let (snapshot, dictionary, packed) = try PackedSnapshotTests.small()
        var random = Pseudorandom(seed: 2)
        for _ in 0..<600 {
            var other = packed
            // The plan and the header are small: half of the changes are made there.
            let end = random.next() % 2 == 0 ? 400 : other.count
            for _ in 0...random.next() % 3 { other[Int.random(in: 0..<end, using: &random)] ^= UInt8(1 << (random.next() % 8)) }
            expectSameOrNothing(other, dictionary, snapshot)
        }
        for _ in 0..<200 { expectRefused(Array(packed[..<Int.random(in: packed.indices, using: &random)]), dictionary) }
        expectRefused(packed + [0x3F], dictionary)
    }

    /// Either the right snapshot or an error.
    private func expectSameOrNothing(_ packed: [UInt8], _ dictionary: [UInt8], _ snapshot: [UInt8]) {
        guard let unpacked = try? SnapshotPacker.unpack(packed, dictionary: dictionary) else { return }
        #expect(unpacked.elementsEqual(snapshot))
    }

    private func expectRefused(_ packed: [UInt8], _ dictionary: [UInt8]) {
        #expect(throws: SnapshotError.self) { _ = try SnapshotPacker.unpack(packed, dictionary: dictionary) }
    }

    private func number(_ bytes: [UInt8], at offset: UInt32) -> UInt32? {
        bytes.withUnsafeBytes { try? Bytes($0).number(at: offset) }
    }
}
