/// What a new tool's file says where something is still to be filled in. The checker refuses it, so that it never becomes part of a catalogue.
public enum Placeholder {
    private static let begin = "vul in"

    /// A text that must be filled in.
    /// - Parameter what: what belongs there.
    public static func required(_ what: String) -> String { "\(begin): \(what)" }

    /// A text that may be left out.
    public static func optional(_ what: String) -> String { "\(begin), of haal deze regel weg: \(what)" }

    /// One word of a closed list.
    public static func one(of words: [String]) -> String { "\(begin), één uit: \(words.joined(separator: ", "))" }

    /// Words of a closed list.
    public static func some(of words: [String]) -> String { "\(begin), één of meer uit: \(words.joined(separator: ", "))" }

    /// Whether a text is one of these.
    package static func isOne(_ text: String) -> Bool { text.hasPrefix("\(begin):") || text.hasPrefix("\(begin),") }

    /// What to tell of one that is still there.
    package static func message(_ text: String) -> String { "dit is nog niet ingevuld; \(text)" }
}
