/// An XML element: its name, its attributes in their order, and what is inside it.
public struct Element: Sendable {
    public struct Attribute: Hashable, Sendable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public enum Node: Hashable, Sendable {
        case element(Element)
        case text(String)
        case comment(String)
        /// Text between `<![CDATA[` and `]]>`.
        case cdata(String)
    }

    /// With its prefix, if it has one: `svg` or `xlink:href`.
    public let name: String
    /// Declarations of namespaces among them: `xmlns` and `xmlns:xlink`.
    public var attributes: [Attribute]
    public var children: [Node]
    /// Where it was read, if it was read. Takes no part in comparisons.
    public internal(set) var line: Int?

    public init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Node] = []) {
        self.init(name: name, attributes: attributes.map { Attribute($0.key, $0.value) }, children: children)
    }

    public init(name: String, attributes: [Attribute], children: [Node]) {
        self.name = name
        self.attributes = attributes
        self.children = children
    }
}

extension Element: Hashable {
    public static func == (left: Element, right: Element) -> Bool {
        left.name == right.name && left.attributes == right.attributes && left.children == right.children
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(attributes)
        hasher.combine(children)
    }
}

extension Element {
    /// The value of an attribute.
    public subscript(attribute: String) -> String? {
        attributes.first { $0.name == attribute }?.value
    }

    /// The elements inside, without text and comments.
    public var elements: [Element] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The text inside, its own and its elements'.
    public var text: String {
        children.map { child in
            switch child {
            case .text(let text), .cdata(let text): text
            case .element(let element): element.text
            case .comment: ""
            }
        }.joined()
    }
}
