import Catalog
import JSON
import Language

extension Vocabulary {
    /// Reads `vocabulary.json`; faults go to the file.
    /// - Parameter subjects: what a parenting question can be about.
    init(_ object: JSONObject, groups: [String], scales: Scales, subjects: [String]) {
        self.init()
        aimedAt = object.objects("aimedAt", required: true) { Term($0) }
        forms = object.objects("forms", required: true) { Term($0) }
        settings = object.objects("settings", required: true) { Term($0) }
        populations = object.objects("populations") { Term($0) }
        conditions = object.objects("conditions") { Condition($0, groups: groups) }
        scopes = object.objects("scopes") {
            var scope = Scope()
            scope.id = $0.text("id")
            scope.name = $0.text("name")
            scope.answer = $0.text("answer")
            return scope
        }
        notices = object.objects("notices") {
            var notice = Notice()
            notice.id = $0.text("id")
            notice.text = $0.text("text")
            notice.parent = $0.optionalText("parent")
            notice.youth = $0.optionalText("youth")
            notice.topic = $0.optionalText("topic")
            notice.checked = $0.text("checked")
            if !notice.checked.isEmpty, CalendarDate(notice.checked) == nil {
                $0.report("een datum is JJJJ-MM-DD; typ bijvoorbeeld \"2026-11-21\"", at: "checked")
            }
            return notice
        }
        classes = object.objects("classes") {
            var wordClass = WordClass()
            wordClass.id = $0.text("id")
            wordClass.words = $0.texts("words", required: true)
            return wordClass
        }
        var topics: [String] = []
        phrases = object.objects("phrases", required: true) { entry in
            var phrase = PhraseEntry()
            phrase.phrases = entry.texts("phrases", required: true)
            let before = entry.faultCount
            phrase.effects =
                entry.object("means", required: true) {
                    self.effects($0, groups: groups, scales: scales, subjects: subjects, topics: &topics)
                } ?? []
            if phrase.effects.isEmpty, entry.faultCount == before {
                entry.report("deze woorden betekenen niets; vul \"means\"", at: "means")
            }
            phrase.gap = entry.optionalNumber("gap", allowed: 0...20).map { Int32($0) }
            return phrase
        }
        self.topics = topics
        needs = object.objects("needs") {
            var need = Need()
            need.id = $0.text("id")
            need.name = $0.text("name")
            need.topics = $0.choices("topics", of: topics, required: true)
            return need
        }
    }

    /// What the keys of “means” say.
    private func effects(
        _ object: JSONObject, groups: [String], scales: Scales, subjects: [String], topics: inout [String]
    ) -> [Effect] {
        var effects: [Effect] = []
        let leans = object.flag("leans")
        if object.has("kind"), let kind = Kind(id: object.choice("kind", of: Kind.allCases.map { $0.id })) {
            effects.append(Effect(.kind, Int32(kind.rawValue), leans ? 1 : nil))
        }
        let isImplied = object.flag("implied")
        let choices: [(String, Effect.Facet, [String])] = [
            ("person", .person, Person.allCases.map { $0.id }), ("asker", .asker, Asker.allCases.map { $0.id }),
        ]
        for (key, facet, allowed) in choices where object.has(key) {
            if let place = allowed.firstIndex(of: object.choice(key, of: allowed)) { effects.append(Effect(facet, Int32(place))) }
        }
        let lists: [(String, Effect.Facet, [String])] = [
            ("targetGroup", .targetGroup, groups), ("condition", .condition, conditions.map { $0.id }),
            ("aimedAt", .aimedAt, aimedAt.map { $0.id }), ("form", .form, forms.map { $0.id }),
            ("setting", .setting, settings.map { $0.id }), ("population", .population, populations.map { $0.id }),
            ("scope", .scope, scopes.map { $0.id }),
            ("notice", .notice, notices.map { $0.id }), ("parenting", .parenting, subjects),
        ]
        for (key, facet, allowed) in lists {
            for word in object.oneOrMore(key) {
                object.check(word, isIn: allowed, at: key)
                if let index = allowed.firstIndex(of: word) {
                    effects.append(Effect(facet, Int32(index), facet == .targetGroup && isImplied ? 1 : nil))
                }
            }
        }
        if let months = object.optionalNumber("unlessUnder", allowed: 1...252) { effects.append(Effect(.unlessUnder, Int32(months))) }
        if let age = object.object(
            "age",
            { age -> AgeRange in
                AgeRange(
                    from: age.optionalNumber("from", allowed: -9...1440, null: true).map { Int32($0) },
                    to: age.optionalNumber("to", allowed: -9...1440, null: true).map { Int32($0) })
            })
        {
            effects.append(Effect(.age, age.from, age.to))
        }
        if let number = object.optionalNumber("number", allowed: 0...100) { effects.append(Effect(.number, Int32(number))) }
        effects += levels(object, scales: scales)
        for topic in object.oneOrMore("topic") {
            if !topics.contains(topic) { topics.append(topic) }
            if let index = topics.firstIndex(of: topic) { effects.append(Effect(.topic, Int32(index))) }
        }
        let flags: [(String, Effect.Facet)] = [
            ("negation", .negation), ("filler", .filler), ("signals", .signals), ("countable", .countable),
            ("harmless", .harmless), ("adjective", .adjective), ("wish", .wish),
        ]
        for (key, facet) in flags where object.flag(key) { effects.append(Effect(facet)) }
        return effects
    }

    /// Levels by name; one name may stand on both scales.
    private func levels(_ object: JSONObject, scales: Scales) -> [Effect] {
        let words = object.oneOrMore("levels")
        guard !words.isEmpty else { return [] }
        var sets: [Kind: Int32] = [:]
        let all = (scales.instruments + scales.interventions).map { $0.id }
        for word in words {
            object.check(word, isIn: all, at: "levels")
            for kind in Kind.allCases {
                if let index = scales.levels(of: kind).firstIndex(where: { $0.id == word }) {
                    sets[kind, default: 0] |= 1 << Int32(index)
                }
            }
        }
        return [Effect(.levels, sets[.instrument] ?? 0, sets[.intervention] ?? 0)]
    }
}

extension Condition {
    init(_ object: JSONObject, groups: [String]) {
        self.init()
        func indices(_ key: String) -> [UInt32] {
            object.choices(key, of: groups).compactMap { groups.firstIndex(of: $0).map { UInt32($0) } }
        }
        id = object.text("id")
        name = object.text("name")
        parent = indices("parent")
        child = indices("child")
        relative = indices("relative")
        unknown = indices("unknown")
        childNote = object.optionalText("childNote")
    }
}

extension JSONObject {
    /// One text, or a list of them.
    func oneOrMore(_ key: String) -> [String] {
        guard has(key) else {
            _ = optionalText(key)
            return []
        }
        return isList(key) ? texts(key) : [text(key)]
    }
}
