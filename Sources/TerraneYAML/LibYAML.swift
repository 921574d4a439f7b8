import CLibYAML

/// libyaml, and the only file that sees its types. What it allocates is released on every path.
enum LibYAML {
    /// The lines, from 0, that a node takes up.
    struct Span {
        let firstLine: Int
        let lastLine: Int
    }

    // MARK: Writing

    private final class Output {
        var bytes: [UInt8] = []
    }

    static func emit(_ node: Node) throws(YAMLError) -> [UInt8] {
        let output = Output()
        var emitter = yaml_emitter_t()
        guard yaml_emitter_initialize(&emitter) == 1 else { throw YAMLError("libyaml has no memory for an emitter") }
        defer { yaml_emitter_delete(&emitter) }
        yaml_emitter_set_unicode(&emitter, 1)
        yaml_emitter_set_width(&emitter, -1)
        yaml_emitter_set_indent(&emitter, 2)
        yaml_emitter_set_output(&emitter, append, Unmanaged.passUnretained(output).toOpaque())
        try withExtendedLifetime(output) { () throws(YAMLError) in
            try write(&emitter) { yaml_stream_start_event_initialize($0, YAML_UTF8_ENCODING) }
            try write(&emitter) { yaml_document_start_event_initialize($0, nil, nil, nil, 1) }
            try write(node, &emitter, depth: 0)
            try write(&emitter) { yaml_document_end_event_initialize($0, 1) }
            try write(&emitter) { yaml_stream_end_event_initialize($0) }
        }
        return output.bytes
    }

