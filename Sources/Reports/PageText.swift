import Catalog

/// Pages of a source, as they are written.
enum PageText {
    /// - Parameter last: the last page, when there is more than one.
    static func text(_ first: UInt32, to last: Int32? = nil) -> String { "p. \(first)" + (last.map { "-\($0)" } ?? "") }

    /// A text with the pages where it was read.
    static func text(of paged: PagedText) -> String { "\(paged.text) [\(text(paged.page, to: paged.pageEnd))]" }
}
