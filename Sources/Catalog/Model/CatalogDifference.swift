/// What changed from one catalogue to another: file by file, field by field.
public struct CatalogDifference: Equatable, Sendable {
    /// What happened to a tool.
    public enum Change: String, Sendable {
        case added, removed, changed
    }

    /// A tool that is in one of them only, or that is not the same in both.
    public struct ToolChange: Equatable, Sendable {
        /// The tool's id.
        public var id: String
        /// The tool's name, in the newer catalogue if it is there.
        public var name: String
        /// The word for its kind in the catalogue's files.
        public var kind: String
        /// Whether it was added, removed or changed.
        public var change: Change
        /// What changed; empty when the tool is in one of them only.
        public var fields: [Field]

        /// A change with all that is told of it.
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
        /// The file's name in the catalogue's directory.
        public var file: String
        /// What changed in it.
        public var fields: [Field]

        /// A file with what changed in it.
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

        /// A place with its value before and after.
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

    /// Tools that were added, removed or changed.
    public var tools: [ToolChange]
    /// Files that all tools share and that changed.
    public var files: [FileChange]

    /// A difference; without arguments, none.
    public init(tools: [ToolChange] = [], files: [FileChange] = []) {
        self.tools = tools
        self.files = files
    }

    /// Whether both catalogues say the same.
    public var isEmpty: Bool { tools.isEmpty && files.isEmpty }
}
