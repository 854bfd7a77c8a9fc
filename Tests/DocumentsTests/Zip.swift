import Testing

@testable import Documents

/// Reads ZIP files of stored entries, and believes nothing that is not said twice.
enum Zip {
    struct Entry {
        var name: String
        var content: [UInt8]
        var date: Int
    }

    static func entries(_ bytes: [UInt8]) throws -> [Entry] {
        func number(_ offset: Int, _ size: Int) throws -> Int {
            try #require(bytes.indices.contains(offset) && offset + size <= bytes.count)
            return bytes[offset..<offset + size].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        let end = bytes.count - 22
        #expect(try number(end, 4) == 0x0605_4B50)
        #expect(try number(end + 8, 2) == number(end + 10, 2))
        var place = try number(end + 16, 4)
        #expect(try place + number(end + 12, 4) == end)
        var entries: [Entry] = []
        var next = 0
        for _ in 0..<(try number(end + 10, 2)) {
            #expect(try number(place, 4) == 0x0201_4B50)
            let local = try number(place + 42, 4)
            // No gaps.
            #expect(local == next)
            #expect(try number(local, 4) == 0x0403_4B50)
            // From the version to the length of the extra field.
            #expect(bytes[local + 4..<local + 30] == bytes[place + 6..<place + 32])
            #expect(try number(local + 6, 2) == 0x0800, "the name is in UTF-8")
            #expect(try number(local + 8, 2) == 0, "stored")
            let (size, length) = (try number(local + 18, 4), try number(local + 26, 2))
            #expect(try number(local + 22, 4) == size)
            let name = bytes[local + 30..<local + 30 + length]
            #expect(name == bytes[place + 46..<place + 46 + length])
            let content = Array(bytes[local + 30 + length..<local + 30 + length + size])
            #expect(try number(local + 14, 4) == Int(ZipArchive.checksum(content)))
            entries.append(Entry(name: String(decoding: name, as: UTF8.self), content: content, date: try number(local + 12, 2)))
            next = local + 30 + length + size
            place += 46 + length
        }
        #expect(place == end)
        return entries
    }
}
