import CatalogSource

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The standard streams.
enum Terminal {
    /// Whether a person sits at both ends.
    static var isInteractive: Bool { isatty(0) == 1 && isatty(1) == 1 }

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
    static func write(_ text: String) throws(Failure) {
        guard let code = Files.write(text.utf8, to: 1) else { return }
        if code == EPIPE { exit(Status.found.rawValue) }
        throw Failure(
            .file, "de uitvoer kan niet geschreven worden: \(code == ENOSPC ? "de schijf is vol" : String(cString: strerror(code)))")
    }

    /// Writes a line to the standard error.
    static func complain(_ message: String) {
        var clean = String.UnicodeScalarView()
        for scalar in message.unicodeScalars {
            let isControl = scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
            clean.append(isControl ? "?" : scalar)
        }
        _ = Files.write("wegwijzer: \(String(clean))\n".utf8, to: 2)
    }

    /// All of the standard input, up to a question's length.
    static func readAll() throws(Failure) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count < 1 << 20 {
            let count = buffer.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw Failure(.file, "de standaardinvoer kan niet gelezen worden: \(String(cString: strerror(errno)))")
            }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A line that a person types; nil at the end of the input.
    static func ask(_ prompt: String) throws(Failure) -> String? {
        try write(prompt)
        return readLine()
    }
}
