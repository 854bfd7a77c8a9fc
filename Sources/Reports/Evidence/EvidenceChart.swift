import Catalog
import Documents
import Search
import Storage

extension EvidenceReport {
    /// Stacked bars for a terminal.
    /// - Parameter width: how many columns it has.
    public func bars(width: Int) -> String {
        var text = ""
        for kind in kinds {
            let own = lines.filter { $0.kind == kind && $0.group != nil }
            let label = own.map { DisplayText.width($0.group?.name ?? "") }.max() ?? 0
            let most = own.map { $0.counts(counting).reduce(0, +) }.max() ?? 0
            // One sign a tool, unless the longest bar would not fit.
            let room = max(10, width - label - 8)
            // Every level that there is shows, so that rounding may add a sign for each.
            let (signs, counted) = most > room ? (max(1, room - levels(kind).count), most) : (1, 1)
            text += DisplayText.fitted("\(kind.heading), \(counting.rawValue)", width: width) + "\n"
            for line in own {
                let name = line.group?.name ?? ""
                let counts = line.counts(counting)
                let bar = zip(counts, Self.letters).map { String(repeating: $1, count: ($0 * signs + counted - 1) / counted) }.joined()
                let padding = String(repeating: " ", count: max(0, label - DisplayText.width(name)))
                text += "\(DisplayText.clean(name))\(padding)  \(bar)\(bar.isEmpty ? "–" : "") \(counts.reduce(0, +))\n"
            }
            text += "\n" + DisplayText.fitted(legend(kind), width: width) + "\n"
        }
        return text
    }

    // MARK: SVG

