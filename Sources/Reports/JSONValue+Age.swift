import Catalog
import Documents

extension JSONValue {
    /// A range of months; null is open.
    public init(_ age: AgeRange, stated: String? = nil) {
        var members: [(String, JSONValue)] = [("from", JSONValue(age.from)), ("to", JSONValue(age.to))]
        if let stated { members.append(("stated", .text(stated))) }
        self = .object(members)
    }
}
