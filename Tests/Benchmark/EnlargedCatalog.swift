import BuiltInCatalog
import Catalog
import CatalogSource

/// The built-in catalogue with many more tools: copies of the real ones, each with a name and words of its own.
enum EnlargedCatalog {
    private static let syllables = ["ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "ru", "sa", "te", "vi", "wo", "ze", "pli"]

    /// - Parameter count: how many tools it has; the first are the real ones.
    static func data(count: Int) throws -> CatalogData {
        var data = try CatalogData(BuiltInCatalog.snapshot())
        let real = data.tools
        guard !real.isEmpty else { return data }
        data.tools = (0..<max(count, real.count)).map { number in
            number < real.count ? real[number] : copy(of: real[number % real.count], number: number)
        }
        data.tools.sort { $0.id < $1.id }
        return data
    }

    private static func copy(of tool: Tool, number: Int) -> Tool {
        var copy = tool
        let word = word(number)
        copy.id += "-\(word)"
        copy.name += " \(word.prefix(1).uppercased())\(word.dropFirst())"
        copy.abbreviation = tool.abbreviation.map { "\($0)-\(word)" }
        copy.aliases = tool.aliases.map { "\($0) \(word)" }
        copy.summary += " Gemaakt in \(word)."
        return copy
    }

    /// A made-up word that no other number has.
    private static func word(_ number: Int) -> String {
        var word = ""
        var rest = number
        while rest > 0 {
            word += syllables[rest % syllables.count]
            rest /= syllables.count
        }
        return word
    }
}
