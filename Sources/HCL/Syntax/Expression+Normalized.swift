extension Expression {
    /// The value of an attribute as `terraform fmt` rewrites it: `"${x}"` becomes `x`, and the type of a variable loses
    /// the quotes that Terraform 0.11 wanted. The parser and the printer both apply it.
    func normalized(as name: String, in scope: BlankLines.Scope) -> Expression {
        if name == "type", case .block(type: "variable", isTopLevel: true) = scope { return normalizedType }
        var value = self
        while case .template(let template) = value, template.parts.count == 1,
            case .interpolation(let inner, _) = template.parts[0], !inner.holdsOpenSequence
        {
            value = inner
        }
        return value
    }

    private var normalizedType: Expression {
        switch self {
        case .variable("list"), .variable("map"), .variable("set"): .call(typeName ?? "", [.variable("any")])
        case .template(let template):
            switch template.literal {
            case "string"?: .variable("string")
            case "list"?: .call("list", [.variable("string")])
            case "map"?: .call("map", [.variable("string")])
            default: self
            }
        default: self
        }
    }

    private var typeName: String? { if case .variable(let name) = self { name } else { nil } }

    /// Whether it holds a heredoc with sequences, which `terraform fmt` mistakes for ones of the template round it.
    private var holdsOpenSequence: Bool {
        switch self {
        case .template: false
        case .heredoc(let heredoc): heredoc.template.literal == nil
        default: children.contains(where: \.holdsOpenSequence)
        }
    }
}
