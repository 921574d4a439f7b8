extension Printer {
    mutating func write(_ loop: ForTuple, _ place: Place) {
        let hasLines = hasLines(.forTuple(loop), place)
        stream.add(.openBracket, "[")
        loopBody(hasLines) { printer in
            printer.write(loop.clause)
            printer.stream.add(.colon, ":")
            printer.write(loop.result, hasLines ? .value(column: 2 * printer.depth) : .part, .free)
            printer.write(condition: loop.condition, onNewLine: hasLines)
        }
        stream.add(.closeBracket, "]")
    }

    mutating func write(_ loop: ForObject, _ place: Place) {
        let hasLines = hasLines(.forObject(loop), place)
        stream.add(.openBrace, "{")
        loopBody(hasLines) { printer in
            printer.write(loop.clause)
            printer.stream.add(.colon, ":")
            printer.write(loop.key, .part, .free)
            printer.stream.add(.arrow, "=>")
            printer.write(loop.result, hasLines ? .value(column: 2 * printer.depth) : .part, .free)
            if loop.isGrouping { printer.stream.add(.ellipsis, "...") }
            printer.write(condition: loop.condition, onNewLine: hasLines)
        }
        stream.add(.closeBrace, "}")
    }

    private mutating func loopBody(_ hasLines: Bool, _ contents: (inout Printer) -> Void) {
        guard hasLines else { return brackets { $0.flat(contents) } }
        stream.newline()
        indented(contents)
        stream.newline()
    }

    mutating func write(_ clause: ForClause) {
        stream.add(.identifier, "for")
        if let key = clause.key {
            identifier(key)
            stream.add(.comma, ",")
        }
        identifier(clause.value)
        stream.add(.keywordIn, "in")
        write(clause.collection, .part, .free)
    }

    private mutating func write(condition: Expression?, onNewLine: Bool) {
        guard let condition else { return }
        if onNewLine { stream.newline() }
        stream.add(.identifier, "if")
        write(condition, .part, .free)
    }
}
