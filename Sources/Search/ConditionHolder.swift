import Catalog
import Language

/// Finds out who has a condition that a question tells of: the parent, the child, or another.
///
/// In this order: the phrase says so itself (“bijstandsmoeder”) · the person that an adjective describes (“depressieve moeder”) · behind “met” the nearest
/// person before it · otherwise the subject of its clause, where in “de moeder van een leerling” the first is the subject, and “ik” whoever speaks · the person
/// right behind it, or behind “bij” or “van” · the subject of the clauses before, of the sex of “zij” or “hij” · whoever an age was said of, when nobody is
/// named.
struct ConditionHolder {
    private let words: Words
    /// Whether a child of a child is told of, so that a daughter is a parent.
    private let tellsOfGrandchild: Bool
    /// Whether exactly one age of a youth is said.
    private let hasOneAge: Bool
    /// What “ik” is in this family: a parent who tells of “mijn zoon”, a child who tells of “mijn moeder”.
    let speaker: Person?

    init(_ words: Words, ages: [AgeRange], namesChild: Bool = false) {
        self.words = words
        tellsOfGrandchild = words.tellsOfGrandchild || words.pieces.contains { $0.person == .grandchild }
        hasOneAge = namesChild || ages.count == 1 && ages[0].from.map { $0 >= 12 * 12 && ages[0].to == $0 + 12 } ?? false
        speaker = ConditionHolder.speaker(words)
    }

    private static let possessives: [StaticString] = ["mijn", "mn", "m", "onze", "ons", "me"]
    private static let entrusted = ["leerling", "lln", "client", "patient", "pupil", "student", "klas"]
    private static let determiners: [StaticString] = [
        "een", "de", "het", "haar", "zijn", "mijn", "mn", "m", "n", "hun", "onze", "ons", "dit", "dat", "die", "deze", "je", "uw", "twee",
        "drie",
    ]

    private static func speaker(_ words: Words) -> Person? {
        for piece in words.pieces {
            let first = piece.range.lowerBound
            guard let person = piece.person, words.isWord(first - 1, in: possessives) || isHad(first, words) else { continue }
            // “Mijn leerling” is no child of who speaks.
            if entrusted.contains(where: { words.holds(first, $0) }) { continue }
            switch person {
            case .child, .descendant: return .parent
            case .parent: return .child
            case .grandchild, .relative, .other: continue
            }
        }
        return nil
    }

    /// “Ik heb een dochter”, “we hebben twee zoons”
    private static func isHad(_ person: Int, _ words: Words) -> Bool {
        let verb = words.isWord(person - 1, in: ["een", "n", "twee", "drie"]) ? person - 2 : person - 1
        return words.isWord(verb, in: ["heb", "hebben"]) && words.isWord(verb - 1, in: ["ik", "wij", "we"])
    }

    /// Who has the condition that a piece tells of; nil when that cannot be told.
    func holder(of piece: Piece, at place: Int) -> Person? { find(piece, at: place).map { role(of: $0) } }

    /// What somebody is in this question: a daughter who has a child is a parent.
    private func role(of person: Person) -> Person { person == .descendant ? (tellsOfGrandchild ? .parent : .child) : person }

    private func find(_ piece: Piece, at place: Int) -> Person? {
        if let person = piece.person { return person }
        let clause = clause(around: place)
        if piece.has(.adjective), let person = described(from: place, in: clause) { return person }
        if let person = relative(before: place, in: clause) { return person }
        let before = subject(before: place, in: clause)
        if let behind = rightBehind(place, in: clause), behind == .parent || before == nil { return behind }
        if let before { return before }
        if let after = words.pieces[place..<clause.upperBound].first(where: { $0.person != nil })?.person { return after }
        if let named = meant(byPronounIn: clause.lowerBound..<place) { return named }
        if let earlier = subject(before: clause.lowerBound, in: 0..<clause.lowerBound) { return earlier }
        let isAnybodyNamed = words.pieces.contains { $0.person != nil }
        return hasOneAge && !isAnybodyNamed ? .child : nil
    }

    /// The pieces of the clause that a piece stands in.
    private func clause(around place: Int) -> Range<Int> {
        var from = place
        while from > 0, !begins(clause: from) { from -= 1 }
        var to = place + 1
        while to < words.pieces.count, !begins(clause: to) { to += 1 }
        return from..<to
    }

    private func begins(clause place: Int) -> Bool {
        let token = words.pieces[place].range.lowerBound
        switch words.tokens[token].gap {
        case .comma, .stop, .start: return true
        case .nothing, .space, .hyphen: break
        }
        if words.isWord(token, in: ["maar", "want", "omdat", "doordat", "terwijl", "waardoor", "dus"]) { return true }
        // “Moeder drinkt en vader is ziek”: a new subject begins a new clause.
        guard words.isWord(token, "en"), place + 1 < words.pieces.count else { return false }
        let next = words.pieces[(place + 1)...].first { !$0.isLink }
        return next?.person != nil && words.pieces[..<place].last { !$0.isLink }?.person == nil
    }

    /// The person that an adjective stands before, with other adjectives between them.
    private func described(from place: Int, in clause: Range<Int>) -> Person? {
        for next in words.pieces[(place + 1)..<max(place + 1, clause.upperBound)] {
            if let person = next.person { return person }
            guard next.has(.adjective) || next.isLink else { return nil }
        }
        return nil
    }

