import Catalog

/// Finds out who has a condition that a question tells of: the parent, the child, or another.
///
/// In this order: the phrase says so itself (“bijstandsmoeder”) · the person that an adjective describes (“depressieve moeder”) · behind “met” the nearest
/// person before it · otherwise the subject of its clause, where in “de moeder van een leerling” the first is the subject · the person right behind it, or
/// behind “bij” or “van” · the subject of the clause before · whoever an age of one year was said of, when nobody is named.
struct ConditionHolder {
    private let words: Words
    /// Whether a child of a child is told of, so that a daughter is a parent.
    private let tellsOfGrandchild: Bool
    /// Whether exactly one age of a youth is said.
    private let hasOneAge: Bool

    init(_ words: Words, ages: [AgeRange]) {
        self.words = words
        tellsOfGrandchild = words.pieces.contains { $0.person == .grandchild }
        hasOneAge = ages.count == 1 && ages[0].from.map { $0 >= 12 * 12 && ages[0].to == $0 + 12 } ?? false
    }

    /// Who has the condition that a piece tells of; nil when that cannot be told.
    func holder(of piece: Piece, at place: Int) -> Person? { find(piece, at: place).map { role(of: $0) } }

    /// What somebody is in this question: a daughter who has a child is a parent.
    private func role(of person: Person) -> Person { person == .descendant ? (tellsOfGrandchild ? .parent : .child) : person }

    private func find(_ piece: Piece, at place: Int) -> Person? {
        if let person = piece.person { return person }
        let clause = clause(around: place)
        if piece.has(.adjective), let person = described(from: place, in: clause) { return person }
        let before = subject(before: place, in: clause)
        if let behind = rightBehind(place, in: clause), behind == .parent || before == nil { return behind }
        if let before { return before }
        if let after = words.pieces[place..<clause.upperBound].first(where: { $0.person != nil })?.person { return after }
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

    /// The person right behind a piece, or behind it and “bij”, “van”: “depressie bij moeder”.
    private func rightBehind(_ place: Int, in clause: Range<Int>) -> Person? {
        var next = place + 1
        let links: [StaticString] = ["bij", "van", "een", "de", "het", "haar", "zijn", "mijn", "hun", "onze", "in", "door"]
        while next < clause.upperBound, words.isWord(words.pieces[next].range.lowerBound, in: links) { next += 1 }
        return next < clause.upperBound ? words.pieces[next].person : nil
    }

    /// The subject before a piece: the nearest person, or the one that it depends on.
    private func subject(before place: Int, in clause: Range<Int>) -> Person? {
        guard var nearest = words.pieces[clause.lowerBound..<max(clause.lowerBound, place)].lastIndex(where: { $0.person != nil })
        else { return nil }
        // “Moeder van een kind met autisme”: what follows “met” belongs to the nearest.
        if isBehindWith(place, after: nearest) { return words.pieces[nearest].person }
        while let other = words.pieces[clause.lowerBound..<nearest].lastIndex(where: { $0.person != nil }), joins(other, nearest) {
            nearest = other
        }
        return words.pieces[nearest].person
    }

    private func isBehindWith(_ place: Int, after person: Int) -> Bool {
        for index in stride(from: place - 1, to: person, by: -1) {
            if words.isWord(words.pieces[index].range.lowerBound, "met") { return true }
            guard words.pieces[index].isLink || words.pieces[index].has(.adjective) else { return false }
        }
        return false
    }

    /// Whether a person depends on one before: “de moeder van een leerling”.
    private func joins(_ first: Int, _ second: Int) -> Bool {
        guard first + 1 < second else { return false }
        var isJoined = false
        for piece in words.pieces[(first + 1)..<second] {
            if words.isWord(piece.range.lowerBound, in: ["van", "met", "bij", "voor", "en"]) {
                isJoined = isJoined || !words.isWord(piece.range.lowerBound, "en")
                continue
            }
            guard piece.isLink || piece.has(.adjective) || piece.has(.age) || piece.has(.condition) else { return false }
        }
        return isJoined
    }
}
