/// The Dutch stemmer of the Snowball project, by its published definition (snowballstem.org, “Dutch (Porter)”), on folded text.
public enum Stemmer {
    /// The stem of a folded word.
    public static func stem(_ word: [UInt8]) -> [UInt8] {
        var stemmer = Word(letters: word)
        stemmer.reduce()
        return stemmer.letters
    }

    private struct Word {
        var letters: [UInt8]
        /// Where the regions R1 and R2 begin.
        var r1 = 0
        var r2 = 0
        var removedE = false

        init(letters: [UInt8]) { self.letters = letters }

        mutating func reduce() {
            guard letters.count > 2 else { return }
            markConsonants()
            r1 = region(from: 0)
            r2 = region(from: r1)
            r1 = max(r1, min(3, letters.count))
            step1()
            step2()
            step3a()
            step3b()
            step4()
            for index in letters.indices where letters[index] == Letter.capitalI || letters[index] == Letter.capitalY {
                letters[index] |= 0x20
            }
        }

        /// y at the start or after a vowel, and i between vowels, are consonants: written as capitals.
        private mutating func markConsonants() {
            for index in letters.indices {
                if letters[index] == Letter.y, index == 0 || isVowel(index - 1) { letters[index] = Letter.capitalY }
                if letters[index] == Letter.i, index > 0, isVowel(index - 1), index + 1 < letters.count,
                    isVowel(index + 1)
                {
                    letters[index] = Letter.capitalI
                }
            }
        }

        /// After the first consonant that follows a vowel.
        private func region(from start: Int) -> Int {
            var index = start
            while index < letters.count, !isVowel(index) { index += 1 }
            while index < letters.count, isVowel(index) { index += 1 }
            return min(index + 1, letters.count)
        }

        private func isVowel(_ index: Int) -> Bool {
            switch letters[index] {
            case Letter.a, Letter.e, Letter.i, Letter.o, Letter.u, Letter.y: true
            default: false
            }
        }

        private func ends(_ suffix: StaticString) -> Bool {
            let size = suffix.utf8CodeUnitCount
            guard letters.count >= size else { return false }
            for index in 0..<size where letters[letters.count - size + index] != suffix.utf8Start[index] {
                return false
            }
            return true
        }

        private func inRegion(_ region: Int, _ size: Int) -> Bool { letters.count - size >= region }

        private mutating func undouble() {
            if ends("kk") || ends("dd") || ends("tt") { letters.removeLast() }
        }

        private mutating func removeEn(_ size: Int) {
            let before = letters.count - size - 1
            guard inRegion(r1, size), before >= 0, !isVowel(before) else { return }
            if before >= 2, letters[before - 2] == Letter.g, letters[before - 1] == Letter.e, letters[before] == Letter.m {
                return
            }
            letters.removeLast(size)
            undouble()
        }

        private mutating func step1() {
            if ends("heden") {
                if inRegion(r1, 5) { letters.replaceSubrange(letters.count - 5..<letters.count, with: Letter.heid) }
            } else if ends("ene") {
                removeEn(3)
            } else if ends("en") {
                removeEn(2)
            } else if ends("se") || ends("s") {
                let size = ends("se") ? 2 : 1
                let before = letters.count - size - 1
                guard inRegion(r1, size), before >= 0, !isVowel(before), letters[before] != Letter.j else { return }
                letters.removeLast(size)
            }
        }

        private mutating func step2() {
            guard ends("e"), inRegion(r1, 1), letters.count > 1, !isVowel(letters.count - 2) else { return }
            letters.removeLast()
            removedE = true
            undouble()
        }

        private mutating func step3a() {
            guard ends("heid"), inRegion(r2, 4), letters.count > 4, letters[letters.count - 5] != Letter.c else { return }
            letters.removeLast(4)
            if ends("en") { removeEn(2) }
        }

        private mutating func step3b() {
            if ends("end") || ends("ing") {
                guard inRegion(r2, 3) else { return }
                letters.removeLast(3)
                if ends("ig"), inRegion(r2, 2), letters.count > 2, letters[letters.count - 3] != Letter.e {
                    letters.removeLast(2)
                } else {
                    undouble()
                }
            } else if ends("ig") {
                if inRegion(r2, 2), letters.count > 2, letters[letters.count - 3] != Letter.e { letters.removeLast(2) }
            } else if ends("lijk") {
                guard inRegion(r2, 4) else { return }
                letters.removeLast(4)
                step2()
            } else if ends("baar") {
                if inRegion(r2, 4) { letters.removeLast(4) }
            } else if ends("bar") {
                if inRegion(r2, 3), removedE { letters.removeLast(3) }
            }
        }

        /// A doubled vowel between consonants becomes single: brood, brod.
        private mutating func step4() {
            let last = letters.count - 1
            guard last >= 3, !isVowel(last), letters[last] != Letter.capitalI, letters[last - 1] == letters[last - 2],
                !isVowel(last - 3)
            else { return }
            switch letters[last - 1] {
            case Letter.a, Letter.e, Letter.o, Letter.u: letters.remove(at: last - 1)
            default: break
            }
        }
    }

    private enum Letter {
        static let a: UInt8 = 0x61
        static let c: UInt8 = 0x63
        static let e: UInt8 = 0x65
        static let g: UInt8 = 0x67
        static let i: UInt8 = 0x69
        static let j: UInt8 = 0x6A
        static let m: UInt8 = 0x6D
        static let o: UInt8 = 0x6F
        static let u: UInt8 = 0x75
        static let y: UInt8 = 0x79
        static let capitalI: UInt8 = 0x49
        static let capitalY: UInt8 = 0x59
        static var heid: [UInt8] { [0x68, 0x65, 0x69, 0x64] }
    }
}
