import Testing

/// Any bytes get an answer or a clear line.
@Suite struct RobustnessTests {
    /// Numbers that look random and are the same in every run.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            // SplitMix64, by Steele, Lea and Flood.
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static let commands: [[String]] = [
        ["zoek", "--"], ["zoek", "--formaat", "json", "--"], ["--"], ["toon", "--"], ["zoek", "x", "--leeftijd"], ["zoek", "x", "--vorm"],
        ["zoek", "x", "--catalogus"], ["catalogus", "controleer"], [],
    ]

    private func expectAnAnswer(_ run: Run, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(Ending.documented.contains(run.ending), sourceLocation: sourceLocation)
        #expect(run.outputBytes.isEmpty != run.errorBytes.isEmpty, sourceLocation: sourceLocation)
        #expect(String(validating: run.outputBytes, as: UTF8.self) != nil, sourceLocation: sourceLocation)
        #expect(String(validating: run.errorBytes, as: UTF8.self) != nil, sourceLocation: sourceLocation)
        if run.outputBytes.isEmpty, run.ending == .usage { #expect(run.error.count { $0 == "\n" } == 1, sourceLocation: sourceLocation) }
    }

    @Test(arguments: commands)
    func wordsThatAreNoText(command: [String]) throws {
        for bytes in [[0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x4B, 0xFF, 0x43, 0x53]] as [[UInt8]] {
            expectAnAnswer(try Run(command.map { Array($0.utf8) } + [bytes]))
        }
    }

    @Test(arguments: 1...12)
    func wordsOfRandomBytes(seed: Int) throws {
        var numbers = Numbers(state: UInt64(seed))
        for command in RobustnessTests.commands {
            let bytes = (0..<Int.random(in: 1...400, using: &numbers)).map { _ in UInt8.random(in: 1...255, using: &numbers) }
            expectAnAnswer(try Run(command.map { Array($0.utf8) } + [bytes]))
        }
    }

    @Test(arguments: 1...6)
    func inputOfRandomBytes(seed: Int) throws {
        var numbers = Numbers(state: UInt64(seed))
        let bytes = (0..<Int.random(in: 1...5000, using: &numbers)).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        for format in ["tabel", "json"] {
            let words = ["zoek", "-", "--formaat", format].map { Array($0.utf8) }
            expectAnAnswer(try Run(words, input: .bytes(bytes)))
        }
    }

    /// Bytes of a word, over and over. The system allows some 128 KB for one argument, and some 2 MB for all.
    private static func long(_ word: String) -> [UInt8] {
        Array(String(repeating: word, count: 120_000 / word.utf8.count).utf8)
    }

    @Test(arguments: ["moeder ", "Ünïcødé", "\""])
    func aMillionBytesOfArguments(word: String) throws {
        let words = [[UInt8]](repeating: RobustnessTests.long(word), count: 8)
        expectAnAnswer(try Run([Array("zoek".utf8)] + words))
        expectAnAnswer(try Run([Array("toon".utf8)] + words.prefix(1)))
    }

    @Test(arguments: ["KCS ", "3 en ", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"])
    func aMillionBytesOfInput(word: String) throws {
        let bytes = Array([[UInt8]](repeating: RobustnessTests.long(word), count: 9).joined())
        expectAnAnswer(try Run([Array("-".utf8)], input: .bytes(bytes)))
    }

    @Test(arguments: [
        ["toon"], ["zoek", "x", "--leeftijd"], ["zoek", "x", "--vorm"], ["zoek", "x", "--soort"], ["help"], ["catalogus", "bouw"],
    ])
    func aLongWordIsNotRepeatedWhole(command: [String]) throws {
        let long = [UInt8](repeating: 0x61, count: 120_000)
        let run = try Run(command.map { Array($0.utf8) } + [long])
        expectAnAnswer(run)
        #expect(run.errorBytes.count < 5000)
    }

    @Test func verySmallAndVeryLargeNumbersOfWords() throws {
        expectAnAnswer(try Run([String](repeating: "en", count: 9_000)))
        expectAnAnswer(try Run([String](repeating: "", count: 9_000)))
        expectAnAnswer(try Run(["zoek"] + [String](repeating: "b", count: 20_000)))
    }

    // MARK: Terminals

    /// A colour, a title, a bell, the eight-bit form of an escape, a change of direction, an invisible mark.
    private static let hostile = "\u{1B}[31mKCS\u{1B}]0;x\u{7} \u{9B}31m \u{202E}omgekeerd\u{2066} \u{8}\u{200F} \r"

    @Test(arguments: [
        ["zoek", hostile], ["zoek", hostile, "--formaat", "json"], ["zoek", hostile, "--uitleg"], [hostile], ["toon", hostile],
        ["zoek", "--\(hostile)"], ["zoek", "-\u{1B}"], ["zoek", "x", "--soort", hostile], ["zoek", "x", "--vorm", hostile],
        ["zoek", "x", "--leeftijd", hostile], ["zoek", "x", "--aantal", hostile], ["telling", hostile], ["catalogus", hostile],
        ["catalogus", "controleer", hostile], ["catalogus", "bouw", hostile, "--uit", hostile], ["help", hostile],
        ["zoek", "x", "--catalogus", hostile], ["zoek", "KCS", "--leeftijd", "7 \(hostile)"],
    ])
    func whatWasTypedCannotSteerATerminal(words: [String]) throws {
        for width in ["", "40"] {
            let run = try Run(words, environment: ["COLUMNS": width])
            #expect(Ending.documented.contains(run.ending))
            for scalar in (run.output + run.error).unicodeScalars where scalar != "\n" {
                let isHostile =
                    switch scalar.value {
                    case 0..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
                    default: false
                    }
                #expect(!isHostile, "U+\(String(scalar.value, radix: 16))")
            }
        }
    }

    @Test func jsonKeepsWhatWasTypedWithoutWritingIt() throws {
        let answer = try FoundAnswer(RobustnessTests.hostile)
        #expect(answer.question["text"] as? String == RobustnessTests.hostile)
    }
}
