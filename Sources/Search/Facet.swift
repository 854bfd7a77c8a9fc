import Catalog
import Storage

/// A property of tools from a closed list, by which they can be asked for, chosen, required and turned away.
///
/// All that is particular to one stands in its `definition`; beside that it has a list and a column in the snapshot, and a `Feature` when words can ask
/// for it.
public enum Facet: UInt8, CaseIterable, Sendable {
    case kind, group, aimedAt, form, setting, level, recognition, basis, population

    /// What is particular to a facet.
    public struct Definition: Sendable {
        /// The name of the option that chooses it.
        public let id: String
        /// What readings call it.
        public let name: String
        /// What stands above its values.
        public let heading: String
        /// Its key in the JSON of a question; nil when it has none.
        public var key: String?
        /// Its option; nil when only words ask for it.
        public var option: Option?
        /// Where its values are listed.
        let list: List
        /// The sets of the tools; nil where another column has them.
        var column: Snapshot.Section?
        /// What the tools may be used for too: it meets a requirement, and excludes nothing.
        var also: Snapshot.Section?
        /// What it adds to the ranking when it is asked for, by its column and by what tools may be used for too.
        var features: (own: Feature?, also: Feature?) = (nil, nil)
        /// What stands before the values that a tool has of those asked for.
        var reasons: (own: String?, also: String?) = (nil, nil)
        /// What choosing it does.
        var force = Force.requires
    }

    /// How its option is told of.
    public struct Option: Sendable {
        /// What stands for a value.
        public let value: String
        /// What choosing a value does.
        public let help: String
        /// What turning a value away does; nil when that cannot be done.
        public var refusal: String?
    }

    /// Where values are listed.
    enum List {
        case kinds, levels
        case terms(Snapshot.Section)
    }

    /// What choosing a value does to a question.
    enum Force {
        /// Asks for it, as words do: they too shut out what has none of it.
        case asks
        /// Asks for it and requires it; words only ask.
        case asksAndRequires
        /// Requires it: it is no reason to put one tool above another.
        case requires
    }

    /// What is particular to it.
    public var definition: Definition {
        switch self {
        case .kind:
            Definition(
                id: "soort", name: "soort", heading: "Soort",
                option: Option(value: "SOORT", help: "Alleen instrumenten of alleen interventies.", refusal: "Deze soort niet."),
                list: .kinds, force: .asks)
        case .group:
            Definition(
                id: "doelgroep", name: "doelgroep", heading: "Doelgroep", key: "targetGroups",
                option: Option(
                    value: "DOELGROEP", help: "Alleen deze doelgroep, met haar id of in gewone woorden.", refusal: "Deze doelgroep niet."),
                list: .terms(.groupTerms), column: .groups, also: .alsoServes, features: (.group, .alsoServes), force: .asks)
        case .aimedAt:
            Definition(
                id: "gericht-op", name: "gericht op", heading: "Gericht op", key: "aimedAt",
                option: Option(value: "WIE", help: "Op wie het zich richt.", refusal: "Niet gericht op."),
                list: .terms(.aimedAt), column: .toolAimedAt, features: (.aimedAt, nil), reasons: ("gericht op", nil),
                force: .asksAndRequires)
        case .form:
            Definition(
                id: "vorm", name: "vorm", heading: "Vorm", key: "forms",
                option: Option(value: "VORM", help: "In welke vorm.", refusal: "Deze vorm niet."),
                list: .terms(.forms), column: .toolForms, features: (.form, nil), reasons: ("vorm", nil), force: .asksAndRequires)
        case .setting:
            Definition(
                id: "setting", name: "setting", heading: "Setting", key: "settings",
                option: Option(value: "SETTING", help: "Waar het gebruikt wordt.", refusal: "Deze setting niet."),
                list: .terms(.settings), column: .toolSettings, also: .toolSettingsBroad, features: (.setting, .settingBroad),
                reasons: ("voor", "uitvoerder ruim genoemd, kan ook voor"), force: .asksAndRequires)
        case .level:
            Definition(
                id: "niveau", name: "bewijs", heading: "Niveau", key: "evidence",
                option: Option(value: "NIVEAU", help: "Alleen met dit bewijsniveau."), list: .levels)
        case .recognition:
            Definition(
                id: "erkenning", name: "volgens de bron", heading: "Erkenning", key: "recognition",
                option: Option(
                    value: "ERKENNING", help: "Alleen interventies waarvan de bron dit over de erkenning zegt.",
                    refusal: "Deze erkenning niet."),
                list: .terms(.recognition), column: .toolRecognition)
        case .basis:
            Definition(
                id: "rust-op", name: "niveau rust op", heading: "Niveau rust op", key: "basis",
                option: Option(
                    value: "WAAROP", help: "Alleen instrumenten waarvan het niveau hierop rust.",
                    refusal: "Geen instrumenten waarvan het niveau hierop rust."),
                list: .terms(.basis), column: .toolBasis)
        case .population:
            Definition(
                id: "alleen-voor", name: "alleen voor", heading: "Alleen voor", list: .terms(.populations), column: .toolPopulations)
        }
    }

