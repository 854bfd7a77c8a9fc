import Catalog
import Search
import Testing

/// What is read from a question beside its ages.
@Suite("What a question means")
struct ReadingTests {
    @Test(
        "the kind, from verbs and nouns; none when nothing says it, or when both are named",
        arguments: [
            ("KOPP signaleren", "signalering"),
            ("screening bij jonge mantelzorgers", "signalering"),
            ("hoe breng ik de stress van ouders in kaart", "signalering"),
            ("ik wil nagaan of hij overbelast is", "signalering"),
            ("hoe ga ik na of een kleuter veilig gehecht is", "signalering"),
            ("wat kan een huisarts gebruiken om armoede op te merken", "signalering"),
            ("jongetje van 4 slaat en bijt andere kinderen op de opvang", nil),
            ("hoe kom ik erachter of een kind mishandeld wordt", "signalering"),
            ("hoe schatten we het risico in bij een peuter", "signalering"),
            ("welk lijstje kan ik gebruiken bij geldzorgen", "signalering"),
            ("hechting meten", "signalering"),
            ("vragenlijst mantelzorg", "signalering"),
            ("armoede toetsen", "signalering"),
            ("instrument om een trauma van de ouder op te sporen", "signalering"),
            ("risico op verwaarlozing inschatten", "signalering"),
            ("interventies armoede", "interventie"),
            ("cursus voor ouders met schulden", "interventie"),
            ("training voor alleenstaande moeders", "interventie"),
            ("hoe kan ik een kind van een verslaafde vader helpen", "interventie"),
            ("KOPP ondersteunen", "interventie"),
            ("begeleiding bij de overgang naar 18", "interventie"),
            ("maatje voor een jonge mantelzorger", "interventie"),
            ("praatgroep KOPP", "interventie"),
            ("kind van 9 met een vader die drinkt", nil),
            ("jonge mantelzorger op school", nil),
            ("moeder met borderline, wat is er?", nil),
            ("signalering en interventie bij armoede", nil),
            ("screening en interventies voor eenoudergezinnen", nil),
            ("instrumenten en interventies migratie", nil),
        ] as [(String, String?)])
    func kinds(question: String, kind: String?) throws {
        let read = try Asked(question).kind
        #expect(read == kind)
    }

