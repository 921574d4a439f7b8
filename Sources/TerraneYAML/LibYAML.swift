import CLibYAML

/// libyaml, and the only file that sees its types. What it allocates is released on every path.
enum LibYAML {}

// MARK: - Writing

extension LibYAML {
    private final class Output {
        var bytes: [UInt8] = []
    }

    /// The text of a tree, without its comments.
    static func emit(_ node: Node, _ standIns: StandIns) throws(YAMLError) -> [UInt8] {
        // libyaml keeps pointers into its own structures: they must not move.
        let emitter = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
        emitter.initialize(to: yaml_emitter_t())
        defer { emitter.deallocate() }
        guard yaml_emitter_initialize(emitter) == 1 else { throw YAMLError("libyaml has no memory for an emitter") }
        defer { yaml_emitter_delete(emitter) }
        let output = Output()
        yaml_emitter_set_unicode(emitter, 1)
        yaml_emitter_set_width(emitter, -1)
        yaml_emitter_set_indent(emitter, 2)
        yaml_emitter_set_output(emitter, append, Unmanaged.passUnretained(output).toOpaque())
        try withExtendedLifetime(output) { () throws(YAMLError) in
            try write(emitter) { yaml_stream_start_event_initialize($0, YAML_UTF8_ENCODING) }
            try write(emitter) { yaml_document_start_event_initialize($0, nil, nil, nil, 1) }
            try write(node, emitter, standIns, depth: 0)
            try write(emitter) { yaml_document_end_event_initialize($0, 1) }
            try write(emitter) { yaml_stream_end_event_initialize($0) }
        }
        // After a block that keeps its last blank lines libyaml ends the stream with "...", which no one needs.
        if output.bytes.suffix(5).elementsEqual("\n...\n".utf8) { output.bytes.removeLast(4) }
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
        _ emitter: UnsafeMutablePointer<yaml_emitter_t>, _ initialize: (UnsafeMutablePointer<yaml_event_t>) -> Int32
    ) throws(YAMLError) {
        var event = yaml_event_t()
        guard initialize(&event) == 1 else { throw YAMLError("libyaml has no memory for an event") }
        // The emitter takes the event over, whether or not it succeeds.
        guard yaml_emitter_emit(emitter, &event) == 1 else {
            throw YAMLError(emitter.pointee.problem.map { String(cString: $0) } ?? "libyaml cannot write this")
        }
    }

    private static func write(
        _ node: Node, _ emitter: UnsafeMutablePointer<yaml_emitter_t>, _ standIns: StandIns, depth: Int
    ) throws(YAMLError) {
        guard depth < Parser.depthLimit else { throw .tooDeep(at: nil) }
        // Comments need lines of their own.
        let isFlow = node.isFlow && !node.hasTriviaInside
        switch node.content {
        case .scalar(let scalar): try write(scalar, node.style, emitter, standIns)
        case .sequence(let items):
            let style = isFlow ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE
            try write(emitter) { yaml_sequence_start_event_initialize($0, nil, nil, 1, style) }
            for item in items { try write(item, emitter, standIns, depth: depth + 1) }
            try write(emitter) { yaml_sequence_end_event_initialize($0) }
        case .mapping(let pairs):
            let style = isFlow ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE
            try write(emitter) { yaml_mapping_start_event_initialize($0, nil, nil, 1, style) }
            for pair in pairs {
                try write(pair.key, emitter, standIns, depth: depth + 1)
                try write(pair.value, emitter, standIns, depth: depth + 1)
            }
            try write(emitter) { yaml_mapping_end_event_initialize($0) }
        }
    }

    private static func write(
        _ scalar: Scalar, _ wish: ScalarStyle, _ emitter: UnsafeMutablePointer<yaml_emitter_t>, _ standIns: StandIns
    ) throws(YAMLError) {
        guard case .string(let text) = scalar else { return try write(scalar.text, .plain, emitter) }
        let style = wish.resolved(for: text)
        try write(standIns.applied(to: text, in: style), style, emitter)
    }

    private static func write(
        _ text: String, _ style: ScalarStyle, _ emitter: UnsafeMutablePointer<yaml_emitter_t>
    ) throws(YAMLError) {
        guard let count = Int32(exactly: text.utf8.count) else { throw YAMLError("a text is longer than 2 GB") }
        var text = text
        try write(emitter) { event in
            text.withUTF8 { bytes in
                // libyaml wants an address even for no bytes at all.
                withUnsafePointer(to: 0) { nothing in
                    yaml_scalar_event_initialize(
                        event, nil, nil, bytes.baseAddress ?? nothing, count, 1, 1, style.libYAML)
                }
            }
        }
    }
}

