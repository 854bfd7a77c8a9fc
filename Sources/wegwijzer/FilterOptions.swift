import Catalog
import Options
import Search

/// The options that say what is wanted and what is not; they override the words of a question.
enum FilterOptions {
    static var all: [Option] {
        var choosing: [Option] = []
        var refusing: [Option] = []
        for facet in Facet.choices {
            guard let option = facet.definition.option else { continue }
            choosing.append(Option(facet.id, .text(option.value), completes: .list(facet.id), repeats: true, help: option.help))
            guard let refusal = option.refusal else { continue }
            refusing.append(Option("niet-\(facet.id)", .text(option.value), completes: .list(facet.id), repeats: true, help: refusal))
        }
        let age = Option(
            "leeftijd", .text("LEEFTIJD"), repeats: true,
            help: "De leeftijd van het kind: 7, 4-12, 18m, \"2 jaar\", \"vanaf 8\", peuter, zwanger.")
        return choosing + [age] + refusing
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
