import Storage

extension SnapshotError {
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
