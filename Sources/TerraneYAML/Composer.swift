/// Puts nodes together from the parser's events.
struct Composer {
    /// What an alias stands for, and how much that adds.
    private struct Anchored {
        let node: Node
        let size: Int
        let height: Int
    }

    /// A collection that is being read.
    fileprivate struct Frame {
        let isMapping: Bool
        let anchor: String?
        let mark: Mark
        /// The nodes that were counted before it.
        let countBefore: Int
        /// The height of the highest part so far.
        var height = 0
        var items: [Node] = []
        var pairs: [Node.Pair] = []
        var key: Node?
        var keys: Set<Node> = []

        var node: Node {
            var node: Node = isMapping ? .mapping(pairs) : .sequence(items)
            node.mark = mark
            return node
        }
    }

    private(set) var documents: [Node] = []
    private var frames: [Frame] = []
    private var anchors: [String: Anchored] = [:]
    private var count = 0
    private let readsStringsOnly: Bool

    init(readsStringsOnly: Bool) {
        self.readsStringsOnly = readsStringsOnly
    }

    mutating func take(_ event: Event) throws(YAMLError) {
        switch event.kind {
        case .scalar(let text, let isPlain, let properties):
            let scalar = try value(of: text, isPlain: isPlain, tag: properties.tag, at: event.mark)
            try finish(Node(.scalar(scalar)), size: 1, height: 1, anchor: properties.anchor, at: event.mark)
        case .sequenceStart(let properties): try open(properties, isMapping: false, at: event.mark)
        case .mappingStart(let properties): try open(properties, isMapping: true, at: event.mark)
        case .end: try close()
        case .alias(let name): try repeatAnchored(name, at: event.mark)
        case .documentStart: anchors = [:]
        case .documentEnd: break
        }
    }

    private func value(of text: String, isPlain: Bool, tag: String?, at mark: Mark) throws(YAMLError) -> Scalar {
        guard let tag else { return isPlain && !readsStringsOnly ? ScalarResolution.value(of: text) : .string(text) }
        guard let value = ScalarResolution.value(of: text, tagged: tag) else {
            throw YAMLError("a value tagged '\(tag)' cannot be read", at: mark)
        }
        return readsStringsOnly ? .string(text) : value
    }

    private mutating func open(_ properties: Event.Properties, isMapping: Bool, at mark: Mark) throws(YAMLError) {
        guard frames.count < Parser.depthLimit - 1 else { throw .tooDeep(at: mark) }
        let tag = isMapping ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq"
        if let found = properties.tag, found != tag, found != "!" {
            throw YAMLError("a value tagged '\(found)' cannot be read", at: mark)
        }
        frames.append(Frame(isMapping: isMapping, anchor: properties.anchor, mark: mark, countBefore: count))
    }

    private mutating func close() throws(YAMLError) {
        guard let frame = frames.popLast() else { return }
        let size = count - frame.countBefore + 1
        count = frame.countBefore
        try finish(frame.node, size: size, height: frame.height + 1, anchor: frame.anchor, at: frame.mark)
    }

    private mutating func repeatAnchored(_ name: String, at mark: Mark) throws(YAMLError) {
        guard let anchored = anchors[name] else {
            throw YAMLError("'*\(name)' refers to no anchor before it", at: mark)
        }
        guard frames.count + anchored.height <= Parser.depthLimit else { throw .tooDeep(at: mark) }
        try finish(anchored.node, size: anchored.size, height: anchored.height, anchor: nil, at: mark)
    }

    /// Hands a finished node to what it is part of.
    private mutating func finish(
        _ node: Node, size: Int, height: Int, anchor: String?, at mark: Mark
    ) throws(YAMLError) {
        count += size
        guard count <= Parser.nodeLimit else {
            throw YAMLError("the text unfolds to more than \(Parser.nodeLimit) values", at: mark)
        }
        var node = node
        node.mark = mark
        if let anchor { anchors[anchor] = Anchored(node: node, size: size, height: height) }
        guard let top = frames.indices.last else { return documents.append(node) }
        frames[top].height = max(frames[top].height, height)
        try frames[top].take(node, at: mark)
    }
}

extension Composer.Frame {
    fileprivate mutating func take(_ node: Node, at mark: Mark) throws(YAMLError) {
        if !isMapping {
            items.append(node)
        } else if let key {
            pairs.append(Node.Pair(key, node))
            self.key = nil
        } else {
            guard keys.insert(node).inserted else { throw .duplicateKey(node, at: mark) }
            key = node
        }
    }
}

extension YAMLError {
    fileprivate static func duplicateKey(_ key: Node, at mark: Mark) -> YAMLError {
        guard case .scalar(let scalar) = key.content else {
            return YAMLError("a key stands twice in one mapping", at: mark)
        }
        return YAMLError("the key '\(scalar.text)' stands twice in one mapping", at: mark)
    }
}
