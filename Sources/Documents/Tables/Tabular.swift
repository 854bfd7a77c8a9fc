/// What a cell of a table holds.
public enum Cell: Equatable, Sendable {
    /// Nothing: the source does not say, or there is none.
    case empty
    case text(String)
    case number(Int)
    case link(title: String, url: String)
    /// Several links.
    case links([Link])

    /// An address with the words that lead to it.
    public struct Link: Equatable, Sendable {
        /// The words that users read.
        public var title: String
        /// The address.
        public var url: String

        /// Words that lead to an address.
        public init(title: String, url: String) { (self.title, self.url) = (title, url) }
    }

    /// The cell as plain text.
    package var text: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let number): String(number)
        case .link(let title, let url): Cell.text(Link(title: title, url: url))
        case .links(let links): links.map { Cell.text($0) }.joined(separator: "; ")
        }
    }

    /// The cell where a link can be clicked: of one link its title.
    var clickableText: String {
        if case .link(let title, _) = self { return title }
        return text
    }

    private static func text(_ link: Link) -> String { link.title == link.url ? link.url : "\(link.title): \(link.url)" }
}

/// A table that every format can write.
public struct Table: Sendable {
    /// What one column holds.
    public struct Column: Sendable {
        /// The word by which it is asked for.
        public var id: String
        /// The words above it.
        public var heading: String
        /// How wide it is where widths are set, in characters.
        public var width: Int
        /// How narrow it may become on a terminal, in characters.
        public var narrowest: Int
        /// Whether it holds numbers, which stand to the right.
        public var isNumber: Bool

        /// A column; widths are in characters.
        public init(id: String, heading: String, width: Int, narrowest: Int = 8, isNumber: Bool = false) {
            self.id = id
            self.heading = heading
            self.width = width
            self.narrowest = narrowest
            self.isNumber = isNumber
        }
    }

    /// What the rows have in common, where there is more than one table.
    public var title: String?
    /// What the tab of its sheet says, where a workbook gives it a sheet of its own.
    public var tab: String?
    /// The columns, from left to right.
    public var columns: [Column]
    /// The rows, each with a cell for every column.
    public var rows: [[Cell]]
    /// Whether the last row holds totals.
    public var hasTotals = false

    /// A table of rows with a cell for every column.
    public init(title: String? = nil, tab: String? = nil, columns: [Column], rows: [[Cell]], hasTotals: Bool = false) {
        self.title = title
        self.tab = tab
        self.columns = columns
        self.rows = rows
        self.hasTotals = hasTotals
    }
}

/// Tables with what a reader needs to understand them: written as text, CSV, a workbook, Markdown or a page.
public struct TabularReport: Sendable {
    /// What stands above it.
    public var title: String
    /// What was selected and when, each with its label: “Keuze”, “Catalogus”.
    public var facts: [(label: String, text: String)]
    /// Most often one, or several of the same columns.
    public var tables: [Table]
    /// What the tables show, in words: lines below headings.
    public var findings: [(heading: String, lines: [String])] = []
    /// What to know when reading it.
    public var explanation: [String]
    /// The documents that it rests on.
    public var sources: [String]

    /// Tables with all that is told beside them.
    public init(title: String, facts: [(label: String, text: String)], tables: [Table], explanation: [String], sources: [String]) {
        self.title = title
        self.facts = facts
        self.tables = tables
        self.explanation = explanation
        self.sources = sources
    }

    /// What stands below the tables, in order; some may be empty.
    var sections: [(heading: String, lines: [String])] { findings + [("Toelichting", explanation), ("Bronnen", sources)] }

    /// The tables, those of the same columns as one: its rows say then which table they are of.
    func merged() -> [Table] {
        var groups: [[Table]] = []
        for table in tables {
            if let last = groups.indices.last, groups[last][0].ids == table.ids {
                groups[last].append(table)
            } else {
                groups.append([table])
            }
        }
        // Of a table that stands alone among others, its tab and title say what it is.
        return groups.map { $0.count == 1 && groups.count > 1 ? $0[0] : TabularReport.merged($0) }
    }

    private static func merged(_ tables: [Table]) -> Table {
        guard let first = tables.first else { return Table(columns: [], rows: []) }
        guard tables.contains(where: { $0.title != nil }) else {
            return Table(columns: first.columns, rows: tables.flatMap { $0.rows }, hasTotals: first.hasTotals)
        }
        return Table(columns: [group] + first.columns, rows: tables.flatMap { $0.labelled })
    }

    /// All rows as one table, with every column that any table has; what a table has no column for is empty.
    func flat() -> Table {
        let tables = tables.filter { !$0.columns.isEmpty }
        var columns: [Table.Column] = []
        for column in tables.flatMap({ $0.columns }) where !columns.contains(where: { $0.id == column.id }) { columns.append(column) }
        guard tables.contains(where: { $0.ids.count < columns.count }) else { return TabularReport.merged(tables) }
        let rows = tables.flatMap { table in
            table.labelled.map { row in
                [row[0]] + columns.map { column in table.ids.firstIndex(of: column.id).map { row[$0 + 1] } ?? .empty }
            }
        }
        return Table(columns: [TabularReport.group] + columns, rows: rows)
    }

    /// The column that says which table a row is of.
    private static let group = Table.Column(id: "groep", heading: "Groep", width: 24)
}

extension Table {
    fileprivate var ids: [String] { columns.map { $0.id } }

    /// The rows, each after the table's title.
    fileprivate var labelled: [[Cell]] { rows.map { [.text(title ?? "")] + $0 } }
}
