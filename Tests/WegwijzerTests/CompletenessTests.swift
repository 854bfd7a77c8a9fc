import Foundation
import Testing

/// Every text and every number of the catalogue's files stands in what the command that shows the file prints. What a file says is read here with Foundation,
/// not with the program's own reader.
@Suite("What the catalogue says is shown")
struct CompletenessTests {
    /// Keys whose values no command prints, each with the reason.
    private static let excused = [
        "id": "names the record", "askedAs": "ours, to find the tool by", "needs": "ours, to find the tool by",
        "focus": "ours, to rank the tool by", "from": "told in the words of the source", "to": "told in the words of the source",
    ]

    @Test(arguments: Project.tools)
    func everythingOfAToolIsShown(id: String) throws {
        let missing = try missing(Project.tool(id), in: [["toon", id]])
        // The scope of the SDQ's level is printed as “12-17 jaar”.
        #expect(missing.filter { $0 != "stated: 12-17 jarigen" } == [])
    }

    private struct Guide: CustomTestStringConvertible, Sendable {
        let file: String
        let commands: [[String]]
        /// Keys excused for this file, each with the reason.
        var excused: [String: String] = [:]
        var testDescription: String { file }
    }

    private static let groups = ["kopp-kov", "kvbo", "18-jaar", "intergenerationeel", "armoede", "eenouder", "mantelzorg", "migratie"]
    private static let choosing = ["settings": "chooses with --setting", "tags": "chooses with --doelgroep and --met"]
    private static var backgrounds: [String] {
        let schema = try? Project.object(Project.catalog.appending(path: "decision-schema.json"))
        return (schema?["backgrounds"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }
    /// The ways to the steps that name tools with a note.
    private static let walks = [
        "ouder,verder,verder,nee,nee,twijfel,verder,nee,ja", "ouder,verder,verder,nee,nee,twijfel,verder,nee,nee,ja",
        "ouder,verder,verder,nee,nee,nee,algemeen", "ouder,verder,verder,nee,nee,nee,risicogroep",
    ]
    private static let audiences = ["professionals", "managers", "gemeenten"]

    @Test(arguments: [
        Guide(file: "terms", commands: [["begrip"]], excused: ["about": "for who keeps the file"]),
        Guide(file: "conversation", commands: [["gesprek"]], excused: choosing),
        Guide(file: "protective-factors", commands: [["factoren"]], excused: choosing),
        Guide(file: "signals", commands: [["signalen"]], excused: choosing),
        Guide(
            file: "practice", commands: [["praktijk"]], excused: choosing.merging(["stated": "an age that chooses with --leeftijd"]) { $1 }),
        Guide(
            file: "cooperation",
            commands: [["samenwerken"]] + audiences.map { ["samenwerken", "--voor", $0, "--formaat", "json"] }
                + (1...20).map { ["samenwerken", "--project", "\($0)"] }),
        Guide(file: "life-domains", commands: [["domeinen"]]),
        Guide(
            file: "development-phases", commands: [["opvoedvraag"]],
            excused: ["title": "the table's own, said in other words", "subjects": "leads to the questions of a phase"]),
        Guide(
            file: "parenting-questions", commands: [["opvoedvraag"]],
            excused: [
                "title": "the table's own, said in other words", "phase": "a heading", "under": "a heading", "about": "leads to a question",
                "number": "a footnote's place", "footnote": "a footnote's place",
            ]),
        Guide(
            file: "decision-schema",
            commands: [["beslis", "--schema", "json"]] + backgrounds.map { ["beslis", "--achtergrond", $0] }
                + walks.flatMap { walk in [2, 8].map { ["beslis", "zindelijk", "--leeftijd", "\($0)", "--antwoorden", walk] } },
            excused: ["source": "told by its title", "stated": "an age that chooses the instruments"]),
        Guide(file: "references", commands: [["bron"], ["catalogus", "bronnen"]]),
        Guide(file: "target-groups", commands: groups.map { ["begrip", $0] }),
        Guide(file: "evidence-scales", commands: [["bewijs", "uitleg"]], excused: ["notes": "for who keeps the file"]),
        Guide(
            file: "catalog", commands: [["bron"], ["telling"], ["bewijs"], ["--versie"]],
            excused: ["title": "the program's own", "note": "per source"]),
    ])
    private func everythingOfAFileIsShown(guide: Guide) throws {
        let file = try Project.object(Project.catalog.appending(path: "\(guide.file).json"))
        #expect(try missing(file, in: guide.commands, excused: guide.excused) == [])
    }

    @Test func aTextThatIsNotShownIsMissed() throws {
        #expect(try missing(["purpose": "Dit staat nergens.", "page": 4711], in: [["toon", "sdq"]]).count == 2)
    }

    // MARK: Finding

    /// What of a record is not in what some commands print, as “key: value”.
    private func missing(_ record: Any, in commands: [[String]], excused: [String: String] = [:]) throws -> [String] {
        let shown = try commands.map { collapsed(try Run($0).output) }.joined(separator: " ")
        let names = try CompletenessTests.names.get()
        return leaves(record).compactMap { key, text in
            if CompletenessTests.excused[key] != nil || excused[key] != nil { return nil }
            let text = collapsed(text)
            let forms = [text, names[text] ?? text, text.replacing("-", with: " ")]
            return forms.contains { shown.contains($0) } ? nil : "\(key): \(text)"
        }
    }

    /// The texts and numbers of a record, each with its key.
    private func leaves(_ value: Any, key: String = "") -> [(key: String, text: String)] {
        switch value {
        case let members as [String: Any]:
            members.sorted { $0.key < $1.key }.flatMap { member in
                CompletenessTests.excused[member.key] == nil ? leaves(member.value, key: member.key) : []
            }
        case let items as [Any]: items.flatMap { leaves($0, key: key) }
        case let text as String: [(key, text)]
        // A flag of JSON is a number to Foundation.
        case let number as NSNumber where String(cString: number.objCType) == "c": []
        case let number as Int: [(key, "\(number)")]
        default: []
        }
    }

    private func collapsed(_ text: String) -> String { text.split { $0.isWhitespace }.joined(separator: " ") }

    /// The names by which ids of closed lists, sources and references are shown.
    private static let names = Result {
        func list(_ file: String, _ key: String) throws -> [[String: Any]] {
            try #require(try Project.object(Project.catalog.appending(path: "\(file).json"))[key] as? [[String: Any]])
        }
        var names: [String: String] = [:]
        func add(_ items: [[String: Any]], _ key: String) {
            for item in items {
                if let id = item["id"] as? String, let name = item[key] as? String {
                    names[id] = name.split { $0.isWhitespace }.joined(separator: " ")
                }
            }
        }
        for key in ["aimedAt", "forms", "settings", "populations"] { add(try list("vocabulary", key), "name") }
        for key in ["instrumentLevels", "interventionLevels", "cotan", "recognition", "basis"] {
            add(try list("evidence-scales", key), "name")
        }
        add(try list("target-groups", "targetGroups"), "short")
        add(try list("catalog", "sources"), "title")
        add(try list("references", "references"), "citation")
        return names
    }
}
