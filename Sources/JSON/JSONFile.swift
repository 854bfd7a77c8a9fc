import Language

/// A file of the catalogue while it is being read, and the faults found in it.
package final class JSONFile {
    package let name: String
    private let bytes: [UInt8]
    private var firstFaults: [Fault] = []
    /// How many faults were found.
    package private(set) var faultCount = 0
    /// Nobody reads more, and the messages of a large file full of faults would take many times its size.
    static let mostFaults = 500

    /// The faults found; of very many the first ones, and that there are more.
    package var faults: [Fault] {
        guard faultCount > JSONFile.mostFaults else { return firstFaults }
        return firstFaults + [Fault(file: name, message: "en nog meer fouten; herstel eerst deze")]
    }

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The file's object; nil, with a fault, when it holds none.
    package func root() -> JSONObject? {
        do throws(JSONParser.Failure) {
            let node = try JSONParser.parse(bytes)
            return JSONObject(node, path: "$", file: self)
        } catch {
            let advice = SyntaxAdvice(error, in: bytes)
            report(advice.message, at: advice.offset, path: "")
            return nil
        }
    }

    func report(_ message: String, at offset: Int, path: String) {
        faultCount += 1
        guard faultCount <= JSONFile.mostFaults else { return }
        let (line, column) = position(of: offset)
        firstFaults.append(Fault(file: name, line: line, column: column, path: path, message: message))
    }

    /// What the file holds; nil when it is no JSON.
    package private(set) lazy var tree: JSONNode? = try? JSONParser.parse(bytes)

    /// A fault that knows its path only, with the line and column of what stands there.
    package func located(_ fault: Fault) -> Fault {
        guard fault.line == 0, let offset = tree?.offset(at: fault.path) else { return fault }
        var located = fault
        (located.line, located.column) = position(of: offset)
        return located
    }

    /// Line and column, both from 1, the column in characters.
    package func position(of offset: Int) -> (line: Int, column: Int) {
        let before = bytes[..<min(offset, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return (line, String(decoding: before[start...], as: UTF8.self).count + 1)
    }
}

/// What belongs at a place of a file, in words for its writer.
package enum Shape {
    case text, number, numberOrNull, flag, list, object

    var name: String {
        switch self {
        case .text: "een tekst"
        case .number: "een geheel getal"
        case .numberOrNull: "een geheel getal of null"
        case .flag: "true of false"
        case .list: "een lijst"
        case .object: "een object"
        }
    }

    /// What it looks like.
    var example: String {
        switch self {
        case .text: "\"…\""
        case .number, .numberOrNull: "… (een getal)"
        case .flag: "true"
        case .list: "[…]"
        case .object: "{…}"
        }
    }

    /// What to type instead of something else; nil when that is for the writer to say.
    func advice(instead node: JSONNode) -> String? {
        switch (self, node.value) {
        case (.text, .number(let digits)): "typ \"\(digits)\", met aanhalingstekens"
        case (.text, .null): "typ een tekst, of haal de sleutel weg als zij niet nodig is"
        case (.text, .array): "haal de rechte haken weg: hier hoort er één"
        case (.number, .text(let text)) where Int(text) != nil, (.numberOrNull, .text(let text)) where Int(text) != nil:
            "typ \(text), zonder aanhalingstekens"
        case (.number, .number(let digits)), (.numberOrNull, .number(let digits)):
            "\(digits) is niet geheel: schrijf het zonder punt of macht"
        case (.flag, _): "typ true of false, zonder aanhalingstekens"
        case (.list, .text(let text)) where text.utf8.count <= 40: "zet er rechte haken om: [\"\(text)\"]"
        case (.list, _): "zet er rechte haken om: […]"
        case (.object, _): "een object staat tussen accolades: {\"sleutel\": …}"
        default: nil
        }
    }
}

/// An object of a file, read key by key. Every key that is not asked for is a fault.
package final class JSONObject {
    let path: String
    let offset: Int
    private let file: JSONFile
    private let members: [JSONNode.Member]
    private var asked: [String] = []

    /// Nil, with a fault, when the node is no object.
    init?(_ node: JSONNode, path: String, file: JSONFile) {
        guard case .object(let members) = node.value else {
            var message = "hier hoort \(Shape.object.name) te staan, maar er staat \(node.kind)"
            if let advice = Shape.object.advice(instead: node) { message += "; \(advice)" }
            file.report(message, at: node.offset, path: path)
            return nil
        }
        self.members = members
        self.path = path
        self.file = file
        offset = node.offset
    }

    /// Reports a fault at a key, or at the object if it has no such key.
    package func report(_ message: String, at key: String? = nil) {
        let member = members.first { $0.key == key }
        file.report(message, at: member?.node.offset ?? offset, path: key.map { "\(path).\($0)" } ?? path)
    }

    /// How many faults its file has so far.
    package var faultCount: Int { file.faultCount }

    /// Whether the object has this key.
    package func has(_ key: String) -> Bool { members.contains { $0.key == key } }

    /// Whether the key holds a list.
    package func isList(_ key: String) -> Bool {
        guard let member = members.first(where: { $0.key == key }), case .array = member.node.value else { return false }
        return true
    }

    private func node(_ key: String, _ shape: Shape, required: Bool) -> JSONNode? {
        if !asked.contains(key) { asked.append(key) }
        guard let member = members.first(where: { $0.key == key }) else {
            if required { file.report("de sleutel \"\(key)\" ontbreekt; typ \"\(key)\": \(shape.example)", at: offset, path: path) }
            return nil
        }
        return member.node
    }

    private func wrong(_ node: JSONNode, _ path: String, expected shape: Shape) {
        var message = "hier hoort \(shape.name) te staan, maar er staat \(node.kind)"
        if case .text(let text) = node.value, Placeholder.isOne(text) {
            message = Placeholder.message(text)
        } else if let advice = shape.advice(instead: node) {
            message += "; \(advice)"
        }
        file.report(message, at: node.offset, path: path)
    }

    /// A text that must be there and say something.
    package func text(_ key: String) -> String {
        guard let node = node(key, .text, required: true) else { return "" }
        return text(node, "\(path).\(key)", orElse: "vul hem in") ?? ""
    }

    /// A text that may be absent, but not empty.
    package func optionalText(_ key: String) -> String? {
        guard let node = node(key, .text, required: false) else { return nil }
        return text(node, "\(path).\(key)", orElse: "laat de sleutel weg als de bron niets zegt")
    }

    /// - Parameter advice: what to do about an empty text.
    private func text(_ node: JSONNode, _ path: String, orElse advice: String) -> String? {
        guard case .text(let text) = node.value else {
            wrong(node, path, expected: .text)
            return nil
        }
        if Placeholder.isOne(text) { file.report(Placeholder.message(text), at: node.offset, path: path) }
        if text.allSatisfy({ $0.isWhitespace }) { file.report("deze tekst is leeg; \(advice)", at: node.offset, path: path) }
        if text.unicodeScalars.contains(where: { $0.isUnseen }) {
            file.report("deze tekst bevat een stuurteken of een onzichtbaar teken; haal het weg", at: node.offset, path: path)
        }
        return text
    }

    /// A list of texts, which may be absent unless required.
    package func texts(_ key: String, required: Bool = false) -> [String] {
        items(key, required: required) { text($0, $1, orElse: "vul hem in, of haal hem uit de lijst") }
    }

    /// A list of objects, which may be absent unless required.
    package func objects<Item>(_ key: String, required: Bool = false, _ read: (JSONObject) -> Item) -> [Item] {
        items(key, required: required) { node, path in
            guard let object = JSONObject(node, path: path, file: file) else { return nil }
            let item = read(object)
            object.finish()
            return item
        }
    }

    private func items<Item>(_ key: String, required: Bool, _ read: (JSONNode, String) -> Item?) -> [Item] {
        guard let node = node(key, .list, required: required) else { return [] }
        guard case .array(let nodes) = node.value else {
            wrong(node, "\(path).\(key)", expected: .list)
            return []
        }
        return nodes.enumerated().compactMap { read($1, "\(path).\(key)[\($0)]") }
    }

    /// An object, which may be absent unless required.
    package func object<Item>(_ key: String, required: Bool = false, _ read: (JSONObject) -> Item) -> Item? {
        guard let node = node(key, .object, required: required) else { return nil }
        guard let object = JSONObject(node, path: "\(path).\(key)", file: file) else { return nil }
        let item = read(object)
        object.finish()
        return item
    }

    /// A whole number that may be absent, or null when that is allowed.
    package func optionalNumber(_ key: String, allowed: ClosedRange<Int>, null: Bool = false) -> Int? {
        guard let node = node(key, .number, required: false) else { return nil }
        if null, case .null = node.value { return nil }
        guard case .number(let digits) = node.value, let number = Int(digits) else {
            wrong(node, "\(path).\(key)", expected: null ? .numberOrNull : .number)
            return nil
        }
        guard allowed.contains(number) else {
            outside(allowed, number, node, "\(path).\(key)")
            return nil
        }
        return number
    }

    private func outside(_ allowed: ClosedRange<Int>, _ number: Int, _ node: JSONNode, _ path: String) {
        let message = "\(number) kan hier niet; typ een getal van \(allowed.lowerBound) tot en met \(allowed.upperBound)"
        file.report(message, at: node.offset, path: path)
    }

    /// A whole number that must be there.
    package func number(_ key: String, allowed: ClosedRange<Int>) -> Int {
        if !has(key) { _ = node(key, .number, required: true) }
        return optionalNumber(key, allowed: allowed) ?? 0
    }

    /// A page of a source.
    package func page(_ key: String = "page") -> UInt32 { UInt32(number(key, allowed: 1...10_000)) }

    /// A page of a source, which may be absent.
    package func optionalPage(_ key: String = "page") -> Int32? { optionalNumber(key, allowed: 1...10_000).map { Int32($0) } }

    /// A list of whole numbers, which may be absent.
    package func numbers(_ key: String, allowed: ClosedRange<Int>) -> [Int] {
        items(key, required: false) { node, path in
            guard case .number(let digits) = node.value, let number = Int(digits) else {
                wrong(node, path, expected: .number)
                return nil
            }
            guard allowed.contains(number) else {
                outside(allowed, number, node, path)
                return nil
            }
            return number
        }
    }

    /// True or false; absent is false.
    package func flag(_ key: String) -> Bool {
        guard let node = node(key, .flag, required: false) else { return false }
        guard case .bool(let value) = node.value else {
            wrong(node, "\(path).\(key)", expected: .flag)
            return false
        }
        return value
    }

    /// One word of a closed list.
    package func choice(_ key: String, of allowed: [String]) -> String {
        let text = text(key)
        if has(key), !text.isEmpty { check(text, isIn: allowed, at: key) }
        return text
    }

    /// Several words of a closed list.
    package func choices(_ key: String, of allowed: [String], required: Bool = false) -> [String] {
        let texts = texts(key, required: required)
        for text in texts { check(text, isIn: allowed, at: key) }
        return texts
    }

    /// Reports a word that is not in a list, with what it may have meant.
    package func check(_ word: String, isIn allowed: [String], at key: String) {
        guard !allowed.contains(word), !Placeholder.isOne(word) else { return }
        var message = "\"\(word)\" is hier niet bekend"
        if let near = Spelling.nearest(to: word, in: allowed) { message += "; bedoeld is misschien \"\(near)\"" }
        if allowed.count <= 40 { message += ". Toegestaan: \(allowed.joined(separator: ", "))" }
        report(message, at: key)
    }

    /// Reports the keys that nobody asked for.
    package func finish() {
        for member in members where !asked.contains(member.key) && file.faultCount <= JSONFile.mostFaults {
            var message = "de sleutel \"\(member.key)\" is hier niet bekend"
            if let near = Spelling.nearest(to: member.key, in: asked) { message += "; bedoeld is misschien \"\(near)\"" }
            message += ". Toegestaan: \(asked.joined(separator: ", "))"
            file.report(message, at: member.keyOffset, path: "\(path).\(member.key)")
        }
    }
}
