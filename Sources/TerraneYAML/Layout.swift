/// What is added to the lines that libyaml printed: comments, blank lines and the indent of sequences.
///
/// libyaml prints no comments. It does say on which line each node stands when it reads the text again, in the order of
/// the tree, and that is where they go.
struct Layout {
    /// The place of a node; lines from 1.
    private struct Span {
        let firstLine: Int
        let lastLine: Int
        let column: Int
    }

    private var before: [Int: [String]] = [:]
    private var behind: [Int: [String]] = [:]
    /// By how much a line's indent differs from that of the line before it.
    private var indentChanges: [Int: Int] = [:]
    /// Lines after a scalar to which blank lines would be added.
    private var linesAfterOpenScalar: Set<Int> = []
    private let indentsSequences: Bool
    private var spans: ArraySlice<Span> = []

    init(of node: Node, in bytes: [UInt8], indentsSequences: Bool) throws(YAMLError) {
        self.indentsSequences = indentsSequences
        spans = try Layout.spans(of: bytes)[...]
        place(node, after: nil)
    }

    /// The places of all nodes, in the order of the tree.
    private static func spans(of bytes: [UInt8]) throws(YAMLError) -> [Span] {
        var spans: [Span] = []
        try LibYAML.parse(bytes) { event in
            switch event.kind {
            case .scalar, .sequenceStart, .mappingStart:
                spans.append(Span(firstLine: event.mark.line, lastLine: event.lastLine, column: event.mark.column))
            default: break
            }
        }
        return spans
    }
}

// MARK: - Placing

extension Layout {
    /// Walks the tree in the order of the parser's events and says on which line the node ends.
    @discardableResult
    private mutating func place(_ node: Node, after key: Span?) -> Int {
        guard let span = spans.popFirst() else { return 0 }
        if !node.leading.isEmpty { before[span.firstLine, default: []] += node.leading }
        if let comment = node.comment { place(comment, of: node, at: span, after: key) }
        switch node.content {
        case .scalar(let scalar):
            if scalar.text.hasSuffix("\n\n") { linesAfterOpenScalar.insert(span.lastLine + 1) }
            return span.lastLine
        case .sequence(let items):
            return items.reduce(span.lastLine) { max($0, place($1, after: nil)) }
        case .mapping(let pairs):
            return pairs.reduce(span.lastLine) { max($0, place($1, in: span)) }
        }
    }

    private mutating func place(_ pair: Node.Pair, in mapping: Span) -> Int {
        let key = spans.first
        place(pair.key, after: nil)
        let value = spans.first
        let last = place(pair.value, after: key)
        guard indentsSequences, case .sequence = pair.value.content, let key, let value,
            value.firstLine > key.lastLine, value.column == mapping.column
        else { return last }
        indentChanges[value.firstLine, default: 0] += 2
        indentChanges[last + 1, default: 0] -= 2
        return last
    }

    /// Behind what is on one line or has a line of its own for its first mark; above anything else.
    private mutating func place(_ comment: String, of node: Node, at span: Span, after key: Span?) {
        if node.isOneLiner || span.firstLine == key?.firstLine {
            behind[span.firstLine, default: []].append(comment)
        } else if let key, key.firstLine == key.lastLine {
            behind[key.firstLine, default: []].append(comment)
        } else {
            before[span.firstLine, default: []].append(comment)
        }
    }
}

extension Node {
    /// Whether the line on which the node begins has room for a comment: a scalar's, a literal block's after the `|`.
    fileprivate var isOneLiner: Bool {
        switch content {
        case .scalar: true
        case .sequence(let items): items.isEmpty || isFlow && !hasTriviaInside
        case .mapping(let pairs): pairs.isEmpty || isFlow && !hasTriviaInside
        }
    }
}

// MARK: - Printing

extension Layout {
    /// The text with everything in it.
    func applied(to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 4 + 64 * (before.count + behind.count))
        var indent = 0
        var number = 0
        var lines = bytes[...]
        while !lines.isEmpty {
            number += 1
            let line = lines.prefix { $0 != UInt8(ascii: "\n") }
            lines = lines.dropFirst(line.count + 1)
            indent += indentChanges[number] ?? 0
            appendLines(before: number, line, indent, to: &result)
            if !line.isEmpty { result.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent)) }
            result += line
            if let comments = behind[number] {
                result += [UInt8(ascii: " ")] + Comment.line(comments.joined(separator: " "))
            }
            result.append(UInt8(ascii: "\n"))
        }
        return result
    }

    private func appendLines(before number: Int, _ line: ArraySlice<UInt8>, _ indent: Int, to result: inout [UInt8]) {
        guard let texts = before[number] else { return }
        // A blank line right after such a scalar would be taken for a part of it.
        let kept = linesAfterOpenScalar.contains(number) ? texts.drop { $0.isEmpty } : texts[...]
        for text in kept {
            if !text.isEmpty {
                result += line.prefix { $0 == UInt8(ascii: " ") }
                result.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
                result += Comment.line(text)
            }
            result.append(UInt8(ascii: "\n"))
        }
    }
}
