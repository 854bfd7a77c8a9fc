import Options
import Reports

/// `vergelijk`: two to six tools side by side.
enum CompareCommand {
    private static let formats: [DocumentFormat] = [.table, .csv, .xlsx, .markdown, .html, .json]

    static var action: Action {
        Action(
            command: Command(
                "vergelijk", summary: "Zet twee tot zes middelen naast elkaar, en zegt waarin zij verschillen.",
                operand: Operand(
                    "MIDDEL", count: 2...6, completes: .asked("middel"),
                    help: "De naam, de afkorting of het id van een middel; een naam met spaties tussen aanhalingstekens."),
                options: DocumentOutput.options(formats) + SharedOptions.reading,
                examples: ["wegwijzer vergelijk SDQ CBCL", "wegwijzer vergelijk \"Triple P\" VIPP-SD --uit vergelijking.html"]),
            run: run)
    }

    private static func run(_ invocation: Invocation) throws -> Status {
        let output = try DocumentOutput(invocation, formats: formats, otherwise: .table)
        let search = try LoadedCatalog.load(invocation).search
        var tools: [UInt32] = []
        for name in invocation.operands {
            guard let tool = try ShowCommand.tool(named: name, search) else { return .nothingFound }
            if tools.contains(tool) { throw Failure(.usage, "‘\(name)’ staat er al bij; noem verschillende middelen") }
            tools.append(tool)
        }
        let comparison = try Comparison(tools, title: output.title, search)
        if output.format == .json {
            try output.write(Array(comparison.json().utf8))
        } else if let bytes = try output.bytes(of: comparison.report(), date: comparison.date) {
            try output.write(bytes)
        }
        return .found
    }
}
