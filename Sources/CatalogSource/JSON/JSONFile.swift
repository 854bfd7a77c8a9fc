import Catalog

/// A file of the catalogue while it is being read, and the faults found in it.
final class JSONFile {
    let name: String
    private let bytes: [UInt8]
    private var firstFaults: [Fault] = []
    /// How many faults were found.
    private(set) var faultCount = 0
    /// Nobody reads more, and the messages of a large file full of faults would take many times its size.
    static let mostFaults = 500

    /// The faults found; of very many the first ones, and that there are more.
    var faults: [Fault] {
        guard faultCount > JSONFile.mostFaults else { return firstFaults }
        return firstFaults + [Fault(file: name, message: "en nog meer fouten; herstel eerst deze")]
    }

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The file's object; nil, with a fault, when it holds none.
    func root() -> JSONObject? {
        do throws(JSONParser.Failure) {
            let node = try JSONParser.parse(bytes)
            return JSONObject(node, path: "$", file: self)
        } catch {
            report(error.message, at: error.offset, path: "")
            return nil
        }
    }

    func report(_ message: String, at offset: Int, path: String) {
        faultCount += 1
        guard faultCount <= JSONFile.mostFaults else { return }
        let (line, column) = position(of: offset)
        firstFaults.append(Fault(file: name, line: line, column: column, path: path, message: message))
    }

    /// Line and column, both from 1, the column in characters.
    private func position(of offset: Int) -> (line: Int, column: Int) {
        let before = bytes[..<min(offset, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return (line, String(decoding: before[start...], as: UTF8.self).count + 1)
    }
}

/// An object of a file, read key by key. Every key that is not asked for is a fault.
final class JSONObject {
    let path: String
    let offset: Int
    private let file: JSONFile
    private let members: [JSONNode.Member]
    private var asked: [String] = []

    /// Nil, with a fault, when the node is no object.
    init?(_ node: JSONNode, path: String, file: JSONFile) {
        guard case .object(let members) = node.value else {
            file.report("hier hoort een object te staan, maar er staat \(node.kind)", at: node.offset, path: path)
            return nil
        }
        self.members = members
        self.path = path
        self.file = file
        offset = node.offset
    }

    /// Reports a fault at a key, or at the object if it has no such key.
    func report(_ message: String, at key: String? = nil) {
        let member = members.first { $0.key == key }
        file.report(message, at: member?.node.offset ?? offset, path: key.map { "\(path).\($0)" } ?? path)
    }

    /// How many faults its file has so far.
    var faultCount: Int { file.faultCount }

    /// Whether the object has this key.
    func has(_ key: String) -> Bool { members.contains { $0.key == key } }

    /// Whether the key holds a list.
    func isList(_ key: String) -> Bool {
        guard let member = members.first(where: { $0.key == key }), case .array = member.node.value else { return false }
        return true
    }

    private func node(_ key: String, required: Bool) -> JSONNode? {
        if !asked.contains(key) { asked.append(key) }
        guard let member = members.first(where: { $0.key == key }) else {
            if required { file.report("de sleutel \"\(key)\" ontbreekt", at: offset, path: path) }
            return nil
        }
        return member.node
    }

    private func wrong(_ node: JSONNode, _ path: String, expected: String) {
        file.report("hier hoort \(expected) te staan, maar er staat \(node.kind)", at: node.offset, path: path)
    }

    /// A text that must be there and say something.
    func text(_ key: String) -> String {
        guard let node = node(key, required: true) else { return "" }
        return text(node, "\(path).\(key)") ?? ""
    }

    /// A text that may be absent, but not empty.
    func optionalText(_ key: String) -> String? {
        guard let node = node(key, required: false) else { return nil }
        return text(node, "\(path).\(key)")
    }

    private func text(_ node: JSONNode, _ path: String) -> String? {
        guard case .text(let text) = node.value else {
            wrong(node, path, expected: "een tekst")
            return nil
        }
        if text.allSatisfy({ $0.isWhitespace }) {
            file.report("deze tekst is leeg; laat de sleutel weg als de bron niets zegt", at: node.offset, path: path)
        }
        if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0.isInvisible }) {
            file.report("deze tekst bevat een stuurteken of een onzichtbaar teken; haal het weg", at: node.offset, path: path)
        }
        return text
    }

    /// A list of texts, which may be absent unless required.
    func texts(_ key: String, required: Bool = false) -> [String] {
        items(key, required: required) { text($0, $1) }
    }

