import BuiltInCatalog
import Catalog
import Search
import Testing

/// Ages as people write them: a text, and the ages that it states. Written from how people write, not from the code.
@Suite("Ages as people write them")
struct AgeTableTests {
    @Test("school", arguments: AgeTable.school)
    func school(line: AgeLine) throws { try check(line) }
    @Test("months, weeks and days", arguments: AgeTable.small)
    func small(line: AgeLine) throws { try check(line) }
    @Test("halves", arguments: AgeTable.halves)
    func halves(line: AgeLine) throws { try check(line) }
    @Test("years and months of one age", arguments: AgeTable.mixed)
    func mixed(line: AgeLine) throws { try check(line) }
    @Test("years", arguments: AgeTable.years)
    func years(line: AgeLine) throws { try check(line) }
    @Test("two bounds", arguments: AgeTable.ranges)
    func ranges(line: AgeLine) throws { try check(line) }
    @Test("one bound", arguments: AgeTable.bounds)
    func bounds(line: AgeLine) throws { try check(line) }
    @Test("several children", arguments: AgeTable.several)
    func several(line: AgeLine) throws { try check(line) }
    @Test("pregnancy", arguments: AgeTable.pregnancy)
    func pregnancy(line: AgeLine) throws { try check(line) }
    @Test("parents and other grown-ups", arguments: AgeTable.parents)
    func parents(line: AgeLine) throws { try check(line) }
    @Test("soon, and long ago", arguments: AgeTable.soon)
    func soon(line: AgeLine) throws { try check(line) }
    @Test("words for an age", arguments: AgeTable.phases)
    func phases(line: AgeLine) throws { try check(line) }
    @Test("numbers that are no age", arguments: AgeTable.none)
    func none(line: AgeLine) throws { try check(line) }
    @Test("how long something lasts", arguments: AgeTable.durations)
    func durations(line: AgeLine) throws { try check(line) }
    @Test("what was thought of last", arguments: AgeTable.later)
    func later(line: AgeLine) throws { try check(line) }

    private func check(_ line: AgeLine) throws {
        let question = try Asked(line.text).question
        #expect(question.ages.map { $0.inMonths }.sorted() == line.ages.sorted(), "\(line.text)")
        #expect(question.readings.filter { $0.facet == "leeftijd van de ouder" }.count == line.parents, "\(line.text)")
    }
}
