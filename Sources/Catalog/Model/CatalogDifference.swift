/// What changed from one catalogue to another: file by file, field by field.
public struct CatalogDifference: Equatable, Sendable {
    public enum Change: String, Sendable {
        case added, removed, changed
    }

    /// A tool that is in one of them only, or that is not the same in both.
    public struct ToolChange: Equatable, Sendable {
        public var id: String
        public var name: String
        /// The word for its kind in the catalogue's files.
        public var kind: String
        public var change: Change
        /// What changed; empty when the tool is in one of them only.
        public var fields: [Field]

        public init(id: String, name: String, kind: String, change: Change, fields: [Field] = []) {
            self.id = id
            self.name = name
            self.kind = kind
            self.change = change
            self.fields = fields
        }
    }

    /// A file that all tools share, such as the vocabulary.
    public struct FileChange: Equatable, Sendable {
        public var file: String
        public var fields: [Field]

        public init(file: String, fields: [Field]) {
            self.file = file
            self.fields = fields
        }
    }

    /// A value that is not the same in both.
    public struct Field: Equatable, Sendable {
        /// As the file names it: `ages[0].from`, `references[theunissen-2019-sdq].url`.
        public var path: String
        /// Nil where it was not there.
        public var old: Value?
        /// Nil where it is there no more.
        public var new: Value?

        public init(path: String, old: Value?, new: Value?) {
            self.path = path
            self.old = old
            self.new = new
        }
    }

    /// What a file can say in one place.
    public enum Value: Equatable, Sendable {
        case null
        case bool(Bool)
        case number(Int)
        case text(String)
        /// Ids in their order, or an empty list.
        case list([String])
        case emptyObject
    }

    public var tools: [ToolChange]
    public var files: [FileChange]

    public init(tools: [ToolChange] = [], files: [FileChange] = []) {
        self.tools = tools
        self.files = files
    }

    public var isEmpty: Bool { tools.isEmpty && files.isEmpty }
}
