import CatalogSource
import Glibc

/// The program that shows on a terminal what does not fit on the screen.
enum Pager {
    /// Shows text with the program that `PAGER` names, or else with `less`, if there is one, somebody looks, and the text is taller than the screen.
    /// - Returns: whether it was shown; if the pager fails, that is said.
    static func show(_ text: some Collection<UInt8>) -> Bool {
        guard Terminal.showsOutput, variable("TERM") != "dumb" else { return false }
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return false }
        guard text.count(where: { $0 == UInt8(ascii: "\n") }) >= Int(size.ws_row) else { return false }
        guard let command = getenv("PAGER") == nil ? installed("less") : variable("PAGER") else { return false }
        return show(text, with: command)
    }

    /// A program's name, if it can be found.
    private static func installed(_ name: String) -> String? {
        let folders = variable("PATH")?.split(separator: ":") ?? []
        return folders.contains { access("\($0)/\(name)", X_OK) == 0 } ? name : nil
    }

    private static func show(_ text: some Collection<UInt8>, with command: String) -> Bool {
        // As git has it: `less` ends by itself when all fits, and leaves the text on the screen.
        setenv("LESS", "FRX", 0)
        // The pager is to end as usual when what it writes to is closed.
        signal(SIGPIPE, SIG_DFL)
        let pipe = popen(command, "w")
        signal(SIGPIPE, SIG_IGN)
        var status: Int32 = -1
        if let pipe {
            // Ctrl-C is for the pager.
            signal(SIGINT, SIG_IGN)
            // One who has seen enough closes the pipe.
            _ = Files.write(text, to: fileno(pipe))
            status = pclose(pipe)
            signal(SIGINT, SIG_DFL)
        }
        if status != 0 { Terminal.complain(["het programma ‘\(command)’ (PAGER) kon de uitvoer niet tonen; hier staat zij zonder"]) }
        return status == 0
    }

    /// A variable of the environment that is set, and to more than blanks.
    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.allSatisfy { $0.isWhitespace } ? nil : $0 }
    }
}
