import Foundation
import Testing

@testable import PageBuilder

@Suite("The compressor")
struct LZMATests {
    /// Every file of the catalogue is text; this is the largest.
    private static let text = Result {
        let directory = URL(filePath: #filePath).appending(path: "../../../Catalog").standardized
        let files = try #require(FileManager.default.enumerator(at: directory, includingPropertiesForKeys: nil))
        let contents = try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "json" }.map { [UInt8](try Data(contentsOf: $0)) }
        return try #require(contents.max { $0.count < $1.count })
    }

    /// Checks that a decoder gets the same bytes, and gives the file.
    @discardableResult
    private func roundTrip(_ bytes: [UInt8], _ file: [UInt8]? = nil) throws -> [UInt8] {
        let file = file ?? LZMA.compressed(bytes)
        // Not with `==` in the expectation, which would print both.
        let isSame = try LZMADecoder.bytes(of: file) == bytes
        #expect(isSame)
        return file
    }

    @Test("writes only a header and five bytes of nothing")
    func empty() throws {
        let file = try roundTrip([])
        #expect(file == [0x5D, 0, 0x10, 0, 0] + [UInt8](repeating: 0, count: 13))
    }

    @Test("writes every single byte", arguments: [0, 1, 0x7F, 0x80, 0xFF] as [UInt8])
    func oneByte(byte: UInt8) throws { try roundTrip([byte]) }

    @Test("writes a few bytes that are alike or not", arguments: ["aa", "ab", "aaa", "aba", "aaaa", "abab", "abcab", "aaaaabaaaab"])
    func fewBytes(text: String) throws { try roundTrip(Array(text.utf8)) }

    @Test("writes equal bytes in next to nothing", arguments: [272, 273, 274, 275, 20_000])
    func zeros(count: Int) throws {
        let file = try roundTrip([UInt8](repeating: 0, count: count))
        #expect(file.count < 80)
    }

    @Test("makes random bytes hardly larger", arguments: [100, 4096, 10_000])
    func random(count: Int) throws {
        var random = Steps()
        let bytes = (0..<count).map { _ in random.next(below: 256) }.map { UInt8($0) }
        let file = try roundTrip(bytes)
        #expect(file.count < count + count / 40 + 40)
    }

    @Test("writes repetitions from near and far, with and without a change")
    func repetitions() throws {
        var random = Steps()
        var bytes = (0..<500).map { _ in UInt8(random.next(below: 256)) }
        while bytes.count < 15_000 {
            let length = min(random.next(below: 400) + 1, bytes.count)
            let start = random.next(below: bytes.count - length + 1)
            bytes += Array(bytes[start..<start + length])
            if random.next(below: 3) == 0 { bytes[bytes.count - 1 - random.next(below: length)] &+= 1 }
        }
        let file = try roundTrip(bytes)
        #expect(file.count < bytes.count / 5)
    }

    @Test("makes text much smaller")
    func text() throws {
        let text = try LZMATests.text.get()
        let file = try roundTrip(text, LZMA.compressed(text, .usual))
        #expect(file.count < text.count / 4)
    }

    @Test("writes the same of the same bytes")
    func repeatable() throws {
        let part = Array(try LZMATests.text.get().suffix(10_000))
        let file = try roundTrip(part)
        let isSame = LZMA.compressed(part) == file
        #expect(isSame)
    }

    @Test("writes with all properties that other programs read, and then chooses those that are good")
    func properties() throws {
        let part = Array(try LZMATests.text.get().prefix(4000))
        let best = try roundTrip(part).count
        let forLiterals = (0...4).flatMap { position in (0...4 - position).map { (context: $0, position: position, other: 2) } }
        for bits in forLiterals + (0...4).map({ (context: 3, position: 0, other: $0) }) {
            let properties = LZMA.Properties(
                literalContextBits: bits.context, literalPositionBits: bits.position, positionBits: bits.other)
            let file = try roundTrip(part, LZMA.compressed(part, properties))
            #expect(best < file.count + file.count / 100)
        }
    }

    @Test("states the size, and a dictionary that holds it all", arguments: [(4096, 4096), (4097, 6144), (6145, 8192), (8193, 12288)])
    func header(count: Int, dictionary: Int) {
        let file = LZMA.compressed([UInt8](repeating: 7, count: count))
        #expect(file[1..<5].reversed().reduce(0) { $0 << 8 | Int($1) } == dictionary)
        #expect(file[5..<13].reversed().reduce(0) { $0 << 8 | Int($1) } == count)
    }
}

/// Numbers that look random and are the same in every run.
private struct Steps {
    private var state: UInt64 = 1

    mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
