/// A value of a property: a literal, a reference, a parameter, or a function of those.
///
/// `Subject` says what kind of thing the value is (`ARN`, `VPC.ID`, `Host`), so that one kind does not
/// compile where another belongs. Literals convert by themselves.
public struct Value<Subject>: Hashable, Sendable, ExpressionConvertible {
    public let expression: Expression

    public init(_ expression: Expression) {
        self.expression = expression
    }

    /// One value of which each target is given its own form.
    public init(terraform: Value, cloudFormation: Value) {
        self.init(.either(terraform: terraform.expression, cloudFormation: cloudFormation.expression))
    }

    /// The same value seen as another kind, where the author knows better than the type.
    public func `as`<Other>(_ subject: Other.Type = Other.self) -> Value<Other> {
        Value<Other>(expression)
    }
}

/// A kind of value that is text: an identifier, an address, a plain string.
public protocol TextSubject {}

extension String: TextSubject {}

/// An Amazon Resource Name.
public enum ARN: TextSubject {}

/// A DNS name or address that something listens at.
public enum Host: TextSubject {}

extension Value: ExpressibleByUnicodeScalarLiteral where Subject: TextSubject {
    public init(unicodeScalarLiteral text: String) {
        self.init(.string(text))
    }
}

extension Value: ExpressibleByExtendedGraphemeClusterLiteral where Subject: TextSubject {
    public init(extendedGraphemeClusterLiteral text: String) {
        self.init(.string(text))
    }
}

extension Value: ExpressibleByStringLiteral where Subject: TextSubject {
    public init(stringLiteral text: String) {
        self.init(.string(text))
    }
}

extension Value where Subject: TextSubject {
    /// A literal held in a Swift variable.
    public init(_ text: String) {
        self.init(.string(text))
    }

    /// The text, if it is known now; nil when it is known only once deployed.
    public var text: String? { expression.text }
}

extension Value: ExpressibleByIntegerLiteral where Subject == Int {
    public init(integerLiteral number: Int) {
        self.init(.integer(number))
    }
}

extension Value where Subject == Int {
    public init(_ number: Int) {
        self.init(.integer(number))
    }

    /// The number, if it is known now.
    public var number: Int? {
        if case .integer(let number) = expression { number } else { nil }
    }
}

extension Value: ExpressibleByBooleanLiteral where Subject == Bool {
    public init(booleanLiteral flag: Bool) {
        self.init(.boolean(flag))
    }
}

extension Value {
    /// A list of values.
    public static func list<Item>(_ items: [Value<Item>]) -> Value where Subject == [Item] {
        Value(.list(items.map { $0.expression }))
    }

    /// One element of a list.
    public subscript<Item>(index: Int) -> Value<Item> where Subject == [Item] {
        Value<Item>(.element(expression, index))
    }

    /// The first elements of a list that is known only once deployed, such as an output of a module or a parameter.
    public func elements<Item>(_ count: Int) -> [Value<Item>] where Subject == [Item] {
        (0..<count).map { self[$0] }
    }
}

extension Value where Subject == String {
    /// A JSON document as text.
    public static func json(_ document: some ExpressionConvertible) -> Value {
        Value(.json(document.expression))
    }
}

/// Facts about where a stack is deployed, for use in ARNs and names.
public enum Deployment {
    /// The account number, `111122223333`.
    public static var account: Value<String> { Value(.context(.account)) }
    /// The region of the resource that uses it.
    public static var region: Value<String> { Value(.context(.region)) }
    /// The partition, `aws` but for China and GovCloud.
    public static var partition: Value<String> { Value(.context(.partition)) }
}
