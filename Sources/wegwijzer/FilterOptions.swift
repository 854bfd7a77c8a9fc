import Catalog
import Options
import Search

/// The options that say what is wanted and what is not; they override the words of a question.
enum FilterOptions {
    private static let kinds = Completion.words(Kind.allCases.map { $0.id })

    static var all: [Option] {
        [
            Option("soort", .text("SOORT"), completes: kinds, repeats: true, help: "Alleen instrumenten of alleen interventies."),
            Option(
                "doelgroep", .text("DOELGROEP"), completes: .list("doelgroep"), repeats: true,
                help: "Alleen deze doelgroep, met haar id of in gewone woorden."),
            Option(
                "leeftijd", .text("LEEFTIJD"), repeats: true,
                help: "De leeftijd van het kind: 7, 4-12, 18m, \"2 jaar\", \"vanaf 8\", peuter, zwanger."),
            Option(
                "gericht-op", .text("WIE"), completes: .list("gericht-op"), repeats: true,
                help: "Op wie het zich richt."),
            Option("vorm", .text("VORM"), completes: .list("vorm"), repeats: true, help: "In welke vorm."),
            Option(
                "setting", .text("SETTING"), completes: .list("setting"), repeats: true,
                help: "Waar het gebruikt wordt."),
            Option(
                "niveau", .text("NIVEAU"), completes: .list("niveau"), repeats: true,
                help: "Alleen met dit bewijsniveau."),
            Option("niet-soort", .text("SOORT"), completes: kinds, help: "Deze soort niet."),
            Option("niet-doelgroep", .text("DOELGROEP"), completes: .list("doelgroep"), repeats: true, help: "Deze doelgroep niet."),
            Option("niet-gericht-op", .text("WIE"), completes: .list("gericht-op"), repeats: true, help: "Niet gericht op."),
            Option("niet-vorm", .text("VORM"), completes: .list("vorm"), repeats: true, help: "Deze vorm niet."),
            Option("niet-setting", .text("SETTING"), completes: .list("setting"), repeats: true, help: "Deze setting niet."),
        ]
    }

    /// Puts what the options say into a question, in place of what its words said of the same.
    static func apply(_ invocation: Invocation, to question: inout Question, _ search: Search) throws(Failure) {
        guard invocation.hasOptions else { return }
        do throws(FilterFailure) { try filters(invocation).apply(to: &question, search) } catch { throw Failure(error) }
    }

    /// What the options choose.
    static func filters(_ invocation: Invocation) -> Filters {
        Filters(Filters.names.flatMap { name in invocation.values(name).map { (name, $0) } })
    }

    /// The ages that `--leeftijd` states.
    static func ages(_ invocation: Invocation, _ search: Search) throws(Failure) -> [AgeRange] {
        do throws(FilterFailure) { return try Filters.ages(invocation.values("leeftijd"), search) } catch { throw Failure(error) }
    }
}
