import Catalog

/// Understands a question: which of its words name a kind, a target group, an age…, and what is left over.
struct QuestionReader {
    private let snapshot: Snapshot
    private let index: StringTable
    private let lexicon: Lexicon
    private var words: Words
    private var question = Question()
    /// Kinds that words lean to, used when no word names one.
    private var leanings: [NamedKind] = []
    private var namedKinds: [NamedKind] = []

    /// A kind, and the words that say it.
    private struct NamedKind {
        let kind: Kind
        let words: String
    }

    /// What a question means.
    static func read(_ text: String, snapshot: Snapshot) throws(SnapshotError) -> Question {
        var reader = try QuestionReader(text, snapshot: snapshot)
        try reader.read()
        return reader.question
    }

    private init(_ text: String, snapshot: Snapshot) throws(SnapshotError) {
        self.snapshot = snapshot
        index = StringTable(rows: try snapshot.section(.terms), texts: try snapshot.section(.termTexts))
        lexicon = try Lexicon(snapshot)
        words = Words(text)
        question.text = text
    }

    private mutating func read() throws(SnapshotError) {
        try words.cut(by: lexicon)
        try readNames()
        if !question.names.isEmpty {
            // Names have taken their words: cut anew, so that no phrase reaches into one.
            words.pieces = []
            try words.cut(by: lexicon)
        }
        readAges()
        let figures = question.ages.count
        try readPieces()
        settleKind()
        settleTopics()
        try settleAges(figures: figures)
        settleReadings()
        try collectUnused()
    }

    // MARK: Names

    private mutating func readNames() throws(SnapshotError) {
        let words = words
        let finder = try NameFinder(snapshot)
        var found = try finder.exact(in: words) { token in
            guard let piece = words.piece(at: token) else { return true }
            return piece.has(.filler) || piece.has(.kind)
        }
        if found.isEmpty,
            let near = try finder.misspelt(
                in: words, isPlain: { words.piece(at: $0)?.isWhole ?? false || words.tokens[$0].twelfths != nil })
        {
            found = try accept(near) ? [near] : []
        }
        for name in found {
            for tool in name.tools where !question.names.contains(tool) { question.names.append(tool) }
            for token in name.range {
                // “Migrantenvaders” is a word of a name, and still says which families are meant.
                let saysMore = name.isPart && words.piece(at: token)?.isPrefix ?? false
                self.words.used[token] = !saysMore
            }
            let names = try firstNames(of: name.tools)
            note(name.range, "middel", names)
        }
    }

    /// A mistyped name is not read where its words are known to the index as they stand; a short one only where little else is asked.
    private func accept(_ name: NameFinder.Found) throws(SnapshotError) -> Bool {
        var size = 0
        for token in name.range { size += words.tokens[token].folded.count }
        if size < 6, words.pieces.contains(where: { !name.range.overlaps($0.range) && !$0.has(.filler) }) { return false }
        for token in name.range where words.tokens[token].isWord {
            if try index.find(words.keys[token]) == nil { return true }
        }
        return false
    }

    private func firstNames(of tools: [UInt32]) throws(SnapshotError) -> String {
        var names = ""
        for tool in tools {
            let record = try snapshot.listedTool(tool)
            let name = record.abbreviation ?? record.name
            if names != name { names += names.isEmpty ? name : ", " + name }
        }
        return names
    }

    // MARK: Ages

    private mutating func readAges() {
        for found in AgeReader.ages(in: words) {
            for token in found.range { words.used[token] = true }
            if found.isParents {
                note(found.range, "leeftijd van de ouder", "gebruikt niet de leeftijd van het kind")
            } else {
                question.ages.append(found.age)
            }
        }
    }

    /// A phase of life beside a figure that touches it says nothing more: “peuter van 2”, “baby 0-1”.
    private mutating func settleAges(figures: Int) throws(SnapshotError) {
        let ages = question.ages
        for place in ages.indices.reversed() {
            let isImplied = place >= figures && ages[..<figures].contains { $0.overlap(ages[place]) > 0 }
            let isRepeated = ages[..<place].contains { $0.from == ages[place].from && $0.to == ages[place].to }
            let isNumber = try isNumberOfGroup(ages[place])
            if isImplied || isRepeated || isNumber { question.ages.remove(at: place) }
        }
        for place in question.ages.indices {
            let stated = question.ages[place].stated
            question.readings.append(Reading(words: stated, facet: "leeftijd", value: AgeText.text(question.ages[place])))
        }
    }

