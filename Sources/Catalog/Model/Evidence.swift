import Storage

/// What is known of a tool's quality (instrument) or effect (intervention), by the catalogue's main source.
public struct Evidence: Archivable, Sendable {
    /// An id of the scale of the tool's kind.
    public var level = ""
    /// What the level holds for, where the source binds it; nil when it binds it to nothing.
    public var scope: LevelScope?
    /// Instruments: what a judgement rests on that says less than the level does; ids of a closed list.
    public var basis: [String] = []
    /// What the source says, in our own words.
    public var statement = ""
    /// Instruments: as stated.
    public var reliability: String?
    /// Instruments: as stated.
    public var validity: String?
    /// Instruments: as stated.
    public var norms: String?
    /// Instruments: the verdict of the Dutch test commission.
    public var cotan: Cotan?
    /// Interventions: geldig, in-herbeoordeling, verlopen or niet-vermeld.
    public var recognition: String?
    /// The year of the verdict, if printed.
    public var year: Int32?
    /// Verdicts that the source gives for a part of those addressed.
    public var subgroups: [SubgroupVerdict] = []
    /// What to mind when the level is used.
    public var caveats: [String] = []
    /// Ids of references that the statement rests on.
    public var references: [String] = []

    public init() {}

    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archiveListed(&archive)
        try archiveDetails(&archive)
    }

    /// What a list of tools shows.
    mutating func archiveListed(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&level)
        try archive.optional(&scope)
        try archive.texts(&basis)
        try archive.optional(&cotan)
        try archive.optional(&recognition)
        try archive.optional(&year)
        try archive.texts(&caveats)
    }

    /// The rest.
    mutating func archiveDetails(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&statement)
        try archive.optional(&reliability)
        try archive.optional(&validity)
        try archive.optional(&norms)
        try archive.items(&subgroups)
        try archive.texts(&references)
    }
}

/// What a level holds for: asked outside it, there is no judgement.
public struct LevelScope: Archivable, Equatable, Sendable {
    /// What users read behind the level: “totaalscore, 12-17 jaar”.
    public var text = ""
    /// The child's ages, in months; empty when it is bound to a group, a scale or a condition only.
    public var ages: [AgeRange] = []
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&text)
        try archive.items(&ages)
    }
}

/// How the ages that were asked for lie in those that a level holds for.
public enum LevelFit: UInt32, Sendable {
    case inside, partly, outside

    /// The word in JSON output.
    public var id: String {
        switch self {
        case .inside: "inside"
        case .partly: "partly"
        case .outside: "outside"
        }
    }

    /// - Parameters:
    ///   - asked: ages that were asked for, in months; none is no question.
    ///   - scope: ages that the level holds for, which do not overlap; none is no bound.
    public init(asked: [AgeRange], in scope: [AgeRange]) {
        self = .inside
        guard !asked.isEmpty, !scope.isEmpty else { return }
        var months: Int32 = 0
        var common: Int32 = 0
        for age in asked {
            months += age.months.upperBound - age.months.lowerBound
            for bound in scope { common += bound.overlap(age) }
        }
        if common < months { self = common == 0 ? .outside : .partly }
    }
}

extension Evidence {
    /// How the ages that were asked for lie in those that the level holds for.
    public func fit(forAges asked: [AgeRange]) -> LevelFit { LevelFit(asked: asked, in: scope?.ages ?? []) }

    /// The id of the level that counts for these ages: outside the scope nothing is known, but what is insufficient stays a warning.
    public func level(forAges asked: [AgeRange]) -> String {
        fit(forAges: asked) == .outside && level != Level.insufficient ? Level.unknown : level
    }

    /// How many years ago the verdict was given; nil when its year is not printed.
    /// - Parameter year: the year of the day on which it is asked.
    public func age(in year: Int32) -> Int32? { self.year.map { max(0, year - $0) } }
}

/// What the Dutch test commission says of an instrument, as the source reports it.
public struct Cotan: Archivable, Sendable {
    /// beoordeeld, niet-beoordeeld or niet-vermeld.
    public var status = ""
    /// The year of the verdict, if printed.
    public var year: Int32?
    /// The verdict as printed; nil when there is none.
    public var verdict: String?
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&status)
        try archive.optional(&year)
        try archive.optional(&verdict)
    }
}

/// A verdict that holds for a part of those addressed only.
public struct SubgroupVerdict: Archivable, Sendable {
    /// The part of those addressed.
    public var name = ""
    /// The id of the level that holds for it.
    public var level = ""
    public init() {}
    public mutating func archive(_ archive: inout some Archive) throws(SnapshotError) {
        try archive.text(&name)
        try archive.text(&level)
    }
}
