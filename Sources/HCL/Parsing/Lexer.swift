/// Cuts a source into tokens. Any bytes will do: what is no token of HCL is `invalid` and reported.
struct Lexer {
    /// What the bytes at hand mean.
    enum Mode {
        /// Expressions and blocks. In a sequence of a template, the brace that closes it is the one at depth 0.
        case code(isSequence: Bool, braces: Int)
        /// Between quotes, the first of which is at this offset.
        case quoted(start: Int)
        case heredoc(start: Int, marker: Range<Int>)
    }

    let bytes: [UInt8]
    var offset = 0
    var tokens: [Token] = []
    var modes: [Mode] = [.code(isSequence: false, braces: 0)]
    var log: DiagnosticLog

    /// The tokens of `bytes`, of which `end` is always the last, and what is wrong with them.
    static func tokens(of map: SourceMap) -> (tokens: [Token], log: DiagnosticLog) {
        var lexer = Lexer(map)
        lexer.run()
        return (lexer.tokens, lexer.log)
    }

    private init(_ map: SourceMap) {
        bytes = map.bytes
        log = DiagnosticLog(map)
    }

    private mutating func run() {
        reportInvalidUTF8()
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        while offset < bytes.count {
            switch modes.last ?? .code(isSequence: false, braces: 0) {
            case .code: lexCode()
            case .quoted(let start): lexQuoted(from: start)
            case .heredoc(_, let marker): lexHeredoc(until: marker)
            }
        }
        reportUnclosed()
        add(.end, 0)
    }

    /// Adds a token of the next `length` bytes and steps over them.
    mutating func add(_ kind: TokenKind, _ length: Int) {
        tokens.append(Token(kind: kind, start: offset, end: offset + length))
        offset += length
    }

    func byte(at index: Int) -> UInt8 {
        index < bytes.count ? bytes[index] : 0
    }

    /// The end of the line that `index` is on: where its newline is, or the end of the source.
    func lineEnd(from index: Int) -> Int {
        bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    }

    /// Reports the outermost template that is still open; what is open within it is no news.
    private mutating func reportUnclosed() {
        for mode in modes {
            switch mode {
            case .code: continue
            case .quoted(let start): log.report(.unclosedString, start, start + 1)
            case .heredoc(let start, let marker): log.report(.unclosedHeredoc, start, marker.upperBound)
            }
            return
        }
    }

    private mutating func reportInvalidUTF8() {
        var index = 0
        while let start = bytes[index...].firstIndex(where: { $0 >= 0x80 }) {
            let length = scalar(at: start).map(UTF8.width) ?? 0
            if length == 0 { log.report(.invalidUTF8, start, start + 1) }
            index = start + max(length, 1)
        }
    }

    /// The scalar at `index`, if its bytes are good UTF-8.
    func scalar(at index: Int) -> Unicode.Scalar? {
        var decoder = UTF8()
        var iterator = bytes[index..<min(index + 4, bytes.count)].makeIterator()
        if case .scalarValue(let scalar) = decoder.decode(&iterator) { return scalar }
        return nil
    }
}

extension Problem {
    static let unclosedString = Problem(
        "string without its closing quote",
        "Put a \" at the end of the string, on the same line; write \\n for a newline.")

    static let unclosedHeredoc = Problem(
        "heredoc without its closing marker", "Repeat the marker on a line of its own after the text.")

    static let invalidUTF8 = Problem("byte that is not UTF-8", "Save the file as UTF-8.")
}
