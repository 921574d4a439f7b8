import TerraneXML

/// A part of a page: a tree, never text.
struct Markup: Sendable {
    let nodes: [TerraneXML.Element.Node]

    static let nothing = Markup(nodes: [])

    /// What a person reads, whatever stands in it.
    static func text(_ text: String) -> Markup { Markup(nodes: [.text(VisibleText.of(text))]) }

    /// A part made elsewhere: a picture.
    static func element(_ element: TerraneXML.Element) -> Markup { Markup(nodes: [.element(element)]) }
}

/// The elements of HTML that reports are made of.
enum HTMLTag: String {
    case a, article, body, caption, code, dd, details, div, dl, dt, em, footer, h1, h2, h3, h4, head, header, html,
        input, label
    case li, link, main, meta, nav, ol, output, p, script, section, small, span, strong, style, summary, table, tbody,
        td, th
    case thead, title, tr, ul, wbr
}

/// An attribute of an element.
struct MarkupAttribute: Sendable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
        self.name = name
        self.value = VisibleText.of(value)
    }

    static func id(_ anchor: Anchor) -> MarkupAttribute { MarkupAttribute("id", anchor.id) }
    static func link(_ anchor: Anchor) -> MarkupAttribute { MarkupAttribute("href", "#" + anchor.id) }
    static func `class`(_ names: String) -> MarkupAttribute { MarkupAttribute("class", names) }
    static func labelled(by anchor: Anchor) -> MarkupAttribute { MarkupAttribute("aria-labelledby", anchor.id) }
    static func label(_ text: String) -> MarkupAttribute { MarkupAttribute("aria-label", text) }
    static let hidden = MarkupAttribute("hidden", "hidden")
}

/// An element with its content.
func tag(
    _ tag: HTMLTag, _ attributes: MarkupAttribute..., @MarkupBuilder content: () -> Markup = { .nothing }
) -> Markup {
    let attributes = attributes.map { TerraneXML.Element.Attribute($0.name, $0.value) }
    return Markup(nodes: [
        .element(TerraneXML.Element(name: tag.rawValue, attributes: attributes, children: content().nodes))
    ])
}

/// Parts one behind the other.
func parts(@MarkupBuilder _ parts: () -> Markup) -> Markup { parts() }

/// A sequence of parts; a string is text.
@resultBuilder
enum MarkupBuilder {
    static func buildExpression(_ text: String) -> Markup { .text(text) }
    static func buildExpression(_ markup: Markup) -> Markup { markup }
    static func buildExpression(_ parts: [Markup]) -> Markup { buildArray(parts) }
    static func buildBlock(_ parts: Markup...) -> Markup { buildArray(parts) }
    static func buildOptional(_ part: Markup?) -> Markup { part ?? .nothing }
    static func buildEither(first part: Markup) -> Markup { part }
    static func buildEither(second part: Markup) -> Markup { part }
    static func buildArray(_ parts: [Markup]) -> Markup { Markup(nodes: parts.flatMap(\.nodes)) }
}
