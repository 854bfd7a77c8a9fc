import Catalog
import Decision
import JSON
import Language
import Search

/// What no single file can tell: whether the files agree with each other.
struct CrossChecks {
    let data: CatalogData
    /// The file that defines each tool.
    let toolFiles: [String: String]
    /// The catalogue's directory.
    let path: String
    /// The ids that the names of the tools' files promise, also of files that cannot be read.
    let promised: Set<String>
    /// Whether to report references that do not exist: not when their file cannot be read.
    let missesReferences: Bool
    /// Whether to report rows that nothing lists: not when a file at fault may hold them.
    let missesRows: Bool

    /// What a name in a file leads to.
    private enum Target: String {
        case tool = "het middel"
        case reference = "de verwijzing"

        /// What to type when no name is near.
        var advice: String {
            switch self {
            case .tool: "typ een id uit de mappen instruments en interventions"
            case .reference: "typ een id uit references.json, of voeg haar daar toe"
            }
        }
    }

    private func file(_ tool: String) -> String { toolFiles[tool] ?? path }

    func faults() -> [Fault] {
        duplicateTerms() + danglingNames() + toolsElsewhere() + rows()
    }

    private func duplicateTerms() -> [Fault] {
        let lists: [(String, String, [String])] = [
            ("\(path)/catalog.json", "$.sources", data.info.sources.map { $0.id }),
            ("\(path)/target-groups.json", "$.targetGroups", data.targetGroups.map { $0.id }),
            ("\(path)/evidence-scales.json", "$.instrumentLevels", data.scales.instruments.map { $0.id }),
            ("\(path)/evidence-scales.json", "$.interventionLevels", data.scales.interventions.map { $0.id }),
            ("\(path)/vocabulary.json", "$.aimedAt", data.vocabulary.aimedAt.map { $0.id }),
            ("\(path)/vocabulary.json", "$.forms", data.vocabulary.forms.map { $0.id }),
            ("\(path)/vocabulary.json", "$.settings", data.vocabulary.settings.map { $0.id }),
            ("\(path)/vocabulary.json", "$.populations", data.vocabulary.populations.map { $0.id }),
            ("\(path)/vocabulary.json", "$.conditions", data.vocabulary.conditions.map { $0.id }),
            ("\(path)/vocabulary.json", "$.scopes", data.vocabulary.scopes.map { $0.id }),
            ("\(path)/vocabulary.json", "$.notices", data.vocabulary.notices.map { $0.id }),
            ("\(path)/vocabulary.json", "$.classes", data.vocabulary.classes.map { $0.id }),
        ]
        var faults: [Fault] = []
        for (file, path, ids) in lists {
            var seen: Set<String> = []
            for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
                let message = "\"\(id)\" staat er twee keer in; haal er één weg, of geef die een ander id"
                faults.append(Fault(file: file, path: "\(path)[\(index)].id", message: message))
            }
            // A set of terms is kept as the bits of one number.
            if ids.count > 60, path != "$.classes" {
                faults.append(Fault(file: file, path: path, message: "meer dan 60 woorden past niet in deze lijst"))
            }
        }
        return faults + phraseFaults()
    }

    private func phraseFaults() -> [Fault] {
        var seen: [[UInt8]: String] = [:]
        var faults: [Fault] = []
        let classes = Set(data.vocabulary.allClasses.keys)
        for (number, entry) in data.vocabulary.phrases.enumerated() {
            for (index, phrase) in entry.phrases.enumerated() {
                func report(_ message: String) {
                    let place = "$.phrases[\(number)].phrases[\(index)]"
                    faults.append(Fault(file: "\(path)/vocabulary.json", path: place, message: message))
                }
                if let pattern = PatternSyntax(phrase) {
                    if let fault = pattern.fault(classes: classes) { report("\"\(phrase)\": \(fault)") }
                    if let other = seen.updateValue(phrase, forKey: Array(phrase.utf8)) {
                        report("\"\(phrase)\" en \"\(other)\" zijn hetzelfde; voeg hun betekenis samen")
                    }
                    continue
                }
                let key = PhraseKey(phrase)
                if key.written.isEmpty || (key.isPrefix && (key.written.count > 1 || key.written[0].count < 4)) {
                    report("\"\(phrase)\" kan niet gezocht worden; een begin van een woord heeft vier letters of meer, en dan *")
                }
                if let other = seen.updateValue(phrase, forKey: key.writtenKey) {
                    report("\"\(phrase)\" en \"\(other)\" zijn hetzelfde; voeg hun betekenis samen")
                }
            }
        }
        return faults
    }

    private func danglingNames() -> [Fault] {
        let references = Set(data.references.map { $0.id })
        let tools = promised.union(data.tools.map { $0.id })
        var faults: [Fault] = []
        for tool in data.tools {
            func check(_ ids: [String], _ known: Set<String>, _ path: String, _ target: Target) {
                for (index, id) in ids.enumerated() where !known.contains(id) && !Placeholder.isOne(id) {
                    faults.append(unknown(target, id, known, file: file(tool.id), path: "\(path)[\(index)]"))
                }
            }
            check(tool.seeAlso, tools, "$.seeAlso", .tool)
            if missesReferences {
                check(tool.references, references, "$.references", .reference)
                check(tool.evidence.references, references, "$.evidence.references", .reference)
                for (index, listing) in tool.listings.enumerated() {
                    check(listing.references, references, "$.listings[\(index)].references", .reference)
                    check(listing.evidenceReferences, references, "$.listings[\(index)].evidenceReferences", .reference)
                }
            }
            for (index, other) in tool.alsoServes.enumerated() where tool.targetGroups.contains(other.targetGroup) {
                faults.append(
                    Fault(
                        file: file(tool.id), path: "$.alsoServes[\(index)]",
                        message: "het middel staat al bij \"\(other.targetGroup)\" in een tabel; haal deze regel weg"))
            }
        }
        return faults
    }

    private func unknown(_ target: Target, _ id: String, _ known: Set<String>, file: String, path: String) -> Fault {
        let near = Spelling.nearest(to: id, in: known.sorted()).map { "bedoeld is misschien \"\($0)\"" }
        let message = "\(target.rawValue) \"\(id)\" bestaat niet; \(near ?? target.advice)"
        return Fault(file: file, path: path, message: message)
    }

    /// The tools that the guides, the decision schema and the table of questions name.
    private func toolsElsewhere() -> [Fault] {
        let known = promised.union(data.tools.map { $0.id })
        var faults: [Fault] = []
        func check(_ id: String, _ file: String, _ place: String) {
            if !known.contains(id) { faults.append(unknown(.tool, id, known, file: "\(path)/\(file)", path: place)) }
        }
        for (guide, id) in zip(data.guides, Guide.ids) {
            for (number, section) in guide.sections.enumerated() {
                for (place, item) in section.items.enumerated() {
                    for (index, tool) in item.tools.enumerated() {
                        check(tool, "\(id).json", "$.sections[\(number)].items[\(place)].tools[\(index)]")
                    }
                }
            }
        }
        for (number, group) in data.lifeDomains.groups.enumerated() {
            for (place, domain) in group.domains.enumerated() {
                for (index, tool) in domain.tools.enumerated() {
                    check(tool, "life-domains.json", "$.groups[\(number)].domains[\(place)].tools[\(index)]")
                }
            }
        }
        for (number, project) in data.cooperation.projects.enumerated() {
            for (index, tool) in project.tools.enumerated() { check(tool, "cooperation.json", "$.projects[\(number)].tools[\(index)]") }
        }
        for (number, node) in data.decision.nodes.enumerated() {
            for (index, tool) in node.tools.enumerated() {
                check(tool.tool, "decision-schema.json", "$.nodes[\(number)].tools[\(index)].tool")
            }
        }
        for (number, note) in data.parenting.notes.enumerated() { check(note.tool, "parenting-questions.json", "$.notes[\(number)].tool") }
        for (number, question) in data.parenting.questions.enumerated() {
            for (cell, offer) in question.offers.enumerated() {
                for (index, offered) in offer.interventions.enumerated() {
                    check(
                        offered.tool, "parenting-questions.json", "$.questions[\(number)].offers[\(cell)].interventions[\(index)].tool")
                }
            }
        }
        return faults
    }

    /// Every row of a group's part of a table once, and none skipped.
    private func rows() -> [Fault] {
        struct Part: Hashable {
            var table: UInt32
            var group: String
        }
        var rows: [Part: [UInt32: String]] = [:]
        var faults: [Fault] = []
        for tool in data.tools {
            for (index, listing) in tool.listings.enumerated() where listing.source == data.info.mainSource && listing.row > 0 {
                let expected: UInt32 = tool.kind == .instrument ? 1 : 2
                let part = Part(table: expected, group: listing.targetGroup)
                let path = "$.listings[\(index)]"
                if listing.table != expected {
                    let message = "een \(tool.kind.name) staat in tabel \(expected); typ \(expected)"
                    faults.append(Fault(file: file(tool.id), path: "\(path).table", message: message))
                }
                if let other = rows[part, default: [:]].updateValue(tool.id, forKey: listing.row) {
                    faults.append(
                        Fault(
                            file: file(tool.id), path: "\(path).row",
                            message:
                                "rij \(listing.row) van tabel \(part.table), \(part.group), is al van \"\(other)\"; geef één van beide een ander nummer"
                        ))
                }
            }
        }
        guard missesRows else { return faults }
        for (part, used) in rows.sorted(by: { ($0.key.table, $0.key.group) < ($1.key.table, $1.key.group) }) {
            guard let last = used.keys.max() else { continue }
            for row in 1...last where used[row] == nil {
                faults.append(
                    Fault(
                        file: file(used[last] ?? ""), path: "$.listings",
                        message:
                            "rij \(row) van tabel \(part.table), \(part.group), ontbreekt, maar rij \(last) bestaat; kijk de nummers na"))
            }
        }
        return faults
    }
}
