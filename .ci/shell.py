"""Types command lines in the real shells, presses the tab key, and looks at what they offer and at what they fill in.

Usage: shell.py PROGRAM DIRECTORY
"""
import fcntl, os, pathlib, pty, select, shutil, struct, subprocess, sys, termios, time

program, work = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
shutil.rmtree(work, ignore_errors=True)
(work / "bin").mkdir(parents=True)
(work / "files/folder").mkdir(parents=True)
(work / "files/een bestand.json").touch()
offered, done, received = work / "offered", work / "done", work / "received"

# In place of the program: it tells which words reached it, and asks the program itself only for lists.
stand_in = work / "bin/wegwijzer"
stand_in.write_text(f"""#!/bin/sh
if [ "$1" = aanvulling ]; then exec '{program}' "$@"; fi
printf '%s\\0' "$@" > '{received}.part'
mv '{received}.part' '{received}'
""")
stand_in.chmod(0o755)

PREPARATION = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], f"""
source '{work}/wegwijzer.bash'
_probe() {{ _wegwijzer "$@"; printf '%s\\n' "${{COMPREPLY[@]}}" > '{offered}'; }}
eval "$(complete -p wegwijzer | sed 's/-F _wegwijzer/-F _probe/')"
bind 'set completion-query-items 0'; bind 'set page-completions off'; bind 'set enable-bracketed-paste off'
bind -x '"\\C-x\\C-p": echo > {done}'
"""),
    "zsh": (["zsh", "-f", "-i"], f"""
fpath=('{work}/zsh' $fpath); autoload -Uz compinit; compinit -u -d '{work}/zcompdump'; LISTMAX=100000; unsetopt beep
compadd() {{
  if (( ! $@[(I)-*[OAD]] )); then local -a hits; builtin compadd -O hits "$@"; (( $#hits == 0 )) || print -rl -- $hits >> '{offered}'; fi
  builtin compadd "$@"
}}
_done() {{ print > '{done}' }}; zle -N _done; bindkey '^X^P' _done
"""),
    "fish": (["fish", "--no-config", "-i"], f"""
source '{work}/wegwijzer.fish'; function fish_prompt; echo '> '; end; function fish_greeting; end; set fish_autosuggestion_enabled 0
bind \\cx\\cp 'echo > {done}'
"""),
}


class Shell:
    """A shell at a terminal, with the completions installed."""

    def __init__(self, name):
        self.name = name
        words, preparation = PREPARATION[name]
        environment = {
            "PATH": f"{work}/bin:/usr/bin:/bin", "HOME": str(work), "TERM": "xterm", "LC_ALL": "C.UTF-8", "INPUTRC": "/dev/null", "PS1": "> ",
            "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work),
        }
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(work / "files")
            os.execvpe(words[0], words, environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 1000, 200, 0, 0))
        (work / f"prepare.{name}").write_text(preparation)
        done.unlink(missing_ok=True)
        self.type(f"source {work}/prepare.{name}\r")
        for attempt in range(100):
            self.settle(0.1)
            self.type("\x18\x10")
            self.settle(0.1)
            if done.exists():
                break
        self.type("\x15")
        self.settle(0.1)

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def settle(self, seconds=0.05):
        """Reads what is drawn, until nothing is for a while."""
        while select.select([self.terminal], [], [], seconds)[0]:
            if not os.read(self.terminal, 65536):
                return

    def wait(self, file):
        """Whether a file comes into being; if not, what is on the line is given up."""
        end = time.monotonic() + 40
        while not file.exists():
            self.settle(0.01)
            if time.monotonic() > end:
                self.type("\x03\x15")
                self.settle()
                return False
        return True

    def press_tab(self, line):
        for file in (offered, done, received):
            file.unlink(missing_ok=True)
        self.type(line + "\t")
        self.settle()
        self.type("\x18\x10")
        if not self.wait(done):
            raise SystemExit(f"{self.name} does not answer after {line!r}")

    def offers(self, line):
        """What is offered after a line."""
        if self.name == "fish":
            script = f"source '{work}/wegwijzer.fish'; complete -C $argv[1]"
            environment = {"PATH": f"{work}/bin:/usr/bin:/bin", "HOME": str(work), "LC_ALL": "C.UTF-8"}
            found = subprocess.run(["fish", "--no-config", "-c", script, line], cwd=work / "files", env=environment, capture_output=True, text=True)
            if found.stderr:
                raise SystemExit(f"fish says: {found.stderr}")
            return {row.split("\t")[0].split("=")[-1] for row in found.stdout.splitlines()}
        self.press_tab(line)
        self.type("\x15")
        self.settle()
        return {row for row in offered.read_text().splitlines() if row} if offered.exists() else set()

    def receives(self, line):
        """The words that reach the program when the tab key completes a line and Enter runs it."""
        self.press_tab(line)
        self.type("\r")
        if not self.wait(received):
            return None
        self.settle()
        # zsh takes a slash back that it put behind a directory.
        return [word.rstrip("/") for word in received.read_bytes().decode().split("\0")[:-1]]

    def end(self):
        os.close(self.terminal)
        os.waitpid(self.process, 0)


(work / "zsh").mkdir()
for name, target in (("bash", "wegwijzer.bash"), ("zsh", "zsh/_wegwijzer"), ("fish", "wegwijzer.fish")):
    (work / target).write_bytes(subprocess.run([program, "aanvulling", name], check=True, capture_output=True).stdout)
    subprocess.run([name, "-n", work / target], check=True)

