import Catalog
import Language

/// Words that make a figure something else than an age.
enum AgeSurroundings {
    /// What is counted or measured; a figure before one is no age.
    static let counted: [StaticString] = [
        "keer", "maal", "x", "uur", "uren", "u", "h", "min", "minuut", "minuten", "sec", "seconden", "euro", "eur", "cent", "procent",
        "percent", "punten", "punt", "man", "personen", "mensen", "kinderen", "kids", "knd", "kdn", "kinders", "kindjes", "leerlingen",
        "jongeren",
        "gezinnen",
        "deelnemers", "plaatsen", "plekken", "sessies", "sessie", "bijeenkomsten", "bijeenkomst", "gesprekken", "lessen", "modules",
        "vragen", "items", "km", "kg", "kilo", "gram", "cm", "meter", "graden", "talen", "adressen", "huizen", "kamers", "stappen",
        "fasen", "domeinen", "schalen", "factoren", "professionals", "kindertal", "dgn", "st", "stuks", "op",
    ]
    /// What a figure behind it numbers or scores.
    static let labels: [StaticString] = [
        "score", "scoort", "scoorde", "scores", "cijfer", "schaal", "niveau", "level", "nr", "nummer", "no", "top", "stap", "fase", "deel",
        "versie", "type", "tabel", "bijlage", "pagina", "blz", "pag", "p", "hoofdstuk", "hfst", "artikel", "art", "kamer", "lokaal", "zaal",
        "afdeling", "unit", "team", "leefgroep", "groep", "gr", "grp", "klas", "kl", "cluster", "week", "dag", "maand", "jaar", "les",
        "sessie",
        "module", "bijeenkomst", "vraag", "item", "punt", "plaats", "lijn", "bus", "route", "huis", "huisnummer", "windows", "track",
        "graad",
        "leerjaar", "leerjaren", "tel", "telefoon", "postbus", "tussenvoegsel", "iq", "avi", "dsm", "icd", "ots", "met", "na", "sinds",
        "alle",
        "rond", "tegen", "om", "mbo", "hbo", "vmbo", "havo", "vwo", "aantal", "totaal", "maximaal", "plan", "optie", "casus", "route",
        "sdq",
        "zone", "ronde", "periode", "blok", "thema", "tip", "bron", "figuur", "stelling", "categorie", "code", "index", "factor", "de",
    ]
    /// What lasts so long, or is so large, when “van” stands between: a training, a household.
    static let programmes: [StaticString] = [
        "gezin", "huishouden", "groep", "groepje", "klas", "team", "schaal", "score", "gemiddelde", "wachttijd", "wachtlijst", "duur",
        "periode",
        "termijn", "afstand", "bedrag", "reeks", "serie", "traject", "cursus", "training", "programma", "opleiding", "relatie", "huwelijk",
        "ervaring", "verblijf", "opname", "schuld", "top", "module", "sessie", "behandeling", "ots", "straf", "pauze", "vakantie",
        "interventie",
        "begeleiding", "proef", "proefperiode", "maximum", "minimum", "max", "aantal", "totaal", "lijst", "plan", "therapie", "zorg",
        "stage",
        "looptijd", "uitkering", "boete", "achterstand", "huurachterstand", "tijdsduur", "kosten", "prijs", "cijfer", "rapportcijfer",
    ]
    /// What stands before a stretch of time.
    static let beforeTime: [StaticString] = [
        "sinds", "sedert", "elke", "elk", "iedere", "ieder", "over", "binnen", "gedurende", "afgelopen", "laatste", "komende", "eerste",
        "vorige",
        "volgende", "nog", "per", "duurt", "duren", "duurde", "wacht", "wachten", "wachttijd", "woont", "wonen", "woonde", "woon",
        "gewoond", "werkt",
        "werk", "werkte", "verblijft", "verblijven", "zit", "zat", "zitten", "staat", "stond", "staan", "loopt", "lopen", "kampt", "heeft",
        "had", "hebben",
        "heb", "na", "tijdens", "drinkt", "blowt", "gebruikt", "leeft", "volgt", "duur", "termijn", "om", "tegen", "intussen", "zeker",
        "minstens", "reeds",
        "andere", "hele", "alle", "kent", "krijgt", "kreeg", "ligt", "lag", "slaapt", "speelt", "spelen",
    ]
    /// What stands behind a stretch of time.
    static let afterTime: [StaticString] = [
        "geleden", "terug", "lang", "durend", "durende", "ervaring", "werkervaring", "wachttijd", "wachten", "wachtlijst", "later",
        "eerder", "aaneen",
        "achtereen", "achterstand", "garantie", "geldig", "na", "vooraf", "tijd", "celstraf", "cel", "vakantie", "zomervakantie",
        "schoolvakantie", "verlof", "bezig", "onderweg", "werkzaam",
        "durende", "per",
    ]
    /// What stands behind a stretch of time, unless it is someone's age: “3 jaar gescheiden”.
    static let afterTimeOrAge: [StaticString] = [
        "getrouwd", "gehuwd", "gescheiden", "samen", "clean", "nuchter", "werkloos", "ziek", "thuis", "weg", "opgenomen",
        "uithuisgeplaatst", "hier", "vast",
        "gewoond", "gewerkt", "gewacht", "alleen", "single", "weduwe", "verslaafd",
    ]
    /// What stands before an age that is not yet reached.
    static let ahead: [StaticString] = ["bijna", "haast", "wordt", "word", "worden", "straks", "binnenkort"]
    static let countries: [StaticString] = [
        "nederland", "belgie", "vlaanderen", "duitsland", "syrie", "land", "nl", "detentie", "behandeling", "zorg", "therapie",
    ]
    static let months: [StaticString] = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december", "jan",
        "feb",
        "febr", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec",
    ]
}

