/// Why text is no XML, or a value cannot be written as XML.
public struct XMLError: Error, Hashable, Sendable {
    public let message: String
    /// From 1; nil where the error has no place in a text.
    public let line: Int?
    public let column: Int?

    public init(_ message: String, line: Int? = nil, column: Int? = nil) {
        self.message = message
        self.line = line
        self.column = column
    }
}

extension XMLError: CustomStringConvertible {
    public var description: String {
        guard let line else { return message }
        return "\(line):\(column ?? 1): \(message)"
    }
}
