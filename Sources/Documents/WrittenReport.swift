/// A report for people, on a terminal, as Markdown or on a page, and for programs.
public protocol WrittenReport {
    /// What people read.
    var document: Document { get }
    /// As JSON, with the number of its format.
    func json() -> String
}

extension WrittenReport {
    /// - Parameter width: how many columns the terminal has; nil when lines may be as long as they like.
    public func text(width: Int?) -> String { document.text(width: width) }

    /// The document as Markdown.
    public func markdown() -> String { document.markdown() }
}
