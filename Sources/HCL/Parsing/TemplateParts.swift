/// What a `%{` sequence says.
enum Directive {
    case `if`(Expression)
    case `else`
    case endIf
    case `for`(ForClause)
    case endFor
}

/// Collects the parts of a template, nesting what stands between a directive and its end.
struct TemplateParts {
    /// A directive that has not ended yet.
    private enum Open {
        case `if`(IfDirective, hasElse: Bool)
        case `for`(ForDirective)
    }

    /// The parts read so far, outside of any open directive.
    private(set) var parts: [TemplatePart] = []
    private var open: [(directive: Open, token: Token, outer: [TemplatePart])] = []

    init(end: TokenKind) {}

    /// How many directives are open.
    var depth: Int { open.count }

    mutating func add(_ part: TemplatePart) {
        parts.append(part)
    }

    /// Adds a directive; false if it does not fit the ones that are open.
    mutating func add(_ directive: Directive, _ strip: Strip, _ token: Token) -> Bool {
        switch directive {
        case .if(let condition): begin(.if(IfDirective(condition, then: [], ifStrip: strip), hasElse: false), token)
        case .for(let clause): begin(.for(ForDirective(clause, body: [], forStrip: strip)), token)
        case .else: return addElse(strip)
        case .endIf: return end(strip, isIf: true)
        case .endFor: return end(strip, isIf: false)
        }
        return true
    }

    /// Ends all open directives; gives the first of them.
    mutating func close() -> Token? {
        let first = open.first?.token
        while let last = open.last {
            if case .if = last.directive { _ = end(.none, isIf: true) } else { _ = end(.none, isIf: false) }
        }
        parts = TemplatePart.melded(parts)
        return first
    }

    private mutating func begin(_ directive: Open, _ token: Token) {
        open.append((directive, token, parts))
        parts = []
    }

    private mutating func addElse(_ strip: Strip) -> Bool {
        guard let last = open.last, case .if(var directive, hasElse: false) = last.directive else { return false }
        directive.then = TemplatePart.melded(parts)
        directive.elseStrip = strip
        open[open.count - 1].directive = .if(directive, hasElse: true)
        parts = []
        return true
    }

    private mutating func end(_ strip: Strip, isIf: Bool) -> Bool {
        guard let last = open.last else { return false }
        let inner = TemplatePart.melded(parts)
        switch last.directive {
        case .if(var directive, let hasElse):
            guard isIf else { return false }
            if hasElse { directive.otherwise = inner } else { directive.then = inner }
            directive.endStrip = strip
            parts = last.outer + [.if(directive)]
        case .for(var directive):
            guard !isIf else { return false }
            directive.body = inner
            directive.endStrip = strip
            parts = last.outer + [.for(directive)]
        }
        open.removeLast()
        return true
    }
}
