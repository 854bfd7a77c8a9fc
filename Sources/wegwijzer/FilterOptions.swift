import Catalog
import Options
import Search

/// The options that say what is wanted and what is not; they override the words of a question.
enum FilterOptions {
    static var all: [Option] {
        [
            Option("soort", .choice(Kind.allCases.map { $0.id }), repeats: true, help: "Alleen instrumenten of alleen interventies."),
            Option(
                "doelgroep", .text("DOELGROEP"), completes: .list("doelgroep"), repeats: true,
                help: "Alleen deze doelgroep, bijvoorbeeld kopp-kov."),
            Option(
                "leeftijd", .text("LEEFTIJD"), repeats: true,
                help: "De leeftijd van het kind: 7, 4-12, \"18 maanden\", \"vanaf 8\"."),
            Option(
                "gericht-op", .text("WIE"), completes: .list("gericht-op"), repeats: true,
                help: "Op wie het zich richt, bijvoorbeeld ouder."),
            Option("vorm", .text("VORM"), completes: .list("vorm"), repeats: true, help: "In welke vorm, bijvoorbeeld groep."),
            Option(
                "setting", .text("SETTING"), completes: .list("setting"), repeats: true,
                help: "Waar het gebruikt wordt, bijvoorbeeld onderwijs."),
            Option(
                "niveau", .text("NIVEAU"), completes: .list("niveau"), repeats: true,
                help: "Alleen met dit bewijsniveau, bijvoorbeeld goed-onderbouwd."),
            Option("niet-soort", .choice(Kind.allCases.map { $0.id }), help: "Deze soort niet."),
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
