/// Gives every token its white space, as `terraform fmt` does, and joins them.
///
/// The passes are those of `hashicorp/hcl: hclwrite/format.go`: indent, then spaces, then columns. As they see the same
/// tokens, a file laid out here is one that `terraform fmt` leaves alone.
struct TokenLayout {
    private var tokens: [PrintToken]
    private let lines: [Line]

    static func bytes(of stream: TokenStream) -> [UInt8] {
        var layout = TokenLayout(stream.tokens)
        layout.indentLines()
        layout.spaceTokens()
        layout.align(hasCell: \.hasAssign, cell: \.assign)
        layout.align(hasCell: \.hasComment, cell: \.comment)
        return layout.join(stream.text)
    }

    private init(_ tokens: [PrintToken]) {
        self.tokens = tokens
        lines = Line.lines(of: tokens)
    }

    /// Indents a line by two for each earlier line that opened more brackets than it closed.
    private mutating func indentLines() {
        var open: [Int] = []
        for line in lines where tokens[line.start].kind != .newline {
            let change = bracketChange(of: line)
            if change < 0 { close(-change, in: &open) }
            tokens[line.start].spaces = UInt32(truncatingIfNeeded: 2 * open.count)
            if change > 0 { open.append(change) }
        }
    }

    private func bracketChange(of line: Line) -> Int {
        var change = 0
        for index in line.start..<line.assign {
            change += tokens[index].kind.bracketChange
            if tokens[index].kind == .openHeredoc { break }
        }
        for index in line.assign..<line.comment { change += tokens[index].kind.bracketChange }
        return change
    }

    private func close(_ count: Int, in open: inout [Int]) {
        var count = count
        while count > 0, let last = open.last {
            if count < last {
                open[open.count - 1] = last - count
                return
            }
            count -= last
            open.removeLast()
        }
    }

    private mutating func spaceTokens() {
        for line in lines {
            space(line.start, line.assign)
            space(line.assign, line.comment)
        }
    }

    private mutating func space(_ start: Int, _ end: Int) {
        guard start + 1 < end else { return }
        var before = PrintTokenKind.none
        for index in start..<end - 1 {
            let left = tokens[index].kind
            let isSpaced = hasSpace(between: left, and: tokens[index + 1].kind, before: before)
            tokens[index + 1].spaces = isSpaced ? 1 : 0
            before = left
        }
    }

    /// Puts the cells of consecutive lines that have one into one column.
    private mutating func align(hasCell: (Line) -> Bool, cell: (Line) -> Int) {
        var first = 0
        while first < lines.count {
            guard hasCell(lines[first]) else {
                first += 1
                continue
            }
            let end = lines[first...].firstIndex { !hasCell($0) } ?? lines.count
            align(first..<end, at: cell)
            first = end
        }
    }

    private mutating func align(_ chain: Range<Int>, at cell: (Line) -> Int) {
        var widest = 0
        for index in chain { widest = max(widest, columns(lines[index].start, cell(lines[index]))) }
        for index in chain {
            let line = lines[index]
            tokens[cell(line)].spaces = UInt32(truncatingIfNeeded: widest - columns(line.start, cell(line)) + 1)
        }
    }

    private func columns(_ start: Int, _ end: Int) -> Int {
        var sum = 0
        for index in start..<end { sum += Int(tokens[index].spaces) + Int(tokens[index].columns) }
        return sum
    }

    private func join(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + tokens.reduce(0) { $0 + Int($1.spaces) })
        var start = 0
        for token in tokens {
            if token.spaces > 0 {
                result.append(contentsOf: repeatElement(UInt8(ascii: " "), count: Int(token.spaces)))
            }
            let end = start + Int(token.length)
            result.append(contentsOf: text[start..<end])
            start = end
        }
        return result
    }
}