    /// The number that a target group is named after is no age when the question names the group.
    private func isNumberOfGroup(_ age: AgeRange) throws(SnapshotError) -> Bool {
        for group in try snapshot.terms(question.groups, of: .groupTerms) {
            guard let years = Tokenizer.tokens(group.id).first?.twelfths else { continue }
            if age.from == years, age.to == years + 12 || age.to == nil { return true }
        }
        return false
    }

    // MARK: Phrases

    private mutating func readPieces() throws(SnapshotError) {
        var negated = 0
        /// The last piece that was turned away: “geen app of groep” turns away both.
        var wasExcluded = -1
        /// “Zonder netwerk” is about a network all the same.
        var lacks = false
        for (place, piece) in words.pieces.enumerated() {
            if words.used[piece.range.lowerBound] { continue }
            if piece.has(.negation) {
                negated = 3
                lacks = words.isWord(piece.range.lowerBound, in: ["zonder", "geen"])
                continue
            }
            if !words.follows(piece.range.lowerBound) || piece.person != nil { negated = 0 }
            if place >= 2, wasExcluded == place - 2, words.isWord(piece.range.lowerBound - 1, "of"), piece.isOf(words.pieces[place - 2]) {
                negated = 1
            }
            noteBesideParenting(piece)
            let isNegated = negated > 0
            negated = isNegated && piece.has(.filler) ? negated - 1 : 0
            if piece.effects.isEmpty {
                if !isNegated || lacks { try readPlain(piece, at: place) }
            } else if isNegated, !(lacks && piece.isTopic) {
                exclude(piece)
                if !piece.has(.filler) { wasExcluded = place }
            } else {
                try read(piece, at: place)
            }
        }
    }

    /// Keeps what is spoken of, but is nothing that the guideline's tables name.
    private mutating func noteBesideParenting(_ piece: Piece) {
        let isSpokenOf = piece.has(.topic) || piece.has(.condition) || piece.has(.targetGroup)
        if isSpokenOf, !piece.has(.parenting), !piece.has(.notice), !piece.has(.age), piece.person == nil {
            question.besideParenting.append(words.text(of: piece.range))
        }
    }

    private mutating func read(_ piece: Piece, at place: Int) throws(SnapshotError) {
        let typed = words.text(of: piece.range)
        let makesGroup = try makesGroup(piece, at: place)
        var isTopic = false
        for effect in piece.effects {
            let value = effect.first ?? 0
            switch effect.facet {
            case .kind:
                guard let kind = Kind(rawValue: UInt32(truncatingIfNeeded: value)) else { break }
                let named = NamedKind(kind: kind, words: typed)
                if effect.second == 1 { leanings.append(named) } else { namedKinds.append(named) }
            case .targetGroup: try addGroup(UInt32(truncatingIfNeeded: value), words: typed)
            case .condition: try addCondition(value, piece: piece, at: place, words: typed)
            case .age:
                question.ages.append(AgeRange(from: effect.first, to: effect.second, stated: typed))
            case .aimedAt: try add(value, to: .aimedAt, typed, "gericht op", .aimedAt)
            case .form: try add(value, to: .forms, typed, "vorm", .forms)
            case .setting: try add(value, to: .settings, typed, "setting", .settings)
            case .levels:
                var sets = question.levels ?? LevelSets(instrument: 0, intervention: 0)
                sets.instrument |= UInt64(UInt32(bitPattern: value))
                sets.intervention |= UInt64(UInt32(bitPattern: effect.second ?? 0))
                question.levels = sets
                question.readings.append(Reading(words: typed, facet: "bewijs", value: typed))
            case .topic:
                let weight = makesGroup ? Topic.aside : isTopic ? Topic.near : Topic.meant
                try addTopic(Analysis.concept(value), name: topic(value), weight: weight)
                isTopic = true
            case .scope:
                let scope = UInt32(truncatingIfNeeded: value)
                if !question.scopes.contains(scope) { question.scopes.append(scope) }
            case .notice: add(notice: UInt32(truncatingIfNeeded: value))
            case .signals: question.wantsSignals = true
            case .parenting:
                let subject = UInt32(truncatingIfNeeded: value)
                if !question.parenting.contains(subject) { question.parenting.append(subject) }
            case .person, .negation, .filler, .countable, .number: break
            }
        }
        // The word itself counts a little beside what it stands for.
        let carries =
            isTopic || piece.has(.form) || piece.has(.setting) || piece.has(.aimedAt) || piece.has(.condition) || piece.has(.targetGroup)
        // What only a parent would ask is looked for in the catalogue's texts like any other word.
        let isPlain = piece.effects.allSatisfy { $0.facet == .parenting }
        if carries || isPlain, piece.range.count == 1, !piece.isPrefix || isTopic, words.tokens[piece.range.lowerBound].isWord {
            try addTopic(words.keys[piece.range.lowerBound], name: typed, weight: isPlain ? Topic.plain : Topic.aside)
        }
    }

