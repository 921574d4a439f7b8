import TerraneChecks
import TerraneCore

/// Values as a person reads them. One that is known only once deployed is said to be that.
extension Inventory.Item {
    /// The property at a path in words; nil where it is not given.
    func words(_ path: String) -> String? {
        values(path).first.map(words)
    }

    /// A value that stands in this resource.
    func words(_ expression: Expression) -> String {
        ReportedValue(account: node.region == region ? account : nil, region: region).words(expression)
    }

    private var account: AccountID? {
        if case .known(.string(let digits)) = fact(.context(.account)) { AccountID(stringLiteral: digits) } else { nil }
    }
}

/// How values are said, as far as account and region are known.
struct ReportedValue {
    let account: AccountID?
    let region: Region

    func words(_ expression: Expression) -> String {
        switch expression.forTerraform {
        case .null: "nothing"
        case .string(let text): text.isEmpty ? "an empty text" : text
        case .integer(let number): String(number)
        case .number(let number): number.plain
        case .boolean(let flag): flag ? "yes" : "no"
        case .list(let items): items.isEmpty ? "none" : items.map(words).joined(separator: ", ")
        case .object(let fields): fields.map { "\($0.key): \(words($0.value))" }.joined(separator: ", ")
        case .interpolation(let parts): parts.map(inText).joined()
        case .json(let inner), .every(let inner): words(inner)
        case .either(let terraform, _): words(terraform)
        case .malformed(let literal): literal.text
        default: lateBound(expression.forTerraform)
        }
    }

    private func lateBound(_ expression: Expression) -> String {
        switch expression {
        case .reference(let reference):
            reference.foreseen.map(words) ?? "\(reference.attribute.terraform) of \(reference.target)"
        case .parameter(let parameter): "set at deployment: \(parameter.name)"
        case .context(.account): account?.rawValue ?? "the account"
        case .context(.region): region.rawValue
        case .context(.partition): region.partition
        case .element(let list, let index): "\(words(list)), number \(index + 1)"
        case .imported(let imported): "export \(imported.export) of \(imported.stack)/\(imported.environment)"
        case .lookup(let lookup): "looked up at deployment: \(lookup.attribute) of \(lookup.source.name)"
        default: "worked out at deployment"
        }
    }

    /// A part of a text: literal parts as they are, others in brackets that show where they end.
    private func inText(_ part: Expression) -> String {
        switch part.forTerraform {
        case .string(let text): text
        case .context: words(part)
        case .reference(let reference) where reference.foreseen != nil: words(part)
        case let part: "⟨\(words(part))⟩"
        }
    }
}

extension Double {
    /// `5` rather than `5.0`.
    var plain: String {
        Int(exactly: self).map(String.init) ?? String(self)
    }
}

extension Expression {
    /// The members of a list; any other value by itself.
    var members: [Expression] {
        if case .list(let items) = forTerraform { items } else { [self] }
    }

    /// A member of an object, or of the object of a JSON document.
    func member(_ key: String) -> Expression? {
        switch forTerraform {
        case .object(let fields): fields.first { $0.key == key && !$0.value.isNull }?.value
        case .json(let inner): inner.member(key)
        default: nil
        }
    }

    /// The content of a JSON document; any other value as it is.
    var unwrapped: Expression {
        if case .json(let inner) = forTerraform { inner.forTerraform } else { forTerraform }
    }

    /// Whether it speaks of a resource.
    func refers(to name: Name) -> Bool {
        forTerraform.hasPart { if case .reference(let reference) = $0 { reference.target == name } else { false } }
    }
}
