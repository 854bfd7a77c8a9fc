import Language
import Testing

@testable import Documents

@Suite("A ZIP file")
struct ZipArchiveTests {
    @Test("has the checksum that every CRC-32 gives for 123456789")
    func checksum() {
        #expect(ZipArchive.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(ZipArchive.checksum([]) == 0)
    }

    @Test("says the same of an entry in its local header and in the directory")
    func directory() throws {
        var archive = ZipArchive(date: CalendarDate("2025-06-30"))
        archive.add("leeg", [])
        archive.add("één/tekst.xml", Array("<tekst/>".utf8))
        let entries = try Zip.entries(archive.file())
        #expect(entries.map(\.name) == ["leeg", "één/tekst.xml"])
        #expect(entries.map { String(decoding: $0.content, as: UTF8.self) } == ["", "<tekst/>"])
        // (2025 - 1980) << 9 | 6 << 5 | 30
        #expect(entries.allSatisfy { $0.date == 0x5ADE })
    }

    @Test("without entries is only the end of a directory")
    func empty() throws {
        #expect(ZipArchive().file().count == 22)
        #expect(try Zip.entries(ZipArchive().file()).isEmpty)
    }

    @Test(
        "has a date that exists", arguments: ["", "2025", "2025-02-29", "2025-13-01", "2025-00-10", "2025-1-1", "+025-01-01", "30-06-2025"])
    func date(text: String) { #expect(CalendarDate(text) == nil) }
}