    @Test(
        "target groups, by everything people call them",
        arguments: [
            ("KOPP", ["kopp-kov"]),
            ("kov-kinderen", ["kopp-kov"]),
            ("KOAP", ["kopp-kov"]),
            ("KOPP/KOV", ["kopp-kov"]),
            ("kinderen van ouders met psychische problemen", ["kopp-kov"]),
            ("kinderen van ouders met psychische en/of verslavingsproblemen", ["kopp-kov"]),
            ("psychiatrische moeder", ["kopp-kov"]),
            ("moeder met een depressie", ["kopp-kov"]),
            ("mama is depressief", ["kopp-kov"]),
            ("vader drinkt", ["kopp-kov"]),
            ("verslaafde ouders", ["kopp-kov"]),
            ("ouder met borderline", ["kopp-kov"]),
            ("moeder heeft een psychose gehad", ["kopp-kov"]),
            ("papa gebruikt drugs", ["kopp-kov"]),
            ("bipolaire moeder", ["kopp-kov"]),
            ("ouder in behandeling bij de ggz", ["kopp-kov"]),
            ("KVBO", ["kvbo"]),
            ("ouders met een lvb", ["kvbo"]),
            ("zwakbegaafde ouders", ["kvbo"]),
            ("moeder met een verstandelijke beperking", ["kvbo"]),
            ("moeder is licht verstandelijk beperkt", ["kvbo"]),
            ("verstandelijk gehandicapte vader", ["kvbo"]),
            ("ouders met een laag IQ", ["kvbo"]),
            ("18-/18+", ["18-jaar"]),
            ("jongere wordt 18 en gaat uit de jeugdhulp", ["18-jaar"]),
            ("uitstroom uit jeugdhulp", ["18-jaar"]),
            ("jongere in de jeugdzorg moet straks op eigen benen staan", ["18-jaar"]),
            ("verlaat de residentiële instelling", ["18-jaar"]),
            ("broer van een jongen met autisme", ["mantelzorg"]),
            ("zusje van een meisje met epilepsie", ["mantelzorg"]),
            ("transitie naar volwassenheid", ["18-jaar"]),
            ("overgang naar volwassenenzorg", ["18-jaar"]),
            ("verlengde jeugdhulp", ["18-jaar"]),
            ("17-jarige verlaat het gezinshuis", ["18-jaar"]),
            ("jongeman van 19 dakloos na jeugdzorg", ["18-jaar", "armoede"]),
            ("zelfde hulpverlener blijft na 18", ["18-jaar"]),
            ("overgang van kinderziekenhuis naar volwassenen", ["18-jaar"]),
            ("intergenerationele overdracht", ["intergenerationeel"]),
            ("overdracht van generatie op generatie", ["intergenerationeel"]),
            ("moeder is zelf als kind mishandeld", ["intergenerationeel"]),
            ("vader had een moeilijke jeugd", ["intergenerationeel"]),
            ("trauma van de moeder", ["intergenerationeel"]),
            ("patronen doorbreken in families", ["intergenerationeel"]),
            ("armoede", ["armoede"]),
            ("schulden", ["armoede"]),
            ("gezin in de bijstand", ["armoede"]),
            ("moeder heeft een uitkering", ["armoede"]),
            ("gezin gaat naar de voedselbank", ["armoede"]),
            ("geldzorgen", ["armoede"]),
            ("ze kunnen niet rondkomen", ["armoede"]),
            ("minima", ["armoede"]),
            ("vader zit in de schuldsanering", ["armoede"]),
            ("ouders krijgen het financieel niet meer rond", ["armoede"]),
            ("eenoudergezin", ["eenouder"]),
            ("alleenstaande moeder", ["eenouder"]),
            ("alleenstaande vader met drie kinderen", ["eenouder"]),
            ("moeder staat er alleen voor", ["eenouder"]),
            ("gescheiden en alleen", ["eenouder"]),
            ("weduwe met kinderen", ["eenouder"]),
            ("jonge mantelzorger", ["mantelzorg"]),
            ("JMZ", ["mantelzorg"]),
            ("young carers", ["mantelzorg"]),
            ("zorgt voor zijn zieke moeder", ["mantelzorg"]),
            ("meisje zorgt voor haar broertje met een beperking", ["mantelzorg"]),
            ("brus", ["mantelzorg"]),
            ("vader heeft MS", ["mantelzorg"]),
            ("moeder met kanker", ["mantelzorg"]),
            ("broertje met autisme", ["mantelzorg"]),
            ("kleuter met een autistisch broertje", ["mantelzorg"]),
            ("jongen van 10 met een moeder in een rolstoel", ["mantelzorg"]),
            ("mijn moeder is ziek en ik doe alles thuis", ["mantelzorg"]),
            ("leerling zorgt voor broertje met down", ["mantelzorg"]),
            ("migratieachtergrond", ["migratie"]),
            ("allochtone gezinnen", ["migratie"]),
            ("statushouders", ["migratie"]),
            ("Turkse ouders", ["migratie"]),
            ("gezin met Marokkaanse wortels", ["migratie"]),
            ("Syrisch gezin", ["migratie"]),
            ("nieuwkomers", ["migratie"]),
            ("ouders spreken geen Nederlands", ["migratie"]),
            ("anderstalige ouders", ["migratie"]),
            ("meisje van 14 tolkt voor haar ouders", ["mantelzorg", "migratie"]),
            ("interventies voor migrantenvaders", ["migratie"]),
            ("nieuwkomerskinderen in de peuterspeelzaal", ["migratie"]),
        ])
    func groups(question: String, groups: [String]) throws {
        let read = try Asked(question).groups
        #expect(read == groups)
    }

    @Test(
        "several groups at once",
        arguments: [
            ("KOPP en armoede", ["kopp-kov", "armoede"]),
            ("alleenstaande moeder met schulden", ["armoede", "eenouder"]),
            ("moeder met een lvb en een verslaving", ["kopp-kov", "kvbo"]),
            ("Turkse jonge mantelzorger", ["mantelzorg", "migratie"]),
            ("eenoudergezin in de bijstand, moeder is depressief", ["kopp-kov", "armoede", "eenouder"]),
            ("jongere van 17 uit de jeugdhulp met geldzorgen", ["18-jaar", "armoede"]),
            ("zwangere in de bijstand die zelf verwaarloosd is", ["intergenerationeel", "armoede"]),
            ("vader met PTSS", ["kopp-kov"]),
        ])
    func severalGroups(question: String, groups: [String]) throws {
        let read = try Asked(question).groups
        #expect(read == groups)
    }

