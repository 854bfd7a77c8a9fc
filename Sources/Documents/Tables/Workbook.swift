import Language

/// A workbook as Office Open XML has it (ECMA-376): a ZIP file of parts in XML.
extension TabularReport {
    /// The report as a workbook (.xlsx): a sheet for each table, or for all of the same columns, and “Toelichting” with what a reader must know.
    ///
    /// The same report and date always give the same bytes.
    /// - Parameter date: the date of the catalogue, as 2025-06-30.
    public func xlsx(date: String) -> [UInt8] {
        let date = CalendarDate(date).map { (day: $0, text: date) }
        let sheets = tableSheets()
        let files = (1...sheets.count + 1).map { "worksheets/sheet\($0).xml" }
        var archive = ZipArchive(date: date?.day)
        archive.add("[Content_Types].xml", Workbook.contentTypes(files))
        archive.add("_rels/.rels", Workbook.relationships([("officeDocument", "xl/workbook.xml")], core: "docProps/core.xml"))
        archive.add("docProps/core.xml", Workbook.properties(title: title, date: date?.text))
        archive.add("xl/workbook.xml", Workbook.workbook(sheets))
        archive.add("xl/_rels/workbook.xml.rels", Workbook.relationships(files.map { ("worksheet", $0) } + [("styles", "styles.xml")]))
        archive.add("xl/styles.xml", Workbook.styles())
        for (number, sheet) in sheets.enumerated() {
            let links = sheet.links
            archive.add("xl/\(files[number])", sheet.xml(links, isSelected: number == 0))
            guard !links.isEmpty else { continue }
            let targets = links.map { (type: "hyperlink", target: $0.target) }
            archive.add("xl/worksheets/_rels/sheet\(number + 1).xml.rels", Workbook.relationships(targets, areExternal: true))
        }
        archive.add("xl/\(files[sheets.count])", explanationSheet())
        return archive.file()
    }

    /// The sheets with tables: at least one, if need be empty.
    private func tableSheets() -> [TableSheet] {
        let tables = merged()
        guard tables.count > 1 else {
            let labels = self.tables.contains { $0.title != nil } ? 2 : 1
            return [TableSheet(name: Sheet.table, table: tables.first ?? flat(), title: title, labelColumns: labels)]
        }
        return tables.enumerated().map { place, table in
            let name = table.tab ?? "\(Sheet.table) \(place + 1)"
            return TableSheet(name: name, table: table, title: "\(title): \(table.title ?? name)", labelColumns: 1)
        }
    }

