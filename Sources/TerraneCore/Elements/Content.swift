/// What a body lists, in the order of the listing, each entry with the line that lists it.
public struct Content: Sendable {
    public struct Entry: Sendable {
        public let element: any Element
        public let listedAt: SourceLocation
    }

    public var entries: [Entry]

    public init(_ entries: [Entry] = []) {
        self.entries = entries
    }
}

/// Lists elements: a plain list, no tuples of generics, so that the compiler's own messages stay good.
@resultBuilder
public enum ContentBuilder {
    public static func buildExpression(
        _ element: any Element, file: String = #fileID, line: Int = #line
    ) -> Content {
        Content([Content.Entry(element: element, listedAt: SourceLocation(file: file, line: line))])
    }

    public static func buildExpression(
        _ elements: [any Element], file: String = #fileID, line: Int = #line
    ) -> Content {
        let location = SourceLocation(file: file, line: line)
        return Content(elements.map { Content.Entry(element: $0, listedAt: location) })
    }

    public static func buildExpression(
        _ element: (any Element)?, file: String = #fileID, line: Int = #line
    ) -> Content {
        element.map { buildExpression($0, file: file, line: line) } ?? Content()
    }

    public static func buildExpression(_ content: Content) -> Content {
        content
    }

    public static func buildBlock(_ contents: Content...) -> Content {
        Content(contents.flatMap(\.entries))
    }

    public static func buildArray(_ contents: [Content]) -> Content {
        Content(contents.flatMap(\.entries))
    }

    public static func buildOptional(_ content: Content?) -> Content {
        content ?? Content()
    }

    public static func buildEither(first content: Content) -> Content {
        content
    }

    public static func buildEither(second content: Content) -> Content {
        content
    }
}