    @Test(
        "whose condition it is: only a parent's makes KOPP/KOV or KVBO",
        arguments: [
            ("moeder met depressie", ["kopp-kov"]),
            ("puber met depressie", []),
            ("dochter van 15 is depressief", []),
            ("vader blowt", ["kopp-kov"]),
            ("blowende puber", []),
            ("zoon van 15 blowt", []),
            ("zoon van een blowende vader", ["kopp-kov"]),
            ("ouders met een lvb", ["kvbo"]),
            ("kind met een lvb", []),
            ("mijn leerling heeft een licht verstandelijke beperking", []),
            ("kind van een moeder met een lvb", ["kvbo"]),
            ("moeder met autisme", ["kopp-kov"]),
            ("kind met autisme", []),
            ("moeder met een trauma", ["intergenerationeel"]),
            ("kind met een trauma", []),
            ("chronisch ziek kind", []),
            ("kind van een chronisch zieke vader", ["mantelzorg"]),
            ("moeder depressie kind 4 jaar", ["kopp-kov"]),
            ("kind van 6, vader drinkt", ["kopp-kov"]),
            ("kind 6 jaar vader verslaafd", ["kopp-kov"]),
            ("verslaafde moeder met een kind van 3", ["kopp-kov"]),
            ("kind van 9 met een vader die drinkt", ["kopp-kov"]),
            ("depressie moeder baby", ["kopp-kov"]),
            ("baby moeder depressie", ["kopp-kov"]),
            ("tiener vader verslaving", ["kopp-kov"]),
            ("kind heeft adhd en moeder is depressief", ["kopp-kov"]),
            ("mijn cliënt (borderline) heeft een dochter van 4", ["kopp-kov"]),
            ("patiënte met psychose heeft twee kinderen", ["kopp-kov"]),
            ("kind van tien met twee moeders waarvan één depressief is", ["kopp-kov"]),
            ("moeder heeft zelfmoordneigingen, kind van 6", ["kopp-kov"]),
            ("meisje van 15 heeft zelfmoordneigingen", []),
            ("ex-partner is verslaafd, dochter van 8 gaat er om het weekend heen", ["kopp-kov"]),
        ])
    func whose(question: String, groups: [String]) throws {
        let read = try Asked(question).groups
        #expect(read == groups)
    }

    @Test(
        "a condition of the child itself is told as such",
        arguments: ["puber met depressie", "zoon van 15 blowt", "kind met een lvb", "kind met autisme"])
    func childsCondition(question: String) throws {
        let asked = try Asked(question)
        #expect(asked.question.notes.count == 1)
        #expect(try asked.answer.notices.contains { $0.hasPrefix("Gelezen als") })
    }

    @Test(
        "topics: what else it is about, in any inflection; also what is lacking",
        arguments: [
            ("gehechtheidsrelatie", "hechting"), ("gehecht", "hechting"), ("hechtingsproblemen", "hechting"),
            ("overbelast", "overbelasting"),
            ("jongvolwassene zonder netwerk", "sociaal netwerk"), ("steunfiguren", "steunfiguur"), ("opvoedstress", "opvoedingsstress"),
            ("ptss", "trauma"), ("schoolverzuim", "spijbelen"),
        ])
    func topics(question: String, same: String) throws {
        let terms = try Set(Asked(question).question.topics.filter { $0.isMain }.map { $0.term })
        let others = try Set(Asked(same).question.topics.filter { $0.isMain }.map { $0.term })
        #expect(!terms.isDisjoint(with: others))
    }

    @Test(
        "plain words are not taken for names that look like them",
        arguments: ["school merkt niks van armoede", "wie kan dat doen bij KOPP"])
    func noNames(question: String) throws {
        let names = try Asked(question).names
        #expect(names == [])
    }

    @Test(
        "form",
        arguments: [
            ("online cursus KOPP", ["online"]),
            ("cursus KOPP", ["cursus"]),
            ("app voor jongeren", ["app"]),
            ("huisbezoek bij schulden", ["huisbezoek"]),
            ("video-opnames van ouder en kind", ["video"]),
            ("interview met de ouder", ["interview"]),
            ("observeren van moeder en baby", ["observatie"]),
            ("lotgenotengroep mantelzorg", ["lotgenotencontact"]),
            ("vragenlijst armoede", ["vragenlijst"]),
            ("individuele coaching", ["individueel", "coaching"]),
            ("stappenplan", ["stappenplan"]),
        ])
    func forms(question: String, forms: [String]) throws {
        let read = try Asked(question).forms
        #expect(forms.allSatisfy { read.contains($0) }, "\(read)")
    }

