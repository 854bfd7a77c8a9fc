/// A report for people, on a terminal or as Markdown, and for programs.
public protocol WrittenReport {
    /// - Parameter width: how many columns the terminal has; nil when lines may be as long as they like.
    func text(width: Int?) -> String
    func markdown() -> String
    /// As JSON, with the number of its format.
    func json() -> String
}
