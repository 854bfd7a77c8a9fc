import Catalog
import JSON
import Testing

@testable import CatalogSource

/// One slip in one file of the catalogue, and the one fault that tells of it.
struct Slip: CustomTestStringConvertible, Sendable {
    static let kidsCopingScale = "instruments/kids-coping-scale.json"

    var name: String
    var file = kidsCopingScale
    /// What stands in the file exactly once, and what comes in its place.
    var old: String
    var new: String
    /// The text where the fault is, after the slip.
    var at: String
    var path: String
    /// The whole message; one that ends in “…” is only how it begins.
    var message: String

    var testDescription: String { name }

    func tells(_ message: String) -> Bool {
        self.message.hasSuffix("…") ? message.hasPrefix(self.message.dropLast()) : message == self.message
    }
}

@Suite("Catalogue: one slip, one fault")
struct CatalogFaultTests {
    static let kind = #""kind": "signalering","#
    static let ages = #""ages": [{"from": 96, "to": 156,"#

    static let keys = [
        Slip(
            name: "an unknown key", old: kind, new: kind + "\n  \"kleur\": \"rood\",", at: #""kleur""#, path: "$.kleur",
            message: "de sleutel \"kleur\" is hier niet bekend. Toegestaan: id, kind, name, abbreviation, aliases, summary…"),
        Slip(
            name: "a misspelt key", old: #""abbreviation":"#, new: #""abreviation":"#, at: #""abreviation""#, path: "$.abreviation",
            message: "de sleutel \"abreviation\" is hier niet bekend; bedoeld is misschien \"abbreviation\". Toegestaan: id, kind, …"),
        Slip(
            name: "an unknown key in an inner object", old: #""row": 4,"#, new: #""row": 4, "rij": 4,"#, at: #""rij""#,
            path: "$.listings[0].rij",
            message: "de sleutel \"rij\" is hier niet bekend. Toegestaan: source, section, targetGroup, table, row, …"),
        Slip(
            name: "a missing key", old: kind, new: "", at: "{", path: "$", message: "de sleutel \"kind\" ontbreekt; typ \"kind\": \"…\""),
        Slip(
            name: "a missing key in an inner object", old: #""row": 4,"#, new: "", at: "{\n      \"source\"", path: "$.listings[0]",
            message: "de sleutel \"row\" ontbreekt; typ \"row\": … (een getal)"),
        Slip(
            name: "a missing id", old: #""id": "kids-coping-scale","#, new: "", at: "{", path: "$",
            message: "de sleutel \"id\" ontbreekt; typ \"id\": \"…\""),
        Slip(
            name: "a key twice", old: kind, new: kind + "\n  \"kind\": \"interventie\",", at: #""kind": "interventie""#, path: "",
            message: "de sleutel \"kind\" staat hier twee keer; haal er één weg"),
    ]

    static let types = [
        Slip(
            name: "a number for a text", old: kind, new: #""kind": 7,"#, at: "7", path: "$.kind",
            message: "hier hoort een tekst te staan, maar er staat een getal; typ \"7\", met aanhalingstekens"),
        Slip(
            name: "null for a text", old: kind, new: #""kind": null,"#, at: "null", path: "$.kind",
            message: "hier hoort een tekst te staan, maar er staat null; typ een tekst, of haal de sleutel weg als zij niet nodig is"),
        Slip(
            name: "a text for a list", old: kind, new: kind + #" "aliases": "coping","#, at: #""coping","#, path: "$.aliases",
            message: "hier hoort een lijst te staan, maar er staat een tekst; zet er rechte haken om: [\"coping\"]"),
        Slip(
            name: "a text for a number", old: #""row": 4,"#, new: #""row": "4","#, at: #""4","#, path: "$.listings[0].row",
            message: "hier hoort een geheel getal te staan, maar er staat een tekst; typ 4, zonder aanhalingstekens"),
        Slip(
            name: "a fraction for a whole number", old: #""row": 4,"#, new: #""row": 4.0,"#, at: "4.0", path: "$.listings[0].row",
            message:
                "hier hoort een geheel getal te staan, maar er staat een getal; 4.0 is niet geheel: schrijf het zonder punt of macht"),
        Slip(
            name: "a number out of range", old: #""row": 4,"#, new: #""row": 0,"#, at: "0,\n", path: "$.listings[0].row",
            message: "0 kan hier niet; typ een getal van 1 tot en met 10000"),
        Slip(
            name: "a text for true", old: kind, new: kind + #" "replaces": "ja","#, at: #""ja""#, path: "$.replaces",
            message: "hier hoort true of false te staan, maar er staat een tekst; typ true of false, zonder aanhalingstekens"),
        Slip(
            name: "an object for a list", old: kind, new: kind + #" "links": {"title": "KCS"},"#, at: #"{"title""#, path: "$.links",
            message: "hier hoort een lijst te staan, maar er staat een object; zet er rechte haken om: […]"),
        Slip(
            name: "a list for an object", old: #""cotan": {"status": "niet-beoordeeld"}"#, new: #""cotan": []"#, at: "[],",
            path: "$.evidence.cotan",
            message: "hier hoort een object te staan, maar er staat een lijst; een object staat tussen accolades: {\"sleutel\": …}"),
    ]

