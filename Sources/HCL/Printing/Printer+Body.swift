extension Printer {
    mutating func write(_ body: Body, in scope: BlankLines.Scope) {
        let isBlankDemanded = BlankLines.demanded(in: body.items, scope: scope)
        var isFirst = true
        var hasBlank = false
        for (index, item) in body.items.enumerated() {
            if item == .blankLine {
                hasBlank = !isFirst
                continue
            }
            if hasBlank || isBlankDemanded[index] { stream.newline() }
            hasBlank = false
            isFirst = false
            write(item, in: scope)
        }
    }

    private mutating func write(_ item: BodyItem, in scope: BlankLines.Scope) {
        switch item {
        case .attribute(let attribute): write(attribute, in: scope)
        case .block(let block): write(block, in: scope)
        case .comment(let comment): writeLines(of: comment)
        case .blankLine: break
        }
    }

    private mutating func write(_ attribute: Attribute, in scope: BlankLines.Scope) {
        let value = attribute.value.normalized(as: attribute.name, in: scope)
        let endsLine = !value.endsWithHeredoc
        if !endsLine, let comment = attribute.comment { writeLines(of: comment) }
        writeAssignment(attribute.name, value)
        endLine(endsLine ? attribute.comment : nil)
    }

    private mutating func writeAssignment(_ name: String, _ value: Expression) {
        identifier(name)
        stream.add(.equal, "=")
        write(value, .value(column: 2 * depth + name.utf8.count + 3), .free)
    }

    private mutating func write(_ block: Block, in scope: BlankLines.Scope) {
        identifier(block.type)
        for label in block.labels { quoted(label) }
        stream.add(.openBrace, "{")
        let inner = BlankLines.Scope.block(type: block.type, isTopLevel: scope.isFile)
        if let attribute = block.soleAttribute {
            flat { $0.writeAssignment(attribute.name, attribute.value.normalized(as: attribute.name, in: inner)) }
        } else if !block.body.items.isEmpty {
            stream.newline()
            depth += 1
            write(block.body, in: inner)
            depth -= 1
        }
        stream.add(.closeBrace, "}")
        endLine(block.comment)
    }

    /// Writes `contents` with everything on one line that can.
    mutating func flat(_ contents: (inout Printer) -> Void) {
        let wasFlat = isFlat
        isFlat = true
        contents(&self)
        isFlat = wasFlat
    }
}
