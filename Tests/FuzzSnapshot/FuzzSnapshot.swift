import Catalog
import CatalogSource
import Fuzzing
import Search
import Storage

/// The input: a byte for the form, see `Form`, and for what is read, see `Damaged.read`; and what is changed, or the bytes themselves.
@c(LLVMFuzzerTestOneInput)
public func testSnapshot(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    var input = Input(data, size)
    let isCompiled = input.isOne(in: 256)
    let first = input.byte()
    let part = isCompiled ? Damaged.compiled : first >> 3
    switch Form(rawValue: first % 8) {
    case .bytes: Damaged.open(Array(input.rest), header: .right, reading: part)
    case .untouched: Damaged.open(Array(input.rest), header: .asItIs, reading: part)
    case .changed, nil: Damaged.open(Damaged.change(Damaged.snapshot, &input), header: .size, reading: part)
    }
    return 0
}

/// How the input stands for a snapshot.
private enum Form: UInt8 {
    /// Changes to a small snapshot.
    case changed
    /// The bytes of one, whose header is put right.
    case bytes = 2
    /// The bytes of one as they are.
    case untouched = 4
}

/// What is done to a header before it is read.
private enum Header {
    case asItIs
    /// Its size fits the bytes; its checksum is not looked at, as it is not in a large catalogue.
    case size
    /// All of it fits the bytes.
    case right
}

private enum Damaged {
    static let snapshot = Array(Example.snapshot(Example.small()).bytes.base)
    private static let headerSize = 25

    /// Changes: two bytes for the place, one for how, one for what.
    static func change(_ bytes: [UInt8], _ input: inout Input) -> [UInt8] {
        var bytes = bytes
        while !input.isEmpty, !bytes.isEmpty {
            let place = input.number() % bytes.count
            let how = input.byte()
            let what = input.byte()
            switch how % 8 {
            case 0: bytes.removeSubrange(place..<min(bytes.count, place + Int(what)))
            case 1: bytes.insert(what, at: place)
            // A whole number: a small one, or one near the snapshot's size.
            case 2: write(Int(what), to: &bytes, at: place)
            case 3: write(bytes.count - Int(what), to: &bytes, at: place)
            // A number, larger or smaller by a few.
            case 4: bytes[place] = bytes[place] &+ what
            case 5: write((1 << 30) - 1 - Int(what), to: &bytes, at: place)
            default: bytes[place] = 0x30 + what % 64
            }
        }
        return bytes
    }

    private static func write(_ number: Int, to bytes: inout [UInt8], at place: Int) {
        var writer = ArchiveWriter()
        guard (try? writer.append(number)) != nil else { return }
        for (offset, digit) in writer.bytes.enumerated() where place + offset < bytes.count { bytes[place + offset] = digit }
    }

    /// The bytes with a header that fits them.
    private static func fixed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        if bytes.count < headerSize { bytes += [UInt8](repeating: 0x30, count: headerSize - bytes.count) }
        for index in 0..<10 { bytes[index] = Snapshot.magic.utf8Start[index] }
        write(Int(Snapshot.formatVersion), to: &bytes, at: 10)
        write(bytes.count, to: &bytes, at: 15)
        let checksum = bytes.withUnsafeBytes { Bytes($0).checksum(from: UInt32(headerSize)) }
        write(Int(checksum), to: &bytes, at: 20)
        return bytes
    }

    /// Opens a snapshot and reads some of it: what is damaged is refused, nothing else happens.
    static func open(_ bytes: [UInt8], header: Header, reading part: UInt8) {
        var bytes = bytes
        switch header {
        case .asItIs: break
        case .size: if bytes.count >= headerSize { write(bytes.count, to: &bytes, at: 15) }
        case .right: bytes = fixed(bytes)
        }
        bytes.withUnsafeBytes { memory in
            var isOpen = false
            do throws(SnapshotError) {
                let snapshot = try Snapshot(Bytes(memory))
                if header != .size { try snapshot.verify() }
                isOpen = true
                try read(part, of: snapshot)
            } catch {
                require(isOpen || header != .right, "a header that is right is accepted")
                require(!error.message.isEmpty, "a refusal says why")
            }
        }
    }

    /// The part that stands for reading all and compiling it, which costs much.
    static let compiled: UInt8 = 255

    /// Reads all of one sort.
    private static func read(_ part: UInt8, of snapshot: Snapshot) throws(SnapshotError) {
        switch part {
        // What was read can be compiled again, as it is when tools are added to it.
        case compiled: _ = try SnapshotCompiler.compile(CatalogData(snapshot))
        case 0..<8: _ = try CatalogData(snapshot)
        case 8..<16: try readTools(snapshot)
        case 16..<24: try readTables(snapshot)
        case 24..<28: try ask(snapshot, "KOPP 4-12 signalering, vragenlijst bij gedragsproblemen")
        default: try ask(snapshot, "moeder drinkt, kind 3 jaar huilt; geen app")
        }
    }

    private static func readTools(_ snapshot: Snapshot) throws(SnapshotError) {
        let (ages, levelAges) = try (AgeColumn(snapshot), AgeColumn(ofLevels: snapshot))
        let sets: [Snapshot.Section] = [
            .groups, .alsoServes, .toolAimedAt, .toolForms, .toolSettings, .toolSettingsBroad, .toolPopulations, .toolRecognition,
            .toolBasis,
        ]
        for index in 0..<(try snapshot.toolCount) {
            for age in try ages.ages(ofTool: index) + levelAges.ages(ofTool: index) {
                require(age.months.lowerBound <= age.months.upperBound, "an age has an order")
            }
            _ = try snapshot.listedTool(index)
            let tool = try snapshot.tool(index)
            _ = try snapshot.index(ofTool: tool.id)
            for reference in tool.references { _ = try snapshot.reference(reference) }
            for section in sets { _ = try snapshot.column(section).set(index) }
        }
    }

    private static func readTables(_ snapshot: Snapshot) throws(SnapshotError) {
        let tables: [(Snapshot.Section, Snapshot.Section)] = [
            (.terms, .termTexts), (.phrases, .phraseTexts), (.prefixes, .prefixTexts), (.names, .nameTexts),
            (.references, .referenceTexts), (.pointerTerms, .pointerTermTexts),
        ]
        for (rows, texts) in tables {
            let table = StringTable(rows: try snapshot.section(rows), texts: try snapshot.section(texts))
            for row in 0..<table.count {
                _ = try table.text(row)
                _ = try table.find(Array("kopp".utf8))
            }
        }
    }

    private static func ask(_ snapshot: Snapshot, _ text: String) throws(SnapshotError) {
        let search = Search(snapshot)
        let answer = try search.answer(search.read(text), limit: 3)
        require(answer.results.count <= 6, "no more than was asked for")
        _ = try search.tools(named: "kids coping")
    }
}
