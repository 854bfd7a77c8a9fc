import Storage

/// A compiled catalogue: read where it lies, nothing parsed at start.
///
/// The format, version 9. All of it is text: numbers are written as five digits of six bits each (`0` to `o`), so that a snapshot can stand
/// in a source file as a string literal.
///
/// | part | size | contents |
/// |---|---|---|
/// | magic | 10 | `WEGWIJZER` and a line feed |
/// | version | 5 | 9 |
/// | size | 5 | bytes of the whole snapshot |
/// | checksum | 5 | FNV-1a of all that follows, folded to 30 bits |
/// | contents | 10 × sections | offset and size of each `Section`, in the order of its cases |
/// | sections | | columns, tables and records, see `Section` |
public struct Snapshot: Sendable {
    /// The version of the format; a snapshot of another is refused.
    public static let formatVersion: UInt32 = 9
    /// How a snapshot begins.
    public static let magic: StaticString = "WEGWIJZER\n"

    /// The parts of a snapshot.
    public enum Section: UInt32, CaseIterable, Sendable {
        /// `CatalogInfo`; and beside it the id of its main source, which every search needs.
        case info, mainSource
        /// Lists of `Term`: the target groups' ids and short names, and the closed lists.
        case groupTerms, aimedAt, forms, settings, populations
        /// Lists of `Level`, strongest first.
        case instrumentLevels, interventionLevels
        /// Lists of `Term`: what a COTAN verdict and a recognition can be, and what a judgement can rest on.
        case cotan, recognition, basis
        /// A list of `TargetGroup`.
        case targetGroups
        /// A list of `SourcedText`, one for each target group: what the source says when it found no instrument for it, or nothing.
        case gaps
        /// A list of `Scope`: what the catalogue does not know.
        case scopes
        /// A list of `Notice`.
        case notices
        /// A list of `Condition`.
        case conditions

        /// Columns, one entry for each tool, tools in order of their ids. Wide ones take ten digits: a set of up to 60 terms.
        case kinds, levels, groups, alsoServes, toolAimedAt, toolForms, toolSettings, toolSettingsBroad, toolPopulations, toolRecognition,
            toolBasis
        /// Where a tool's ages begin in `ages`, and those that its level holds for in `levelAges`; one entry more than there are tools.
        case ageStarts, levelAgeStarts
        /// Pairs of months, each raised by `ageBias`; zero: open.
        case ages, levelAges
        /// Lists of places in `needs` with a grade each, see `GradeColumn`: those that tools are for, and those that topics ask for; and of places in
        /// `targetGroups`, how much tools are for these.
        case toolNeedStarts, toolNeeds, topicNeedStarts, topicNeeds, focusStarts, focuses
        /// Where a tool's record begins in `tools`.
        case records
        /// Records: `Tool`.
        case tools

        /// String tables; see `StringTable`. The second section of each holds the texts.
        /// Stems and concepts → where their postings begin, and how many there are.
        case terms, termTexts
        /// Triples of a tool, and what it weighs in its texts and in the questions that it answers.
        case postings
        /// What each feature of the ranking counts, in the order of `Feature`, raised by `Weights.bias`.
        case weights
        /// Stemmed phrases → where their effects begin in `effects`.
        case phrases, phraseTexts
        /// Beginnings of words → where their effects begin in `effects`.
        case prefixes, prefixTexts
        /// Written words, and beginnings of words, that patterns hold → where their classes begin in `patternClasses`, and how many there are.
        case patternWords, patternWordTexts, patternPrefixes, patternPrefixTexts, patternClasses
        /// For each class, where the patterns that are looked for by it begin in `patterns`, and how many there are; see `Patterns`.
        case patternStarts, patterns
        /// Records: lists of `Effect`.
        case effects
        /// Words that typing errors are corrected to, in the order of `Speller.place(of:size:)` → that.
        case spellings, spellingTexts
        /// Entries of `DutchWords`, sorted.
        case dutchWords
        /// Folded names → where the list of tools begins in `nameTools`, and the name's letters.
        case names, nameTexts
        /// Lists of tools, each with its length first, then pairs of tool and `NameForm`.
        case nameTools
        /// Ids of references → where they begin in `referenceRecords`.
        case references, referenceTexts, referenceRecords

