/// The same value on both sides.
public func row(_ terraform: String, _ cloudFormation: String, _ value: some ExpressionConvertible) -> Row {
    Row(terraform: terraform, cloudFormation: cloudFormation, content: .value(value.expression))
}

/// One meaning that the sides write differently.
public func row(
    _ terraform: String, terraform left: some ExpressionConvertible, _ cloudFormation: String,
    cloudFormation right: some ExpressionConvertible
) -> Row {
    let (left, right) = (left.expression, right.expression)
    let value: Expression = left.isNull && right.isNull ? .null : .either(terraform: left, cloudFormation: right)
    return Row(terraform: terraform, cloudFormation: cloudFormation, content: .value(value))
}

/// A JSON document: text for Terraform, an object for CloudFormation.
public func document(_ terraform: String, _ cloudFormation: String, _ value: some ExpressionConvertible) -> Row {
    row(terraform, terraform: Expression.json(value.expression), cloudFormation, cloudFormation: value)
}

/// A part of the resource: a Terraform block, a CloudFormation object.
public func nested(
    _ terraform: String, _ cloudFormation: String, as form: Row.Form = .block,
    @PropertiesBuilder _ rows: () -> Properties
) -> Row {
    Row(terraform: terraform, cloudFormation: cloudFormation, form: form, content: .nested(rows()))
}

/// A part that says something by being there: `block {}`, `"Block": {}`.
public func marker(_ terraform: String, _ cloudFormation: String) -> Row {
    Row(terraform: terraform, cloudFormation: cloudFormation, form: .block, content: .nested(.marker))
}

/// Parts of the same shape: Terraform blocks, a CloudFormation list of objects.
public func repeated<Item>(
    _ terraform: String, _ cloudFormation: String, as form: Row.Form = .block, _ items: [Item],
    @PropertiesBuilder _ rows: (Item) -> Properties
) -> Row {
    Row(terraform: terraform, cloudFormation: cloudFormation, form: form, content: .repeated(items.map(rows)))
}

/// A property that only Terraform has, and why.
public func terraformOnly(_ terraform: String, _ value: some ExpressionConvertible, because reason: String) -> Row {
    Row(terraform: terraform, cloudFormation: nil, content: .value(value.expression), reason: reason)
}

/// A block that only Terraform has, and why.
public func terraformOnly(
    _ terraform: String, because reason: String, @PropertiesBuilder _ rows: () -> Properties
) -> Row {
    Row(terraform: terraform, cloudFormation: nil, form: .block, content: .nested(rows()), reason: reason)
}

/// A property that only CloudFormation has, and why.
public func cloudFormationOnly(
    _ cloudFormation: String, _ value: some ExpressionConvertible, because reason: String
) -> Row {
    Row(terraform: nil, cloudFormation: cloudFormation, content: .value(value.expression), reason: reason)
}

/// A part that only CloudFormation has, and why.
public func cloudFormationOnly(
    _ cloudFormation: String, because reason: String, @PropertiesBuilder _ rows: () -> Properties
) -> Row {
    Row(terraform: nil, cloudFormation: cloudFormation, content: .nested(rows()), reason: reason)
}
