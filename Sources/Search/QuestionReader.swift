import Catalog
import Language
import Storage

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
    private var holder: ConditionHolder
    /// Whether an age names the child: “een 14-jarige”.
    private var namesChild = false

    /// A kind, and the words that say it.
    private struct NamedKind {
        let kind: Kind
        let words: String
        /// Whether the words ask for a tool.
        let isWish: Bool
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
        words = try Words(text, snapshot, lexicon)
        holder = ConditionHolder(words, ages: [])
        question.text = text
        question.corrections = words.corrections
    }

    private mutating func read() throws(SnapshotError) {
        let patterns = try Patterns(snapshot).matches(in: words.tokens)
        try words.cut(by: lexicon)
        try readNames()
        // Cut anew: names have taken their words, so that no phrase reaches into one, and patterns theirs.
        let said = chosen(patterns)
        if !question.names.isEmpty || !said.isEmpty {
            words.pieces = []
            try words.cut(by: lexicon, said)
        }
        readAges()
        let figures = question.ages.count
        holder = ConditionHolder(words, ages: question.ages, namesChild: namesChild)
        try readPieces()
        if question.asker == nil { question.asker = QuestionReader.asker(holder.speaker) }
        try readDanger(patterns)
        settleTopics()
        settleKind()
        try settleAges(figures: figures)
        settleReadings()
        try collectUnused()
    }

    /// The patterns that say more than danger, those of most words first.
    private func chosen(_ patterns: [Patterns.Match]) -> [Patterns.Match] {
        let said = patterns.filter { pattern in
            pattern.effects.contains { $0.facet != .notice && $0.facet != .unlessUnder } && !isPhrase(pattern)
        }
        return said.sorted { first, second in
            if first.tokens.count != second.tokens.count { return first.tokens.count > second.tokens.count }
            return first.tokens.lexicographicallyPrecedes(second.tokens)
        }
    }

    /// Whether a pattern is a phrase whose words stand side by side, which the phrases find as well.
    private func isPhrase(_ pattern: Patterns.Match) -> Bool {
        pattern.effects.contains { $0.facet == .notice } && pattern.tokens.count < 2
    }

    // MARK: Danger

    /// Raises the notices that patterns call for, whatever else was understood; no negation silences them. Words that are harmless together cancel what
    /// they share.
    private mutating func readDanger(_ patterns: [Patterns.Match]) throws(SnapshotError) {
        let harmless = patterns.filter { match in match.effects.contains { $0.facet == .harmless } }
        for pattern in patterns where !harmless.contains(where: { $0.overlaps(pattern.tokens) }) {
            if let limit = pattern.effects.first(where: { $0.facet == .unlessUnder })?.first, isYounger(than: limit) { continue }
            for token in pattern.tokens { words.used[token] = true }
            for effect in pattern.effects where effect.facet == .notice {
                if let notice = effect.first { add(notice: UInt32(truncatingIfNeeded: notice)) }
                // What only names the subject, such as “kindermishandeling”, has a topic too.
                if !pattern.effects.contains(where: { $0.facet == .topic }) { question.tellsOfDanger = true }
                if person(at: pattern) == .parent { question.isParentsDanger = true }
            }
        }
        if !question.notices.isEmpty, !question.isAboutWords { try addTopicsOfDanger() }
    }

    /// Whoever a pattern tells of: the nearest person in or before it, or else who says “ik”.
    private func person(at pattern: Patterns.Match) -> Person? {
        guard let last = pattern.tokens.last else { return nil }
        if let named = words.pieces.last(where: { $0.range.lowerBound <= last && $0.person != nil }) { return named.person }
        return (0...last).contains { words.isWord($0, "ik") } ? holder.speaker : nil
    }

    /// Where danger is told in words that are no topic, tools that are asked for are about that danger.
    private mutating func addTopicsOfDanger() throws(SnapshotError) {
        let topics = try snapshot.items(.topics, as: Term.self)
        for notice in question.notices {
            guard let name = try snapshot.item(.notices, at: notice, as: Notice.self).topic,
                let place = topics.firstIndex(where: { $0.id == name })
            else { continue }
            try addTopic(Analysis.concept(Int32(place)), name: name, weight: Topic.meant)
        }
    }

    /// Who asks, by what he is in the family that he tells of.
    private static func asker(_ speaker: Person?) -> Asker? {
        switch speaker {
        case .parent: .parent
        case .child: .youth
        case .descendant, .grandchild, .relative, .other, nil: nil
        }
    }

    /// Whether ages are said, and all of them are under a number of months.
    private func isYounger(than months: Int32) -> Bool {
        !question.ages.isEmpty && question.ages.allSatisfy { age in age.to.map { $0 <= months } ?? false }
    }

    // MARK: Names

    private mutating func readNames() throws(SnapshotError) {
        let words = words
        let finder = try NameFinder(snapshot)
        var found = try finder.exact(in: words) { token in
            guard let piece = words.piece(at: token) else { return true }
            return piece.has(.filler) || piece.has(.kind)
        }
        if found.isEmpty, let near = try finder.misspelt(in: words, isStrange: try strangeTokens(), isBesides: isBesides) {
            found = [near]
        }
        for name in found {
            if let negation = negation(before: name.range.lowerBound) {
                question.excluded.names += name.tools
                for token in negation..<name.range.upperBound { self.words.used[token] = true }
                note(name.range, "niet", try firstNames(of: name.tools))
                continue
            }
            for tool in name.tools where !question.names.contains(tool) { question.names.append(tool) }
            for token in name.range {
                // “Migrantenvaders” is a word of a name, and still says which families are meant.
                let saysMore = name.isPart && words.piece(at: token)?.isPrefix ?? false
                self.words.used[token] = !saysMore
            }
            let names = try firstNames(of: name.tools)
            note(name.range, "middel", names, corrected: name.distance > 0 ? names : nil)
        }
    }

    /// Where a negation begins that holds for a token: with nothing but words without meaning, people and “voor” in between.
    private func negation(before token: Int) -> Int? {
        var index = token
        while index > 0, words.follows(index), token - index < 4 {
            index -= 1
            guard let piece = words.piece(at: index) else { return nil }
            if piece.has(.negation) { return piece.range.lowerBound }
            guard piece.isLink || piece.person != nil || piece.has(.aimedAt) else { return nil }
        }
        return nil
    }

    /// The tokens that may be a mistyped name, or part of one: words that are neither Dutch nor in the vocabulary.
    private func strangeTokens() throws(SnapshotError) -> [Bool] {
        let dutch = try DutchWords(snapshot)
        var strange: [Bool] = []
        for token in words.tokens.indices {
            let isPlain = words.piece(at: token)?.isWhole ?? false || !words.tokens[token].isWord
            strange.append(isPlain ? false : try dutch.sort(of: words.tokens[token].folded) == nil)
        }
        return strange
    }

    /// Whether something is asked besides some tokens.
    private func isBesides(_ range: Range<Int>) -> Bool { words.pieces.contains { !range.overlaps($0.range) && !$0.has(.filler) } }

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
            namesChild = namesChild || found.namesChild
            if found.isRelatives {
                note(found.range, "leeftijd van een ander", "gebruikt niet de leeftijd van het kind")
            } else if found.isParents {
                note(found.range, "leeftijd van de ouder", "gebruikt niet de leeftijd van het kind")
            } else if let negation = negation(before: found.range.lowerBound) {
                question.excluded.ages.append(found.age)
                for token in negation..<found.range.upperBound { words.used[token] = true }
                note(found.range, "niet", AgeText.text(found.age))
            } else {
                question.ages.append(found.age)
            }
        }
    }

    /// A phase of life beside a figure that touches it says nothing more: “peuter van 2”, “baby 0-1”.
    private mutating func settleAges(figures: Int) throws(SnapshotError) {
        let ages = question.ages
        for place in ages.indices.reversed() {
            let isImplied = place >= figures && ages[..<figures].contains { $0.overlap(ages[place]) > 0 || $0.to == ages[place].from }
            let isRepeated = ages[..<place].contains { $0.from == ages[place].from && $0.to == ages[place].to }
            let isNumber = try isNumberOfGroup(ages[place])
            if isImplied || isRepeated || isNumber { question.ages.remove(at: place) }
        }
        try dropGroupOfAge()
        for place in question.ages.indices {
            let stated = question.ages[place].stated
            question.readings.append(Reading(words: stated, facet: "leeftijd", value: AgeText.text(question.ages[place])))
        }
    }

    /// A group that an age names, such as who turns 18, is none of a child that is years younger.
    private mutating func dropGroupOfAge() throws(SnapshotError) {
        guard !question.ages.isEmpty else { return }
        let groups = question.allGroups
        for place in UInt64(0)..<60 where groups >> place & 1 == 1 {
            let group = try snapshot.item(.groupTerms, at: UInt32(place), as: Term.self)
            guard let years = Tokenizer.tokens(group.id).first?.twelfths else { continue }
            guard question.ages.allSatisfy({ age in age.to.map { $0 <= years - QuestionReader.yearsBefore * 12 } ?? false }) else {
                continue
            }
            question.asked[.group] &= ~(1 << place)
            question.implied[.group] &= ~(1 << place)
            question.readings.removeAll { $0.facet == "doelgroep" && $0.value == group.name }
        }
    }

    /// How long before an age the group that is named after it begins.
    private static let yearsBefore: Int32 = 4

    /// The number that a target group is named after is no age when the question names the group.
    private func isNumberOfGroup(_ age: AgeRange) throws(SnapshotError) -> Bool {
        for group in try snapshot.terms(question[.group], of: .groupTerms) {
            guard let years = Tokenizer.tokens(group.id).first?.twelfths else { continue }
            if age.from == years, age.to == years + 12 || age.to == nil { return true }
        }
        return false
    }

    // MARK: Phrases

    private mutating func readPieces() throws(SnapshotError) {
        var scope: Negation?
        for (place, piece) in words.pieces.enumerated() {
            if words.used[piece.range.lowerBound] { continue }
            if piece.has(.negation) {
                scope = Negation(words, piece)
                continue
            }
            if scope != nil, ends(scope, at: place) { scope = nil }
            noteBesideParenting(piece)
            guard var negation = scope else {
                try piece.effects.isEmpty ? readPlain(piece, at: place) : read(piece, at: place)
                continue
            }
            if piece.effects.isEmpty {
                if negation.keepsTopics { try readPlain(piece, at: place) }
                scope = nil
            } else if negation.excludes(piece) {
                try exclude(piece)
                negation.excluded = piece.has(.filler) ? negation.excluded : place
                negation.left -= 1
                scope = negation.left > 0 && (piece.has(.filler) || negation.excluded != nil) ? negation : nil
            } else {
                scope = nil
                try read(piece, at: place)
            }
        }
    }

    /// What a “niet” or “geen” holds for.
    private struct Negation {
        /// How many words it may still reach over.
        var left: Int
        /// Whether it only denies: “hij is niet gehecht”, “zonder netwerk” are about that all the same.
        let keepsTopics: Bool
        /// A bare “niet” turns people and ages away only when it stands right before them: “ik weet niet wat mijn peuter heeft”.
        let isBare: Bool
        /// The last piece that was turned away.
        var excluded: Int?

        init(_ words: Words, _ piece: Piece) {
            isBare = piece.range.count == 1 && words.isWord(piece.range.lowerBound, in: ["niet", "nooit", "nie"])
            keepsTopics = isBare || words.isWord(piece.range.lowerBound, in: ["zonder", "geen"])
            left = isBare ? 3 : 5
        }

        func excludes(_ piece: Piece) -> Bool {
            if piece.isTopic { return !keepsTopics }
            if isBare, left < 3, piece.has(.age) || piece.person != nil { return false }
            return true
        }
    }

    /// Whether the scope of a negation ends before a piece: at a comma, at “maar”, at somebody who does something, or behind what it turned away, unless
    /// “of” or “en” adds more of the same: “geen app of groep”.
    private func ends(_ scope: Negation?, at place: Int) -> Bool {
        let piece = words.pieces[place]
        let token = piece.range.lowerBound
        if !words.follows(token) || words.isWord(token, in: ["maar", "wel", "want", "omdat", "dat"]) { return true }
        if let excluded = scope?.excluded {
            if words.isWord(token, in: ["of", "en", "noch"]) { return false }
            return !(place == excluded + 2 && piece.isOf(words.pieces[excluded]))
        }
        return piece.person != nil && !piece.has(.age) && !piece.has(.aimedAt)
    }

    /// Keeps what is spoken of, but is nothing that the guideline's tables name.
    private mutating func noteBesideParenting(_ piece: Piece) {
        let isSpokenOf = piece.has(.topic) || piece.has(.condition) || piece.has(.targetGroup)
        if isSpokenOf, !piece.has(.parenting), !piece.has(.notice), !piece.has(.age), piece.person == nil {
            question.besideParenting.append(words.text(of: piece.range))
        }
    }

    private mutating func read(_ piece: Piece, at place: Int) throws(SnapshotError) {
        let typed = words.text(of: piece)
        let match = piece.match
        let makesGroup = try makesGroup(piece, at: place)
        var isTopic = false
        for effect in piece.effects {
            let value = effect.first ?? 0
            switch effect.facet {
            case .kind:
                guard let kind = Kind(rawValue: UInt32(truncatingIfNeeded: value)) else { break }
                let named = NamedKind(kind: kind, words: typed, isWish: piece.has(.wish))
                if effect.second == 1 { leanings.append(named) } else { namedKinds.append(named) }
            case .targetGroup: try add(value, to: .group, typed, match, isImplied: effect.second == 1)
            case .condition: try addCondition(value, piece: piece, at: place, typed, match)
            case .age:
                question.ages.append(AgeRange(from: effect.first, to: effect.second, stated: typed))
            case .aimedAt: try add(value, to: .aimedAt, typed, match)
            case .form: try add(value, to: .form, typed, match)
            case .setting: try add(value, to: .setting, typed, match)
            case .population: question[.population] |= 1 << UInt64(value)
            case .levels:
                question[.level] |= UInt64(UInt32(bitPattern: value)) | UInt64(UInt32(bitPattern: effect.second ?? 0)) << 32
                question.readings.append(Reading(words: typed, facet: Facet.level.name, value: typed, match: match))
            case .topic:
                let weight = makesGroup ? Topic.aside : isTopic ? Topic.near : Topic.meant
                try addTopic(Analysis.concept(value), name: topic(value), weight: weight)
                isTopic = true
            case .scope:
                let scope = UInt32(truncatingIfNeeded: value)
                if !question.scopes.contains(scope) { question.scopes.append(scope) }
            case .asker:
                if question.asker == nil { question.asker = Asker(rawValue: UInt32(truncatingIfNeeded: value)) }
            case .wish: question.wantsTools = true
            case .signals: question.wantsSignals = true
            case .parenting:
                let subject = UInt32(truncatingIfNeeded: value)
                if !question.parenting.contains(subject) { question.parenting.append(subject) }
            case .person, .negation, .filler, .countable, .number, .notice, .harmless, .unlessUnder, .adjective: break
            }
        }
        // An age word says no more than its figures do.
        if !(piece.has(.filler) || piece.has(.wish) || piece.has(.age)) { try addContext(piece) }
        if piece.isPrefix { try readHead(of: piece, at: place) }
        // The word itself counts a little beside what it stands for.
        let carries =
            isTopic || piece.has(.form) || piece.has(.setting) || piece.has(.aimedAt) || piece.has(.condition) || piece.has(.targetGroup)
        // What only a parent would ask is looked for in the catalogue's texts like any other word.
        let isPlain = piece.effects.allSatisfy { $0.facet == .parenting }
        if carries || isPlain, piece.range.count == 1, !piece.isPrefix || isTopic, words.tokens[piece.range.lowerBound].isWord {
            try addTopic(words.keys[piece.range.lowerBound], name: typed, weight: isPlain ? Topic.plain : Topic.aside)
        }
    }

    /// Adds a term of a facet.
    private mutating func add(
        _ term: Int32, to facet: Facet, _ typed: String, _ match: Reading.Match, isImplied: Bool = false
    ) throws(SnapshotError) {
        guard case .terms(let list) = facet.definition.list else { return }
        let value = try snapshot.item(list, at: UInt32(bitPattern: term), as: Term.self).name
        if isImplied { question.implied[facet] |= 1 << UInt64(term) } else { question[facet] |= 1 << UInt64(term) }
        question.readings.append(Reading(words: typed, facet: facet.name, value: value, match: isImplied ? .implied : match))
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

    private mutating func note(_ range: Range<Int>, _ facet: String, _ value: String, corrected: String? = nil) {
        let match: Reading.Match = corrected == nil ? .exact : .corrected
        question.readings.append(Reading(words: words.text(of: range), facet: facet, value: value, match: match, corrected: corrected))
    }

    private mutating func addTopic(_ term: [UInt8], name: String, weight: UInt32) throws(SnapshotError) {
        guard try index.find(term) != nil, !question.topics.contains(where: { $0.term == term }) else { return }
        question.topics.append(Topic(term: term, name: name, weight: weight))
    }

    private mutating func addContext(_ piece: Piece) throws(SnapshotError) {
        for token in piece.range where words.tokens[token].isWord {
            let term = words.keys[token]
            if !question.context.contains(term), try index.find(term) != nil { question.context.append(term) }
        }
    }

    // MARK: Conditions

    /// A condition makes a target group when the right person has it.
    private mutating func addCondition(
        _ value: Int32, piece: Piece, at place: Int, _ typed: String, _ match: Reading.Match
    ) throws(SnapshotError) {
        let condition = try condition(value)
        let holder = holder.holder(of: piece, at: place)
        let groups = condition.groups(of: holder)
        // A condition is told, not the group named: it lifts the group's tools and shuts no others out.
        for group in groups { try add(Int32(bitPattern: group), to: .group, typed, match, isImplied: true) }
        if holder != .parent, groups.isEmpty, let note = condition.childNote, !question.notes.contains(note) {
            question.notes.append(note)
        }
    }

    /// Whether a piece chooses a target group, so that what it is about has been used.
    private func makesGroup(_ piece: Piece, at place: Int) throws(SnapshotError) -> Bool {
        if piece.has(.targetGroup) { return true }
        guard let value = piece.value(.condition) else { return false }
        return try !condition(value).groups(of: holder.holder(of: piece, at: place)).isEmpty
    }

    // MARK: Other words

    /// A word that no phrase holds: a word of the catalogue's texts, or a compound.
    private mutating func readPlain(_ piece: Piece, at place: Int) throws(SnapshotError) {
        let token = piece.range.lowerBound
        let word = words.tokens[token].folded
        guard words.tokens[token].isWord, word.count > 1, try DutchWords(snapshot).sort(of: word) != .other else { return }
        if try index.find(words.keys[token]) != nil {
            try addTopic(words.keys[token], name: words.text(of: piece.range), weight: Topic.plain)
            question.besideParenting.append(words.text(of: piece.range))
            words.used[token] = true
        } else {
            try readParts(of: piece, at: place)
        }
    }

    /// Of a word that begins like one of ours, the end may say what kind of tool it is: *trauma·screening*.
    private mutating func readHead(of piece: Piece, at place: Int) throws(SnapshotError) {
        let word = words.tokens[piece.range.lowerBound].folded
        guard piece.range.count == 1, word.count >= 8, !piece.has(.kind) else { return }
        for cut in 4...(word.count - 4) {
            let head = try lexicon.effects(ofWritten: Array(word[cut...]))?.filter { $0.facet == .kind || $0.facet == .form } ?? []
            guard head.contains(where: { $0.facet == .kind }) else { continue }
            return try read(Piece(range: piece.range, effects: head, match: .compound), at: place)
        }
    }

    /// The parts of a compound mean what they mean by themselves, *migratie·gezin*; its head says what it is, so that only the head has a kind and a form.
    private mutating func readParts(of piece: Piece, at place: Int) throws(SnapshotError) {
        let token = piece.range.lowerBound
        let word = words.tokens[token].folded
        let parts = try Compound.parts(of: word) { (part) throws(SnapshotError) in
            if let effects = try lexicon.effects(ofWritten: part) {
                // “Migratiegezin”: a noun that carries nothing can be a head; “over” and “onder” are no part of a compound.
                let isNoun = part.count >= 5 && word.suffix(part.count).elementsEqual(part)
                return isNoun || !effects.contains { $0.facet == .filler || $0.facet == .negation }
            }
            return try index.find(Stemmer.stem(part)) != nil
        }
        guard let parts else { return }
        var all: [Effect] = []
        for (part, isHead) in [(parts.modifier, false), (parts.head, true)] {
            let effects = try lexicon.effects(ofWritten: part)?.filter { isHead || $0.facet != .kind && $0.facet != .form } ?? []
            all += effects
            if effects.isEmpty {
                try addTopic(Stemmer.stem(part), name: words.text(of: piece.range), weight: Topic.plain)
            } else {
                try read(Piece(range: piece.range, effects: effects, match: .compound), at: place)
            }
        }
        noteBesideParenting(Piece(range: piece.range, effects: all))
        words.used[token] = true
    }

    private mutating func exclude(_ piece: Piece) throws(SnapshotError) {
        let typed = words.text(of: piece)
        // “Geen huisbezoek” turns away the form, not all of the kind that the word leans to.
        let isKind = !(piece.has(.targetGroup) || piece.has(.aimedAt) || piece.has(.form) || piece.has(.setting))
        var isUnderstood = false
        for effect in piece.effects {
            if effect.facet == .scope, let scope = effect.first {
                if !question.scopes.contains(UInt32(scope)) { question.scopes.append(UInt32(scope)) }
                isUnderstood = true
                continue
            }
            if effect.facet == .age {
                question.excluded.ages.append(AgeRange(from: effect.first, to: effect.second, stated: typed))
                isUnderstood = true
                continue
            }
            guard let value = effect.first, value >= 0 else { continue }
            if effect.facet == .topic {
                question.excluded.topics.append(Analysis.concept(value))
                isUnderstood = true
            }
            guard value < 60 else { continue }
            if effect.facet == .kind {
                guard isKind, effect.second != 1 else { continue }
                question.excluded[.kind] = Kind(rawValue: UInt32(value))?.bit ?? 0
            } else if let facet = Facet(effect.facet), facet.definition.option != nil {
                question.excluded[facet] |= 1 << UInt64(value)
            } else {
                continue
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
        var voices = namedKinds.isEmpty ? leanings : namedKinds
        // Where words lean both ways, a wish says what is asked for.
        if namedKinds.isEmpty, voices.contains(where: { $0.kind != voices[0].kind }) { voices.removeAll { !$0.isWish } }
        guard let first = voices.first?.kind, !voices.contains(where: { $0.kind != first }) else { return }
        // What the catalogue does not know is the need, and the rest of the words belong to that.
        if namedKinds.isEmpty, question.isOnlyOutside { return }
        if namedKinds.isEmpty { question.implied[.kind] = first.bit } else { question[.kind] = first.bit }
        let match: Reading.Match = question.kindIsImplied ? .implied : .exact
        question.readings.insert(
            contentsOf: voices.map { Reading(words: $0.words, facet: "soort", value: first.name, match: match) }, at: 0)
    }

    /// Beside a group or a topic of the vocabulary, other words count little: most of a sentence is not what it is about.
    private mutating func settleTopics() {
        let isUnderstood = question.allGroups != 0 || question.topics.contains { $0.weight > Topic.plain }
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

    /// What the same words say twice is told once; and of mistyped words, as what they were read.
    private mutating func settleReadings() {
        var told: [Reading] = []
        for var reading in question.readings {
            if reading.corrected == nil, let corrected = words.corrected(reading.words) {
                reading.match = .corrected
                reading.corrected = corrected
            }
            if !told.contains(reading) { told.append(reading) }
        }
        question.readings = told
    }
}