extension Words {
    /// Whether a token is the name of a month of the year.
    func isMonth(_ index: Int) -> Bool { isWord(index, in: AgeSurroundings.months) }
}

/// What is no age, though it is a figure.
extension AgeReader {
    // MARK: Dates, times, telephone numbers, money, ratios

    /// The end of figures that are no age whatever stands around them.
    mutating func otherNumber(at index: Int) -> Int? {
        if let end = birthday(at: index) { return end }
        guard words.tokens[index].twelfths != nil || words.tokens[index].folded.first.map({ $0 >= 0x30 && $0 <= 0x39 }) == true else {
            return ratio(at: index)
        }
        guard let end = row(at: index) ?? time(at: index) ?? money(at: index) ?? ratio(at: index) ?? ordinal(at: index) else {
            return words.isMonth(index + 1) ? index + 2 : nil
        }
        counted = end
        return end
    }

    /// A row of figures that no family has: a date, a telephone number.
    private mutating func row(at index: Int) -> Int? {
        guard index >= rowEnd else { return nil }
        var end = index
        var hyphens = 0
        var isNumber =
            words.tokens[index].folded.count > 1 && words.tokens[index].folded[0] == 0x30 && words.tokens[index].folded[1] != 0x2E
        while end < words.tokens.count, words.tokens[end].folded.first.map({ $0 >= 0x30 && $0 <= 0x39 }) == true {
            let isJoined = isHyphen(end)
            guard end == index || isJoined || words.tokens[end].gap == .space || words.tokens[end].gap == .nothing else { break }
            hyphens += isJoined && end > index ? 1 : 0
            if words.tokens[end].twelfths.map({ $0 > AgeReader.oldest }) ?? true { isNumber = true }
            end += 1
        }
        rowEnd = end
        let isDate = hyphens == 2 && end - index == 3 && words.byte(words.tokens[index + 1].range.upperBound) != 0x20
        if isDate && !isHalf(index) { return end }
        return isNumber && (end - index > 2 || words.tokens[index].folded[0] == 0x30 && words.tokens[index].folded.count > 1)
            || end - index > 6 ? end : nil
    }

    /// “2 1/2”
    private func isHalf(_ index: Int) -> Bool { words.tokens[index + 1].gap == .space }

    /// “16:30”
    private func time(at index: Int) -> Int? {
        let end = words.tokens[index].range.upperBound
        guard words.byte(end) == 0x3A, index + 1 < words.tokens.count, words.tokens[index + 1].range.lowerBound == end + 1,
            words.tokens[index + 1].twelfths != nil
        else { return nil }
        return index + 2
    }

