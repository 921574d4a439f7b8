extension Printer {
    mutating func write(_ tuple: Tuple, _ place: Place) {
        stream.add(.openBracket, "[")
        if hasLines(.tuple(tuple), place) {
            writeLines(of: tuple)
        } else {
            brackets { $0.writeFlat(tuple.elements) }
        }
        stream.add(.closeBracket, "]")
    }

    mutating func writeFlat(_ elements: [Expression]) {
        flat { printer in
            for (index, element) in elements.enumerated() {
                if index > 0 { printer.stream.add(.comma, ",") }
                printer.write(element, .part, .free)
            }
        }
    }

    private mutating func writeLines(of tuple: Tuple) {
        stream.newline()
        let last = tuple.items.lastIndex { if case .element = $0 { true } else { false } }
        indented { printer in
            for (index, item) in tuple.items.enumerated() {
                switch item {
                case .comment(let comment): printer.writeLines(of: comment)
                case .blankLine: printer.stream.newline()
                case .element(let value, let comment): printer.writeLine(of: value, comment, isLast: index == last)
                }
            }
        }
    }

    /// Writes an element on a line of its own. After a heredoc the comma is on the next line, so the last has none.
    mutating func writeLine(of value: Expression, _ comment: Comment? = nil, isLast: Bool) {
        write(value, .value(column: 2 * depth), .free)
        let hasEnded = value.endsWithHeredoc
        if hasEnded { stream.newline() }
        if hasEnded, isLast, comment == nil { return }
        stream.add(.comma, ",")
        endLine(comment)
    }

    mutating func write(_ object: Object, _ place: Place) {
        stream.add(.openBrace, "{")
        if hasLines(.object(object), place) {
            stream.newline()
            let wasWithin = isWithinBrackets
            isWithinBrackets = false
            depth += 1
            for item in object.items { writeLine(of: item) }
            depth -= 1
            isWithinBrackets = wasWithin
        } else {
            flat { $0.writeFlat(object) }
        }
        stream.add(.closeBrace, "}")
    }

    private mutating func writeFlat(_ object: Object) {
        let wasWithin = isWithinBrackets
        isWithinBrackets = false
        var isFirst = true
        for case .pair(let key, let value, _) in object.items {
            if !isFirst { stream.add(.comma, ",") }
            isFirst = false
            write(key)
            stream.add(.equal, "=")
            write(value, .part, .bound)
        }
        isWithinBrackets = wasWithin
    }

    private mutating func writeLine(of item: ObjectItem) {
        switch item {
        case .comment(let comment): writeLines(of: comment)
        case .blankLine: stream.newline()
        case .pair(let key, let value, let comment):
            let endsLine = !value.endsWithHeredoc
            if !endsLine, let comment { writeLines(of: comment) }
            write(key)
            stream.add(.equal, "=")
            write(value, .value(column: 2 * depth + key.width + 3), .free)
            endLine(endsLine ? comment : nil)
        }
    }

    private mutating func write(_ key: ObjectKey) {
        switch key {
        case .name(let name): Identifier.isBareKey(name) ? identifier(name) : quoted(name)
        case .expression(.template(let template)): write(template)
        case .expression(let expression):
            stream.add(.openParen, "(")
            brackets { printer in printer.flat { $0.write(expression, .part, .free) } }
            stream.add(.closeParen, ")")
        }
    }

    /// Writes what stands within brackets in which newlines mean nothing.
    mutating func brackets(_ contents: (inout Printer) -> Void) {
        let wasWithin = isWithinBrackets
        isWithinBrackets = true
        contents(&self)
        isWithinBrackets = wasWithin
    }

    /// Writes lines within such brackets.
    mutating func indented(_ contents: (inout Printer) -> Void) {
        depth += 1
        brackets(contents)
        depth -= 1
    }
}
