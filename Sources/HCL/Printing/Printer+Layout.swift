extension Printer {
    /// Whether a collection, call or loop opens lines here: the rules in the description of `Printer`.
    func hasLines(_ expression: Expression, _ place: Place) -> Bool {
        if expression.isEmptyCollection { return false }
        if isFlat { return expression.needsOwnLines }
        var column = 2 * depth + 20
        if case .value(let start) = place {
            column = start
            switch expression {
            case .object: return true
            case .tuple(let tuple) where !tuple.isPlain: return true
            default: break
            }
        }
        if expression.needsOwnLines { return true }
        var room = Printer.lineLimit - column
        return !Width.fits(expression, within: &room)
    }
}

extension Tuple {
    /// Whether its elements are scalars, strings and references, or it is a single one that is no collection.
    fileprivate var isPlain: Bool {
        if items.count == 1, case .element(let only, _) = items[0] { return only.isEmptyCollection || !only.opensLines }
        return elements.allSatisfy(\.isPlain)
    }
}

extension Expression {
    fileprivate var isPlain: Bool {
        switch self {
        case .null, .bool, .number, .template, .variable: true
        case .attribute(let base, _), .legacyIndex(let base, _), .attributeSplat(let base), .fullSplat(let base):
            base.isPlain
        case .index(let base, let key): base.isPlain && key.isPlain
        case .unary(_, let operand): operand.isPlain
        case .tuple, .object: isEmptyCollection
        default: false
        }
    }

    fileprivate var isEmptyCollection: Bool {
        switch self {
        case .tuple(let tuple): tuple.items.isEmpty
        case .object(let object): object.items.isEmpty
        case .call(_, let arguments, _): arguments.isEmpty
        default: false
        }
    }

    /// Whether it starts with a bracket that can be followed by lines, or is a heredoc.
    var opensLines: Bool {
        switch self {
        case .tuple, .object, .heredoc, .forTuple, .forObject: true
        default: false
        }
    }
}