    private static let append: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<UInt8>?, Int) -> Int32 = {
        context, buffer, size in
        guard let context, let buffer else { return 0 }
        Unmanaged<Output>.fromOpaque(context).takeUnretainedValue().bytes
            .append(contentsOf: UnsafeBufferPointer(start: buffer, count: size))
        return 1
    }

    private static func write(
        _ emitter: inout yaml_emitter_t, _ initialize: (UnsafeMutablePointer<yaml_event_t>) -> Int32
    ) throws(YAMLError) {
        var event = yaml_event_t()
        guard initialize(&event) == 1 else { throw YAMLError("text is not UTF-8, or libyaml has no memory") }
        // The emitter takes the event over, whether or not it succeeds.
        guard yaml_emitter_emit(&emitter, &event) == 1 else {
            throw YAMLError(emitter.problem.map { String(cString: $0) } ?? "libyaml cannot write this")
        }
    }

    private static func write(_ node: Node, _ emitter: inout yaml_emitter_t, depth: Int) throws(YAMLError) {
        guard depth < Parser.depthLimit else { throw YAMLError("values are nested deeper than \(Parser.depthLimit)") }
        switch node.content {
        case .scalar(let scalar): try write(scalar, isBare: node.isBare, &emitter)
        case .sequence(let items):
            let style = node.isFlow ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE
            try write(&emitter) { yaml_sequence_start_event_initialize($0, nil, nil, 1, style) }
            for item in items { try write(item, &emitter, depth: depth + 1) }
            try write(&emitter) { yaml_sequence_end_event_initialize($0) }
        case .mapping(let pairs):
            let style = node.isFlow ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE
            try write(&emitter) { yaml_mapping_start_event_initialize($0, nil, nil, 1, style) }
            for pair in pairs {
                try write(pair.key, &emitter, depth: depth + 1)
                try write(pair.value, &emitter, depth: depth + 1)
            }
            try write(&emitter) { yaml_mapping_end_event_initialize($0) }
        }
    }

    private static func write(_ scalar: Scalar, isBare: Bool, _ emitter: inout yaml_emitter_t) throws(YAMLError) {
        switch scalar {
        case .null: try write("null", YAML_PLAIN_SCALAR_STYLE, &emitter)
        case .boolean(let flag): try write(flag ? "true" : "false", YAML_PLAIN_SCALAR_STYLE, &emitter)
        case .integer(let number): try write(String(number), YAML_PLAIN_SCALAR_STYLE, &emitter)
        case .number(let number): try write(text(of: number), YAML_PLAIN_SCALAR_STYLE, &emitter)
        case .string(let text):
            let style = isBare ? .plain : ScalarStyle.of(text)
            try write(text, style.libYAML, &emitter)
        }
    }

    private static func text(of number: Double) -> String {
        if number.isNaN { return ".nan" }
        if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
        return "\(number)"
    }

    private static func write(
        _ text: String, _ style: yaml_scalar_style_t, _ emitter: inout yaml_emitter_t
    ) throws(YAMLError) {
        guard let count = Int32(exactly: text.utf8.count) else { throw YAMLError("a text is longer than 2 GB") }
        var text = text
        try write(&emitter) { event in
            text.withUTF8 { bytes in
                // libyaml wants an address even for no bytes at all.
                var nothing: UInt8 = 0
                return withUnsafePointer(to: &nothing) { empty in
                    yaml_scalar_event_initialize(event, nil, nil, bytes.baseAddress ?? empty, count, 1, 1, style)
                }
            }
        }
    }

    // MARK: Reading

    /// What the parser met, in the order of the text.
    enum Event {
        case scalar(String, isPlain: Bool, anchor: String?)
        case sequenceStart(anchor: String?)
        case mappingStart(anchor: String?)
        case end
        case alias(String)
        case documentStart
        case documentEnd
    }

    /// Calls `visit` with each event of a text, where it begins, and the lines it takes up.
    static func parse(
        _ bytes: [UInt8], _ visit: (Event, Mark, Span) throws(YAMLError) -> Void
    ) throws(YAMLError) {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else { throw YAMLError("libyaml has no memory for a parser") }
        defer { yaml_parser_delete(&parser) }
        var failure: YAMLError?
        bytes.withUnsafeBufferPointer { buffer in
            yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            do throws(YAMLError) {
                while try step(&parser, visit) {}
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    private static func step(
        _ parser: inout yaml_parser_t, _ visit: (Event, Mark, Span) throws(YAMLError) -> Void
    ) throws(YAMLError) -> Bool {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { throw error(of: parser) }
        defer { yaml_event_delete(&event) }
        let span = Span(firstLine: Int(event.start_mark.line), lastLine: Int(event.end_mark.line))
        if let found = translate(event) { try visit(found, mark(event.start_mark), span) }
        return event.type != YAML_STREAM_END_EVENT
    }

    private static func translate(_ event: yaml_event_t) -> Event? {
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return .scalar(
                String(decoding: bytes, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
                anchor: text(scalar.anchor))
        case YAML_SEQUENCE_START_EVENT: return .sequenceStart(anchor: text(event.data.sequence_start.anchor))
        case YAML_MAPPING_START_EVENT: return .mappingStart(anchor: text(event.data.mapping_start.anchor))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
        case YAML_ALIAS_EVENT: return .alias(text(event.data.alias.anchor) ?? "")
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        default: return nil
        }
    }

    /// The lines of each node, in the order of the tree.
    static func spans(of bytes: [UInt8]) throws(YAMLError) -> [Span] {
        var spans: [Span] = []
        try parse(bytes) { (event, _, span) throws(YAMLError) in
            switch event {
            case .scalar, .sequenceStart, .mappingStart: spans.append(span)
            default: break
            }
        }
        return spans
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private static func mark(_ mark: yaml_mark_t) -> Mark {
        Mark(line: Int(mark.line) + 1, column: Int(mark.column) + 1, offset: Int(mark.index))
    }

    private static func error(of parser: yaml_parser_t) -> YAMLError {
        let problem = parser.problem.map { String(cString: $0) } ?? "libyaml cannot read this"
        guard parser.error == YAML_READER_ERROR else { return YAMLError(problem, at: mark(parser.problem_mark)) }
        let place = Mark(
            line: Int(parser.mark.line) + 1, column: Int(parser.mark.column) + 1, offset: Int(parser.problem_offset))
        return YAMLError(problem, at: place)
    }
}

extension ScalarStyle {
    fileprivate var libYAML: yaml_scalar_style_t {
        switch self {
        case .plain: YAML_PLAIN_SCALAR_STYLE
        case .singleQuoted: YAML_SINGLE_QUOTED_SCALAR_STYLE
        case .doubleQuoted: YAML_DOUBLE_QUOTED_SCALAR_STYLE
        case .literal: YAML_LITERAL_SCALAR_STYLE
        }
    }
}