    /// A list of objects, which may be absent unless required.
    func objects<Item>(_ key: String, required: Bool = false, _ read: (JSONObject) -> Item) -> [Item] {
        items(key, required: required) { node, path in
            guard let object = JSONObject(node, path: path, file: file) else { return nil }
            let item = read(object)
            object.finish()
            return item
        }
    }

    private func items<Item>(_ key: String, required: Bool, _ read: (JSONNode, String) -> Item?) -> [Item] {
        guard let node = node(key, required: required) else { return [] }
        guard case .array(let nodes) = node.value else {
            wrong(node, "\(path).\(key)", expected: "een lijst")
            return []
        }
        return nodes.enumerated().compactMap { read($1, "\(path).\(key)[\($0)]") }
    }

    /// An object, which may be absent unless required.
    func object<Item>(_ key: String, required: Bool = false, _ read: (JSONObject) -> Item) -> Item? {
        guard let node = node(key, required: required) else { return nil }
        guard let object = JSONObject(node, path: "\(path).\(key)", file: file) else { return nil }
        let item = read(object)
        object.finish()
        return item
    }

    /// A whole number that may be absent, or null when that is allowed.
    func optionalNumber(_ key: String, allowed: ClosedRange<Int>, null: Bool = false) -> Int? {
        guard let node = node(key, required: false) else { return nil }
        if null, case .null = node.value { return nil }
        guard case .number(let digits) = node.value, let number = Int(digits) else {
            wrong(node, "\(path).\(key)", expected: null ? "een geheel getal of null" : "een geheel getal")
            return nil
        }
        guard allowed.contains(number) else {
            file.report(
                "\(number) ligt buiten \(allowed.lowerBound) tot en met \(allowed.upperBound)", at: node.offset,
                path: "\(path).\(key)")
            return nil
        }
        return number
    }

    /// A whole number that must be there.
    func number(_ key: String, allowed: ClosedRange<Int>) -> Int {
        if !has(key) { _ = node(key, required: true) }
        return optionalNumber(key, allowed: allowed) ?? 0
    }

    /// A page of a source.
    func page(_ key: String = "page") -> UInt32 { UInt32(number(key, allowed: 1...10_000)) }

    /// A page of a source, which may be absent.
    func optionalPage(_ key: String = "page") -> Int32? { optionalNumber(key, allowed: 1...10_000).map { Int32($0) } }

    /// A list of whole numbers, which may be absent.
    func numbers(_ key: String, allowed: ClosedRange<Int>) -> [Int] {
        items(key, required: false) { node, path in
            guard case .number(let digits) = node.value, let number = Int(digits), allowed.contains(number) else {
                wrong(node, path, expected: "een getal van \(allowed.lowerBound) tot en met \(allowed.upperBound)")
                return nil
            }
            return number
        }
    }

    /// True or false; absent is false.
    func flag(_ key: String) -> Bool {
        guard let node = node(key, required: false) else { return false }
        guard case .bool(let value) = node.value else {
            wrong(node, "\(path).\(key)", expected: "true of false")
            return false
        }
        return value
    }

    /// One word of a closed list.
    func choice(_ key: String, of allowed: [String]) -> String {
        let text = text(key)
        if has(key), !text.isEmpty { check(text, isIn: allowed, at: key) }
        return text
    }

    /// Several words of a closed list.
    func choices(_ key: String, of allowed: [String], required: Bool = false) -> [String] {
        let texts = texts(key, required: required)
        for text in texts { check(text, isIn: allowed, at: key) }
        return texts
    }

    /// Reports a word that is not in a list, with what it may have meant.
    func check(_ word: String, isIn allowed: [String], at key: String) {
        guard !allowed.contains(word) else { return }
        var message = "\"\(word)\" is hier niet bekend"
        if let near = Spelling.nearest(to: word, in: allowed) { message += "; bedoeld is misschien \"\(near)\"" }
        if allowed.count <= 40 { message += ". Toegestaan: \(allowed.joined(separator: ", "))" }
        report(message, at: key)
    }

    /// Reports the keys that nobody asked for.
    func finish() {
        for member in members where !asked.contains(member.key) && file.faultCount <= JSONFile.mostFaults {
            var message = "de sleutel \"\(member.key)\" is hier niet bekend"
            if let near = Spelling.nearest(to: member.key, in: asked) { message += "; bedoeld is misschien \"\(near)\"" }
            message += ". Toegestaan: \(asked.joined(separator: ", "))"
            file.report(message, at: member.keyOffset, path: "\(path).\(member.key)")
        }
    }
}

extension Unicode.Scalar {
    /// Marks that change how a line is shown without being seen, such as a change of direction.
    fileprivate var isInvisible: Bool {
        switch value {
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }
}
