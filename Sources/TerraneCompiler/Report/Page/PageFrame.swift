import Foundation
import TerraneXML

/// What every page has: a head that allows nothing but its own style and script, a header, contents, a search box that
/// appears only where scripts run, and a footer.
struct PageFrame {
    let title: String
    let notice: String
    let header: Markup
    /// The list of contents; a page without one has no search either.
    var contents: Markup = .nothing
    let main: Markup

    func document() -> TerraneXML.Document {
        let body = self.body
        let page = tag(.html, MarkupAttribute("lang", "en")) {
            head(with: PagePolicy(of: body))
            body
        }
        guard case .element(let root)? = page.nodes.first else { return Document(Element("html")) }
        return Document(root)
    }

    private func head(with policy: PagePolicy) -> Markup {
        tag(.head) {
            tag(
                .meta, MarkupAttribute("http-equiv", "Content-Type"),
                MarkupAttribute("content", "text/html; charset=UTF-8"))
            tag(
                .meta, MarkupAttribute("http-equiv", "Content-Security-Policy"), MarkupAttribute("content", policy.text)
            )
            tag(
                .meta, MarkupAttribute("name", "viewport"),
                MarkupAttribute("content", "width=device-width, initial-scale=1"))
            tag(.meta, MarkupAttribute("name", "color-scheme"), MarkupAttribute("content", "light dark"))
            tag(.meta, MarkupAttribute("name", "referrer"), MarkupAttribute("content", "no-referrer"))
            // Without an icon of its own, a page has browsers ask the server for one.
            tag(.link, MarkupAttribute("rel", "icon"), MarkupAttribute("href", "data:,"))
            tag(.title) { title }
            tag(.style) { PageFrame.style }
        }
    }

    private var body: Markup {
        tag(.body) {
            tag(.a, .class("skip"), .link(.content)) { "Skip to the content" }
            tag(.header, .class("top")) { header }
            tag(.div, .class("columns")) {
                if !contents.nodes.isEmpty { sidebar }
                tag(.main, .id(.content), MarkupAttribute("tabindex", "-1")) { main }
            }
            tag(.footer) { tag(.p) { notice } }
            if !contents.nodes.isEmpty { tag(.script) { PageFrame.script } }
        }
    }

    private var sidebar: Markup {
        tag(.div, .class("side")) {
            tag(.div, .class("search"), MarkupAttribute("role", "search"), .hidden) {
                tag(.label, MarkupAttribute("for", Anchor.search.id)) { "Search the tables" }
                tag(
                    .input, .id(.search), MarkupAttribute("type", "search"), MarkupAttribute("autocomplete", "off"),
                    MarkupAttribute("spellcheck", "false"))
                tag(.output, MarkupAttribute("for", Anchor.search.id))
            }
            tag(.nav, .label("Contents")) { contents }
        }
    }

    static let style = String(decoding: PackageResources.page_css, as: UTF8.self)
    static let script = String(decoding: PackageResources.page_js, as: UTF8.self)
}

/// What a page may load and run: its own style and script, known by their digests, those of pictures included ("Content
/// Security Policy Level 3", W3C).
struct PagePolicy {
    private var styles = [PageFrame.style]
    private var scripts: [String] = []

    init(of body: Markup) {
        for case .element(let element) in body.nodes { collect(element) }
    }

    var text: String {
        let none = "'none'"
        return [
            "default-src \(none)", "style-src \(list(styles))", "script-src \(list(scripts))", "img-src data:",
            "base-uri \(none)", "form-action \(none)",
        ].joined(separator: "; ")
    }

    private func list(_ texts: [String]) -> String {
        let digests = texts.unique.map { "'sha256-\(Data(SHA256.digest(of: Array($0.utf8))).base64EncodedString())'" }
        return digests.isEmpty ? "'none'" : digests.joined(separator: " ")
    }

    private mutating func collect(_ element: Element) {
        switch element.name {
        case "style": styles.append(element.text)
        case "script": scripts.append(element.text)
        default: for inner in element.elements { collect(inner) }
        }
    }
}
