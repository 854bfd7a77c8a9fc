import CatalogSource
import Testing

@Suite("Addresses and numbers that were checked long ago")
struct OldCheckTests {
    @Test(
        "a check holds for six months",
        arguments: [
            ("2026-12-01", [] as [String]), ("2027-05-31", []), ("2027-06-01", []), ("2027-06-02", ["zelfdoding"]), ("2026-11-01", []),
            ("geen datum", []),
        ])
    func six(today: String, old: [String]) throws {
        var data = CatalogData()
        var node = data.decision.nodes.first ?? .init()
        node.id = "zelfdoding"
        node.checked = "2026-12-01"
        data.decision.nodes = [node, .init()]
        #expect(
            data.oldChecks(on: today)
                == old.map { OldCheck(file: "decision-schema.json", what: "de stap \"\($0)\"", checked: "2026-12-01") })
    }

    @Test("notices too, at the turn of a year")
    func notices() {
        var data = CatalogData()
        data.vocabulary.notices = [.init()]
        data.vocabulary.notices[0].id = "gevaar"
        data.vocabulary.notices[0].checked = "2026-09-30"
        #expect(data.oldChecks(on: "2027-03-30").isEmpty)
        #expect(data.oldChecks(on: "2027-03-31").map { $0.what } == ["de mededeling \"gevaar\""])
    }
}