    /// The name of the option that chooses it.
    public var id: String { definition.id }

    /// What readings call it.
    public var name: String { definition.name }

    /// Those that can be chosen beside the words of a question.
    public static var choices: [Facet] { allCases.filter { $0.definition.option != nil } }

    /// The facet that can be chosen by this name.
    public init?(id: String) {
        guard let facet = Facet.choices.first(where: { $0.id == id }) else { return nil }
        self = facet
    }

    /// What a phrase of the vocabulary says a value of; nil when it says something else.
    init?(_ effect: Effect.Facet) {
        switch effect {
        case .targetGroup: self = .group
        case .aimedAt: self = .aimedAt
        case .form: self = .form
        case .setting: self = .setting
        case .population: self = .population
        default: return nil
        }
    }
}

/// A value of a facet.
public struct FacetValue: Sendable {
    /// Its bit in the facet's sets.
    public let bit: UInt64
    /// Its id and name.
    public let term: Term
    /// The kind whose scale a level belongs to.
    public let kind: Kind?
}

/// For each facet a set of its values. The bit of a value is its place in the list; for levels of interventions 32 more.
public struct FacetSets: Equatable, Sendable {
    private var sets = SIMD16<UInt64>()

    /// No values.
    public init() {}

    /// The values of one facet.
    public subscript(facet: Facet) -> UInt64 {
        get { sets[Int(facet.rawValue)] }
        set { sets[Int(facet.rawValue)] = newValue }
    }

    /// Whether no facet has a value.
    public var isEmpty: Bool { sets == SIMD16() }

    /// The values of both.
    public static func | (first: FacetSets, second: FacetSets) -> FacetSets {
        var union = first
        union.sets |= second.sets
        return union
    }

    /// The values that the second has not.
    public static func - (first: FacetSets, second: FacetSets) -> FacetSets {
        var rest = first
        rest.sets &= ~second.sets
        return rest
    }

    /// These sets without those of some facets.
    public func without(_ facets: Facet...) -> FacetSets {
        var rest = self
        for facet in facets { rest[facet] = 0 }
        return rest
    }
}

extension Kind {
    /// Its bit in the sets of `Facet.kind`.
    var bit: UInt64 { 1 << UInt64(rawValue) }

    /// The bit of a level of its scale in the sets of `Facet.level`.
    func bit(ofLevel place: UInt32) -> UInt64 { 1 << (UInt64(rawValue) << 5 + UInt64(place)) }

    /// The levels of its scale, of a set of `Facet.level`: the bit of a level is its place.
    func levels(in set: UInt64) -> UInt64 { set >> (UInt64(rawValue) << 5) & 0xFFFF_FFFF }
}

extension Search {
    /// The values of a facet, in the order of their list.
    public func values(of facet: Facet) throws(SnapshotError) -> [FacetValue] {
        switch facet.definition.list {
        case .kinds: return Kind.allCases.map { FacetValue(bit: $0.bit, term: Term(id: $0.id, name: $0.name), kind: nil) }
        case .terms(let list):
            let terms = try snapshot.items(list, as: Term.self)
            return terms.indices.map { FacetValue(bit: 1 << UInt64($0), term: terms[$0], kind: nil) }
        case .levels:
            var values: [FacetValue] = []
            for kind in Kind.allCases {
                let levels = try snapshot.levelTerms(of: kind)
                values += levels.indices.map { FacetValue(bit: kind.bit(ofLevel: UInt32($0)), term: levels[$0], kind: kind) }
            }
            return values
        }
    }

    /// The ids of a set of a facet's values, in the order of their list.
    public func ids(_ set: UInt64, of facet: Facet) throws(SnapshotError) -> [String] {
        if case .terms(let list) = facet.definition.list { return try snapshot.ids(set, of: list) }
        return set == 0 ? [] : try values(of: facet).filter { set & $0.bit != 0 }.map { $0.term.id }
    }
}
