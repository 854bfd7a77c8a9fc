import Testing

@testable import Catalog

/// Two ranges, and how many months they share.
struct Overlap: CustomTestStringConvertible, Sendable {
    var first: AgeRange
    var second: AgeRange
    var months: Int32

    init(_ first: (Int32?, Int32?), _ second: (Int32?, Int32?), _ months: Int32) {
        self.first = AgeRange(from: first.0, to: first.1)
        self.second = AgeRange(from: second.0, to: second.1)
        self.months = months
    }

    var testDescription: String { "\(first.months) and \(second.months)" }
}

@Suite("Age ranges, in months")
struct AgeRangeTests {
    @Test(
        "a range with both ends has the months from the first up to the second",
        arguments: [(96, 156), (0, 24), (12, 21), (-5, 31), (-9, 0), (0, 972)])
    func closed(from: Int32, to: Int32) {
        #expect(AgeRange(from: from, to: to).months == from..<to)
    }

    @Test(
        "an open end reaches from birth, or to 25 years",
        arguments: [
            (AgeRange(from: 96, to: nil), 96..<300), (AgeRange(from: -9, to: nil), -9..<300), (AgeRange(from: nil, to: 60), 0..<60),
            (AgeRange(from: nil, to: 1), 0..<1), (AgeRange(from: nil, to: nil), 0..<300),
        ] as [(AgeRange, Range<Int32>)])
    func open(range: AgeRange, months: Range<Int32>) {
        #expect(range.months == months)
    }

    @Test(
        "an open end beyond the bound that stands in for it still makes a range of a month",
        arguments: [
            (AgeRange(from: 299, to: nil), 299..<300), (AgeRange(from: 300, to: nil), 300..<301), (AgeRange(from: 400, to: nil), 400..<401),
            (AgeRange(from: nil, to: 0), -1..<0), (AgeRange(from: nil, to: -5), -6..<(-5)),
        ] as [(AgeRange, Range<Int32>)])
    func beyond(range: AgeRange, months: Range<Int32>) {
        #expect(range.months == months)
    }

    @Test("a range that ends before it begins is empty")
    func reversed() {
        #expect(AgeRange(from: 60, to: 48).months.isEmpty)
        #expect(AgeRange(from: 60, to: 48).overlap(AgeRange(from: 0, to: 100)) == 0)
    }

    @Test(
        "the overlap is the number of months that both have",
        arguments: [
            Overlap((48, 156), (96, 156), 60),
            Overlap((48, 156), (48, 156), 108),
            Overlap((0, 48), (48, 156), 0),
            Overlap((0, 49), (48, 156), 1),
            Overlap((0, 24), (36, 60), 0),
            Overlap((0, 228), (12, 21), 9),
            // Open ends: “vanaf 8 jr” and “jonger dan 5 jaar” share nothing, “vanaf 8 jr” and “4-12” four years.
            Overlap((96, nil), (nil, 60), 0),
            Overlap((96, nil), (48, 156), 60),
            Overlap((nil, 60), (0, 24), 24),
            Overlap((nil, nil), (nil, nil), 300),
            // Pregnancy is before birth: not part of “0-1 jr” or “jonger dan 5 jaar”.
            Overlap((-9, 0), (0, 24), 0),
            Overlap((-9, 0), (-5, 31), 5),
            Overlap((-9, 0), (nil, 60), 0),
            Overlap((-9, 0), (96, nil), 0),
            // Beyond 25 years a closed range still counts, an open one no longer.
            Overlap((0, 972), (216, 312), 96),
            Overlap((192, nil), (216, 372), 84),
        ])
    func overlap(example: Overlap) {
        #expect(example.first.overlap(example.second) == example.months)
        #expect(example.second.overlap(example.first) == example.months)
    }

    @Test("a range shares all its months with itself and no more with any other")
    func properties() {
        var generator = Pseudorandom(seed: 4)
        func bound() -> Int32? { Bool.random(using: &generator) ? Int32.random(in: -9...300, using: &generator) : nil }
        for _ in 0..<1000 {
            let (first, second) = (AgeRange(from: bound(), to: bound()), AgeRange(from: bound(), to: bound()))
            let shared = first.overlap(second)
            #expect(shared == Int32(Set(first.months).intersection(second.months).count))
            #expect(first.overlap(first) == Int32(first.months.count))
        }
    }
}

@Suite("Ids as words")
struct ReadableIDTests {
    @Test(
        "an id of a topic is shown as words",
        arguments: [
            ("huiselijk-geweld", "huiselijk geweld"), ("ouder-kindrelatie", "ouder-kindrelatie"), ("video-feedback", "video-feedback"),
        ])
    func words(id: String, shown: String) { #expect(id.asWords == shown) }
}
