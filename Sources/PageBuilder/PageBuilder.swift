import Catalog
import CatalogSource

@main
struct PageBuilder {
    static func main() throws {
        let a = CommandLine.arguments
        let data = try CatalogDirectory.load(a[1])
        let snapshot = try SnapshotCompiler.compile(data, isExtendable: false)
        let dictionary = try Files.read(a[2])
        let clock = ContinuousClock()
        var start = clock.now
        let packed = try SnapshotPacker.pack(snapshot, dictionary: dictionary)
        print("pack", clock.now - start, snapshot.count, packed.count)
        let out = UnsafeMutableRawBufferPointer.allocate(byteCount: snapshot.count, alignment: 1)
        for _ in 0..<5 {
            start = clock.now
            try packed.withUnsafeBytes { p in
                try dictionary.withUnsafeBytes { d in
                    try PackedSnapshot(Bytes(p)).unpack(dictionary: Bytes(d), into: out)
                }
            }
            print("unpack", clock.now - start, out.elementsEqual(snapshot))
        }
        try Files.write(packed, to: a[3])
    }
}
