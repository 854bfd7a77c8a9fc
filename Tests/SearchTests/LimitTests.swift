import Testing

/// Danger, what lies outside the catalogue, and what is not wanted.
@Suite("The limits of a question")
struct LimitTests {
    @Test(
        "danger adds where to turn",
        arguments: [
            "kind wordt mishandeld", "vermoeden van kindermishandeling", "verwaarlozing peuter", "onveilig thuis", "huiselijk geweld",
            "vader slaat moeder", "hij slaat zijn dochter", "seksueel misbruik", "blauwe plekken bij een kleuter",
            "thuis is het niet veilig",
            "meisje wordt bedreigd door haar broer", "ik denk dat papa haar pijn doet", "kind is bang voor zijn stiefvader",
            "vader is alcoholist en slaat zijn kinderen",
        ])
    func danger(question: String) throws {
        let asked = try Asked(question)
        #expect(try asked.notices.contains("gevaar"))
        #expect(try asked.answer.notices.contains { $0.contains("0800-2000") && $0.contains("Meldcode") && $0.contains("1712") })
    }

    @Test(
        "self-harm and suicide are answered with where to turn, and with no tools",
        arguments: [
            "jongere is suïcidaal", "meisje van 15 snijdt zichzelf", "zelfbeschadiging", "automutilatie bij een tiener", "hij wil dood",
            "zelfmoordgedachten", "zelfmoordpoging van de moeder", "ze wil niet meer leven", "zelfdoding",
        ])
    func selfHarm(question: String) throws {
        let asked = try Asked(question)
        #expect(try asked.notices.contains("zelfbeschadiging"))
        #expect(try asked.answer.results.isEmpty)
        #expect(try asked.answer.notices.contains { $0.contains("0800-0113") && $0.contains("1813") })
    }

    @Test(
        "what only sounds like danger adds nothing",
        arguments: [
            "onveilige hechting", "onveilig gehecht", "onveilige hechting peuter observeren", "veilige hechting", "onveilige gehechtheid",
            "KOPP 4-12 signalering", "gezin met schulden", "Signs of Safety", "Veilig Verder", "snijdend commentaar van een puber",
        ])
    func noDanger(question: String) throws {
        let notices = try Asked(question).notices
        #expect(notices == [])
    }

    @Test(
        "what the catalogue does not know is said",
        arguments: [
            ("wat kost Triple P", "kosten"),
            ("gratis cursus KOPP", "kosten"),
            ("hoe lang duurt Home-Start", "duur"),
            ("hoeveel bijeenkomsten heeft Billy Boem", "duur"),
            ("vragenlijst in het Turks", "taalversies"),
            ("is de SDQ vertaald", "taalversies"),
            ("Engelse versie van de NOSI", "taalversies"),
            ("heeft dit kind ADHD", "diagnose-kind"),
            ("autisme vaststellen bij een peuter", "diagnose-kind"),
            ("vechtscheiding", "scheiding"),
            ("ouders gaan scheiden", "scheiding"),
            ("papa zit in de gevangenis", "detentie"),
            ("vader in detentie", "detentie"),
            ("asielzoekers met een baby", "vluchtelingen"),
            ("vluchtelingenkinderen", "vluchtelingen"),
            ("EMDR voor een getraumatiseerd kind", "behandeling"),
            ("welk certificaat heb ik nodig", "opleiding"),
            ("waar kan ik een kind aanmelden", "aanmelden"),
        ])
    func outside(question: String, scope: String) throws {
        let asked = try Asked(question)
        #expect(try asked.scopes.contains(scope))
        #expect(try !asked.answer.notices.isEmpty)
    }

    @Test(
        "an ordinary question is not said to lie outside",
        arguments: [
            "KOPP 4-12 signalering", "meisje van 7, moeder heeft borderline", "geldzorgen zwanger", "alleenstaande moeder met schulden",
            "overbelasting mantelzorger", "hechting peuter observeren", "JMZ lotgenoten", "jongere wordt 18",
        ])
    func inside(question: String) throws {
        let scopes = try Asked(question).scopes
        #expect(scopes == [])
    }

