import Testing

/// Whose condition it is, what is asked in other words, and what is not wanted: one example of each rule.
@Suite("A situation")
struct SituationTests {
    @Test(
        "The parent's condition makes the group, the child's own does not",
        arguments: [
            ("de moeder van een leerling is depressief", true), ("de vader van een meisje drinkt", true),
            ("moeder heeft een psychose kind van 6", true), ("mdr psychotisch kind 6 jr", true), ("vdr drinkt", true),
            ("mijn dochter heeft borderline, ik zorg voor mijn kleinzoon", true),
            ("kind van 9 vertelt dat papa stemmen hoort", true), ("kind van 9 met een vader die drinkt", true),
            ("een depressieve moeder met een baby", true), ("moeder van een kind met een depressie", false),
            ("14-jarige blowt de hele dag", false), ("mijn zoon van 15 is depressief", false), ("buurman drinkt", false),
        ])
    func holder(question: String, isParents: Bool) throws {
        #expect(try Asked(question).groups.contains("kopp-kov") == isParents)
    }

    @Test(
        "Words that stand apart are found in either order",
        arguments: [
            ("ze staat er nu alleen voor met twee kinderen", "eenouder"), ("moeder die er alleen voor staat", "eenouder"),
            ("ze kunnen niet rond komen", "armoede"), ("het gezin kan amper rondkomen", "armoede"),
            ("meisje van 10 zorgt voor haar autistische broertje", "mantelzorg"),
        ])
    func patterns(question: String, group: String) throws { #expect(try Asked(question).groups.contains(group)) }

    @Test(
        "What is turned away is not asked for",
        arguments: [
            ("interventie KOPP niet voor baby's", "0..<12"), ("interventie KOPP, geen kleuters", "48..<72"),
            ("interventie KOPP, niet onder de 4", "..<48"), ("interventie KOPP, niet voor kinderen onder de 4", "..<48"),
        ])
    func ages(question: String, age: String) throws {
        let asked = try Asked(question)
        #expect(asked.ages == "")
        #expect(asked.question.excluded.ages.map { $0.inMonths } == [age])
    }

    @Test("A tool that is turned away is not shown", arguments: ["opvoedcursus, geen Triple P", "opvoedcursus anders dan Triple P"])
    func names(question: String) throws {
        let answer = try Asked(question).answer
        #expect(!answer.results.isEmpty)
        #expect(!answer.results.contains { $0.tool.id == "triple-p" })
    }

    @Test("What is only for an age that is turned away is not shown")
    func onlyForAnAge() throws {
        func shows(_ question: String) throws -> Bool {
            try Asked(question).answer.results.contains { $0.tool.id == "kopp-tienergroep" }
        }
        #expect(try shows("KOPP interventie") && !shows("KOPP interventie, niet voor pubers"))
    }

    @Test(
        "A refusal and a complaint turn nothing away", arguments: ["moeder wil geen hulpverlening, kind van 5", "kind van 3 niet gehecht"])
    func refusals(question: String) throws { #expect(try Asked(question).answer.results.contains { $0.tool.kind == .intervention }) }

    @Test("A group that is only implied shuts nothing out")
    func implied() throws {
        let asked = try Asked("vader is depressief")
        #expect(asked.question[.group] == 0)
        #expect(asked.groups == ["kopp-kov"])
    }

    @Test(
        "What the catalogue does not know is said instead of answered",
        arguments: [("rouw kleuter", "rouw"), ("wat kost een training", "kosten")])
    func outside(question: String, scope: String) throws { #expect(try Asked(question).scopes.contains(scope)) }
}
