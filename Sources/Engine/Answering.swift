import Catalog
import Decision
import Documents
import Parenting
import Reports
import Search
import Storage

/// Answers a page's requests, each as the command of the same name answers in the terminal.
struct Answering {
    let search: Search
    private var snapshot: Snapshot { search.snapshot }

    func answer(_ request: Request) -> Response {
        do throws(FilterFailure) { return try respond(to: request) } catch { return Response(error) }
    }

    private func respond(to request: Request) throws(FilterFailure) -> Response {
        switch request.command {
        case "zoek": try find(request)
        case "lijst": try list(request)
        case "facetten": try facets(request)
        case "csv": try table(request)
        case "toon": try show(request)
        case "vergelijk": try compare(request)
        case "bewijs": try evidence(request)
        case "beslis": try walk(request)
        case "opvoedvraag": try parenting(request)
        case "signalen": try guide("signals", request)
        case "gesprek": try guide("conversation", request)
        case "factoren": try guide("protective-factors", request)
        case "praktijk": try guide("practice", request)
        case "samenwerken": try cooperate(request)
        default: try read { () throws(SnapshotError) in try plain(request) }
        }
    }

    /// What is asked for without filters.
    private func plain(_ request: Request) throws(SnapshotError) -> Response {
        switch request.command {
        case "lijsten": Response(try CatalogLists(search).value)
        case "bronnen": Response(try CatalogLists(search).sources)
        case "telling": Response(try CountReport(snapshot).document)
        case "uitleg": Response(try ScaleReport(search).document)
        case "achtergrond":
            Response(
                BackgroundReport(try snapshot.record(.decision, as: DecisionSchema.self)).document(request.value("naam")))
        case "domeinen": try domains(request)
        case "begrip": try terms(request)
        default: Response(.usage, "de opdracht ‘\(request.command)’ is er niet")
        }
    }

    private func read<Value>(_ work: () throws(SnapshotError) -> Value) throws(FilterFailure) -> Value {
        do throws(SnapshotError) { return try work() } catch { throw .snapshot(error) }
    }

    // MARK: Tools

    private func filters(_ request: Request) -> Filters { Filters(request.values(named: Filters.names)) }

    /// The question of a request: its words as they are read, and what its filters choose.
    private func question(_ request: Request) throws(FilterFailure) -> (words: Question, filtered: Question) {
        let words = try read { () throws(SnapshotError) in try search.read(request.words) }
        var question = words
        try filters(request).apply(to: &question, search)
        return (words, question)
    }

    private func limit(_ request: Request) -> UInt32 { request.value("aantal").flatMap { UInt32($0) } ?? 10 }

    private func find(_ request: Request) throws(FilterFailure) -> Response {
        let question = try question(request).filtered
        return try read { () throws(SnapshotError) in
            let answer = try search.answer(question, limit: limit(request))
            return Response(try SearchReport(answer, search).value, isFound: !answer.results.isEmpty && answer.dropped == nil)
        }
    }

    private func list(_ request: Request) throws(FilterFailure) -> Response {
        let question = try question(request).filtered
        return try read { () throws(SnapshotError) in
            let selection = try search.select(question)
            let answer = try search.answer(listing: selection, of: question, limit: limit(request))
            guard case .object(let members) = try SearchReport(answer, search).value else { return Response(.found, "") }
            let value = JSONValue.object(members + [("withoutAge", .number(selection.withoutAge))])
            return Response(value, isFound: !answer.results.isEmpty)
        }
    }

    private func facets(_ request: Request) throws(FilterFailure) -> Response {
        let words = try read { () throws(SnapshotError) in try search.read(request.words) }
        return Response(.object([("facets", JSONValue(try search.facets(of: words, filters(request))))]))
    }

    /// What is chosen as a table for a spreadsheet program, as `lijst --formaat csv` writes it.
    private func table(_ request: Request) throws(FilterFailure) -> Response {
        let question = try question(request).filtered
        return try read { () throws(SnapshotError) in
            let selection = request.words.utf8.isEmpty ? try search.select(question) : try search.selection(answering: question)
            let overview = try Overview(selection, of: question, title: nil, order: .name, grouping: nil, search)
            return Response(.found, overview.report(ToolColumn.all).csv(separator: ";", isPlain: false))
        }
    }

    /// The tool with an id.
    private func tool(_ id: String) throws(FilterFailure) -> UInt32 {
        guard let index = try read({ () throws(SnapshotError) in try snapshot.index(ofTool: id) }) else {
            throw .unknown("er is geen middel ‘\(id)’")
        }
        return index
    }

    private func show(_ request: Request) throws(FilterFailure) -> Response {
        let index = try tool(request.value("middel") ?? "")
        return try read { () throws(SnapshotError) in
            let tool = try snapshot.tool(index)
            let level = try snapshot.levels(of: tool.kind).first { $0.id == tool.evidence.level }
            return Response(
                .object([
                    ("tool", JSONValue(tool, try ToolContext(search))),
                    ("level", .object([("name", .text(level?.name ?? "")), ("meaning", .text(level?.meaning ?? ""))])),
                    ("blocks", try ToolPage(tool, search).document().value),
                ]))
        }
    }

