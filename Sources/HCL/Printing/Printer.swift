/// Prints a tree the one canonical way, which `terraform fmt` leaves unchanged byte for byte.
///
/// The tree becomes tokens and line breaks (this type and its extensions), and `TokenLayout` adds the spaces. Which
/// collection gets lines of its own is a function of the tree alone:
///
/// - An object that is a value of an attribute or key, or stands on a line of its own, has a line for each pair;
///   elsewhere it shares a line if it fits and holds no other object.
/// - A tuple shares a line if it fits and its elements are scalars, strings and references, or it has just one element
///   that is no collection.
/// - A call shares a line if it fits; else its last argument opens on the line of the call if that is a collection or
///   heredoc and the others are simple; else each argument has a line.
/// - A `for` expression shares a line if it fits; else `for` and `if` start lines.
/// - What holds a comment always has lines. What stands in an interpolation has lines only then.
///
/// To fit is to end within `lineLimit` columns, not counting the spaces of alignment.
public struct Printer {
    static let lineLimit = 100

    var stream = TokenStream()
    /// How many brackets with lines of their own are open.
    var depth = 0
    /// Whether everything goes on one line that can.
    var isFlat = false
    /// Whether the nearest brackets are such that newlines mean nothing in them.
    var isWithinBrackets = false

    /// A whole file.
    public static func print(_ body: Body) -> [UInt8] {
        var printer = Printer()
        printer.write(body, in: .file)
        return TokenLayout.bytes(of: printer.stream)
    }

    /// An expression by itself, without a newline at its end.
    public static func print(_ expression: Expression) -> [UInt8] {
        var printer = Printer()
        printer.write(expression, .value(column: 0), .free)
        return TokenLayout.bytes(of: printer.stream)
    }
}

/// Where an expression stands, which decides whether a collection opens lines.
enum Place {
    /// As a value of a name, or on a line of its own, from this column.
    case value(column: Int)
    /// Within another expression.
    case part
}

/// Whether a heredoc, which ends a line, may end an expression here.
enum Ending {
    /// Newlines mean nothing here, or the line ends here anyway.
    case free
    /// More must follow on this line.
    case bound
}
