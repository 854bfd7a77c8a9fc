import BuiltInCatalog
import Catalog
import Search
import Storage
import Testing

/// Ages are the child's, in months, half-open: “4-12” is from the fourth birthday to the day before the thirteenth.
@Suite("Ages in a question")
struct AgeReadingTests {
    private func expect(_ question: String, _ months: String, _ location: SourceLocation = #_sourceLocation) throws {
        let read = try Asked(question).ages
        #expect(read == months, "\(question)", sourceLocation: location)
    }

    @Test(
        "two bounds, in every notation",
        arguments: [
            ("KOPP 4-12 signalering", "48..<156"),
            ("4–12 jaar", "48..<156"),
            ("4 - 12", "48..<156"),
            ("4 — 12 jr", "48..<156"),
            ("4-12jr", "48..<156"),
            ("4 jaar - 12 jaar", "48..<156"),
            ("8 t/m 12", "96..<156"),
            ("8 t/m 12 jaar", "96..<156"),
            ("8 t/m 12-jarigen", "96..<156"),
            ("8 tm 12 jaar", "96..<156"),
            ("8 tot en met 12 jaar", "96..<156"),
            ("kinderen van 8 tot en met 12", "96..<156"),
            ("tussen 4 en 12", "48..<156"),
            ("tussen de 4 en 12 jaar", "48..<156"),
            ("tussen vier en twaalf jaar", "48..<156"),
            ("2 à 3 jaar", "24..<48"),
            ("4/5 jaar", "48..<72"),
            ("0-4 jarigen", "0..<60"),
            ("12-18-jarigen", "144..<228"),
            ("jongeren 16-25", "192..<312"),
            ("4 tot 12 jaar", "48..<144"),
            ("van 4 tot 12 jaar", "48..<144"),
            ("0 tot 4", "0..<48"),
            ("twee tot zes jaar", "24..<72"),
            ("12-20 mnd", "12..<21"),
            ("12 tot 36 maanden", "12..<36"),
            ("6 maanden tot 2 jaar", "6..<24"),
            ("6 weken tot 9 maanden", "1..<9"),
            ("9 mnd-4 jr", "9..<60"),
            ("1,5-4 jaar", "18..<60"),
            ("1,5 t/m 7 jaar", "18..<96"),
            ("0-2,5 jr", "0..<31"),
            ("5-5 jaar", "60..<72"),
        ])
    func twoBounds(question: String, months: String) throws { try expect(question, months) }

    @Test(
        "one age",
        arguments: [
            ("meisje van 7, moeder heeft borderline", "84..<96"),
            ("meisje (7)", "84..<96"),
            ("kind van zeven", "84..<96"),
            ("jongen van zeven jaar", "84..<96"),
            ("9 jaar oud", "108..<120"),
            ("leeftijd 9", "108..<120"),
            ("hij is al 9 jaar", "108..<120"),
            ("ze is al 9 jaar oud", "108..<120"),
            ("9-jarige", "108..<120"),
            ("kindje van 9 maand", "9..<10"),
            ("een 9-jarig meisje", "108..<120"),
            ("9 jarig kind", "108..<120"),
            ("9jr", "108..<120"),
            ("dochter van 19", "228..<240"),
            ("1 jaar", "12..<24"),
            ("1,5 jaar", "18..<19"),
            ("1.5 jaar", "18..<19"),
            ("2,5 jaar", "30..<31"),
            ("18 maanden", "18..<19"),
            ("18 maanden oud", "18..<19"),
            ("6 mnd", "6..<7"),
            ("kindje van drie maanden", "3..<4"),
            ("meisje van 6 jaar en 3 maanden", "75..<76"),
            ("anderhalf jaar", "18..<19"),
            ("jaar of 8", "96..<108"),
            ("een 3-jarige tweeling", "36..<48"),
            ("6 weken", "1..<2"),
            ("3 weken oud", "0..<1"),
        ])
    func oneAge(question: String, months: String) throws { try expect(question, months) }

