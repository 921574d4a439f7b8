/// A call of a Terraform module that others wrote: where it comes from, its inputs, and its outputs as values.
///
/// Terraform alone has modules: a stack that calls one cannot become a CloudFormation template, and is told so at the
/// line of the call.
///
///     TerraformModule("vpc", source: .registry("terraform-aws-modules/vpc/aws", version: "~> 5.21"), area: .network) {
///         Input("cidr", "10.0.0.0/16")
///         Input("azs", ["ap-northeast-1a", "ap-northeast-1c"])
///     }
///
/// `module.output("vpc_id", as: EC2.VPC.ID.self)` stands wherever such a value does.
public struct TerraformModule: Resource {
    /// Where a module comes from ("Module sources", Terraform documentation).
    public enum Source: Hashable, Sendable {
        /// A registry: `namespace/name/provider`, perhaps with a host before it, and which versions may be used.
        case registry(String, version: String)
        /// A folder, seen from that of the written configuration: `../../../../modules/vpc`.
        case local(String)
        /// A Git repository, and the tag or commit to use: never a branch, which moves.
        case git(String, ref: String)
    }

    public static let type = callType(in: .other)

    public var declaration: Declaration
    public let origin: Source
    public let inputs: [Input]
    public let resourceType: ResourceType

    /// `area` is the file of the configuration that the call is written into.
    public init(
        _ name: Name, source origin: Source, area: ResourceType.Area = .other, file: String = #fileID,
        line: Int = #line, @InputsBuilder inputs: () -> [Input] = { [] }
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.origin = origin
        self.inputs = inputs()
        resourceType = TerraformModule.callType(in: area)
    }

    /// What the module offers under this name. The kind of thing is the author's word: a module does not say.
    public func output<Subject>(_ name: String, as subject: Subject.Type = String.self) -> Value<Subject> {
        attribute(name, .absent(because: TerraformModule.reason))
    }

    public var properties: Properties {
        terraformOnly("source", address, because: TerraformModule.reason)
        if case .registry(_, let version) = origin {
            terraformOnly("version", version, because: TerraformModule.reason)
        }
        for input in inputs { terraformOnly(input.name, input.value, because: TerraformModule.reason) }
    }

    private var address: String {
        switch origin {
        case .registry(let address, _): address
        case .local(let path): path
        case .git(let address, let ref): "git::\(address)?ref=\(ref)"
        }
    }

    private static let reason = "CloudFormation has no modules of Terraform's"

    private static func callType(in area: ResourceType.Area) -> ResourceType {
        ResourceType(terraform: .module, cloudFormation: .absent(because: reason), area: area)
    }
}

/// An input of a Terraform module.
public struct Input: Sendable {
    public let name: String
    public let value: Expression

    public init(_ name: String, _ text: Value<String>) {
        self.name = name
        value = text.expression
    }

    @_disfavoredOverload
    public init(_ name: String, _ value: some ExpressionConvertible) {
        self.name = name
        self.value = value.expression
    }

    /// An object: `Input("tags", ["Team": "platform"])`.
    public init(_ name: String, _ fields: KeyValuePairs<String, Value<String>>) {
        self.name = name
        value = .object(fields.map { Expression.Field($0.key, $0.value.expression) })
    }
}

/// Lists the inputs of a module.
@resultBuilder
public enum InputsBuilder {
    public static func buildExpression(_ input: Input) -> [Input] { [input] }
    public static func buildBlock(_ inputs: [Input]...) -> [Input] { Array(inputs.joined()) }
    public static func buildOptional(_ inputs: [Input]?) -> [Input] { inputs ?? [] }
    public static func buildEither(first inputs: [Input]) -> [Input] { inputs }
    public static func buildEither(second inputs: [Input]) -> [Input] { inputs }
    public static func buildArray(_ inputs: [[Input]]) -> [Input] { Array(inputs.joined()) }
}
