import Storage

/// The ages that tools state, or those that their levels hold for.
public struct AgeColumn: Sendable {
    private let starts: Column
    private let ages: Column

    /// The ages that tools state.
    public init(_ snapshot: Snapshot) throws(SnapshotError) {
        starts = try snapshot.column(.ageStarts)
        ages = try snapshot.column(.ages)
    }

    /// The ages that levels hold for: none where the source binds the level to none. See `LevelFit`.
    public init(ofLevels snapshot: Snapshot) throws(SnapshotError) {
        starts = try snapshot.column(.levelAgeStarts)
        ages = try snapshot.column(.levelAges)
    }

    /// The places of a tool's ages; none when there are none.
    public func places(ofTool index: UInt32) throws(SnapshotError) -> Range<UInt32> { try starts.list(ofRow: index) }

    /// The age at a place, without its words.
    public func age(_ place: UInt32) throws(SnapshotError) -> AgeRange {
        guard place < ages.count / 2 else { throw .damaged(offset: place) }
        return AgeRange(from: try month(place * 2), to: try month(place * 2 + 1))
    }

    /// All of a tool's ages, without their words.
    public func ages(ofTool index: UInt32) throws(SnapshotError) -> [AgeRange] {
        var found: [AgeRange] = []
        for place in try places(ofTool: index) { found.append(try age(place)) }
        return found
    }

    private func month(_ place: UInt32) throws(SnapshotError) -> Int32? {
        let raw = try ages.number(place)
        guard raw > 0 else { return nil }
        let month = Int32(raw) - Snapshot.ageBias
        guard AgeRange.possible.contains(month) else { throw .damaged(offset: raw) }
        return month
    }
}

/// For each tool or topic, some places in a list, each with a grade from 1 to 3.
public struct GradeColumn: Sendable {
    private let starts: Column
    private let grades: Column

    /// What tools or topics are for, in sections such as `toolNeedStarts` and `toolNeeds`.
    public init(_ snapshot: Snapshot, _ starts: Snapshot.Section, _ grades: Snapshot.Section) throws(SnapshotError) {
        self.starts = try snapshot.column(starts)
        self.grades = try snapshot.column(grades)
    }

    /// Where the grades of a row stand.
    public func places(_ row: UInt32) throws(SnapshotError) -> Range<UInt32> { try starts.list(ofRow: row) }

    /// The place in the list, and its grade.
    public func grade(_ place: UInt32) throws(SnapshotError) -> (term: UInt32, grade: UInt32) {
        let number = try grades.number(place)
        return (number / 4, number % 4)
    }
}
