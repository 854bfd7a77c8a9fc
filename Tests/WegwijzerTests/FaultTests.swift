import Foundation
import Testing

/// A row of the table of injected faults in `Tests/Fuzzing/README.md`: what is done, and how the program must end.
struct InjectedFault: CustomTestStringConvertible, Sendable {
    let name: String
    /// Shell commands, in a directory with a catalogue (`cat`) and what was built from it (`cat.weg`).
    let commands: String
    let status: Int32
    /// What is said on the error stream; nil when there is an answer instead.
    let message: String?

    var testDescription: String { name }

    /// Whether it takes a user who may not do everything.
    var needsNobody: Bool { commands.contains("nobody ") }

    static let table: [InjectedFault] = {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fuzzing/README.md").standardizedFileURL
        let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
        let rows = text.split(separator: "\n").drop { !$0.hasPrefix("| fault |") }.dropFirst(2).prefix { $0.hasPrefix("| ") }
        return rows.compactMap { InjectedFault(row: String($0)) }
    }()

    /// `| fault | what is done | status | what is said |`; a pipe within a cell is written `\|`.
    private init?(row: String) {
        let cells = row.replacing("\\|", with: "\u{0}").split(separator: "|").map {
            $0.replacing("\u{0}", with: "|").trimmingCharacters(in: .whitespaces)
        }
        guard cells.count == 4, let status = Int32(cells[2]) else { return nil }
        name = cells[0]
        commands = cells[1].trimmingCharacters(in: ["`"])
        self.status = status
        message = cells[3] == "*antwoord*" ? nil : cells[3]
    }
}

/// Whatever goes wrong around the program, it is one clear line and the right status.
@Suite struct FaultTests {
    /// What the commands of the table build on. The memory holds for each of them.
    private static let prelude = """
        cd "$1" || exit 99
        ulimit -v 400000
        wegwijzer() { "$PROGRAM" "$@"; }
        nobody() {
          shift
          if [ "$(id -u)" = 0 ]; then setpriv --reuid 65534 --clear-groups "$PROGRAM" "$@"; else "$PROGRAM" "$@"; fi
        }
        # A catalogue so large that it is mapped: with zeros behind it, and a header that says so.
        large() {
          size=9999999
          digits=
          for shift in 24 18 12 6 0; do digits="$digits\\\\$(printf %03o $((48 + (size >> shift & 63))))"; done
          { head -c 15 cat.weg; printf "$digits"; tail -c +21 cat.weg; head -c $size /dev/zero; } | head -c $size > groot
        }

        """

    /// The catalogue, built once.
    private static let built = Result {
        let scratch = try TemporaryDirectory()
        let run = try Run("catalogus", "bouw", Project.catalog.path(percentEncoded: false), "--uit", scratch.path("cat.weg"))
        try #require(run.ending == .found, "\(run.error)")
        return scratch.bytes("cat.weg")
    }

    private func inject(_ commands: String, _ scratch: TemporaryDirectory) throws -> Run {
        try Run(
            ["-c", FaultTests.prelude + commands, "sh", scratch.path].map { Array($0.utf8) }, environment: ["PROGRAM": Run.program],
            program: "/bin/sh")
    }

    @Test func theTableIsRead() {
        #expect(InjectedFault.table.count >= 35)
        #expect(Set(InjectedFault.table.map { $0.name }).count == InjectedFault.table.count)
    }

    @Test(arguments: InjectedFault.table)
    func aFaultIsOneClearLine(fault: InjectedFault) throws {
        let scratch = try TemporaryDirectory()
        try FileManager.default.copyItem(atPath: Project.catalog.path(percentEncoded: false), toPath: scratch.path("cat"))
        let built = try FaultTests.built.get()
        try scratch.write(built, to: "cat.weg")
        // Not every place where a project is checked out may be entered by everyone.
        if fault.needsNobody, try inject("nobody wegwijzer --versie", scratch).ending != .found { return }
        let before = try scratch.names
        let run = try inject(fault.commands, scratch)
        #expect(run.ending == .status(fault.status), "\(run.error)")
        guard let message = fault.message else {
            #expect(!run.outputBytes.isEmpty && run.errorBytes.isEmpty, "\(run.error)")
            return
        }
        let expected = message.replacing("SIZE", with: "\(built.count)").replacing("NAME", with: String(repeating: "0", count: 256))
        let heading = "wegwijzer: de catalogus bevat 1 fout en is niet gebruikt:\n"
        #expect(run.error == (fault.status == 3 && message.contains(": fout: ") ? heading : "wegwijzer: ") + expected + "\n")
        #expect(run.outputBytes.isEmpty)
        let left = try scratch.names.filter { !before.contains($0) && $0.contains("nieuw") }
        #expect(left.isEmpty, "left behind: \(left)")
    }
}
