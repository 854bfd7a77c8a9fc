/// What a page asks: a command, and named values, a name more than once when there are more values.
struct Request {
    let command: String
    private let parts: [(name: String, value: String)]

    /// - Parameter bytes: the command and then `name=value` parts, with a NUL between any two.
    init(_ bytes: UnsafeRawBufferPointer) {
        var parts: [String] = []
        for part in bytes.split(separator: 0, omittingEmptySubsequences: false) { parts.append(String(decoding: part, as: UTF8.self)) }
        command = parts.first ?? ""
        self.parts = parts.dropFirst().map { part in
            let sign = part.utf8.firstIndex(of: 0x3D) ?? part.utf8.endIndex
            return (String(part[..<sign]), String(part[sign...].dropFirst()))
        }
    }

    /// The last value of a name; nil when there is none.
    func value(_ name: String) -> String? { parts.last { $0.name == name }?.value }

    func values(_ name: String) -> [String] { parts.filter { $0.name == name }.map { $0.value } }

    /// The values of some names, with their names.
    func values(named names: [String]) -> [(facet: String, value: String)] {
        parts.filter { names.contains($0.name) }.map { ($0.name, $0.value) }
    }

    /// The words of a question; empty when there are none.
    var words: String { value("woorden") ?? "" }
}