    /// The sheet in two columns: what it is about, and the text.
    private func explanationSheet() -> [UInt8] {
        var sheet = XMLWriter()
        Sheet.begin(&sheet, dimension: nil)
        sheet.markup(#"<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>"#)
        let (left, right) = (18, 120)
        sheet.markup(#"<cols><col min="1" max="1" width="\#(left)" customWidth="1"/>"#)
        sheet.markup(#"<col min="2" max="2" width="\#(right)" customWidth="1"/></cols>"#)
        sheet.markup("<sheetData>")
        var row = 1
        func add(_ label: String, _ text: String?, _ style: Style) {
            // The title stands on one line, and is larger.
            let lines = max(text.map { RowHeight.lines($0, width: right) } ?? 1, RowHeight.lines(label, width: left, isBold: true))
            Sheet.row(&sheet, row, height: style == .title ? 24 : lines * RowHeight.line)
            if !label.isEmpty { Sheet.cell(&sheet, Array("A\(row)".utf8), label, style) }
            if let text { Sheet.cell(&sheet, Array("B\(row)".utf8), text, .text) }
            sheet.markup("</row>")
            row += 1
        }
        add(title, nil, .title)
        row += 1
        for fact in facts { add(fact.label, fact.text, .label) }
        // Each list has its label before its first line.
        for (label, lines) in sections where !lines.isEmpty {
            row += 1
            for (index, line) in lines.enumerated() { add(index == 0 ? label : "", line, .label) }
        }
        sheet.markup("</sheetData>")
        Sheet.end(&sheet, title: title)
        return sheet.bytes
    }
}

/// The looks of a cell, by their place in the part with the styles.
private enum Style: Int {
    case none, text, heading, link, total, title, label
    /// A text that begins as a formula does, and must stay text when someone edits it.
    case quoted
}

/// The sheet with the table.
private struct TableSheet {
    /// A cell that opens an address.
    struct Link {
        /// The cell: B2.
        var cell: String
        /// The address as a URI, without what comes after “#”.
        var target: String
        /// What comes after “#”.
        var fragment: String?
    }

    /// On its tab: at most 31 characters, without []:*?/\\ and quotes.
    var name: String
    var table: Table
    var title: String
    /// How many columns at the left say what a row is.
    var labelColumns: Int

    private var letters: [[UInt8]] { table.columns.indices.map { Sheet.letters(column: $0) } }
    private var corner: String { String(decoding: Sheet.letters(column: table.columns.count - 1), as: UTF8.self) }

    /// Totals stay where they are when someone sorts or filters.
    private var filtered: Int { max(1, table.rows.count + 1 - (table.hasTotals ? 1 : 0)) }

    /// How wide each column is: as asked, but wide enough for the words of its heading with the button of the filter.
    private var widths: [Int] {
        table.columns.enumerated().map { index, column in
            let longest = table.rows.reduce(0) { longest, row in
                guard index < row.count, case .text(let text) = row[index] else { return longest }
                return max(longest, text.utf8.count)
            }
            // No row can be higher than 409 points, 27 lines: a longer text needs a wider column.
            return min(80, max(column.width, DisplayText.longestWord(column.heading) + 4, longest / 22))
        }
    }

    /// Whether the labels stay in sight at the left: when the table is wider than a screen.
    private var isWide: Bool { table.columns.count > labelColumns && widths.reduce(0, +) > 160 }

    /// How many pages lie beside each other: at 260 characters the letters are still 6 points.
    private var pages: Int { max(1, (widths.reduce(0, +) + 259) / 260) }

    /// Names for what is filtered and what is repeated on every page, without which the program makes its own.
    var definedNames: [(name: String, text: String, isHidden: Bool)] {
        guard !table.columns.isEmpty else { return [] }
        let columns = String(decoding: Sheet.letters(column: labelColumns - 1), as: UTF8.self)
        let left = isWide ? "\(name)!$A:$\(columns)," : ""
        return [
            ("_xlnm._FilterDatabase", "\(name)!$A$1:$\(corner)$\(filtered)", true),
            ("_xlnm.Print_Titles", "\(left)\(name)!$1:$1", false),
        ]
    }

    /// One address for each cell that has any: a cell can open no more than one, and its text names them all.
    var links: [Link] {
        let letters = letters.map { String(decoding: $0, as: UTF8.self) }
        var links: [Link] = []
        for (row, cells) in table.rows.enumerated() {
            for (column, cell) in zip(letters, cells) {
                let uri: String? =
                    switch cell {
                    case .empty, .text, .number: nil
                    case .link(_, let url): Sheet.uri(url)
                    case .links(let links): links.lazy.compactMap { Sheet.uri($0.url) }.first
                    }
                guard let uri else { continue }
                let parts = uri.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let fragment = parts.count > 1 ? String(parts[1]) : nil
                links.append(Link(cell: "\(column)\(row + 2)", target: String(parts[0]), fragment: fragment))
            }
        }
        return links
    }

    /// The elements are in the order of the schema (CT_Worksheet).
    func xml(_ links: [Link], isSelected: Bool) -> [UInt8] {
        // Most cells are short; what is left over is given back at once.
        var sheet = XMLWriter(capacity: 4096 + (table.rows.count + 1) * table.columns.count * 128)
        guard !table.columns.isEmpty else {
            Sheet.begin(&sheet, dimension: "A1")
            sheet.markup(#"<sheetData/>"#)
            Sheet.end(&sheet, title: title)
            return sheet.bytes
        }
        Sheet.begin(&sheet, dimension: "A1:\(corner)\(table.rows.count + 1)")
        view(&sheet, isSelected: isSelected)
        sheet.markup("<cols>")
        let widths = widths
        for (index, width) in widths.enumerated() {
            sheet.markup(#"<col min="\#(index + 1)" max="\#(index + 1)" width="\#(width)" customWidth="1"/>"#)
        }
        sheet.markup("</cols><sheetData>")
        rows(&sheet, widths)
        sheet.markup(#"</sheetData><autoFilter ref="A1:\#(corner)\#(filtered)"/>"#)
        if !links.isEmpty {
            sheet.markup("<hyperlinks>")
            for (index, link) in links.enumerated() {
                sheet.markup(#"<hyperlink ref="\#(link.cell)" r:id="rId\#(index + 1)""#)
                if let fragment = link.fragment {
                    sheet.markup(#" location=""#)
                    sheet.text(fragment)
                    sheet.markup(#"""#)
                }
                sheet.markup("/>")
            }
            sheet.markup("</hyperlinks>")
        }
        Sheet.end(&sheet, title: title, pages: pages, table: "A1:\(corner)\(table.rows.count + 1)")
        return sheet.bytes
    }

    /// The headings stay in sight, and the labels of a wide table.
    private func view(_ sheet: inout XMLWriter, isSelected: Bool) {
        sheet.markup(#"<sheetViews><sheetView\#(isSelected ? #" tabSelected="1""# : "") workbookViewId="0">"#)
        if isWide {
            let first = String(decoding: Sheet.letters(column: labelColumns), as: UTF8.self)
            sheet.markup(#"<pane xSplit="\#(labelColumns)" ySplit="1" topLeftCell="\#(first)2" activePane="bottomRight" state="frozen"/>"#)
            sheet.markup(#"<selection pane="topRight"/><selection pane="bottomLeft"/>"#)
            sheet.markup(#"<selection pane="bottomRight" activeCell="\#(first)2" sqref="\#(first)2"/>"#)
        } else {
            sheet.markup(#"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#)
            sheet.markup(#"<selection pane="bottomLeft" activeCell="A2" sqref="A2"/>"#)
        }
        sheet.markup(#"</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>"#)
    }

    private func rows(_ sheet: inout XMLWriter, _ widths: [Int]) {
        let letters = letters
        // The button of the filter needs room too.
        let lines = zip(table.columns, widths).map { RowHeight.lines($0.heading, width: $1 - 2, isBold: true) }.max() ?? 1
        Sheet.row(&sheet, 1, height: lines * RowHeight.line)
        for (column, letters) in zip(table.columns, letters) { Sheet.cell(&sheet, letters + [0x31], column.heading, .heading) }
        sheet.markup("</row>")
        for (index, cells) in table.rows.enumerated() {
            let row = Array(String(index + 2).utf8)
            let isTotal = table.hasTotals && index == table.rows.count - 1
            let texts = cells.map { $0.clickableText }
            let lines = zip(texts, widths).map { RowHeight.lines($0, width: $1, isBold: isTotal) }.max() ?? 1
            Sheet.row(&sheet, index + 2, height: lines * RowHeight.line)
            for (column, (cell, text)) in zip(letters, zip(cells, texts)) {
                switch cell {
                case .empty: break
                case .number(let number):
                    Sheet.open(&sheet, column + row, isTotal ? .total : .text, type: "n")
                    sheet.markup("<v>")
                    sheet.number(number)
                    sheet.markup("</v></c>")
                case .text: Sheet.cell(&sheet, column + row, text, isTotal ? .total : Sheet.style(text))
                case .link, .links: Sheet.cell(&sheet, column + row, text, isTotal ? .total : .link)
                }
            }
            sheet.markup("</row>")
        }
    }
}

/// What the sheets have in common.
private enum Sheet {
    /// The names on the tabs.
    static let table = "Overzicht"
    static let explanation = "Toelichting"

    static func begin(_ sheet: inout XMLWriter, dimension: String?) {
        sheet.markup(#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#)
        sheet.markup(#" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">"#)
        sheet.markup(#"<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>"#)
        if let dimension { sheet.markup(#"<dimension ref="\#(dimension)"/>"#) }
    }

    /// A sheet is printed on A4 landscape, with its title above and the number of the page below.
    /// - Parameters:
    ///   - pages: how many pages lie beside each other.
    ///   - table: the cells of the table, if it is one; lines are printed around them, and a text that looks like a number is no fault.
    static func end(_ sheet: inout XMLWriter, title: String, pages: Int = 1, table: String? = nil) {
        if table != nil { sheet.markup(#"<printOptions gridLines="1"/>"#) }
        sheet.markup(#"<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.6" header="0.3" footer="0.3"/>"#)
        // A wide table goes to the right first: pages that belong together come after each other.
        let order = pages > 1 ? #" pageOrder="overThenDown""# : ""
        sheet.markup(#"<pageSetup paperSize="9" fitToWidth="\#(pages)" fitToHeight="0"\#(order) orientation="landscape"/>"#)
        // A code begins with “&”; all of it may be no longer than 255.
        var heading = ""
        for character in DisplayText.clean(title).prefix(100) where heading.utf16.count < 200 {
            heading += character == "&" ? "&&" : String(character)
        }
        sheet.markup("<headerFooter><oddHeader>&amp;L")
        sheet.text(heading)
        sheet.markup("</oddHeader><oddFooter>&amp;RPagina &amp;P van &amp;N</oddFooter></headerFooter>")
        if let table { sheet.markup(#"<ignoredErrors><ignoredError sqref="\#(table)" numberStoredAsText="1"/></ignoredErrors>"#) }
        sheet.markup("</worksheet>")
    }

    /// The beginning of a row.
    /// - Parameter height: in points.
    static func row(_ sheet: inout XMLWriter, _ row: Int, height: Int) {
        sheet.markup(#"<row r=""#)
        sheet.number(row)
        sheet.markup(#"" ht=""#)
        sheet.number(min(height, RowHeight.highest))
        sheet.markup(#"">"#)
    }

    /// A cell of text, which stays text whatever it begins with.
    static func cell(_ sheet: inout XMLWriter, _ reference: [UInt8], _ text: String, _ style: Style) {
        open(&sheet, reference, style, type: "inlineStr")
        sheet.markup(#"<is><t xml:space="preserve">"#)
        sheet.cell(text)
        sheet.markup("</t></is></c>")
    }

    static func open(_ sheet: inout XMLWriter, _ reference: [UInt8], _ style: Style, type: String) {
        sheet.markup(#"<c r=""#)
        sheet.markup(reference)
        sheet.markup(#"" s=""#)
        sheet.number(style.rawValue)
        sheet.markup(#"" t=""#)
        sheet.markup(type)
        sheet.markup(#"">"#)
    }

    static func style(_ text: String) -> Style {
        switch text.utf8.first {
        case 0x3D, 0x2B, 0x2D, 0x40: .quoted
        default: .text
        }
    }

    /// A, B, …, Z, AA, AB, …
    static func letters(column: Int) -> [UInt8] {
        var letters: [UInt8] = []
        var rest = column + 1
        while rest > 0 {
            letters.insert(0x41 + UInt8((rest - 1) % 26), at: 0)
            rest = (rest - 1) / 26
        }
        return letters
    }

    /// The address as a URI, in which what a URI does not allow is written by number (RFC 3986).
    ///
    /// Nil for what is no address of a page or mailbox, or too long for Excel: it would refuse the workbook.
    static func uri(_ url: String) -> String? {
        guard ["http://", "https://", "mailto:"].contains(where: { url.prefix(8).lowercased().hasPrefix($0) }) else { return nil }
        let bytes = Array(url.utf8)
        var uri: [UInt8] = []
        var hasFragment = false
        for (index, byte) in bytes.enumerated() {
            switch byte {
            // Percent, as it is when a number follows.
            case 0x25 where index + 2 < bytes.count && isHexadecimal(bytes[index + 1]) && isHexadecimal(bytes[index + 2]): uri.append(byte)
            // Only the first “#” begins a fragment.
            case 0x23 where !hasFragment:
                hasFragment = true
                uri.append(byte)
            case 0...0x20, 0x22, 0x23, 0x25, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F...:
                uri.append(0x25)
                uri.append(digits[Int(byte >> 4)])
                uri.append(digits[Int(byte & 15)])
            default: uri.append(byte)
            }
        }
        return uri.count <= longestURI ? String(decoding: uri, as: UTF8.self) : nil
    }

    private static let longestURI = 2_079
    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func isHexadecimal(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF) }
}

/// The parts beside the sheets.
private enum Workbook {
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    static func contentTypes(_ sheets: [String]) -> [UInt8] {
        var xml = XMLWriter()
        let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let parts =
            [("/xl/workbook.xml", "\(spreadsheet).sheet.main+xml")]
            + sheets.map { ("/xl/\($0)", "\(spreadsheet).worksheet+xml") } + [
                ("/xl/styles.xml", "\(spreadsheet).styles+xml"),
                ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ]
        xml.markup(#"<Types xmlns="\#(package)/content-types">"#)
        xml.markup(#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#)
        xml.markup(#"<Default Extension="xml" ContentType="application/xml"/>"#)
        for (name, type) in parts { xml.markup(#"<Override PartName="\#(name)" ContentType="\#(type)"/>"#) }
        xml.markup("</Types>")
        return xml.bytes
    }

    /// What a part refers to: rId1, rId2, …
    /// - Parameters:
    ///   - core: the part that says what the document is, which has a type of its own.
    ///   - areExternal: whether they are addresses, not parts.
    static func relationships(_ targets: [(type: String, target: String)], core: String? = nil, areExternal: Bool = false) -> [UInt8] {
        var xml = XMLWriter(capacity: 256 + targets.count * 256)
        xml.markup(#"<Relationships xmlns="\#(package)/relationships">"#)
        for (index, (type, target)) in targets.enumerated() {
            xml.markup(#"<Relationship Id="rId\#(index + 1)" Type="\#(document)/\#(type)" Target=""#)
            xml.text(target)
            xml.markup(areExternal ? #"" TargetMode="External"/>"# : #""/>"#)
        }
        if let core {
            let type = "\(package)/relationships/metadata/core-properties"
            xml.markup(#"<Relationship Id="rId\#(targets.count + 1)" Type="\#(type)" Target="\#(core)"/>"#)
        }
        xml.markup("</Relationships>")
        return xml.bytes
    }

    /// - Parameter date: nil when it is not known.
    static func properties(title: String, date: String?) -> [UInt8] {
        var xml = XMLWriter()
        xml.markup(#"<cp:coreProperties xmlns:cp="\#(package)/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/""#)
        xml.markup(#" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>"#)
        xml.text(title)
        xml.markup("</dc:title><dc:language>nl-NL</dc:language>")
        if let date { xml.markup(#"<dcterms:created xsi:type="dcterms:W3CDTF">\#(date)T00:00:00Z</dcterms:created>"#) }
        xml.markup("</cp:coreProperties>")
        return xml.bytes
    }

    /// - Parameter sheets: those with tables; the explanation comes after them.
    static func workbook(_ sheets: [TableSheet]) -> [UInt8] {
        var xml = XMLWriter()
        xml.markup(#"<workbook xmlns="\#(main)" xmlns:r="\#(document)"><bookViews><workbookView activeTab="0"/></bookViews><sheets>"#)
        for (number, name) in (sheets.map { $0.name } + [Sheet.explanation]).enumerated() {
            xml.markup(#"<sheet name=""#)
            xml.text(name)
            xml.markup(#"" sheetId="\#(number + 1)" r:id="rId\#(number + 1)"/>"#)
        }
        xml.markup("</sheets>")
        let names = sheets.enumerated().flatMap { number, sheet in sheet.definedNames.map { (number, $0) } }
        if !names.isEmpty {
            xml.markup("<definedNames>")
            for (number, (name, text, isHidden)) in names {
                xml.markup(#"<definedName name="\#(name)" localSheetId="\#(number)"\#(isHidden ? #" hidden="1""# : "")>"#)
                xml.text(text)
                xml.markup("</definedName>")
            }
            xml.markup("</definedNames>")
        }
        xml.markup("</workbook>")
        return xml.bytes
    }

    /// The looks of `Style`, in its order.
    static func styles() -> [UInt8] {
        var xml = XMLWriter()
        let font = #"<name val="Calibri"/><family val="2"/>"#
        let none = "<border><left/><right/><top/><bottom/><diagonal/></border>"
        let aligned = #"applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>"#
        xml.markup(#"<styleSheet xmlns="\#(main)"><fonts count="5">"#)
        xml.markup(#"<font><sz val="11"/>\#(font)</font><font><b/><sz val="11"/>\#(font)</font>"#)
        xml.markup(#"<font><b/><sz val="11"/><color rgb="FFFFFFFF"/>\#(font)</font>"#)
        xml.markup(#"<font><u/><sz val="11"/><color rgb="FF0563C1"/>\#(font)</font><font><b/><sz val="16"/>\#(font)</font></fonts>"#)
        // The first two are always these.
        xml.markup(#"<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>"#)
        xml.markup(#"<fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/><bgColor indexed="64"/></patternFill></fill></fills>"#)
        xml.markup(#"<borders count="2">\#(none)<border><left/><right/><top style="medium"><color rgb="FF1F4E79"/></top><bottom/>"#)
        xml.markup("<diagonal/></border></borders>")
        xml.markup(#"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"#)
        xml.markup(#"<cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>"#)
        xml.markup(#"<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" \#(aligned)"#)
        xml.markup(#"<xf numFmtId="0" fontId="2" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" \#(aligned)"#)
        xml.markup(#"<xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1" \#(aligned)"#)
        xml.markup(#"<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" \#(aligned)"#)
        xml.markup(#"<xf numFmtId="0" fontId="4" fillId="0" borderId="0" xfId="0" applyFont="1"/>"#)
        xml.markup(#"<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" \#(aligned)"#)
        xml.markup(#"<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" \#(aligned)"#)
        xml.markup(#"</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#)
        return xml.bytes
    }
}
