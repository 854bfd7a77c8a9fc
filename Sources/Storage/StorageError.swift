/// Why a snapshot cannot be read.
public enum SnapshotError: Error, Equatable {
    /// The file does not begin as a snapshot does.
    case foreign
    /// Another version of the format: what was found.
    case version(UInt32)
    /// The file is shorter or longer than its header says.
    case size(stated: UInt32, found: UInt32)
    /// The contents differ from what was written.
    case checksum
    /// A number or text points outside its section.
    case damaged(offset: UInt32)
    /// More than the format can hold.
    case tooLarge
}
