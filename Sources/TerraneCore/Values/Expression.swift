/// What a value is made of: literals, references, and functions of those. The untyped core of `Value`.
///
/// It is a tree that each back end prints in its own form; nothing in it is target text. References are
/// nodes, so they can be found, checked and counted before anything is printed.
public enum Expression: Hashable, Sendable {
    /// Not given. A row without a value is left out of every artifact.
    case null
    case string(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case list([Expression])
    case object([Field])
    /// An attribute of another resource, known once that has been created.
    indirect case reference(Reference)
    /// A parameter of the stack.
    indirect case parameter(ParameterDeclaration)
    /// A fact about where the stack is deployed.
    case context(DeploymentContext)
    /// Text with other expressions inside; literal parts are `.string`.
    case interpolation([Expression])
    /// A JSON document where a string is wanted.
    indirect case json(Expression)
    /// An element of a list.
    indirect case element(Expression, Int)
    /// One meaning that the two languages write differently.
    indirect case either(terraform: Expression, cloudFormation: Expression)
    /// An output of another stack.
    indirect case imported(ImportedValue)
    /// An attribute of something that exists already.
    indirect case lookup(Lookup)
    /// An object built from a collection known only once it has been created.
    indirect case comprehension(Comprehension)
    /// An attribute of each instance of a resource that `forEach` multiplies, as a list.
    indirect case every(Expression)
    /// The value, or a member of it, that a comprehension or `forEach` is at.
    case iteration([String])
    /// A literal that is not what its type says. Reported by the compiler with the line that wrote it.
    indirect case malformed(MalformedLiteral)

    /// A member of an object.
    public struct Field: Hashable, Sendable {
        public let key: String
        public let value: Expression

        public init(_ key: String, _ value: Expression) {
            self.key = key
            self.value = value
        }
    }
}

/// A collection turned into an object: Terraform's `{ for item in collection : key => value if … }`.
///
/// CloudFormation has no such thing; the resources that use it have no CloudFormation form either.
public struct Comprehension: Hashable, Sendable {
    public let collection: Expression
    public let variable: String
    public let key: Expression
    public let value: Expression
    /// The members that are taken; nil for all.
    public let keys: [String]?

    public init(
        over collection: Expression, as variable: String, key: Expression, value: Expression, keys: [String]? = nil
    ) {
        self.collection = collection
        self.variable = variable
        self.key = key
        self.value = value
        self.keys = keys
    }
}

/// A literal that could not be read as its type, with what was expected.
public struct MalformedLiteral: Hashable, Sendable {
    public let text: String
    public let problem: String
    public let help: String

    public init(_ text: String, problem: String, help: String) {
        self.text = text
        self.problem = problem
        self.help = help
    }
}

/// A fact about where the stack is deployed, known to the target at deployment.
public enum DeploymentContext: String, Hashable, Sendable, CaseIterable {
    /// The 12-digit account number.
    case account
    /// The region of the resource that the value stands in.
    case region
    /// `aws`, `aws-cn` or `aws-us-gov`.
    case partition
}

extension Expression {
    /// The text, if it is known now.
    public var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// Whether this expression or anything inside it is what is asked for.
    public func hasPart(where isMeant: (Expression) -> Bool) -> Bool {
        var found = false
        forEachPart { found = found || isMeant($0) }
        return found
    }

    /// Calls `visit` with this expression and everything inside it, outermost first.
    public func forEachPart(_ visit: (Expression) -> Void) {
        visit(self)
        switch self {
        case .list(let items), .interpolation(let items):
            for item in items { item.forEachPart(visit) }
        case .object(let fields):
            for field in fields { field.value.forEachPart(visit) }
        case .json(let inner), .element(let inner, _), .every(let inner):
            inner.forEachPart(visit)
        case .either(let terraform, let cloudFormation):
            terraform.forEachPart(visit)
            cloudFormation.forEachPart(visit)
        case .comprehension(let comprehension):
            comprehension.collection.forEachPart(visit)
        case .lookup(let lookup):
            lookup.source.arguments.forEachExpression { $0.forEachPart(visit) }
        case .null, .string, .integer, .number, .boolean, .reference, .parameter, .context, .imported, .iteration,
            .malformed:
            break
        }
    }
}
