import Catalog
import Language
import Search
import Storage

/// Compiles a catalogue into a snapshot.
public enum SnapshotCompiler {
    /// The bytes of the snapshot of a catalogue that was checked.
    /// - Parameter isExtendable: whether tools can be added to it later; without the phrases that this takes it is a tenth smaller.
    /// - Throws: `SnapshotError.tooLarge` when the format cannot hold it.
    public static func compile(_ data: CatalogData, isExtendable: Bool = true) throws(SnapshotError) -> [UInt8] {
        var sections = Sections()
        try writeLists(data, into: &sections)
        try writePhrases(data.vocabulary, into: &sections)
        try SpellingTable(data).write(into: &sections)
        var dutchWords = ArchiveWriter()
        for entry in data.dutchWords { try dutchWords.append(entry) }
        sections[.dutchWords] = dutchWords.bytes
        try writeTools(data, isExtendable: isExtendable, into: &sections)
        try writeReferences(data.references, into: &sections)
        try TermIndex(data: data, sections: sections).write(into: &sections)
        try NameIndex(data: data, sections: sections).write(into: &sections)
        // The phrases as they are written; searches read the tables made of them.
        if !isExtendable {
            try sections.write(.phraseEntries, items: [PhraseEntry]())
            try sections.write(.wordClasses, items: [WordClass]())
        }
        return try sections.assembled()
    }

    private static func writeLists(_ data: CatalogData, into sections: inout Sections) throws(SnapshotError) {
        try sections.write(.info, record: data.info)
        sections[.mainSource] = Array(data.info.mainSource.utf8)
        try sections.write(.groupTerms, items: data.targetGroups.map { Term(id: $0.id, name: $0.short) })
        try sections.write(.aimedAt, items: data.vocabulary.aimedAt)
        try sections.write(.forms, items: data.vocabulary.forms)
        try sections.write(.settings, items: data.vocabulary.settings)
        try sections.write(.populations, items: data.vocabulary.populations)
        var weights = ArchiveWriter()
        for feature in Feature.allCases { try weights.append(Int(data.weights[feature] + Weights.bias)) }
        sections[.weights] = weights.bytes
        try sections.write(.instrumentLevels, items: data.scales.instruments)
        try sections.write(.interventionLevels, items: data.scales.interventions)
        try sections.write(.cotan, items: data.scales.cotan)
        try sections.write(.recognition, items: data.scales.recognition)
        try sections.write(.basis, items: data.scales.basis)
        try sections.write(.targetGroups, items: data.targetGroups)
        try sections.write(.gaps, items: data.targetGroups.map { $0.missingInstruments ?? SourcedText() })
        try sections.write(.scopes, items: data.vocabulary.scopes)
        try sections.write(.notices, items: data.vocabulary.notices)
        try sections.write(.conditions, items: data.vocabulary.conditions)
        try sections.write(.topics, items: data.vocabulary.topics.map { Term(id: $0, name: $0) })
        try sections.write(.phraseEntries, items: data.vocabulary.phrases)
        try sections.write(.wordClasses, items: data.vocabulary.classes)
        try sections.write(.needs, items: data.vocabulary.needs)
        try writeNeedsOfTopics(data.vocabulary, into: &sections)
        try sections.write(.parenting, record: data.parenting)
        try sections.write(.decision, record: data.decision)
        try sections.write(.guides, items: data.guides)
        try sections.write(.glossary, items: data.glossary)
        try sections.write(.lifeDomains, record: data.lifeDomains)
        try sections.write(.cooperation, record: data.cooperation)
    }

    private static func writeNeedsOfTopics(_ vocabulary: Vocabulary, into sections: inout Sections) throws(SnapshotError) {
        var needs = ListWriter()
        for topic in vocabulary.topics {
            try needs.append(vocabulary.needs.indices.filter { vocabulary.needs[$0].topics.contains(topic) }.map { ($0, Grade.full) })
        }
        (sections[.topicNeedStarts], sections[.topicNeeds]) = try needs.finished()
    }