groups = {"kopp-kov", "kvbo", "18-jaar", "intergenerationeel", "armoede", "eenouder", "mantelzorg", "migratie"}
# The line, and all that must be offered.
EXACTLY = [
    ("wegwijzer zo", {"zoek"}),
    ("wegwijzer be", {"beslis", "bewijs", "begrip"}),
    ("wegwijzer --v", {"--versie"}),
    ("wegwijzer zoek --niet-", {"--niet-soort", "--niet-doelgroep", "--niet-gericht-op", "--niet-vorm", "--niet-setting", "--niet-erkenning", "--niet-rust-op"}),
    ("wegwijzer KOPP --uitl", {"--uitleg"}),
    ("wegwijzer zoek --doelgroep ", groups),
    ("wegwijzer lijst --soort interventie --niet-doelgroep ", groups),
    ("wegwijzer lijst --doelgroep=k", {"kopp-kov", "kvbo"}),
    ("wegwijzer lijst --formaat nd", {"ndjson"}),
    ("wegwijzer zoek KOPP --formaat ", {"tabel", "json"}),
    ("wegwijzer zoek --niveau goed", {"goed", "goede-aanwijzingen", "goed-onderbouwd"}),
    ("wegwijzer zoek --gericht-op oud", {"ouder"}),
    ("wegwijzer zoek --vorm vragenl", {"vragenlijst"}),
    ("wegwijzer gesprek --setting onderw", {"onderwijs"}),
    ("wegwijzer gesprek --met ", {"ouder", "jeugdige"}),
    ("wegwijzer samenwerken --element vertr", {"vertrouwen-en-respect"}),
    ("wegwijzer beslis --achtergrond hou", {"houding"}),
    ("wegwijzer beslis --schema m", {"mermaid", "md"}),
    ("wegwijzer toon sdq", {"sdq"}),
    ("wegwijzer vergelijk sdq eigen-kracht", {"eigen-kracht-conferentie"}),
    ("wegwijzer help tell", {"telling"}),
    ("wegwijzer bewijs u", {"uitleg"}),
    ("wegwijzer bewijs --soort interventie u", {"uitleg"}),
    ("wegwijzer catalogus ", {"controleer", "bouw", "verschil", "nieuw", "bronnen"}),
    ("wegwijzer aanvulling ", {"bash", "zsh", "fish", "man"}),
    ("wegwijzer zoek ", set()),
    ("wegwijzer zoek -n ", set()),
    ("wegwijzer zoek --leeftijd ", set()),
]
# The line, and the words that the program must receive once it is completed.
FILLED_IN = [
    ("wegwijzer zo", ["zoek"]),
    ("wegwijzer zoek KOPP --uitl", ["zoek", "KOPP", "--uitleg"]),
    ("wegwijzer KOPP --doelg", ["KOPP", "--doelgroep"]),
    ("wegwijzer toon SD", ["toon", "SDQ"]),
    ("wegwijzer toon Triple\\ P\\ \\(p", ["toon", "Triple P (pubers)"]),
    ("wegwijzer toon 'Triple P (p", ["toon", "Triple P (pubers)"]),
    ("wegwijzer toon Triple\\ P:\\ Po", ["toon", "Triple P: Positief Pedagogisch Programma niveau 4 en 5"]),
    ("wegwijzer toon \"Triple P: Po", ["toon", "Triple P: Positief Pedagogisch Programma niveau 4 en 5"]),
    ("wegwijzer toon Talk", ["toon", "Talk 'n Joy"]),
    ("wegwijzer toon \"Talk", ["toon", "Talk 'n Joy"]),
    ("wegwijzer toon 'Talk", ["toon", "Talk 'n Joy"]),
    ("wegwijzer vergelijk sdq --formaat=xl", ["vergelijk", "sdq", "--formaat=xlsx"]),
    ("wegwijzer lijst --uit een", ["lijst", "--uit", "een bestand.json"]),
    ("wegwijzer catalogus bouw een", ["catalogus", "bouw", "een bestand.json"]),
    ("wegwijzer lijst --aanvulling-catalogus fol", ["lijst", "--aanvulling-catalogus", "folder"]),
    ("wegwijzer lijst --kolommen naam,cot", ["lijst", "--kolommen", "naam,cotan"]),
]

faults = 0
for name in PREPARATION:
    shell = Shell(name)
    for line, expected in EXACTLY:
        found = shell.offers(line)
        if found != expected:
            faults += 1
            print(f"{name}: {line!r} offers {sorted(found)}, not {sorted(expected)}", file=sys.stderr)
    # As many tools as there are, and not one more.
    tools = {row.split("\t")[0] for row in subprocess.run([program, "aanvulling", "waarden", "middel"], capture_output=True, text=True).stdout.splitlines()}
    if not tools or shell.offers("wegwijzer toon ") != tools:
        faults += 1
        print(f"{name}: not all {len(tools)} tools are offered", file=sys.stderr)
    for line, expected in FILLED_IN:
        found = shell.receives(line)
        if found != expected:
            faults += 1
            print(f"{name}: {line!r} becomes {found}, not {expected}", file=sys.stderr)
    shell.end()
    print(f"{name}: {len(EXACTLY) + 1} lists, {len(FILLED_IN)} lines filled in")
sys.exit(1 if faults else 0)
