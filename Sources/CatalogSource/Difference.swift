import Catalog
import JSON

extension CatalogDifference {
    /// Compares the files of two directories; the order of keys and white space do not count.
    /// - Throws: `LoadFailure` when one of them is no catalogue without faults.
    public init(from old: String, to new: String) throws(LoadFailure) {
        try self.init(from: CatalogDirectory.files(old), to: CatalogDirectory.files(new))
    }

    /// - Parameters:
    ///   - old: files by their names, with what they hold.
    ///   - new: likewise.
    init(from old: [(name: String, tree: JSONNode)], to new: [(name: String, tree: JSONNode)]) {
        self.init()
        let before = CatalogDifference.byID(old)
        let after = CatalogDifference.byID(new)
        for id in Set(before.keys).union(after.keys).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            switch (before[id], after[id]) {
            case (let old?, let new?):
                let fields = FieldComparison.fields(from: old, to: new)
                if !fields.isEmpty { tools.append(ToolChange(id, new, .changed, fields)) }
            case (nil, let new?): tools.append(ToolChange(id, new, .added))
            case (let old?, nil): tools.append(ToolChange(id, old, .removed))
            case (nil, nil): break
            }
        }
        for (name, tree) in new where !name.contains("/") {
            // A whole catalogue lacks none of them.
            guard let other = old.first(where: { $0.name == name })?.tree else { continue }
            let fields = FieldComparison.fields(from: other, to: tree)
            if !fields.isEmpty { files.append(FileChange(file: name, fields: fields)) }
        }
    }

    /// The tools, whatever their folder.
    private static func byID(_ files: [(name: String, tree: JSONNode)]) -> [String: JSONNode] {
        let tools = files.filter { $0.name.contains("/") }.compactMap { file in file.tree.text("id").map { ($0, file.tree) } }
        return Dictionary(tools, uniquingKeysWith: { first, _ in first })
    }
}

extension CatalogDifference.ToolChange {
    fileprivate init(_ id: String, _ tree: JSONNode, _ change: CatalogDifference.Change, _ fields: [CatalogDifference.Field] = []) {
        self.init(id: id, name: tree.text("name") ?? id, kind: tree.text("kind") ?? "", change: change, fields: fields)
    }
}

extension JSONNode {
    /// The text that a key of an object holds.
    fileprivate func text(_ key: String) -> String? {
        guard case .object(let members) = value, case .text(let text)? = members.first(where: { $0.key == key })?.node.value else {
            return nil
        }
        return text
    }

    /// Bytes that are the same for what means the same: keys in order, and every text with its length.
    fileprivate var canonical: [UInt8] {
        switch value {
        case .null: return Array("n".utf8)
        case .bool(let flag): return Array((flag ? "t" : "f").utf8)
        case .number(let digits): return Array("#\(digits);".utf8)
        case .text(let text): return Array("\"\(text.utf8.count):".utf8) + text.utf8
        case .array(let items): return Array("[".utf8) + items.flatMap { $0.canonical } + Array("]".utf8)
        case .object(let members):
            let ordered = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            return Array("{".utf8) + ordered.flatMap { Array("\($0.key.utf8.count):\($0.key)".utf8) + $0.node.canonical } + Array("}".utf8)
        }
    }

    /// What it says if it holds nothing further; nil for a filled list or object.
    fileprivate var leaf: CatalogDifference.Value? {
        switch value {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .number(let digits): Int(digits).map { .number($0) } ?? .text(digits)
        case .text(let text): .text(text)
        case .array(let items): items.isEmpty ? .list([]) : nil
        case .object(let members): members.isEmpty ? .emptyObject : nil
        }
    }
}

/// Walks two trees side by side.
private struct FieldComparison {
    private var fields: [CatalogDifference.Field] = []

    static func fields(from old: JSONNode, to new: JSONNode) -> [CatalogDifference.Field] {
        var comparison = FieldComparison()
        comparison.compare(old, new, "")
        return comparison.fields
    }

    private mutating func compare(_ old: JSONNode, _ new: JSONNode, _ path: String) {
        switch (old.value, new.value) {
        case (.object(let old), .object(let new)): compare(old, new, path)
        case (.array(let old), .array(let new)):
            if let oldIDs = FieldComparison.ids(old), let newIDs = FieldComparison.ids(new) {
                compare(Array(zip(oldIDs, old)), Array(zip(newIDs, new)), path)
            } else {
                compare(old, new, path)
            }
        default:
            if let before = old.leaf, let after = new.leaf {
                // Byte by byte: two ways to write an accent are a difference.
                if old.canonical != new.canonical { fields.append(CatalogDifference.Field(path: path, old: before, new: after)) }
            } else {
                remove(old, path)
                add(new, path)
            }
        }
    }