    private static func writePhrases(_ vocabulary: Vocabulary, into sections: inout Sections) throws(SnapshotError) {
        var effects = ArchiveWriter()
        var phrases = TableBuilder()
        var prefixes = TableBuilder()
        // Stems that belong to entries of different meaning find none of them: “met” and “meten”.
        var stems: [[UInt8]: (entry: Int, offset: UInt32, isAmbiguous: Bool)] = [:]
        var patterns = PatternTable(vocabulary)
        for (number, var entry) in vocabulary.phrases.enumerated() {
            let offset = UInt32(effects.bytes.count)
            try effects.items(&entry.effects)
            for phrase in entry.phrases { patterns.add(phrase, of: entry, effects: Int(offset)) }
            for key in entry.phrases.filter({ !PatternSyntax.isPattern($0) }).map({ PhraseKey($0) }) {
                if key.isPrefix {
                    prefixes.add(key.writtenKey, offset, 0)
                    continue
                }
                phrases.add(key.writtenKey, offset, 0)
                let isAmbiguous = stems[key.stemKey].map { $0.isAmbiguous || $0.entry != number } ?? false
                stems[key.stemKey] = (number, offset, isAmbiguous)
            }
        }
        for (stem, meaning) in stems where !meaning.isAmbiguous { phrases.add(stem, meaning.offset, 0) }
        sections[.effects] = effects.bytes
        try phrases.write(.phrases, .phraseTexts, into: &sections)
        try prefixes.write(.prefixes, .prefixTexts, into: &sections)
        try patterns.write(into: &sections)
    }

    private static func writeTools(_ data: CatalogData, isExtendable: Bool, into sections: inout Sections) throws(SnapshotError) {
        let groups = data.targetGroups.map { $0.id }
        var columns: [Snapshot.Section: ArchiveWriter] = [:]
        var records = ArchiveWriter()
        var ages = ListWriter()
        var levelAges = ListWriter()
        var needs = ListWriter()
        var focuses = ListWriter()
        func set(_ words: [String], of terms: [String]) -> UInt64 {
            words.reduce(0) { set, word in terms.firstIndex(of: word).map { set | 1 << UInt64($0) } ?? set }
        }
        for var tool in data.tools {
            let level = data.scales.levels(of: tool.kind).firstIndex { $0.id == tool.evidence.level } ?? 0
            try columns[.kinds, default: ArchiveWriter()].append(tool.kind.rawValue)
            try columns[.levels, default: ArchiveWriter()].append(level)
            try columns[.records, default: ArchiveWriter()].append(records.bytes.count)
            try ages.append(tool.ages)
            try levelAges.append(tool.evidence.scope?.ages ?? [])
            try needs.append(
                tool.needs.compactMap { need in
                    data.vocabulary.needs.firstIndex { $0.id == need.of }.map { ($0, need.grade) }
                })
            try focuses.append(
                groups.indices.compactMap { group in
                    let grade = tool.listings.filter { $0.targetGroup == groups[group] }.map { $0.focus }.max() ?? 0
                    return grade > 0 ? (group, grade) : nil
                })
            let sets: [(Snapshot.Section, UInt64)] = [
                (.groups, set(tool.targetGroups, of: groups)),
                (.alsoServes, set(tool.alsoServes.map { $0.targetGroup }, of: groups)),
                (.toolAimedAt, set(tool.aimedAt, of: data.vocabulary.aimedAt.map { $0.id })),
                (.toolForms, set(tool.forms, of: data.vocabulary.forms.map { $0.id })),
                (.toolSettings, set(tool.settings, of: data.vocabulary.settings.map { $0.id })),
                (.toolSettingsBroad, set(tool.settingsBroad, of: data.vocabulary.settings.map { $0.id })),
                (.toolPopulations, set(tool.population, of: data.vocabulary.populations.map { $0.id })),
                (.toolRecognition, set([tool.evidence.recognition].compactMap { $0 }, of: data.scales.recognition.map { $0.id })),
                (.toolBasis, set(tool.evidence.basis, of: data.scales.basis.map { $0.id })),
            ]
            for (section, set) in sets {
                try columns[section, default: ArchiveWriter()].append(set >> 30)
                try columns[section, default: ArchiveWriter()].append(set & UInt64(1 << 30 - 1))
            }
            // Its own column of the index has them.
            if !isExtendable { tool.askedAs = [] }
            try tool.archive(&records)
        }
        for (section, writer) in columns { sections[section] = writer.bytes }
        (sections[.ageStarts], sections[.ages]) = try ages.finished()
        (sections[.levelAgeStarts], sections[.levelAges]) = try levelAges.finished()
        (sections[.toolNeedStarts], sections[.toolNeeds]) = try needs.finished()
        (sections[.focusStarts], sections[.focuses]) = try focuses.finished()
        sections[.tools] = records.bytes
    }

