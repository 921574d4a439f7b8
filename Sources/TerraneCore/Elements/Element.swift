/// Something that a body can list: a component, a resource, an export, a document.
public protocol Element: Sendable {
    /// Where it was written.
    var source: SourceLocation { get }
    /// What is wrong with the values it was given, as far as it can tell by itself.
    func check() -> [Diagnostic]
    /// What the compiler takes it for; each of the protocols below answers for the types that conform to it.
    var role: ElementRole { get }
}

extension Element {
    public func check() -> [Diagnostic] { [] }
    public var role: ElementRole { .unknown }
}

/// The kinds of elements. An element tells its own, which is much quicker than to ask each whether it is one of them.
public enum ElementRole {
    case resource(any Resource)
    case component(any Component)
    case export(any AnyExport)
    case document(any Document)
    case flow(Flow)
    /// It conforms to none of the protocols.
    case unknown
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

extension Component {
    public var role: ElementRole { .component(self) }
}
