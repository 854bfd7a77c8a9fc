import CatalogSource
import Language
import Search
import Storage
import Testing

@testable import Catalog

@Suite("Snapshot of the real catalogue")
struct SnapshotTests {
    @Test("every tool, group, reference, level and word reads back as it went in")
    func readsBack() throws {
        let data = try RealCatalog.data()
        let copy = try RealCatalog.bytes().withSnapshot { (snapshot) throws(SnapshotError) in try CatalogData(snapshot) }
        expectSame(copy.tools, data.tools)
        expectSame(copy.targetGroups, data.targetGroups)
        expectSame(copy.references, data.references)
        expectSame(copy.scales.instruments, data.scales.instruments)
        expectSame(copy.scales.interventions, data.scales.interventions)
        expectSame(copy.scales.cotan + copy.scales.recognition, data.scales.cotan + data.scales.recognition)
        expectSame(copy.vocabulary.aimedAt, data.vocabulary.aimedAt)
        expectSame(copy.vocabulary.forms, data.vocabulary.forms)
        expectSame(copy.vocabulary.settings, data.vocabulary.settings)
        expectSame(copy.vocabulary.conditions, data.vocabulary.conditions)
        expectSame(copy.vocabulary.scopes, data.vocabulary.scopes)
        expectSame(copy.vocabulary.notices, data.vocabulary.notices)
        expectSame(copy.vocabulary.topics, data.vocabulary.topics)
        expectSame(copy.vocabulary.phrases, data.vocabulary.phrases)
        #expect("\(copy.info)" == "\(data.info)")
        #expect(!data.tools.isEmpty && !data.references.isEmpty && !data.targetGroups.isEmpty)
    }

