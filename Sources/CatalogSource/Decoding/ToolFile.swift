import Catalog
import JSON
import Language

/// The words that a tool's file may use for closed lists.
struct AllowedWords {
    var groups: [String]
    var aimedAt: [String]
    var forms: [String]
    var settings: [String]
    var populations: [String]
    var levels: (instrument: [String], intervention: [String])
    var cotan: [String]
    var recognition: [String]
    var basis: [String]
    var needs: [String]
    var sources: [String]
    /// The source whose listings must name table, row and page.
    var mainSource: String
}

extension Tool {
    /// Reads a tool's file; faults go to the file.
    init(_ object: JSONObject, kind expected: Kind, allowed: AllowedWords) {
        self.init()
        kind = expected
        id = object.text("id")
        if !id.isEmpty, !Tool.isWellFormed(id: id) {
            object.report(Tool.advice(forID: id), at: "id")
        }
        let stated = object.choice("kind", of: Kind.allCases.map { $0.id })
        if let other = Kind(id: stated), other != expected {
            object.report(
                "een bestand in deze map is \"\(expected.id)\", niet \"\(stated)\"; typ dat, of verplaats het bestand", at: "kind")
        }
        name = object.text("name")
        abbreviation = object.optionalText("abbreviation")
        aliases = object.texts("aliases")
        summary = object.text("summary")
        aimedAt = object.choices("aimedAt", of: allowed.aimedAt, required: true)
        audience = object.optionalText("audience") ?? ""
        ages = object.objects("ages") { AgeRange($0) }
        forms = object.choices("forms", of: allowed.forms, required: true)
        method = object.optionalText("method") ?? ""
        administeredBy = object.texts("administeredBy", required: true)
        settings = object.choices("settings", of: allowed.settings, required: true)
        settingsBroad = object.choices("settingsBroad", of: allowed.settings)
        for word in settingsBroad where settings.contains(word) {
            object.report("\"\(word)\" staat al in \"settings\"; haal het hier weg", at: "settingsBroad")
        }
        population = object.choices("population", of: allowed.populations)
        purpose = object.optionalText("purpose") ?? ""
        askedAs = object.texts("askedAs")
        topics = object.texts("topics", required: true)
        object.object("needs") { list in
            for need in allowed.needs {
                guard let grade = list.optionalNumber(need, allowed: Grade.possible) else { continue }
                needs.append(Grade(of: need, grade: UInt32(grade)))
            }
        }
        evidence = object.object("evidence", required: true) { Evidence($0, kind: expected, allowed: allowed) } ?? Evidence()
        listings = object.objects("listings", required: true) { Listing($0, allowed: allowed) }
        if object.isList("listings"), listings.isEmpty {
            object.report("een middel heeft ten minste één vermelding, zodat het bij een doelgroep en een bron hoort", at: "listings")
        }
        references = object.texts("references", required: true)
        links = object.objects("links") { Link($0) }
        seeAlso = object.texts("seeAlso")
        alsoServes = object.objects("alsoServes") { AlsoServes($0, allowed: allowed) }
        availability = object.optionalText("availability")
        remarks = object.texts("remarks")
        replaces = object.flag("replaces")
    }

    /// What to type instead of something that is no id.
    public static func advice(forID id: String) -> String {
        let words = Tokenizer.tokens(id).filter { $0.isWord || $0.twelfths != nil }.map { String(decoding: $0.folded, as: UTF8.self) }
        let near = words.joined(separator: "-")
        return "een id bestaat uit kleine letters, cijfers en streepjes; typ \"\(isWellFormed(id: near) ? near : "kids-coping-scale")\""
    }

    /// Lower-case letters, digits and single hyphens.
    public static func isWellFormed(id: String) -> Bool {
        let words = id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return words.allSatisfy { word in
            !word.isEmpty
                && word.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        }
    }
}

extension AgeRange {
    init(_ object: JSONObject) {
        self.init()
        let before = object.faultCount
        let months = Int(AgeRange.possible.lowerBound)...Int(AgeRange.possible.upperBound)
        from = object.optionalNumber("from", allowed: months, null: true).map { Int32($0) }
        to = object.optionalNumber("to", allowed: months, null: true).map { Int32($0) }
        if !object.has("from") { object.report("de sleutel \"from\" ontbreekt; schrijf null als de ondergrens open is") }
        if !object.has("to") { object.report("de sleutel \"to\" ontbreekt; schrijf null als de bovengrens open is") }
        stated = object.text("stated")
        if object.has("where") { place = object.choice("where", of: ["naam", "doel", "kwaliteit"]) }
        if let from, let to, from > to {
            object.report("\"from\" (\(from) maanden) ligt na \"to\" (\(to) maanden); wissel de getallen om", at: "from")
        } else if let from, from == to {
            object.report("deze leeftijd is leeg: \(from) tot \(from) maanden; \"to\" is de eerste maand die er niet meer bij hoort")
        }
        for (key, bound) in [("from", from), ("to", to)] {
            guard let bound, let meant = AgeRange.months(meantBy: bound, in: stated, isEnd: key == "to") else { continue }
            object.report("\"\(key)\" staat in maanden, niet in jaren; bij ‘\(stated)’ hoort \(meant)", at: key)
        }
        if from == nil, to == nil, object.faultCount == before {
            object.report("een leeftijd heeft ten minste één grens; laat \"ages\" weg als de bron geen leeftijd noemt")
        }
    }