    /// “€ 5”, “20%”
    private func money(at index: Int) -> Int? {
        let range = words.tokens[index].range
        let after = words.byte(range.upperBound) == 0x20 ? range.upperBound + 1 : range.upperBound
        // The signs of euro and degree, by their last and their first byte.
        let before = words.byte(range.lowerBound - 1) == 0x20 ? range.lowerBound - 2 : range.lowerBound - 1
        let isMoney = (words.byte(before) == 0xAC && words.byte(before - 1) == 0x82) || words.byte(before) == 0x24
        let isMeasure =
            words.byte(after) == 0x25 || (words.byte(after) == 0xE2 && words.byte(after + 2) == 0xAC)
            || (words.byte(after) == 0xC2 && words.byte(after + 1) == 0xB0)
        return isMoney || isMeasure || words.byte(before) == 0x23 ? index + 1 : nil
    }

    /// “1 op de 3”, “2 van de 5”
    private func ratio(at index: Int) -> Int? {
        guard number(index) != nil || words.isWord(index, "een") else { return nil }
        var next = index + 1
        if words.isWord(next, "op") {
            next += words.isWord(next + 1, in: ["de", "elke", "iedere"]) ? 2 : 1
        } else if words.isWord(next, "van"), words.isWord(next + 1, in: ["de", "elke"]) {
            next += 2
        } else if words.isWord(next, "vd") {
            next += 1
        } else {
            return nil
        }
        guard words.tokens.indices.contains(next), words.tokens[next].twelfths != nil || number(next) != nil, unit(at: next + 1) == nil
        else { return nil }
        return next + 1
    }

    /// “vanaf zijn 16e”, “tot haar 18e”: a bound told by a birthday.
    private mutating func birthday(at index: Int) -> Int? {
        guard words.isWord(index + 1, in: ["e", "ste", "de"]), words.isWord(index - 1, in: ["zijn", "haar", "hun", "de", "je", "mijn"]),
            let twelfths = words.tokens[index].twelfths, twelfths <= AgeReader.oldest, words.isWord(index - 2, in: ["vanaf", "tot"])
        else { return nil }
        let range = index - 2..<index + 2
        if words.isWord(index - 2, "vanaf") { add(twelfths, nil, range) } else { add(nil, twelfths, range) }
        return index + 2
    }

    /// “2e generatie”, “de 2de”, and what else hangs on a figure and is no unit: “3x”, “16u30”.
    private func ordinal(at index: Int) -> Int? {
        if words.isWord(index + 1, in: ["e", "de", "ste"]), isGlued(index + 1) {
            return words.isWord(index + 2, "levensjaar") ? nil : index + 2
        }
        guard isGlued(index + 1), unit(at: index + 1) == nil, link(at: index + 1) == false,
            NumberWord.years(words.tokens[index + 1].folded) == nil
        else { return nil }
        var end = index + 2
        while end < words.tokens.count, words.tokens[end].gap == .nothing { end += 1 }
        return end
    }

    /// Whether a word that hangs on a figure may join it to another, or set a bound.
    private func link(at index: Int) -> Bool {
        if words.isWord(index, in: ["en", "of"]) { return number(index + 1) != nil }
        return words.isWord(index, in: ["t", "tm", "tem", "tot", "a", "plus", "plussers", "plusser", "min"])
            || words.begins(index, "minner")
    }

    // MARK: Counts and labels

    /// Whether a figure without a unit counts, numbers or scores something.
    func isCount(_ amount: Amount) -> Bool {
        let (start, end) = (amount.range.lowerBound, amount.range.upperBound)
        if isPlus(end) || isMinus(end) { return false }
        if isGlued(end), unit(at: end) == nil, !link(at: end) { return true }
        if goesOnCounting(start) || hasCount(at: end) || (!isAhead(amount) && hasLabel(before: start, isRange: false)) { return true }
        if words.isWord(end, "op"), words.isWord(end + 2, "schaal") { return true }
        if isPartOfProgramme(start, named: true) { return true }
        guard words.byte(words.tokens[end - 1].range.upperBound) == 0x20, words.follows(safe: end) else { return false }
        // “4 kinderen, 2 katten”: what stands before a pause licenses nothing.
        let isLicensed = isLicensed(start) && (words.follows(start) || words.isWord(start - 1, in: ["en", "of"]))
        guard isPlural(end) else { return amount.twelfths == 12 && !isLicensed && isNoun(end) }
        if words.piece(at: end)?.person != nil { return amount.twelfths <= 4 * 12 || !isLicensed }
        return !isLicensed
    }

