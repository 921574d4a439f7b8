/// A stretch of a source file, from its first place to the place just after its last.
public struct SourceRange: Hashable, Sendable {
    public var start: SourcePosition
    public var end: SourcePosition

    public init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
    }
}

/// Something a value remembers that says nothing about what it is: it takes no part in equality or hashing.
///
/// Two trees are equal when they mean the same file, wherever they were read from.
@propertyWrapper
public struct Incidental<Value: Sendable>: Hashable, Sendable {
    public var wrappedValue: Value

    public init(wrappedValue: Value) {
        self.wrappedValue = wrappedValue
    }

    public static func == (left: Incidental, right: Incidental) -> Bool { true }

    public func hash(into hasher: inout Hasher) {}
}
