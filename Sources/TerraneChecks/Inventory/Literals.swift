import TerraneCore

/// Reduces values to literals, as far as they are known before anything is deployed: references to what they are foreseen to
/// be, the account, the region. A parameter is late-bound even if it has a default, because who deploys may give another.
struct Literals: Sendable {
    private let account: AccountID?
    private let region: Region

    init(of graph: ResourceGraph, in region: Region) {
        account = graph.account
        self.region = region
    }

    func fact(_ expression: Expression) -> Fact {
        if expression.isNull { return .absent }
        return literal(expression).map(Fact.known) ?? .late
    }

    func literal(_ expression: Expression) -> Expression? {
        switch expression {
        case .null, .string, .integer, .number, .boolean: expression
        case .list(let items): all(items).map(Expression.list)
        case .object(let fields): object(fields)
        case .reference(let reference): reference.foreseen.flatMap(literal)
        case .context(let context): fact(about: context)
        case .interpolation(let parts): text(parts)
        case .json(let inner): literal(inner).map(Expression.json)
        case .element(let list, let index): element(list, index)
        case .either(let terraform, _): literal(terraform)
        case .parameter, .imported, .lookup, .comprehension, .every, .iteration, .malformed: nil
        }
    }

    private func all(_ items: [Expression]) -> [Expression]? {
        var literals: [Expression] = []
        for item in items {
            guard let literal = literal(item) else { return nil }
            literals.append(literal)
        }
        return literals
    }

    private func object(_ fields: [Expression.Field]) -> Expression? {
        var members: [Expression.Field] = []
        for field in fields where !field.value.isNull {
            guard let literal = literal(field.value) else { return nil }
            members.append(Expression.Field(field.key, literal))
        }
        return .object(members)
    }

    private func text(_ parts: [Expression]) -> Expression? {
        var whole = ""
        for part in parts {
            switch literal(part) {
            case .string(let text): whole += text
            case .integer(let number): whole += String(number)
            case .boolean(let flag): whole += String(flag)
            default: return nil
            }
        }
        return .string(whole)
    }

    private func element(_ list: Expression, _ index: Int) -> Expression? {
        guard case .list(let items) = literal(list), items.indices.contains(index) else { return nil }
        return items[index]
    }

    private func fact(about context: DeploymentContext) -> Expression? {
        switch context {
        case .account: account.map { .string($0.rawValue) }
        case .region: .string(region.rawValue)
        case .partition: .string(region.partition)
        }
    }
}
