import Catalog
import Decision
import JSON
import Search
import Storage

/// Why a catalogue could not be loaded.
public enum LoadFailure: Error, Sendable {
    /// Its files hold faults: all that were found.
    case invalid([Fault])
    /// A file could not be read.
    case unreadable(FileFailure)
    /// A built catalogue is damaged or of another version.
    case snapshot(path: String, SnapshotError)
}

/// A directory of JSON files, read into a catalogue.
public struct CatalogDirectory {
    private let path: String
    private var faults: [Fault] = []
    private var data = CatalogData()
    /// Where each tool was defined, to report a second definition.
    private var toolFiles: [String: JSONFile] = [:]
    /// The ids that the names of the tools' files promise, also of files that cannot be read.
    private var promised: Set<String> = []
    private var files: [JSONFile] = []
    /// Whether the references are known, so that a reference can be missed.
    private var knowsReferences = true
    /// Whether this is a whole catalogue, so that a row can be missed.
    private let isWhole: Bool

    private init(path: String, isWhole: Bool) {
        self.path = path
        self.isWhole = isWhole
    }

    /// Reads and checks a whole catalogue.
    /// - Throws: `LoadFailure` with every fault found.
    public static func load(_ path: String) throws(LoadFailure) -> CatalogData {
        try whole(path).data
    }

    /// The files of a whole catalogue that holds no faults, each by its name in the directory.
    /// - Throws: `LoadFailure` with every fault found.
    static func files(_ path: String) throws(LoadFailure) -> [(name: String, tree: JSONNode)] {
        try whole(path).directory.files.compactMap { file in
            file.tree.map { (String(file.name.dropFirst(path.count + 1)), $0) }
        }
    }

    private static func whole(_ path: String) throws(LoadFailure) -> (directory: CatalogDirectory, data: CatalogData) {
        var directory = CatalogDirectory(path: path, isWhole: true)
        try directory.refuseAddition()
        try directory.readCommonFiles()
        try directory.readTools()
        try directory.findMisplaced()
        let data = try directory.checked()
        return (directory, data)
    }

    /// Reads a directory that adds tools, references and sources to a catalogue.
    /// - Throws: `LoadFailure` with every fault found.
    public static func load(_ path: String, addingTo base: CatalogData) throws(LoadFailure) -> CatalogData {
        var directory = CatalogDirectory(path: path, isWhole: false)
        directory.data = base
        try directory.readAddedFiles()
        try directory.readTools()
        try directory.findMisplaced()
        if directory.toolFiles.isEmpty, directory.files.allSatisfy({ $0.faults.isEmpty }) {
            let message = "hier staan geen middelen; een aanvulling heeft bestanden in de map instruments of interventions"
            throw .invalid([Fault(file: path, message: message)])
        }
        return try directory.checked()
    }

    private func stands(_ name: String) -> Bool { (try? Files.kind(of: "\(path)/\(name)")) != nil }

    /// Says of a folder that only adds to a catalogue that it does: what it lacks is no fault.
    private func refuseAddition() throws(LoadFailure) {
        guard !stands("target-groups.json"), !stands("vocabulary.json"), stands("instruments") || stands("interventions") else { return }
        let message = "dit is geen hele catalogus, maar een aanvulling; gebruik --aanvulling-catalogus \(path)"
        throw .invalid([Fault(file: path, message: message)])
    }

    /// The folders that belong in a catalogue; the programs that help to write one read the schemas.
    private static let folders = ["instruments", "interventions", "schema"]

    /// Reports files that nothing reads because they stand in the wrong place, or bear the wrong name.
    private mutating func findMisplaced() throws(LoadFailure) {
        let advice = "een middel staat in de map instruments of interventions"
        for name in try names(in: ".") where !CatalogDirectory.folders.contains(name) {
            let isFolder = (try? Files.kind(of: "\(path)/\(name)")) == .directory
            if isFolder, (try? Files.names(in: "\(path)/\(name)"))?.contains(where: { $0.hasSuffix(".json") }) == true {
                faults.append(Fault(file: "\(path)/\(name)", message: "deze map wordt niet gelezen; \(advice)"))
            } else if !isFolder, name.hasSuffix(".json"), !files.contains(where: { $0.name == "\(path)/\(name)" }) {
                faults.append(Fault(file: "\(path)/\(name)", message: "dit bestand wordt niet gelezen; \(advice)"))
            }
        }
    }

