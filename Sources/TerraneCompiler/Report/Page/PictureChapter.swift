import TerraneXML

extension EnvironmentPart {
    /// The architecture, at its own size on a wide screen, and to be moved sideways by itself on a narrow one.
    var picture: Markup {
        guard let picture = try? Document.parse(architectureSVG(of: environment.graph, id: pictureID)) else {
            return tag(.p, .class("none")) { "There is nothing to draw." }
        }
        return tag(
            .div, .class("picture"), MarkupAttribute("role", "region"), MarkupAttribute("tabindex", "0"),
            .label("Architecture of \(name)")
        ) { Markup.element(picture.root) }
    }

    /// Rules of the picture's style begin with it, so it holds only what needs no escape there.
    private var pictureID: String {
        "picture-"
            + name.utf8.map { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(Unicode.Scalar(byte))
                default: "_" + String(byte, radix: 16)
                }
            }.joined()
    }
}
