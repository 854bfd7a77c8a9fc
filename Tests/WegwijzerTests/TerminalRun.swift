import Foundation
import Glibc
import Testing

/// A run of the program at a terminal: somebody types lines, and sees a screen.
struct TerminalRun {
    let ending: Ending
    /// All that was shown, with what was typed.
    let screen: String

    /// - Parameters:
    ///   - typed: the lines that are typed; then the input ends.
    ///   - columns: how wide the screen is.
    /// - Throws: `Hangs` when the program does not end in time.
    init(_ arguments: String..., typing typed: [String], columns: UInt16 = 80, environment: [String: String] = [:]) throws {
        try self.init(arguments, typing: typed, columns: columns, environment: environment)
    }

    init(_ arguments: [String], typing typed: [String], columns: UInt16 = 80, environment: [String: String] = [:]) throws {
        var (master, slave): (Int32, Int32) = (-1, -1)
        var name = [CChar](repeating: 0, count: 1024)
        guard openpty(&master, &slave, &name, nil, nil) == 0 else { throw POSIXError(.ENXIO) }
        defer { close(slave) }
        defer { close(master) }
        var size = winsize(ws_row: 50, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        _ = fcntl(master, F_SETFL, fcntl(master, F_GETFL) | O_NONBLOCK)
        for descriptor in [master, slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }

        var actions = try FileActions()
        defer { actions.destroy() }
        let path = String(cString: name)
        for descriptor: Int32 in 0...2 { actions.open(path, O_RDWR, as: descriptor) }
        // Everything is typed ahead; Ctrl-D at the beginning of a line ends the input.
        let keys = Array((typed.map { $0 + "\n" }.joined() + "\u{04}").utf8)
        guard write(master, keys, keys.count) == keys.count else { throw POSIXError(.EIO) }
        let process = try Run.spawn(try Run.program, arguments.map { Array($0.utf8) }, Run.environment(with: environment), &actions)

        var shown: [UInt8] = []
        var status: Int32 = 0
        let deadline = Date(timeIntervalSinceNow: Run.limit)
        while true {
            let hasEnded = waitpid(process, &status, WNOHANG) != 0
            TerminalRun.drain(master, into: &shown)
            if hasEnded { break }
            guard Date() < deadline else {
                kill(process, SIGKILL)
                waitpid(process, &status, 0)
                throw Hangs(arguments: arguments.map { Array($0.utf8) })
            }
            usleep(500)
        }
        let signal = status & 0x7F
        ending = signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
        screen = String(decoding: shown, as: UTF8.self).replacing("\r\n", with: "\n")
    }

    private static func drain(_ descriptor: Int32, into shown: inout [UInt8]) {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return }
            shown += buffer[..<count]
        }
    }
}