    private mutating func add(_ node: JSONNode, _ path: String) {
        fields += FieldComparison.leaves(node, path).map { CatalogDifference.Field(path: $0, old: nil, new: $1) }
    }

    private mutating func remove(_ node: JSONNode, _ path: String) {
        fields += FieldComparison.leaves(node, path).map { CatalogDifference.Field(path: $0, old: $1, new: nil) }
    }

    /// Every value in a tree with its path.
    private static func leaves(_ node: JSONNode, _ path: String) -> [(String, CatalogDifference.Value)] {
        if let leaf = node.leaf { return [(path, leaf)] }
        switch node.value {
        case .object(let members): return members.flatMap { leaves($0.node, join(path, $0.key)) }
        case .array(let items):
            let names = ids(items) ?? items.indices.map { String($0) }
            return zip(names, items).flatMap { leaves($1, "\(path)[\($0)]") }
        default: return []
        }
    }

    private static func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    // MARK: Objects and lists

    private mutating func compare(_ old: [JSONNode.Member], _ new: [JSONNode.Member], _ path: String) {
        let after = Dictionary(new.map { ($0.key, $0.node) }, uniquingKeysWith: { first, _ in first })
        for member in old {
            let path = FieldComparison.join(path, member.key)
            if let other = after[member.key] { compare(member.node, other, path) } else { remove(member.node, path) }
        }
        let before = Set(old.map { $0.key })
        for member in new where !before.contains(member.key) { add(member.node, FieldComparison.join(path, member.key)) }
    }

    /// The ids of a list's items; nil when not every item has one of its own.
    private static func ids(_ items: [JSONNode]) -> [String]? {
        let ids = items.compactMap { $0.text("id") }
        return ids.count == items.count && Set(ids).count == ids.count ? ids : nil
    }

    /// Items with ids: by their ids, and then their order.
    private mutating func compare(_ old: [(id: String, node: JSONNode)], _ new: [(id: String, node: JSONNode)], _ path: String) {
        let before = Dictionary(old.map { ($0.id, $0.node) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.map { ($0.id, $0.node) }, uniquingKeysWith: { first, _ in first })
        for (id, node) in old where after[id] == nil { remove(node, "\(path)[\(id)]") }
        for (id, node) in new {
            if let other = before[id] { compare(other, node, "\(path)[\(id)]") } else { add(node, "\(path)[\(id)]") }
        }
        let was = old.map { $0.id }.filter { after[$0] != nil }
        let becomes = new.map { $0.id }.filter { before[$0] != nil }
        let first = zip(was, becomes).prefix { $0 == $1 }.count
        let last = zip(was.reversed(), becomes.reversed()).prefix { $0 == $1 }.count
        guard first < was.count else { return }
        let moved = first..<(was.count - last)
        fields.append(CatalogDifference.Field(path: path, old: .list(Array(was[moved])), new: .list(Array(becomes[moved]))))
    }

    /// Items without ids: what is the same on both sides stays, and what stands between is compared in order.
    private mutating func compare(_ old: [JSONNode], _ new: [JSONNode], _ path: String) {
        var from = (old: 0, new: 0)
        for same in FieldComparison.same(old.map { $0.canonical }, new.map { $0.canonical }) + [(old.count, new.count)] {
            let removed = from.old..<same.0
            let added = from.new..<same.1
            for (before, after) in zip(removed, added) { compare(old[before], new[after], "\(path)[\(after)]") }
            for index in removed.dropFirst(added.count) { remove(old[index], "\(path)[\(index)]") }
            for index in added.dropFirst(removed.count) { add(new[index], "\(path)[\(index)]") }
            from = (same.0 + 1, same.1 + 1)
        }
    }

    /// Places of equal items that stand in the same order in both lists.
    private static func same(_ old: [[UInt8]], _ new: [[UInt8]]) -> [(Int, Int)] {
        // What stands on one side only is left out first: a long list that is another altogether would take long to compare.
        let (before, after) = (Set(old), Set(new))
        let (kept, found) = (old.indices.filter { after.contains(old[$0]) }, new.indices.filter { before.contains(new[$0]) })
        var (removed, added) = (Set<Int>(), Set<Int>())
        for change in found.difference(from: kept, by: { old[$0] == new[$1] }) {
            switch change {
            case .remove(_, let index, _): removed.insert(index)
            case .insert(_, let index, _): added.insert(index)
            }
        }
        return Array(zip(kept.filter { !removed.contains($0) }, found.filter { !added.contains($0) }))
    }
}