    /// “niveau 4 en 5”
    private func goesOnCounting(_ start: Int) -> Bool {
        guard counted > 0, start > counted, start - counted <= 3 else { return isJoinedToCount(start) }
        for index in counted..<start where !words.isWord(index, in: ["en", "of", "tot", "t", "m"]) { return false }
        return true
    }

    private func isJoinedToCount(_ start: Int) -> Bool { start == counted && (isHyphen(start) || words.tokens[start].gap == .comma) }

    /// Whether what follows a figure is counted by it.
    func hasCount(at end: Int) -> Bool {
        guard words.tokens.indices.contains(end), words.follows(end) else { return false }
        if words.isWord(end, "op") { return false }
        return words.isWord(end, in: AgeSurroundings.counted) || words.piece(at: end)?.has(.countable) == true
    }

    /// Whether what stands before a figure numbers or scores it. Between two bounds “groep 4-12” is an age.
    func hasLabel(before start: Int, isRange: Bool) -> Bool {
        guard start > 0, words.follows(start) else { return false }
        let index = start - 1
        if words.piece(at: index)?.has(.countable) == true, words.piece(at: index)?.person == nil { return true }
        if isRange {
            return words.isWord(
                index,
                in: ["score", "cijfer", "schaal", "niveau", "stap", "pagina", "blz", "tabel", "week", "nr", "vraag", "item", "om", "tel"])
        }
        // “rond de 12”, “onder de 4” are ages.
        if words.isWord(index, "de") {
            return !words.isWord(
                index - 1, in: ["rond", "onder", "boven", "vanaf", "voor", "tot", "en", "tussen", "van", "beneden", "dan"])
        }
        if words.isWord(index, in: AgeSurroundings.labels) { return true }
        let word = words.tokens[index].folded
        for end: StaticString in ["straat", "laan", "weg", "plein", "nummer", "score", "groep", "kamer", "niveau"] where word.ends(end) {
            return true
        }
        return false
    }

    /// Whether “van” makes a figure the length or size of something: “training van 8”, “gezin van 5”, “moeder van 2”.
    func isPartOfProgramme(_ start: Int, named: Bool) -> Bool {
        let place = beforeApproximation(start)
        guard words.isWord(place, in: ["van", "v"]), place > 0, words.follows(place) else { return false }
        let head = place - 1
        if words.isWord(head, in: AgeSurroundings.programmes) { return true }
        // A pattern that reaches over the figure says nothing of its length.
        guard let piece = words.piece(at: head), piece.person != .child, piece.range.count == 1 || !piece.has(.kind) else { return false }
        if piece.person == .parent, named, unit(at: start + 1) == nil, let number = number(start) {
            return number.twelfths < 12 * 12 && !words.isWord(start + 1, in: ["en", "tot", "t", "tm"]) && !isHyphen(start + 1)
        }
        return !piece.has(.age) && (piece.has(.form) || piece.has(.kind)) && !words.isWord(head, "gezinnen")
    }

    /// Whether a token is a word that a figure can count: none of those that only join or point.
    private func isNoun(_ index: Int) -> Bool {
        guard words.tokens[index].isWord, words.tokens[index].folded.count > 2 else { return false }
        return words.piece(at: index).map { !$0.has(.filler) && !$0.has(.negation) } ?? true
    }

    /// Whether a token is a noun of which there are several.
    func isPlural(_ index: Int) -> Bool {
        guard words.tokens.indices.contains(index), words.tokens[index].isWord else { return false }
        let word = words.tokens[index].folded
        guard word.count >= 4, word.ends("en") || word.ends("s") else { return false }
        for end: StaticString in ["ss", "us", "is", "as", "os"] where word.ends(end) { return false }
        return words.piece(at: index).map { !$0.has(.filler) && !$0.has(.negation) } ?? true
    }

