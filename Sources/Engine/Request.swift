/// What a page asks: a command, and named values, a name more than once when there are more values.
struct Request {
    let command: String
    private let parts: [(name: String, value: String)]

    /// - Parameter bytes: the command and then `name=value` parts, with a NUL between any two.
    init(_ bytes: UnsafeRawBufferPointer) {
        let split = bytes.split(separator: 0, omittingEmptySubsequences: false)
        command = split.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
        // Divided as bytes: a sign with an accent upon it would be one character.
        parts = split.dropFirst().map { part in
            let sign = part.firstIndex(of: 0x3D) ?? part.endIndex
            return (String(decoding: part[..<sign], as: UTF8.self), String(decoding: part[sign...].dropFirst(), as: UTF8.self))
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
