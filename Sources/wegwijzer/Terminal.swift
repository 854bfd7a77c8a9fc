import CatalogSource
import Glibc
import Language

/// The standard streams.
enum Terminal {
    /// Whether a person sits at both ends.
    static var isInteractive: Bool { isatty(0) == 1 && isatty(1) == 1 }

    /// Whether a person looks at what is written.
    static var showsOutput: Bool { isatty(1) == 1 }

    /// How many columns the standard output shows; nil when it is no terminal and nothing says otherwise.
    static var width: Int? {
        if let stated = getenv("COLUMNS"), let columns = Int(String(cString: stated)), columns >= 20 { return min(columns, 1000) }
        guard isatty(1) == 1 else { return nil }
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 80 }
        return Int(size.ws_col)
    }

    /// Writes to the standard output.
    /// - Throws: `Failure` when it cannot be written; a closed pipe ends the program as a success.
    static func write(_ text: String) throws { try write(utf8: text.utf8) }

    /// Writes to the standard output, and ends the program: what it holds need not be given back piece by piece.
    static func end(with text: String, _ status: Status) throws -> Never {
        try write(text)
        exit(status.rawValue)
    }

    private static func write(utf8 bytes: some Collection<UInt8>) throws {
        if Pager.show(bytes) { return }
        guard let code = Files.write(bytes, to: 1) else { return }
        if code == EPIPE { exit(Status.found.rawValue) }
        throw Failure(.file, "de uitvoer kan niet geschreven worden: \(reason(code))")
    }

    /// Writes bytes that are no text to the standard output.
    static func write(bytes: [UInt8]) throws { try write(utf8: bytes) }

    /// No message has longer lines: what someone typed may be of any length.
    private static let longestLine = 2000

    /// Writes lines to the standard error.
    static func complain(_ lines: [String]) {
        let text = lines.map { clean($0) }.joined(separator: "\n")
        _ = Files.write("wegwijzer: \(text)\n".utf8, to: 2)
    }

    /// Says on the standard error what was done.
    static func tell(_ line: String) { _ = Files.write("\(clean(line))\n".utf8, to: 2) }

    /// A line without what would move the cursor or change direction, its middle left out when it is very long.
    private static func clean(_ line: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in line.unicodeScalars { clean.append(scalar.isUnseen ? "?" : scalar) }
        guard clean.count > longestLine else { return String(clean) }
        return String(clean.prefix(longestLine / 2)) + " … " + String(clean.suffix(longestLine / 2))
    }

    /// What a number of the system means for a standard stream.
    private static func reason(_ code: Int32) -> String {
        switch code {
        case ENOSPC: "de schijf is vol"
        case EBADF: "zij staat niet open"
        case EISDIR: "zij is een map"
        default: "fout \(code) van het systeem"
        }
    }

    /// No question is longer.
    private static let longestInput = 1 << 20

    /// All of the standard input, up to a question's length.
    static func readAll() throws -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count < longestInput {
            let count = buffer.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw Failure(.file, "de standaardinvoer kan niet gelezen worden: \(reason(errno))")
            }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        // What is cut off may be cut off within a character.
        return bytes.count < longestInput ? TypedText.decode(bytes) : String(decoding: bytes, as: UTF8.self)
    }

    // MARK: What the system takes away

    /// Ends the program with a line when a mapped file loses bytes that are still to be read: the system says so with a signal only.
    static func endWhenAFileShrinks() {
        signal(SIGBUS) { _ in
            let line: StaticString = "wegwijzer: de catalogus is tijdens het lezen korter geworden; probeer het opnieuw\n"
            _ = Glibc.write(2, line.utf8Start, line.utf8CodeUnitCount)
            _exit(Status.file.rawValue)
        }
    }

    /// Refuses work that there is no memory for: without it the program would be ended in the midst, and without a word.
    static func expectMemory(_ size: Int) throws {
        // From the system itself: of memory that is only asked for and given back, an optimiser takes it that there is enough.
        guard let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), memory != MAP_FAILED else {
            throw Failure(.file, "er is te weinig geheugen; sluit andere programma's en probeer het opnieuw")
        }
        munmap(memory, size)
    }

    /// The day on which the program runs, as YYYY-MM-DD.
    static var today: String {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        let (month, day) = (parts.tm_mon + 1, parts.tm_mday)
        return "\(parts.tm_year + 1900)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// A line that a person types; nil at the end of the input.
    static func ask(_ prompt: String) throws -> String? {
        try write(prompt)
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = read(0, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return line.isEmpty ? nil : TypedText.decode(TypedText.withoutKeys(line)) }
            if byte == UInt8(ascii: "\n") { return TypedText.decode(TypedText.withoutKeys(line)) }
            // Of a line that ends as on Windows.
            if byte != UInt8(ascii: "\r") { line.append(byte) }
        }
    }
}