        /// A list of `Need`.
        case needs
        /// What a catalogue is made anew from when tools are added to it: its topics and phrases.
        case topics, phraseEntries, wordClasses
        /// Records: what the guideline says of parenting by age, and its decision schema.
        case parenting, decision
        /// A list of `Guide`, in the order of `Guide.ids`.
        case guides
        /// A list of `GlossaryTerm`, and records: `LifeDomains` and `Cooperation`.
        case glossary, lifeDomains, cooperation
        /// A list of `Pointer`; a string table of terms → where their postings begin, and how many there are; and pairs of pointer and weight.
        case pointers, pointerTerms, pointerTermTexts, pointerPostings
    }

    /// Added to a month of `ages`, so that pregnancy is not negative.
    public static let ageBias: Int32 = 1 << 20
    /// The header's size: magic, version, size and checksum.
    static let headerSize: UInt32 = 25

    /// The bytes that it is read from.
    public let bytes: Bytes

    /// Opens a snapshot: checks its beginning, version and size, but reads nothing else.
    /// - Throws: `SnapshotError` when it is none, of another version, or cut short.
    public init(_ bytes: Bytes) throws(SnapshotError) {
        self.bytes = bytes
        for index in 0..<UInt32(Snapshot.magic.utf8CodeUnitCount) {
            guard index < bytes.count, try bytes.byte(at: index) == Snapshot.magic.utf8Start[Int(index)] else {
                throw .foreign
            }
        }
        let version = try bytes.number(at: 10)
        guard version == Snapshot.formatVersion else { throw .version(version) }
        let size = try bytes.number(at: 15)
        guard size == bytes.count else { throw .size(stated: size, found: bytes.count) }
    }

    /// Reads every byte and compares the checksum.
    /// - Throws: `SnapshotError.checksum` when the contents were changed.
    public func verify() throws(SnapshotError) {
        guard try bytes.number(at: 20) == bytes.checksum(from: Snapshot.headerSize) else { throw .checksum }
    }

    /// One part.
    public func section(_ section: Section) throws(SnapshotError) -> Bytes {
        let entry = Snapshot.headerSize + section.rawValue * 2 * Bytes.numberSize
        return try bytes.part(at: bytes.number(at: entry), size: bytes.number(at: entry + Bytes.numberSize))
    }

    /// How many records a list has.
    public func count(_ section: Section) throws(SnapshotError) -> UInt32 {
        let bytes = try self.section(section)
        let count = try bytes.number(at: 0)
        // Every item has its place among the beginnings: a damaged count cannot ask for more memory than there are bytes.
        guard count < bytes.count / Bytes.numberSize else { throw .damaged(offset: 0) }
        return count
    }

    /// A list of records: how many there are, where each begins, and then the records.
    public func items<Item: Archivable>(_ section: Section, as type: Item.Type) throws(SnapshotError) -> [Item] {
        let bytes = try self.section(section)
        let count = try self.count(section)
        var reader = ArchiveReader(bytes, at: (1 + count) * Bytes.numberSize)
        var items: [Item] = []
        items.reserveCapacity(Int(min(count, ArchiveReader.mostReserved)))
        for _ in 0..<count {
            var item = Item()
            try item.archive(&reader)
            items.append(item)
        }
        return items
    }

    /// One record of a list.
    public func item<Item: Archivable>(_ section: Section, at index: UInt32, as type: Item.Type) throws(SnapshotError) -> Item {
        let bytes = try self.section(section)
        guard index < (try bytes.number(at: 0)) else { throw .damaged(offset: index) }
        var reader = ArchiveReader(bytes, at: try bytes.number(at: (1 + index) * Bytes.numberSize))
        var item = Item()
        try item.archive(&reader)
        return item
    }

    /// The records of a list whose places are in a set, in the order of the list.
    /// - Throws: `SnapshotError` also when the set has more than the list.
    public func items<Item: Archivable>(_ section: Section, in set: UInt64, as type: Item.Type) throws(SnapshotError) -> [Item] {
        var items: [Item] = []
        var rest = set
        while rest != 0 {
            items.append(try item(section, at: UInt32(rest.trailingZeroBitCount), as: Item.self))
            rest &= rest - 1
        }
        return items
    }

    /// The terms of a set, in the order of their list.
    /// - Throws: `SnapshotError` also when the set has more than the list.
    public func terms(_ set: UInt64, of list: Section) throws(SnapshotError) -> [Term] { try items(list, in: set, as: Term.self) }

