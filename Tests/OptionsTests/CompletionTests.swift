import Options
import Testing

/// What the shells' scripts say; `.ci/shell.sh` tries them in the shells.
@Suite struct CompletionTests {
    /// A program with everything that a script must get right.
    private static let program = Program(
        name: "proef", summary: "een proef.",
        groups: [
            (
                "Doen",
                [
                    Command(
                        "maak", summary: "Maakt 't ding: [klein] of groot.",
                        operand: Operand("DING", count: 1...3, completes: .words(["stoel", "tafel"]), .asked("ding"), help: "Wat."),
                        options: [
                            Option(
                                "kleur", short: "k", .text("KLEUR"), completes: .list("kleur"), repeats: true, help: "De kleur: 'n woord."),
                            Option("uit", .text("BESTAND"), completes: .file, help: "Waarheen."),
                            Option("vorm", .choice(["rond", "vier kant"]), help: "De vorm."), Option("stil", .flag, help: "Zegt niets."),
                        ]),
                    Command(
                        "toon", summary: "Toont.",
                        options: [
                            Option("uit", .text("MAP"), completes: .directory, help: "Waarheen."),
                            Option("velden", .text("A,B"), completes: .sequence("kleur"), help: "Welke."),
                        ]),
                ]
            )
        ], options: [Option("versie", .flag, help: "Noemt de versie.")], standard: "maak", epilogue: "")

    private static var script: CompletionScript {
        CompletionScript(program, asking: "aanvulling waarden") { list in
            list == "kleur" ? [Suggestion("rood", help: "als bloed"), Suggestion("blauw: 'n (\"licht\") $x\\", help: "[zee]: a")] : []
        }
    }

    @Test(arguments: [
        "'') options=(--versie) ;;", "maak) options=(-k --kleur --uit --vorm --stil) ;;", "toon) options=(--uit --velden) ;;",
        // What means the same everywhere is one line; --uit does not.
        "*' --kleur' | *' -k') fill=(list kleur) ;;", "'maak --uit') fill=(file) ;;", "'toon --uit') fill=(directory) ;;",
        "*' --vorm') fill=(words rond 'vier kant') ;;", "*' --velden') fill=(sequence kleur) ;;",
        "'maak 0') fill=(words stoel tafel) ;;", "'maak '*) fill=(list ding) ;;",
        #"kleur) printf '%s\n' rood 'blauw: '\''n ("licht") $x\' ;;"#, #""$program" aanvulling waarden "$1" "$2""#,
        "complete -F _proef proef",
    ])
    func bashKnowsEverything(line: String) {
        #expect(CompletionTests.script.bash().contains(line))
    }

    @Test func bashKnowsNoValueForAFlag() {
        #expect(!CompletionTests.script.bash().contains(" --stil')"))
    }

    @Test(arguments: [
        "#compdef proef\n", #"'maak:Maakt '\''t ding: [klein] of groot.'"#, "'rood:als bloed'",
        #"'blauw\: '\''n ("licht") $x\\:[zee]: a'"#, #"'*--kleur=[De kleur\: '\''n woord]:KLEUR: _proef_list kleur'"#,
        #"'*-k+[De kleur\: '\''n woord]:KLEUR: _proef_list kleur'"#, "'--uit=[Waarheen]:BESTAND:_files'",
        "'--uit=[Waarheen]:MAP:_files -/'",
        #"'--vorm=[De vorm]:vorm:(rond vier\ kant)'"#, "'--stil[Zegt niets]'", "'1:DING:(stoel tafel)'", "'*:DING: _proef_list ding'",
        "_call_program $1 $service aanvulling waarden $1", "compdef _proef proef",
    ])
    func zshKnowsEverything(line: String) {
        #expect(CompletionTests.script.zsh().contains(line))
    }

    @Test(arguments: [
        #"-a maak -d 'Maakt \'t ding: [klein] of groot.'"#, #"rood\t'als bloed' 'blauw: \'n ("licht") $x\\'\t'[zee]: a'"#,
        #"'__proef_is maak' -s k -l kleur -x -a '(__proef_list kleur)' -d 'De kleur: \'n woord'"#,
        "'__proef_is maak' -l uit -r -F -d Waarheen", "'__proef_is toon' -l uit -x -a '(__fish_complete_directories)' -d Waarheen",
        #"-l vorm -x -a 'rond \'vier kant\'' -d 'De vorm'"#, "'__proef_is maak' -l stil -d 'Zegt niets'",
        #"-l velden -x -a '(__fish_complete_list , "__proef_list kleur")'"#, "'__proef_at maak -eq 0' -x -a 'stoel tafel'",
        "'__proef_at maak -ge 1' -x -a '(__proef_list ding)'", "case --kleur -k --uit --vorm --velden",
    ])
    func fishKnowsEverything(line: String) {
        #expect(CompletionTests.script.fish().contains(line))
    }
}
