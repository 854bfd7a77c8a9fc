import Testing

/// `aanvulling`: what makes shells complete, and the manual page. `.ci/shell.sh` tries them in the shells themselves.
@Suite struct CompletionCommandTests {
    private static let commands = [
        "zoek", "toon", "vergelijk", "domeinen", "signalen", "gesprek", "factoren", "praktijk", "opvoedvraag", "beslis", "lijst",
        "overzicht",
        "bewijs", "telling", "samenwerken", "begrip", "catalogus", "help", "aanvulling",
    ]

    /// The long options that a command's help names.
    private func options(of command: String) throws -> [String] {
        try Run(command, "--help").lines.flatMap { $0.split { !($0.isLetter || $0 == "-") }.prefix(2) }.filter { $0.hasPrefix("--") }.map {
            String($0)
        }
    }

    @Test(arguments: ["bash", "zsh", "fish", "man"])
    func everyCommandAndOptionOfTheHelpIsThere(shell: String) throws {
        let run = try Run("aanvulling", shell)
        #expect(run.ending == .found)
        #expect(run.error == "")
        for command in CompletionCommandTests.commands {
            #expect(run.output.contains(command))
            for option in try options(of: command) {
                let written =
                    switch shell {
                    case "fish": "-l \(option.dropFirst(2)) "
                    case "man": option.replacing("-", with: "\\-")
                    default: option
                    }
                #expect(run.output.contains(written), "\(command) \(option)")
            }
        }
    }

    @Test(
        arguments: ["bash", "zsh", "fish"],
        ["kopp-kov", "goed-onderbouwd", "vragenlijst", "onderwijs", "vertrouwen-en-respect", "houding", "xlsx"])
    func listsThatSeldomChangeStandInTheScript(shell: String, word: String) throws {
        #expect(try Run("aanvulling", shell).output.contains(word))
    }

    @Test func theToolsAreThoseOfTheCatalogue() throws {
        let run = try Run("aanvulling", "waarden", "middel")
        let words = run.lines.map { String($0.prefix { $0 != "\t" }) }
        #expect(Set(words) == Set(Project.tools))
        #expect(words.count == Project.tools.count)
        #expect(run.lines.contains("sdq\tStrengths and Difficulties Questionnaire, signaleringsinstrument"))
    }

    @Test(arguments: [
        ("SD", ["SDQ"]), ("Talk", ["Talk 'n Joy"]), ("sdq", []), ("Triple P (", ["Triple P (pubers)"]), ("xyzzy", []), ("", []),
    ])
    func namesAreListedWhenTheyBeginAsTyped(typed: String, names: [String]) throws {
        let words = try Run("aanvulling", "waarden", "middel", typed).lines.map { String($0.prefix { $0 != "\t" }) }
        #expect(words.filter { !Project.tools.contains($0) } == names)
    }

    @Test func wordsAreListedAsWell() throws {
        let words = try Run("aanvulling", "waarden", "begrip").lines.map { $0.prefix { $0 != "\t" } }
        #expect(words.contains("COTAN"))
        #expect(try Run("aanvulling", "waarden", "onzin").ending == .nothingFound)
    }

    @Test(arguments: [
        (["aanvulling"], "`aanvulling` wil nog weten: bash|zsh|fish|man"),
        (["aanvulling", "bahs"], "`aanvulling` kent ‘bahs’ niet; bedoelt u bash? Kies uit: bash, zsh, fish, man"),
        (["aanvulling", "powershell"], "`aanvulling` kent ‘powershell’ niet; kies uit: bash, zsh, fish, man"),
        (["aanvulling", "bash", "zsh"], "`aanvulling` krijgt er één: bash, zsh, fish, man"),
    ])
    func aWrongWordGetsOneClearLine(words: [String], message: String) throws {
        let run = try Run(words)
        #expect(run.ending == .usage)
        #expect(run.output == "")
        #expect(run.error.hasPrefix("wegwijzer: \(message)"))
        #expect(run.error.count { $0 == "\n" } == 1)
    }

    @Test func theManualPageTellsVersionAndDate() throws {
        let version = try Run("--versie").output
        let title = try #require(try Run("aanvulling", "man").lines.first)
        let words = version.split { !($0.isNumber || $0 == "." || $0 == "-") }.filter { $0.first?.isNumber == true }
        #expect(words.count == 2)
        for word in words { #expect(title.replacing("\\-", with: "-").contains(word)) }
    }
}