    @Test(
        "a form that is not wanted",
        arguments: [
            ("cursus KOPP, niet online", ["online"]),
            ("hulp voor jonge mantelzorgers zonder groep", ["groep"]),
            ("geen vragenlijst", ["vragenlijst"]),
            ("KOPP training maar geen app", ["app"]),
            ("begeleiding, liever geen huisbezoek", ["huisbezoek"]),
            ("niet in een groep", ["groep"]),
            ("KOPP, geen app of groep", ["groep", "app"]),
            ("KOPP, niet online maar in een groep", ["online"]),
            ("iets voor thuis, geen groep, vader is verslaafd", ["groep"]),
            ("geen online aanbod maar huisbezoek voor zwangeren in armoede", ["online"]),
            ("alles behalve vragenlijsten voor KOPP", ["vragenlijst"]),
        ])
    func unwantedForm(question: String, forms: [String]) throws {
        let asked = try Asked(question)
        #expect(forms.allSatisfy { asked.excludedForms.contains($0) }, "\(asked.excludedForms)")
        #expect(asked.forms.allSatisfy { !forms.contains($0) }, "\(asked.forms)")
        let answer = try asked.answer
        #expect(answer.dropped == nil)
        for result in answer.results {
            let tool = try asked.search.snapshot.tool(result.index)
            #expect(!forms.contains { tool.forms.contains($0) }, "\(tool.id)")
        }
    }

    @Test(
        "a target group that is not wanted",
        arguments: [
            ("armoede, geen KOPP", ["armoede"], ["kopp-kov"]),
            ("signalering niet mantelzorg", [], ["mantelzorg"]),
            ("eenoudergezinnen zonder schulden", ["eenouder"], ["armoede"]),
            ("migratie behalve armoede", ["migratie"], ["armoede"]),
        ] as [(String, [String], [String])])
    func unwantedGroup(question: String, groups: [String], unwanted: [String]) throws {
        let asked = try Asked(question)
        #expect(asked.groups == groups)
        #expect(asked.excludedGroups == unwanted)
        let answer = try asked.answer
        #expect(answer.results.allSatisfy { result in !unwanted.contains { result.tool.targetGroups.contains($0) } })
    }

    @Test(
        "a kind that is not wanted",
        arguments: [("KOPP, geen interventie", "signalering"), ("armoede maar geen instrument", "interventie")])
    func unwantedKind(question: String, kind: String) throws {
        let answer = try Asked(question).answer
        #expect(!answer.results.isEmpty)
        #expect(answer.results.allSatisfy { $0.tool.kind.id == kind })
    }

    @Test(
        "help that someone lacks or refuses is not help that is not wanted",
        arguments: [
            "ouders met schulden willen geen hulp", "moeder is depressief en krijgt geen hulp", "KOPP-kind kan niet leren",
            "geen steun thuis",
        ])
    func noHelp(question: String) throws {
        let excluded = try Asked(question).question.excluded[.kind]
        #expect(excluded == 0)
    }

    @Test("danger is told even where it is denied", arguments: ["geen mishandeling", "er is geen sprake van geweld", "niet suïcidaal"])
    func denied(question: String) throws {
        let notices = try Asked(question).notices
        #expect(!notices.isEmpty)
    }

    @Test(
        "signs and a feeling that something is wrong, without a question for a tool",
        arguments: [
            "niet-pluis gevoel", "ik heb een niet pluisgevoel bij dit gezin", "welke signalen zijn er bij armoede",
            "waar moet ik op letten bij KOPP",
        ])
    func signs(question: String) throws {
        let wantsSignals = try Asked(question).question.wantsSignals
        #expect(wantsSignals)
    }

    @Test(
        "words that mean nothing here are told as not used",
        arguments: [("KOPP kwxzfoo", ["kwxzfoo"]), ("armoede blarghwq 4-12", ["blarghwq"])])
    func unused(question: String, words: [String]) throws {
        let unused = try Asked(question).question.unused
        #expect(unused == words)
    }
}
