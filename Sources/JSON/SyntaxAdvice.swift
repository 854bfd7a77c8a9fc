import Language

/// A syntax error in the words of someone who never learned JSON: what to type, and where.
package struct SyntaxAdvice {
    /// Where to type it.
    private(set) var offset: Int
    private(set) var message: String

    /// - Parameter bytes: the file.
    init(_ failure: JSONParser.Failure, in bytes: [UInt8]) {
        offset = failure.offset
        message = failure.message
        let place = Place(bytes, failure.offset)
        if let advice = SyntaxAdvice.file(bytes) ?? SyntaxAdvice.sign(place, failure.expected) {
            message = advice
        } else if let (advice, offset) = SyntaxAdvice.structure(place, failure.expected) {
            message = advice
            self.offset = offset
        }
    }

    /// What stands at the error, and before it.
    private struct Place {
        let bytes: [UInt8]
        let offset: Int
        /// The character there; nil at the end of the file.
        let scalar: Unicode.Scalar?
        /// The offset of the last byte before it that is no white space.
        let before: Int?

        init(_ bytes: [UInt8], _ offset: Int) {
            self.bytes = bytes
            self.offset = offset
            scalar = String(decoding: bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars.first
            before = bytes[..<offset].lastIndex { $0 > 0x20 }
        }

        var previous: Unicode.Scalar? { before.map { Unicode.Scalar(bytes[$0]) } }

        /// The rest of the line.
        var line: String { String(decoding: bytes[offset...].prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self) }

        /// The word that begins there; empty when none does.
        var word: String {
            guard scalar?.properties.isAlphabetic == true else { return "" }
            return String(line.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
        }
    }

    /// About the file as a whole.
    private static func file(_ bytes: [UInt8]) -> String? {
        if bytes.allSatisfy({ $0 <= 0x20 && $0 != 0 }) {
            return "het bestand is leeg; `wegwijzer catalogus nieuw ID` geeft een bestand om in te vullen"
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return "het bestand is opgeslagen als UTF-16; sla het op als UTF-8"
        }
        return nil
    }

    /// About a sign that belongs nowhere outside a text, or a line end inside one.
    private static func sign(_ place: Place, _ expected: JSONParser.Failure.Expected) -> String? {
        guard let scalar = place.scalar else { return nil }
        if case .text = expected {
            switch scalar {
            case "\n", "\r": return "deze tekst is niet afgesloten; typ een recht aanhalingsteken (\") aan het eind"
            case "\t": return "in deze tekst staat een tab; typ een spatie"
            default: return nil
            }
        }
        if case .other = expected { return nil }
        switch scalar {
        case "“", "”", "„", "‟", "«", "»", "‘", "’": return "‘\(scalar)’ is geen recht aanhalingsteken; typ \""
        case "'", "`": return "hier hoort een dubbel aanhalingsteken; typ \" in plaats van \(scalar)"
        case "/", "#": return "een JSON-bestand kent geen opmerkingen; haal deze weg, of zet haar als tekst in \"remarks\""
        case _ where scalar.value >= 0x80 && (scalar.isUnseen || scalar.properties.isWhitespace):
            return "hier staat een teken dat u niet ziet (U+\(hexadecimal(scalar.value))); haal het weg, of typ een gewone spatie"
        default: return nil
        }
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// About what is missing or too much.
    private static func structure(_ place: Place, _ expected: JSONParser.Failure.Expected) -> (String, Int)? {
        let advice: String?
        switch expected {
        case .value, .key:
            let isClosing = place.scalar == "}" || place.scalar == "]"
            if isClosing, place.previous == ",", let comma = place.before, let scalar = place.scalar {
                return ("voor ‘\(scalar)’ hoort geen komma; haal de komma weg", comma)
            }
            if place.scalar == ",", place.previous != ":" { return ("hier staat een komma te veel; haal haar weg", place.offset) }
            if case .key = expected { advice = key(place) } else { advice = value(place) }
        case .more(let closing):
            if lacksComma(place), let before = place.before { return ("hier ontbreekt een komma; typ ‘,’", before + 1) }
            advice = more(place, closing: Unicode.Scalar(closing))
        case .end: advice = end(place)
        case .colon:
            let visible = place.scalar.flatMap { (0x21..<0x7F).contains($0.value) ? $0 : nil }
            advice = visible.map { "tussen een sleutel en haar waarde hoort ‘:’, maar hier staat ‘\($0)’; typ ‘:’" }
        case .text where place.scalar == nil: advice = "het bestand houdt hier op, midden in een tekst; typ een recht aanhalingsteken (\")"
        case .text, .other: advice = nil
        }
        return advice.map { ($0, place.offset) }
    }

    private static func value(_ place: Place) -> String? {
        let word = place.word
        switch place.scalar {
        case nil: return "het bestand houdt hier op, voordat alles af is"
        case "+": return "schrijf een getal zonder +"
        case let scalar? where place.previous == ":" && [",", "}", "]"].contains(scalar):
            return "na ‘:’ ontbreekt de waarde; vul haar in, of haal de sleutel weg"
        case _ where ["true", "false", "null"].contains(word.lowercased()):
            return "schrijf \(word.lowercased()), met kleine letters en zonder aanhalingstekens"
        case _ where !word.isEmpty: return "een tekst staat tussen aanhalingstekens; typ \"\(word)…\""
        default: return nil
        }
    }

    private static func key(_ place: Place) -> String? {
        switch place.scalar {
        case nil: "het bestand houdt hier op, voordat alles af is"
        case let scalar? where scalar.isDigit && place.previous == ",":
            "na een komma hoort een sleutel; schrijf een getal zonder komma, in hele maanden of jaren"
        case _ where !place.word.isEmpty: "een sleutel staat tussen aanhalingstekens; typ \"\(place.word)\""
        default: nil
        }
    }

    /// Whether the next key or value stands where a comma should come first.
    private static func lacksComma(_ place: Place) -> Bool {
        guard let before = place.before, let scalar = place.scalar else { return false }
        switch scalar {
        case "\"", "{", "[": return true
        case _ where scalar == "-" || scalar.isDigit: return before + 1 < place.offset
        default: return ["true", "false", "null"].contains(place.word) && before + 1 < place.offset
        }
    }

    private static func more(_ place: Place, closing: Unicode.Scalar) -> String? {
        switch place.scalar {
        case nil: "het bestand houdt hier op, voordat alles gesloten is; typ ‘\(closing)’"
        case ";": "typ een komma (,) in plaats van ‘;’"
        case "}", "]": "typ eerst ‘\(closing)’: wat daarmee begon, is nog niet gesloten"
        case ":" where closing == "]": "in een lijst staan geen sleutels; sluit de lijst hiervoor met ‘]’, of zet {…} om de sleutel"
        case let scalar? where scalar.isDigit && place.previous == "0": "een getal begint niet met 0; haal de 0 weg"
        case _ where place.previous == "\"" && !place.word.isEmpty:
            "de tekst houdt op bij het aanhalingsteken; typ binnen een tekst ‘ en ’, of \\\""
        default: nil
        }
    }

    private static func end(_ place: Place) -> String? {
        switch place.scalar {
        case let scalar? where scalar == "}" || scalar == "]": "hier staat een ‘\(scalar)’ te veel; haal haar weg"
        case ",": "na de laatste haak hoort geen komma; haal haar weg"
        default: nil
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
