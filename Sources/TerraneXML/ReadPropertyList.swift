extension PropertyList {
    /// Reads a property list in XML. A key that stands twice in one dictionary is an error.
    public static func parse(_ bytes: [UInt8]) throws(XMLError) -> PropertyList {
        let root = try Document.parse(bytes).root
        guard root.name == "plist", let value = root.elements.first, root.elements.count == 1 else {
            throw XMLError("the document is no property list", at: root)
        }
        try root.checkHoldsElementsOnly()
        return try PropertyList(value)
    }

    private init(_ element: Element) throws(XMLError) {
        switch element.name {
        case "array":
            try element.checkHoldsElementsOnly()
            var items: [PropertyList] = []
            for item in element.elements { items.append(try PropertyList(item)) }
            self = .array(items)
        case "dict":
            try element.checkHoldsElementsOnly()
            self = .dictionary(try PropertyList.entries(of: element))
        default:
            guard element.elements.isEmpty else { throw XMLError("<\(element.name)> holds an element", at: element) }
            guard let value = PropertyList(scalar: element.name, element.text) else {
                throw XMLError(
                    "<\(element.name)>\(element.text)</\(element.name)> is no value of a property list", at: element)
            }
            self = value
        }
    }

    /// Nil for a name that is no scalar's, and for a text that is no value of it.
    private init?(scalar name: String, _ text: String) {
        let value: PropertyList? =
            switch name {
            case "string": .string(text)
            case "true": text.isEmpty ? .boolean(true) : nil
            case "false": text.isEmpty ? .boolean(false) : nil
            case "integer": Int(text).map { .integer($0) }
            case "real": Double(text).map { .real($0) }
            case "date": PropertyListDate(text).map { .date($0) }
            case "data": Base64.decode(text).map { .data($0) }
            default: nil
            }
        guard let value else { return nil }
        self = value
    }

    private static func entries(of element: Element) throws(XMLError) -> [Entry] {
        var entries: [Entry] = []
        var keys: Set<String> = []
        var key: Element?
        for child in element.elements {
            if let found = key {
                guard keys.insert(found.text).inserted else {
                    throw XMLError("the key '\(found.text)' stands twice in one <dict>", at: found)
                }
                entries.append(Entry(found.text, try PropertyList(child)))
                key = nil
            } else {
                guard child.name == "key" else {
                    throw XMLError("<\(child.name)> stands where a <key> belongs", at: child)
                }
                key = child
            }
        }
        if let key { throw XMLError("the key '\(key.text)' has no value", at: key) }
        return entries
    }
}

extension Element {
    fileprivate func checkHoldsElementsOnly() throws(XMLError) {
        for child in children {
            switch child {
            case .text(let text), .cdata(let text):
                guard text.allSatisfy(\.isWhitespace) else { throw XMLError("<\(name)> holds text", at: self) }
            case .element, .comment: break
            }
        }
    }
}

extension XMLError {
    fileprivate init(_ message: String, at element: Element) {
        self.init(message, line: element.line, column: element.line.map { _ in 1 })
    }
}
