import Language
import Testing

// The stems were computed with the reference implementation: snowballstemmer 3.1.1 for Python, algorithm “dutch_porter”. A few forms are made up
// (“toegeneiging”, “biit”), because no word of the language reaches that corner of a rule.

@Suite("Stemmer")
struct StemmerTests {
    @Test("every rule and field word of the reference", arguments: StemTable.all)
    func reference(word: String, stem: String) {
        #expect(stemmed(word) == stem)
    }

    @Test(
        "one word in two forms has one stem",
        arguments: [
            ("vraag", "vragen"), ("probleem", "problemen"), ("moeilijk", "moeilijkheden"), ("veilig", "veiligheid"),
            ("opvoeding", "opvoedingen"), ("school", "scholen"), ("patiënt", "patienten"), ("KWETSBARE", "kwetsbaar"),
        ])
    func forms(one: String, other: String) {
        #expect(stemmed(one) == stemmed(other))
    }

    @Test("letters of other alphabets, digits and nothing at all are left as they are", arguments: ["", "12", "yc18", "школа", "数学", "3d"])
    func others(text: String) {
        #expect(stemmed(text) == text)
    }

    @Test("any bytes give a stem that is no longer than they are")
    func anyBytes() {
        var generator = Pseudorandom(seed: 1)
        for _ in 0..<5000 {
            let word = (0..<Int(generator.next() % 12)).map { _ in UInt8(truncatingIfNeeded: generator.next() >> 8) }
            #expect(Stemmer.stem(word).count <= word.count)
        }
    }

    private func stemmed(_ word: String) -> String {
        String(decoding: Stemmer.stem(Folding.letters(word)), as: UTF8.self)
    }
}

/// Words and their stems, rule by rule: some that the rule changes, and some that just escape it.
enum StemTable {
    static let all: [(String, String)] =
        heden + en + gem + s + e + heid + ending + ig + lijk + baar + double + consonants + regions + accents + field

    /// Step 1a: *-heden* becomes *-heid* in R1, which step 3a then takes off in R2.
    static let heden: [(String, String)] = [
        ("mogelijkheden", "mogelijk"), ("bezigheden", "bezig"), ("vaardigheden", "vaardig"), ("moeilijkheden", "moeilijk"),
        ("gelegenheden", "geleg"), ("omstandigheden", "omstand"), ("gebeurtenisheden", "gebeurtenis"), ("overheden", "over"),
        ("behoeftigheden", "behoeft"), ("heden", "heden"), ("verleden", "verled"), ("geheden", "geheden"),
    ]

    /// Step 1b: *-en* and *-ene* after a consonant, in R1; then kk, dd and tt become single.
    static let en: [(String, String)] = [
        ("kinderen", "kinder"), ("ouders", "ouder"), ("jongeren", "jonger"), ("gezinnen", "gezinn"), ("problemen", "problem"),
        ("lijsten", "lijst"), ("vragen", "vrag"), ("scholen", "schol"), ("bommen", "bomm"), ("redden", "red"), ("bakken", "bak"),
        ("zitten", "zit"), ("hebben", "hebb"), ("lezene", "lez"), ("verdwenene", "verdwen"), ("verborgene", "verborg"),
        ("gegevene", "gegev"), ("bezetene", "bezet"), ("beklemtoonden", "beklemtoond"), ("doen", "doen"), ("gaan", "gan"),
        ("zeeën", "zeeen"), ("ruïnen", "ruin"), ("een", "een"), ("en", "en"), ("ene", "ene"), ("men", "men"),
    ]

    /// Step 1b leaves *-gemen* alone.
    static let gem: [(String, String)] = [
        ("algemene", "algemen"), ("algemeen", "algemen"), ("algemeenheid", "algemen"), ("algemenheid", "algemen"), ("gemene", "gemen"),
        ("gemenen", "gemen"), ("voorgemen", "voorgemen"), ("voorgemenen", "voorgemen"), ("kostgemen", "kostgemen"),
    ]

    /// Step 1c: *-s* and *-se* after a consonant that is not a j, in R1.
    static let s: [(String, String)] = [
        ("ouders", "ouder"), ("leerkrachts", "leerkracht"), ("lezers", "lezer"), ("peuters", "peuter"), ("professionals", "professional"),
        ("dagelijkse", "dagelijk"), ("jaarlijkse", "jaarlijk"), ("psychische", "psychisch"), ("Nederlandse", "nederland"),
        ("Vlaamse", "vlam"), ("Franse", "fran"), ("kwetse", "kwet"), ("klasse", "klas"), ("fase", "fas"), ("programmas", "programmas"),
        ("meisjes", "meisjes"), ("kopjes", "kopjes"), ("gids", "gid"), ("huis", "huis"), ("als", "als"), ("glas", "glas"), ("was", "was"),
        ("jas", "jas"), ("prijs", "prijs"), ("onderwijs", "onderwijs"), ("kans", "kan"),
    ]

