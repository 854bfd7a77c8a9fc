import Testing

@testable import Catalog

@Suite("What a level holds for")
struct LevelScopeTests {
    private static let teens = [AgeRange(from: 144, to: 216)]

    private static func evidence(_ level: String = "goed", _ ages: [AgeRange] = teens) -> Evidence {
        var evidence = Evidence()
        evidence.level = level
        evidence.scope = LevelScope()
        evidence.scope?.ages = ages
        return evidence
    }

    @Test(
        "ages asked for lie inside, partly or outside",
        arguments: [
            ([], .inside), ([AgeRange(from: 144, to: 216)], .inside), ([AgeRange(from: 180, to: 192)], .inside),
            ([AgeRange(from: 48, to: 156)], .partly), ([AgeRange(from: 180, to: nil)], .partly), ([AgeRange(from: 48, to: 144)], .outside),
            ([AgeRange(from: 216, to: 228)], .outside), ([AgeRange(from: 60, to: 72), AgeRange(from: 156, to: 168)], .partly),
        ] as [([AgeRange], LevelFit)])
    func fit(asked: [AgeRange], fit: LevelFit) {
        #expect(LevelScopeTests.evidence().fit(forAges: asked) == fit)
    }

    @Test("outside it nothing is known, but what is insufficient stays a warning")
    func level() {
        let toddler = [AgeRange(from: 24, to: 36)]
        #expect(LevelScopeTests.evidence().level(forAges: toddler) == "onbekend")
        #expect(LevelScopeTests.evidence().level(forAges: LevelScopeTests.teens) == "goed")
        #expect(LevelScopeTests.evidence("onvoldoende").level(forAges: toddler) == "onvoldoende")
    }

    @Test("bound to no age, it holds for every age")
    func unbound() {
        #expect(LevelScopeTests.evidence("goed", []).fit(forAges: [AgeRange(from: 0, to: 12)]) == .inside)
        #expect(Evidence().fit(forAges: [AgeRange(from: 0, to: 12)]) == .inside)
    }

    @Test("the age of a verdict is counted from the day that is passed in")
    func age() {
        var evidence = Evidence()
        #expect(evidence.age(in: 2026) == nil)
        evidence.year = 2017
        #expect(evidence.age(in: 2026) == 9)
    }
}