    // MARK: Time

    /// Whether an amount says how long something lasts, or when: “3 jaar geleden”, “sinds 2 jaar”, “woont 4 jaar in Nederland”.
    func lasts(_ amount: Amount, isRange: Bool) -> Bool {
        let (start, end) = (amount.range.lowerBound, amount.range.upperBound)
        if words.isWord(end, in: ["oud", "oude", "jong"]) || amount.namesChild { return false }
        if words.isWord(end, "geleden"), words.isWord(end + 1, in: ["bevallen", "geboren"]) { return false }
        if words.follows(safe: end), words.isWord(end, in: AgeSurroundings.afterTime), !isAfterBirth(end) { return true }
        let before = beforeApproximation(start)
        let isLong = amount.unit == .years && (isRange || amount.twelfths > 5 * 12)
        if isPartOfProgramme(start, named: false), !isLong { return true }
        if words.isWord(before, "al") { return saysHowLong(before: end) }
        if before == start - 1 || !words.isWord(before, in: ["van", "is"]) {
            if before >= 0, words.follows(start), words.isWord(before, in: AgeSurroundings.beforeTime), before < start,
                !startsBound(before, isRange)
            {
                return true
            }
        }
        if words.isWord(before, "geboren")
            || (words.isWord(before, in: ["met", "bij", "op"]) && words.isWord(before - 1, in: ["geboren", "prematuur"]))
        {
            return amount.unit == .weeks
        }
        if words.isWord(before, "prematuur") || (amount.unit == .weeks && words.isWord(end, in: ["geboren", "prematuur", "te"])) {
            return true
        }
        if isLicensed(start) { return false }
        if words.isWord(end, in: AgeSurroundings.afterTimeOrAge), words.follows(safe: end) { return true }
        if words.isWord(end, "in"), words.isWord(end + 1, in: AgeSurroundings.countries) { return true }
        return amount.unit == .days
    }

    private func startsBound(_ index: Int, _ isRange: Bool) -> Bool {
        words.isWord(index, in: ["minstens"]) || (isRange && words.isWord(index, in: ["minstens", "om"]))
    }

    /// “6 weken na de bevalling” is how old the baby is.
    private func isAfterBirth(_ index: Int) -> Bool {
        guard words.isWord(index, "na") else { return false }
        let next = words.isWord(index + 1, in: ["de", "haar"]) ? index + 2 : index + 1
        return words.isWord(next, in: ["bevalling", "geboorte"])
    }

    /// Whether “al 3 jaar” says how long something has lasted; “hij is al 8 jaar” says how old he is.
    private func saysHowLong(before next: Int) -> Bool {
        let follows = words.piece(at: next).map { $0.has(.condition) || $0.has(.targetGroup) } ?? false
        if words.isWord(next, in: ["aan", "bij", "in", "op", "zonder", "met"]) { return true }
        return follows || !words.isWord(next - 4, "is")
    }

    /// “Toen ze 3 was, nu 12”: what was is no more.
    func isPast(_ amount: Amount) -> Bool {
        let (start, end) = (amount.range.lowerBound, amount.range.upperBound)
        guard words.isWord(end, in: ["was", "waren", "werd"]) || words.isWord(start - 1, in: ["was", "waren", "werd"]) else { return false }
        for index in [start - 1, start - 2, start - 3, start - 4, end, end + 1] where words.isWord(index, "toen") { return true }
        return false
    }

    /// “Bijna 3”, “wordt 4”, “in september 4”: not yet so old.
    func isAhead(_ amount: Amount) -> Bool {
        let (start, end) = (amount.range.lowerBound, amount.range.upperBound)
        if words.isWord(start - 1, in: AgeSurroundings.ahead) { return true }
        if words.isWord(start - 1, "geen"), words.isWord(start - 2, "nog") { return true }
        if words.isMonth(start - 1), words.isWord(start - 2, in: ["in", "begin", "eind", "vanaf"]) { return true }
        if words.isWord(start - 1, in: ["maand", "week", "jaar"]), words.isWord(start - 2, in: ["volgende", "volgend", "komende"]) {
            return true
        }
        return words.isWord(end, in: ["wordt", "worden", "word"])
            && words.isWord(start - 1, in: ["hij", "ze", "zij", "die", "ik", "je", "dat"])
    }

