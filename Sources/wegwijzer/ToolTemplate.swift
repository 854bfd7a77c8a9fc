import JSON
import Catalog
import CatalogSource
import Documents
import Reports

/// The file of a new tool: every key that it needs, with what belongs there.
///
/// The checker refuses what is not filled in, so that a half-filled file never becomes part of a catalogue.
struct ToolTemplate {
    let id: String
    let kind: Kind
    /// The catalogue whose closed lists it may use.
    let data: CatalogData

    func json() -> String {
        JSONValue.object([
            ("id", .text(id)),
            ("kind", .text(kind.id)),
            ("name", .text(Placeholder.required("de naam, precies zoals de bron hem schrijft"))),
            ("abbreviation", .text(Placeholder.optional("de afkorting"))),
            ("summary", .text(Placeholder.required("wat het is, in één gewone zin van hooguit 30 woorden"))),
            ("aimedAt", some(data.vocabulary.aimedAt)),
            ("audience", .text(Placeholder.optional("voor wie het is, met de voorwaarden die de bron noemt"))),
            ("ages", .list([ages])),
            ("forms", some(data.vocabulary.forms)),
            ("method", .text(Placeholder.optional("hoe het werkt"))),
            ("administeredBy", JSONValue([Placeholder.required("wie het gebruikt, één tekst per beroep; [] als de bron niets zegt")])),
            ("settings", some(data.vocabulary.settings)),
            ("purpose", .text(Placeholder.optional("het doel, in eigen woorden"))),
            ("topics", JSONValue([Placeholder.required("drie tot tien trefwoorden in kleine letters, elk tussen aanhalingstekens")])),
            ("evidence", evidence),
            ("listings", .list([listing])),
            ("references", JSONValue([Placeholder.required("id's uit references.json; [] als er geen verwijzingen zijn")])),
            (
                "links",
                .list([
                    .object([
                        ("title", .text(Placeholder.required("de naam van de website; maak de hele lijst leeg, [], als er geen is"))),
                        ("url", .text(Placeholder.required("het webadres, met https:// ervoor"))),
                    ])
                ])
            ),
        ]).json() + "\n"
    }

    private var ages: JSONValue {
        .object([
            ("from", .text(Placeholder.required("de eerste maand, zonder aanhalingstekens (4 jaar is 48), of null als er geen begin is"))),
            ("to", .text(Placeholder.required("de eerste maand die er niet meer bij hoort (tot en met 12 jaar is 156), of null"))),
            ("stated", .text(Placeholder.required("de leeftijd zoals de bron die schrijft; haal \"ages\" weg als er geen leeftijd staat"))),
        ])
    }

    private var evidence: JSONValue {
        let levels = ("level", JSONValue.text(Placeholder.one(of: data.scales.levels(of: kind).map { $0.id })))
        let statement = (
            "statement", JSONValue.text(Placeholder.required("wat de bron van de kwaliteit of het effect zegt, in eigen woorden"))
        )
        return switch kind {
        case .instrument: .object([levels, statement, ("cotan", .object([("status", one(data.scales.cotan))]))])
        case .intervention: .object([levels, statement, ("recognition", one(data.scales.recognition))])
        }
    }

    private var listing: JSONValue {
        .object([
            ("source", .text(Placeholder.one(of: data.info.sources.map { $0.id }) + ", of uw eigen bron uit catalog.json")),
            ("section", .text(Placeholder.optional("het hoofdstuk of de tabel, als de bron geen genummerde rijen heeft"))),
            ("table", .text(Placeholder.optional("het nummer van de tabel"))),
            ("row", .text(Placeholder.optional("het nummer van de rij"))),
            ("page", .text(Placeholder.optional("de bladzijde"))),
            // Last, so that the lines before it can go with their commas.
            ("targetGroup", .text(Placeholder.one(of: data.targetGroups.map { $0.id }))),
        ])
    }

    private func some(_ terms: [Term]) -> JSONValue { JSONValue([Placeholder.some(of: terms.map { $0.id })]) }

    private func one(_ terms: [Term]) -> JSONValue { .text(Placeholder.one(of: terms.map { $0.id })) }
}
