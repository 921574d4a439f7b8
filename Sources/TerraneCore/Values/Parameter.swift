/// A value that is given when a stack is deployed: a Terraform variable, a CloudFormation parameter.
///
/// Using one declares it. A sensitive one is masked by both (`sensitive`, `NoEcho`).
public struct Parameter<Subject: ParameterSubject>: Hashable, Sendable, ExpressionConvertible {
    public let declaration: ParameterDeclaration

    public init(
        _ name: String, default fallback: Value<Subject>? = nil, sensitive: Bool = false, description: String? = nil,
        file: String = #fileID, line: Int = #line
    ) {
        declaration = ParameterDeclaration(
            name: name, type: Subject.parameterType, cloudFormationType: Subject.cloudFormationType,
            fallback: fallback?.expression, isSensitive: sensitive, description: description,
            source: SourceLocation(file: file, line: line))
    }

    public var value: Value<Subject> { Value(.parameter(declaration)) }
    public var expression: Expression { .parameter(declaration) }
}

/// A kind of value that a parameter can take.
public protocol ParameterSubject {
    static var parameterType: ParameterType { get }
    /// The type by which CloudFormation refuses an identifier that does not exist, if it has one for this kind:
    /// `AWS::EC2::VPC::Id` ("Specify existing resources at runtime with CloudFormation-supplied parameter types", AWS
    /// CloudFormation User Guide).
    static var cloudFormationType: String? { get }
}

extension ParameterSubject {
    public static var cloudFormationType: String? { nil }
}

/// The types that both targets know.
public enum ParameterType: String, Hashable, Sendable {
    case string, number, boolean, stringList
}

extension ParameterSubject where Self: TextSubject {
    public static var parameterType: ParameterType { .string }
}

extension String: ParameterSubject {}
extension ARN: ParameterSubject {}

extension Int: ParameterSubject {
    public static var parameterType: ParameterType { .number }
}

extension Bool: ParameterSubject {
    public static var parameterType: ParameterType { .boolean }
}

extension Array: ParameterSubject where Element: TextSubject {
    public static var parameterType: ParameterType { .stringList }
    public static var cloudFormationType: String? {
        (Element.self as? any ParameterSubject.Type)?.cloudFormationType.map { "List<\($0)>" }
    }
}

/// A parameter without its Swift type: what back ends see.
public struct ParameterDeclaration: Hashable, Sendable {
    /// In snake case, `alert_email`; CloudFormation spells it `AlertEmail`.
    public let name: String
    public let type: ParameterType
    /// CloudFormation's narrower type, if it has one.
    public let cloudFormationType: String?
    public let fallback: Expression?
    public let isSensitive: Bool
    public let description: String?
    public let source: SourceLocation

    /// The same parameter, wherever it was written.
    public static func == (left: ParameterDeclaration, right: ParameterDeclaration) -> Bool {
        left.name == right.name && left.type == right.type && left.fallback == right.fallback
            && left.isSensitive == right.isSensitive && left.description == right.description
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }
}
