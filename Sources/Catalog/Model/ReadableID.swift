extension String {
    /// An id of a topic as words: “huiselijk geweld”. Where Dutch writes a hyphen, it stays: “ouder-kindrelatie”.
    public var asWords: String {
        let hyphenated = ["ouder-kind", "video-", "psycho-", "sociaal-emotionele", "e-", "niet-"]
        if hyphenated.contains(where: { utf8.starts(with: $0.utf8) }) { return self }
        return String(decoding: utf8.map { $0 == 0x2D ? 0x20 : $0 }, as: UTF8.self)
    }
}
