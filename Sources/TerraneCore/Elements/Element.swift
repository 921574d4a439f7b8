/// Something that a body can list: a component, a resource, an export, a document.
public protocol Element: Sendable {
    /// Where it was written.
    var source: SourceLocation { get }
    /// What is wrong with the values it was given, as far as it can tell by itself.
    func check() -> [Diagnostic]
}

extension Element {
    public func check() -> [Diagnostic] { [] }
}

/// An element with a name of its own, and the options that every such thing takes.
public protocol Declared: Element {
    var declaration: Declaration { get set }
}

extension Declared {
    public var name: Name { declaration.name }
    public var source: SourceLocation { declaration.source }
}

/// A part of a system that knows what it is made of: `body` lists other components and resources.
public protocol Component: Declared {
    @ContentBuilder var body: Content { get }
}
