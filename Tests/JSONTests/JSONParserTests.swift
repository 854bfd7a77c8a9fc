import Foundation
import JSON
import Testing

// The examples follow RFC 8259, section by section, in our own words. A copy of the public suite JSONTestSuite
// (github.com/nst/JSONTestSuite) is run as well when `JSON_TEST_SUITE` names its folder `test_parsing`.

@Suite("JSON: what is accepted")
struct AcceptedJSONTests {
    static let examples = [
        // Section 2: any value fills a file, with four kinds of white space around its parts.
        JSONExample("a lone text", #""alleen""#),
        JSONExample("a lone empty text", #""""#),
        JSONExample("a lone number", "12"),
        JSONExample("a lone negative number", "-3.5"),
        JSONExample("a lone true", "true"),
        JSONExample("a lone false", "false"),
        JSONExample("a lone null", "null"),
        JSONExample("white space before and after", " \t\r\n[] \t\r\n"),
        JSONExample("white space between all parts", "{ \"a\"\t:\n[ 1\r,\n2 ] , \"b\" : { } }"),
        JSONExample("no white space at all", #"{"a":[1,2],"b":{}}"#),
        JSONExample("line ends of Windows", "{\r\n  \"a\": 1\r\n}\r\n"),

        // Section 4: objects.
        JSONExample("an empty object", "{}"),
        JSONExample("an object with white space only", "{ \n }"),
        JSONExample("one member", #"{"id": "sdq"}"#),
        JSONExample("several members", #"{"van": 24, "tot": 204, "bron": null}"#),
        JSONExample("an empty key", #"{"": 0}"#),
        JSONExample("a key with a space", #"{"een sleutel": 0}"#),
        JSONExample("a key with escapes", #"{"regel\nregel\u0020A": 0}"#),
        JSONExample("a key with a NUL", #"{"a\u0000b": 0}"#),
        JSONExample("keys that differ by case", #"{"id": 1, "Id": 2, "ID": 3}"#),
        JSONExample("one key in two objects", #"{"a": {"id": 1}, "b": {"id": 2}}"#),
        JSONExample("objects in objects", #"{"a": {"b": {"c": {}}}}"#),

        // Section 5: arrays.
        JSONExample("an empty array", "[]"),
        JSONExample("an array with white space only", "[ ]"),
        JSONExample("an array of every kind", #"[null, true, false, 1, "x", [], {}]"#),
        JSONExample("arrays in arrays", "[[], [[]], [[[1]]]]"),
        JSONExample("several nulls", "[null, null, null]"),

        // Section 6: numbers.
        JSONExample("zero", "[0]"),
        JSONExample("minus zero", "[-0]"),
        JSONExample("zero with a fraction", "[0.0, -0.00]"),
        JSONExample("zero with an exponent", "[0e0, 0E1, 0e+2]"),
        JSONExample("a whole number", "[1234567890]"),
        JSONExample("a fraction", "[3.14159]"),
        JSONExample("an exponent", "[2e3]"),
        JSONExample("an exponent in capitals", "[2E3]"),
        JSONExample("an exponent with a plus", "[2e+3, 2E+3]"),
        JSONExample("an exponent with a minus", "[2e-3, 2E-3]"),
        JSONExample("an exponent with leading zeros", "[1e0005]"),
        JSONExample("a fraction and an exponent", "[-6.02e23]"),
        JSONExample("white space after a number", "[5 ]"),

        // Section 7: texts.
        JSONExample("the short escapes", #"["\" \\ \/ \b \f \n \r \t"]"#),
        JSONExample("an unescaped slash", #"["a/b"]"#),
        JSONExample("an escaped control character", #"["\u0000\u001F"]"#),
        JSONExample("hexadecimal in both cases", #"["\u00eb\u00EB\u00Eb"]"#),
        JSONExample("an escaped backslash before a u", #"["\\u00eb"]"#),
        JSONExample("a surrogate pair", #"["\uD83D\uDC76"]"#),
        JSONExample("the last surrogate pair", #"["\udbff\udfff"]"#),
        JSONExample("two surrogate pairs", #"["\ud83d\udc76\ud83d\udc67"]"#),
        JSONExample("escaped characters that are no characters", #"["\uFFFE\uFFFF\uFDD0"]"#),
        JSONExample("an escaped byte order mark", #"["\uFEFF"]"#),
        JSONExample("a DEL", "[\"a\u{7F}b\"]"),
        JSONExample("a no-break space", "[\"a\u{A0}b\"]"),
        JSONExample("line and paragraph separators", "[\"\u{2028}\u{2029}\"]"),
        JSONExample("what looks like a comment", #"["/* geen commentaar */ // ook niet"]"#),

        // Section 8: UTF-8, from one byte to four, at the edges of each.
        JSONExample("two bytes", bytes: [0x22, 0xC2, 0x80, 0xDF, 0xBF, 0x22]),
        JSONExample("three bytes", bytes: [0x22, 0xE0, 0xA0, 0x80, 0xEF, 0xBF, 0xBF, 0x22]),
        JSONExample("the characters around the surrogates", bytes: [0x22, 0xED, 0x9F, 0xBF, 0xEE, 0x80, 0x80, 0x22]),
        JSONExample("four bytes", bytes: [0x22, 0xF0, 0x90, 0x80, 0x80, 0xF4, 0x8F, 0xBF, 0xBF, 0x22]),
        JSONExample("Dutch", #"{"één": "zoëven, ’s middags – €5"}"#),
    ]

    @Test("RFC 8259", arguments: examples)
    func isAccepted(_ example: JSONExample) throws {
        _ = try JSONParser.parse(example.bytes)
    }

    @Test("nesting of 100 levels")
    func deepNesting() throws {
        _ = try JSONParser.parse(Array((String(repeating: "[", count: 100) + String(repeating: "]", count: 100)).utf8))
        _ = try JSONParser.parse(Array((String(repeating: #"{"a":"#, count: 99) + "1" + String(repeating: "}", count: 99)).utf8))
    }
}

@Suite("JSON: what is refused, where and why")
struct RefusedJSONTests {
    static let structure = [
        JSONExample("nothing", "", 1, 1, "hier hoort een waarde te staan, maar er staat het einde van het bestand"),
        JSONExample("white space only", " \n ", 2, 2, "hier hoort een waarde te staan, maar er staat het einde van het bestand"),
        JSONExample("two values", "[] []", 1, 4, "na de waarde hoort niets meer te staan, maar hier staat ‘[’"),
        JSONExample("two values, no space", "{}{}", 1, 3, "na de waarde hoort niets meer te staan, maar hier staat ‘{’"),
        JSONExample("a bracket too many", "[1]]", 1, 4, "na de waarde hoort niets meer te staan, maar hier staat ‘]’"),
        JSONExample("a comma at the end", "{},", 1, 3, "na de waarde hoort niets meer te staan, maar hier staat ‘,’"),
        JSONExample("a NUL at the end", "[]\u{0}", 1, 3, "na de waarde hoort niets meer te staan, maar hier staat byte 0"),
        JSONExample("a form feed as white space", "[\u{C}]", 1, 2, "hier hoort een waarde te staan, maar er staat byte 12"),
        JSONExample("a no-break space as white space", "[\u{A0}]", 1, 2, "hier hoort een waarde te staan, maar er staat byte 194"),
        JSONExample("a word joiner as white space", "[\u{2060}]", 1, 2, "hier hoort een waarde te staan, maar er staat byte 226"),
        JSONExample("a comment before", "// x\n[]", 1, 1, "hier hoort een waarde te staan, maar er staat ‘/’"),
        JSONExample("a comment after", "[] /* x */", 1, 4, "na de waarde hoort niets meer te staan, maar hier staat ‘/’"),
        JSONExample("a comment of YAML", "# x\n[]", 1, 1, "hier hoort een waarde te staan, maar er staat ‘#’"),
        JSONExample("XML", "<id/>", 1, 1, "hier hoort een waarde te staan, maar er staat ‘<’"),
        JSONExample("a bare word", "ouder", 1, 1, "hier hoort een waarde te staan, maar er staat ‘o’"),
        JSONExample("undefined", "[undefined]", 1, 2, "hier hoort een waarde te staan, maar er staat ‘u’"),
        JSONExample("half a true", "[tru]", 1, 5, "bedoeld is true, maar er staat ‘]’"),
        JSONExample("half a false", "fals", 1, 5, "bedoeld is false, maar er staat het einde van het bestand"),
        JSONExample("half a null", "[nul, 1]", 1, 5, "bedoeld is null, maar er staat ‘,’"),
        JSONExample("a null in capitals", "[NULL]", 1, 2, "hier hoort een waarde te staan, maar er staat ‘N’"),
        JSONExample("a True of Python", "[True]", 1, 2, "hier hoort een waarde te staan, maar er staat ‘T’"),
        JSONExample("true and more", "[trueish]", 1, 6, "hier hoort ‘,’ of ‘]’ te staan, maar er staat ‘i’"),
    ]

    static let objects = [
        JSONExample(
            "no end", #"{"a": 1"#, 1, 8, "hier hoort ‘,’ of ‘}’ te staan, maar er staat het einde van het bestand"),
        JSONExample(
            "only a beginning", "{", 1, 2,
            "hier hoort een sleutel tussen aanhalingstekens te staan, maar er staat het einde van het bestand"),
        JSONExample("only an end", "}", 1, 1, "hier hoort een waarde te staan, maar er staat ‘}’"),
        JSONExample("the end of an array", #"{"a": 1]"#, 1, 8, "hier hoort ‘,’ of ‘}’ te staan, maar er staat ‘]’"),
        JSONExample("no colon", #"{"a" 1}"#, 1, 6, "na de sleutel \"a\" hoort ‘:’ te staan, maar er staat ‘1’"),
        JSONExample("two colons", #"{"a":: 1}"#, 1, 6, "hier hoort een waarde te staan, maar er staat ‘:’"),
        JSONExample("an equals sign", #"{"a" = 1}"#, 1, 6, "na de sleutel \"a\" hoort ‘:’ te staan, maar er staat ‘=’"),
        JSONExample("a comma for a colon", #"{"a", "b"}"#, 1, 5, "na de sleutel \"a\" hoort ‘:’ te staan, maar er staat ‘,’"),
        JSONExample("a key alone", #"{"a"}"#, 1, 5, "na de sleutel \"a\" hoort ‘:’ te staan, maar er staat ‘}’"),
        JSONExample("no value", #"{"a": }"#, 1, 7, "hier hoort een waarde te staan, maar er staat ‘}’"),
        JSONExample("no key", "{: 1}", 1, 2, "hier hoort een sleutel tussen aanhalingstekens te staan, maar er staat ‘:’"),
        JSONExample(
            "a key without quotes", "{a: 1}", 1, 2, "hier hoort een sleutel tussen aanhalingstekens te staan, maar er staat ‘a’"),
        JSONExample(
            "a key in single quotes", "{'a': 1}", 1, 2, "hier hoort een sleutel tussen aanhalingstekens te staan, maar er staat ‘'’"),
        JSONExample(
            "a number for a key", "{1: 1}", 1, 2, "hier hoort een sleutel tussen aanhalingstekens te staan, maar er staat ‘1’"),
        JSONExample("an array for a key", "{[]: 1}", 1, 2, "hier hoort een sleutel tussen aanhalingstekens te staan, maar er staat ‘[’"),
        JSONExample(
            "a comma before the end", #"{"a": 1,}"#, 1, 9,
            "hier hoort een sleutel tussen aanhalingstekens te staan, maar er staat ‘}’"),
        JSONExample(
            "a comma at the beginning", #"{, "a": 1}"#, 1, 2,
            "hier hoort een sleutel tussen aanhalingstekens te staan, maar er staat ‘,’"),
        JSONExample(
            "two commas", #"{"a": 1,, "b": 2}"#, 1, 9,
            "hier hoort een sleutel tussen aanhalingstekens te staan, maar er staat ‘,’"),
        JSONExample("no comma", #"{"a": 1 "b": 2}"#, 1, 9, "hier hoort ‘,’ of ‘}’ te staan, maar er staat ‘\"’"),
        JSONExample("a semicolon", #"{"a": 1; "b": 2}"#, 1, 8, "hier hoort ‘,’ of ‘}’ te staan, maar er staat ‘;’"),
        JSONExample("a comment inside", #"{"a": /* x */ 1}"#, 1, 7, "hier hoort een waarde te staan, maar er staat ‘/’"),
    ]

    static let arrays = [
        JSONExample("no end", "[1", 1, 3, "hier hoort ‘,’ of ‘]’ te staan, maar er staat het einde van het bestand"),
        JSONExample("no end after a comma", "[1,", 1, 4, "hier hoort een waarde te staan, maar er staat het einde van het bestand"),
        JSONExample("only a beginning", "[", 1, 2, "hier hoort een waarde te staan, maar er staat het einde van het bestand"),
        JSONExample("only an end", "]", 1, 1, "hier hoort een waarde te staan, maar er staat ‘]’"),
        JSONExample("the end of an object", "[1}", 1, 3, "hier hoort ‘,’ of ‘]’ te staan, maar er staat ‘}’"),
        JSONExample("ends crosswise", #"[{"a": 1]}"#, 1, 9, "hier hoort ‘,’ of ‘}’ te staan, maar er staat ‘]’"),
        JSONExample("a comma before the end", "[1,]", 1, 4, "hier hoort een waarde te staan, maar er staat ‘]’"),
        JSONExample("a comma at the beginning", "[,1]", 1, 2, "hier hoort een waarde te staan, maar er staat ‘,’"),
        JSONExample("two commas", "[1,,2]", 1, 4, "hier hoort een waarde te staan, maar er staat ‘,’"),
        JSONExample("a comma alone", "[,]", 1, 2, "hier hoort een waarde te staan, maar er staat ‘,’"),
        JSONExample("no comma", "[1 2]", 1, 4, "hier hoort ‘,’ of ‘]’ te staan, maar er staat ‘2’"),
        JSONExample("no comma between arrays", "[[1][2]]", 1, 5, "hier hoort ‘,’ of ‘]’ te staan, maar er staat ‘[’"),
        JSONExample("a colon", #"["a": 1]"#, 1, 5, "hier hoort ‘,’ of ‘]’ te staan, maar er staat ‘:’"),
        JSONExample("a star", "[*]", 1, 2, "hier hoort een waarde te staan, maar er staat ‘*’"),
    ]

    static let numbers = [
        JSONExample("a plus", "[+1]", 1, 2, "hier hoort een waarde te staan, maar er staat ‘+’"),
        JSONExample("a minus alone", "[-]", 1, 3, "hier hoort een cijfer te staan, maar er staat ‘]’"),
        JSONExample("two minuses", "[--1]", 1, 3, "hier hoort een cijfer te staan, maar er staat ‘-’"),
        JSONExample("a space after the minus", "[- 1]", 1, 3, "hier hoort een cijfer te staan, maar er staat byte 32"),
        JSONExample("a leading zero", "[012]", 1, 3, "hier hoort ‘,’ of ‘]’ te staan, maar er staat ‘1’"),
        JSONExample("a leading zero after the minus", "[-07]", 1, 4, "hier hoort ‘,’ of ‘]’ te staan, maar er staat ‘7’"),
        JSONExample("two zeros", "00", 1, 2, "na de waarde hoort niets meer te staan, maar hier staat ‘0’"),
        JSONExample("a fraction without a whole", "[.5]", 1, 2, "hier hoort een waarde te staan, maar er staat ‘.’"),
        JSONExample("a minus and a fraction", "[-.5]", 1, 3, "hier hoort een cijfer te staan, maar er staat ‘.’"),
        JSONExample("a point at the end", "[5.]", 1, 4, "hier hoort een cijfer te staan, maar er staat ‘]’"),
        JSONExample("a point before the exponent", "[5.e1]", 1, 4, "hier hoort een cijfer te staan, maar er staat ‘e’"),
        JSONExample("two points", "[1.2.3]", 1, 5, "hier hoort ‘,’ of ‘]’ te staan, maar er staat ‘.’"),
        JSONExample("an exponent without digits", "[1e]", 1, 4, "hier hoort een cijfer te staan, maar er staat ‘]’"),
        JSONExample("an exponent with a sign only", "[1e+]", 1, 5, "hier hoort een cijfer te staan, maar er staat ‘]’"),
        JSONExample("an exponent with two signs", "[1e+-2]", 1, 5, "hier hoort een cijfer te staan, maar er staat ‘-’"),
        JSONExample("an exponent with a fraction", "[1e2.5]", 1, 5, "hier hoort ‘,’ of ‘]’ te staan, maar er staat ‘.’"),
        JSONExample("two exponents", "[1e2e3]", 1, 5, "hier hoort ‘,’ of ‘]’ te staan, maar er staat ‘e’"),
        JSONExample("an exponent alone", "[e2]", 1, 2, "hier hoort een waarde te staan, maar er staat ‘e’"),
        JSONExample("hexadecimal", "[0x1F]", 1, 3, "hier hoort ‘,’ of ‘]’ te staan, maar er staat ‘x’"),
        JSONExample("thousands", "[1 000]", 1, 4, "hier hoort ‘,’ of ‘]’ te staan, maar er staat ‘0’"),
        JSONExample("a letter at the end", "[12a]", 1, 4, "hier hoort ‘,’ of ‘]’ te staan, maar er staat ‘a’"),
        JSONExample("a sum", "[1+2]", 1, 3, "hier hoort ‘,’ of ‘]’ te staan, maar er staat ‘+’"),
        JSONExample("not a number", "[NaN]", 1, 2, "hier hoort een waarde te staan, maar er staat ‘N’"),
        JSONExample("infinity", "[Infinity]", 1, 2, "hier hoort een waarde te staan, maar er staat ‘I’"),
        JSONExample("minus infinity", "[-Infinity]", 1, 3, "hier hoort een cijfer te staan, maar er staat ‘I’"),
        JSONExample("a digit of full width", "[１]", 1, 2, "hier hoort een waarde te staan, maar er staat byte 239"),
    ]

    static let texts = [
        JSONExample("no end", #"["ouder"#, 1, 8, "de tekst heeft geen sluitend aanhalingsteken"),
        JSONExample("only a quote", "\"", 1, 2, "de tekst heeft geen sluitend aanhalingsteken"),
        JSONExample("an escaped quote at the end", #"["ouder\"]"#, 1, 11, "de tekst heeft geen sluitend aanhalingsteken"),
        JSONExample("a backslash at the end", #"["\"#, 1, 4, "de tekst breekt af na ‘\\’"),
        JSONExample("single quotes", "['ouder']", 1, 2, "hier hoort een waarde te staan, maar er staat ‘'’"),
        JSONExample("curly quotes", "[“ouder”]", 1, 2, "hier hoort een waarde te staan, maar er staat byte 226"),
        JSONExample(
            "a line end inside", "[\"een\ntwee\"]", 1, 6, "een tekst mag geen stuurteken bevatten (byte 10); schrijf \\n of haal het weg"),
        JSONExample("a tab inside", "[\"\t\"]", 1, 3, "een tekst mag geen stuurteken bevatten (byte 9); schrijf \\n of haal het weg"),
        JSONExample("a NUL inside", "[\"a\u{0}b\"]", 1, 4, "een tekst mag geen stuurteken bevatten (byte 0); schrijf \\n of haal het weg"),
        JSONExample(
            "the last control character", "[\"\u{1F}\"]", 1, 3,
            "een tekst mag geen stuurteken bevatten (byte 31); schrijf \\n of haal het weg"),
        JSONExample("an unknown escape", #"["\a"]"#, 1, 4, "na ‘\\’ mag ‘a’ niet staan"),
        JSONExample("an escape in capitals", #"["\N"]"#, 1, 4, "na ‘\\’ mag ‘N’ niet staan"),
        JSONExample("an escaped single quote", #"["\'"]"#, 1, 4, "na ‘\\’ mag ‘'’ niet staan"),
        JSONExample("an escape of C", #"["\x41"]"#, 1, 4, "na ‘\\’ mag ‘x’ niet staan"),
        JSONExample("an escaped line end", "[\"\\\n\"]", 1, 4, "na ‘\\’ mag byte 10 niet staan"),
        JSONExample("an escaped accent", "[\"\\é\"]", 1, 4, "na ‘\\’ mag byte 195 niet staan"),
        JSONExample("no digits after \\u", #"["\u"]"#, 1, 5, "na \\u horen vier hexadecimale cijfers"),
        JSONExample("three digits after \\u", #"["\u00e"]"#, 1, 8, "na \\u horen vier hexadecimale cijfers"),
        JSONExample("a letter beyond f after \\u", #"["\u00g0"]"#, 1, 7, "na \\u horen vier hexadecimale cijfers"),
        JSONExample("braces after \\u", #"["\u{e9}"]"#, 1, 5, "na \\u horen vier hexadecimale cijfers"),
        JSONExample("a sign after \\u", #"["\u+0e9"]"#, 1, 5, "na \\u horen vier hexadecimale cijfers"),
        JSONExample("digits of full width after \\u", "[\"\\u００００\"]", 1, 5, "na \\u horen vier hexadecimale cijfers"),
        JSONExample("the end of the file after \\u", #"["\u00"#, 1, 7, "na \\u horen vier hexadecimale cijfers"),
        JSONExample("an escape outside a text", #"[\u0031]"#, 1, 2, "hier hoort een waarde te staan, maar er staat ‘\\’"),
    ]

    static let surrogates = [
        JSONExample("a first half alone", #"["\ud83d"]"#, 1, 5, "na een half teken (\\ud800-\\udbff) hoort de andere helft"),
        JSONExample("a first half before a letter", #"["\ud83dx"]"#, 1, 5, "na een half teken (\\ud800-\\udbff) hoort de andere helft"),
        JSONExample(
            "a first half before another escape", #"["\ud83d\n"]"#, 1, 5, "na een half teken (\\ud800-\\udbff) hoort de andere helft"),
        JSONExample("a first half before a whole", #"["\ud83d\u0041"]"#, 1, 5, "na een half teken (\\ud800-\\udbff) hoort de andere helft"),
        JSONExample(
            "a first half before the first after the halves", #"["\ud83d\ue000"]"#, 1, 5,
            "na een half teken (\\ud800-\\udbff) hoort de andere helft"),
        JSONExample("two first halves", #"["\ud83d\ud83d"]"#, 1, 5, "na een half teken (\\ud800-\\udbff) hoort de andere helft"),
        JSONExample("a second half that breaks off", #"["\ud83d\udc7"]"#, 1, 14, "na \\u horen vier hexadecimale cijfers"),
        JSONExample("a second half alone", #"["\udc76"]"#, 1, 5, "een half teken (\\udc00-\\udfff) zonder zijn eerste helft"),
        JSONExample("two halves the other way", #"["\udc76\ud83d"]"#, 1, 5, "een half teken (\\udc00-\\udfff) zonder zijn eerste helft"),
    ]

    static let encodings = [
        JSONExample("Latin-1", bytes: [0x5B, 0x22, 0xEB, 0x22, 0x5D], 1, 3, "dit is geen geldige UTF-8 (byte 235)"),
        JSONExample("a continuation alone", bytes: [0x22, 0x80, 0x22], 1, 2, "dit is geen geldige UTF-8 (byte 128)"),
        JSONExample("two bytes where one would do", bytes: [0x22, 0xC0, 0xAF, 0x22], 1, 2, "dit is geen geldige UTF-8 (byte 192)"),
        JSONExample("three bytes where two would do", bytes: [0x22, 0xE0, 0x9F, 0xBF, 0x22], 1, 2, "dit is geen geldige UTF-8 (byte 224)"),
        JSONExample(
            "four bytes where three would do", bytes: [0x22, 0xF0, 0x8F, 0xBF, 0xBF, 0x22], 1, 2, "dit is geen geldige UTF-8 (byte 240)"),
        JSONExample("a surrogate as UTF-8", bytes: [0x22, 0xED, 0xA0, 0xBD, 0x22], 1, 2, "dit is geen geldige UTF-8 (byte 237)"),
        JSONExample("beyond Unicode", bytes: [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1, 2, "dit is geen geldige UTF-8 (byte 244)"),
        JSONExample("a byte that UTF-8 never uses", bytes: [0x22, 0xFF, 0x22], 1, 2, "dit is geen geldige UTF-8 (byte 255)"),
        JSONExample("a character cut off by the quote", bytes: [0x22, 0xE2, 0x82, 0x22], 1, 2, "dit is geen geldige UTF-8 (byte 226)"),
        JSONExample("a character cut off by the end", bytes: [0x22, 0xE2, 0x82], 1, 2, "dit is geen geldige UTF-8 (byte 226)"),
        JSONExample(
            "invalid bytes in a key", bytes: [0x7B, 0x22, 0xEB, 0x22, 0x3A, 0x31, 0x7D], 1, 3, "dit is geen geldige UTF-8 (byte 235)"),
        JSONExample(
            "invalid bytes outside a text", bytes: [0x5B, 0xEB, 0x5D], 1, 2, "hier hoort een waarde te staan, maar er staat byte 235"),
        JSONExample(
            "UTF-16, big end first", bytes: [0x00, 0x5B, 0x00, 0x5D], 1, 1, "hier hoort een waarde te staan, maar er staat byte 0"),
        JSONExample(
            "UTF-16, little end first", bytes: [0x5B, 0x00, 0x5D, 0x00], 1, 2, "hier hoort een waarde te staan, maar er staat byte 0"),
        JSONExample(
            "UTF-16 with its mark", bytes: [0xFF, 0xFE, 0x5B, 0x00], 1, 1, "hier hoort een waarde te staan, maar er staat byte 255"),
    ]

    /// RFC 8259 leaves these to the reader; ours refuses them, each for a reason.
    static let ours = [
        // Section 4: which of two values counts is not defined, and in a catalogue it is always a slip.
        JSONExample("a key twice", #"{"id": 1, "id": 2}"#, 1, 11, "de sleutel \"id\" staat hier twee keer; haal er één weg"),
        JSONExample(
            "a key twice, with one value", #"{"id": 1, "id": 1}"#, 1, 11, "de sleutel \"id\" staat hier twee keer; haal er één weg"),
        JSONExample(
            "a key twice, once with an escape", #"{"id": 1, "\u0069d": 2}"#, 1, 11,
            "de sleutel \"id\" staat hier twee keer; haal er één weg"),
        // Section 8.1: a reader may skip the mark; ours keeps all files alike.
        JSONExample(
            "a byte order mark", "\u{FEFF}{}", 1, 1, "het bestand begint met een byte order mark; sla het op als UTF-8 zonder BOM"),
        JSONExample(
            "a byte order mark alone", "\u{FEFF}", 1, 1, "het bestand begint met een byte order mark; sla het op als UTF-8 zonder BOM"),
        // Section 9: a limit, so that no file can exhaust the stack.
        JSONExample("arrays 101 deep", String(repeating: "[", count: 101), 1, 101, "dieper dan 100 niveaus genest"),
        JSONExample("a value at level 101", String(repeating: "[", count: 100) + "1", 1, 101, "dieper dan 100 niveaus genest"),
        JSONExample("objects 101 deep", String(repeating: #"{"a":"#, count: 101), 1, 501, "dieper dan 100 niveaus genest"),
        JSONExample("a million brackets", String(repeating: "[", count: 1_000_000), 1, 101, "dieper dan 100 niveaus genest"),
        JSONExample(
            "a hundred thousand objects in arrays", String(repeating: #"[{"a":"#, count: 100_000), 1, 301,
            "dieper dan 100 niveaus genest"),
    ]

    @Test("the whole of the file", arguments: structure) func structureIsRefused(_ example: JSONExample) { expectRefusal(example) }
    @Test("objects", arguments: objects) func objectIsRefused(_ example: JSONExample) { expectRefusal(example) }
    @Test("arrays", arguments: arrays) func arrayIsRefused(_ example: JSONExample) { expectRefusal(example) }
    @Test("numbers", arguments: numbers) func numberIsRefused(_ example: JSONExample) { expectRefusal(example) }
    @Test("texts", arguments: texts) func textIsRefused(_ example: JSONExample) { expectRefusal(example) }
    @Test("halves of characters", arguments: surrogates) func surrogateIsRefused(_ example: JSONExample) { expectRefusal(example) }
    @Test("bytes that are no UTF-8", arguments: encodings) func encodingIsRefused(_ example: JSONExample) { expectRefusal(example) }
    @Test("what the standard leaves open", arguments: ours) func choiceIsRefused(_ example: JSONExample) { expectRefusal(example) }

    /// Expects a refusal at the example's place that begins with its message, and one fault of the file that holds it.
    private func expectRefusal(_ example: JSONExample) {
        let file = JSONFile(name: "voorbeeld.json", bytes: example.bytes)
        do throws(JSONParser.Failure) {
            _ = try JSONParser.parse(example.bytes)
            Issue.record("accepted")
        } catch {
            #expect(file.position(of: error.offset) == (example.line, example.column))
            #expect(error.message.hasPrefix(example.message), "\(error.message)")
        }
        #expect(file.root() == nil)
        #expect(file.faults.count == 1)
        #expect(file.faults.first?.path.isEmpty == true)
    }
}

@Suite("JSON: places in a file")
struct JSONPositionTests {
    @Test(
        "line and column count from 1, the column in characters",
        arguments: [
            JSONExample("on a later line", "{\n  \"a\": 1,\n  \"b\": ?\n}", 3, 8, ""),
            JSONExample("at the beginning of a line", "[\n?", 2, 1, ""),
            JSONExample("after an empty line", "[\n\n ?", 3, 2, ""),
            JSONExample("after a line end of Windows", "{\r\n  \"a\": ?", 2, 8, ""),
            JSONExample("after a tab", "[\t?", 1, 3, ""),
            JSONExample("after an accent", #"["é", ?"#, 1, 7, ""),
            JSONExample("after an accent of two scalars", "[\"e\u{301}\", ?", 1, 7, ""),
            JSONExample("after a euro sign", #"["€", ?"#, 1, 7, ""),
            JSONExample("after a child of four bytes", #"["👶", ?"#, 1, 7, ""),
            JSONExample("after a family of many", #"["👩‍👧‍👦", ?"#, 1, 7, ""),
            JSONExample("after an escape, which counts as written", #"["\u00e9", ?"#, 1, 12, ""),
            JSONExample("at the end of the file", "[\n  1,\n", 3, 1, ""),
        ])
    func placeOfFault(_ example: JSONExample) {
        let file = JSONFile(name: "voorbeeld.json", bytes: example.bytes)
        #expect(file.root() == nil)
        #expect(file.faults.map { [$0.line, $0.column] } == [[example.line, example.column]])
    }

    @Test("a value begins at its first byte, a key at its quote")
    func offsets() throws {
        let node = try JSONParser.parse(Array(#" {"één": [ 1, "x" ]}"#.utf8))
        #expect(node.offset == 1)
        guard case .object(let members) = node.value, let member = members.first, case .array(let items) = member.node.value else {
            Issue.record("an object with an array was expected: \(node.outline)")
            return
        }
        #expect(member.keyOffset == 2)
        #expect(member.node.offset == 11)
        #expect(items.map { $0.offset } == [13, 16])
    }

    @Test(
        "a file holds an object",
        arguments: [
            ("[]", "een lijst"), (#""x""#, "een tekst"), ("1", "een getal"), ("true", "true of false"), ("null", "null"),
        ])
    func rootMustBeObject(_ text: String, _ kind: String) {
        let file = JSONFile(name: "voorbeeld.json", bytes: Array(" \(text)".utf8))
        #expect(file.root() == nil)
        let message = "hier hoort een object te staan, maar er staat \(kind); een object staat tussen accolades: {\"sleutel\": …}"
        #expect(file.faults == [Fault(file: "voorbeeld.json", line: 1, column: 2, path: "$", message: message)])
    }
}

@Suite("JSON: what is read")
struct JSONValueTests {
    @Test(
        "values",
        arguments: [
            ("null", "null"),
            ("[true, false]", "[true, false]"),
            ("[]", "[]"),
            ("{}", "{}"),
            (#"{"b": 1, "a": {"c": [2, {}]}}"#, "{b: number 1, a: {c: [number 2, {}]}}"),
            (#"["", "x", " "]"#, "[text , text x, text  ]"),
            (#"{"\u0061\/b": 0}"#, "{a/b: number 0}"),
        ])
    func value(_ text: String, _ outline: String) throws {
        #expect(try JSONParser.parse(Array(text.utf8)).outline == outline)
    }

    @Test(
        "numbers keep their digits, however many",
        arguments: [
            "0", "-0", "10", "-12.50", "1e5", "1E+05", "0.1e-7", "9223372036854775808", "-99999999999999999999999999", "1e400", "1e-99999",
            "0.1000000000000000055511151231257827",
        ])
    func number(_ digits: String) throws {
        #expect(try JSONParser.parse(Array(" \(digits) ".utf8)).outline == "number \(digits)")
    }

    @Test(
        "texts, scalar by scalar",
        arguments: [
            (#""""#, []),
            (#""\"\\\/\b\f\n\r\t""#, [0x22, 0x5C, 0x2F, 0x08, 0x0C, 0x0A, 0x0D, 0x09]),
            (#""\u0041\u00eB\u20AC""#, [0x41, 0xEB, 0x20AC]),
            (#""\u0000\u001f\u007f""#, [0x00, 0x1F, 0x7F]),
            (#""\\u0041""#, [0x5C, 0x75, 0x30, 0x30, 0x34, 0x31]),
            (#""\ud83d\udc76""#, [0x1F476]),
            (#""\uD800\uDC00\uDBFF\uDFFF""#, [0x10000, 0x10FFFF]),
            (#""\ud7ff\ue000\ufffe\uffff""#, [0xD7FF, 0xE000, 0xFFFE, 0xFFFF]),
            ("\"é\"", [0xE9]),
            ("\"e\u{301}\"", [0x65, 0x301]),
            (#""e\u0301""#, [0x65, 0x301]),
            ("\"€👶\"", [0x20AC, 0x1F476]),
            (#""a\ud83d\udc76b""#, [0x61, 0x1F476, 0x62]),
        ] as [(String, [UInt32])])
    func text(_ text: String, _ scalars: [UInt32]) throws {
        #expect(try JSONParser.parse(Array(text.utf8)).scalars == scalars)
    }
}

@Suite("JSON: no input ends the program")
struct JSONRobustnessTests {
    static let all =
        AcceptedJSONTests.examples + RefusedJSONTests.structure + RefusedJSONTests.objects + RefusedJSONTests.arrays
        + RefusedJSONTests.numbers + RefusedJSONTests.texts + RefusedJSONTests.surrogates + RefusedJSONTests.encodings

    /// A fault, if there is one, lies within the file.
    private func expectAnswer(_ bytes: [UInt8]) {
        do throws(JSONParser.Failure) {
            _ = try JSONParser.parse(bytes)
        } catch {
            #expect((0...bytes.count).contains(error.offset))
            #expect(!error.message.isEmpty)
        }
    }

    @Test("a file that breaks off anywhere", arguments: all)
    func prefixes(_ example: JSONExample) {
        for count in example.bytes.indices { expectAnswer(Array(example.bytes[..<count])) }
    }

    @Test("a file with one byte changed", arguments: all)
    func changedBytes(_ example: JSONExample) {
        for index in example.bytes.indices {
            for byte: UInt8 in [0x00, 0x20, 0x22, 0x2C, 0x30, 0x5C, 0x5D, 0x75, 0x7B, 0x80, 0xC3, 0xE2, 0xF4, 0xFF] {
                var bytes = example.bytes
                bytes[index] = byte
                expectAnswer(bytes)
            }
        }
    }

    @Test("an object that breaks off anywhere is refused")
    func noHalfObjects() {
        let bytes = Array(#"{"één": [1.5e3, -0, "\ud83d\udc76\n", null], "b": {"c": true, "d": false}}"#.utf8)
        #expect(throws: Never.self) { try JSONParser.parse(bytes) }
        for count in bytes.indices {
            #expect(throws: JSONParser.Failure.self, "the first \(count) bytes") { try JSONParser.parse(Array(bytes[..<count])) }
        }
    }
}

/// The public suite, which is not part of the project: `JSON_TEST_SUITE=…/test_parsing swift test`.
private enum PublicSuite {
    static let folder = ProcessInfo.processInfo.environment["JSON_TEST_SUITE"]

    static var files: [String] {
        guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
        return names.filter { $0.hasSuffix(".json") }
    }

    /// The suite accepts a key that stands twice; ours refuses it on purpose.
    static let refusedOnPurpose = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"]
}

@Suite("JSON: the public suite", .enabled(if: PublicSuite.folder != nil, "JSON_TEST_SUITE names no folder"))
struct PublicJSONSuiteTests {
    @Test("y is accepted, n is refused, i is free", arguments: PublicSuite.files)
    func conforms(_ name: String) throws {
        let bytes = try Array(Data(contentsOf: URL(filePath: "\(PublicSuite.folder ?? "")/\(name)")))
        let accepted = (try? JSONParser.parse(bytes)) != nil
        if PublicSuite.refusedOnPurpose.contains(name) || name.hasPrefix("n_") {
            #expect(!accepted)
        } else if name.hasPrefix("y_") {
            #expect(accepted)
        }
    }

    @Test("the suite is there")
    func isComplete() {
        #expect(PublicSuite.files.count > 300)
    }
}
