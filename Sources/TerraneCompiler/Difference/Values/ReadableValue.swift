import TerraneCore

extension Expression {
    /// The value as an author would read it on one line: a literal as it is, `koemo/vpc.id`, `$image_tag`; a text with values
    /// inside as `rediss://{koemo-sessions.primary_endpoint_address}:6379`.
    ///
    /// Sensitive parameters never show their default, and a literal where a secret belongs is not shown.
    func readable(isSecret: Bool = false) -> String {
        switch self {
        case .null: "null"
        case .string(let text): isSecret ? Expression.hidden : text.isEmpty ? "\"\"" : text
        case .integer(let number): isSecret ? Expression.hidden : String(number)
        case .number(let number): isSecret ? Expression.hidden : JSONPrinter.text(of: number)
        case .boolean(let flag): String(flag)
        case .list(let items): "[\(items.map { $0.readable(isSecret: isSecret) }.joined(separator: ", "))]"
        case .object(let fields): "{\(Expression.readable(fields, isSecret: isSecret))}"
        case .reference(let reference): "\(reference.target).\(reference.attribute.terraform)"
        case .parameter(let parameter): Expression.readable(parameter)
        case .context(let context): "{\(context.rawValue)}"
        case .interpolation(let parts): parts.map { $0.readableInText(isSecret: isSecret) }.joined()
        case .json(let document): document.readable(isSecret: isSecret)
        case .element(let list, let index): "\(list.readable(isSecret: isSecret))[\(index)]"
        case .either(let terraform, _): terraform.readable(isSecret: isSecret)
        case .imported(let imported): "\(imported.stack)/\(imported.environment): \(imported.export)"
        case .lookup(let lookup): "\(lookup.source.name).\(lookup.attribute)"
        case .comprehension(let comprehension): "each of \(comprehension.collection.readable())"
        case .every(let inner): "every \(inner.readable())"
        case .iteration(let path): "each.\(path.joined(separator: "."))"
        case .malformed(let literal): literal.text
        }
    }

    private static let hidden = "(sensitive)"

    private static func readable(_ fields: [Field], isSecret: Bool) -> String {
        fields.filter { !$0.value.isNull }.map { field in
            "\(field.key): \(field.value.readable(isSecret: isSecret || PropertyPath.isSecret(field.key)))"
        }.joined(separator: ", ")
    }

    private static func readable(_ parameter: ParameterDeclaration) -> String {
        guard !parameter.isSensitive, let fallback = parameter.fallback else { return "$\(parameter.name)" }
        return "$\(parameter.name) (by default \(fallback.readable()))"
    }

    private func readableInText(isSecret: Bool) -> String {
        switch self {
        case .string(let text): isSecret ? Expression.hidden : text
        case .context: readable()
        default: "{\(readable(isSecret: isSecret))}"
        }
    }
}

extension PropertyPath {
    /// Whether a secret belongs there, as far as names tell: `master_password`, `environment[API_KEY]/value`.
    var isSecret: Bool {
        steps.contains { step in
            switch step {
            case .name(let word), .item(let word): PropertyPath.isSecret(word)
            }
        }
    }

    static func isSecret(_ word: String) -> Bool {
        let letters = word.lowercased().filter { $0.isLetter }
        return secrets.contains { letters.hasSuffix($0) }
    }

    private static let secrets = [
        "password", "passwd", "secretstring", "authtoken", "apitoken", "accesstoken", "privatekey", "apikey",
        "secretkey", "accesskey", "clientsecret", "passphrase", "secretaccesskey", "secretbinary", "certificatekey",
    ]
}
