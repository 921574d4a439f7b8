/// A line in three cells: what leads, `= value`, and the comment. Consecutive lines align their cells.
///
/// A line here ends with a newline token, or a comment that runs to the end of the line. The lines of a heredoc are
/// part of the line that opens it.
struct Line {
    var start: Int
    /// Where the equals sign is, if its value ends on this line; else `comment`.
    var assign: Int
    /// Where the comment at the end is; else `end`.
    var comment: Int
    var end: Int

    var hasAssign: Bool { assign < comment }
    var hasComment: Bool { comment < end }
}

extension Line {
    /// The lines of `tokens`.
    static func lines(of tokens: [PrintToken]) -> [Line] {
        var lines: [Line] = []
        var start = 0
        for index in tokens.indices where tokens[index].kind == .newline || tokens[index].kind == .comment {
            lines.append(Line(tokens, from: start, to: index + 1))
            start = index + 1
        }
        if start < tokens.count { lines.append(Line(tokens, from: start, to: tokens.count)) }
        return lines
    }

    private init(_ tokens: [PrintToken], from start: Int, to end: Int) {
        self.start = start
        self.end = end
        comment = end - start > 1 && tokens[end - 1].kind == .comment ? end - 1 : end
        assign = comment
        for index in start..<comment where index > start && tokens[index].kind == .equal {
            let isWhole = tokens[index..<comment].reduce(0) { $0 + $1.kind.bracketChange } == 0
            if isWhole { assign = index }
            return
        }
    }
}
