import TerraneCore

/// Values brought into one form in one dialect, so that equal ones are equal however they are written.
///
/// What the deployment is sure to be is put in (the account and region that the stack names), texts of literal parts are one
/// text, names of renamed resources are their new ones, and what JSON text says is an object again.
struct PlainForm: Sendable {
    let dialect: Properties.Dialect
    let region: Region
    let account: AccountID?
    /// The new names of resources that have another one.
    var renames: [Name: Name] = [:]

    func callAsFunction(_ value: Expression) -> Expression {
        switch value {
        case .either(let terraform, let cloudFormation): self(dialect == .terraform ? terraform : cloudFormation)
        case .context(let context): fact(context)
        case .interpolation(let parts): text(parts)
        case .json(let inner): .json(self(inner))
        case .list(let items): .list(items.map { self($0) })
        case .object(let fields): object(fields)
        case .reference(let reference): self.reference(reference)
        case .number(let number): Int(exactly: number).map { .integer($0) } ?? value
        case .element(let list, let index): .element(self(list), index)
        case .every(let inner): .every(self(inner))
        case .string(let text): document(text) ?? value
        case .malformed(let literal): .string(literal.text)
        case .null, .integer, .boolean, .parameter, .imported, .lookup, .iteration, .comprehension: value
        }
    }

    private func fact(_ context: DeploymentContext) -> Expression {
        switch context {
        case .account: account.map { .string($0.rawValue) } ?? .context(.account)
        case .region: .string(region.rawValue)
        case .partition: .string(region.partition)
        }
    }

    private func text(_ parts: [Expression]) -> Expression {
        var plain: [Expression] = []
        for part in parts.map({ self($0) }) { PlainForm.append(part, to: &plain) }
        switch plain.count {
        case 0: return .string("")
        case 1: return plain[0]
        default: return .interpolation(plain)
        }
    }

    private static func append(_ part: Expression, to parts: inout [Expression]) {
        switch (parts.last, part) {
        case (_, .interpolation(let inner)): for part in inner { append(part, to: &parts) }
        case (_, .string("")): break
        case (.string(let before)?, _):
            guard let literal = part.scalarText else { return parts.append(part) }
            parts[parts.count - 1] = .string(before + literal)
        default: parts.append(part.scalarText.map { .string($0) } ?? part)
        }
    }

    private func object(_ fields: [Expression.Field]) -> Expression {
        .object(
            fields.compactMap { field in
                let value = self(field.value)
                return value.isNull ? nil : Expression.Field(field.key, value)
            })
    }

    /// What tells references apart: where they lead.
    private func reference(_ reference: Reference) -> Expression {
        .reference(
            Reference(
                to: renames[reference.target] ?? reference.target, type: reference.type,
                attribute: reference.attribute, declaredAt: reference.declaredAt))
    }

    /// The object that a JSON text is of.
    private func document(_ text: String) -> Expression? {
        guard text.utf8.first == UInt8(ascii: "{"), let document = Expression(jsonText: text) else { return nil }
        return .json(self(document))
    }
}

extension Expression {
    /// The text of a scalar, which providers take in place of the scalar.
    var scalarText: String? {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): JSONPrinter.text(of: number)
        case .boolean(let flag): String(flag)
        default: nil
        }
    }

    /// Whether two values in plain form are the same: numbers and booleans may be written as text, members in any order.
    func isSame(as other: Expression) -> Bool {
        switch (self, other) {
        case (.string(let left), .string(let right)): left == right
        case (.list(let left), .list(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
        case (.interpolation(let left), .interpolation(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
        case (.object(let left), .object(let right)): Expression.isSame(left, right)
        case (.json(let left), .json(let right)): left.isSame(as: right)
        case (.reference(let left), .reference(let right)):
            left.target == right.target && left.attribute.terraform == right.attribute.terraform
        case (.parameter(let left), .parameter(let right)): left.name == right.name && left.hasSameFallback(as: right)
        case (.element(let left, let one), .element(let right, let other)): one == other && left.isSame(as: right)
        case (.every(let left), .every(let right)): left.isSame(as: right)
        case (.lookup(let left), .lookup(let right)):
            left.attribute == right.attribute && left.source.name == right.source.name
                && left.source.type == right.source.type
        case (.imported(let left), .imported(let right)):
            left.stack == right.stack && left.environment == right.environment && left.export == right.export
        case (.comprehension(let left), .comprehension(let right)):
            left.keys == right.keys && left.collection.isSame(as: right.collection)
                && left.key.isSame(as: right.key) && left.value.isSame(as: right.value)
        case (.iteration(let left), .iteration(let right)): left == right
        case (.context(let left), .context(let right)): left == right
        case (.either(let left, let one), .either(let right, let other)):
            left.isSame(as: right) && one.isSame(as: other)
        case (.null, .null): true
        default: scalarText.map { $0 == other.scalarText } ?? false
        }
    }

    private static func isSame(_ left: [Field], _ right: [Field]) -> Bool {
        guard left.count == right.count else { return false }
        for (index, field) in left.enumerated() {
            // Mostly they stand in the same order.
            let other = right[index].key == field.key ? right[index] : right.first { $0.key == field.key }
            guard let other, field.value.isSame(as: other.value) else { return false }
        }
        return true
    }
}

extension ParameterDeclaration {
    fileprivate func hasSameFallback(as other: ParameterDeclaration) -> Bool {
        switch (fallback, other.fallback) {
        case (nil, nil): true
        case (let left?, let right?): left.isSame(as: right)
        default: false
        }
    }
}
