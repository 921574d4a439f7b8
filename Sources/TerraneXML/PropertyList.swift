/// A value of Apple's property lists, which Xcode and its tools take their options from ("plist(5)").
public indirect enum PropertyList: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case real(Double)
    case boolean(Bool)
    case array([PropertyList])
    /// Keys in their order.
    case dictionary([Entry])

    public struct Entry: Hashable, Sendable {
        public let key: String
        public let value: PropertyList

        public init(_ key: String, _ value: PropertyList) {
            self.key = key
            self.value = value
        }
    }

    /// The list as an XML document.
    public func document(comment: String? = nil) -> Document {
        Document(
            Element("plist", ["version": "1.0"], [.element(element)]),
            type: Document.DocumentType(
                "plist", publicID: "-//Apple//DTD PLIST 1.0//EN",
                systemID: "http://www.apple.com/DTDs/PropertyList-1.0.dtd"),
            comment: comment)
    }

    private var element: Element {
        switch self {
        case .string(let text): Element("string", [:], text.isEmpty ? [] : [.text(text)])
        case .integer(let number): Element("integer", [:], [.text(String(number))])
        case .real(let number): Element("real", [:], [.text("\(number)")])
        case .boolean(let flag): Element(flag ? "true" : "false")
        case .array(let items): Element("array", [:], items.map { .element($0.element) })
        case .dictionary(let entries):
            Element(
                "dict", [:],
                entries.flatMap { [.element(Element("key", [:], [.text($0.key)])), .element($0.value.element)] })
        }
    }

    /// Reads a property list.
    public static func parse(_ bytes: [UInt8]) throws(XMLError) -> PropertyList {
        let root = try Document.parse(bytes).root
        guard root.name == "plist", root.elements.count == 1 else { throw XMLError("the document is no property list") }
        return try PropertyList(root.elements[0])
    }

    private init(_ element: Element) throws(XMLError) {
        switch element.name {
        case "string": self = .string(element.text)
        case "true": self = .boolean(true)
        case "false": self = .boolean(false)
        case "integer":
            guard let number = Int(element.text) else { throw XMLError("'\(element.text)' is no integer") }
            self = .integer(number)
        case "real":
            guard let number = Double(element.text) else { throw XMLError("'\(element.text)' is no number") }
            self = .real(number)
        case "array":
            var items: [PropertyList] = []
            for item in element.elements { items.append(try PropertyList(item)) }
            self = .array(items)
        case "dict": self = .dictionary(try PropertyList.entries(of: element))
        default: throw XMLError("<\(element.name)> is no part of a property list")
        }
    }

    private static func entries(of element: Element) throws(XMLError) -> [Entry] {
        let children = element.elements
        guard children.count.isMultiple(of: 2) else { throw XMLError("a <dict> has a key without a value") }
        var entries: [Entry] = []
        for index in stride(from: 0, to: children.count, by: 2) {
            guard children[index].name == "key" else {
                throw XMLError("<\(children[index].name)> stands where a <key> belongs")
            }
            entries.append(Entry(children[index].text, try PropertyList(children[index + 1])))
        }
        return entries
    }
}