    private mutating func open(_ name: String, required: Bool) throws(LoadFailure) -> JSONFile? {
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try Files.read("\(path)/\(name)")
        } catch {
            if !required, (try? Files.kind(of: "\(path)/\(name)")) == nil { return nil }
            throw .unreadable(error)
        }
        let file = JSONFile(name: "\(path)/\(name)", bytes: bytes)
        files.append(file)
        return file
    }

    /// The root object of a file that must be there.
    private mutating func root(_ name: String, required: Bool = true) throws(LoadFailure) -> JSONObject? {
        try open(name, required: required)?.root()
    }

    /// Ends the reading when a file that others are checked against is at fault: one fault would show up as hundreds.
    private func stopAtFaults() throws(LoadFailure) {
        let faults = files.flatMap { $0.faults }
        guard faults.isEmpty else { throw .invalid(faults) }
    }

    private mutating func readCommonFiles() throws(LoadFailure) {
        if let object = try root("catalog.json") {
            data.info = CatalogInfo(object)
            object.finish()
        }
        try stopAtFaults()
        let sources = data.info.sources.map { $0.id }
        if let object = try root("target-groups.json") {
            data.targetGroups = object.objects("targetGroups", required: true) { TargetGroup($0, sources: sources) }
            object.finish()
        }
        if let object = try root("evidence-scales.json") {
            data.scales = Scales(object)
            object.finish()
        }
        try stopAtFaults()
        try readParenting(sources: sources)
        if let object = try root("vocabulary.json") {
            data.vocabulary = Vocabulary(
                object, groups: data.targetGroups.map { $0.id }, scales: data.scales, subjects: data.parenting.subjects)
            object.finish()
        }
        try stopAtFaults()
        if let object = try root("ordinary.json") {
            data.dutchWords = DutchWordList(object).entries
            object.finish()
        }
        if let object = try root("ranking.json") {
            data.weights = Weights(object)
            object.finish()
        }
        try readGuides(sources: sources)
        if let object = try root("decision-schema.json") {
            data.decision = DecisionSchema(object, sources: sources, notices: data.vocabulary.notices.map { $0.id })
            object.finish()
        }
        try readReferences(required: true)
    }

    private mutating func readGuides(sources: [String]) throws(LoadFailure) {
        let words = GuideWords(
            sources: sources, settings: data.vocabulary.settings.map { $0.id },
            tags: Guide.people + GuideWords.sorts + data.targetGroups.map { $0.id })
        for id in Guide.ids {
            guard let object = try root("\(id).json") else { continue }
            data.guides.append(Guide(object, allowed: words))
            object.finish()
        }
        if let object = try root("terms.json") {
            _ = object.text("title")
            _ = object.text("about")
            data.glossary = object.objects("terms", required: true) { GlossaryTerm($0, sources: sources) }
            object.finish()
        }
        if let object = try root("life-domains.json") {
            data.lifeDomains = LifeDomains(object, sources: sources)
            object.finish()
        }
        if let object = try root("cooperation.json") {
            data.cooperation = Cooperation(object, sources: sources)
            object.finish()
        }
    }

    private mutating func readParenting(sources: [String]) throws(LoadFailure) {
        if let object = try root("development-phases.json") {
            data.parenting.readPhases(object, sources: sources)
            object.finish()
        }
        if let object = try root("parenting-questions.json") {
            data.parenting.readQuestions(object, sources: sources)
            object.finish()
        }
        try stopAtFaults()
    }

    private mutating func readAddedFiles() throws(LoadFailure) {
        if let object = try root("catalog.json", required: false) {
            let sources = object.objects("sources") { Source($0) }
            for source in sources where data.info.sources.contains(where: { $0.id == source.id }) {
                object.report("de bron \"\(source.id)\" bestaat al", at: "sources")
            }
            data.info.sources += sources
            object.finish()
        }
        try stopAtFaults()
        try readReferences(required: false)
    }

    private mutating func readReferences(required: Bool) throws(LoadFailure) {
        guard let file = try open("references.json", required: required) else { return }
        guard let object = file.root() else {
            knowsReferences = false
            return
        }
        var known = Set(data.references.map { $0.id })
        data.references += object.objects("references", required: true) { entry in
            let reference = Reference(entry)
            if !reference.id.isEmpty, !known.insert(reference.id).inserted {
                entry.report("de verwijzing \"\(reference.id)\" bestaat al", at: "id")
            }
            return reference
        }
        object.finish()
    }

    private mutating func readTools() throws(LoadFailure) {
        let allowed = AllowedWords(
            groups: data.targetGroups.map { $0.id }, aimedAt: data.vocabulary.aimedAt.map { $0.id },
            forms: data.vocabulary.forms.map { $0.id }, settings: data.vocabulary.settings.map { $0.id },
            populations: data.vocabulary.populations.map { $0.id },
            levels: (data.scales.instruments.map { $0.id }, data.scales.interventions.map { $0.id }),
            cotan: data.scales.cotan.map { $0.id }, recognition: data.scales.recognition.map { $0.id },
            basis: data.scales.basis.map { $0.id }, needs: data.vocabulary.needs.map { $0.id },
            sources: data.info.sources.map { $0.id }, mainSource: data.info.mainSource)
        for (folder, kind) in [("instruments", Kind.instrument), ("interventions", .intervention)] {
            for name in try names(in: folder) {
                guard name.hasSuffix(".json") else {
                    faults.append(Fault(file: "\(path)/\(folder)/\(name)", message: "in deze map horen alleen .json-bestanden"))
                    continue
                }
                promised.insert(String(name.dropLast(".json".count)))
                guard let file = try open("\(folder)/\(name)", required: true), let object = file.root() else { continue }
                let tool = Tool(object, kind: kind, allowed: allowed)
                if Tool.isWellFormed(id: tool.id), "\(tool.id).json" != name {
                    object.report("het id is \"\(tool.id)\", maar het bestand heet \(name); geef ze dezelfde naam", at: "id")
                }
                add(tool, object: object, file: file)
                object.finish()
            }
        }
    }

    private func names(in folder: String) throws(LoadFailure) -> [String] {
        do throws(FileFailure) {
            return try Files.names(in: "\(path)/\(folder)")
        } catch {
            if (try? Files.kind(of: path)) == .directory, (try? Files.kind(of: "\(path)/\(folder)")) == nil { return [] }
            throw .unreadable(error)
        }
    }

    private mutating func add(_ tool: Tool, object: JSONObject, file: JSONFile) {
        // Without an id, which is reported already, it cannot be told from another.
        guard !tool.id.isEmpty else { return }
        guard let existing = data.tools.firstIndex(where: { $0.id == tool.id }) else {
            data.tools.append(tool)
            toolFiles[tool.id] = file
            return
        }
        if let other = toolFiles[tool.id] {
            object.report("het id \"\(tool.id)\" bestaat al, in \(other.name)", at: "id")
        } else if tool.replaces {
            data.tools[existing] = tool
            toolFiles[tool.id] = file
        } else {
            object.report(
                "het id \"\(tool.id)\" bestaat al in de catalogus; kies een ander id, of schrijf \"replaces\": true om het te vervangen",
                at: "id")
        }
    }

    /// The catalogue, if nothing was wrong with it.
    private mutating func checked() throws(LoadFailure) -> CatalogData {
        faults += files.flatMap { $0.faults }
        let others = CrossChecks(
            data: data, toolFiles: toolFiles.mapValues { $0.name }, path: path, promised: promised,
            missesReferences: knowsReferences, missesRows: isWhole && faults.isEmpty
        ).faults()
        if !others.isEmpty {
            let named = Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
            faults += others.map { named[$0.file]?.located($0) ?? $0 }
        }
        guard faults.isEmpty else { throw .invalid(faults) }
        data.tools.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        data.references.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        return data
    }
}
