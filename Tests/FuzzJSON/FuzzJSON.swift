import Catalog
import Decision
import Fuzzing
import JSON
import Parenting
import Storage

@testable import CatalogSource

/// The input: a letter for the kind of file, see `Loader.kinds`; and the file.
@c(LLVMFuzzerTestOneInput)
public func testJSON(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    var input = Input(data, size)
    let kind = Loader.kinds[Int(input.byte() &- UInt8(ascii: "a")) % Loader.kinds.count]
    let bytes = Array(input.rest)
    guard Syntax.expectSense(bytes) else { return 0 }
    Loader.read(bytes, kind)
    return 0
}

private enum Syntax {
    /// - Returns: whether the bytes are JSON.
    static func expectSense(_ bytes: [UInt8]) -> Bool {
        do throws(JSONParser.Failure) {
            let node = try JSONParser.parse(bytes)
            require(String(validating: bytes, as: UTF8.self) != nil, "JSON is UTF-8")
            expectOrder(node, in: 0...bytes.count)
            let written = write(node)
            let again = certain("JSON that was read can be read when written again") { () throws(JSONParser.Failure) in
                try JSONParser.parse(written)
            }
            require(write(again) == written, "JSON that is written again says the same")
            return true
        } catch {
            require((0...bytes.count).contains(error.offset), "a fault lies within the file")
            require(!error.message.isEmpty, "a fault has a message")
            return false
        }
    }

    /// Everything stands within what holds it.
    private static func expectOrder(_ node: JSONNode, in bounds: ClosedRange<Int>) {
        require(bounds.contains(node.offset), "a value stands after what comes before it")
        let inner = node.offset...bounds.upperBound
        switch node.value {
        case .null, .bool, .text: break
        case .number(let digits): require(Double(digits) != nil, "a number is one: \(digits)")
        case .array(let items): for item in items { expectOrder(item, in: inner) }
        case .object(let members):
            require(Set(members.map { $0.key }).count == members.count, "a key occurs once")
            for member in members { expectOrder(member.node, in: member.keyOffset...bounds.upperBound) }
        }
    }

    private static func write(_ node: JSONNode) -> [UInt8] {
        var bytes: [UInt8] = []
        write(node, into: &bytes)
        return bytes
    }

    private static func write(_ node: JSONNode, into bytes: inout [UInt8]) {
        switch node.value {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .number(let digits): bytes += digits.utf8
        case .text(let text): write(text, into: &bytes)
        case .array(let items):
            for (place, item) in items.enumerated() {
                bytes.append(place == 0 ? UInt8(ascii: "[") : UInt8(ascii: ","))
                write(item, into: &bytes)
            }
            bytes += (items.isEmpty ? "[]" : "]").utf8
        case .object(let members):
            for (place, member) in members.enumerated() {
                bytes.append(place == 0 ? UInt8(ascii: "{") : UInt8(ascii: ","))
                write(member.key, into: &bytes)
                bytes.append(UInt8(ascii: ":"))
                write(member.node, into: &bytes)
            }
            bytes += (members.isEmpty ? "{}" : "}").utf8
        }
    }

    private static func write(_ text: String, into bytes: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case ..<0x20: bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

private enum Loader {
    private static let data = Example.data()
    private static let sources = data.info.sources.map { $0.id }
    private static let allowed = AllowedWords(
        groups: data.targetGroups.map { $0.id }, aimedAt: data.vocabulary.aimedAt.map { $0.id }, forms: data.vocabulary.forms.map { $0.id },
        settings: data.vocabulary.settings.map { $0.id }, populations: data.vocabulary.populations.map { $0.id },
        levels: (data.scales.instruments.map { $0.id }, data.scales.interventions.map { $0.id }), cotan: data.scales.cotan.map { $0.id },
        recognition: data.scales.recognition.map { $0.id }, basis: data.scales.basis.map { $0.id },
        needs: data.vocabulary.needs.map { $0.id }, sources: sources,
        mainSource: data.info.mainSource)
    private static let words = GuideWords(
        sources: sources, settings: allowed.settings, tags: Guide.people + GuideWords.sorts + allowed.groups)

    /// What reads each kind of file, from `a` on.
    static let kinds: [@Sendable (JSONObject) -> [UInt8]] = [
        { archived(tool($0, .instrument)) },
        { archived(tool($0, .intervention)) },
        { archived(CatalogInfo($0)) },
        { object in object.objects("targetGroups", required: true) { TargetGroup($0, sources: sources) }.flatMap { archived($0) } },
        { object in
            let scales = Scales(object)
            return (scales.instruments + scales.interventions).flatMap { archived($0) }
        },
        { archived(phases($0)) },
        { archived(questions($0)) },
        { object in
            let vocabulary = Vocabulary(object, groups: allowed.groups, scales: data.scales, subjects: data.parenting.subjects)
            return vocabulary.phrases.flatMap { archived($0) }
        },
        { archived(Guide($0, allowed: words)) },
        { object in object.objects("terms", required: true) { GlossaryTerm($0, sources: sources) }.flatMap { archived($0) } },
        { archived(LifeDomains($0, sources: sources)) },
        { archived(Cooperation($0, sources: sources)) },
        { archived(DecisionSchema($0, sources: sources, notices: data.vocabulary.notices.map { $0.id })) },
        { object in object.objects("references", required: true) { Reference($0) }.flatMap { archived($0) } },
    ]

    private static func tool(_ object: JSONObject, _ kind: Kind) -> Tool {
        let before = object.faultCount
        let tool = Tool(object, kind: kind, allowed: allowed)
        guard object.faultCount == before else { return tool }
        require(tool.kind == kind && Tool.isWellFormed(id: tool.id), "a tool without faults has its kind and an id")
        require(!tool.name.isEmpty && !tool.listings.isEmpty, "a tool without faults has a name and a listing")
        for age in tool.ages {
            require(age.from != nil || age.to != nil, "an age has a bound")
            if let from = age.from, let to = age.to { require(from < to, "an age begins before it ends") }
        }
        return tool
    }

    private static func phases(_ object: JSONObject) -> ParentingTables {
        var tables = ParentingTables()
        tables.readPhases(object, sources: sources)
        return tables
    }

    private static func questions(_ object: JSONObject) -> ParentingTables {
        var tables = data.parenting
        tables.readQuestions(object, sources: sources)
        return tables
    }

    /// Reads a file twice: the same is read, or the same faults are found, each within the file.
    static func read(_ bytes: [UInt8], _ kind: (JSONObject) -> [UInt8]) {
        let first = readOnce(bytes, kind)
        let second = readOnce(bytes, kind)
        require(first.read == second.read && first.faults == second.faults, "the same file reads the same")
        let lines = bytes.count { $0 == 0x0A } + 1
        for fault in first.faults {
            require((1...lines).contains(fault.line) && fault.column > 0, "a fault lies within the file")
            require(!fault.message.isEmpty, "a fault has a message")
        }
    }

    private static func readOnce(_ bytes: [UInt8], _ kind: (JSONObject) -> [UInt8]) -> (read: [UInt8], faults: [Fault]) {
        let file = JSONFile(name: "fuzz.json", bytes: bytes)
        guard let object = file.root() else { return ([], file.faults) }
        let read = kind(object)
        object.finish()
        return (read, file.faults)
    }

    /// A record as a snapshot holds it. What was written and read is written the same again.
    private static func archived<Record: Archivable>(_ record: Record) -> [UInt8] {
        certain("what was read can be archived") { () throws(SnapshotError) in
            var copy = record
            var writer = ArchiveWriter()
            try copy.archive(&writer)
            return writer.bytes
        }
    }
}
