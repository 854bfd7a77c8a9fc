import Documents
import Reports
import Search

extension Conversation {
    private static let walkHelp = """
        Typ het nummer of het woord van uw antwoord.
        t  een stap terug
        o  waarom deze stap er is, en waarop hij rust
        a  achtergrond bij deze stap
        q  stoppen; u ziet dan wat tot dan toe bekend is
        Bij een uitkomst opent een nummer een middel. Niets van wat u typt wordt bewaard.

        """

    /// `wegwijzer beslis` on a terminal: one question at a time.
    static func hold(_ guide: inout WalkGuide) throws {
        // Where to turn in danger comes before anything else.
        if guide.walk.isInDanger { try Terminal.write(guide.report().understood(width: Terminal.width) + "\n") }
        try Terminal.write(guide.report().introduction(width: Terminal.width))
        if guide.question.ages.isEmpty, guide.walk.steps.isEmpty, !guide.walk.isInDanger {
            guard try learn(&guide) else { return }
        }
        var shown: String?
        while true {
            let report = try guide.report()
            // What has not changed is not shown again after a wrong key.
            let state = "\(guide.walk.steps.count) \(guide.walk.node.id)"
            if shown != state {
                try Terminal.write(
                    "\n" + (guide.walk.hasEnded ? report.text(width: Terminal.width) : report.position(width: Terminal.width)))
                shown = state
            }
            guard let line = try ask(prompt(guide, report)) else {
                try stop(guide, report)
                return
            }
            switch line.split(separator: " ").joined(separator: " ").lowercased() {
            case "": continue
            case let typed where isEnd(typed):
                try stop(guide, report)
                return
            case let typed where isHelp(typed): try Terminal.write(walkHelp)
            case "t", "terug":
                if guide.walk.steps.isEmpty { try say("Dit is het begin.") }
                guide.goBack()
            case "o", "waarom": try Terminal.write("\n" + report.why(width: Terminal.width))
            case "a", "achtergrond": try Terminal.write("\n" + report.backgrounds(width: Terminal.width))
            case let typed where guide.walk.hasEnded: try open(typed, report, guide.search)
            case let typed:
                do {
                    try guide.choose(typed)
                } catch {
                    let count = guide.walk.schema.choices(at: guide.walk.node).count
                    try say("Dat past hier niet. Kies een nummer van 1 tot en met \(count), of t, o, a, ? of q.")
                }
            }
        }
    }

    /// Asks for the age and the subject; false at the end of the input.
    private static func learn(_ guide: inout WalkGuide) throws -> Bool {
        guard let line = try ask("Hoe oud is het kind, en waar gaat de vraag over? Bijvoorbeeld: driftbuien, 3 jaar. Enter slaat dit over.")
        else {
            try Terminal.write("\n")
            return false
        }
        if isEnd(line) { return false }
        if isHelp(line) {
            try Terminal.write(walkHelp)
            return try learn(&guide)
        }
        try guide.learn(line)
        let report = try guide.report()
        if !line.isEmpty { try Terminal.write(report.understood(width: Terminal.width)) }
        return true
    }

    /// What can be typed now.
    private static func prompt(_ guide: WalkGuide, _ report: DecisionReport) -> String {
        let keys = "t terug · o waarom · a achtergrond · ? hulp · q stoppen"
        if guide.walk.hasEnded { return (report.toolIndices.isEmpty ? "" : "nummer opent een middel · ") + keys }
        return "nummer kiest · " + keys
    }

    /// Asks for a line; what can be typed stands above it, fitted to the screen.
    private static func ask(_ prompt: String) throws -> String? {
        try Terminal.ask("\n\(DisplayText.fitted(prompt, width: Terminal.width))> ")
    }

    private static func say(_ sentence: String) throws {
        try Terminal.write(DisplayText.fitted(sentence, width: Terminal.width))
    }

    /// Ends with what is known so far; an outcome has been shown already.
    private static func stop(_ guide: WalkGuide, _ report: DecisionReport) throws {
        try Terminal.write("\n")
        if !guide.walk.hasEnded, !guide.walk.steps.isEmpty { try Terminal.write(report.text(width: Terminal.width)) }
    }

    private static func open(_ typed: String, _ report: DecisionReport, _ search: Search) throws {
        guard let number = Int(typed), report.toolIndices.indices.contains(number - 1) else {
            let tools = report.toolIndices.count
            try say(tools == 0 ? "Kies t, o, a of q." : "Kies een nummer van 1 tot en met \(tools), of t, o, a of q.")
            return
        }
        try open(report.toolIndices[number - 1], search)
    }
}
