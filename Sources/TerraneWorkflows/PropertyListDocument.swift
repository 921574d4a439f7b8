public import TerraneCore

/// An Apple property list that a stack brings along, `ios/ExportOptions.plist` for instance.
///
/// (`man 5 plist`; "Distributing your app for beta testing and releases", Apple Developer Documentation.)
public struct PropertyListDocument: Document {
    public let path: String
    public let contents: Expression
    public let source: SourceLocation

    public init(_ path: String, _ contents: PropertyList, file: String = #fileID, line: Int = #line) {
        self.path = path
        self.contents = contents.expression
        source = SourceLocation(file: file, line: line)
    }

    public var expressions: [Expression] { [contents] }
}

/// A dictionary of a property list, in the order in which it was written.
public struct PropertyList: Sendable, ExpressibleByDictionaryLiteral, ExpressionConvertible {
    private var fields: [Expression.Field] = []

    public init(dictionaryLiteral elements: (String, any ExpressionConvertible)...) {
        fields = elements.map { Expression.Field($0.0, $0.1.expression) }
    }

    public init(_ fields: [Expression.Field]) {
        self.fields = fields
    }

    public var expression: Expression { .object(fields) }
}

extension PropertyListDocument {
    public func check() -> [Diagnostic] {
        var found: [Diagnostic] = []
        contents.forEachPart { part in
            guard case .object(let fields) = part else { return }
            var seen: Set<String> = []
            for field in fields where !seen.insert(field.key).inserted {
                found.append(.keyTwice(field.key, at: source))
            }
        }
        return found
    }
}

extension Diagnostic {
    fileprivate static func keyTwice(_ key: String, at place: SourceLocation) -> Diagnostic {
        .error("the property list has the key '\(key)' twice", help: "Remove one of them.", at: place)
    }
}