    @Test(
        "setting: who uses it, in the words of practice",
        arguments: [
            ("leerkracht", "onderwijs"),
            ("juf", "onderwijs"),
            ("IB'er", "onderwijs"),
            ("mentor op het vmbo", "onderwijs"),
            ("huisarts", "huisartsenzorg"),
            ("POH-jeugd", "huisartsenzorg"),
            ("praktijkondersteuner", "huisartsenzorg"),
            ("wijkteam", "sociaal-domein"),
            ("maatschappelijk werker", "sociaal-domein"),
            ("consultatiebureau", "jgz"),
            ("jeugdverpleegkundige", "jgz"),
            ("jeugdarts", "jgz"),
            ("verloskundige", "geboortezorg"),
            ("kraamzorg", "geboortezorg"),
            ("pedagogisch medewerker", "kinderopvang"),
            ("kinderdagverblijf", "kinderopvang"),
            ("vrijwilliger", "vrijwilligers"),
            ("jeugdbeschermer", "jeugdbescherming"),
            ("schuldhulpverlener", "schuldhulp"),
            ("psycholoog in de ggz", "ggz"),
            ("kinderarts", "ziekenhuis"),
            ("beleidsmedewerker van de gemeente", "gemeente"),
        ])
    func settings(question: String, setting: String) throws {
        let read = try Asked(question).settings
        #expect(read.contains(setting), "\(read)")
    }

    @Test(
        "whom it is aimed at",
        arguments: [
            ("cursus voor ouders", ["ouder"]),
            ("training voor kinderen", ["kind"]),
            ("vragenlijst voor jongeren zelf", ["jongere"]),
            ("hulp voor het hele gezin", ["gezin"]),
            ("jongvolwassenen met geldzorgen", ["jongvolwassene"]),
            ("zwanger en in de schulden", ["aanstaande-ouder"]),
            ("leerkrachtvragenlijst", ["leerkracht"]),
        ])
    func aimedAt(question: String, aimedAt: [String]) throws {
        let read = try Asked(question).aimedAt
        #expect(read == aimedAt)
    }

    @Test(
        "evidence, in the words of practice",
        arguments: [
            ("bewezen effectieve interventies KOPP", ["sterke-aanwijzingen", "goede-aanwijzingen", "eerste-aanwijzingen"]),
            ("erkende interventie armoede", ["sterke-aanwijzingen", "goede-aanwijzingen", "eerste-aanwijzingen", "goed-onderbouwd"]),
            ("goed onderbouwde interventies", ["goed-onderbouwd"]),
            ("valide vragenlijst hechting", ["goed", "voldoende"]),
            ("betrouwbaar instrument KOPP", ["goed", "voldoende"]),
            ("sterke aanwijzingen", ["sterke-aanwijzingen"]),
        ])
    func evidence(question: String, levels: [String]) throws {
        let read = try Asked(question).levels
        #expect(levels.allSatisfy { read.contains($0) }, "\(read)")
        #expect(!read.contains("onvoldoende") && !read.contains("onbekend"), "\(read)")
    }

    @Test(
        "what was not researched",
        arguments: ["niet onderzochte interventies", "nog niet onderzocht KOPP", "geen bewijs armoede"])
    func notResearched(question: String) throws {
        let read = try Asked(question).levels
        #expect(read.contains("niet-onderzocht"))
        #expect(!read.contains("goede-aanwijzingen"))
    }