    /// A chart of stacked bars, legible in grey and to the colour-blind: every part has its letter, and a text says it all.
    public func svg() -> String {
        let width = 1000
        var body = ""
        var top = 64
        for kind in kinds {
            let levels = levels(kind)
            let own = lines.filter { $0.kind == kind && $0.group != nil }
            let most = max(1, own.map { $0.counts(counting).reduce(0, +) }.max() ?? 1)
            body += svgText(24, top, "\(kind.heading) (\(counting.rawValue))", size: 18, weight: "bold")
            top += 20
            for line in own {
                body += bar(line, levels, top: top, unit: Double(width - 24 - 300 - 60) / Double(most))
                top += 34
            }
            top += 12
            let (legend, end) = self.legend(levels, top: top)
            body += legend
            top = end + 48
        }
        let height = top
        let heading = "Bewijsniveaus per doelgroep"
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" aria-labelledby="titel beschrijving" font-family="Arial, Helvetica, sans-serif">
            <title id="titel">\(heading)</title>
            <desc id="beschrijving">\(HTML.escaped(description))</desc>
            <rect width="\(width)" height="\(height)" fill="#ffffff"/>
            \(svgText(24, 34, heading, size: 22, weight: "bold"))\(body)\(svgText(24, height - 14, "Catalogus van \(context.info.date); \(context.info.source(context.info.mainSource)?.dated ?? "").", size: 12, weight: "normal"))</svg>

            """
    }

    /// Judgements from dark for strong to light for weak, so that the order survives in print; what is no judgement is grey.
    private static let judged = ["#0b2545", "#13457a", "#2a6f97", "#7fb2d1", "#a9cfe3", "#cfe5f1"]
    private static let open = ["#b3b3b3", "#d0d0d0", "#ececec"]

    private func fill(_ place: Int, _ levels: [Level]) -> (fill: String, ink: String) {
        let isJudged = levels[place].judgement
        let before = levels[..<place].count { $0.judgement == isJudged }
        let fills = isJudged ? Self.judged : Self.open
        return (fills[min(before, fills.count - 1)], isJudged && before < 3 ? "#ffffff" : "#000000")
    }

    private func bar(_ line: Line, _ levels: [Level], top: Int, unit: Double) -> String {
        let counts = line.counts(counting)
        let total = counts.reduce(0, +)
        var text = svgText(24, top + 18, line.group?.name ?? "", size: 14, weight: "normal")
        var left = 300.0
        for (place, count) in counts.enumerated() where count > 0 {
            let size = Double(count) * unit
            let (fill, ink) = fill(place, levels)
            text +=
                "<rect x=\"\(tenths(left))\" y=\"\(top)\" width=\"\(tenths(size))\" height=\"26\" fill=\"\(fill)\" stroke=\"#000000\" stroke-width=\"1\"/>\n"
            // A number needs room; a letter alone needs less.
            let label = size >= 34 ? "\(Self.letters[place]) \(count)" : size >= 12 ? Self.letters[place] : ""
            if !label.isEmpty {
                text +=
                    "<text x=\"\(tenths(left + size / 2))\" y=\"\(top + 18)\" font-size=\"13\" text-anchor=\"middle\" fill=\"\(ink)\">\(label)</text>\n"
            }
            left += size
        }
        return text + svgText(Int(left) + 8, top + 18, total == 0 ? "geen" : "\(total)", size: 14, weight: "bold")
    }

    /// What the letters mean, in rows of three.
    private func legend(_ levels: [Level], top: Int) -> (String, Int) {
        var text = ""
        for (place, level) in levels.enumerated() {
            let (left, row) = (24 + place % 3 * 320, top + place / 3 * 26)
            let (fill, ink) = fill(place, levels)
            text += "<rect x=\"\(left)\" y=\"\(row)\" width=\"22\" height=\"20\" fill=\"\(fill)\" stroke=\"#000000\"/>\n"
            text +=
                "<text x=\"\(left + 11)\" y=\"\(row + 15)\" font-size=\"13\" text-anchor=\"middle\" fill=\"\(ink)\">\(Self.letters[place])</text>\n"
            text += svgText(left + 30, row + 15, level.name, size: 13, weight: "normal")
        }
        return (text, top + (levels.count + 2) / 3 * 26)
    }

    private func svgText(_ x: Int, _ y: Int, _ text: String, size: Int, weight: String) -> String {
        "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\" font-weight=\"\(weight)\" fill=\"#000000\">\(HTML.escaped(text))</text>\n"
    }

    /// A number with one decimal, as SVG reads it.
    private func tenths(_ value: Double) -> String {
        let tenths = Int(value * 10 + 0.5)
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// The chart in words.
    private var description: String {
        kinds.map { kind in
            let parts = lines.filter { $0.kind == kind && $0.group != nil }.map { line in
                let counts = zip(levels(kind), line.counts(counting)).filter { $0.1 > 0 }.map { "\($0.1) \($0.0.name)" }
                return "\(line.group?.name ?? ""): \(counts.isEmpty ? "geen" : counts.joined(separator: ", "))"
            }
            return "\(kind.plural), \(counting.rawValue). " + parts.joined(separator: "; ") + "."
        }.joined(separator: " ")
    }
}

/// The two scales of evidence, and what is said beside them, explained.
public struct ScaleReport: Sendable {
    private let scales: [(kind: Kind, levels: [Level])]
    private let others: [(heading: String, terms: [Term])]
    private let info: CatalogInfo

    /// The scales of both kinds.
    public init(_ search: Search) throws(SnapshotError) {
        var scales: [(kind: Kind, levels: [Level])] = []
        for kind in Kind.allCases { scales.append((kind, try search.snapshot.levels(of: kind))) }
        self.scales = scales
        others = [
            ("Wat de bron over de COTAN zegt", try search.snapshot.items(.cotan, as: Term.self)),
            ("Wat de bron over een erkenning zegt", try search.snapshot.items(.recognition, as: Term.self)),
            ("Waar een niveau op rust", try search.snapshot.items(.basis, as: Term.self)),
        ]
        info = try search.snapshot.record(.info, as: CatalogInfo.self)
    }

    /// The scales for people.
    /// - Parameter width: how many columns the terminal has; nil when lines may be as long as they like.
    public func text(width: Int?) -> String { document.text(width: width) }

    /// The scales as Markdown.
    public func markdown() -> String { document.markdown() }

    /// The scales, level by level, with what each means and when it is given.
    public var document: Document {
        var page = Document()
        page.title("De bewijsniveaus")
        page.paragraph(
            "Er zijn twee schalen, elk van sterk naar zwak: één voor hoe goed een instrument meet, één voor wat een interventie uitricht. Ze zijn niet met elkaar te vergelijken."
        )
        for scale in scales {
            page.heading(scale.kind == .instrument ? "Psychometrische kwaliteit van instrumenten" : "Effectiviteit van interventies")
            for level in scale.levels {
                page.field(level.name, level.meaning)
                page.subitem("Wanneer: \(level.rule)")
            }
        }
        for other in others {
            page.heading(other.heading)
            for term in other.terms { page.field(term.name, term.meaning) }
        }
        page.section(
            "Wat een niveau niet zegt",
            [
                "Een hoog niveau is geen belofte: het geldt voor wie en waar het is onderzocht, en niet vanzelf voor een ander kind, een andere groep of een andere plaats.",
                "Geen bewijs is geen bewijs dat iets niet werkt. ‘Onbekend’ en ‘in onderzoek’ zijn geen oordeel; daarom staan zij bij instrumenten boven ‘onvoldoende’.",
                "Een niveau vervangt uw eigen oordeel en dat van het gezin niet. Lees altijd de uitspraak die erachter staat: `wegwijzer toon NAAM`.",
                info.evidenceAdvice,
            ])
        return page
    }
}