    private static func writeReferences(_ references: [Reference], into sections: inout Sections) throws(SnapshotError) {
        var records = ArchiveWriter()
        var table = TableBuilder()
        for var reference in references {
            table.add(Array(reference.id.utf8), UInt32(records.bytes.count), 0)
            try reference.archive(&records)
        }
        sections[.referenceRecords] = records.bytes
        try table.write(.references, .referenceTexts, into: &sections)
    }
}

/// A column of lists while it is being made: where each row's list begins, and the numbers of all.
private struct ListWriter {
    private var starts = ArchiveWriter()
    private var numbers = ArchiveWriter()
    private var count = 0

    /// The next tool's ages.
    mutating func append(_ ages: [AgeRange]) throws(SnapshotError) {
        func raised(_ month: Int32?) -> Int32 { month.map { $0 + Snapshot.ageBias } ?? 0 }
        try append(ages.map { [raised($0.from), raised($0.to)] })
    }

    /// The next row's grades.
    mutating func append(_ grades: [(term: Int, grade: UInt32)]) throws(SnapshotError) {
        try append(grades.map { [Int32($0.term) * 4 + Int32($0.grade)] })
    }

    /// The next row's entries, each of one or more numbers.
    private mutating func append(_ entries: [[Int32]]) throws(SnapshotError) {
        try starts.append(count)
        for number in entries.joined() { try numbers.append(number) }
        count += entries.count
    }

    /// Where each row's entries begin, with where the last's end; and the numbers.
    mutating func finished() throws(SnapshotError) -> (starts: [UInt8], numbers: [UInt8]) {
        try starts.append(count)
        return (starts.bytes, numbers.bytes)
    }
}

/// The parts of a snapshot while it is being made.
struct Sections {
    private var contents: [Snapshot.Section: [UInt8]] = [:]

    subscript(section: Snapshot.Section) -> [UInt8] {
        get { contents[section] ?? [] }
        set { contents[section] = newValue }
    }

    /// Writes how many items there are, where each begins, and then the items.
    mutating func write(_ section: Snapshot.Section, items: [some Archivable]) throws(SnapshotError) {
        var beginnings = ArchiveWriter()
        var records = ArchiveWriter()
        try beginnings.append(items.count)
        let start = (1 + items.count) * Int(Bytes.numberSize)
        for var item in items {
            try beginnings.append(start + records.bytes.count)
            try item.archive(&records)
        }
        self[section] = beginnings.bytes + records.bytes
    }

    mutating func write(_ section: Snapshot.Section, record: some Archivable) throws(SnapshotError) {
        var writer = ArchiveWriter()
        var record = record
        try record.archive(&writer)
        self[section] = writer.bytes
    }

    /// Header, contents and sections as one.
    func assembled() throws(SnapshotError) -> [UInt8] {
        var contents = ArchiveWriter()
        var body: [UInt8] = []
        let start = 25 + Snapshot.Section.allCases.count * 10
        for section in Snapshot.Section.allCases {
            try contents.append(start + body.count)
            try contents.append(self[section].count)
            body += self[section]
        }
        var checked = contents.bytes
        checked += body
        var header = ArchiveWriter()
        header.append(Array(String(describing: Snapshot.magic).utf8))
        try header.append(Snapshot.formatVersion)
        try header.append(25 + checked.count)
        try header.append(checked.withUnsafeBytes { Bytes($0).checksum(from: 0) })
        header.append(checked)
        return header.bytes
    }
}

/// A string table while it is being made.
struct TableBuilder {
    private var rows: [(text: [UInt8], first: UInt32, second: UInt32)] = []

    mutating func add(_ text: [UInt8], _ first: UInt32, _ second: UInt32) { rows.append((text, first, second)) }

    /// - Parameter inOrderOfFirst: whether the rows stand in the order of their first number, rather than of their texts.
    func write(
        _ section: Snapshot.Section, _ texts: Snapshot.Section, inOrderOfFirst: Bool = false, into sections: inout Sections
    ) throws(SnapshotError) {
        var writer = ArchiveWriter()
        var bytes: [UInt8] = []
        let sorted = rows.sorted { first, second in
            inOrderOfFirst && first.first != second.first ? first.first < second.first : first.text.lexicographicallyPrecedes(second.text)
        }
        for row in sorted {
            bytes += row.text
            try writer.append(bytes.count)
            try writer.append(row.first)
            try writer.append(row.second)
        }
        sections[section] = writer.bytes
        sections[texts] = bytes
    }
}
