/// Addresses and numbers that were last checked too long ago.
public struct OldCheck: Equatable, Sendable {
    /// The file in the catalogue's directory.
    public let file: String
    /// What names them, in words for users.
    public let what: String
    /// The day on which they were checked, as YYYY-MM-DD.
    public let checked: String

    public init(file: String, what: String, checked: String) {
        self.file = file
        self.what = what
        self.checked = checked
    }
}

extension CatalogData {
    /// How many months a check of an address or number holds.
    private static let holds = 6

    /// What was last checked more than six months ago: it is to be looked at again, and is no fault.
    /// - Parameter today: as YYYY-MM-DD.
    public func oldChecks(on today: String) -> [OldCheck] {
        let notices = vocabulary.notices.map {
            OldCheck(file: "vocabulary.json", what: "de mededeling \"\($0.id)\"", checked: $0.checked)
        }
        let nodes = decision.nodes.map {
            OldCheck(file: "decision-schema.json", what: "de stap \"\($0.id)\"", checked: $0.checked)
        }
        guard let today = Day(today) else { return [] }
        return (notices + nodes).filter { check in
            guard let day = Day(check.checked) else { return false }
            return (day.months + CatalogData.holds, day.day) < (today.months, today.day)
        }
    }
}

/// A day, so that days can be counted from.
private struct Day {
    /// Months since the year 0.
    let months: Int
    let day: Int

    /// - Parameter date: as YYYY-MM-DD; nil when it is no date.
    init?(_ date: String) {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        (months, day) = (parts[0] * 12 + parts[1], parts[2])
    }
}
