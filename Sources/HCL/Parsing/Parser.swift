/// Reads HCL's native syntax.
///
/// It never gives up: after an error it goes on at the next line that looks like the start of something, so that one
/// run reports them all (up to a hundred). The tree then lacks what could not be read. What nests, or chains
/// operators, deeper than `depthLimit` is an error.
///
/// Comments stay where they are if they have a line of their own in a body, tuple or object, or end the line of an item
/// there. One elsewhere in an expression moves to a line before the item. Blank lines stay if the canonical layout does
/// not have one there anyway, several as one.
public struct Parser {
    static let depthLimit = 200

    let tokens: [Token]
    let map: SourceMap
    var log: DiagnosticLog
    /// The next token to look at, comments and newlines included.
    var index = 0
    /// Whether newlines mean nothing here.
    var ignoresNewlines = false
    /// How deeply the expression or body at hand is nested.
    var depth = 0
    /// How deep the tree is under the expression read last.
    var height = 0
    /// The comments within the item at hand that have no place in the tree.
    var strayComments: [Comment] = []

    public static func parse(_ source: String) -> (body: Body, diagnostics: [Diagnostic]) {
        parse(Array(source.utf8))
    }

    public static func parse(_ source: [UInt8]) -> (body: Body, diagnostics: [Diagnostic]) {
        var parser = Parser(source)
        let body = parser.parseFile()
        return (body, parser.log.diagnostics)
    }

    private init(_ source: [UInt8]) {
        map = SourceMap(source)
        (tokens, log) = Lexer.tokens(of: map)
    }

    private mutating func parseFile() -> Body {
        var items: [BodyItem] = []
        while true {
            items += parseItems(in: .file)
            guard tokens[index].kind != .end else { break }
            report(.strayBrace, tokens[index])
            index += 1
        }
        return Body(BlankLines.normalized(items, scope: .file))
    }
}

/// Thrown where the source cannot be read, when that has been reported.
struct Unreadable: Error {}

extension Problem {
    static let strayBrace = Problem(
        "closing brace without an opening one", "Remove it, or open the block it should close.")

    static let tooDeep = Problem(
        "nested too deeply", "Give parts of it names, in locals for instance; \(Parser.depthLimit) levels can be read.")
}
