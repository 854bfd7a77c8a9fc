import Catalog
import Options
import Search

/// The options that say what is wanted and what is not; they override the words of a question.
enum FilterOptions {
    static var all: [Option] {
        var options: [Option] = []
        func add(_ name: String, _ definition: Facet.Definition, _ option: Facet.Option, _ help: String) {
            options.append(Option(name, .text(option.value), completes: .list(definition.id), repeats: true, help: help))
        }
        for facet in Facet.allCases {
            let definition = facet.definition
            if let option = definition.option { add(definition.id, definition, option, option.help) }
        }
        options.append(
            Option(
                "leeftijd", .text("LEEFTIJD"), repeats: true,
                help: "De leeftijd van het kind: 7, 4-12, 18m, \"2 jaar\", \"vanaf 8\", peuter, zwanger."))
        for facet in Facet.allCases {
            let definition = facet.definition
            if let option = definition.option, let refusal = option.refusal { add("niet-\(definition.id)", definition, option, refusal) }
        }
        return options
    }

    /// Puts what the options say into a question, in place of what its words said of the same.
    static func apply(_ invocation: Invocation, to question: inout Question, _ search: Search) throws {
        guard invocation.hasOptions else { return }
        try filters(invocation).apply(to: &question, search)
    }

    /// What the options choose.
    static func filters(_ invocation: Invocation) -> Filters {
        Filters(Filters.names.flatMap { name in invocation.values(name).map { (name, $0) } })
    }

    /// The ages that `--leeftijd` states.
    static func ages(_ invocation: Invocation, _ search: Search) throws -> [AgeRange] {
        try Filters.ages(invocation.values("leeftijd"), search)
    }
}
