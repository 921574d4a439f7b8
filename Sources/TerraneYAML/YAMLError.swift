/// Why text is no YAML, or a value cannot be written as YAML.
public struct YAMLError: Error, Hashable, Sendable {
    public let message: String
    /// Where in the text, if the error has a place.
    public let mark: Mark?

    public init(_ message: String, at mark: Mark? = nil) {
        self.message = message
        self.mark = mark
    }
}

extension YAMLError: CustomStringConvertible {
    public var description: String { mark.map { "\($0): \(message)" } ?? message }
}

/// A place in a text: line and column from 1, and the offset from 0, both counted in Unicode scalars as libyaml does.
public struct Mark: Hashable, Sendable {
    public let line: Int
    public let column: Int
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
