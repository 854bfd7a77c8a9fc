import Catalog
import Documents
import Storage

/// How often the catalogue uses its references and web addresses, for those who keep it.
public struct ReferenceReport {
    /// A web address, and what leads there.
    private struct Address {
        let url: String
        var titles: [String] = []
        /// Ids of tools and references, and numbers of projects.
        var users: [String] = []
    }

    private let uses: SourceUses
    private let addresses: [Address]

    /// The references and links of a snapshot.
    public init(_ snapshot: Snapshot) throws(SnapshotError) {
        uses = try SourceUses(snapshot)
        addresses = ReferenceReport.addresses(uses)
    }

    private static func addresses(_ uses: SourceUses) -> [Address] {
        var addresses: [Address] = []
        var places: [String: Int] = [:]
        func add(_ url: String, _ title: String?, _ user: String) {
            let place = places[url] ?? addresses.count
            if place == addresses.count { addresses.append(Address(url: url)) }
            places[url] = place
            if let title, !addresses[place].titles.contains(title) { addresses[place].titles.append(title) }
            if !addresses[place].users.contains(user) { addresses[place].users.append(user) }
        }
        for tool in uses.tools { for link in tool.links { add(link.url, link.title, tool.id) } }
        for project in uses.projects { for link in project.links { add(link.url, link.title, "project \(project.number)") } }
        for reference in uses.references { if let url = reference.url { add(url, nil, reference.id) } }
        return addresses
    }

    /// The day of the catalogue, as YYYY-MM-DD.
    public var date: String { uses.info.date }

    /// References by how many tools cite them, and then the addresses.
    public func table(title: String?) -> TabularReport {
        let columns: [Table.Column] = [
            .init(id: "bron", heading: "Bron", width: 30, narrowest: 12), .init(id: "wat", heading: "Wat", width: 60, narrowest: 16),
            .init(id: "keer", heading: "Keer", width: 6, narrowest: 4, isNumber: true),
            .init(id: "waar", heading: "Waar", width: 40, narrowest: 12),
        ]
        let cited = uses.references.map { ($0, uses.citing($0).map { $0.tool.id }) }
        func rows(_ isWanted: (Int) -> Bool) -> [[Cell]] {
            cited.filter { isWanted($0.1.count) }.map { reference, tools in
                [.text(reference.id), .text(reference.citation), .number(tools.count), ReferenceReport.cell(tools)]
            }
        }
        let links = addresses.map { address in
            [
                ReferenceReport.cell(address.titles), Cell.link(title: address.url, url: address.url), .number(address.users.count),
                ReferenceReport.cell(address.users),
            ]
        }
        let tables = [
            ("Verwijzingen die geen middel noemt", rows { $0 == 0 }), ("Verwijzingen die één middel noemt", rows { $0 == 1 }),
            ("Verwijzingen die meer middelen noemen", rows { $0 > 1 }), ("Webadressen", links),
        ]
        return TabularReport(
            title: title ?? "Verwijzingen en webadressen",
            facts: tables.map { ($0, String($1.count)) } + [("Catalogus", "versie \(uses.info.version), \(uses.info.date)")],
            tables: tables.filter { !$1.isEmpty }.map { Table(title: $0, columns: columns, rows: $1) },
            explanation: [
                "Keer: bij een verwijzing het aantal middelen dat haar noemt, bij een webadres het aantal middelen, projecten en verwijzingen.",
                "De webadressen zijn hier niet bezocht: of zij nog bestaan, staat er niet bij.",
            ], sources: [])
    }

    private static func cell(_ texts: [String]) -> Cell { texts.isEmpty ? .empty : .text(texts.joined(separator: ", ")) }

    /// The references and links for programs.
    public func json() -> String {
        let references = uses.references.map { reference in
            let tools = uses.citing(reference).map { $0.tool.id }
            return JSONValue.object([
                ("id", .text(reference.id)), ("citation", .text(reference.citation)), ("url", JSONValue(optional: reference.url)),
                ("count", .number(tools.count)), ("tools", JSONValue(tools)),
            ])
        }
        let links = addresses.map { address in
            JSONValue.object([("url", .text(address.url)), ("titles", JSONValue(address.titles)), ("usedBy", JSONValue(address.users))])
        }
        return JSONValue.object([("format", .number(1)), ("references", .list(references)), ("links", .list(links))]).json() + "\n"
    }
}
