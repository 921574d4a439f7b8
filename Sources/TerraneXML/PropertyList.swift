/// A value of Apple's property lists, which Xcode and its tools take their options from ("plist(5)").
public indirect enum PropertyList: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case real(Double)
    case boolean(Bool)
    case date(PropertyListDate)
    case data([UInt8])
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

    /// The value of a key, if this is a dictionary and has it.
    public subscript(key: String) -> PropertyList? {
        guard case .dictionary(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }
}

extension PropertyList {
    /// The list as an XML document.
    public func document(comment: String? = nil) -> Document {
        Document(Element("plist", ["version": "1.0"], [.element(element)]), type: .propertyList, comment: comment)
    }

    private var element: Element {
        switch self {
        case .string(let text): Element("string", [:], text.isEmpty ? [] : [.text(text)])
        case .integer(let number): Element("integer", [:], [.text(String(number))])
        case .real(let number): Element("real", [:], [.text(PropertyList.text(of: number))])
        case .boolean(let flag): Element(flag ? "true" : "false")
        case .date(let date): Element("date", [:], [.text(date.text)])
        // Core Foundation refuses <data/>.
        case .data(let bytes): Element("data", [:], [.text(bytes.isEmpty ? "\n" : Base64.encode(bytes))])
        case .array(let items): Element("array", [:], items.map { .element($0.element) })
        case .dictionary(let entries):
            Element(
                "dict", [:],
                entries.flatMap { [.element(Element("key", [:], [.text($0.key)])), .element($0.value.element)] })
        }
    }

    /// As Core Foundation writes it.
    private static func text(of number: Double) -> String {
        if number.isNaN { return "nan" }
        if number.isInfinite { return number < 0 ? "-infinity" : "+infinity" }
        return "\(number)"
    }
}
