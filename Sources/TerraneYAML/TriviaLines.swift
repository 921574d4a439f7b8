/// Where the comments of a tree go in its printed form.
///
/// libyaml prints no comments. It does say on which line each node stands when it reads the text again, in the order of
/// the tree, and that is where they go.
struct TriviaLines {
    private var before: [Int: [String]] = [:]
    private var behind: [Int: String] = [:]

    init(of node: Node, in bytes: [UInt8]) throws(YAMLError) {
        let spans = try LibYAML.spans(of: bytes)
        var position = 0
        place(node, spans, &position)
    }

    /// Walks the tree in the order of the parser's events.
    private mutating func place(_ node: Node, _ spans: [LibYAML.Span], _ position: inout Int) {
        guard position < spans.count else { return }
        let span = spans[position]
        position += 1
        if !node.leading.isEmpty { before[span.firstLine, default: []] += node.leading }
        if let comment = node.comment, span.firstLine == span.lastLine { behind[span.lastLine] = comment }
        switch node.content {
        case .scalar: break
        case .sequence(let items):
            for item in items { place(item, spans, &position) }
        case .mapping(let pairs):
            for pair in pairs {
                place(pair.key, spans, &position)
                place(pair.value, spans, &position)
            }
        }
    }

    /// The text with the comments in it.
    func inserted(into bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 64 * (before.count + behind.count))
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where number < lines.count - 1 || !line.isEmpty {
            for text in before[number] ?? [] { append(text, indentedLike: line, to: &result) }
            result += line
            if let comment = behind[number] { result += Array(" # \(TriviaLines.oneLine(comment))".utf8) }
            result.append(UInt8(ascii: "\n"))
        }
        return result
    }

    private func append(_ text: String, indentedLike line: ArraySlice<UInt8>, to result: inout [UInt8]) {
        if !text.isEmpty {
            result += line.prefix { $0 == UInt8(ascii: " ") }
            result += Array("# \(TriviaLines.oneLine(text))".utf8)
        }
        result.append(UInt8(ascii: "\n"))
    }

    /// A comment cannot break its line.
    private static func oneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    $0.value < 0x20 || $0.value == 0x85 || $0.value == 0x2028 || $0.value == 0x2029 ? " " : $0
                }))
    }
}