    static let words = [
        Slip(
            name: "a malformed id", old: #""id": "kids-coping-scale""#, new: #""id": "Kids Coping Scale""#,
            at: #""Kids Coping Scale""#, path: "$.id",
            message: "een id bestaat uit kleine letters, cijfers en streepjes; typ \"kids-coping-scale\""),
        Slip(
            name: "an id that is not the file's name", old: #""id": "kids-coping-scale""#, new: #""id": "kids-coping""#,
            at: #""kids-coping""#, path: "$.id",
            message: "het id is \"kids-coping\", maar het bestand heet kids-coping-scale.json; geef ze dezelfde naam"),
        Slip(
            name: "an unknown kind", old: kind, new: #""kind": "signalerin","#, at: #""signalerin""#, path: "$.kind",
            message: "\"signalerin\" is hier niet bekend; bedoeld is misschien \"signalering\". Toegestaan: signalering, interventie"),
        Slip(
            name: "the kind of the other folder", old: kind, new: #""kind": "interventie","#, at: #""interventie""#, path: "$.kind",
            message: "een bestand in deze map is \"signalering\", niet \"interventie\"; typ dat, of verplaats het bestand"),
        Slip(
            name: "an unknown group", old: #""targetGroup": "kopp-kov""#, new: #""targetGroup": "kopp-kof""#, at: #""kopp-kof""#,
            path: "$.listings[0].targetGroup",
            message: "\"kopp-kof\" is hier niet bekend; bedoeld is misschien \"kopp-kov\". Toegestaan: …"),
        Slip(
            name: "a source's name for a group", old: #""targetGroup": "kopp-kov""#, new: #""targetGroup": "KOPP/KOV-groep Zuid""#,
            at: #""KOPP/KOV-groep Zuid""#, path: "$.listings[0].targetGroup",
            message: "\"KOPP/KOV-groep Zuid\" is hier niet bekend. Toegestaan: …"),
        Slip(
            name: "an unknown source", old: #""source": "kennissynthese-2025""#, new: #""source": "kennissynthese-2052""#,
            at: #""kennissynthese-2052""#, path: "$.listings[0].source",
            message: "\"kennissynthese-2052\" is hier niet bekend; bedoeld is misschien \"kennissynthese-2025\". Toegestaan: …"),
        Slip(
            name: "an unknown level", old: #""level": "wisselend""#, new: #""level": "wiselend""#, at: #""wiselend""#,
            path: "$.evidence.level", message: "\"wiselend\" is hier niet bekend; bedoeld is misschien \"wisselend\". Toegestaan: …"),
        Slip(
            name: "a level of the other scale", old: #""level": "wisselend""#, new: #""level": "goede-aanwijzingen""#,
            at: #""goede-aanwijzingen""#, path: "$.evidence.level",
            message: "\"goede-aanwijzingen\" is hier niet bekend. Toegestaan: goed, …"),
        Slip(
            name: "a setting that is printed and broad at once", old: #""settingsBroad": ["jgz","#,
            new: #""settingsBroad": ["jeugdhulp", "jgz","#, at: #"["jeugdhulp", "jgz","#, path: "$.settingsBroad",
            message: "\"jeugdhulp\" staat al in \"settings\"; haal het hier weg"),
        Slip(
            name: "an unknown population", old: kind, new: kind + #" "population": ["zwangr"],"#, at: #"["zwangr"]"#,
            path: "$.population", message: "\"zwangr\" is hier niet bekend; bedoeld is misschien \"zwanger\". Toegestaan: …"),
        Slip(
            name: "an unknown basis", old: #""level": "wisselend""#, new: #""basis": ["eén-kant"], "level": "wisselend""#,
            at: #"["eén-kant"]"#, path: "$.evidence.basis",
            message: "\"eén-kant\" is hier niet bekend; bedoeld is misschien \"een-kant\". Toegestaan: …"),
        Slip(
            name: "a scope without words", old: #""level": "wisselend""#, new: #""scope": {"ages": []}, "level": "wisselend""#,
            at: #"{"ages": []}"#, path: "$.evidence.scope", message: "de sleutel \"text\" ontbreekt…"),
        Slip(
            name: "an unknown reference", old: "\n  \"references\": [", new: "\n  \"references\": [\"ggz-standaarden-kopp-kof\", ",
            at: #""ggz-standaarden-kopp-kof""#,
            path: "$.references[0]",
            message: "de verwijzing \"ggz-standaarden-kopp-kof\" bestaat niet; bedoeld is misschien \"ggz-standaarden-kopp-kov\""),
        Slip(
            name: "an unknown reference of a listing", old: #""row": 4,"#, new: #""row": 4, "evidenceReferences": ["ongeschreven"],"#,
            at: #""ongeschreven""#, path: "$.listings[0].evidenceReferences[0]",
            message: "de verwijzing \"ongeschreven\" bestaat niet; typ een id uit references.json, of voeg haar daar toe"),
        Slip(
            name: "an unknown tool", old: kind, new: kind + #" "seeAlso": ["sdq", "sqd-lijst-van-elders"],"#,
            at: #""sqd-lijst-van-elders""#,
            path: "$.seeAlso[1]",
            message: "het middel \"sqd-lijst-van-elders\" bestaat niet; typ een id uit de mappen instruments en interventions"),
        Slip(
            name: "a misspelt tool", old: kind, new: kind + #" "seeAlso": ["kindchek"],"#, at: #""kindchek""#, path: "$.seeAlso[0]",
            message: "het middel \"kindchek\" bestaat niet; bedoeld is misschien \"kindcheck\""),
        Slip(
            name: "a group that a table names already", old: kind,
            new: kind + #" "alsoServes": [{"targetGroup": "kopp-kov", "source": "kennissynthese-2025", "page": 1}],"#,
            at: #"{"targetGroup": "kopp-kov", "source""#,
            path: "$.alsoServes[0]", message: "het middel staat al bij \"kopp-kov\" in een tabel; haal deze regel weg"),
        Slip(
            name: "the table of the other kind", old: #""table": 1,"#, new: #""table": 2,"#, at: "2,\n", path: "$.listings[0].table",
            message: "een signaleringsinstrument staat in tabel 1; typ 1"),
        Slip(
            name: "a last page before the first", old: #""row": 4,"#, new: #""row": 4, "pageEnd": 1,"#, at: "1,\n      \"focus\"",
            path: "$.listings[0].pageEnd",
            message: "\"pageEnd\" hoort na \"page\" te liggen; laat hem weg als de rij op één bladzijde staat"),
    ]

    static let agesOfChildren = [
        Slip(
            name: "an empty age", old: ages, new: #""ages": [{"from": 96, "to": 96,"#, at: #"{"from""#, path: "$.ages[0]",
            message: "deze leeftijd is leeg: 96 tot 96 maanden; \"to\" is de eerste maand die er niet meer bij hoort"),
        Slip(
            name: "an inverted age", old: ages, new: #""ages": [{"from": 156, "to": 96,"#, at: "156", path: "$.ages[0].from",
            message: "\"from\" (156 maanden) ligt na \"to\" (96 maanden); wissel de getallen om"),
        Slip(
            name: "an age without bounds", old: ages, new: #""ages": [{"from": null, "to": null,"#, at: #"{"from""#, path: "$.ages[0]",
            message: "een leeftijd heeft ten minste één grens; laat \"ages\" weg als de bron geen leeftijd noemt"),
        Slip(
            name: "an age whose end is not said", old: ages, new: #""ages": [{"from": 96,"#, at: #"{"from""#, path: "$.ages[0]",
            message: "de sleutel \"to\" ontbreekt; schrijf null als de bovengrens open is"),
        Slip(
            name: "an end in years", old: ages, new: #""ages": [{"from": null, "to": 12,"#, at: "12,", path: "$.ages[0].to",
            message: "\"to\" staat in maanden, niet in jaren; bij ‘8-12 jr’ hoort 156"),
        Slip(
            name: "years on both sides", old: ages, new: #""ages": [{"from": 8, "to": 156,"#, at: "8,", path: "$.ages[0].from",
            message: "\"from\" staat in maanden, niet in jaren; bij ‘8-12 jr’ hoort 96"),
        Slip(
            name: "an age of 130 years", old: ages, new: #""ages": [{"from": 96, "to": 1560,"#, at: "1560",
            path: "$.ages[0].to", message: "1560 kan hier niet; typ een getal van -9 tot en met 1440"),
    ]

    static let texts = [
        Slip(
            name: "an empty text", old: #""abbreviation": "KCS""#, new: #""abbreviation": """#, at: "\"\",", path: "$.abbreviation",
            message: "deze tekst is leeg; laat de sleutel weg als de bron niets zegt"),
        Slip(
            name: "a text of white space", old: #""abbreviation": "KCS""#, new: #""abbreviation": " \u00a0""#, at: #"" \u00a0""#,
            path: "$.abbreviation", message: "deze tekst is leeg; laat de sleutel weg als de bron niets zegt"),
        Slip(
            name: "a control character", old: #""abbreviation": "KCS""#, new: #""abbreviation": "K\u0007CS""#, at: #""K\u0007CS""#,
            path: "$.abbreviation", message: "deze tekst bevat een stuurteken of een onzichtbaar teken; haal het weg"),
        Slip(
            name: "a line end", old: #""abbreviation": "KCS""#, new: #""abbreviation": "K\nCS""#, at: #""K\nCS""#,
            path: "$.abbreviation", message: "deze tekst bevat een stuurteken of een onzichtbaar teken; haal het weg"),
        Slip(
            name: "a change of direction", old: #""abbreviation": "KCS""#, new: "\"abbreviation\": \"K\u{202E}CS\"",
            at: "\"K\u{202E}CS\"", path: "$.abbreviation",
            message: "deze tekst bevat een stuurteken of een onzichtbaar teken; haal het weg"),
        Slip(
            name: "a paragraph separator", old: #""abbreviation": "KCS""#, new: #""abbreviation": "K\u2029CS""#, at: #""K\u2029CS""#,
            path: "$.abbreviation", message: "deze tekst bevat een stuurteken of een onzichtbaar teken; haal het weg"),
        Slip(
            name: "what is no character", old: #""abbreviation": "KCS""#, new: #""abbreviation": "K\ufffeCS""#, at: #""K\ufffeCS""#,
            path: "$.abbreviation", message: "deze tekst bevat een stuurteken of een onzichtbaar teken; haal het weg"),
        Slip(
            name: "an address that is none", old: kind, new: kind + #" "links": [{"title": "KCS", "url": "www.kcs.nl"}],"#,
            at: #""www.kcs.nl""#, path: "$.links[0].url",
            message: "\"www.kcs.nl\" is geen webadres; typ \"https://www.kcs.nl\""),
        Slip(
            name: "an address with a space", old: kind, new: kind + #" "links": [{"title": "KCS", "url": "https://kcs.nl/a b"}],"#,
            at: #""https://kcs.nl/a b""#, path: "$.links[0].url",
            message: "\"https://kcs.nl/a b\" is geen webadres; het begint met http:// of https:// en bevat geen spaties"),
        Slip(
            name: "an address without a host", old: kind, new: kind + #" "links": [{"title": "KCS", "url": "https:///kcs"}],"#,
            at: #""https:///kcs""#, path: "$.links[0].url",
            message: "\"https:///kcs\" is geen webadres; het begint met http:// of https:// en bevat geen spaties"),
    ]

    static let syntax = [
        Slip(
            name: "a missing comma", old: kind, new: #""kind": "signalering""#, at: "\n  \"name\":", path: "",
            message: "hier ontbreekt een komma; typ ‘,’"),
        Slip(
            name: "a missing colon", old: kind, new: #""kind" "signalering","#, at: #""signalering""#, path: "",
            message: "tussen een sleutel en haar waarde hoort ‘:’, maar hier staat ‘\"’; typ ‘:’"),
        Slip(
            name: "a comma too many", old: #""row": 4,"#, new: #""row": 4,,"#, at: ",\n      \"focus\"", path: "",
            message: "hier staat een komma te veel; haal haar weg"),
        Slip(
            name: "a text without its end", old: kind, new: #""kind": "signalering,"#, at: "\n  \"name\"", path: "",
            message: "deze tekst is niet afgesloten; typ een recht aanhalingsteken (\") aan het eind"),
        Slip(
            name: "a comment", old: kind, new: "// TODO\n  " + kind, at: "//", path: "",
            message: "een JSON-bestand kent geen opmerkingen; haal deze weg, of zet haar als tekst in \"remarks\""),
        Slip(
            name: "a byte order mark", old: "{\n  \"id\"", new: "\u{FEFF}{\n  \"id\"", at: "\u{FEFF}", path: "",
            message: "het bestand begint met een byte order mark; sla het op als UTF-8 zonder BOM"),
        Slip(
            name: "a list for the whole", old: "{\n  \"id\"", new: "[] {\n  \"id\"", at: "{", path: "",
            message: "na de waarde hoort niets meer te staan, maar hier staat ‘{’"),
    ]

    static let commonFiles = [
        Slip(
            name: "a format of the future", file: "catalog.json", old: #""format": 1,"#, new: #""format": 2,"#, at: "2,", path: "$.format",
            message: "dit programma leest catalogi van formaat 1, niet 2; typ 1, of gebruik een nieuwer programma"),
        Slip(
            name: "a format that is no number", file: "catalog.json", old: #""format": 1,"#, new: #""format": "1","#, at: #""1","#,
            path: "$.format", message: "hier hoort een geheel getal te staan, maar er staat een tekst; typ 1, zonder aanhalingstekens"),
        Slip(
            name: "a date in Dutch order", file: "catalog.json", old: #""date": "20"#, new: #""date": "21-11-20"#, at: #""21-11-20"#,
            path: "$.date", message: "een datum is JJJJ-MM-DD, en een dag die bestaat; typ bijvoorbeeld \"2026-11-21\""),
        Slip(
            name: "a day that February never has", file: "catalog.json", old: #""date": "2026-11-21""#, new: #""date": "2026-02-31""#,
            at: #""2026-02-31""#, path: "$.date",
            message: "een datum is JJJJ-MM-DD, en een dag die bestaat; typ bijvoorbeeld \"2026-11-21\""),
        Slip(
            name: "the 29th of a February that has none", file: "catalog.json", old: #""date": "2026-11-21""#,
            new: #""date": "2100-02-29""#,
            at: #""2100-02-29""#, path: "$.date",
            message: "een datum is JJJJ-MM-DD, en een dag die bestaat; typ bijvoorbeeld \"2026-11-21\""),
        Slip(
            name: "a main source that is none", file: "catalog.json", old: #""mainSource": "kennissynthese-2025""#,
            new: #""mainSource": "kennissynthese""#, at: #""kennissynthese""#, path: "$.mainSource",
            message: "\"kennissynthese\" is hier niet bekend. Toegestaan: …"),
        Slip(
            name: "a broken catalog.json", file: "catalog.json", old: #""format": 1,"#, new: #""format": 1"#, at: "\n  \"title\"", path: "",
            message: "hier ontbreekt een komma; typ ‘,’"),
        Slip(
            name: "a broken target-groups.json", file: "target-groups.json", old: "{\n  \"targetGroups\": [",
            new: "{\n  \"targetGroups\" [", at: "[", path: "",
            message: "tussen een sleutel en haar waarde hoort ‘:’, maar hier staat ‘[’; typ ‘:’"),
        Slip(
            name: "a broken evidence-scales.json", file: "evidence-scales.json", old: #""instrumentLevels": ["#,
            new: #""instrumentLevels": [,"#, at: ",", path: "", message: "hier staat een komma te veel; haal haar weg"),
        Slip(
            name: "a broken vocabulary.json", file: "vocabulary.json", old: "{\n  \"aimedAt\": [", new: "\n  \"aimedAt\": [",
            at: ": [", path: "", message: "na de waarde hoort niets meer te staan, maar hier staat ‘:’"),
        Slip(
            name: "a phrase of nothing", file: "vocabulary.json", old: "\n  \"phrases\": [",
            new: "\n  \"phrases\": [{\"phrases\": [\"zzz-woord\"], \"means\": {}},", at: "{}", path: "$.phrases[0].means",
            message: "deze woorden betekenen niets; vul \"means\""),
        Slip(
            name: "a phrase of an unknown group", file: "vocabulary.json", old: "\n  \"phrases\": [",
            new: "\n  \"phrases\": [{\"phrases\": [\"zzz-woord\"], \"means\": {\"targetGroup\": \"kopp-kof\"}},", at: #""kopp-kof""#,
            path: "$.phrases[0].means.targetGroup",
            message: "\"kopp-kof\" is hier niet bekend; bedoeld is misschien \"kopp-kov\". Toegestaan: …"),
        Slip(
            name: "a broken references.json", file: "references.json", old: "\n  \"references\": [", new: "\n  \"references\": [1 ",
            at: " \n    {\"id\"", path: "", message: "hier ontbreekt een komma; typ ‘,’"),
        Slip(
            name: "a malformed id of a reference", file: "references.json", old: "\n  \"references\": [",
            new: "\n  \"references\": [{\"id\": \"Nieuw_2025\", \"citation\": \"Nieuw (2025).\"},", at: #""Nieuw_2025""#,
            path: "$.references[0].id", message: "een id bestaat uit kleine letters, cijfers en streepjes; typ \"nieuw-2025\""),
        Slip(
            name: "a reference twice", file: "references.json", old: "\n  \"references\": [",
            new: """

                  "references": [
                    {"id": "nieuw-2025", "citation": "Nieuw (2025)."},
                    {"id": "nieuw-2025" , "citation": "Nieuw (2025), deel 2."},
                """, at: #""nieuw-2025" ,"#, path: "$.references[1].id", message: "de verwijzing \"nieuw-2025\" bestaat al"),
        Slip(
            name: "an address of a reference", file: "references.json", old: "\n  \"references\": [",
            new: "\n  \"references\": [{\"id\": \"nieuw\", \"citation\": \"Nieuw.\", \"url\": \"nji.nl\"},", at: #""nji.nl""#,
            path: "$.references[0].url",
            message: "\"nji.nl\" is geen webadres; typ \"https://nji.nl\""),
    ]

    static let guidelineFiles = [
        Slip(
            name: "a step that leads nowhere", file: "decision-schema.json", old: "\"next\": \"veilig-na-verhelderen\"",
            new: "\"next\": \"nergens\"",
            at: "[{\"id\": \"verder\", \"text\": \"De vraag is helder\"", path: "$.nodes[5].options",
            message: "de keuze \"verder\" leidt naar \"nergens\", maar…"),
        Slip(
            name: "a start that is none", file: "decision-schema.json", old: "\"start\": \"start\"", new: "\"start\": \"begin\"",
            at: "\"begin\"",
            path: "$.start", message: "het begin \"begin\" is geen stap van het schema"),
        Slip(
            name: "a way out that leads nowhere", file: "decision-schema.json", old: "van het kind\", \"next\": \"veiligheid\"",
            new: "van het kind\", \"next\": \"veilig\"",
            at: "[\n    {\"id\": \"onveilig\"", path: "$.exits",
            message: "de uitweg \"onveilig\" leidt naar \"veilig\", maar die stap bestaat niet"),
        Slip(
            name: "a way to reassurance without a question of safety", file: "decision-schema.json",
            old: "{\"id\": \"professional\"",
            new: "{\"id\": \"snel\", \"text\": \"Snel\", \"next\": \"geruststellen\"}, {\"id\": \"professional\"",
            at: "\"geruststellen\",\n      \"kind\"", path: "$.nodes[9].id",
            message: "de weg snel leidt hierheen zonder dat een vraag naar de veiligheid…"),
        Slip(
            name: "an answer that says safe where nobody asks for it", file: "decision-schema.json",
            old: "\"next\": \"vraag-horen\"", new: "\"next\": \"vraag-horen\", \"nextInDanger\": \"advies\"",
            at: "[\n        {\"id\": \"ouder\"", path: "$.nodes[0].options",
            message: "de keuze \"ouder\" heeft \"nextInDanger\", maar dat kan alleen bij een vraag met \"safety\": true"),
        Slip(
            name: "a chapter for what is ours", file: "decision-schema.json", old: "\"ours\": true,\n      \"options\"",
            new: "\"ours\": true,\n      \"place\": \"hoofdstuk 5\",\n      \"options\"", at: "\"hoofdstuk 5\",\n      \"options\"",
            path: "$.nodes[4].place", message: "wat van ons is, staat in geen hoofdstuk; haal \"place\" weg"),
        Slip(
            name: "a day of checking that is none", file: "decision-schema.json",
            old: "\"checked\": \"2026-12-01\",\n      \"notices\": [\"zelfbeschadiging\"]",
            new: "\"checked\": \"vandaag\",\n      \"notices\": [\"zelfbeschadiging\"]", at: "\"vandaag\"", path: "$.nodes[30].checked",
            message: "een datum is JJJJ-MM-DD…"),
        Slip(
            name: "a signal twice", file: "signals.json", old: "\"id\": \"gedrag-naar-buiten\"", new: "\"id\": \"gedrag-stil\" ",
            at: "\"gedrag-stil\" ,", path: "$.sections[0].items[1].id", message: "het id \"gedrag-stil\" staat er twee keer in"),
        Slip(
            name: "a form twice", file: "vocabulary.json", old: "{\"id\": \"app\", \"name\": \"app\"}",
            new: "{\"id\": \"app\", \"name\": \"app\"}, {\"id\": \"app\" , \"name\": \"apps\"}", at: "\"app\" ,", path: "$.forms[16].id",
            message: "\"app\" staat er twee keer in; haal er één weg, of geef die een ander id"),
        Slip(
            name: "a verdict on an unknown document", file: "instruments/sdq.json", old: "[\"theunissen-2019-sdq\"]",
            new: "[\"theunissen-2019-sdqq\"]", at: "\"theunissen-2019-sdqq\"", path: "$.evidence.references[0]",
            message: "de verwijzing \"theunissen-2019-sdqq\" bestaat niet; bedoeld is misschien \"theunissen-2019-sdq\""),
        Slip(
            name: "an unknown tool of a step", file: "decision-schema.json", old: "\"tool\": \"nosik\"", new: "\"tool\": \"nosikk\"",
            at: "\"nosikk\"",
            path: "$.nodes[14].tools[2].tool", message: "het middel \"nosikk\" bestaat niet; bedoeld is misschien \"nosik\""),
        Slip(
            name: "an unknown tool of the table", file: "parenting-questions.json", old: "{\"tool\": \"droogbedtraining\"",
            new: "{\"tool\": \"droogbed\"",
            at: "\"droogbed\"", path: "$.questions[1].offers[0].interventions[0].tool", message: "het middel \"droogbed\" bestaat niet…"),
        Slip(
            name: "a footnote that is none", file: "parenting-questions.json", old: "\"footnote\": 5", new: "\"footnote\": 9", at: "9}",
            path: "$.questions[5].offers[5].interventions[3].footnote", message: "voetnoot 9 bestaat niet"),
        Slip(
            name: "an unknown subject of a question", file: "parenting-questions.json", old: "\"about\": [\"taal\"]",
            new: "\"about\": [\"spraak\"]",
            at: "[\"spraak\"]", path: "$.questions[3].about", message: "\"spraak\" is hier niet bekend…"),
        Slip(
            name: "an age without words", file: "development-phases.json", old: "\"to\": 36, \"stated\": \"± 0-2 jaar\"", new: "\"to\": 36",
            at: "{\"from\": 0", path: "$.phases[0].ages", message: "de sleutel \"stated\" ontbreekt; typ \"stated\": \"…\""),
        Slip(
            name: "a word about an unknown subject", file: "vocabulary.json", old: "\n  \"phrases\": [",
            new: "\n  \"phrases\": [{\"phrases\": [\"zzz-woord\"], \"means\": {\"parenting\": \"driftbui\"}},", at: "\"driftbui\"",
            path: "$.phrases[0].means.parenting", message: "\"driftbui\" is hier niet bekend; bedoeld is misschien \"driftbuien\"…"),
    ]

    @Test("keys", arguments: keys) func key(_ slip: Slip) throws { try expectOneFault(slip) }
    @Test("types", arguments: types) func type(_ slip: Slip) throws { try expectOneFault(slip) }
    @Test("ids, closed lists and references", arguments: words) func word(_ slip: Slip) throws { try expectOneFault(slip) }
    @Test("ages", arguments: agesOfChildren) func age(_ slip: Slip) throws { try expectOneFault(slip) }
    @Test("texts", arguments: texts) func text(_ slip: Slip) throws { try expectOneFault(slip) }
    @Test("syntax", arguments: syntax) func syntaxError(_ slip: Slip) throws { try expectOneFault(slip) }
    @Test("the files that all tools share", arguments: commonFiles) func commonFile(_ slip: Slip) throws { try expectOneFault(slip) }

    @Test("the guideline's files", arguments: guidelineFiles) func guidelineFile(_ slip: Slip) throws { try expectOneFault(slip) }

    /// Breaks a copy of the catalogue and expects exactly the slip's fault.
    private func expectOneFault(_ slip: Slip) throws {
        let catalog = try TemporaryCatalog.copy()
        try catalog.replace(slip.old, with: slip.new, in: slip.file)
        let faults = try catalog.faults()
        #expect(faults.count == 1, "\(faults.map { $0.line(label: "fout") })")
        let fault = try #require(faults.first)
        let place = try catalog.place(of: slip.at, in: slip.file)
        #expect(fault.file == slip.file)
        #expect(fault.line == place.line)
        #expect(fault.column == place.column)
        #expect(fault.path == slip.path)
        #expect(slip.tells(fault.message), "\(fault.message)")
    }
}

@Suite("Catalogue: files together")
struct CatalogFilesTests {
    @Test("the catalogue as it is has no fault")
    func unbroken() throws {
        let catalog = try TemporaryCatalog.copy()
        #expect(try catalog.faults().isEmpty)
        let data = try catalog.load()
        #expect(data.tools.contains { $0.id == "kids-coping-scale" && $0.kind == .instrument })
        #expect(data.tools.contains { $0.kind == .intervention })
        #expect(data.tools.map { $0.id } == data.tools.map { $0.id }.sorted())
    }

    @Test("a fault on one line: file, place, path and sentence")
    func line() throws {
        let catalog = try TemporaryCatalog.copy()
        try catalog.replace(#""kind": "signalering""#, with: #""kind": ["signalering"]"#, in: Slip.kidsCopingScale)
        let lines = try catalog.faults().map { $0.line(label: "fout") }
        #expect(
            lines == [
                "instruments/kids-coping-scale.json:3:11: fout: $.kind: hier hoort een tekst te staan, maar er staat een lijst; haal de rechte haken weg: hier hoort er één"
            ])
    }

    @Test("faults in several files are all reported, in the order of the files")
    func severalFaults() throws {
        let catalog = try TemporaryCatalog.copy()
        try catalog.replace(
            "\n  \"references\": [", with: "\n  \"references\": [{\"id\": \"nieuw\", \"citation\": \"\"},", in: "references.json")
        try catalog.replace(#""id": "cbcl","#, with: #""id": "cbcl", "replaces": 7,"#, in: "instruments/cbcl.json")
        try catalog.replace(#""kind": "signalering","#, with: #""kind": "signalering", "x": 1, "y": 2,"#, in: Slip.kidsCopingScale)
        try catalog.replace(#""id": "sdq","#, with: #""id": "sdq""#, in: "instruments/sdq.json")
        try catalog.replace(#""id": "jim","#, with: #""id": "jimm","#, in: "interventions/jim.json")
        try catalog.replace(#""id": "yets","#, with: #""id": "yets", "seeAlso": ["zzz-elders"],"#, in: "interventions/yets.json")
        let places = try catalog.faults().map { "\($0.file):\($0.line) \($0.path)" }
        #expect(
            places == [
                "references.json:2 $.references[0].citation",
                "instruments/cbcl.json:2 $.replaces",
                "instruments/kids-coping-scale.json:3 $.x",
                "instruments/kids-coping-scale.json:3 $.y",
                "instruments/sdq.json:2 ",
                "interventions/jim.json:2 $.id",
                "interventions/yets.json:2 $.seeAlso[0]",
            ])
    }

    @Test("of very many faults in a file the first ones are told, and that there are more")
    func manyFaults() throws {
        let catalog = try TemporaryCatalog.copy()
        let keys = (0..<100_000).map { "\"x\($0)\": 0" }.joined(separator: ", ")
        try catalog.write("{\"terms\": [\(String(repeating: "0, ", count: 100_000))0], \(keys)}", to: "terms.json")
        let faults = try catalog.faults()
        #expect(faults.count == 501)
        #expect(faults.last?.message == "en nog meer fouten; herstel eerst deze")
    }

    @Test("two tools without an id are two faults")
    func noIds() throws {
        let catalog = try TemporaryCatalog.copy()
        try catalog.replace(#""id": "sdq","#, with: "", in: "instruments/sdq.json")
        try catalog.replace(#""id": "cbcl","#, with: "", in: "instruments/cbcl.json")
        let faults = try catalog.faults()
        #expect(faults.map { $0.file } == ["instruments/cbcl.json", "instruments/sdq.json"])
        #expect(faults.allSatisfy { $0.message.hasPrefix("de sleutel \"id\" ontbreekt") })
    }

    @Test("faults in the shared files come before those in the tools, which are checked against them")
    func sharedFilesFirst() throws {
        let catalog = try TemporaryCatalog.copy()
        try catalog.replace("{\n  \"targetGroups\": [", with: "{\n  \"targetGroups\": [1,", in: "target-groups.json")
        try catalog.replace(#""instrumentLevels": ["#, with: #""instrumentLevels": [2,"#, in: "evidence-scales.json")
        try catalog.replace(#""id": "cbcl","#, with: #""id": "cbcl", "replaces": 7,"#, in: "instruments/cbcl.json")
        #expect(try catalog.faults().map { $0.path } == ["$.targetGroups[0]", "$.instrumentLevels[0]"])
    }

    @Test("one id in both folders")
    func idTwice() throws {
        let catalog = try TemporaryCatalog.copy()
        let text = try catalog.text(of: "interventions/jim.json")
        try catalog.write(text.replacing(#""id": "jim""#, with: #""id": "sdq""#), to: "interventions/sdq.json")
        let faults = try catalog.faults()
        #expect(faults.count == 1)
        let fault = try #require(faults.first)
        #expect(fault.file == "interventions/sdq.json")
        #expect((fault.line, fault.column) == (2, 9))
        #expect(fault.path == "$.id")
        #expect(fault.message.hasPrefix("het id \"sdq\" bestaat al, in "))
        #expect(fault.message.hasSuffix("/instruments/sdq.json"))
    }

    @Test("a file that is no JSON file")
    func otherFile() throws {
        let catalog = try TemporaryCatalog.copy()
        try catalog.write("", to: "instruments/LEESMIJ.txt")
        try catalog.write("", to: "instruments/.verborgen")
        let message = "in deze map horen alleen .json-bestanden"
        #expect(try catalog.faults() == [Fault(file: "instruments/LEESMIJ.txt", message: message)])
    }

    @Test("a shared file that is not there", arguments: ["catalog.json", "vocabulary.json", "references.json"])
    func missingFile(_ name: String) throws {
        let catalog = try TemporaryCatalog.copy()
        try catalog.remove(name)
        let failure = try #require(throws: LoadFailure.self) { try catalog.load() }
        guard case .unreadable(let file) = failure else { throw failure }
        #expect(file.path.hasSuffix("/\(name)"))
        #expect(file.message == "bestaat niet")
    }
}

@Suite("Catalogue: every row once, none skipped")
struct CatalogRowTests {
    /// The last row of a group's part of Tabel 1, and the tool that it lists.
    private func lastRow(of group: String) throws -> (tool: String, row: UInt32) {
        let rows = try TemporaryCatalog.copy().load().tools.flatMap { tool in
            tool.listings.filter { $0.table == 1 && $0.targetGroup == group }.map { (tool: tool.id, row: $0.row) }
        }
        return try #require(rows.max { $0.row < $1.row })
    }

    /// Gives the last row of a group another number.
    private func renumber(_ group: String, in catalog: TemporaryCatalog, by step: Int) throws -> (tool: String, row: Int) {
        let last = try lastRow(of: group)
        let listing = "\"targetGroup\": \"\(group)\",\n      \"row\": "
        let row = Int(last.row)
        try catalog.replace("\(listing)\(row)", with: "\(listing)\(row + step)", in: "instruments/\(last.tool).json")
        return (last.tool, row)
    }

    @Test("a row is skipped")
    func skippedRow() throws {
        let catalog = try TemporaryCatalog.copy()
        let (tool, row) = try renumber("kopp-kov", in: catalog, by: 1)
        let message = "rij \(row) van tabel 1, kopp-kov, ontbreekt, maar rij \(row + 1) bestaat; kijk de nummers na"
        let file = "instruments/\(tool).json"
        let place = try catalog.place(of: "[\n    {\n      \"source\"", in: file)
        #expect(
            try catalog.faults() == [Fault(file: file, line: place.line, column: place.column, path: "$.listings", message: message)])
    }

    @Test("a row is used twice")
    func rowTwice() throws {
        let catalog = try TemporaryCatalog.copy()
        let (_, row) = try renumber("kopp-kov", in: catalog, by: -1)
        let faults = try catalog.faults()
        #expect(faults.count == 1)
        #expect(faults.first?.path.hasSuffix(".row") == true)
        #expect(faults.first?.message.hasPrefix("rij \(row - 1) van tabel 1, kopp-kov, is al van \"") == true)
    }

    @Test("a tool is taken away: its row is missing")
    func missingTool() throws {
        let catalog = try TemporaryCatalog.copy()
        let (tool, row) = try lastRow(of: "kopp-kov")
        try catalog.remove(Slip.kidsCopingScale)
        let message = "rij 4 van tabel 1, kopp-kov, ontbreekt, maar rij \(row) bestaat; kijk de nummers na"
        let faults = try catalog.faults()
        #expect(faults.contains { $0.file == "instruments/\(tool).json" && $0.path == "$.listings" && $0.message == message })
        // The guide to signals names the tool too.
        #expect(faults.filter { $0.path != "$.listings" }.map { $0.file } == ["signals.json"])
    }
}

@Suite("Catalogue: additions")
struct CatalogAdditionTests {
    /// What a region adds: a source of its own, without tables and pages, and a tool that it lists.
    static let source = """
        {"sources": [{"id": "regio-zuid", "title": "Wijzer Zuid", "organisation": "Regio Zuid", "dated": "2026"}]}
        """
    static let file = "instruments/zuiderlijst.json"
    static let tool = """
        {
          "id": "zuiderlijst",
          "kind": "signalering",
          "name": "Zuiderlijst",
          "summary": "Vragenlijst van de regio.",
          "aimedAt": ["kind"],
          "audience": "Kinderen in de regio.",
          "forms": ["vragenlijst"],
          "method": "Vragenlijst.",
          "administeredBy": ["wijkteam"],
          "settings": ["jeugdhulp"],
          "purpose": "Brengt zorgen in beeld.",
          "topics": ["zorgen"],
          "evidence": {"level": "onbekend", "statement": "Niet onderzocht.", "cotan": {"status": "niet-vermeld"}},
          "listings": [{"source": "regio-zuid", "targetGroup": "kopp-kov"}],
          "references": [],
          "seeAlso": ["kids-coping-scale"]
        }
        """

    /// The catalogue that is added to, read once for all tests.
    static let base = Result { try TemporaryCatalog.copy().load() }

    /// A directory with the source and the tool, perhaps changed.
    private func addition(_ old: String = "", _ new: String = "", as file: String = file) throws -> TemporaryCatalog {
        let addition = try TemporaryCatalog.empty()
        try addition.write(CatalogAdditionTests.source, to: "catalog.json")
        try addition.write(old.isEmpty ? CatalogAdditionTests.tool : CatalogAdditionTests.tool.replacing(old, with: new), to: file)
        return addition
    }

    @Test("a region's tool, with its own source")
    func regionalTool() throws {
        let base = try CatalogAdditionTests.base.get()
        let data = try addition().load(addingTo: base)
        #expect(data.tools.count == base.tools.count + 1)
        #expect(data.info.sources.map { $0.id } == base.info.sources.map { $0.id } + ["regio-zuid"])
        let tool = try #require(data.tools.first { $0.id == "zuiderlijst" })
        #expect(tool.targetGroups == ["kopp-kov"])
        #expect(tool.listings.map { $0.source } == ["regio-zuid"])
        #expect(tool.listings.map { $0.row } == [0])
        #expect(throws: Never.self) { try SnapshotCompiler.compile(data) }
    }

    @Test("a reference of its own")
    func reference() throws {
        let base = try CatalogAdditionTests.base.get()
        let addition = try addition(#""references": []"#, #""references": ["zuid-2026"]"#)
        try addition.write(#"{"references": [{"id": "zuid-2026", "citation": "Zuid (2026)."}]}"#, to: "references.json")
        #expect(try addition.load(addingTo: base).references.count == base.references.count + 1)
    }

    @Test("a folder that only adds is no catalogue, and that is what is said")
    func additionAlone() throws {
        let faults = try addition().faults()
        #expect(faults.count == 1)
        #expect(faults.first?.message.hasPrefix("dit is geen hele catalogus, maar een aanvulling; gebruik --aanvulling-catalogus ") == true)
    }

    @Test(
        "a file that nothing reads is told",
        arguments: ["zuiderlijst.json", "references.JSON", "instrumenten/zuid.json", "vocabulary.json"])
    func misplaced(name: String) throws {
        let base = try CatalogAdditionTests.base.get()
        let addition = try addition()
        try addition.write("{}", to: name)
        let isRead = !name.hasSuffix(".json")
        let faults = try addition.faults(addingTo: base)
        #expect(faults.map { $0.file } == (isRead ? [] : [name.split(separator: "/").first.map { String($0) } ?? ""]))
        #expect(faults.allSatisfy { $0.message.hasSuffix("wordt niet gelezen; een middel staat in de map instruments of interventions") })
    }

    @Test(
        "what is no data may stand beside it",
        arguments: ["README.md", "logo.png", "schema/tool.json", "Thumbs.db", "instruments/desktop.ini"])
    func others(name: String) throws {
        let base = try CatalogAdditionTests.base.get()
        let addition = try addition()
        try addition.write("{}", to: name)
        #expect(try addition.faults(addingTo: base) == [])
    }

    @Test("a directory without tools is told")
    func empty() throws {
        let base = try CatalogAdditionTests.base.get()
        let faults = try TemporaryCatalog.empty().faults(addingTo: base)
        let message = "hier staan geen middelen; een aanvulling heeft bestanden in de map instruments of interventions"
        #expect(faults.map { $0.message } == [message])
    }

    @Test("an id that the catalogue has is refused")
    func sameID() throws {
        let base = try CatalogAdditionTests.base.get()
        let addition = try addition(#""id": "zuiderlijst""#, #""id": "sdq""#, as: "instruments/sdq.json")
        let message = "het id \"sdq\" bestaat al in de catalogus; kies een ander id, of schrijf \"replaces\": true om het te vervangen"
        #expect(
            try addition.faults(addingTo: base) == [
                Fault(file: "instruments/sdq.json", line: 2, column: 9, path: "$.id", message: message)
            ])
    }

    @Test("an id that the catalogue has is replaced on request, and its rows with it")
    func replacement() throws {
        let base = try CatalogAdditionTests.base.get()
        let addition = try addition(#""id": "zuiderlijst","#, #""id": "sdq", "replaces": true,"#, as: "instruments/sdq.json")
        let data = try addition.load(addingTo: base)
        #expect(data.tools.map { $0.id } == base.tools.map { $0.id })
        #expect(data.tools.first { $0.id == "sdq" }?.name == "Zuiderlijst")
    }

    static let slips = [
        Slip(
            name: "a source that nobody defines", old: #""source": "regio-zuid""#, new: #""source": "regio-noord""#, at: #""regio-noord""#,
            path: "$.listings[0].source", message: "\"regio-noord\" is hier niet bekend. Toegestaan: …"),
        Slip(
            name: "an unknown word of a closed list", old: #""forms": ["vragenlijst"]"#, new: #""forms": ["vragenlijts"]"#,
            at: #"["vragenlijts"]"#, path: "$.forms",
            message: "\"vragenlijts\" is hier niet bekend; bedoeld is misschien \"vragenlijst\". Toegestaan: …"),
        Slip(
            name: "a tool that is not there", old: #"["kids-coping-scale"]"#, new: #"["kids-scale"]"#, at: #""kids-scale""#,
            path: "$.seeAlso[0]",
            message: "het middel \"kids-scale\" bestaat niet; typ een id uit de mappen instruments en interventions"),
        Slip(
            name: "a row of the main source, without its numbers", old: #""source": "regio-zuid", "targetGroup": "kopp-kov""#,
            new: #""source": "kennissynthese-2025", "targetGroup": "kopp-kov", "table": 1, "row": 999"#, at: #"{"source""#,
            path: "$.listings[0]", message: "de sleutel \"page\" ontbreekt; typ \"page\": … (een getal)"),
        Slip(
            name: "a text for the listings", old: #"[{"source": "regio-zuid", "targetGroup": "kopp-kov"}]"#, new: #""regio-zuid""#,
            at: #""regio-zuid""#, path: "$.listings",
            message: "hier hoort een lijst te staan, maar er staat een tekst; zet er rechte haken om: [\"regio-zuid\"]"),
        Slip(
            name: "no listings", old: #"[{"source": "regio-zuid", "targetGroup": "kopp-kov"}]"#, new: "[]", at: #"[],\#n  "references""#,
            path: "$.listings",
            message: "een middel heeft ten minste één vermelding, zodat het bij een doelgroep en een bron hoort"),
    ]

    @Test("a slip in an addition", arguments: slips)
    func slip(_ slip: Slip) throws {
        let base = try CatalogAdditionTests.base.get()
        let addition = try addition(slip.old, slip.new)
        let faults = try addition.faults(addingTo: base)
        #expect(faults.count == 1, "\(faults.map { $0.line(label: "fout") })")
        let fault = try #require(faults.first)
        let place = try addition.place(of: slip.at, in: CatalogAdditionTests.file)
        #expect(fault.file == CatalogAdditionTests.file)
        #expect((fault.line, fault.column) == place)
        #expect(fault.path == slip.path)
        #expect(slip.tells(fault.message), "\(fault.message)")
    }

    @Test("a source that the catalogue has is refused")
    func sameSource() throws {
        let base = try CatalogAdditionTests.base.get()
        let addition = try addition("regio-zuid", "kennissynthese-2025")
        try addition.write(CatalogAdditionTests.source.replacing("regio-zuid", with: "kennissynthese-2025"), to: "catalog.json")
        try addition.remove(CatalogAdditionTests.file)
        let message = "de bron \"kennissynthese-2025\" bestaat al"
        #expect(
            try addition.faults(addingTo: base) == [
                Fault(file: "catalog.json", line: 1, column: 13, path: "$.sources", message: message)
            ])
    }

    @Test("a broken source list is one fault, not one for each tool of the source")
    func brokenSources() throws {
        let base = try CatalogAdditionTests.base.get()
        let addition = try addition()
        try addition.write(#"{"sources": ["#, to: "catalog.json")
        #expect(try addition.faults(addingTo: base).map { $0.file } == ["catalog.json"])
    }
}
