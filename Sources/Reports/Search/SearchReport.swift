import Catalog
import Documents
import Language
import Search
import Storage

/// An answer, as a table for people or as JSON for programs.
public struct SearchReport {
    private let answer: Answer
    /// The ids of the values that were asked for, by the key of their facet.
    private let asked: [(key: String, ids: [String])]
    private let instrumentLevels: [Term]
    private let interventionLevels: [Term]
    private let mainSource: String

    /// A report of an answer of the search that gave it.
    public init(_ answer: Answer, _ search: Search) throws(SnapshotError) {
        self.answer = answer
        let snapshot = search.snapshot
        let question = answer.question
        var asked: [(key: String, ids: [String])] = []
        for facet in Facet.allCases {
            guard let key = facet.definition.key else { continue }
            asked.append((key, try search.ids(question.asked[facet] | question.implied[facet] | question.required[facet], of: facet)))
        }
        self.asked = asked
        instrumentLevels = try snapshot.levelTerms(of: .instrument)
        interventionLevels = try snapshot.levelTerms(of: .intervention)
        mainSource = try snapshot.mainSource
    }

    private func levels(_ kind: Kind) -> [Term] {
        switch kind {
        case .instrument: instrumentLevels
        case .intervention: interventionLevels
        }
    }

    // MARK: Terminal

    /// The answer for people.
    /// - Parameters:
    ///   - width: how many columns the terminal has; nil when lines may be as long as they like.
    ///   - explains: whether to show what each place in the ranking rests on.
    public func text(width: Int?, explains: Bool) -> String {
        var text = paragraphs(width)
        for (kind, results) in resultsByKind {
            text += "\n\(kind.heading)\n\n"
            text += table(results, width: width)
            if explains { text += "\n" + scores(results, width: width) }
        }
        if !answer.results.isEmpty { text += "\n" + closing(width) }
        return text + seeAlso(width)
    }

    /// The kinds that have results, with the places of these: results are large to copy.
    private var resultsByKind: [(kind: Kind, results: [Int])] {
        Kind.allCases.map { kind in (kind, answer.results.indices.filter { answer.results[$0].tool.kind == kind }) }
            .filter { !$0.results.isEmpty }
    }

    /// The first look of a screen of 24 lines of 80 columns: what was understood, the best of each kind with why and the one thing to mind, and how to
    /// see more. Only notices and what was understood may take more lines than one.
    /// - Parameters:
    ///   - width: how many columns the terminal has.
    ///   - numbersThrough: whether the second kind's numbers go on where the first's end.
    public func firstLook(width: Int, numbersThrough: Bool = false) -> String {
        var text = paragraphs(width)
        var first = 1
        for (kind, results) in resultsByKind {
            text += "\n\(kind.heading)\n"
            let isOnly = results.count == answer.results.count
            for (place, index) in results.enumerated() {
                text += glance(answer.results[index], number: first + place, isOnly: isOnly, width: width)
            }
            if numbersThrough { first += results.count }
        }
        guard !answer.results.isEmpty else { return text + seeAlso(width) }
        let shown = answer.results.count
        let all = answer.total > shown ? "\(shown) van de \(answer.total) middelen; " : ""
        text += "\n" + cut("\(all)niveaus volgens de literatuurscan van 2022", to: width)
        let pointers = seeAlso(width)
        let lines = text.utf8.count { $0 == 0x0A } + pointers.utf8.count { $0 == 0x0A }
        return lines < SearchReport.screen ? text + pointers : text
    }

    /// The lines of a small screen, less those for the prompt and for what to type next.
    private static let screen = 22

    /// A result in two lines, or in three where there is only one kind.
    private func glance(_ result: Result, number: Int, isOnly: Bool, width: Int) -> String {
        let tool = result.tool
        let reasons = marks(result) + result.reasons.filter { !$0.hasPrefix("leeftijd") }
        let facts = [reasons.line("; "), mind(result)].filter { !$0.isEmpty }
        let lines = isOnly ? facts : [facts.line(" · ")]
        return cut("\(number). \(ToolText.name(tool)) · \(ToolText.ages(tool)) · \(level(tool))", to: width)
            + lines.map { cut("   \($0)", to: width) }.line("")
    }

    /// One line: what does not fit is left out, and that is shown.
    private func cut(_ text: String, to width: Int) -> String {
        let clean = DisplayText.clean(text)
        guard DisplayText.width(clean) > width else { return clean + "\n" }
        var kept = ""
        var room = width - 1
        for character in clean {
            room -= DisplayText.width(String(character))
            if room < 0 { break }
            kept.append(character)
        }
        return kept + "…\n"
    }

