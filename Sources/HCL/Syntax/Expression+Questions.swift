extension Expression {
    /// The expressions straight below this one, those in a quoted template included.
    public var children: [Expression] {
        switch self {
        case .null, .bool, .number, .variable: []
        case .template(let template): TemplatePart.expressions(in: template.parts)
        case .heredoc(let heredoc): TemplatePart.expressions(in: heredoc.template.parts)
        case .tuple(let tuple): tuple.elements
        case .object(let object): object.expressions
        case .attribute(let base, _), .legacyIndex(let base, _): [base]
        case .attributeSplat(let base), .fullSplat(let base), .parenthesized(let base), .unary(_, let base): [base]
        case .index(let base, let key): [base, key]
        case .call(_, let arguments, _): arguments
        case .binary(let left, _, let right): [left, right]
        case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
        case .forTuple(let loop): [loop.clause.collection, loop.result] + (loop.condition.map { [$0] } ?? [])
        case .forObject(let loop):
            [loop.clause.collection, loop.key, loop.result] + (loop.condition.map { [$0] } ?? [])
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
    fileprivate var expressions: [Expression] {
        items.flatMap { item -> [Expression] in
            switch item {
            case .pair(.expression(let key), let value, _): [key, value]
            case .pair(.name, let value, _): [value]
            case .comment, .blankLine: []
            }
        }
    }
}

extension TemplatePart {
    static func expressions(in parts: [TemplatePart]) -> [Expression] {
        parts.flatMap { part -> [Expression] in
            switch part {
            case .literal: []
            case .interpolation(let value, _): [value]
            case .if(let directive):
                [directive.condition] + expressions(in: directive.then) + expressions(in: directive.otherwise ?? [])
            case .for(let directive): [directive.clause.collection] + expressions(in: directive.body)
            }
        }
    }
}