extension ScalarStyle {
    fileprivate var libYAML: yaml_scalar_style_t {
        switch self {
        case .automatic: YAML_ANY_SCALAR_STYLE
        case .plain: YAML_PLAIN_SCALAR_STYLE
        case .singleQuoted: YAML_SINGLE_QUOTED_SCALAR_STYLE
        case .doubleQuoted: YAML_DOUBLE_QUOTED_SCALAR_STYLE
        case .literal: YAML_LITERAL_SCALAR_STYLE
        }
    }
}

// MARK: - Reading

extension LibYAML {
    /// Calls `visit` with each event of a text.
    static func parse(_ bytes: [UInt8], _ visit: (Event) throws(YAMLError) -> Void) throws(YAMLError) {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else { throw YAMLError("libyaml has no memory for a parser") }
        defer { yaml_parser_delete(parser) }
        try bytes.withUnsafeBufferPointer { (buffer) throws(YAMLError) in
            var offsets = ByteOffsets(buffer)
            yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
            withUnsafePointer(to: 0) { nothing in
                // An empty array may have no address; libyaml reads nothing from this one.
                yaml_parser_set_input_string(parser, buffer.baseAddress ?? nothing, buffer.count)
            }
            while try step(parser, &offsets, visit) {}
        }
    }

    private static func step(
        _ parser: UnsafeMutablePointer<yaml_parser_t>, _ offsets: inout ByteOffsets,
        _ visit: (Event) throws(YAMLError) -> Void
    ) throws(YAMLError) -> Bool {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw error(of: parser, &offsets) }
        defer { yaml_event_delete(&event) }
        if let kind = kind(of: event) {
            let mark = mark(event.start_mark, &offsets)
            try visit(Event(kind: kind, mark: mark, lastLine: lastLine(of: event)))
        }
        return event.type != YAML_STREAM_END_EVENT
    }

    private static func kind(of event: yaml_event_t) -> Event.Kind? {
        switch event.type {
        case YAML_SCALAR_EVENT: scalar(event)
        case YAML_SEQUENCE_START_EVENT:
            .sequenceStart(properties(event.data.sequence_start.anchor, event.data.sequence_start.tag))
        case YAML_MAPPING_START_EVENT:
            .mappingStart(properties(event.data.mapping_start.anchor, event.data.mapping_start.tag))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .end
        case YAML_ALIAS_EVENT: .alias(text(event.data.alias.anchor) ?? "")
        case YAML_DOCUMENT_START_EVENT: .documentStart
        case YAML_DOCUMENT_END_EVENT: .documentEnd
        default: nil
        }
    }

    private static func scalar(_ event: yaml_event_t) -> Event.Kind {
        let scalar = event.data.scalar
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        return .scalar(
            String(decoding: bytes, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
            properties(scalar.anchor, scalar.tag))
    }

    private static func properties(
        _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?
    ) -> Event.Properties {
        Event.Properties(anchor: text(anchor), tag: text(tag))
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    /// A block scalar ends where the next line begins, which has nothing of it.
    private static func lastLine(of event: yaml_event_t) -> Int {
        let line = Int(event.end_mark.line) + 1
        return event.end_mark.column == 0 && event.end_mark.line > event.start_mark.line ? line - 1 : line
    }

    private static func mark(_ mark: yaml_mark_t, _ offsets: inout ByteOffsets) -> Mark {
        Mark(line: Int(mark.line) + 1, column: Int(mark.column) + 1, offset: offsets.offset(ofScalar: Int(mark.index)))
    }

    private static func error(
        of parser: UnsafeMutablePointer<yaml_parser_t>, _ offsets: inout ByteOffsets
    ) -> YAMLError {
        let found = parser.pointee
        let problem = found.problem.map { String(cString: $0) } ?? "libyaml has no memory for the text"
        // A byte that is no UTF-8 is found while reading ahead: only its offset is known.
        guard found.error == YAML_READER_ERROR else {
            return YAMLError(problem, at: mark(found.problem_mark, &offsets))
        }
        return YAMLError(problem, at: offsets.mark(at: Int(found.problem_offset)))
    }
}
