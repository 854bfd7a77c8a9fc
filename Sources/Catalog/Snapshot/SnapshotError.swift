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

    /// One Dutch sentence for the user.
    public var message: String {
        switch self {
        case .foreign: "dit is geen gebouwde catalogus van wegwijzer"
        case .version(let found):
            "dit is een gebouwde catalogus van formaat \(found); dit programma leest formaat \(Snapshot.formatVersion). Bouw haar opnieuw met `wegwijzer catalogus bouw`"
        case .size(let stated, let found):
            "de gebouwde catalogus is beschadigd: \(found) bytes in plaats van \(stated)"
        case .checksum: "de gebouwde catalogus is beschadigd: de inhoud klopt niet met de controlesom"
        case .damaged(let offset): "de gebouwde catalogus is beschadigd bij byte \(offset)"
        case .tooLarge: "de catalogus is te groot voor dit formaat"
        }
    }
}
