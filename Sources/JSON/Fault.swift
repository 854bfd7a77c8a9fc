/// Something wrong in a file of the catalogue: where, and what to do about it.
public struct Fault: Error, Hashable, Sendable {
    /// The file, as it was named on the way to it.
    public var file: String
    /// Line and column from 1; zero when the whole file is meant.
    public var line = 0
    public var column = 0
    /// The place in the file, as a JSON path: `$.ages[0].from`.
    public var path = ""
    /// A Dutch sentence: what is wrong, and what is allowed.
    public var message: String

    public init(file: String, line: Int = 0, column: Int = 0, path: String = "", message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.path = path
        self.message = message
    }

    /// One line, in the form that editors and the build system turn into a link.
    /// - Parameter label: what stands before the message: “fout” for people, “error” for the build system.
    public func line(label: String) -> String {
        var text = file
        if line > 0 { text += ":\(line):\(column)" }
        text += ": \(label): "
        if !path.isEmpty, path != "$" { text += "\(path): " }
        return text + message
    }
}
