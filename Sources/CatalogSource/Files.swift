import Catalog
import Glibc
import Storage

/// A file or directory that cannot be read or written.
public struct FileFailure: Error, Sendable {
    public var path: String
    /// What went wrong, in Dutch.
    public var message: String
    /// Whether nothing stands at the path.
    public var isMissing = false

    init(path: String, code: Int32) {
        self.path = path
        isMissing = code == ENOENT
        message =
            switch code {
            case ENOENT: "bestaat niet"
            case EACCES, EPERM: "mag niet gelezen of geschreven worden (geen toestemming)"
            case EISDIR: "is een map"
            case ENOTDIR: "is geen map"
            case ENOSPC: "kan niet geschreven worden: de schijf is vol"
            case ELOOP: "is een koppeling die naar zichzelf wijst"
            case EROFS: "staat op een schijf die alleen gelezen kan worden"
            case EFBIG: "is te groot"
            case ENAMETOOLONG: "heeft een te lange naam"
            case EMFILE, ENFILE: "kan niet geopend worden: er staan te veel bestanden open"
            case ENOMEM: "past niet in het geheugen"
            case EIO: "kan niet gelezen of geschreven worden: de schijf of verbinding hapert"
            case EDQUOT: "kan niet geschreven worden: er is geen ruimte meer voor u op deze schijf"
            case ETXTBSY, EBUSY: "is in gebruik"
            default: "kan niet gelezen of geschreven worden (fout \(code) van het systeem)"
            }
    }

    public init(path: String, message: String) {
        self.path = path
        self.message = message
    }
}

/// Files, by the system's own calls: the program starts without Foundation.
public enum Files {
    /// A larger file is no catalogue file.
    public static let largest = 64 << 20

    public enum Kind: Sendable { case file, directory, other }

    /// What stands at a path.
    public static func kind(of path: String) throws(FileFailure) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileFailure(path: path, code: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .directory
        default: return .other
        }
    }

    /// Opens a file to be read. What is no regular file may have no end, or never begin.
    private static func opened(_ path: String) throws(FileFailure) -> (descriptor: Int32, size: Int) {
        // Without waiting: a pipe that nobody writes to would be waited for.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
        var status = stat()
        let failure: FileFailure? =
            if fstat(descriptor, &status) != 0 {
                FileFailure(path: path, code: errno)
            } else {
                switch status.st_mode & S_IFMT {
                case S_IFREG: nil
                case S_IFDIR: FileFailure(path: path, code: EISDIR)
                default: FileFailure(path: path, message: "is geen gewoon bestand")
                }
            }
        if let failure {
            close(descriptor)
            throw failure
        }
        return (descriptor, Int(status.st_size))
    }

    /// All bytes of a regular file.
    public static func read(_ path: String) throws(FileFailure) -> [UInt8] {
        let (descriptor, size) = try opened(path)
        defer { close(descriptor) }
        guard size <= largest else { throw FileFailure(path: path, code: EFBIG) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileFailure(path: path, code: errno) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= largest else { throw FileFailure(path: path, code: EFBIG) }
        }
    }

    /// What Windows and macOS put into a folder by themselves.
    private static let ofTheSystem = ["thumbs.db", "desktop.ini", "icon\r", "__macosx"]

    /// The names in a directory, in the order of their bytes, without those that begin with a dot, or that the system put there.
    public static func names(in path: String) throws(FileFailure) -> [String] {
        guard let directory = opendir(path) else { throw FileFailure(path: path, code: errno) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix("."), !name.hasPrefix("~$"), !ofTheSystem.contains(name.lowercased()) { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Writes a file whole or not at all: beside it first, then in its place. What is no regular file, such as a pipe, is written to.
    ///
    /// A file that is replaced keeps its rights, and a link to it stays a link.
    public static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        if (try? kind(of: path)) == .other { return try writeStream(bytes, to: path) }
        let place = try linked(path)
        let beside = "\(place).\(getpid()).tmp"
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            // The file itself need not exist; what is missing is where it should stand.
            if errno == ENOENT { throw FileFailure(path: path, message: "kan niet geschreven worden: de map bestaat niet") }
            throw FileFailure(path: path, code: errno)
        }
        keepRights(of: place, for: descriptor)
        let failure = write(bytes, to: descriptor) ?? (fsync(descriptor) == 0 ? nil : errno)
        let closed = close(descriptor) == 0 ? nil : errno
        if let code = failure ?? closed ?? (rename(beside, place) == 0 ? nil : errno) {
            unlink(beside)
            throw FileFailure(path: path, code: code)
        }
    }

    /// Where a path leads when it is a link, also to what does not exist yet; else the path itself.
    private static func linked(_ path: String) throws(FileFailure) -> String {
        var place = path
        // The system itself follows no more.
        for _ in 0..<40 {
            var target = [CChar](repeating: 0, count: Int(PATH_MAX))
            let size = readlink(place, &target, target.count)
            guard size >= 0 else { return place }
            let name = String(decoding: target[..<size].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let folder = place.lastIndex(of: "/").map { place[...$0] } ?? ""
            place = name.hasPrefix("/") ? name : folder + name
        }
        throw FileFailure(path: path, code: ELOOP)
    }

    /// Gives a new file the owner and rights of the one that it will replace, as far as the system allows.
    private static func keepRights(of path: String, for descriptor: Int32) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        // Another owner's file stays his only for the system's keeper; what he allowed stays allowed.
        _ = fchown(descriptor, status.st_uid, status.st_gid)
        _ = fchmod(descriptor, status.st_mode & 0o7777)
    }

    private static func writeStream(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
        defer { close(descriptor) }
        // A reader that has seen enough is a normal end.
        if let code = write(bytes, to: descriptor), code != EPIPE { throw FileFailure(path: path, code: code) }
    }

    /// Writes all bytes to an open file.
    /// - Returns: the system's error number, or nil when all was written.
    public static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32) -> Int32? {
        let bytes = Array(bytes)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0 { return errno }
            written += count
        }
        return nil
    }

    /// A file's bytes, to be read where they lie.
    /// - Returns: memory that lives as long as the process. When the file shrinks, the system ends the program at the next read beyond its end.
    public static func map(_ path: String) throws(FileFailure) -> Bytes {
        let (descriptor, size) = try opened(path)
        defer { close(descriptor) }
        // A snapshot cannot say of itself that it is larger.
        guard size <= Int(Bytes.largestNumber) else { throw FileFailure(path: path, code: EFBIG) }
        // Nothing cannot be mapped.
        guard size > 0 else { return Bytes(UnsafeRawBufferPointer(start: nil, count: 0)) }
        guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
            throw FileFailure(path: path, code: errno)
        }
        return Bytes(UnsafeRawBufferPointer(start: memory, count: size))
    }
}