    /// Step 2: *-e* after a consonant, in R1; then kk, dd and tt become single.
    static let e: [(String, String)] = [
        ("hulpe", "hulp"), ("moeilijke", "moeilijk"), ("jonge", "jong"), ("goede", "goed"), ("vroege", "vroeg"), ("oudere", "ouder"),
        ("witte", "wit"), ("dikke", "dik"), ("redde", "red"), ("rode", "rod"), ("twee", "twee"), ("knie", "knie"), ("zee", "zee"),
        ("de", "de"), ("ze", "ze"), ("ieme", "iem"),
    ]

    /// Step 3a: *-heid* in R2, not after c; then *-en*.
    static let heid: [(String, String)] = [
        ("veiligheid", "veilig"), ("gehechtheid", "gehecht"), ("eenzaamheid", "eenzam"), ("gezondheid", "gezond"),
        ("kwetsbaarheid", "kwetsbar"), ("eerlijkheid", "eerlijk"), ("waarheid", "waarheid"), ("vrijheid", "vrijheid"),
        ("onzekerheid", "onzeker"), ("opgewondenheid", "opgewond"), ("verbondenheid", "verbond"), ("tevredenheid", "tevred"),
        ("dronkenheid", "dronk"), ("aanwezigheid", "aanwez"), ("onderscheid", "onderscheid"), ("bescheid", "bescheid"),
        ("verscheidenheid", "verscheid"), ("afscheid", "afscheid"), ("blijheid", "blijheid"),
    ]

    /// Step 3b: *-end* and *-ing* in R2; then *-ig* in R2, not after e, or else kk, dd and tt become single.
    static let ending: [(String, String)] = [
        ("opvoeding", "opvoed"), ("hechting", "hechting"), ("ontwikkeling", "ontwikkel"), ("signalering", "signaler"),
        ("verwaarlozing", "verwaarloz"), ("mishandeling", "mishandel"), ("begeleiding", "begeleid"), ("ondersteuning", "ondersteun"),
        ("opleiding", "opleid"), ("beperking", "beperk"), ("omgeving", "omgev"), ("beweging", "beweg"), ("beeindiging", "beeindig"),
        ("vereniging", "veren"), ("vernietiging", "verniet"), ("vermenigvuldigingen", "vermenigvuld"), ("beangstigend", "beangstig"),
        ("ontspannend", "ontspann"), ("verontrustend", "verontrust"), ("onvoldoende", "onvoldo"), ("verdubbelding", "verdubbeld"),
        ("verantwoordding", "verantwoord"), ("toegeneigend", "toegeneig"), ("toegeneiging", "toegeneig"), ("lopend", "lopend"),
        ("bezigend", "bezig"), ("training", "training"), ("coaching", "coaching"), ("neiging", "neiging"), ("ring", "ring"),
        ("zing", "zing"), ("vriend", "vriend"), ("jeugd", "jeugd"), ("eind", "eind"),
    ]

    /// Step 3b: *-ig* in R2, not after e.
    static let ig: [(String, String)] = [
        ("verdrietig", "verdriet"), ("meertalig", "meertal"), ("eenzijdig", "eenzijd"), ("gelijktijdig", "gelijktijd"),
        ("toegeneigen", "toegeneig"), ("zelfstandig", "zelfstand"), ("aanwezig", "aanwez"), ("afhankelijkig", "afhankelijk"),
        ("veilig", "veilig"), ("angstig", "angstig"), ("weinig", "weinig"), ("bezig", "bezig"), ("jarig", "jarig"),
        ("twintig", "twintig"), ("eigen", "eig"),
    ]

    /// Step 3b: *-lijk* in R2; then step 2.
    static let lijk: [(String, String)] = [
        ("verstandelijk", "verstand"), ("gezamenlijk", "gezamen"), ("lichamelijk", "licham"), ("ouderlijk", "ouder"),
        ("gevaarlijk", "gevar"), ("gemakkelijk", "gemak"), ("moeilijk", "moeilijk"), ("duidelijk", "duidelijk"), ("eerlijk", "eerlijk"),
        ("vriendelijk", "vriendelijk"), ("wettelijk", "wettelijk"), ("huiselijk", "huiselijk"), ("huwelijk", "huwelijk"),
        ("pijnlijk", "pijnlijk"),
    ]

    /// Step 3b: *-baar* in R2; *-bar* in R2 when step 2 took an e.
    static let baar: [(String, String)] = [
        ("betrouwbaar", "betrouw"), ("openbaar", "open"), ("bereikbaar", "bereik"), ("onkwetsbaar", "onkwets"), ("kwetsbaar", "kwetsbar"),
        ("bruikbaar", "bruikbar"), ("haalbaar", "haalbar"), ("baar", "bar"), ("betrouwbare", "betrouw"), ("openbare", "open"),
        ("bereikbare", "bereik"), ("onkwetsbar", "onkwetsbar"), ("betrouwbar", "betrouwbar"), ("kwetsbare", "kwetsbar"),
        ("barre", "barr"), ("bar", "bar"),
    ]

