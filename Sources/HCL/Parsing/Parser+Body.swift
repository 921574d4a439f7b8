extension Parser {
    /// Reads items up to the closing brace or the end, which it leaves.
    mutating func parseItems(in scope: BlankLines.Scope) -> [BodyItem] {
        var items: [BodyItem] = []
        var names: Set<String> = []
        var newlines = 0
        while true {
            let token = tokens[index]
            switch token.kind {
            case .end, .closeBrace: return items
            case .newline:
                newlines += 1
                index += 1
                if newlines == 2 { items.append(.blankLine) }
                continue
            case .comment:
                items.append(.comment(comment(token)))
                index += 1
            default: parseItem(in: scope, into: &items, &names)
            }
            newlines = tokens[index - 1].kind == .newline ? 1 : 0
        }
    }

    private mutating func parseItem(
        in scope: BlankLines.Scope, into items: inout [BodyItem], _ names: inout Set<String>
    ) {
        let start = index
        strayComments = []
        do throws(Unreadable) {
            var item = try parseItem(in: scope, &names)
            let trailing = takeTrailingComment()
            item.comment = trailing
            items += strayComments.map { .comment($0) }
            items.append(item)
            try endItem(item)
        } catch {
            recover(from: start)
        }
    }

    private mutating func parseItem(in scope: BlankLines.Scope, _ names: inout Set<String>) throws(Unreadable)
        -> BodyItem
    {
        let name = next
        guard name.kind == .identifier else {
            throw fail(name.kind == .openQuote ? .quotedName : .noItem)
        }
        advance()
        switch next.kind {
        case .assign:
            let attribute = try parseAttribute(name, in: scope)
            if !names.insert(attribute.name).inserted { report(.twice(attribute.name), name) }
            return .attribute(attribute)
        case .openBrace, .openQuote, .identifier:
            return .block(try parseBlock(name, in: scope))
        default:
            report(.neitherAttributeNorBlock(text(name)), name)
            throw Unreadable()
        }
    }

    private mutating func parseAttribute(_ name: Token, in scope: BlankLines.Scope) throws(Unreadable) -> Attribute {
        advance()
        let value = try parseExpression()
        let range = map.range(name.start, previousEnd)
        let word = text(name)
        return Attribute(word, value.normalized(as: word, in: scope), range: range)
    }

    private mutating func parseBlock(_ name: Token, in scope: BlankLines.Scope) throws(Unreadable) -> Block {
        let type = text(name)
        var labels: [String] = []
        while next.kind != .openBrace {
            switch next.kind {
            case .identifier: labels.append(text(advance()))
            case .openQuote: labels.append(try parseLabel())
            default: throw fail(.noBrace)
            }
        }
        let brace = advance()
        let range = map.range(name.start, brace.end)
        let strays = strayComments
        let inner = BlankLines.Scope.block(type: type, isTopLevel: scope.isFile)
        let isOneLine = next.kind != .newline && next.kind != .closeBrace && next.kind != .end
        let items = try nested { parser throws(Unreadable) in
            try parser.within(newlinesIgnored: false) { parser throws(Unreadable) in
                isOneLine && parser.tokens[parser.index].kind != .comment
                    ? try parser.parseOneLine(in: inner) : parser.parseItems(in: inner)
            }
        }
        strayComments = strays
        if tokens[index].kind == .closeBrace { index += 1 } else { report(.unclosedBlock(type), brace) }
        let body = Body(BlankLines.normalized(items, scope: inner))
        return Block(type, labels: labels, body: body, isOneLine: isOneLine && body.items.count == 1, range: range)
    }

    /// Reads the one attribute of a block that shares its line.
    private mutating func parseOneLine(in scope: BlankLines.Scope) throws(Unreadable) -> [BodyItem] {
        let name = next
        guard name.kind == .identifier else { throw fail(.noItem) }
        advance()
        guard next.kind == .assign else { throw fail(.notOneAttribute) }
        let attribute = try parseAttribute(name, in: scope)
        guard next.kind == .closeBrace else { throw fail(.notOneAttribute) }
        return [.attribute(attribute)]
    }

    private mutating func parseLabel() throws(Unreadable) -> String {
        let quote = advance()
        let template = try parseQuoted(from: quote)
        guard let text = template.literal else {
            report(.labelWithSequence, quote)
            return ""
        }
        return text
    }

    /// Checks that the line ends after an item.
    private mutating func endItem(_ item: BodyItem) throws(Unreadable) {
        while tokens[index].kind == .comment { index += 1 }
        switch tokens[index].kind {
        case .newline: index += 1
        case .end, .closeBrace: break
        default: throw fail(.noNewline)
        }
    }
}

extension BodyItem {
    fileprivate var comment: Comment? {
        get { nil }
        set {
            switch self {
            case .attribute(var attribute):
                attribute.comment = newValue
                self = .attribute(attribute)
            case .block(var block):
                block.comment = newValue
                self = .block(block)
            case .comment, .blankLine: break
            }
        }
    }
}

extension Problem {
    static let quotedName = Problem("name in quotes", "Write the name of an attribute without quotes.")
    static let noItem = Problem("neither an attribute nor a block", "Start with a name: 'name = value' or 'name {'.")
    static let noBrace = Problem(
        "block without its opening brace", "Write labels in quotes and then { on the same line.")
    static let noNewline = Problem("more on the line than one item", "Start a new line here.")
    static let labelWithSequence = Problem("label that is not fixed", "Write the label without ${ and %{.")

    static let notOneAttribute = Problem(
        "block on one line with more than one attribute", "Give each attribute and block a line of its own.")

    static func unclosedBlock(_ type: String) -> Problem {
        Problem("block without its closing brace", "Put a } at the end of the block '\(type)'.")
    }

    static func twice(_ name: String) -> Problem {
        Problem("attribute '\(name)' is set twice", "Keep one of the two values.")
    }

    static func neitherAttributeNorBlock(_ name: String) -> Problem {
        Problem(
            "name '\(name)' with neither a value nor a body",
            "Go on with '= value' for an attribute or '{' for a block.")
    }
}
