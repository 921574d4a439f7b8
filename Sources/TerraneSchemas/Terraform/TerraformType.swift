/// The type of a Terraform value ("Type Constraints", Terraform documentation).
public indirect enum TerraformType: Hashable, Sendable {
    case string, number, boolean, any
    case list(TerraformType)
    case set(TerraformType)
    case map(TerraformType)
    /// `isNested` where the fields are attributes with a use each; where it is false, a written object has all of them.
    case object([String: TerraformSchema.Attribute], isNested: Bool)
}

extension TerraformType: CustomStringConvertible {
    /// As people say it: `list of strings`.
    public var description: String {
        switch self {
        case .string: "string"
        case .number: "number"
        case .boolean: "boolean"
        case .any: "value"
        case .list(let element): "list of \(element)s"
        case .set(let element): "set of \(element)s"
        case .map(let element): "map of \(element)s"
        case .object: "object"
        }
    }
}
