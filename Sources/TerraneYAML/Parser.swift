/// Reads YAML into nodes.
///
/// Bare words are what YAML 1.2's core schema says. Duplicate keys, more documents than one, and texts that unfold to
/// much more than they are (aliases of aliases) are errors.
public struct Parser {
    /// How deep values may be nested.
    public static let depthLimit = 256
    /// How many nodes a text may unfold to.
    public static let nodeLimit = 1_000_000

    /// A collection that is being read.
    private struct Frame {
        let isMapping: Bool
        let anchor: String?
        var items: [Node] = []
        var pairs: [Node.Pair] = []
        var key: Node?
        var keys: Set<Node> = []
    }

    private var frames: [Frame] = []
    private var anchors: [String: (node: Node, size: Int)] = [:]
    private var documents: [Node] = []
    private var count = 0
    private let readsStringsOnly: Bool

    private init(readsStringsOnly: Bool) {
        self.readsStringsOnly = readsStringsOnly
    }

    /// The one document of a text; `null` for an empty text.
    public static func parse(_ bytes: [UInt8], scalarsAsStrings: Bool = false) throws(YAMLError) -> Node {
        let documents = try parseAll(bytes, scalarsAsStrings: scalarsAsStrings)
        guard documents.count < 2 else { throw YAMLError("the text has \(documents.count) documents, not one") }
        return documents.first ?? Node(.scalar(.null))
    }

    /// The one document of a text.
    public static func parse(_ text: String, scalarsAsStrings: Bool = false) throws(YAMLError) -> Node {
        try parse(Array(text.utf8), scalarsAsStrings: scalarsAsStrings)
    }

    /// All documents of a text.
    public static func parseAll(_ bytes: [UInt8], scalarsAsStrings: Bool = false) throws(YAMLError) -> [Node] {
        var parser = Parser(readsStringsOnly: scalarsAsStrings)
        try LibYAML.parse(bytes) { (event, mark, _) throws(YAMLError) in try parser.take(event, at: mark) }
        return parser.documents
    }

    private mutating func take(_ event: LibYAML.Event, at mark: Mark) throws(YAMLError) {
        switch event {
        case .scalar(let text, let isPlain, let anchor):
            let scalar = isPlain && !readsStringsOnly ? ScalarResolution.value(of: text) : .string(text)
            try finish(Node(.scalar(scalar)), anchor: anchor, size: 1, at: mark)
        case .sequenceStart(let anchor): try open(Frame(isMapping: false, anchor: anchor), at: mark)
        case .mappingStart(let anchor): try open(Frame(isMapping: true, anchor: anchor), at: mark)
        case .end: try close(at: mark)
        case .alias(let name):
            guard let (node, size) = anchors[name] else { throw YAMLError("'*\(name)' refers to no anchor", at: mark) }
            try finish(node, anchor: nil, size: size, at: mark)
        case .documentStart: anchors = [:]
        case .documentEnd: break
        }
    }

    private mutating func open(_ frame: Frame, at mark: Mark) throws(YAMLError) {
        guard frames.count < Parser.depthLimit else {
            throw YAMLError("values are nested deeper than \(Parser.depthLimit)", at: mark)
        }
        frames.append(frame)
    }

    private mutating func close(at mark: Mark) throws(YAMLError) {
        guard let frame = frames.popLast() else { return }
        let node: Node = frame.isMapping ? .mapping(frame.pairs) : .sequence(frame.items)
        try finish(node, anchor: frame.anchor, size: 1, at: mark)
    }

    /// Hands a finished node to what it is part of.
    private mutating func finish(_ node: Node, anchor: String?, size: Int, at mark: Mark) throws(YAMLError) {
        count += size
        guard count <= Parser.nodeLimit else {
            throw YAMLError("the text unfolds to more than \(Parser.nodeLimit) values", at: mark)
        }
        if let anchor { anchors[anchor] = (node, Parser.size(of: node)) }
        guard let top = frames.indices.last else { return documents.append(node) }
        if !frames[top].isMapping {
            frames[top].items.append(node)
        } else if let key = frames[top].key {
            frames[top].pairs.append(Node.Pair(key, node))
            frames[top].key = nil
        } else {
            guard frames[top].keys.insert(node).inserted else {
                throw YAMLError("a key stands twice in one mapping", at: mark)
            }
            frames[top].key = node
        }
    }

    private static func size(of node: Node) -> Int {
        switch node.content {
        case .scalar: 1
        case .sequence(let items): items.reduce(1) { $0 + size(of: $1) }
        case .mapping(let pairs): pairs.reduce(1) { $0 + size(of: $1.key) + size(of: $1.value) }
        }
    }
}
