/// An XML element: its name, its attributes in their order, and what is inside it.
public struct Element: Hashable, Sendable {
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
    }

    /// With its prefix, if it has one: `svg` or `xlink:href`. Namespaces are declared by attributes named `xmlns`.
    public let name: String
    public var attributes: [Attribute]
    public var children: [Node]

    public init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Node] = []) {
        self.name = name
        self.attributes = attributes.map { Attribute($0.key, $0.value) }
        self.children = children
    }

    public init(_ name: String, _ attributes: [Attribute], _ children: [Node] = []) {
        self.init(name: name, attributes: attributes, children: children)
    }

    init(name: String, attributes: [Attribute], children: [Node]) {
        self.name = name
        self.attributes = attributes
        self.children = children
    }

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
            case .text(let text): text
            case .element(let element): element.text
            case .comment: ""
            }
        }.joined()
    }
}

/// An XML document: a root element, and a document type if it declares one.
public struct Document: Hashable, Sendable {
    /// `<!DOCTYPE plist PUBLIC "…" "…">`.
    public struct DocumentType: Hashable, Sendable {
        public let name: String
        public let publicID: String
        public let systemID: String

        public init(_ name: String, publicID: String, systemID: String) {
            self.name = name
            self.publicID = publicID
            self.systemID = systemID
        }
    }

    public var type: DocumentType?
    /// A comment before the root.
    public var comment: String?
    public var root: Element

    public init(_ root: Element, type: DocumentType? = nil, comment: String? = nil) {
        self.root = root
        self.type = type
        self.comment = comment
    }
}