    /// What is to be read beside the tools, one line each.
    private func seeAlso(_ width: Int?) -> String {
        guard !answer.pointers.isEmpty else { return "" }
        return "\nZie ook\n" + answer.pointers.map { wrapped("- \($0.label): `\($0.destination.command)`", width) }.line("")
    }

    private func paragraphs(_ width: Int?) -> String {
        var lines = [understood(answer.question)]
        if !answer.question.unused.isEmpty { lines.append("Niet gebruikt: " + answer.question.unused.line(", ")) }
        lines += answer.notices.map { "Let op: \($0)" } + answer.gaps
        if let dropped = answer.dropped {
            lines.append("Niets gevonden dat aan alles voldoet. Zonder \(dropped) komt dit het dichtst in de buurt:")
        } else if answer.results.isEmpty {
            lines.append(nothingFound)
        }
        return lines.map { wrapped($0, width) }.line("")
    }

    /// What is said when there is no tool to show.
    private var nothingFound: String {
        if !answer.dangers.isEmpty {
            return "Zoekt u ook een instrument of interventie? Zet dat woord dan bij uw vraag."
        }
        if answer.question.isOnlyOutside {
            return "Daarom staan hier geen middelen. Noem ook een doelgroep of een onderwerp om te zoeken naar wat in de buurt komt."
        }
        if answer.question.isEmpty {
            return
                "Deze vraag bevat geen woorden waarop de catalogus zoeken kan. Noem een doelgroep, leeftijd, onderwerp of de naam van een middel."
        }
        return "Niets gevonden."
    }

    /// One line with every facet that was read, and from which words.
    private func understood(_ question: Question) -> String {
        var told: [String] = []
        for (place, reading) in question.readings.enumerated() {
            func isSame(_ other: Reading) -> Bool { other.facet == reading.facet && other.value == reading.value }
            if question.readings[..<place].contains(where: isSame) { continue }
            let words = question.readings[place...].filter { isSame($0) && $0.words != $0.value }.map { $0.words }
            let likely = reading.match == .implied ? "mogelijk " : ""
            told.append("\(likely)\(reading.facet) \(reading.value)" + (words.isEmpty ? "" : " (“\(words.line("”, “"))”)"))
        }
        var names: [String] = []
        for topic in question.topics where topic.isMain && !names.contains(topic.shownName) { names.append(topic.shownName) }
        if !names.isEmpty { told.append("onderwerp " + names.line(", ")) }
        told += question.corrections.map { "‘\($0.words)’ gelezen als ‘\($0.meant)’" }
        return "Begrepen als: " + (told.isEmpty ? "–" : told.line(" · "))
    }

    private func wrapped(_ text: String, _ width: Int?, indent: Int = 0) -> String {
        let clean = DisplayText.clean(text)
        guard let width else { return clean + "\n" }
        return DisplayText.indented(clean, width: width, first: indent, indent: indent)
    }

    private func table(_ results: [Int], width: Int?) -> String {
        var table = TextTable(columns: [
            .init(heading: "#", narrowest: 2, alignsRight: true), .init(heading: "Naam", narrowest: 12),
            .init(heading: "Leeftijd", narrowest: 8), .init(heading: "Niveau", narrowest: 11),
            .init(heading: "Uitvoerder", narrowest: 10), .init(heading: "Waarom", narrowest: 14),
        ])
        if let width, width < table.narrowest { return cards(results, width: width) }
        for (place, index) in results.enumerated() {
            let result = answer.results[index]
            let row = [
                String(place + 1), ToolText.name(result.tool), ToolText.ages(result.tool), level(result.tool),
                ToolText.administeredBy(result.tool), why(result),
            ]
            table.add(row, note: mind(result))
        }
        return table.text(width: width)
    }

    /// On a narrow screen: one tool under the other.
    private func cards(_ results: [Int], width: Int) -> String {
        let cards = results.enumerated().map { place, index in
            let result = answer.results[index]
            let lines = [
                "Leeftijd: \(ToolText.ages(result.tool))", "Niveau: \(level(result.tool))",
                "Uitvoerder: \(ToolText.administeredBy(result.tool))", why(result), mind(result),
            ].filter { !$0.isEmpty }
            return wrapped("\(place + 1). \(ToolText.name(result.tool))", width)
                + lines.map { wrapped($0, width, indent: 3) }.line("")
        }
        return cards.line("\n")
    }

    private func why(_ result: Result) -> String { (marks(result) + result.reasons).line("; ") }

    /// What to mind first of all, in a line.
    private func mind(_ result: Result) -> String { result.remarks.first.map { "Let op: \($0)" } ?? "" }

