/// A place in a text.
public struct Mark: Hashable, Sendable {
    /// From 1.
    public let line: Int
    /// From 1, counted in Unicode scalars.
    public let column: Int
    /// From 0, counted in bytes.
    public let offset: Int

    public init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }
}

extension Mark: CustomStringConvertible {
    public var description: String { "\(line):\(column)" }
}
