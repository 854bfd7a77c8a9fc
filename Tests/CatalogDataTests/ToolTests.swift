import Foundation
import Testing

@Suite("Tools of the catalogue")
struct ToolTests {
    @Test("a summary is one short text: at most 35 words, and a full stop", arguments: CatalogFiles.tools)
    func summary(tool: ToolFile) {
        #expect(tool.summary.split(separator: " ").count <= 35)
        #expect(tool.summary.hasSuffix("."))
        #expect(tool.summary.first?.isLowercase == false)
    }

    @Test("see also: tools that exist, each once, not the tool itself", arguments: CatalogFiles.tools)
    func seeAlso(tool: ToolFile) {
        let others = tool.seeAlso ?? []
        #expect(others.filter { CatalogFiles.byID[$0] == nil } == [])
        #expect(!others.contains(tool.id))
        #expect(Set(others).count == others.count)
    }

    // MARK: Names

    @Test("a name belongs to one tool of its kind", arguments: CatalogFiles.tools)
    func uniqueName(tool: ToolFile) {
        let others = CatalogFiles.tools.filter { $0.kind == tool.kind && $0.id != tool.id && letters($0.name) == letters(tool.name) }
        #expect(others.map { $0.id } == [])
    }

    @Test("any name is shared only by tools that name each other", arguments: CatalogFiles.tools)
    func sharedNames(tool: ToolFile) {
        let own = Set(tool.names.map { letters($0) })
        for other in CatalogFiles.tools where other.id != tool.id {
            let shared = own.intersection(other.names.map { letters($0) })
            #expect(shared.isEmpty || tool.names(other) && other.names(tool), "\(shared.sorted()) is a name of \(other.id) too")
        }
    }

    @Test("name and abbreviation together tell two tools apart, unless they are one tool's two kinds", arguments: CatalogFiles.tools)
    func nameAndAbbreviation(tool: ToolFile) {
        let same = CatalogFiles.tools.filter { $0.id != tool.id && $0.name == tool.name && $0.abbreviation == tool.abbreviation }
        #expect(same.allSatisfy { $0.kind != tool.kind && $0.names(tool) && tool.names($0) })
    }

    /// Letters and digits only, without accents, in lower case.
    private func letters(_ name: String) -> String {
        name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).filter { $0.isLetter || $0.isNumber }
    }

    // MARK: Ages

    @Test("an age has a bound, and months within sense", arguments: CatalogFiles.tools)
    func ages(tool: ToolFile) {
        for age in tool.allAges {
            #expect(age.from != nil || age.to != nil, "\(age.stated)")
            #expect((age.from ?? -9) < (age.to ?? 1200), "\(age.stated)")
            // From conception; the child grows up, though some tools go on for the rest of a life.
            #expect((-9..<240).contains(age.from ?? 0), "\(age.stated)")
            #expect((-9...972).contains(age.to ?? 0), "\(age.stated)")
            #expect(!age.stated.isEmpty)
        }
    }

    @Test("an age is what its printed words say", arguments: CatalogFiles.tools.filter { !$0.allAges.isEmpty })
    func stated(tool: ToolFile) throws {
        for age in tool.allAges {
            guard let range = try StatedAge.months(age.stated) else { continue }
            #expect(age.from == range.from && age.to == range.to, "“\(age.stated)” is \(age.testDescription)")
        }
    }

    @Test("what is stated says no more than the bounds: every number of it lies within them", arguments: CatalogFiles.tools)
    func statedNoMore(tool: ToolFile) throws {
        for age in tool.allAges {
            for match in age.stated.matches(of: /(?:^|[^A-Za-z\d])(\d+)(?:,(\d))? ?(jr|jaar|mnd|maanden|wkn|weken)?/) {
                guard let number = Double("\(match.1).\(match.2 ?? "0")") else { continue }
                // A number without a unit has that of the words that follow it.
                let unit = match.3.map { String($0) } ?? age.stated.split(separator: " ").last.map { String($0) } ?? ""
                let months = unit.hasPrefix("m") ? number : unit.hasPrefix("w") ? number / 4.35 : number * 12
                guard age.from ?? 0 >= 0, age.to ?? 1 > 0 else { continue }
                #expect(Double(age.from ?? 0) <= months + 0.5 && months <= Double(age.to ?? 1440), "“\(age.stated)”")
            }
            // Words that say which side of birth is meant.
            let words = age.stated.lowercased()
            if words.contains("aanstaande") || words.contains("zwanger") { #expect(age.from ?? 0 < 0, "“\(age.stated)”") }
            if words.contains("nieuwe") { #expect(age.to ?? .max > 0, "“\(age.stated)”") }
            if words.contains("vanaf"), !words.contains("zwanger"), !words.contains("-") { #expect(age.to == nil, "“\(age.stated)”") }
        }
    }

    @Test("most printed ages are of a form that the test above can read")
    func coverage() throws {
        let stated = CatalogFiles.tools.flatMap { $0.allAges }.map { $0.stated }
        let readable = try stated.filter { try StatedAge.months($0) != nil }
        #expect(readable.count * 10 > stated.count * 8)
    }
}

/// The plain forms in which the tables print an age, by the rule that “8-12 jr” goes up to the thirteenth birthday.
enum StatedAge {
    static func months(_ text: String) throws -> (from: Int?, to: Int?)? {
        if let match = text.wholeMatch(of: /(\d+)(,5)? ?(?:-|t\/m) ?(\d+) (jr|jaar|mnd)/) {
            let unit = match.4 == "mnd" ? 1 : 12
            return (try number(match.1) * unit + (match.2 == nil ? 0 : 6), (try number(match.3) + 1) * unit)
        }
        if let match = text.wholeMatch(of: /(\d+) tot (\d+) (jaar|maanden)/) {
            let unit = match.3 == "maanden" ? 1 : 12
            return (try number(match.1) * unit, try number(match.2) * unit)
        }
        // A guideline's phases of life: “peuter/kleuter (1-4)”.
        if let match = text.wholeMatch(of: /[a-z\/]+ \((\d+)-(\d+)\)/) { return (try number(match.1) * 12, (try number(match.2) + 1) * 12) }
        if let match = text.wholeMatch(of: /(\d+) mnd-(\d+) jr/) { return (try number(match.1), (try number(match.2) + 1) * 12) }
        if let match = text.wholeMatch(of: /vanaf (\d+) (?:jr|jaar)/) { return (try number(match.1) * 12, nil) }
        if let match = text.wholeMatch(of: /< ?(\d+) (?:jr|jaar)/) { return (nil, try number(match.1) * 12) }
        return nil
    }

    private static func number(_ digits: Substring) throws -> Int { try #require(Int(digits)) }
}