    private func isSupplementary(_ tool: Tool) -> Bool { !tool.listings.contains { $0.source == mainSource } }

    /// That a tool is not the main source's.
    private func marks(_ result: Result) -> [String] {
        (result.isNear ? ["komt in de buurt, maar voldoet niet aan alles"] : [])
            + (isSupplementary(result.tool) ? ["aanvullend: niet uit de tabellen van de kennissynthese"] : [])
    }

    /// The level for the ages that were asked for.
    private func level(_ tool: Tool) -> String {
        let name = levels(tool.kind).first { $0.id == tool.evidence.level }?.name ?? tool.evidence.level
        return ToolText.level(name, tool.evidence, forAges: answer.question.ages)
    }

    /// What each place rests on: the features that hold for some result, and the sum.
    private func scores(_ results: [Int], width: Int?) -> String {
        let features = Feature.allCases.filter { feature in results.contains { answer.results[$0].score.parts[feature] != 0 } }
        var table = TextTable(
            columns: [.init(heading: "Naam", narrowest: 12)]
                + features.map { .init(heading: $0.id, narrowest: 5, alignsRight: true) } + [
                    .init(heading: "samen", narrowest: 5, alignsRight: true)
                ])
        for index in results {
            let result = answer.results[index]
            table.add(
                [ToolText.name(result.tool)] + features.map { String(result.score.parts[$0]) } + [String(result.score.total / 1000)])
        }
        return table.text(width: width)
    }

    private func closing(_ width: Int?) -> String {
        var text = ""
        if answer.total > answer.results.count {
            text += wrapped("\(answer.results.count) van de \(answer.total) middelen getoond; --aantal N toont er meer.", width)
        }
        if let coverage = Coverage(answer.results).sentence { text += wrapped(coverage, width) }
        let exception = answer.results.contains { isSupplementary($0.tool) } ? ", behalve die van aanvullende middelen" : ""
        let advice = "`wegwijzer toon NAAM` toont alles van een middel. Niveaus volgen de literatuurscan van 2022\(exception)."
        return text + wrapped(advice, width)
    }

    // MARK: JSON

    /// The answer for programs: an interface of format 1, whose keys never change their meaning.
    /// - Parameter explains: whether to add what each place in the ranking rests on.
    public func json(explains: Bool = false) -> String { value(explains: explains).json() + "\n" }

    /// The answer for programs, not yet written.
    public var value: JSONValue { value(explains: false) }

    /// The answer for programs, not yet written.
    /// - Parameter explains: whether to add what each place in the ranking rests on.
    public func value(explains: Bool) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("format", .number(1)), ("question", question),
            ("results", .list(answer.results.enumerated().map { place, result in json(result, rank: place + 1, explains) })),
            ("total", .number(Int(answer.total))),
            ("notices", JSONValue(answer.notices + answer.gaps)), ("warnings", JSONValue(answer.warnings)),
        ]
        members.append(("seeAlso", .list(answer.pointers.map { JSONValue($0) })))
        let coverage = Coverage(answer.results)
        members.append(("areas", .object(LifeArea.allCases.map { ($0.id, .number(coverage.count($0))) })))
        if let dropped = answer.dropped { members.append(("dropped", .text(dropped))) }
        return .object(members)
    }

    private var question: JSONValue {
        let question = answer.question
        var topics: [String] = []
        for topic in question.topics where topic.isMain && !topics.contains(topic.name) { topics.append(topic.name) }
        var members: [(String, JSONValue)] = [
            ("text", .text(question.text)), ("kind", JSONValue(optional: question.kind?.id)),
            ("ages", .list(question.ages.map { JSONValue($0) })),
        ]
        members += asked.map { ($0.key, JSONValue($0.ids)) }
        members += [
            ("names", JSONValue(answer.results.filter { question.names.contains($0.index) }.map { $0.tool.id })),
            ("topics", JSONValue(topics)),
            ("unused", JSONValue(question.unused)),
            ("corrections", .list(question.corrections.map { .object([("words", .text($0.words)), ("as", .text($0.meant))]) })),
            (
                "readings",
                .list(
                    question.readings.map {
                        .object([
                            ("facet", .text($0.facet)), ("value", .text($0.value)), ("words", .text($0.words)),
                            ("match", .text($0.match.rawValue)), ("as", JSONValue(optional: $0.corrected)),
                        ])
                    })
            ),
        ]
        return .object(members)
    }

    private func json(_ result: Result, rank: Int, _ explains: Bool) -> JSONValue {
        let tool = result.tool
        var evidence: [(String, JSONValue)] = [
            ("level", .text(tool.evidence.level)), ("text", .text(level(tool))),
            ("fit", .text(tool.evidence.fit(forAges: answer.question.ages).id)), ("scope", JSONValue(tool.evidence.scope)),
            ("basis", JSONValue(tool.evidence.basis)),
        ]
        if let cotan = tool.evidence.cotan { evidence.append(("cotan", JSONValue(cotan))) }
        if let recognition = tool.evidence.recognition {
            evidence += [("recognition", .text(recognition)), ("year", JSONValue(tool.evidence.year))]
        }
        var members: [(String, JSONValue)] = [
            ("rank", .number(rank)), ("id", .text(tool.id)), ("kind", .text(tool.kind.id)), ("name", .text(tool.name)),
            ("abbreviation", JSONValue(optional: tool.abbreviation)), ("targetGroups", JSONValue(tool.targetGroups)),
            ("ages", .list(tool.ages.map { JSONValue($0, stated: $0.stated) })),
            ("administeredBy", JSONValue(tool.administeredBy)), ("evidence", .object(evidence)), ("reasons", JSONValue(result.reasons)),
            ("remarks", JSONValue(marks(result) + result.remarks)), ("near", .bool(result.isNear)),
        ]
        if explains {
            let parts = Feature.allCases.map { ($0.id, JSONValue.number(Int(result.score.parts[$0]))) }
            members.append(("score", .object(parts + [("samen", .number(Int(result.score.total / 1000)))])))
        }
        return .object(members)
    }
}