    /// The months that a bound should be when it is a number of years in the printed words; nil when it is none.
    private static func months(meantBy bound: Int32, in stated: String, isEnd: Bool) -> Int32? {
        var years: [Int32] = []
        var unit: UInt8?
        // The unit stands behind the last of the numbers that it is for.
        for token in Tokenizer.tokens(stated).reversed() {
            if let number = token.twelfths {
                // Printed as it stands, or as the first month that it no longer is.
                if unit == UInt8(ascii: "m"), number / 12 == bound || number / 12 + 1 == bound { return nil }
                guard unit == UInt8(ascii: "j") else { continue }
                if number == bound || number + 12 == bound { return nil }
                years.append(number / 12)
            } else if let letter = token.folded.first, "jmw".utf8.contains(letter) {
                unit = letter
            }
        }
        guard bound > 0, let year = years.first(where: { $0 == bound || isEnd && $0 + 1 == bound }) else { return nil }
        return isEnd ? year * 12 + 12 : year * 12
    }
}

extension Evidence {
    init(_ object: JSONObject, kind: Kind, allowed: AllowedWords) {
        self.init()
        let levels = kind == .instrument ? allowed.levels.instrument : allowed.levels.intervention
        level = object.choice("level", of: levels)
        statement = object.text("statement")
        scope = object.object("scope") { LevelScope($0) }
        switch kind {
        case .instrument:
            basis = object.choices("basis", of: allowed.basis)
            reliability = object.optionalText("reliability")
            validity = object.optionalText("validity")
            norms = object.optionalText("norms")
            cotan = object.object("cotan", required: true) { Cotan($0, allowed: allowed.cotan) }
        case .intervention:
            recognition = object.choice("recognition", of: allowed.recognition)
            year = object.optionalNumber("year", allowed: 1900...2100).map { Int32($0) }
        }
        subgroups = object.objects("subgroups") {
            var verdict = SubgroupVerdict()
            verdict.name = $0.text("name")
            verdict.level = $0.choice("level", of: levels)
            return verdict
        }
        caveats = object.texts("caveats")
        references = object.texts("references")
    }
}

extension LevelScope {
    init(_ object: JSONObject) {
        self.init()
        text = object.text("text")
        ages = object.objects("ages") { AgeRange($0) }
    }
}

extension Cotan {
    init(_ object: JSONObject, allowed: [String]) {
        self.init()
        status = object.choice("status", of: allowed)
        year = object.optionalNumber("year", allowed: 1900...2100).map { Int32($0) }
        verdict = object.optionalText("verdict")
    }
}

extension Listing {
    init(_ object: JSONObject, allowed: AllowedWords) {
        self.init()
        source = object.choice("source", of: allowed.sources)
        // Another source, such as a guideline or a region's own list, need not have target groups, tables and pages.
        section = object.optionalText("section")
        if source == allowed.mainSource || section == nil || object.has("targetGroup") {
            targetGroup = object.choice("targetGroup", of: allowed.groups)
        } else {
            _ = object.optionalText("targetGroup")
        }
        if source == allowed.mainSource {
            table = UInt32(object.number("table", allowed: 1...2))
            row = UInt32(object.number("row", allowed: 1...10_000))
            page = object.page()
        } else {
            table = UInt32(object.optionalNumber("table", allowed: 1...100) ?? 0)
            row = UInt32(object.optionalNumber("row", allowed: 1...10_000) ?? 0)
            page = UInt32(object.optionalNumber("page", allowed: 1...10_000) ?? 0)
        }
        pageEnd = object.optionalPage("pageEnd")
        if let pageEnd, pageEnd <= Int32(page) {
            object.report("\"pageEnd\" hoort na \"page\" te liggen; laat hem weg als de rij op één bladzijde staat", at: "pageEnd")
        }
        pointer = object.flag("pointer")
        focus = UInt32(object.optionalNumber("focus", allowed: Grade.possible) ?? 0)
        references = object.texts("references")
        evidenceReferences = object.texts("evidenceReferences")
        differs = object.object("differs") { Differences($0, allowed: allowed) }
    }
}

extension Differences {
    init(_ object: JSONObject, allowed: AllowedWords) {
        self.init()
        name = object.optionalText("name")
        aimedAt = object.choices("aimedAt", of: allowed.aimedAt)
        audience = object.optionalText("audience")
        ages = object.objects("ages") { AgeRange($0) }
        forms = object.choices("forms", of: allowed.forms)
        method = object.optionalText("method")
        administeredBy = object.texts("administeredBy")
        settings = object.choices("settings", of: allowed.settings)
        purpose = object.optionalText("purpose")
        statement = object.optionalText("statement")
    }
}

extension AlsoServes {
    init(_ object: JSONObject, allowed: AllowedWords) {
        self.init()
        targetGroup = object.choice("targetGroup", of: allowed.groups)
        source = object.choice("source", of: allowed.sources)
        page = object.page()
        note = object.optionalText("note")
    }
}

extension Link {
    init(_ object: JSONObject) {
        self.init()
        title = object.text("title")
        url = object.url("url") ?? ""
        if !object.has("url") { url = object.text("url") }
    }
}

extension JSONObject {
    /// A web address that may be absent.
    func url(_ key: String) -> String? {
        guard let text = optionalText(key) else { return nil }
        if !WebAddress.isWellFormed(text), !Placeholder.isOne(text) {
            let whole = "https://\(text)"
            let advice =
                WebAddress.isWellFormed(whole) ? "typ \"\(whole)\"" : "het begint met http:// of https:// en bevat geen spaties"
            report("\"\(text)\" is geen webadres; \(advice)", at: key)
        }
        return text
    }
}
