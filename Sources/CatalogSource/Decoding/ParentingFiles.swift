import Catalog
import JSON
import Parenting

extension ParentingTables {
    /// Reads `development-phases.json`; faults go to the file.
    mutating func readPhases(_ object: JSONObject, sources: [String]) {
        readPlace(object, sources: sources)
        phases = object.objects("phases", required: true) { DevelopmentPhase($0) }
        phaseRemarks = object.texts("remarks")
    }

    /// Reads `parenting-questions.json`, after the phases, whose subjects its questions name.
    mutating func readQuestions(_ object: JSONObject, sources: [String]) {
        readPlace(object, sources: sources)
        let known = subjects
        questionPhases = object.objects("phases", required: true) { QuestionPhase($0) }
        withoutFootnote = object.text("withoutFootnote")
        footnotes = object.objects("footnotes") { Footnote($0) }
        notes = object.objects("notes") { OfferNote($0) }
        let phases = questionPhases.map { $0.id }
        let numbers = footnotes.map { $0.number }
        questions = object.objects("questions", required: true) {
            ParentingQuestion($0, phases: phases, footnotes: numbers, subjects: known)
        }
        let ids = questions.map { $0.id }
        for (place, question) in questions.enumerated() {
            if ids[..<place].contains(question.id) { object.report("de vraag \"\(question.id)\" staat er twee keer in", at: "questions") }
            if let other = question.under, !ids.contains(other) { object.check(other, isIn: ids, at: "questions") }
        }
        questionRemarks = object.texts("remarks")
    }

    /// What every table says of itself: for readers of the file, and the source it is from.
    private mutating func readPlace(_ object: JSONObject, sources: [String]) {
        _ = object.text("title")
        source = object.choice("source", of: sources)
        _ = object.text("place")
    }
}

extension DevelopmentPhase {
    init(_ object: JSONObject) {
        self.init()
        id = object.text("id")
        ages = object.object("ages", required: true) { AgeRange($0) } ?? AgeRange()
        milieus = object.texts("milieus", required: true)
        developmentalTasks = object.texts("developmentalTasks", required: true)
        parentingTasks = object.texts("parentingTasks", required: true)
        normal = object.objects("normalProblems", required: true) { Problem($0) }
        serious = object.objects("seriousProblems", required: true) { Problem($0) }
    }
}

extension Problem {
    init(_ object: JSONObject) {
        self.init()
        name = object.text("name")
        subjects = object.texts("subjects", required: true)
        note = object.optionalText("note")
    }
}

extension QuestionPhase {
    init(_ object: JSONObject) {
        self.init()
        id = object.text("id")
        ages = object.object("ages", required: true) { AgeRange($0) } ?? AgeRange()
    }
}

extension ParentingQuestion {
    init(_ object: JSONObject, phases: [String], footnotes: [UInt32], subjects: [String]) {
        self.init()
        id = object.text("id")
        name = object.text("name")
        under = object.optionalText("under")
        isGeneral = object.flag("general")
        about = object.choices("about", of: subjects, required: true)
        offers = object.objects("offers", required: true) { Offer($0, phases: phases, footnotes: footnotes) }
        remark = object.optionalText("remark")
    }
}

extension Offer {
    init(_ object: JSONObject, phases: [String], footnotes: [UInt32]) {
        self.init()
        if object.has("phase") { phase = object.choice("phase", of: phases) } else { _ = object.optionalText("phase") }
        if object.has("help") {
            let stated = object.choice("help", of: [Help.prevention, .light].map { $0.id })
            help = Help.allCases.first { $0.id == stated } ?? .unstated
        } else {
            _ = object.optionalText("help")
        }
        interventions = object.objects("interventions", required: true) { Offered($0, footnotes: footnotes) }
    }
}

extension Offered {
    init(_ object: JSONObject, footnotes: [UInt32]) {
        self.init()
        tool = object.text("tool")
        stated = object.text("stated")
        footnote = object.optionalNumber("footnote", allowed: 1...100).map { Int32($0) }
        if let footnote, !footnotes.contains(UInt32(footnote)) { object.report("voetnoot \(footnote) bestaat niet", at: "footnote") }
    }
}

extension OfferNote {
    init(_ object: JSONObject) {
        self.init()
        tool = object.text("tool")
        text = object.text("text")
    }
}

extension Footnote {
    init(_ object: JSONObject) {
        self.init()
        number = UInt32(object.number("number", allowed: 1...100))
        verdict = object.text("verdict")
    }
}