    @Test("a tool is found by its id, and nothing by what is no id")
    func index() throws {
        let tools = try RealCatalog.data().tools
        try RealCatalog.bytes().withSnapshot { (snapshot) throws(SnapshotError) in
            #expect(try snapshot.toolCount == tools.count)
            for (index, tool) in tools.enumerated() { #expect(try snapshot.index(ofTool: tool.id) == UInt32(index)) }
            for id in ["", "a", "zzz", "SDQ", "sd", "sdqq", "sdq ", "sdq\0", "triple", "é"] {
                #expect(try snapshot.index(ofTool: id) == nil)
            }
        }
    }

    @Test("a reference is found by its id")
    func reference() throws {
        let references = try RealCatalog.data().references
        try RealCatalog.bytes().withSnapshot { (snapshot) throws(SnapshotError) in
            for reference in references { #expect(try snapshot.reference(reference.id)?.citation == reference.citation) }
            for id in ["", "a", "zzz", "richtlijn", "é"] { #expect(try snapshot.reference(id) == nil) }
        }
    }

    @Test("the columns say what the tools say")
    func columns() throws {
        let data = try RealCatalog.data()
        try RealCatalog.bytes().withSnapshot { (snapshot) throws(SnapshotError) in
            func words(_ section: Snapshot.Section, _ tool: UInt32, of terms: [String]) throws(SnapshotError) -> Set<String> {
                let set = try snapshot.column(section).set(tool)
                return Set(terms.indices.filter { set >> UInt64($0) & 1 == 1 }.map { terms[$0] })
            }
            let groups = data.targetGroups.map { $0.id }
            let (aimedAt, forms, settings) = (
                data.vocabulary.aimedAt.map { $0.id }, data.vocabulary.forms.map { $0.id }, data.vocabulary.settings.map { $0.id }
            )
            let (populations, basis) = (data.vocabulary.populations.map { $0.id }, data.scales.basis.map { $0.id })
            let recognition = data.scales.recognition.map { $0.id }
            let (ages, levelAges) = try (AgeColumn(snapshot), AgeColumn(ofLevels: snapshot))
            for (position, tool) in data.tools.enumerated() {
                let index = UInt32(position)
                #expect(try snapshot.column(.kinds).number(index) == tool.kind.rawValue)
                #expect(try snapshot.levels(of: tool.kind)[Int(snapshot.column(.levels).number(index))].id == tool.evidence.level)
                #expect(try words(.groups, index, of: groups) == Set(tool.targetGroups))
                #expect(try words(.alsoServes, index, of: groups) == Set(tool.alsoServes.map { $0.targetGroup }))
                #expect(try words(.toolAimedAt, index, of: aimedAt) == Set(tool.aimedAt))
                #expect(try words(.toolForms, index, of: forms) == Set(tool.forms))
                #expect(try words(.toolSettings, index, of: settings) == Set(tool.settings))
                #expect(try words(.toolSettingsBroad, index, of: settings) == Set(tool.settingsBroad))
                #expect(try words(.toolPopulations, index, of: populations) == Set(tool.population))
                #expect(try words(.toolRecognition, index, of: recognition) == Set([tool.evidence.recognition].compactMap { $0 }))
                #expect(try words(.toolBasis, index, of: basis) == Set(tool.evidence.basis))
                #expect(try ages.ages(ofTool: index) == tool.ages.map { AgeRange(from: $0.from, to: $0.to) })
                let bound = (tool.evidence.scope?.ages ?? []).map { AgeRange(from: $0.from, to: $0.to) }
                #expect(try levelAges.ages(ofTool: index) == bound)
            }
        }
    }

    @Test("it is compiled the same every time, also from a snapshot")
    func compiledAgain() throws {
        let bytes = try RealCatalog.bytes()
        #expect(try SnapshotCompiler.compile(RealCatalog.data()) == bytes)
        let copy = try bytes.withSnapshot { (snapshot) throws(SnapshotError) in try CatalogData(snapshot) }
        #expect(try SnapshotCompiler.compile(copy) == bytes)
    }

    @Test("it is text without a NUL, so that it can stand in a source file")
    func isText() throws {
        let bytes = try RealCatalog.bytes()
        #expect(String(validating: bytes, as: UTF8.self) != nil)
        #expect(!bytes.contains(0))
    }

    @Test("an empty catalogue makes a snapshot too")
    func empty() throws {
        try SnapshotCompiler.compile(CatalogData()).withSnapshot { (snapshot) throws(SnapshotError) in
            try snapshot.verify()
            #expect(try snapshot.toolCount == 0)
            #expect(try snapshot.index(ofTool: "sdq") == nil)
            #expect(try snapshot.references().isEmpty)
            try readAll(of: snapshot)
        }
    }

    /// Compares item by item, so that a failure shows the item and not the list.
    private func expectSame<Item>(_ copy: [Item], _ original: [Item], location: SourceLocation = #_sourceLocation) {
        #expect(copy.count == original.count, sourceLocation: location)
        for (copy, original) in zip(copy, original) { #expect("\(copy)" == "\(original)", sourceLocation: location) }
    }
}

@Suite("Snapshot that is damaged or none")
struct DamagedSnapshotTests {
    /// What opening bytes comes to: nil when nothing is wrong.
    private func failure(_ bytes: [UInt8]) -> SnapshotError? {
        do throws(SnapshotError) {
            try bytes.withSnapshot { (snapshot) throws(SnapshotError) in try snapshot.verify() }
            return nil
        } catch {
            return error
        }
    }

    /// Reads everything without verifying first: any outcome is right but a crash.
    /// - Returns: whether something was refused.
    private func isRefusedOnReading(_ bytes: [UInt8]) -> Bool {
        do throws(SnapshotError) {
            try bytes.withSnapshot { (snapshot) throws(SnapshotError) in try readAll(of: snapshot) }
            return false
        } catch {
            return true
        }
    }

    @Test("the undamaged one is accepted")
    func undamaged() throws {
        #expect(try failure(RealCatalog.bytes()) == nil)
        #expect(try !isRefusedOnReading(RealCatalog.bytes()))
    }

    @Test(
        "another file is not taken for a snapshot",
        arguments: [
            "", "W", "WEGWIJZER", "WEGWIJZER ", "wegwijzer\n00001", "{\"format\": 1}", "\u{FEFF}WEGWIJZER\n",
            String(repeating: "0", count: 5000),
        ])
    func foreign(text: String) {
        #expect(failure(Array(text.utf8)) == .foreign)
    }

    @Test(
        "a beginning without the rest is damaged",
        arguments: [
            "WEGWIJZER\n", "WEGWIJZER\n0000", "WEGWIJZER\n0000\(Snapshot.formatVersion)", "WEGWIJZER\n0000\(Snapshot.formatVersion)0000",
        ])
    func beginning(text: String) {
        #expect(failure(Array(text.utf8)) == .damaged(offset: text.utf8.count < 15 ? 10 : 15))
    }

    @Test("a header alone has its size right, and still nothing can be read")
    func headerAlone() {
        let bytes = Array("WEGWIJZER\n0000\(Snapshot.formatVersion)0000I00000".utf8)
        #expect(failure(bytes) == .checksum)
        #expect(isRefusedOnReading(bytes))
    }

    @Test("another version of the format is named", arguments: [("00000", 0), ("00001", 1), ("ooooo", Bytes.largestNumber)])
    func version(digits: String, number: UInt32) throws {
        var bytes = try RealCatalog.bytes()
        bytes.replaceSubrange(10..<15, with: Array(digits.utf8))
        #expect(failure(bytes) == .version(number))
    }

    @Test("bytes too many are told")
    func longer() throws {
        let bytes = try RealCatalog.bytes()
        #expect(failure(bytes + [0x0A]) == .size(stated: UInt32(bytes.count), found: UInt32(bytes.count) + 1))
    }

    @Test("cut off anywhere, it is refused")
    func truncated() throws {
        let bytes = try RealCatalog.bytes()
        for size in stride(from: 0, to: bytes.count, by: 997) {
            let expected = size == 0 ? SnapshotError.foreign : .size(stated: UInt32(bytes.count), found: UInt32(size))
            #expect(failure(Array(bytes[..<size])) == expected)
        }
    }

    @Test("cut off, with a size that fits, it is refused when it is read")
    func truncatedToSize() throws {
        let bytes = try RealCatalog.part()
        for size in stride(from: 997, to: bytes.count, by: bytes.count / 60) {
            var part = Array(bytes[..<size])
            part.replaceSubrange(15..<20, with: try digits(size))
            #expect(failure(part) == .checksum)
            #expect(isRefusedOnReading(part), "\(size) bytes")
        }
    }

    @Test("a single byte that was changed is noticed, and never ends the program")
    func changedByte() throws {
        let bytes = try RealCatalog.part()
        let starts = try bytes.withSnapshot { (snapshot) throws(SnapshotError) in try sectionStarts(of: snapshot) }
        // All of the header, the first and last digit of each number of the contents, the beginning of each section, and some more.
        let contents = stride(from: 25, to: 25 + Snapshot.Section.allCases.count * 10, by: 5).flatMap { [$0, $0 + 4] }
        let spread = stride(from: 500, to: bytes.count, by: bytes.count / 150)
        let positions = Array(0..<25) + contents + starts.flatMap { [$0, $0 + 4] } + spread
        // The digit for zero, the largest digit, the next digit, no digit, and no text.
        let changes: [@Sendable (UInt8) -> UInt8] = [{ _ in 0x30 }, { _ in 0x6F }, { $0 ^ 1 }, { _ in 0 }, { _ in 0xFF }]
        var generator = Pseudorandom(seed: 5)
        for position in positions where position < bytes.count {
            var changed = bytes
            changed[position] = changes.randomElement(using: &generator)?(bytes[position]) ?? 0
            if changed[position] == bytes[position] { changed[position] ^= 2 }
            #expect(failure(changed) != nil, "byte \(position)")
            _ = isRefusedOnReading(changed)
        }
    }

    @Test("records that overlap are refused: a few bytes could stand for any number of tools")
    func overlapping() throws {
        var bytes = try RealCatalog.bytes()
        let records = try bytes.withSnapshot { (snapshot) throws(SnapshotError) in
            Int(try snapshot.bytes.number(at: Snapshot.headerSize + Snapshot.Section.records.rawValue * 2 * Bytes.numberSize))
        }
        // The second tool begins where the first does.
        bytes.replaceSubrange(records + 5..<records + 10, with: bytes[records..<records + 5])
        #expect(throws: SnapshotError.self) {
            _ = try bytes.withSnapshot { (snapshot) throws(SnapshotError) in try CatalogData(snapshot) }
        }
    }

    @Test("whole stretches that were overwritten never end the program", arguments: [0x30, 0x6F, 0xFF] as [UInt8])
    func overwritten(replacement: UInt8) throws {
        let bytes = try RealCatalog.part()
        let starts = try bytes.withSnapshot { (snapshot) throws(SnapshotError) in try sectionStarts(of: snapshot) }
        for start in [25] + starts {
            var changed = bytes
            for position in start..<min(start + 400, bytes.count) { changed[position] = replacement }
            // A column may hold nothing but zeros.
            #expect(failure(changed) == (changed == bytes ? nil : .checksum))
            _ = isRefusedOnReading(changed)
        }
    }

    @Test("every failure has a sentence for the user")
    func messages() {
        let failures: [SnapshotError] = [.foreign, .version(7), .size(stated: 10, found: 9), .checksum, .damaged(offset: 3), .tooLarge]
        #expect(Set(failures.map { $0.message }).count == failures.count)
        #expect(SnapshotError.version(7).message.contains("formaat 7"))
        #expect(SnapshotError.size(stated: 10, found: 9).message.contains("9 bytes in plaats van 10"))
    }

    private func digits(_ number: Int) throws(SnapshotError) -> [UInt8] {
        var writer = ArchiveWriter()
        try writer.append(number)
        return writer.bytes
    }

    private func sectionStarts(of snapshot: Snapshot) throws(SnapshotError) -> [Int] {
        var starts: [Int] = []
        for section in Snapshot.Section.allCases {
            starts.append(Int(try snapshot.bytes.number(at: Snapshot.headerSize + section.rawValue * 2 * Bytes.numberSize)))
        }
        return starts
    }
}

/// Reads all that a snapshot holds.
private func readAll(of snapshot: Snapshot) throws(SnapshotError) {
    let data = try CatalogData(snapshot)
    for tool in data.tools { _ = try snapshot.index(ofTool: tool.id) }
    for reference in data.references { _ = try snapshot.reference(reference.id) }
    _ = try snapshot.items(.groupTerms, as: Term.self)
    _ = try snapshot.items(.pointers, as: Pointer.self)
    let (ages, levelAges) = try (AgeColumn(snapshot), AgeColumn(ofLevels: snapshot))
    let sets: [Snapshot.Section] = [
        .groups, .alsoServes, .toolAimedAt, .toolForms, .toolSettings, .toolSettingsBroad, .toolPopulations, .toolRecognition, .toolBasis,
    ]
    for index in 0..<(try snapshot.toolCount) {
        _ = try snapshot.listedTool(index)
        _ = try ages.ages(ofTool: index)
        _ = try levelAges.ages(ofTool: index)
        for section in sets { _ = try snapshot.column(section).set(index) }
        _ = try snapshot.column(.levels).number(index)
    }
    let tables: [(Snapshot.Section, Snapshot.Section)] = [
        (.terms, .termTexts), (.phrases, .phraseTexts), (.prefixes, .prefixTexts), (.names, .nameTexts), (.references, .referenceTexts),
        (.pointerTerms, .pointerTermTexts),
    ]
    for (rows, texts) in tables {
        let table = StringTable(rows: try snapshot.section(rows), texts: try snapshot.section(texts))
        for row in 0..<table.count {
            _ = try table.text(row)
            _ = try table.values(row)
        }
    }
    for column in [.postings, .nameTools, .pointerPostings] as [Snapshot.Section] {
        let numbers = try snapshot.column(column)
        for index in 0..<numbers.count { _ = try numbers.number(index) }
    }
    let lexicon = try Lexicon(snapshot)
    let tokens = Tokenizer.tokens("Moeder is depressief, kind van 8 t/m 12 jaar; welke vragenlijst past bij signalering op school?")
    let keys = tokens.map { PhraseKey.word($0) }
    for start in tokens.indices { _ = try lexicon.match(tokens, keys: keys, at: start) }
}