    /// The ids of a set of terms, in the order of their list.
    /// - Throws: `SnapshotError` also when the set has more than the list.
    public func ids(_ set: UInt64, of list: Section) throws(SnapshotError) -> [String] { try terms(set, of: list).map { $0.id } }

    /// The id of the source that tables, levels and counts come from.
    public var mainSource: String { get throws(SnapshotError) { try section(.mainSource).text } }

    /// One record.
    public func record<Record: Archivable>(
        _ section: Section, at offset: UInt32 = 0, as type: Record.Type
    ) throws(SnapshotError) -> Record {
        var reader = ArchiveReader(try self.section(section), at: offset)
        var record = Record()
        try record.archive(&reader)
        return record
    }

    // MARK: Tools

    /// How many tools there are.
    public var toolCount: UInt32 { get throws(SnapshotError) { try column(.kinds).count } }

    /// A tool, whole.
    /// - Parameter index: its place in the order of ids.
    public func tool(_ index: UInt32) throws(SnapshotError) -> Tool {
        try record(.tools, at: column(.records).number(index), as: Tool.self)
    }

    /// A tool as far as a list of tools shows it: its long texts, forms, settings, topics, aliases, references and links are not read, and of its listings
    /// only the source and the target group.
    /// - Parameter index: its place in the order of ids.
    public func listedTool(_ index: UInt32) throws(SnapshotError) -> Tool {
        var reader = ArchiveReader(try section(.tools), at: try column(.records).number(index))
        var tool = Tool()
        try tool.archiveListed(&reader)
        return tool
    }

    /// All tools, in the order of their ids.
    /// - Throws: `SnapshotError`, also when records overlap: a few bytes could stand for any number of tools.
    public func tools() throws(SnapshotError) -> [Tool] {
        let records = try column(.records)
        var reader = ArchiveReader(try section(.tools))
        var tools: [Tool] = []
        for index in 0..<(try toolCount) {
            guard reader.offset == (try records.number(index)) else { throw .damaged(offset: reader.offset) }
            var tool = Tool()
            try tool.archive(&reader)
            tools.append(tool)
        }
        return tools
    }

    /// The place of the tool with this id.
    public func index(ofTool id: String) throws(SnapshotError) -> UInt32? {
        let records = try column(.records)
        let tools = try section(.tools)
        let wanted = Array(id.utf8)
        func order(_ index: UInt32) throws(SnapshotError) -> Int32 {
            let offset = try records.number(index)
            return try tools.part(at: offset + Bytes.numberSize, size: tools.number(at: offset)).compare(wanted)
        }
        let count = try toolCount
        let index = try (0..<count).partitioningIndex { (index) throws(SnapshotError) in try order(index) < 0 }
        guard index < count, try order(index) == 0 else { return nil }
        return index
    }

    /// A column of numbers.
    public func column(_ section: Section) throws(SnapshotError) -> Column { Column(try self.section(section)) }

    /// The levels of a kind's scale, strongest first.
    public func levels(of kind: Kind) throws(SnapshotError) -> [Level] {
        try items(Snapshot.levels(of: kind), as: Level.self)
    }

    /// The ids and names of a kind's levels, strongest first.
    public func levelTerms(of kind: Kind) throws(SnapshotError) -> [Term] {
        let section = Snapshot.levels(of: kind)
        var terms: [Term] = []
        // The record of a level begins as a term does.
        for index in 0..<(try self.section(section).number(at: 0)) { terms.append(try item(section, at: index, as: Term.self)) }
        return terms
    }

    private static func levels(of kind: Kind) -> Section {
        switch kind {
        case .instrument: .instrumentLevels
        case .intervention: .interventionLevels
        }
    }

    /// All references, in the order of their ids.
    public func references() throws(SnapshotError) -> [Reference] {
        let table = try StringTable(rows: section(.references), texts: section(.referenceTexts))
        var references: [Reference] = []
        for row in 0..<table.count {
            references.append(try record(.referenceRecords, at: table.values(row).first, as: Reference.self))
        }
        return references
    }

    /// The reference with this id.
    public func reference(_ id: String) throws(SnapshotError) -> Reference? {
        let table = try StringTable(rows: section(.references), texts: section(.referenceTexts))
        guard let row = try table.find(Array(id.utf8)) else { return nil }
        return try record(.referenceRecords, at: row.first, as: Reference.self)
    }
}