    private mutating func add(
        _ term: Int32, to facet: Question.SetFacet, _ typed: String, _ name: String, _ list: Snapshot.Section
    ) throws(SnapshotError) {
        let value = try snapshot.item(list, at: UInt32(bitPattern: term), as: Term.self).name
        question[facet] |= 1 << UInt64(term)
        question.readings.append(Reading(words: typed, facet: name, value: value))
    }

    private mutating func addGroup(_ group: UInt32, words typed: String) throws(SnapshotError) {
        let name = try snapshot.item(.groupTerms, at: group, as: Term.self).name
        question.groups |= 1 << UInt64(group)
        question.readings.append(Reading(words: typed, facet: "doelgroep", value: name))
    }

    /// The name of a topic of the vocabulary.
    private func topic(_ index: Int32) throws(SnapshotError) -> String {
        try snapshot.item(.topics, at: UInt32(bitPattern: index), as: Term.self).name
    }

    /// A condition of the vocabulary.
    private func condition(_ index: Int32) throws(SnapshotError) -> Condition {
        try snapshot.item(.conditions, at: UInt32(bitPattern: index), as: Condition.self)
    }

    private mutating func add(notice: UInt32) {
        if !question.notices.contains(notice) { question.notices.append(notice) }
    }

    private mutating func note(_ range: Range<Int>, _ facet: String, _ value: String) {
        question.readings.append(Reading(words: words.text(of: range), facet: facet, value: value))
    }

    private mutating func addTopic(_ term: [UInt8], name: String, weight: UInt32) throws(SnapshotError) {
        guard try index.find(term) != nil, !question.topics.contains(where: { $0.term == term }) else { return }
        question.topics.append(Topic(term: term, name: name, weight: weight))
    }

    // MARK: Conditions

    /// A condition makes a target group when the right person has it.
    private mutating func addCondition(
        _ value: Int32, piece: Piece, at place: Int, words typed: String
    ) throws(SnapshotError) {
        let condition = try condition(value)
        let holder = holder(of: piece, at: place)
        let groups = condition.groups(of: holder)
        for group in groups { try addGroup(group, words: typed) }
        if holder != .parent, groups.isEmpty, let note = condition.childNote, !question.notes.contains(note) {
            question.notes.append(note)
        }
    }

    /// Whether a piece chooses a target group, so that what it is about has been used.
    private func makesGroup(_ piece: Piece, at place: Int) throws(SnapshotError) -> Bool {
        if piece.has(.targetGroup) { return true }
        guard let value = piece.value(.condition) else { return false }
        return try !condition(value).groups(of: holder(of: piece, at: place)).isEmpty
    }

    /// Who has a condition: the person that an adjective describes, or else the nearest one before it.
    private func holder(of piece: Piece, at place: Int) -> Person? {
        if let person = piece.person { return person }
        let next = place + 1 < words.pieces.count ? words.pieces[place + 1] : nil
        var after: Person?
        if let next, let person = next.person {
            switch words.tokens[next.range.lowerBound].gap {
            case .comma, .stop: break
            default: after = person
            }
        }
        // “LVB ouders”, “kinderen van verslaafde ouders”: a parent right after it has it.
        if after == .parent { return after }
        let before = place > 0 ? words.pieces[place - 1].person : nil
        let isAdjective = words.tokens[piece.range.upperBound - 1].folded.last == 0x65
        // “Een autistisch broertje”: without an e before a neuter word.
        if before == nil, isAdjective || after == .relative, let after { return after }
        for index in stride(from: place - 1, through: 0, by: -1) {
            if let person = words.pieces[index].person { return person }
        }
        return after
    }

    // MARK: Other words

