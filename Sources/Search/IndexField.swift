import Catalog

/// A field of a tool in the index of its words, and what an occurrence in it weighs.
///
/// The weights are those of BM25F (Robertson, Zaragoza and Taylor, 2004): occurrences are weighted by field and normalised by the field's length, summed,
/// and then saturated together; rare terms weigh more.
public struct IndexField: Sendable {
    /// How soon more occurrences stop counting: k₁ of BM25.
    public static let saturation = 1.6
    /// What an occurrence inside a compound counts: it is a hint only.
    public static let partWeight = 0.5

    /// What stands in the field.
    public let texts: [String]
    /// What an occurrence weighs.
    public let weight: Double
    /// How much a long text weakens an occurrence, from 0 to 1: b of BM25F.
    public let lengthWeight: Double
    /// Whether it holds the questions that the tool answers, which count apart.
    public let isAsked: Bool

    private init(_ texts: [String], weight: Double, lengthWeight: Double, isAsked: Bool = false) {
        (self.texts, self.weight, self.lengthWeight, self.isAsked) = (texts, weight, lengthWeight, isAsked)
    }

    /// The fields of a tool.
    ///
    /// A word in a name or among the topics says what the tool is; one in the way it works says little. Length matters least where texts are short lists.
    public static func fields(of tool: Tool) -> [IndexField] {
        [
            IndexField([tool.name, tool.abbreviation ?? ""], weight: 6, lengthWeight: 0.3),
            IndexField(tool.aliases, weight: 3, lengthWeight: 0),
            IndexField(tool.topics, weight: 5, lengthWeight: 0.3),
            IndexField([tool.purpose], weight: 3, lengthWeight: 0.6),
            IndexField([tool.summary], weight: 2, lengthWeight: 0.6),
            IndexField([tool.audience], weight: 2, lengthWeight: 0.6),
            IndexField([tool.method], weight: 1.5, lengthWeight: 0.6),
            IndexField(tool.administeredBy, weight: 1, lengthWeight: 0.3),
            IndexField(
                tool.listings.flatMap { [$0.differs?.purpose, $0.differs?.audience].compactMap { $0 } }, weight: 1, lengthWeight: 0.6
            ),
            IndexField(tool.askedAs, weight: 1, lengthWeight: 0.5, isAsked: true),
            // “COTAN” asks for what the commission has judged, not for what it has not.
            IndexField(tool.evidence.cotan?.status == "beoordeeld" ? ["COTAN"] : [], weight: 5, lengthWeight: 0),
        ]
    }
}
