import Catalog
import Language
import Options
import Reports
import Search

/// `samenwerken`: the click-guide to cooperation.
enum CooperationCommand {
    static var action: Action {
        Action(
            command: Command(
                "samenwerken", summary: "Wijst de weg in samenwerken: elementen voor professionals, managers en gemeenten, met projecten.",
                options: [
                    Option("voor", .choice(Audience.main.map { $0.id }), help: "Voor wie."),
                    Option("element", .text("ELEMENT"), completes: .list("element"), help: "Toont één element, met zijn nummer of naam."),
                    Option("project", .number("N", 1...1000), completes: .list("project"), help: "Toont één project."),
                    SharedOptions.documentFormat,
                ] + SharedOptions.reading,
                examples: ["wegwijzer samenwerken --voor gemeenten", "wegwijzer samenwerken --project 11"]),
            run: run)
    }

    private static func run(_ invocation: Invocation) throws -> Status {
        let search = try LoadedCatalog.load(invocation).search
        let cooperation = try search.snapshot.record(.cooperation, as: Cooperation.self)
        let view = try view(invocation, cooperation)
        let audience = invocation.value("voor").flatMap { Audience(id: $0) }
        let report = try CooperationReport(cooperation, view: view, audience: audience, search)
        try invocation.write(report)
        return .found
    }

    private static func view(_ invocation: Invocation, _ cooperation: Cooperation) throws -> CooperationView {
        if invocation.has("element"), invocation.has("project") {
            throw Failure(.usage, "--element en --project gaan niet samen; kies er één")
        }
        if let number = invocation.number("project") {
            guard let project = cooperation.project(UInt32(number)) else {
                let numbers = cooperation.projects.map { String($0.number) }.joined(separator: ", ")
                throw Failure(.usage, "project \(number) is er niet; kies uit: \(numbers)")
            }
            return .project(project)
        }
        guard let word = invocation.value("element") else { return .overview }
        guard let found = cooperation.element(called: word) else {
            let names = cooperation.elements.map { $0.id }
            throw Failure(.usage, "--element kent ‘\(word)’ niet; \(Spelling.advice(for: word, among: names))")
        }
        return .element(found)
    }
}
