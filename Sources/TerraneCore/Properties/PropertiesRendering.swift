extension Properties {
    /// One of the two languages of a table.
    public enum Dialect: Hashable, Sendable {
        case terraform, cloudFormation
    }

    /// The table as an object in one of its languages. For values that are JSON in both, such as container definitions.
    public func object(in dialect: Dialect) -> Expression {
        .object(
            rows.compactMap { row in
                guard let name = dialect == .terraform ? row.terraform : row.cloudFormation, !row.isEmpty else {
                    return nil
                }
                return Expression.Field(name, row.value(in: dialect))
            })
    }
}

extension Row {
    fileprivate func value(in dialect: Properties.Dialect) -> Expression {
        switch content {
        case .value(.either(let terraform, let cloudFormation)): dialect == .terraform ? terraform : cloudFormation
        case .value(let value): value
        case .nested(let table): table.object(in: dialect)
        case .repeated(let tables): .list(tables.map { $0.object(in: dialect) })
        }
    }
}