    /// The person of a relative clause that a piece stands in: “een vader die drinkt”.
    private func relative(before place: Int, in clause: Range<Int>) -> Person? {
        for index in stride(from: place - 1, to: clause.lowerBound, by: -1) {
            if words.pieces[index].person != nil { return nil }
            if words.isWord(words.pieces[index].range.lowerBound, in: ["die", "dat", "wie", "waarvan", "waarbij", "wiens", "wier"]) {
                return words.pieces[index - 1].person
            }
        }
        return nil
    }

    /// The person right behind a piece, or behind it and “bij”, “van”: “depressie bij moeder”.
    private func rightBehind(_ place: Int, in clause: Range<Int>) -> Person? {
        for piece in words.pieces[(place + 1)..<max(place + 1, clause.upperBound)] {
            if let person = piece.person { return person }
            let first = piece.range.lowerBound
            guard words.isWord(first, in: ["bij", "van", "in", "door"]) || words.isWord(first, in: ConditionHolder.determiners) else {
                return nil
            }
        }
        return nil
    }

    /// The subject before a piece: whoever speaks, the nearest person, or the one that this depends on.
    private func subject(before place: Int, in clause: Range<Int>) -> Person? {
        let before = clause.lowerBound..<max(clause.lowerBound, place)
        let nearest = words.pieces[before].lastIndex { $0.person != nil }
        if let speaker, let ik = words.pieces[before].lastIndex(where: { words.isWord($0.range.lowerBound, in: ["ik", "wij", "we"]) }),
            ik > nearest ?? -1
        {
            return speaker
        }
        guard var nearest else { return nil }
        // “Moeder van een kind met autisme”: what follows “met” belongs to the nearest.
        if isBehindWith(place, after: nearest) { return words.pieces[nearest].person }
        // “Een jongen met een moeder in een rolstoel”: what stands right behind her is hers.
        if place == nearest + 1, let link = link(before: nearest, in: clause), words.isWord(link, "met") {
            return words.pieces[nearest].person
        }
        while let other = words.pieces[clause.lowerBound..<nearest].lastIndex(where: { $0.person != nil }), joins(other, nearest) {
            nearest = other
        }
        return words.pieces[nearest].person
    }

    /// The token right before a person and its article.
    private func link(before person: Int, in clause: Range<Int>) -> Int? {
        var index = person - 1
        while index >= clause.lowerBound, isDescribing(index) { index -= 1 }
        return index >= clause.lowerBound ? words.pieces[index].range.lowerBound : nil
    }

    private func isBehindWith(_ place: Int, after person: Int) -> Bool {
        for index in stride(from: place - 1, to: person, by: -1) {
            if words.isWord(words.pieces[index].range.lowerBound, "met") { return true }
            guard words.pieces[index].isLink || words.pieces[index].has(.adjective) else { return false }
        }
        return false
    }

    /// Whether a person depends on one before: “de moeder van een leerling”, “vader van 40 met een kind”.
    private func joins(_ first: Int, _ second: Int) -> Bool {
        var index = second - 1
        while index > first, isDescribing(index) { index -= 1 }
        guard index > first, words.isWord(words.pieces[index].range.lowerBound, in: ["van", "met", "bij", "voor"]) else { return false }
        index -= 1
        while index > first,
            isDescribing(index) || isAge(index) || words.pieces[index].has(.condition)
                || words.isWord(words.pieces[index].range.lowerBound, in: ["van", "met"])
        {
            index -= 1
        }
        return index == first
    }

    /// Whether a piece is an article, a possessive or an adjective.
    private func isDescribing(_ index: Int) -> Bool {
        words.pieces[index].has(.adjective) || words.isWord(words.pieces[index].range.lowerBound, in: ConditionHolder.determiners)
    }

    private func isAge(_ index: Int) -> Bool {
        let piece = words.pieces[index]
        return piece.has(.age) || piece.has(.number) || words.used[piece.range.lowerBound]
            || words.tokens[piece.range.lowerBound].twelfths != nil
    }

    // MARK: Pronouns

    private enum Sex { case female, male }

    /// The person before a clause that its “zij”, “hij” or “die” stands for.
    private func meant(byPronounIn clause: Range<Int>) -> Person? {
        for index in clause {
            let token = words.pieces[index].range.lowerBound
            let sex: Sex?
            if words.isWord(token, in: ["zij", "ze"]) {
                sex = .female
            } else if words.isWord(token, "hij") {
                sex = .male
            } else if words.isWord(token, "die") {
                sex = nil
            } else {
                continue
            }
            return words.pieces[..<index].last { $0.person != nil && (sex == nil || self.sex(of: $0) == sex) }?.person
        }
        return nil
    }

    private static let female = ["moe", "mama", "mdr", "dochter", "zus", "oma", "vrouw", "meisje", "meid", "tante"]
    private static let male = ["va", "pap", "vdr", "zoon", "broer", "opa", "man", "jongen", "oom"]

    private func sex(of piece: Piece) -> Sex? {
        for token in piece.range {
            if ConditionHolder.female.contains(where: { words.holds(token, $0) }) { return .female }
            if ConditionHolder.male.contains(where: { words.holds(token, $0) }) { return .male }
        }
        return nil
    }
}