    @Test(
        "what nobody's age can be is no age, in whatever unit",
        arguments: [
            "28 jaar", "28 jaar en 2 maanden", "400 maanden", "vanaf 4701 maanden", "tot 2000 weken", "1300 tot 4701 maanden",
            "1500 weken tot 200 jaar",
        ])
    func tooOld(question: String) throws { try expect(question, "") }

    @Test(
        "an open end",
        arguments: [
            ("vanaf 8", "96..."),
            ("vanaf 8 jaar", "96..."),
            ("vanaf de 8 jaar", "96..."),
            ("minimaal 8 jaar", "96..."),
            ("8+", "96..."),
            ("8 jaar en ouder", "96..."),
            ("8 jaar of ouder", "96..."),
            ("8 en ouder", "96..."),
            ("vanaf 18 maanden", "18..."),
            ("ouder dan 12", "144..."),
            ("ouder dan 12 jaar", "144..."),
            ("> 12", "144..."),
            (">12 jr", "144..."),
            ("≥ 12 jaar", "144..."),
            ("tot 5", "..<60"),
            ("tot 5 jaar", "..<60"),
            ("kinderen tot twee jaar", "..<24"),
            ("onder de 2", "..<24"),
            ("onder de twee jaar", "..<24"),
            ("jonger dan 2", "..<24"),
            ("jonger dan 18 maanden", "..<18"),
            ("< 5 jaar", "..<60"),
            ("<5", "..<60"),
            ("≤ 5 jaar", "..<72"),
            ("<=5 jaar", "..<72"),
            (">= 8", "96..."),
            ("t/m 5 jaar", "..<72"),
            ("tot en met 5 jaar", "..<72"),
            ("5 jaar en jonger", "..<72"),
        ])
    func openEnd(question: String, months: String) throws { try expect(question, months) }

    @Test(
        "several children are several ages",
        arguments: [
            ("kinderen van 3 en 9", "36..<48, 108..<120"),
            ("van 3 en 9 jaar", "36..<48, 108..<120"),
            ("3, 5 en 9 jaar", "36..<48, 60..<72, 108..<120"),
            ("kinderen van twee en zes", "24..<36, 72..<84"),
            ("2 of 3 jaar", "24..<36, 36..<48"),
            ("zoon van 4 en dochter van 8 maanden", "48..<60, 8..<9"),
            ("de kinderen van 7 en 10 zwijgen erover", "84..<96, 120..<132"),
            ("een peuter en een kind van 8", "96..<108, 12..<48"),
            ("baby en puber", "0..<12, 132..<204"),
            ("kinderen van 2 jaar en 8 maanden", "24..<36, 8..<9"),
        ])
    func severalChildren(question: String, months: String) throws { try expect(question, months) }

    @Test(
        "phases of life and years of school",
        arguments: [
            ("zwanger", "-9..<0"),
            ("aanstaande moeder in de schulden", "-9..<0"),
            ("prenataal", "-9..<0"),
            ("pasgeboren", "0..<1"),
            ("kraamtijd", "0..<2"),
            ("baby", "0..<12"),
            ("zuigelingen", "0..<12"),
            ("eerste 1000 dagen", "-9..<24"),
            ("dreumes", "12..<24"),
            ("peuter", "12..<48"),
            ("peutertje", "12..<48"),
            ("kleuters", "48..<72"),
            ("basisschool", "48..<156"),
            ("groep 1", "48..<72"),
            ("groep 3 en 4", "72..<108"),
            ("groep 8", "132..<156"),
            ("groep acht", "132..<156"),
            ("groep 6 t/m 8", "108..<156"),
            ("groep 1 t/m 7", "48..<144"),
            ("groep 2-8", "60..<156"),
            ("KOPP groep 8-12", "96..<156"),
            ("groep 4 tot 12 jaar", "48..<144"),
            ("groep 8 t/m 14", "96..<180"),
            ("groep 8 jaar", "96..<108"),
            ("brugklas", "144..<168"),
            ("brugklasser", "144..<168"),
            ("vmbo", "144..<228"),
            ("mbo", "192..<276"),
            ("puber", "132..<204"),
            ("tiener", "120..<240"),
            ("adolescenten", "144..<264"),
            ("jongvolwassenen", "192..<300"),
            ("derde leerjaar", "96..<120"),
            ("tweede kleuterklas", "48..<60"),
            ("tweede middelbaar", "156..<180"),
        ])
    func phases(question: String, months: String) throws { try expect(question, months) }