extension JSONValue {
    /// A pointer, with the command that opens it and what a page makes a link of.
    fileprivate init(_ pointer: Pointer) {
        let destination = pointer.destination
        let opens = JSONValue.object([
            ("view", .text(destination.view.id)), ("option", .text(destination.option)), ("value", .text(destination.value)),
        ])
        self = .object([("label", .text(pointer.label)), ("command", .text(destination.command)), ("opens", opens)])
    }
}

/// Parts of a tool in words, the same wherever they are shown.
enum ToolText {
    /// “Kids Coping Scale (KCS)”.
    static func name(_ tool: Tool) -> String {
        guard let abbreviation = tool.abbreviation, !tool.name.hasPrefix(abbreviation) else { return tool.name }
        return "\(tool.name) (\(abbreviation))"
    }

    /// The ages as printed, or that none is.
    static func ages(_ tool: Tool) -> String {
        tool.ages.isEmpty ? "niet vermeld" : tool.ages.map { $0.stated }.line(tool.ages.count > 2 ? ", " : " en ")
    }

    /// “goed (totaalscore, 12-17 jaar)”: a level never stands without what it holds for.
    /// - Parameters:
    ///   - name: the level's name.
    ///   - asked: the ages that were asked for, in months; for ages outside the scope there is no judgement.
    static func level(_ name: String, _ evidence: Evidence, forAges asked: [AgeRange] = []) -> String {
        guard let scope = evidence.scope else { return name }
        let ages = asked.map { AgeText.text($0) }.line(" en ")
        return switch evidence.fit(forAges: asked) {
        case .inside: "\(name) (\(scope.text))"
        case .partly: "\(name) (\(scope.text)); daarbuiten geen oordeel"
        case .outside: "geen oordeel voor \(ages) (\(name): \(scope.text))"
        }
    }

    /// Whether it is recognised, with the age of the verdict: “erkend (2017, 9 jaar geleden)”.
    /// - Parameters:
    ///   - name: what the recognition is called.
    ///   - year: the year of the day on which it is read.
    static func recognition(_ name: String, _ evidence: Evidence, in year: Int32) -> String {
        guard let given = evidence.year, let age = evidence.age(in: year) else {
            return evidence.recognition == "geldig" ? "\(name) (jaar niet vermeld)" : name
        }
        return "\(name) (\(given), \(age == 0 ? "dit jaar" : "\(age) jaar geleden"))"
    }

    /// The settings that the source prints, and those that its word for the users leaves open.
    static func settings(_ printed: [String], broad: [String]) -> String {
        guard !broad.isEmpty else { return printed.isEmpty ? "niet vermeld" : printed.line(", ") }
        let open = "uitvoerder ruim genoemd, kan ook: \(broad.line(", "))"
        return printed.isEmpty ? open : "\(printed.line(", ")); \(open)"
    }

    /// Who uses it, or that the source does not say.
    static func administeredBy(_ tool: Tool) -> String {
        tool.administeredBy.isEmpty ? "niet vermeld" : tool.administeredBy.line(", ")
    }
}
