import BuiltInCatalog
import Catalog
import Search

/// A question put to the built-in catalogue, and what was understood of it, in words that a test can state.
struct Asked {
    let search: Search
    let question: Question

    init(_ text: String) throws {
        search = Search(try BuiltInCatalog.snapshot())
        question = try search.read(text)
        groups = try search.ids(question.allGroups, of: .group)
        aimedAt = try search.ids(question[.aimedAt], of: .aimedAt)
        forms = try search.ids(question[.form], of: .form)
        settings = try search.ids(question[.setting], of: .setting)
        excludedGroups = try search.ids(question.excluded[.group], of: .group)
        excludedForms = try search.ids(question.excluded[.form], of: .form)
        excludedSettings = try search.ids(question.excluded[.setting], of: .setting)
    }

    /// Nil: both kinds.
    var kind: String? { question.kind?.id }
    let groups, aimedAt, forms, settings: [String]
    let excludedGroups, excludedForms, excludedSettings: [String]

    /// In months: “48..<156”; several children after one another; empty when no age was read.
    var ages: String { question.ages.map { $0.inMonths }.joined(separator: ", ") }

    /// The levels asked for, strongest first, of the instruments and then of the interventions.
    var levels: [String] {
        get throws { try search.ids(question[.level], of: .level) }
    }

    /// Where to turn in danger.
    var notices: [String] {
        get throws {
            let notices = try search.snapshot.items(.notices, as: Notice.self)
            return question.notices.map { notices[Int($0)].id }
        }
    }

    /// What was asked that the catalogue does not know.
    var scopes: [String] {
        get throws {
            let scopes = try search.snapshot.items(.scopes, as: Scope.self)
            return question.scopes.map { scopes[Int($0)].id }
        }
    }

    /// The ids of the tools that were called by name.
    var names: [String] {
        get throws { try question.names.map { try search.snapshot.tool($0).id } }
    }

    /// The answer, with every tool that fits.
    var answer: Answer {
        get throws { try search.answer(question, limit: .max) }
    }
}

extension AgeRange {
    /// “48..<156”, “96...”, “..<60”.
    var inMonths: String {
        switch (from, to) {
        case (nil, nil): "..."
        case (nil, let to?): "..<\(to)"
        case (let from?, nil): "\(from)..."
        case (let from?, let to?): "\(from)..<\(to)"
        }
    }
}