    /// A word that no phrase holds: a word of the catalogue's texts, a compound, or a word of the vocabulary mistyped.
    private mutating func readPlain(_ piece: Piece, at place: Int) throws(SnapshotError) {
        let token = piece.range.lowerBound
        let word = words.tokens[token].folded
        guard words.tokens[token].isWord, word.count > 1 else { return }
        if try index.find(words.keys[token]) != nil {
            try addTopic(words.keys[token], name: words.text(of: piece.range), weight: Topic.plain)
            question.besideParenting.append(words.text(of: piece.range))
            words.used[token] = true
            return
        }
        if try readParts(of: piece, at: place) { return }
        if let effects = try lexicon.effects(ofMisspelt: word) {
            try read(Piece(range: piece.range, effects: effects, isPrefix: false), at: place)
            words.used[token] = true
        }
    }

    /// The parts of a compound mean what they mean by themselves: *migratie·gezin*.
    private mutating func readParts(of piece: Piece, at place: Int) throws(SnapshotError) -> Bool {
        let token = piece.range.lowerBound
        let parts = try Analysis.parts(ofCompound: words.tokens[token].folded) { (stem) throws(SnapshotError) in
            if try index.find(stem) != nil { return true }
            return try lexicon.effects(ofStem: stem) != nil
        }
        guard let parts else { return false }
        var all: [Effect] = []
        for part in parts {
            if let effects = try lexicon.effects(ofStem: part), !effects.isEmpty {
                try read(Piece(range: piece.range, effects: effects, isPrefix: true), at: place)
                all += effects
            } else {
                try addTopic(part, name: words.text(of: piece.range), weight: Topic.plain)
            }
        }
        noteBesideParenting(Piece(range: piece.range, effects: all))
        words.used[token] = true
        return true
    }

    private mutating func exclude(_ piece: Piece) {
        let typed = words.text(of: piece.range)
        // “Geen huisbezoek” turns away the form, not all of the kind that the word leans to.
        let isKind = !(piece.has(.targetGroup) || piece.has(.aimedAt) || piece.has(.form) || piece.has(.setting))
        var isUnderstood = false
        for effect in piece.effects {
            guard let value = effect.first, value >= 0, value < 60 else { continue }
            switch effect.facet {
            case .notice:
                // Where to turn is better told once too often.
                add(notice: UInt32(value))
                continue
            case .kind:
                guard isKind, effect.second != 1 else { continue }
                question.excluded.kind = Kind(rawValue: UInt32(value))
            case .targetGroup: question.excluded.groups |= 1 << UInt64(value)
            case .aimedAt: question.excluded.aimedAt |= 1 << UInt64(value)
            case .form: question.excluded.forms |= 1 << UInt64(value)
            case .setting: question.excluded.settings |= 1 << UInt64(value)
            default: continue
            }
            isUnderstood = true
        }
        if isUnderstood {
            question.readings.append(Reading(words: typed, facet: "niet", value: typed))
        } else if !piece.has(.filler) {
            question.unused.append(typed)
        }
    }

    /// One kind is asked for when one is named, or else when every word leans to the same.
    private mutating func settleKind() {
        let voices = namedKinds.isEmpty ? leanings : namedKinds
        guard let first = voices.first?.kind, !voices.contains(where: { $0.kind != first }) else { return }
        question.kind = first
        question.readings.insert(contentsOf: voices.map { Reading(words: $0.words, facet: "soort", value: first.name) }, at: 0)
    }

    /// Beside a group or a topic of the vocabulary, other words count little: most of a sentence is not what it is about.
    private mutating func settleTopics() {
        let isUnderstood = question.groups != 0 || question.topics.contains { $0.weight > Topic.plain }
        guard isUnderstood else { return }
        for place in question.topics.indices where question.topics[place].weight == Topic.plain {
            question.topics[place].weight = Topic.beside
        }
    }

    private mutating func collectUnused() throws(SnapshotError) {
        for piece in words.pieces where piece.effects.isEmpty {
            for token in piece.range where !words.used[token] {
                let isSign = if case .sign = words.tokens[token].form { true } else { false }
                let word = words.text(of: token..<token + 1)
                if !isSign, !question.unused.contains(word) { question.unused.append(word) }
            }
        }
    }

    /// What the same words say twice is told once.
    private mutating func settleReadings() {
        var told: [Reading] = []
        for reading in question.readings where !told.contains(reading) { told.append(reading) }
        question.readings = told
    }
}

extension Question {
    /// A facet that is a set of terms.
    enum SetFacet { case aimedAt, forms, settings }

    subscript(facet: SetFacet) -> UInt64 {
        get {
            switch facet {
            case .aimedAt: aimedAt
            case .forms: forms
            case .settings: settings
            }
        }
        set {
            switch facet {
            case .aimedAt: aimedAt = newValue
            case .forms: forms = newValue
            case .settings: settings = newValue
            }
        }
    }
}