    @Test(
        "no phrase of the vocabulary swallows a phase of life that it names",
        arguments: [
            "baby", "dreumes", "peuter", "peuters", "kleuter", "kleuters", "puber", "pubers", "tiener", "tieners", "zwanger", "zwangere",
        ])
    func swallowedPhase(phase: String) throws {
        let search = Search(try BuiltInCatalog.snapshot())
        let phrases = try StringTable(rows: search.snapshot.section(.phrases), texts: search.snapshot.section(.phraseTexts))
        for row in 0..<phrases.count {
            let phrase = String(decoding: try phrases.text(row).base.filter { $0 != UInt8(ascii: "=") }, as: UTF8.self)
            // The mother's “baby blues” are no more about a baby than her postnatal depression.
            guard phrase.split(separator: " ").contains(Substring(phase)), phrase != "baby blues" else { continue }
            #expect(try !search.read(phrase).ages.isEmpty, "\(phrase)")
        }
    }

    @Test(
        "a figure beside a phase of life says it more exactly",
        arguments: [
            ("peuter van 2", "24..<36"),
            ("peuter van 2,5 jaar", "30..<31"),
            ("baby 0-1", "0..<24"),
            ("baby van 6 weken", "1..<2"),
            ("kleuter van 5", "60..<72"),
            ("puber van 14", "168..<180"),
            ("tiener (15)", "180..<192"),
            ("meisje van 12 in de brugklas", "144..<156"),
        ])
    func figureBesidePhase(question: String, months: String) throws { try expect(question, months) }

    @Test(
        "the age of a parent is not the child's",
        arguments: [
            ("moeder van 34", ""),
            ("vader (41) drinkt", ""),
            ("moeder van 34 met een zoon van 8", "96..<108"),
            ("moeder van 34 jaar en 3 maanden met een zoon van 8", "96..<108"),
            ("zoon van 8, moeder van 34", "96..<108"),
            ("alleenstaande moeder 22 jaar", ""),
            ("alleenstaande moeder van 22 met een baby", "0..<12"),
            ("zwangere vrouw van 22", "-9..<0"),
            ("ouders van 40 en 42 jaar", ""),
            ("5 jaar, moeder 23, vader 30", "60..<72"),
            ("mijn cliënt van 31 heeft een dochter van 4", "48..<60"),
            ("opa van 70", ""),
            ("tienermoeder", ""),
        ])
    func parents(question: String, months: String) throws { try expect(question, months) }

    @Test(
        "a number that counts, names or dates something is no age",
        arguments: [
            "Participatiescan", "AISI 6-12", "ARI-CP 2-5", "Triple P niveau 4 en 5", "interventie niveau 3", "CRIES-13", "LEC-5", "DSM-5",
            "PANOC-YC20", "14 condities", "gezin met 2 kinderen", "moeder met drie kinderen", "0800-2000", "bel 0800 2000", "2019",
            "onderzoek uit 2019", "1 op de 3", "1 op de 3 kinderen", "24 uur", "24/7", "10 sessies", "8 keer", "20 minuten", "50 euro",
            "tabel 2",
            "versie 3", "90 procent", "90%", "iq 70-85", "5 kinderen", "8 gezinnen", "klas van 25 leerlingen", "groep van 8 kinderen",
            "twee zussen", "3 jaar geleden", "al 3 jaar depressief",
            "moeder is sinds 2 jaar alleenstaand", "vader is al 5 jaar verslaafd", "vader drinkt al 5 jaar", "10 jaar ervaring",
        ])
    func noAge(question: String) throws { try expect(question, "") }
}
