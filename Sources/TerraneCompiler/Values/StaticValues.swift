import TerraneCore

/// What is known of a stack before it is deployed: literals, its account and region, defaults of parameters, and
/// what references are foreseen to be.
struct StaticValues: Sendable {
    let account: AccountID?
    let region: Region

    init(of graph: ResourceGraph, in region: Region? = nil) {
        account = graph.account
        self.region = region ?? graph.region
    }

    /// The value as JSON, or the part of it that is known only once deployed.
    func json(_ expression: Expression) -> Result<JSON, LateBound> {
        switch expression {
        case .null: .success(.null)
        case .string(let text): .success(.string(text))
        case .integer(let number): .success(.integer(number))
        case .number(let number): .success(.number(number))
        case .boolean(let flag): .success(.boolean(flag))
        case .list(let items): list(items)
        case .object(let fields): object(fields)
        case .reference(let reference):
            reference.foreseen.map(json) ?? .failure(LateBound(part: expression))
        case .parameter(let parameter):
            parameter.fallback.map(json) ?? .failure(LateBound(part: expression))
        case .context(let context): fact(context)
        case .interpolation(let parts): text(parts)
        case .json(let inner): json(inner).map { .string(JSONPrinter.compact($0)) }
        case .element(let list, let index): element(list, index)
        case .either(let terraform, _): json(terraform)
        case .imported, .lookup, .comprehension, .every, .iteration, .malformed: .failure(LateBound(part: expression))
        }
    }

    /// The value as text, if it is known before deployment and is text.
    func text(_ expression: Expression) -> String? {
        switch json(expression) {
        case .success(.string(let text)): text
        case .success(.integer(let number)): String(number)
        case .success(.boolean(let flag)): String(flag)
        default: nil
        }
    }

    private func list(_ items: [Expression]) -> Result<JSON, LateBound> {
        var values: [JSON] = []
        for item in items {
            switch json(item) {
            case .success(let value): values.append(value)
            case .failure(let late): return .failure(late)
            }
        }
        return .success(.array(values))
    }

    private func object(_ fields: [Expression.Field]) -> Result<JSON, LateBound> {
        var members: [JSON.Member] = []
        for field in fields where !field.value.isNull {
            switch json(field.value) {
            case .success(let value): members.append(JSON.Member(field.key, value))
            case .failure(let late): return .failure(late)
            }
        }
        return .success(.object(members))
    }

    private func text(_ parts: [Expression]) -> Result<JSON, LateBound> {
        var whole = ""
        for part in parts {
            switch json(part) {
            case .success(.string(let text)): whole += text
            case .success(.integer(let number)): whole += String(number)
            case .success(.boolean(let flag)): whole += String(flag)
            case .success: return .failure(LateBound(part: part))
            case .failure(let late): return .failure(late)
            }
        }
        return .success(.string(whole))
    }

    private func element(_ list: Expression, _ index: Int) -> Result<JSON, LateBound> {
        guard case .success(.array(let items)) = json(list), items.indices.contains(index) else {
            return .failure(LateBound(part: list))
        }
        return .success(items[index])
    }

    private func fact(_ context: DeploymentContext) -> Result<JSON, LateBound> {
        switch context {
        case .account: account.map { .success(.string($0.rawValue)) } ?? .failure(LateBound(part: .context(.account)))
        case .region: .success(.string(region.rawValue))
        case .partition: .success(.string(region.partition))
        }
    }
}

/// The part of a value that is known only once deployed.
struct LateBound: Error {
    let part: Expression

    /// What to call it in a message.
    var summary: String {
        switch part {
        case .reference(let reference): "'\(reference.attribute.terraform)' of '\(reference.target)'"
        case .parameter(let parameter): "the parameter '\(parameter.name)', which has no default"
        case .context(.account): "the account, which the stack does not name"
        case .imported(let imported): "the export '\(imported.export)' of another stack"
        case .lookup(let lookup): "'\(lookup.attribute)' of '\(lookup.source.name)', which is looked up"
        default: "a value of the deployment"
        }
    }
}