    private func compare(_ request: Request) throws(FilterFailure) -> Response {
        var tools: [UInt32] = []
        for id in request.values("middel") {
            let tool = try tool(id)
            if !tools.contains(tool) { tools.append(tool) }
        }
        guard (2...6).contains(tools.count) else { throw .unknown("kies twee tot zes verschillende middelen om te vergelijken") }
        return try read { () throws(SnapshotError) in Response(try Comparison(tools, title: nil, search).value) }
    }

    private func evidence(_ request: Request) throws(FilterFailure) -> Response {
        let question = try question(request).filtered
        let counting = request.value("tel").flatMap { EvidenceReport.Counting(rawValue: $0) } ?? .listings
        return try read { () throws(SnapshotError) in
            let report = try EvidenceReport(search.select(question), of: question, counting: counting, title: nil, search)
            return Response(report.value)
        }
    }

    // MARK: Parents' questions

    /// The words of a request, with the child's ages and a question of the guideline where they are given apart.
    private func parentsQuestion(_ request: Request) throws(FilterFailure) -> Question {
        var question = try read { () throws(SnapshotError) in try search.read(request.words) }
        let ages = try Filters.ages(request.values("leeftijd"), search)
        if !ages.isEmpty { question.ages = ages }
        if let id = request.value("vraag") {
            let subjects = try read { () throws(SnapshotError) in
                try snapshot.record(.parenting, as: ParentingTables.self).subjects
            }
            guard let place = subjects.firstIndex(of: id) else { throw .unknown("de vraag ‘\(id)’ is er niet") }
            question.parenting = [UInt32(place)]
        }
        return question
    }

    private func walk(_ request: Request) throws(FilterFailure) -> Response {
        let question = try parentsQuestion(request)
        let answers = (request.value("antwoorden") ?? "").split(separator: ",").map { String($0) }
        let (schema, tables) = try read { () throws(SnapshotError) in
            (try snapshot.record(.decision, as: DecisionSchema.self), try snapshot.record(.parenting, as: ParentingTables.self))
        }
        let isInDanger = try read { () throws(SnapshotError) in try search.speaksOfDanger(question) }
        let walk: Walk
        do throws(Walk.Failure) {
            walk = try Walk(schema, answers, isInDanger: isInDanger)
        } catch { throw .unknown("deze antwoorden passen niet bij het beslisschema") }
        return try read { () throws(SnapshotError) in
            Response(try DecisionReport(walk, about: question, tables, search).page, isFound: walk.hasEnded)
        }
    }

    private func parenting(_ request: Request) throws(FilterFailure) -> Response {
        let question = try parentsQuestion(request)
        return try read { () throws(SnapshotError) in
            let tables = try snapshot.record(.parenting, as: ParentingTables.self)
            let report = try ParentingReport(tables, question, notices: search.warnings(for: question), search)
            return Response(report.document, isFound: report.isFound)
        }
    }

    // MARK: What is to be read beside the tools

    private func guide(_ id: String, _ request: Request) throws(FilterFailure) -> Response {
        let report = try GuideReport(id, words: request.words, filters(request), with: request.value("met"), search)
        return Response(report.document, isFound: !report.isEmpty)
    }

    private func cooperate(_ request: Request) throws(FilterFailure) -> Response {
        let cooperation = try read { () throws(SnapshotError) in try snapshot.record(.cooperation, as: Cooperation.self) }
        var view = CooperationView.overview
        if let word = request.value("element") {
            guard let element = cooperation.element(called: word) else { throw .unknown("het element ‘\(word)’ is er niet") }
            view = .element(element)
        }
        if let number = request.value("project") {
            guard let project = UInt32(number).flatMap({ cooperation.project($0) }) else { throw .unknown("project \(number) is er niet") }
            view = .project(project)
        }
        let audience = request.value("voor").flatMap { Audience(id: $0) }
        return try read { () throws(SnapshotError) in
            Response(try CooperationReport(cooperation, view: view, audience: audience, search).document)
        }
    }

    private func domains(_ request: Request) throws(SnapshotError) -> Response {
        let domains = try snapshot.record(.lifeDomains, as: LifeDomains.self)
        let report = try DomainReport(domains, words: request.words, search)
        return Response(report.document, isFound: !report.isEmpty)
    }

    private func terms(_ request: Request) throws(SnapshotError) -> Response {
        let all = try snapshot.items(.glossary, as: GlossaryTerm.self)
        let terms = request.words.utf8.isEmpty ? all : GlossaryReport.terms(for: request.words, in: all)
        let groups = try GlossaryReport.groups(for: request.words, search)
        return Response(try GlossaryReport(terms, groups: groups, snapshot).document, isFound: !(terms.isEmpty && groups.isEmpty))
    }
}
