import Catalog
import Storage

extension Search {
    /// How many pointers an answer has at most, and what one must weigh.
    private static let mostPointers = 3
    private static let leastWeight: UInt32 = 1200

    /// What beside the tools is about what a question was understood to ask, best first, and of each command one. In danger nothing leads away.
    func pointers(for question: Question) throws(SnapshotError) -> [Pointer] {
        guard question.notices.isEmpty else { return [] }
        let table = StringTable(rows: try snapshot.section(.pointerTerms), texts: try snapshot.section(.pointerTermTexts))
        let bytes = try snapshot.section(.pointerPostings)
        var terms = try snapshot.ids(question.allGroups, of: .groupTerms).map { Pointer.term(forGroup: $0) }
        for topic in question.topics where topic.isMain && !terms.contains(topic.term) { terms.append(topic.term) }
        for stem in try stems(of: question.text) where !terms.contains(stem) { terms.append(stem) }
        var found: [(place: UInt32, weight: UInt32)] = []
        for term in terms {
            guard let row = try table.find(term) else { continue }
            guard row.second <= bytes.count / 10, row.first <= bytes.count - row.second * 10 else { throw .damaged(offset: row.first) }
            for place in 0..<row.second {
                let (pointer, weight) = try bytes.pair(at: row.first + place * 10)
                if let known = found.firstIndex(where: { $0.place == pointer }) {
                    found[known].weight = found[known].weight &+ weight
                } else {
                    found.append((pointer, weight))
                }
            }
        }
        // The heaviest first; of equals the first in the catalogue.
        found.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.place < $1.place }
        var pointers: [Pointer] = []
        for (place, weight) in found where pointers.count < Search.mostPointers && weight >= Search.leastWeight {
            let pointer = try snapshot.item(.pointers, at: place, as: Pointer.self)
            if !pointers.contains(where: { $0.destination.view == pointer.destination.view }) { pointers.append(pointer) }
        }
        return pointers
    }
}
