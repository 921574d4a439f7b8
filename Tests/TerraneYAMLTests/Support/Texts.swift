import TerraneYAML

/// Texts that have a meaning of their own in YAML, or no place in it.
enum Texts {
    /// What some reader would take for a boolean, a null, a number, a date or a key with a meaning.
    static let lookalikes = [
        "on", "On", "ON", "off", "yes", "Yes", "no", "No", "NO", "y", "Y", "n", "N", "true", "True", "TRUE", "false",
        "null", "Null", "NULL", "~", "", "012", "0o14", "0x1f", "0x1F", "0b101", "1e3", "1E3", "1.5e3", "1.5e+3",
        "1_000", "1,000", ".5", "5.", "-.5", "+1", "-0", "12", "3.12", "685_230.15", ".inf", "-.inf", "+.INF", ".nan",
        ".NaN", "2024-01-01", "2024-1-1", "2024-01-01T10:00:00Z", "2024-01-01 10:00:00", "2001-12-14t21:59:43.10-05:00",
        "12:30:45", "12:30", "190:20:30.15", "<<", "=", "123456789012345678901234567890", "0e0", "0.", ":sym", "1__0",
    ]

    static let indicators = [
        "-", "- a", "-a", "--", "---", "--- a", "...", "... a", "?", "? x", "?x", ":", ": x", ":x", "a: b", "a:", "a:b",
        "#", "#x", "a #b", "a#b", "&a", "*a", "!t", "!", "!!str x", "%x", "@x", "`x`", "|", "|-", ">", "> x", "'", "\"",
        "'a'", "\"a\"", "it's", "[", "]", "[a]", "{", "}", "{a: b}", ",", "a, b", "a,b", "\\", "\\n", "${{ a }}",
        "$(x)",
    ]

    static let spaces = [
        " ", "  ", " a", "a ", "\t", "\ta", "a\t", "a\tb", "\n", "\na", "a\n", "a\n\n", "a\n\n\n", "\n\n", " \n",
        "a \nb", "a\n b",
        "a\nb", "a\nb\n", "a\n\nb\n", "a\n  \nb\n", " a\nb", "\ta\nb\n", "a\n\tb\n", "a\t\nb\n", "a\n\t\nb\n", "\r",
        "a\rb",
        "a\r\nb\r\n", "a\r\n", "# a\nb\n", "- a\n- b\n", "---\na\n", "...\n", "a: b\nc: d\n", "%a\nb\n", "a\n---\nb\n",
        "a\n#\n",
    ]

    static let unusual = [
        "\0", "a\0b", "\u{1}", "\u{7}", "\u{8}", "\u{B}", "\u{C}", "\u{1B}[0m", "\u{7F}", "\u{80}", "\u{85}",
        "a\u{85}b", "\u{9F}",
        "\u{A0}", "a\u{A0}", "\u{AD}", "\u{2028}", "a\u{2029}b\n", "\u{FEFF}", "\u{FEFF}a", "a\u{FEFF}", "\u{FFFD}",
        "\u{FFFE}",
        "\u{FFFF}", "\u{E000}", "\u{F8FF}", "\u{E000}🚀", "🚀", "🚀 Deploy", "a\n🚀\n", "👩‍👩‍👧", "日本語", "e\u{301}", "é",
        "\u{1FFFF}",
        "\u{10FFFF}", "\u{3000}a", "🇯🇵: x", "#️⃣", "🚀\u{1}", "\u{D7FF}",
    ]

    static let all =
        lookalikes + indicators + spaces + unusual + [
            String(repeating: "a", count: 129), String(repeating: "word ", count: 60) + "end",
            String(repeating: "é", count: 3000),
        ]

    /// A text of characters that matter to YAML, more often than chance would have it.
    static func random(_ dice: inout Dice) -> String {
        if Int.random(in: 0..<4, using: &dice) == 0, let text = all.randomElement(using: &dice) { return text }
        let count = Int.random(in: 0..<12, using: &dice)
        var text = ""
        for _ in 0..<count { text += pieces.randomElement(using: &dice) ?? "" }
        return text
    }

    private static let pieces = [
        "a", "b", "z", "0", "1", "9", "-", "_", ".", ":", ": ", " ", "  ", "#", " #", "\n", "\n", "\t", "'", "\"", "\\",
        "&", "*", "!",
        "|", ">", "%", "@", "`", "{", "}", "[", "]", ",", "?", "=", "<", "é", "🚀", "\u{E000}", "\r", "\u{85}",
        "\u{2028}", "\0",
    ]

    /// A text in every place that a text can have.
    static func everywhere(_ text: String) -> Node {
        let node = Node.string(text)
        return [
            node, ["value": node, "after": "x"], [[node, node]], .mapping([Node.Pair(node, 1)]),
            ["list": [node, "after"]],
            Node.sequence([node, "after"]).flow, Node.mapping([Node.Pair("value", node), Node.Pair(node, node)]).flow,
            [
                "commented": node.commented("why").preceded(by: "", "before"),
                "after": Node.string("x").preceded(by: ""),
            ],
        ]
    }
}
