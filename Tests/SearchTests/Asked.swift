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
        groups = try search.snapshot.ids(question.groups | question.impliedGroups, of: .groupTerms)
        aimedAt = try search.snapshot.ids(question.aimedAt, of: .aimedAt)
        forms = try search.snapshot.ids(question.forms, of: .forms)
        settings = try search.snapshot.ids(question.settings, of: .settings)
        excludedGroups = try search.snapshot.ids(question.excluded.groups, of: .groupTerms)
        excludedForms = try search.snapshot.ids(question.excluded.forms, of: .forms)
        excludedSettings = try search.snapshot.ids(question.excluded.settings, of: .settings)
    }

    /// Nil: both kinds.
    var kind: String? { question.kind?.id }
    let groups, aimedAt, forms, settings: [String]
    let excludedGroups, excludedForms, excludedSettings: [String]

    /// In months: “48..<156”; several children after one another; empty when no age was read.
    var ages: String { question.ages.map { $0.inMonths }.joined(separator: ", ") }

    /// The levels asked for, strongest first, of the instruments and then of the interventions.
    var levels: [String] {
        get throws {
            guard let levels = question.levels else { return [] }
            return try Kind.allCases.flatMap { kind in
                try search.snapshot.levels(of: kind).enumerated().filter { levels[kind] >> UInt64($0.offset) & 1 == 1 }.map {
                    $0.element.id
                }
            }
        }
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