    /// “20 weken zwanger”, “zwanger (32 weken)”: the pregnancy, not a child.
    func isPregnancy(_ amount: Amount) -> Bool {
        guard let unit = amount.unit, unit == .weeks || unit == .months else { return false }
        let (start, end) = (amount.range.lowerBound, amount.range.upperBound)
        if words.begins(end, "zwanger") || words.isWord(end, in: ["zw", "zwnger", "hoogzwanger"]) { return true }
        if words.isWord(end, in: ["in", "ver"]), words.begins(end + 1, "verwachting") { return true }
        if words.isWord(start - 1, in: ["zwanger", "zwangere", "zw", "zwangerschapsduur", "ad", "amenorroeduur"]) { return true }
        return words.isWord(start - 1, "van") && words.isWord(start - 2, in: ["zwanger", "zwangerschap", "zwangerschapsduur"])
    }

    // MARK: Whose age

    /// Whether a figure stands where only an age would, whatever follows.
    func isLicensed(_ start: Int) -> Bool {
        let before = beforeApproximation(start)
        guard before >= 0 else { return false }
        if words.byte(words.tokens[start].range.lowerBound - 1) == 0x28 { return true }
        if words.isWord(
            before,
            in: ["leeftijd", "lft", "bijna", "inmiddels", "ondertussen", "nu", "is", "ben", "vanaf", "onder", "boven", "dan", "<", ">"])
        {
            return true
        }
        if words.isWord(before, in: ["van", "v", "vd"]) { return !isPartOfProgramme(start, named: false) }
        if words.isWord(before, in: ["en", "of"]), let last = found.last, last.range.upperBound == before { return true }
        guard let piece = words.piece(at: before) else { return false }
        return piece.person == .child || piece.has(.age) || piece.has(.targetGroup) || piece.has(.condition)
    }

    /// Whether a number without a unit stands where an age would.
    func isPlausible(_ amount: Amount) -> Bool {
        guard amount.twelfths <= AgeReader.oldest || belongsToParent(amount.range.lowerBound, amount) else { return false }
        guard amount.isInLetters, amount.twelfths % 12 == 0 else { return true }
        // A number in letters is an age only where one is expected.
        let before = beforeApproximation(amount.range.lowerBound)
        if words.isWord(before, in: ["wordt", "word", "leeftijd", "vanaf"]) || isAhead(amount) { return true }
        if words.isWord(before, "of"), words.isWord(before - 1, "jaar") { return true }
        return isLicensed(amount.range.lowerBound) && !words.isWord(before, in: ["is", "ben"])
    }

    /// Whether the nearest person before a number is grown up, and the number too high for a child that is only called by its parent.
    func belongsToParent(_ index: Int, _ amount: Amount) -> Bool {
        // A young parent is a youth too: her age is the child's.
        guard (amount.unit ?? .years) == .years, amount.twelfths >= 20 * 12 else { return false }
        var place = index - 1
        while place >= 0, index - place <= 4 {
            guard let piece = words.piece(at: place) else { return false }
            if let person = piece.person { return person != .child }
            place = piece.range.lowerBound - 1
        }
        return false
    }

    /// The person that a word names; nil when it names none.
    func person(before index: Int) -> Person? { words.piece(at: index - 1)?.person }

    /// The last token before a number that says more than “about”.
    func beforeApproximation(_ start: Int) -> Int {
        var before = start - 1
        while before >= 0, start - before <= 3, words.isWord(before, in: ["circa", "ca", "ongeveer", "zowat", "ruim", "net", "pas", "de"]) {
            before -= 1
        }
        // “van een jaar of 8”
        if words.isWord(before, "of"), words.isWord(before - 1, "jaar"), words.isWord(before - 2, "een") { before -= 3 }
        return before
    }
}

extension Words {
    /// Whether a token is there, and follows the one before it without a pause.
    func follows(safe index: Int) -> Bool { tokens.indices.contains(index) && follows(index) }
}
