import TerraneXML

extension Element {
    /// An element with awkward texts.
    static func random(_ dice: inout Dice, depth: Int = 0) -> Element {
        var element = Element(names.randomElement(using: &dice) ?? "a")
        for name in ["x", "y", "é"] where Bool.random(using: &dice) {
            element.attributes.append(Attribute(name, text(&dice)))
        }
        for _ in 0..<(depth < 5 ? Int.random(in: 0..<5, using: &dice) : 0) {
            element.append(child(&dice, depth: depth + 1))
        }
        return element
    }

    /// Texts side by side come back as one.
    private mutating func append(_ child: Node) {
        switch (children.last, child) {
        case (_, .text("")), (_, .cdata("")), (.text, .text), (.cdata, .cdata): break
        default: children.append(child)
        }
    }

    private static func child(_ dice: inout Dice, depth: Int) -> Node {
        switch Int.random(in: 0..<6, using: &dice) {
        case 0...2: .element(random(&dice, depth: depth))
        case 3: .cdata(text(&dice, without: "\r", "]"))
        case 4: .comment(text(&dice, without: "\r", "-"))
        default: .text(text(&dice))
        }
    }

    private static let names = ["a", "svg", "x-y", "_z", "日本", "a.b"]

    private static func text(_ dice: inout Dice, without unwanted: Unicode.Scalar...) -> String {
        let text = (0..<Int.random(in: 0..<8, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? "" }
            .joined()
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !unwanted.contains($0) }))
    }

    private static let pieces = [
        "a", " ", "\n", "\t", "\r", "<", ">", "&", "&amp;", "\"", "'", "]]>", "]", "<!--", "é", "🚀", "\u{85}",
        "\u{2028}", "\u{FFFD}",
        "%x;", "&#0;", "\u{E000}", "\u{FEFF}", "-",
    ]
}
