extension Expression {
    /// The expressions straight below this one, those in a quoted template included.
    public var children: [Expression] {
        var children: [Expression] = []
        forEachChild { children.append($0) }
        return children
    }

    /// Calls `visit` with each expression straight below this one, those in a quoted template included.
    public func forEachChild(_ visit: (Expression) -> Void) {
        switch self {
        case .null, .bool, .number, .variable: break
        case .template(let template): TemplatePart.forEachExpression(in: template.parts, visit)
        case .heredoc(let heredoc): TemplatePart.forEachExpression(in: heredoc.template.parts, visit)
        case .tuple(let tuple): for case .element(let value, _) in tuple.items { visit(value) }
        case .object(let object): object.forEachExpression(visit)
        case .attribute(let base, _), .legacyIndex(let base, _): visit(base)
        case .attributeSplat(let base), .fullSplat(let base), .parenthesized(let base), .unary(_, let base): visit(base)
        case .index(let base, let key): for part in [base, key] { visit(part) }
        case .call(_, let arguments, _): for argument in arguments { visit(argument) }
        case .binary(let left, _, let right): for part in [left, right] { visit(part) }
        case .conditional(let condition, let then, let otherwise):
            for part in [condition, then, otherwise] { visit(part) }
        case .forTuple(let loop): for part in [loop.clause.collection, loop.result, loop.condition] { part.map(visit) }
        case .forObject(let loop):
            for part in [loop.clause.collection, loop.key, loop.result, loop.condition] { part.map(visit) }
        }
    }

    /// Whether a collection cannot share a line even in an interpolation: it holds comments, or an object a heredoc.
    var needsOwnLines: Bool {
        switch self {
        case .tuple(let tuple): tuple.items.contains { if case .element(_, comment: nil) = $0 { false } else { true } }
        case .object(let object):
            object.items.contains {
                if case .pair(_, let value, comment: nil) = $0 { value.holdsHeredoc } else { true }
            }
        default: false
        }
    }

    /// Whether it cannot be printed on one line at all.
    var needsLines: Bool {
        if case .heredoc = self { return true }
        return needsOwnLines || children.contains(where: \.needsLines)
    }

    private var holdsHeredoc: Bool {
        switch self {
        case .heredoc: true
        case .template: false
        default: children.contains(where: \.holdsHeredoc)
        }
    }

    /// Whether the last thing it prints, where a heredoc may end it, is the marker of one.
    var endsWithHeredoc: Bool {
        switch self {
        case .heredoc(let heredoc): heredoc.isWritable
        case .unary(_, let operand): operand.precedence >= .unary && operand.endsWithHeredoc
        case .binary(_, let sign, let right): right.precedence > sign.precedence && right.endsWithHeredoc
        case .conditional(_, _, let otherwise): otherwise.endsWithHeredoc
        default: false
        }
    }
}

extension Object {
    fileprivate func forEachExpression(_ visit: (Expression) -> Void) {
        for case .pair(let key, let value, _) in items {
            if case .expression(let key) = key { visit(key) }
            visit(value)
        }
    }
}

extension TemplatePart {
    fileprivate static func forEachExpression(in parts: [TemplatePart], _ visit: (Expression) -> Void) {
        for part in parts {
            switch part {
            case .literal: break
            case .interpolation(let value, _): visit(value)
            case .if(let directive):
                visit(directive.condition)
                forEachExpression(in: directive.then, visit)
                forEachExpression(in: directive.otherwise ?? [], visit)
            case .for(let directive):
                visit(directive.clause.collection)
                forEachExpression(in: directive.body, visit)
            }
        }
    }
}
