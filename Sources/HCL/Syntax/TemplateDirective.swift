/// Text that is there on a condition.
public struct IfDirective: Hashable, Sendable {
    public var condition: Expression
    public var then: [TemplatePart]
    /// The text after `%{else}`; nil if there is none.
    public var otherwise: [TemplatePart]?
    public var ifStrip: Strip
    public var elseStrip: Strip
    public var endStrip: Strip

    public init(
        _ condition: Expression,
        then: [TemplatePart],
        else otherwise: [TemplatePart]? = nil,
        ifStrip: Strip = .none,
        elseStrip: Strip = .none,
        endStrip: Strip = .none
    ) {
        self.condition = condition
        self.then = TemplatePart.melded(then)
        self.otherwise = otherwise.map(TemplatePart.melded)
        self.ifStrip = ifStrip
        self.elseStrip = otherwise == nil ? .none : elseStrip
        self.endStrip = endStrip
    }
}

/// Text that is there once for each element.
public struct ForDirective: Hashable, Sendable {
    public var clause: ForClause
    public var body: [TemplatePart]
    public var forStrip: Strip
    public var endStrip: Strip

    public init(
        _ clause: ForClause,
        body: [TemplatePart],
        forStrip: Strip = .none,
        endStrip: Strip = .none
    ) {
        self.clause = clause
        self.body = TemplatePart.melded(body)
        self.forStrip = forStrip
        self.endStrip = endStrip
    }
}