    @Test(
        "Flemish words",
        arguments: [
            Expected("CLB en jonge mantelzorgers", groups: ["mantelzorg"], settings: ["jgz", "onderwijs"]),
            Expected("OCMW leefloon", groups: ["armoede"], settings: ["sociaal-domein"]),
            Expected("gezin in budgetbeheer bij het OCMW", groups: ["armoede"], settings: ["sociaal-domein"]),
            Expected("vroedvrouw screent zwangeren", kind: "signalering", ages: "-9..<0", settings: ["geboortezorg"]),
            Expected("kind in het derde leerjaar, mama drinkt", groups: ["kopp-kov"], ages: "96..<120"),
            Expected("Kind en Gezin huisbezoek baby", kind: "interventie", ages: "0..<12", settings: ["jgz"]),
            Expected("KOAP lagere school", groups: ["kopp-kov"], ages: "72..<144"),
            Expected("KOAP-kinderen, KOPP in Vlaanderen", groups: ["kopp-kov"]),
            Expected("mama is opgenomen in de psychiatrie, kindje in de tweede kleuterklas", groups: ["kopp-kov"], ages: "48..<60"),
            Expected("leerling derde middelbaar zorgt voor zieke papa", groups: ["mantelzorg"], ages: "168..<192"),
            Expected("onthaalouder ziet geldzorgen", groups: ["armoede"], settings: ["kinderopvang"]),
            Expected("CAW alleenstaande mama", groups: ["eenouder"], settings: ["sociaal-domein"]),
        ])
    func flemish(expected: Expected) throws { try expected.check() }

    @Test(
        "whole questions",
        arguments: [
            Expected("KOPP 4-12 signalering", kind: "signalering", groups: ["kopp-kov"], ages: "48..<156"),
            Expected("Kopp jongens basisschool groep", kind: "interventie", groups: ["kopp-kov"], ages: "48..<156"),
            Expected("geldzorgen zwanger", groups: ["armoede"], ages: "-9..<0"),
            Expected(
                "Meisje van 7, moeder heeft borderline, welk lijstje kan ik gebruiken?", kind: "signalering", groups: ["kopp-kov"],
                ages: "84..<96"),
            Expected("een jongen van 13 zorgt voor zijn zieke moeder, wat kan ik inzetten?", groups: ["mantelzorg"], ages: "156..<168"),
            Expected("baby 0-1 moeder depressie interventie", kind: "interventie", groups: ["kopp-kov"], ages: "0..<24"),
            Expected(
                "ik ben juf van groep 5 en een leerling heeft thuis geldzorgen", groups: ["armoede"], ages: "96..<120",
                settings: ["onderwijs"]),
            Expected(
                "Huisarts: alleenstaande vader van 41 met schulden en een dochter van 11, hoe help ik?", kind: "interventie",
                groups: ["armoede", "eenouder"], ages: "132..<144", settings: ["huisartsenzorg"]),
            Expected("statushouders met een peuter, opvoedcursus", kind: "interventie", groups: ["migratie"], ages: "12..<48"),
            Expected("Zwanger, 17, zelf in jeugdhulp", groups: ["18-jaar"], ages: "204..<216, -9..<0"),
            Expected("tweeling van 4, moeder alleenstaand en depressief", groups: ["kopp-kov", "eenouder"], ages: "48..<60"),
            Expected("gezin met 5 kinderen van 2 tot 14 jaar in armoede", groups: ["armoede"], ages: "24..<168"),
            Expected(
                "wij zoeken een signaleringsinstrument voor kinderen tussen 0 en 4 jaar van ouders met een verslaving", kind: "signalering",
                groups: ["kopp-kov"], ages: "0..<60"),
            Expected(
                "groep voor kinderen van 8-12 met een ouder met psychische problemen", kind: "interventie", groups: ["kopp-kov"],
                ages: "96..<156"),
            Expected("kind van 11 maanden, ouders zijn vluchteling en hebben schulden", groups: ["armoede", "migratie"], ages: "11..<12"),
            Expected("screening hechting 2 jarige", kind: "signalering", ages: "24..<36"),
            Expected("kinderen van 3 en 9, vader is verslaafd", groups: ["kopp-kov"], ages: "36..<48, 108..<120"),
        ])
    func wholeQuestions(expected: Expected) throws { try expected.check() }
}

/// A question and all that is to be read from it of kind, groups, ages and setting.
struct Expected: CustomTestStringConvertible, Sendable {
    let question: String
    let kind: String?
    let groups: [String]
    let ages: String
    /// Nil: not looked at.
    let settings: [String]?

    init(_ question: String, kind: String? = nil, groups: [String] = [], ages: String = "", settings: [String]? = nil) {
        self.question = question
        self.kind = kind
        self.groups = groups
        self.ages = ages
        self.settings = settings
    }

    var testDescription: String { question }

    func check() throws {
        let asked = try Asked(question)
        #expect(asked.kind == kind)
        #expect(asked.groups == groups)
        #expect(asked.ages == ages)
        if let settings { #expect(asked.settings.sorted() == settings) }
    }
}
