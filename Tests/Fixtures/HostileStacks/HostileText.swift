/// Texts that mean harm to one format or another. The same seed makes the same texts.
struct HostileTexts {
    private var dice: Dice

    init(seed: UInt64) {
        dice = Dice(seed: seed)
    }

    /// A few bits, side by side so that they make new marks with each other.
    mutating func text() -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<dice.roll(7) { scalars += dice.pick(HostileTexts.bits).unicodeScalars }
        if dice.roll(4) == 0 { scalars.append(scalar()) }
        return String(scalars)
    }

    /// Texts that every target can say.
    mutating func sayable(_ count: Int) -> [String] {
        (0..<count).map { _ in
            var made = text()
            while made.mustBeRefused { made = text() }
            return made
        }
    }

    /// A text of so many bytes at least.
    mutating func long(_ count: Int) -> String {
        var made = ""
        while made.utf8.count < count { made += sayable(1)[0] + "x" }
        return made.mustBeRefused ? long(count) : made
    }

    /// Any character that is not half a one.
    private mutating func scalar() -> Unicode.Scalar {
        Unicode.Scalar(UInt32(dice.roll(0x11_0000))) ?? "\u{FFFD}"
    }

    static let bits =
        quotes + templates + spaces + invisible + letters + paths + markup + words + commands + ["\u{0}", "e\u{301}"]

    private static let quotes = [
        "\"", "'", "`", "\\", "\"\"\"", "''", "\\\"", "'\u{301}", "\"\u{301}", "\\u0041", "\\n",
    ]

    private static let templates = [
        "$", "%", "{", "}", "${", "%{", "$${", "%%{", "${}", "${!x}", "${a", "${aws:username}", "${AWS::Region}", "${{",
        "${{ secrets.X }}", "}}", "$\u{301}{", "${{\u{301}", "%{ if true }", "%{ endif ~}", "{{", "{{{x}}}",
        "{{> head}}",
        "{\"Ref\": \"x\"}", "~}", "$$", "#{x}",
    ]

    private static let spaces = [
        " ", "  ", "\n", "\r", "\r\n", "\n\n", "\t", "\u{A0}", "\u{3000}", "\u{2028}", "\u{2029}", "\u{85}", "\u{B}",
        "\n ",
        "\n\t", " \n",
    ]

    private static let invisible = [
        "\u{1}", "\u{7}", "\u{8}", "\u{1B}[31m", "\u{7F}", "\u{9F}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\u{202E}",
        "\u{200F}",
        "\u{200D}", "\u{301}", "\u{E000}", "\u{F8FF}", "\u{10FFFF}", "\u{2066}", "\u{AD}",
    ]

    private static let letters = ["a", "Z", "é", "日本語", "😀", "👩‍👩‍👧", "עברית", "한", "İ", "ß", "\u{1F1EF}\u{1F1F5}"]

    private static let paths = [
        "../", "..\\", "/etc/passwd", "~", "./", "//", "C:\\", "file://", "%2e%2e/", "a/../../b",
    ]

    private static let markup = [
        "<", ">", "&", "&amp;", "]]>", "<![CDATA[", "<!--", "-->", "</string>", "<?xml", "\n<<EOT\n", "EOT\n",
        "\nEOT\n",
    ]

    private static let words = [
        "yes", "no", "null", "~", "true", "0x10", "1e3", "1_000", "012", ".inf", "2024-01-01", "---", "...", "- ", "? ",
        ": ",
        ":", "#", " #", "# ", "|", ">", "@", "!", "!!str ", "&a", "*a", "[", "]", ",", "=", "<<", "-", "0",
        "key: value", "%",
    ]

    private static let commands = [
        "$(id)", "`id`", ";", "&&", "||", "!", "!!", "$HOME", "*", "?", "[a-z]", "{a,b}", "-n", "--help", "(", ")",
        "$'\\x41'",
        "::error::x", "%0A",
    ]
}

extension String {
    /// Whether some target cannot say the text as it is.
    var mustBeRefused: Bool {
        utf8.contains(0) || !isComposed || holds("{{resolve:") || hasStrayAccent
    }

    /// Whether the bytes of `mark` stand in it.
    func holds(_ mark: String) -> Bool {
        let (whole, part) = (Array(utf8), Array(mark.utf8))
        guard whole.count >= part.count else { return false }
        return (0...whole.count - part.count).contains { whole[$0..<$0 + part.count].elementsEqual(part) }
    }

    /// The text with other bytes in place of those of `mark`.
    func replacing(bytes mark: String, with other: String) -> String {
        let part = Array(mark.utf8)
        var (rest, made) = (Array(utf8)[...], [UInt8]())
        while let byte = rest.first {
            if rest.starts(with: part) {
                made += other.utf8
                rest = rest.dropFirst(part.count)
            } else {
                made.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: made, as: UTF8.self)
    }
}
