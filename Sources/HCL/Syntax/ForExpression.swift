/// The head that both `for` expressions share: `for key, value in collection`.
public struct ForClause: Hashable, Sendable {
    public var key: String?
    public var value: String
    public var collection: Expression

    public init(key: String? = nil, value: String, in collection: Expression) {
        self.key = key
        self.value = value
        self.collection = collection
    }
}

/// `[for value in collection : result if condition]`
public struct ForTuple: Hashable, Sendable {
    public var clause: ForClause
    public var result: Expression
    public var condition: Expression?

    public init(_ clause: ForClause, result: Expression, if condition: Expression? = nil) {
        self.clause = clause
        self.result = result
        self.condition = condition
    }
}

/// `{ for value in collection : key => result if condition }`, with `...` after the result when it groups by key.
public struct ForObject: Hashable, Sendable {
    public var clause: ForClause
    public var key: Expression
    public var result: Expression
    public var isGrouping: Bool
    public var condition: Expression?

    public init(
        _ clause: ForClause,
        key: Expression,
        result: Expression,
        isGrouping: Bool = false,
        if condition: Expression? = nil
    ) {
        self.clause = clause
        self.key = key
        self.result = result
        self.isGrouping = isGrouping
        self.condition = condition
    }
}
