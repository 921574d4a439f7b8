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
