/// Anything that has a value.
///
/// The printer adds the parentheses that a tree built in code needs; the parser keeps the author's as `parenthesized`.
public enum Expression: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Number)
    /// A string in quotes, with or without interpolations.
    case template(Template)
    /// A string of whole lines between `<<MARKER` and `MARKER`.
    indirect case heredoc(Heredoc)
    case tuple(Tuple)
    case object(Object)
    /// The first name of a reference: `var`, `local`, `aws_vpc`.
    case variable(String)
    /// `base.name`
    indirect case attribute(Expression, String)
    /// `base[key]`
    indirect case index(Expression, Expression)
    /// `base.0`, as Terraform 0.11 wrote an index
    indirect case legacyIndex(Expression, Int)
    /// `base.*`; the attributes that follow apply to each element
    indirect case attributeSplat(Expression)
    /// `base[*]`; all that follows applies to each element
    indirect case fullSplat(Expression)
    /// `name(arguments)`, or `name(arguments...)` when the last one is spread out; a provider's function is called
    /// `provider::aws::arn_parse`
    indirect case call(String, [Expression], expandsLast: Bool = false)
    indirect case unary(UnaryOperator, Expression)
    indirect case binary(Expression, BinaryOperator, Expression)
    /// `condition ? then : else`
    indirect case conditional(Expression, then: Expression, else: Expression)
    indirect case forTuple(ForTuple)
    indirect case forObject(ForObject)
    indirect case parenthesized(Expression)
}

extension Expression {
    /// A quoted string without interpolations. The printer escapes it.
    public static func string(_ text: String) -> Expression {
        .template(Template(text))
    }

    /// `a.b.c` from its names.
    public static func reference(_ path: [String]) -> Expression {
        guard let first = path.first else { return .null }
        return path.dropFirst().reduce(.variable(first)) { .attribute($0, $1) }
    }

    /// `a.b.c` from its names.
    public static func reference(_ path: String...) -> Expression {
        reference(path)
    }

    public static func number(_ value: Int) -> Expression {
        .number(Number(value))
    }

    /// A tuple of `elements`, without comments.
    public static func list(_ elements: [Expression]) -> Expression {
        .tuple(Tuple(elements))
    }

    /// An object of `pairs`, without comments. Each key is a literal name.
    public static func map(_ pairs: [(String, Expression)]) -> Expression {
        .object(Object(pairs.map { .pair(.name($0.0), $0.1) }))
    }
}
