import Catalog
import Search
import Storage

/// Something beside the tools that a question can lead to.
struct PointerSource {
    let pointer: Pointer
    /// The index's terms that lead there, each with what it weighs.
    var terms: [[UInt8]: Int]
}

/// Makes the pointers of a catalogue: to what is about a target group or a concept as a whole, and to what is called so.
struct PointerCompiler {
    /// No pointer leads to more lines: a link that opens a book helps nobody.
    static let mostLines = 56

    let data: CatalogData
    /// The concepts and words of a text, as the index knows them.
    let terms: (String) throws(SnapshotError) -> [[UInt8]]

    /// The guides, in their order, with what stands before a subject.
    ///
    /// What is about all that was asked comes first, and how the research went last.
    private static let guides = [
        (view: Destination.View.signals, label: "Signalen", forGroup: 9000, forConcept: 6000),
        (view: .conversation, label: "Het gesprek", forGroup: 8000, forConcept: 5900),
        (view: .factors, label: "Wat beschermt en wat risico geeft", forGroup: 7000, forConcept: 5800),
        (view: .practice, label: "Uit de praktijk", forGroup: 1000, forConcept: 1900),
    ]

    func sources() throws(SnapshotError) -> [PointerSource] {
        let concepts = try understoodConcepts()
        var sources: [PointerSource] = []
        for (place, guide) in zip(0..., data.guides) where place < PointerCompiler.guides.count {
            let (view, label, forGroup, forConcept) = PointerCompiler.guides[place]
            for group in data.targetGroups {
                guard fits(PointerCompiler.part(of: guide) { $0.tags.contains(group.id) }, PointerCompiler.mostLines) else { continue }
                let pointer = Pointer(label: "\(label) bij \(group.short)", to: Destination(view, "doelgroep", group.id))
                sources.append(PointerSource(pointer: pointer, terms: [Pointer.term(forGroup: group.id): forGroup]))
            }
            let told = try conceptsTold(in: guide)
            for (concept, name) in concepts {
                // Shorter: their lines are long on a screen.
                guard fits(PointerCompiler.part(of: guide) { told[$0.id]?.contains(concept) == true }, PointerCompiler.mostLines / 2) else {
                    continue
                }
                let pointer = Pointer(label: "\(label): \(name)", to: Destination(view, "", name))
                sources.append(PointerSource(pointer: pointer, terms: [concept: forConcept]))
            }
        }
        return try sources + named() + conversation()
    }

    /// The concepts whose name is understood as just that when it is typed.
    private func understoodConcepts() throws(SnapshotError) -> [(concept: [UInt8], name: String)] {
        var found: [(concept: [UInt8], name: String)] = []
        for (place, topic) in data.vocabulary.topics.enumerated() {
            let concept = Analysis.concept(Int32(place))
            let name = topic.asWords
            if try terms(name).filter({ $0.first == Analysis.conceptMark }) == [concept] { found.append((concept, name)) }
        }
        return found
    }

    /// The concepts that each item tells of, with its section's name.
    private func conceptsTold(in guide: Guide) throws(SnapshotError) -> [String: Set<[UInt8]>] {
        var told: [String: Set<[UInt8]>] = [:]
        for section in guide.sections {
            for item in section.items { told[item.id] = Set(try terms("\(section.id). \(section.title). \(item.text)")) }
        }
        return told
    }

    /// The items of a guide that are meant, with the number of their sections.
    private static func part(of guide: Guide, where isMeant: (GuideItem) -> Bool) -> (sections: Int, items: [GuideItem]) {
        let parts = guide.sections.map { $0.items.filter(isMeant) }.filter { !$0.isEmpty }
        return (parts.count, parts.flatMap { $0 })
    }

    /// Whether a part of a guide is worth a pointer, and no longer than a number of lines.
    private func fits(_ part: (sections: Int, items: [GuideItem]), _ lines: Int) -> Bool {
        // What stands around the items of every guide takes some fifteen lines.
        let items = part.items.reduce(0) { $0 + 1 + ($1.tools.isEmpty ? 0 : 1) + ($1.remark == nil ? 0 : 1) }
        return part.items.count > 1 && 15 + 2 * part.sections + items <= lines
    }

    /// The steps of a conversation, found by two words of their titles: “gesprek openen”.
    private func conversation() throws(SnapshotError) -> [PointerSource] {
        guard let place = Guide.ids.firstIndex(of: "conversation"), place < data.guides.count else { return [] }
        var sources: [PointerSource] = []
        for section in data.guides[place].sections where !section.id.utf8.contains(0x2D) {
            var weights: [[UInt8]: Int] = [:]
            for term in try terms(section.title) where term.first != Analysis.conceptMark { weights[term] = 700 }
            let pointer = Pointer(label: section.title, to: Destination(.conversation, "", section.id))
            sources.append(PointerSource(pointer: pointer, terms: weights))
        }
        return sources
    }

    /// What is found by its name.
    private func named() throws(SnapshotError) -> [PointerSource] {
        var named: [(pointer: Pointer, names: [String])] = []
        for group in data.lifeDomains.groups {
            for domain in group.domains {
                let pointer = Pointer(
                    label: "Levensdomein \(domain.name) (\(group.name))", to: Destination(.domains, "", domain.name))
                named.append((pointer, [domain.name]))
            }
        }
        for element in data.cooperation.elements where !element.summaries.isEmpty {
            named.append(
                (Pointer(label: "Samenwerken: \(element.name)", to: Destination(.cooperation, "element", element.id)), [element.name]))
        }
        for background in data.decision.backgrounds {
            let pointer = Pointer(label: "Achtergrond: \(background.title)", to: Destination(.decision, "achtergrond", background.id))
            named.append((pointer, [background.title]))
        }
        var sources: [PointerSource] = []
        for (pointer, names) in named {
            var weights: [[UInt8]: Int] = [:]
            // A concept leads there by itself, most of all where the name is short; of words it takes two.
            for name in names {
                let found = try terms(name)
                for term in found { weights[term] = term.first == Analysis.conceptMark ? 4000 - 100 * min(10, found.count) : 700 }
            }
            sources.append(PointerSource(pointer: pointer, terms: weights))
        }
        return sources
    }
}
