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

    @Test(
        "one month is no “1 maanden”",
        arguments: [
            (1, 2, "1 maand"), (3, 4, "3 maanden"), (-9, 1, "zwangerschap tot 1 maand"),
            (25, 37, "2 jaar en 1 maand tot 3 jaar en 1 maand"),
        ])
    func oneMonth(from: Int32, to: Int32, text: String) { #expect(AgeText.text(AgeRange(from: from, to: to, stated: "")) == text) }

    @Test(
        "an age word means the same as its figures",
        arguments: [
            ("interventie kleuter", "interventie 4-5 jaar"), ("interventie peuter", "interventie 1-3 jaar"),
            ("interventie baby", "interventie 0 jaar"),
            ("interventie adolescent", "interventie 12-21 jaar"), ("interventie groep 8", "interventie 11-12 jaar"),
        ])
    func wordAsFigures(word: String, figures: String) throws {
        let (word, figures) = (try Asked(word), try Asked(figures))
        #expect(word.ages == figures.ages)
        #expect(word.question.topics.isEmpty && word.aimedAt == figures.aimedAt)
        #expect(try word.answer.results.map { $0.index } == figures.answer.results.map { $0.index })
    }

    private func check(_ line: AgeLine) throws {
        let question = try Asked(line.text).question
        #expect(question.ages.map { $0.inMonths }.sorted() == line.ages.sorted(), "\(line.text)")
        #expect(question.readings.filter { $0.facet == "leeftijd van de ouder" }.count == line.parents, "\(line.text)")
    }
}
