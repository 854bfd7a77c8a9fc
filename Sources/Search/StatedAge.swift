import Language

/// An age that an option states. No sentence is around it: what is odd is refused, never guessed at.
enum StatedAge {
    /// What a question would say for it: “18m” is “18 maanden” here, where nothing else can be meant.
    /// - Throws: `FilterFailure.unknown` with a sentence, for ages that run down and ages below zero.
    static func words(_ stated: String) throws(FilterFailure) -> String {
        let tokens = Tokenizer.tokens(stated)
        try refuseNegative(stated, tokens)
        try refuseDescending(stated, tokens)
        return spelledOut(stated, tokens)
    }

    static let examples = "schrijf bijvoorbeeld 7, 4-12, \"18 maanden\", \"vanaf 8\" of peuter"

    /// “-3” may be up to three, or a slip.
    private static func refuseNegative(_ stated: String, _ tokens: [Token]) throws(FilterFailure) {
        guard let first = stated.unicodeScalars.first(where: { $0 != " " }), isDash(first), let number = tokens.first?.twelfths else {
            return
        }
        throw .unknown("--leeftijd begrijpt ‘\(stated)’ niet; schrijf \(number / 12), \"tot \(number / 12)\" of, vóór de geboorte, zwanger")
    }

    private static func refuseDescending(_ stated: String, _ tokens: [Token]) throws(FilterFailure) {
        let links = ["t", "m", "tm", "tot", "en", "met"]
        for (place, token) in tokens.enumerated() {
            guard let from = token.twelfths else { continue }
            let fromUnit = unit(after: place, tokens)
            var next = place + (fromUnit == nil ? 1 : 2)
            let isHyphen = next < tokens.count && { if case .hyphen = tokens[next].gap { true } else { false } }()
            let afterUnit = next
            while next < tokens.count, links.contains(where: { tokens[next].folded.elementsEqual($0.utf8) }) { next += 1 }
            guard isHyphen || next > afterUnit, next < tokens.count, let to = tokens[next].twelfths, to < from else { continue }
            // “8 maanden tot 2 jaar” rises.
            if let fromUnit, let toUnit = unit(after: next, tokens), fromUnit != toUnit { continue }
            throw .unknown("--leeftijd ‘\(stated)’ loopt van hoog naar laag; bedoelt u \(to / 12)-\(from / 12)?")
        }
    }

    /// The first letter of the unit after a number: j, m, w or d.
    private static func unit(after place: Int, _ tokens: [Token]) -> UInt8? {
        guard place + 1 < tokens.count, tokens[place + 1].isWord, let letter = tokens[place + 1].folded.first else { return nil }
        return "jmwd".utf8.contains(letter) && !tokens[place + 1].folded.elementsEqual("met".utf8) ? letter : nil
    }

    /// Units of one letter, written out.
    private static func spelledOut(_ stated: String, _ tokens: [Token]) -> String {
        let bytes = Array(stated.utf8)
        var written: [UInt8] = []
        var end = 0
        for (place, token) in tokens.enumerated() where place > 0 && tokens[place - 1].twelfths != nil && token.folded.count == 1 {
            let unit: String? =
                switch token.folded[0] {
                case UInt8(ascii: "j"): "jaar"
                case UInt8(ascii: "m"): "maanden"
                case UInt8(ascii: "w"): "weken"
                case UInt8(ascii: "d"): "dagen"
                default: nil
                }
            // “4 t/m 12” has no unit.
            guard let unit, token.range.upperBound <= bytes.count else { continue }
            written += bytes[end..<token.range.lowerBound] + [0x20] + Array(unit.utf8)
            end = token.range.upperBound
        }
        return String(decoding: written + bytes[end...], as: UTF8.self)
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2010...0x2015, 0x2212: true
        default: false
        }
    }
}