    /// Step 4: a doubled a, e, o or u between consonants becomes single.
    static let double: [(String, String)] = [
        ("brood", "brod"), ("maan", "man"), ("veel", "vel"), ("vuur", "vur"), ("boot", "bot"), ("haar", "har"), ("straat", "strat"),
        ("taal", "tal"), ("school", "schol"), ("week", "wek"), ("buur", "bur"), ("aak", "aak"), ("kaak", "kak"), ("oog", "oog"),
        ("muur", "mur"), ("knoop", "knop"), ("blauwe", "blauw"), ("schuld", "schuld"), ("steun", "steun"), ("bloed", "bloed"),
        ("mooi", "mooi"), ("draai", "draai"), ("zwaai", "zwaai"), ("biit", "biit"), ("een", "een"), ("zee", "zee"), ("royaal", "royal"),
    ]

    /// y at the start or after a vowel, and i between vowels, count as consonants.
    static let consonants: [(String, String)] = [
        ("yoghurt", "yoghurt"), ("yoga", "yoga"), ("ynne", "ynne"), ("typen", "typ"), ("yes", "yes"), ("baby", "baby"),
        ("hygiëne", "hygien"), ("royale", "royal"),
        ("loyaal", "loyal"), ("mayonaise", "mayonais"), ("aaien", "aai"), ("zaaien", "zaai"), ("boeien", "boei"), ("eieren", "eier"),
        ("groeien", "groei"), ("vloeien", "vloei"), ("kooien", "kooi"), ("draaien", "draai"), ("maïs", "mais"), ("syndroom", "syndrom"),
        ("gymnastiek", "gymnastiek"), ("psychose", "psychos"), ("aieie", "aiei"),
    ]

    /// R1 begins no earlier than after three letters, R2 later still; words of one or two letters stay as they are.
    static let regions: [(String, String)] = [
        ("a", "a"), ("e", "e"), ("de", "de"), ("zo", "zo"), ("op", "op"), ("ze", "ze"), ("ys", "ys"), ("aap", "aap"), ("ei", "ei"),
        ("ook", "ook"), ("bed", "bed"), ("els", "els"), ("eden", "eden"), ("aten", "aten"), ("uren", "uren"), ("oren", "oren"),
        ("ieder", "ieder"), ("allen", "all"), ("inning", "inning"), ("ijs", "ijs"),
    ]

    /// Accents are folded before.
    static let accents: [(String, String)] = [
        ("reünie", "reunie"), ("coördinatie", "coordinatie"), ("financiële", "financiel"), ("coöperatie", "cooperatie"),
        ("geëvalueerd", "geevalueerd"), ("patiënten", "patient"), ("crèche", "crech"), ("privé", "priv"), ("naïeve", "naiev"),
        ("ambiguïteit", "ambiguiteit"), ("beïnvloeden", "beinvloed"), ("één", "een"), ("categorieën", "categorieen"),
        ("scènes", "scenes"),
    ]

    /// Words of the field.
    static let field: [(String, String)] = [
        ("KOPP", "kopp"), ("LVB", "lvb"), ("kinderopvang", "kinderopvang"), ("opvoedingsondersteuning", "opvoedingsondersteun"),
        ("moeders", "moeder"), ("vaders", "vader"), ("verslaafde", "verslaafd"), ("verslavingsproblemen", "verslavingsproblem"),
        ("psychiatrische", "psychiatrisch"), ("depressie", "depressie"), ("depressieve", "depressiev"),
        ("jeugdgezondheidszorg", "jeugdgezondheidszorg"), ("mantelzorgers", "mantelzorger"), ("mantelzorger", "mantelzorger"),
        ("armoede", "armoed"), ("schulden", "schuld"), ("eenoudergezinnen", "eenoudergezinn"), ("alleenstaande", "alleenstaand"),
        ("gescheiden", "gescheid"), ("vluchtelingen", "vluchtel"), ("statushouders", "statushouder"),
        ("migratieachtergrond", "migratieachtergrond"), ("vragenlijst", "vragenlijst"), ("vragenlijsten", "vragenlijst"),
        ("interventies", "interventies"), ("interventie", "interventie"), ("zwangerschap", "zwangerschap"), ("zwangere", "zwanger"),
        ("kleuters", "kleuter"), ("pubers", "puber"), ("adolescenten", "adolescent"), ("veerkracht", "veerkracht"),
        ("hechtingsproblemen", "hechtingsproblem"), ("gehechtheidsrelatie", "gehechtheidsrelatie"), ("traumatische", "traumatisch"),
        ("stressklachten", "stressklacht"), ("gedragsproblemen", "gedragsproblem"), ("weerbaarheid", "weerbar"),
        ("zelfredzaamheid", "zelfredzam"), ("autisme", "autism"), ("verstandelijke", "verstand"), ("beperkingen", "beperk"),
        ("leerkrachten", "leerkracht"), ("huisartsen", "huisarts"), ("wijkteams", "wijkteam"), ("observaties", "observaties"),
        ("gesprekken", "gesprek"), ("groepen", "groep"), ("huisbezoeken", "huisbezoek"),
    ]
}
