import Glibc

/// The program: carries out its command line, and says how it ended.
@main
struct Wegwijzer {
    static func main() {
        // A reader that has seen enough, such as `head`, is a normal end.
        signal(SIGPIPE, SIG_IGN)
        // A file that may grow no further is a message, not an end.
        signal(SIGXFSZ, SIG_IGN)
        do {
            try Terminal.expectMemory(4 << 20)
            exit(try Dispatch.run(TypedText.arguments).rawValue)
        } catch {
            let failure = Failure(error)
            Terminal.complain(failure.lines)
            exit(failure.status.rawValue)
        }
    }
}
