import JSON
import Testing

/// A slip of someone who types JSON by hand, and what is said of it.
struct TypingSlip: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let line: Int
    let column: Int
    let message: String

    init(_ name: String, _ text: String, _ line: Int, _ column: Int, _ message: String) {
        self.init(name, bytes: Array(text.utf8), line, column, message)
    }

    init(_ name: String, bytes: [UInt8], _ line: Int, _ column: Int, _ message: String) {
        testDescription = name
        self.bytes = bytes
        self.line = line
        self.column = column
        self.message = message
    }
}

@Suite("Slips of the keyboard: where, and what to type")
struct SyntaxAdviceTests {
    static let commas = [
        TypingSlip("a missing comma between lines", "{\n  \"a\": 1\n  \"b\": 2\n}", 2, 9, "hier ontbreekt een komma; typ ‘,’"),
        TypingSlip("a missing comma on a line", #"{"a": "x" "b": 2}"#, 1, 10, "hier ontbreekt een komma; typ ‘,’"),
        TypingSlip("a missing comma between texts", #"{"a": ["x" "y"]}"#, 1, 11, "hier ontbreekt een komma; typ ‘,’"),
        TypingSlip("a missing comma between objects", "{\"a\": [{}\n{}]}", 1, 10, "hier ontbreekt een komma; typ ‘,’"),
        TypingSlip("a missing comma before true", "{\"a\": [1 true]}", 1, 9, "hier ontbreekt een komma; typ ‘,’"),
        TypingSlip("a comma after the last key", "{\"a\": 1,\n}", 1, 8, "voor ‘}’ hoort geen komma; haal de komma weg"),
        TypingSlip("a comma after the last item", #"{"a": [1, 2,]}"#, 1, 12, "voor ‘]’ hoort geen komma; haal de komma weg"),
        TypingSlip("two commas", #"{"a": 1,, "b": 2}"#, 1, 9, "hier staat een komma te veel; haal haar weg"),
        TypingSlip("a comma at the beginning", #"{"a": [, 1]}"#, 1, 8, "hier staat een komma te veel; haal haar weg"),
        TypingSlip("a comma at the end", #"{"a": 1},"#, 1, 9, "na de laatste haak hoort geen komma; haal haar weg"),
        TypingSlip("a semicolon", #"{"a": 1; "b": 2}"#, 1, 8, "typ een komma (,) in plaats van ‘;’"),
    ]

    static let quotes = [
        TypingSlip("curly quotes around a key", "{“a”: 1}", 1, 2, "‘“’ is geen recht aanhalingsteken; typ \""),
        TypingSlip("curly quotes around a text", "{\"a\": „x”}", 1, 7, "‘„’ is geen recht aanhalingsteken; typ \""),
        TypingSlip("single quotes", "{'a': 1}", 1, 2, "hier hoort een dubbel aanhalingsteken; typ \" in plaats van '"),
        TypingSlip(
            "a curly quote at the end", "{\"a\": \"x”,\n\"b\": 1}", 1, 11,
            "deze tekst is niet afgesloten; typ een recht aanhalingsteken (\") aan het eind"),
        TypingSlip(
            "a text without its end, on Windows", "{\"a\": \"x,\r\n\"b\": 1}", 1, 10,
            "deze tekst is niet afgesloten; typ een recht aanhalingsteken (\") aan het eind"),
        TypingSlip(
            "quotes within a text", #"{"a": "de "beste" lijst"}"#, 1, 12,
            "de tekst houdt op bij het aanhalingsteken; typ binnen een tekst ‘ en ’, of \\\""),
        TypingSlip("a key without quotes", "{kind: 1}", 1, 2, "een sleutel staat tussen aanhalingstekens; typ \"kind\""),
        TypingSlip(
            "a text without quotes", "{\"a\": signalering}", 1, 7, "een tekst staat tussen aanhalingstekens; typ \"signalering…\""),
    ]

    static let values = [
        TypingSlip("True", #"{"a": True}"#, 1, 7, "schrijf true, met kleine letters en zonder aanhalingstekens"),
        TypingSlip("NULL", #"{"a": NULL}"#, 1, 7, "schrijf null, met kleine letters en zonder aanhalingstekens"),
        TypingSlip("a leading zero", #"{"a": 04}"#, 1, 8, "een getal begint niet met 0; haal de 0 weg"),
        TypingSlip("a plus", #"{"a": +4}"#, 1, 7, "schrijf een getal zonder +"),
        TypingSlip(
            "a decimal comma", #"{"a": 1,5}"#, 1, 9,
            "na een komma hoort een sleutel; schrijf een getal zonder komma, in hele maanden of jaren"),
        TypingSlip("no value", #"{"a": , "b": 1}"#, 1, 7, "na ‘:’ ontbreekt de waarde; vul haar in, of haal de sleutel weg"),
        TypingSlip("no value at the end", #"{"a": }"#, 1, 7, "na ‘:’ ontbreekt de waarde; vul haar in, of haal de sleutel weg"),
        TypingSlip(
            "an equals sign", #"{"a" = 1}"#, 1, 6, "tussen een sleutel en haar waarde hoort ‘:’, maar hier staat ‘=’; typ ‘:’"),
        TypingSlip(
            "a comment", "{\n  // TODO\n}", 2, 3,
            "een JSON-bestand kent geen opmerkingen; haal deze weg, of zet haar als tekst in \"remarks\""),
    ]

    static let brackets = [
        TypingSlip("no end", #"{"a": [1, 2]"#, 1, 13, "het bestand houdt hier op, voordat alles gesloten is; typ ‘}’"),
        TypingSlip("a list without its end", #"{"a": [1, 2}"#, 1, 12, "typ eerst ‘]’: wat daarmee begon, is nog niet gesloten"),
        TypingSlip(
            "a key in a list", #"{"a": [1, "b": 2]}"#, 1, 14,
            "in een lijst staan geen sleutels; sluit de lijst hiervoor met ‘]’, of zet {…} om de sleutel"),
        TypingSlip("a brace too many", "{\"a\": 1}\n}", 2, 1, "hier staat een ‘}’ te veel; haal haar weg"),
        TypingSlip("cut off after a comma", #"{"a": 1,"#, 1, 9, "het bestand houdt hier op, voordat alles af is"),
        TypingSlip(
            "cut off within a text", #"{"a": "x"#, 1, 9,
            "het bestand houdt hier op, midden in een tekst; typ een recht aanhalingsteken (\")"),
    ]

    static let files = [
        TypingSlip("nothing", "", 1, 1, "het bestand is leeg; `wegwijzer catalogus nieuw ID` geeft een bestand om in te vullen"),
        TypingSlip("white space", " \r\n", 2, 1, "het bestand is leeg; `wegwijzer catalogus nieuw ID` geeft een bestand om in te vullen"),
        TypingSlip(
            "a byte order mark", "\u{FEFF}{}", 1, 1, "het bestand begint met een byte order mark; sla het op als UTF-8 zonder BOM"),
        TypingSlip(
            "UTF-16", bytes: [0xFF, 0xFE, 0x7B, 0, 0x7D, 0], 1, 1, "het bestand is opgeslagen als UTF-16; sla het op als UTF-8"),
        TypingSlip(
            "Windows-1252", bytes: Array("{\"a\": \"caf".utf8) + [0xE9] + Array("\"}".utf8), 1, 11,
            "dit is geen geldige UTF-8 (byte 233); sla het bestand op als UTF-8"),
        TypingSlip("a tab in a text", "{\"a\": \"x\ty\"}", 1, 9, "in deze tekst staat een tab; typ een spatie"),
        TypingSlip(
            "a no-break space", "{\u{A0}\"a\": 1}", 1, 2,
            "hier staat een teken dat u niet ziet (U+00A0); haal het weg, of typ een gewone spatie"),
        TypingSlip(
            "a zero-width space", "{\"a\": 1,\u{200B} \"b\": 2}", 1, 9,
            "hier staat een teken dat u niet ziet (U+200B); haal het weg, of typ een gewone spatie"),
    ]

    @Test(arguments: commas + quotes + values + brackets + files)
    func isTold(_ slip: TypingSlip) throws {
        let file = JSONFile(name: "x.json", bytes: slip.bytes)
        #expect(file.root() == nil)
        #expect(file.faults == [Fault(file: "x.json", line: slip.line, column: slip.column, message: slip.message)])
    }

    @Test("tabs between keys and line ends of Windows are no slips")
    func whiteSpace() {
        let file = JSONFile(name: "x.json", bytes: Array("{\r\n\t\"a\": 1\r\n}\r\n".utf8))
        #expect(file.root() != nil)
        #expect(file.faults.isEmpty)
    }
}
