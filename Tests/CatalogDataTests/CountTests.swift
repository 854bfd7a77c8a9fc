import Catalog
import CatalogSource
import Foundation
import Reports
import Storage
import Testing

/// The counts that the program shows, computed from the files in another way.
@Suite("Counts")
struct CountTests {
    private let report: CountReport
    private let groups: GroupsFile
    private let info: InfoFile

    init() throws {
        let bytes = try SnapshotCompiler.compile(CatalogDirectory.load(CatalogFiles.root.path(percentEncoded: false)))
        report = try bytes.withUnsafeBytes { try CountReport(Snapshot(Bytes($0))) }
        groups = try CatalogFiles.decode("target-groups.json")
        info = try CatalogFiles.decode("catalog.json")
    }

    /// The numbers as one line, for one kind and a group, or all groups.
    private func expected(kind: String, group: String?) -> String {
        let claims = group.map { id in groups.targetGroups.first { $0.id == id }?.claims ?? [] } ?? info.claims
        let claimed = claims.first { $0.kind == kind }?.count
        let listings = CatalogFiles.tools.filter { $0.kind == kind }
            .flatMap { tool in tool.listings.map { (id: tool.id, listing: $0) } }
            .filter { group == nil || $0.listing.targetGroup == group }
        let own = listings.filter { $0.listing.source == info.mainSource }
        let pointers = own.count { $0.listing.pointer == true }
        let known = Set(CatalogFiles.tools.filter { $0.listings.contains { $0.source == info.mainSource } }.map { $0.id })
        let supplementary = Set(listings.map { $0.id }).subtracting(known).count
        return line(kind, group, claimed, own.count - pointers, pointers, Set(own.map { $0.id }).count, supplementary)
    }

    private func line(_ kind: String, _ group: String?, _ claimed: Int?, _ rows: Int, _ pointers: Int, _ tools: Int, _ others: Int)
        -> String
    {
        "\(kind) \(group ?? "all"): \(claimed.map { "\($0)" } ?? "nothing") claimed, \(rows) rows, \(pointers) pointers, \(tools) tools, \(others) others"
    }

    private var expectedLines: [String] {
        ["signalering", "interventie"].flatMap { kind in
            (groups.targetGroups.map { $0.id } + [nil]).map { expected(kind: kind, group: $0) }
        }
    }

    @Test("the report counts what the files hold, per kind and group and in all")
    func counts() {
        let lines = report.counts.map { line($0.kind.id, $0.group, $0.claimed, $0.listings, $0.pointers, $0.tools, $0.supplementary) }
        #expect(lines == expectedLines)
    }

    @Test("its JSON says the same")
    func json() throws {
        struct Output: Decodable {
            struct Count: Decodable {
                var kind: String
                var targetGroup: String?
                var claimed: Int?
                var listings: Int
                var pointers: Int
                var tools: Int
                var supplementary: Int
            }
            var format: Int
            var counts: [Count]
        }
        let output = try JSONDecoder().decode(Output.self, from: Data(report.json().utf8))
        #expect(output.format == 1)
        let lines = output.counts.map { line($0.kind, $0.targetGroup, $0.claimed, $0.listings, $0.pointers, $0.tools, $0.supplementary) }
        #expect(lines == expectedLines)
    }

    @Test("the totals are those of the report's tables")
    func totals() {
        let totals = report.counts.filter { $0.group == nil }
        #expect(totals.map { $0.claimed } == [84, 128])
        #expect(totals.map { $0.listings } == [86, 128])
        #expect(totals.map { $0.pointers } == [2, 0])
        #expect(totals.map { $0.tools } == [62, 87])
        #expect(
            totals.map { $0.supplementary } == [CatalogFiles.instruments, CatalogFiles.interventions].map { $0.count { !$0.isListed } })
    }

    @Test("for people, the difference with the source's total is written out")
    func text() {
        let text = report.text(width: nil)
        #expect(text.contains("De tekst noemt 84 signaleringsinstrumenten; tabel 1 telt 86 rijen en 2 verwijsrijen, 2 meer."))
        #expect(text.contains("De tekst noemt 128 interventies; tabel 2 telt 128 rijen, precies zoveel."))
    }
}
