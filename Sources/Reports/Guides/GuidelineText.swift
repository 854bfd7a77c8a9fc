import Catalog
import Decision
import Documents
import Language
import Parenting
import Search
import Storage

extension Document {
    /// A background with its points.
    mutating func background(_ background: Background) {
        heading("\(background.title) (\(background.place))")
        for point in background.points { item(point) }
        if let note = background.note { field("Let op", note) }
    }

    /// A phase of table 1; problems that were asked for stand first.
    mutating func phase(_ phase: DevelopmentPhase, _ answer: ParentingAnswer) {
        func list(_ problems: [Problem]) -> String {
            problems.map { $0.name + ($0.note == nil ? "" : " (benaming van 2013)") }.joined(separator: "; ")
        }
        heading("\(phase.ages.stated) (tabel 1)")
        field("Uw vraag hoort bij wat gewoon is in deze fase", list(phase.normal.filter { answer.isAsked($0) }))
        field("Uw vraag staat ook bij de voorbeelden van een ernstig probleem", list(phase.serious.filter { answer.isAsked($0) }))
        field("Gewoon in deze fase", list(phase.normal))
        field("Ernstig kan zijn, door moment, duur of hevigheid", list(phase.serious))
        field("Wat het kind leert", phase.developmentalTasks.joined(separator: "; "))
        field("Wat dit van ouders vraagt", phase.parentingTasks.joined(separator: "; "))
        field("Waar het kind opgroeit", phase.milieus.joined(separator: "; "))
        for note in phase.notes { item(note) }
    }
}

extension Search {
    /// Whether the words of a question speak of danger, so that it has a notice of where to turn.
    public func speaksOfDanger(_ question: Question) throws(SnapshotError) -> Bool { try !warnings(for: question).isEmpty }
}

extension ParentingTables {
    /// What a question is about, as subjects: what its words mean, or else the question of table 2 that is called by one of them.
    func subjects(_ question: Question) -> [String] {
        let read = subjects(at: question.parenting)
        if !read.isEmpty { return read }
        let words = question.besideParenting.map { Folding.letters($0) }
        return questions.filter { words.contains(Folding.letters($0.name)) }.map { $0.id }
    }

    /// One line that says what was understood, and what could not be used.
    func reading(of question: Question) -> String {
        var parts = question.ages.map { "leeftijd \(AgeText.text($0))" }
        let names = subjects(question).map { name(ofSubject: $0) }
        if !names.isEmpty { parts.append("onderwerp " + names.joined(separator: ", ")) }
        let unused = question.unused.isEmpty ? "" : " Niet gebruikt: \(question.unused.joined(separator: ", "))."
        let beside = besideTables(question)
        let unnamed = beside.isEmpty ? "" : " Niet in de tabellen: \(beside.joined(separator: ", "))."
        return "Begrepen als: \(parts.isEmpty ? "–" : parts.joined(separator: " · ")).\(unused)\(unnamed)"
    }

    /// Words of a question that were understood, and that the tables do not name.
    func besideTables(_ question: Question) -> [String] {
        let names = questions.map { Folding.letters($0.name) }
        return question.besideParenting.filter { !names.contains(Folding.letters($0)) }
    }

    /// A subject in the words that the vocabulary reads as that subject.
    func words(ofSubject subject: String) -> String { subject.asWords }

    /// A subject as people read it: a question by its name.
    func name(ofSubject subject: String) -> String { questions.first { $0.id == subject }?.name ?? words(ofSubject: subject) }
}

extension DevelopmentPhase {
    /// What to mind when reading its problems today, each once.
    var notes: [String] {
        var notes: [String] = []
        for problem in normal + serious {
            if let note = problem.note, !notes.contains("\(problem.name): \(note)") { notes.append("\(problem.name): \(note)") }
        }
        return notes
    }
}
