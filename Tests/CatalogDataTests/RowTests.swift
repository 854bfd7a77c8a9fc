import Testing

/// The rows of one target group in one table of the report's bijlage 1, counted by hand in the report.
struct TablePart: Sendable, CustomTestStringConvertible {
    var table: Int
    var group: String
    var rows: Int
    /// Rows under “no relevant method selected”, which point to another tool.
    var pointers = 0

    var testDescription: String { "tabel \(table), \(group)" }

    static let instruments = [
        TablePart(table: 1, group: "kopp-kov", rows: 24), TablePart(table: 1, group: "kvbo", rows: 7),
        TablePart(table: 1, group: "18-jaar", rows: 2), TablePart(table: 1, group: "intergenerationeel", rows: 34),
        TablePart(table: 1, group: "armoede", rows: 11), TablePart(table: 1, group: "eenouder", rows: 0, pointers: 1),
        TablePart(table: 1, group: "mantelzorg", rows: 8), TablePart(table: 1, group: "migratie", rows: 0, pointers: 1),
    ]
    static let interventions = [
        TablePart(table: 2, group: "kopp-kov", rows: 31), TablePart(table: 2, group: "kvbo", rows: 7),
        TablePart(table: 2, group: "18-jaar", rows: 19), TablePart(table: 2, group: "intergenerationeel", rows: 26),
        TablePart(table: 2, group: "armoede", rows: 11), TablePart(table: 2, group: "eenouder", rows: 11),
        TablePart(table: 2, group: "mantelzorg", rows: 4), TablePart(table: 2, group: "migratie", rows: 19),
    ]
    static let all = instruments + interventions

    /// The pages that the table takes.
    var pages: ClosedRange<Int> { table == 1 ? 38...68 : 69...126 }
}

@Suite("Rows of the report's tables")
struct RowTests {
    @Test("as many rows as the report prints, each once", arguments: TablePart.all)
    func rows(part: TablePart) {
        let rows = CatalogFiles.rows(table: part.table, group: part.group)
        #expect(rows.map { $0.listing.row } == Array(1..<1 + part.rows + part.pointers))
        #expect(rows.count { $0.listing.pointer == true } == part.pointers)
        #expect(rows.allSatisfy { $0.listing.source == "kennissynthese-2025" })
        #expect(rows.allSatisfy { $0.tool.kind == (part.table == 1 ? "signalering" : "interventie") })
    }

    @Test("pages rise with the rows, within the pages of the table", arguments: TablePart.all)
    func pages(part: TablePart) {
        var last = part.pages.lowerBound
        for (tool, listing) in CatalogFiles.rows(table: part.table, group: part.group) {
            let end = listing.pageEnd ?? listing.page
            #expect(listing.page >= last, "\(tool.id), row \(listing.row)")
            #expect(listing.pageEnd.map { $0 > listing.page } ?? true, "\(tool.id), row \(listing.row)")
            #expect(part.pages.contains(listing.page) && part.pages.contains(end), "\(tool.id), row \(listing.row)")
            last = end
        }
    }

    @Test("one group's part begins where the part before it ends", arguments: [TablePart.instruments, TablePart.interventions])
    func order(parts: [TablePart]) {
        var last = parts.first?.pages.lowerBound ?? 0
        for part in parts {
            let rows = CatalogFiles.rows(table: part.table, group: part.group)
            // A part may begin lower on the page where the last one ended, or on top of the next one.
            #expect((last...last + 1).contains(rows.first?.listing.page ?? 0), "\(part.group)")
            last = rows.last.map { $0.listing.pageEnd ?? $0.listing.page } ?? last
        }
    }

    @Test("no row belongs to a group or table that the report does not have")
    func noOthers() {
        let known = Set(TablePart.all.map { "\($0.table) \($0.group)" })
        #expect(Set(CatalogFiles.tools.flatMap { $0.listings }.filter { $0.isRow }.map { "\($0.table) \($0.targetGroup)" }) == known)
    }

    @Test("the text of the report claims as many per group as the table has, but fewer instruments in all")
    func claims() throws {
        let groups: GroupsFile = try CatalogFiles.decode("target-groups.json")
        for part in TablePart.all {
            let kind = part.table == 1 ? "signalering" : "interventie"
            let claims = groups.targetGroups.first { $0.id == part.group }?.claims.filter { $0.kind == kind } ?? []
            #expect(claims.map { $0.count } == [part.rows], "tabel \(part.table), \(part.group)")
        }
        let info: InfoFile = try CatalogFiles.decode("catalog.json")
        #expect(info.claims.first { $0.kind == "signalering" }?.count == 84)
        #expect(TablePart.instruments.reduce(0) { $0 + $1.rows } == 86)
        #expect(info.claims.first { $0.kind == "interventie" }?.count == 128)
        #expect(TablePart.interventions.reduce(0) { $0 + $1.rows } == 128)
        // A total that the table does not add up to is told where the user meets it.
        #expect(info.remarks.contains { $0.contains("84") && $0.contains("86") })
    }

    @Test("a tool also serves only groups that do not list it already", arguments: CatalogFiles.tools)
    func alsoServes(tool: ToolFile) {
        let others = (tool.alsoServes ?? []).map { $0.targetGroup }
        #expect(tool.targetGroups.isDisjoint(with: others))
        #expect(Set(others).count == others.count)
    }
}
