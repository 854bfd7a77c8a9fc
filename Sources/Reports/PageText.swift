/// Pages of a source, as they are written.
enum PageText {
    /// - Parameter last: the last page, when there is more than one.
    static func text(_ first: UInt32, to last: Int32? = nil) -> String { "p. \(first)" + (last.map { "-\($0)" } ?? "") }
}
