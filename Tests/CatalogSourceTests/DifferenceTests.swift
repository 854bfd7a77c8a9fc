import Catalog
import JSON
import Testing

@testable import CatalogSource

@Suite("What differs between two catalogues")
struct DifferenceTests {
    private typealias Field = CatalogDifference.Field

    /// What changed in a tool between two texts.
    private func fields(_ old: String, _ new: String) throws -> [CatalogDifference.Field] {
        func file(_ members: String) throws -> [(name: String, tree: JSONNode)] {
            [("instruments/x.json", try JSONParser.parse(Array("{\"id\": \"x\"\(members.isEmpty ? "" : ", ")\(members)}".utf8)))]
        }
        return try CatalogDifference(from: file(old), to: file(new)).tools.flatMap { $0.fields }
    }

    @Test(
        "the order of keys and white space are no difference",
        arguments: [
            (#""a": 1, "b": {"c": [1, 2], "d": null}"#, "\n\"b\" : { \"d\":null,\t\"c\":[1,2] },\r\n \"a\":1"),
            (#""a": "caf\u00e9""#, #""a": "café""#), ("", ""),
        ])
    func same(_ old: String, _ new: String) throws {
        #expect(try fields(old, new).isEmpty)
    }

    @Test(
        "a value is named as in the file, with what it was and is",
        arguments: [
            (#""ages": [{"from": 24}]"#, #""ages": [{"from": 36}]"#, Field(path: "ages[0].from", old: .number(24), new: .number(36))),
            (#""ages": [{"to": 24}]"#, #""ages": [{"to": null}]"#, Field(path: "ages[0].to", old: .number(24), new: .null)),
            (#""name": "A""#, #""name": "B""#, Field(path: "name", old: .text("A"), new: .text("B"))),
            (#""name": "é""#, "\"name\": \"e\u{301}\"", Field(path: "name", old: .text("é"), new: .text("e\u{301}"))),
            ("", #""replaces": true"#, Field(path: "replaces", old: nil, new: .bool(true))),
            (
                #""evidence": {"norms": "x", "level": "y"}"#, #""evidence": {"level": "y"}"#,
                Field(path: "evidence.norms", old: .text("x"), new: nil)
            ),
            (#""topics": ["a"]"#, #""topics": []"#, Field(path: "topics[0]", old: .text("a"), new: nil)),
            ("", #""topics": []"#, Field(path: "topics", old: nil, new: .list([]))),
        ])
    private func value(_ old: String, _ new: String, _ field: Field) throws {
        #expect(try fields(old, new) == [field])
    }

    @Test("an item that comes before others does not change the others")
    func inserted() throws {
        let changes = try fields(#""topics": ["a", "b", "c", "d"]"#, #""topics": ["x", "a", "c", "e"]"#)
        #expect(
            changes == [
                Field(path: "topics[0]", old: nil, new: .text("x")), Field(path: "topics[1]", old: .text("b"), new: nil),
                Field(path: "topics[3]", old: .text("d"), new: .text("e")),
            ])
    }

    @Test("the same item twice is told from once")
    func repeated() throws {
        #expect(
            try fields(#""topics": ["a", "b", "a"]"#, #""topics": ["a", "b"]"#) == [Field(path: "topics[2]", old: .text("a"), new: nil)])
    }

    @Test("items with an id are compared by it, and then their order")
    func ids() throws {
        let old = #""levels": [{"id": "a", "n": 1}, {"id": "b", "n": 2}, {"id": "c", "n": 3}, {"id": "d", "n": 4}]"#
        let new = #""levels": [{"id": "a", "n": 1}, {"id": "c", "n": 5}, {"id": "b", "n": 2}, {"id": "e"}]"#
        #expect(
            try fields(old, new) == [
                Field(path: "levels[d].id", old: .text("d"), new: nil), Field(path: "levels[d].n", old: .number(4), new: nil),
                Field(path: "levels[c].n", old: .number(3), new: .number(5)),
                Field(path: "levels[e].id", old: nil, new: .text("e")),
                Field(path: "levels", old: .list(["b", "c"]), new: .list(["c", "b"])),
            ])
    }

    @Test("what was a text and is a list, is gone and come")
    func shape() throws {
        #expect(
            try fields(#""means": "a""#, #""means": ["a"]"#) == [
                Field(path: "means", old: .text("a"), new: nil), Field(path: "means[0]", old: nil, new: .text("a")),
            ])
    }

    @Test("tools that come, go and move to the other folder")
    func tools() throws {
        func file(_ name: String, _ kind: String) throws -> (name: String, tree: JSONNode) {
            let id = name.split(separator: "/")[1].dropLast(5)
            return (name, try JSONParser.parse(Array("{\"id\": \"\(id)\", \"name\": \"N\", \"kind\": \"\(kind)\"}".utf8)))
        }
        let difference = try CatalogDifference(
            from: [file("instruments/a.json", "signalering"), file("instruments/b.json", "signalering")],
            to: [file("interventions/b.json", "interventie"), file("interventions/c.json", "interventie")])
        #expect(difference.tools.map { "\($0.id) \($0.change.rawValue)" } == ["a removed", "b changed", "c added"])
        #expect(difference.tools[1].fields == [Field(path: "kind", old: .text("signalering"), new: .text("interventie"))])
    }

    @Test("whole catalogues: a tool, the vocabulary and the references")
    func catalogues() throws {
        let old = try TemporaryCatalog.copy()
        let new = try TemporaryCatalog.copy()
        #expect(try old.difference(to: new).isEmpty)
        try new.replace(#""abbreviation": "KCS""#, with: #""abbreviation": "K.C.S.""#, in: Slip.kidsCopingScale)
        try new.replace(
            "\n  \"phrases\": [", with: "\n  \"phrases\": [{\"phrases\": [\"zzz-woord\"], \"means\": {\"topic\": \"zzz\"}},",
            in: "vocabulary.json")
        try new.replace(
            "\n  \"references\": [", with: "\n  \"references\": [{\"id\": \"nieuw\", \"citation\": \"Nieuw.\"},", in: "references.json")
        let difference = try old.difference(to: new)
        #expect(difference.tools.map { $0.id } == ["kids-coping-scale"])
        #expect(difference.tools.first?.fields == [Field(path: "abbreviation", old: .text("KCS"), new: .text("K.C.S."))])
        #expect(difference.files.map { $0.file } == ["vocabulary.json", "references.json"])
        #expect(
            difference.files.flatMap { $0.fields }.map { $0.path } == [
                "phrases[0].phrases[0]", "phrases[0].means.topic", "references[nieuw].id", "references[nieuw].citation",
            ])
        #expect(difference.files.flatMap { $0.fields }.allSatisfy { $0.old == nil })
    }

    @Test("a catalogue with a fault is not compared")
    func fault() throws {
        let old = try TemporaryCatalog.copy()
        let new = try TemporaryCatalog.copy()
        try new.replace(#""abbreviation": "KCS""#, with: #""abbreviation": 7"#, in: Slip.kidsCopingScale)
        let failure = try #require(throws: LoadFailure.self) { try old.difference(to: new) }
        guard case .invalid(let faults) = failure else { throw failure }
        #expect(faults.map { $0.path } == ["$.abbreviation"])
    }
}

extension CatalogDifference.Field: CustomTestStringConvertible {
    /// Its path: the values stand beside it.
    public var testDescription: String { path }
}
