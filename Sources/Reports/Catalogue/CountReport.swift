import Catalog
import Documents
import Search
import Storage

/// How many tools there are, against what the source says it found.
public struct CountReport {
    /// The numbers of one kind and one group.
    public struct Count: Sendable {
        /// The kind that is counted.
        public var kind = Kind.instrument
        /// Nil for the totals.
        public var group: String?
        /// What the text of the source says; nil when it says nothing.
        public var claimed: Int?
        /// Rows of the table without pointer rows.
        public var listings = 0
        /// Rows under “no method selected for this group”.
        public var pointers = 0
        /// Distinct tools, pointer rows included.
        public var tools = 0
        /// Tools that no row of the main source lists.
        public var supplementary = 0
    }

    /// One for each kind and group; the totals of a kind stand after its groups.
    public let counts: [Count]
    private let info: CatalogInfo
    private let groups: [TargetGroup]

    /// Counts what a snapshot holds.
    public init(_ snapshot: Snapshot) throws(SnapshotError) {
        info = try snapshot.record(.info, as: CatalogInfo.self)
        groups = try snapshot.items(.targetGroups, as: TargetGroup.self)
        let tools = try snapshot.tools()
        var counts: [Count] = []
        for kind in Kind.allCases {
            let own = tools.filter { $0.kind == kind }
            for group in groups {
                let claimed = group.claims.first { $0.kind == kind }.map { Int($0.count) }
                counts.append(CountReport.count(own, kind, group.id, claimed, info.mainSource))
            }
            let claimed = info.claims.first { $0.kind == kind }.map { Int($0.count) }
            counts.append(CountReport.count(own, kind, nil, claimed, info.mainSource))
        }
        self.counts = counts
    }

    private static func count(_ tools: [Tool], _ kind: Kind, _ group: String?, _ claimed: Int?, _ source: String) -> Count {
        var count = Count(kind: kind, group: group, claimed: claimed)
        for tool in tools {
            let own = tool.listings.filter { $0.source == source && (group == nil || $0.targetGroup == group) }
            count.listings += own.count { !$0.pointer }
            count.pointers += own.count { $0.pointer }
            if !own.isEmpty { count.tools += 1 }
            let isSupplementary = !tool.listings.contains { $0.source == source }
            if isSupplementary, group == nil || tool.targetGroups.contains(group ?? "") { count.supplementary += 1 }
        }
        return count
    }

    /// The counts for people.
    /// - Parameter width: how many columns the terminal has; nil when lines may be as long as they like.
    public func text(width: Int?) -> String {
        var text = ""
        for kind in Kind.allCases {
            text += "\(kind.heading) (tabel \(kind == .instrument ? 1 : 2))\n\n"
            var table = TextTable(columns: [
                .init(heading: "Doelgroep", narrowest: 8), .init(heading: "volgens de tekst", narrowest: 8, alignsRight: true),
                .init(heading: "rijen in de tabel", narrowest: 6, alignsRight: true),
                .init(heading: "verwijsrijen", narrowest: 6, alignsRight: true),
                .init(heading: "middelen", narrowest: 8, alignsRight: true),
                .init(heading: "aanvullend", narrowest: 6, alignsRight: true),
            ])
            for count in counts where count.kind == kind {
                let name = groups.first { $0.id == count.group }?.short ?? "totaal"
                table.add([
                    name, count.claimed.map { String($0) } ?? "niet vermeld", String(count.listings), String(count.pointers),
                    String(count.tools),
                    String(count.supplementary),
                ])
            }
            text += table.text(width: width) + "\n" + Document(paragraph: comparison(kind)).text(width: width)
        }
        text += "Wat opviel in de bron\n"
        var page = Document()
        for note in notes { page.item(note) }
        return text + page.text(width: width)
    }

    /// A sentence that compares the source's total with the count.
    private func comparison(_ kind: Kind) -> String {
        guard let total = counts.first(where: { $0.kind == kind && $0.group == nil }), let claimed = total.claimed else { return "" }
        let difference = total.listings - claimed
        let pointers = total.pointers > 0 ? " en \(total.pointers) verwijsrijen" : ""
        var sentence =
            "De tekst noemt \(claimed) \(kind.plural); tabel \(kind == .instrument ? 1 : 2) telt \(total.listings) rijen\(pointers)"
        sentence += difference == 0 ? ", precies zoveel." : ", \(abs(difference)) \(difference > 0 ? "meer" : "minder")."
        sentence +=
            " Dat zijn \(total.tools) verschillende middelen: een middel dat bij meer doelgroepen staat, telt in de tabel meer keer."
        return sentence
    }

    /// The counts as a page.
    public var document: Document {
        var page = Document()
        for kind in Kind.allCases {
            page.heading("\(kind.heading) (tabel \(kind == .instrument ? 1 : 2))")
            page.paragraph(comparison(kind))
            for count in counts where count.kind == kind {
                let claimed = count.claimed.map { String($0) } ?? "geen aantal"
                page.field(
                    groups.first { $0.id == count.group }?.short ?? "totaal",
                    "de tekst noemt \(claimed); \(count.listings) rijen en \(count.pointers) verwijsrijen in de tabel, \(count.tools) middelen; aanvullend \(count.supplementary)"
                )
            }
        }
        page.section("Wat opviel in de bron", notes)
        return page
    }

    private var notes: [String] { info.remarks + groups.flatMap { group in group.remarks.map { "\(group.short): \($0)" } } }

    /// The counts for programs.
    public func json() -> String {
        let items = counts.map { count in
            JSONValue.object([
                ("kind", .text(count.kind.id)), ("targetGroup", JSONValue(optional: count.group)),
                ("claimed", count.claimed.map { .number($0) } ?? .null), ("listings", .number(count.listings)),
                ("pointers", .number(count.pointers)), ("tools", .number(count.tools)), ("supplementary", .number(count.supplementary)),
            ])
        }
        return JSONValue.object([("format", .number(1)), ("counts", .list(items))]).json() + "\n"
    }
}
