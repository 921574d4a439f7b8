/// Texts from stacks as GitHub's Markdown: nothing in them ends a cell, opens a tag, calls a person or hides from the reader
/// ("GitHub Flavored Markdown Spec").
enum MarkdownText {
    /// What stands in a table says no more than this.
    private static let limit = 200

    /// A text as code, in which Markdown, links and mentions mean nothing. What a table or a code span would take apart is
    /// written with the element instead, each mark of it as a number.
    static func code(_ text: String, limit: Int = limit) -> String {
        let shown = oneLine(ShownProperty.clipped(text, to: limit))
        guard let first = shown.unicodeScalars.first, let last = shown.unicodeScalars.last else { return "(empty)" }
        let isPlain =
            first != " " && last != " " && !shown.unicodeScalars.contains { "`|\\".unicodeScalars.contains($0) }
        return isPlain ? "`\(shown)`" : "<code>\(numbered(shown))</code>"
    }

    /// A sentence: plain words as they are, all others as code.
    static func prose(_ text: String) -> String {
        oneLine(ShownProperty.clipped(text, to: limit)).split(separator: " ").map { word in
            isPlain(word) ? String(word) : code(String(word))
        }.joined(separator: " ")
    }

    /// A block of code that nothing in it ends.
    static func block(_ lines: [String], language: String) -> String {
        let text = lines.joined(separator: "\n")
        var (longest, run) = (0, 0)
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\(fence)\(language)\n\(text)\n\(fence)"
    }

    private static func oneLine(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") }) else { return text }
        var line = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": line += "\\n"
            case "\t": line += "\\t"
            default: line.unicodeScalars.append(scalar)
            }
        }
        return line
    }

    /// Letters, digits and the marks of sentences; nothing that GitHub makes a link or a mention of.
    private static func isPlain(_ word: Substring) -> Bool {
        let marks = ",.;:'\"()-/".unicodeScalars
        let isQuiet = word.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
                ? scalar.properties.isAlphabetic || scalar.properties.numericType != nil || marks.contains(scalar)
                : scalar.properties.isAlphabetic || "…→–".unicodeScalars.contains(scalar)
        }
        return isQuiet && !word.contains("//") && !word.lowercased().contains("www.")
            && !word.uppercased().contains("GH-")
    }

    /// Each mark as a character reference, which begins and ends nothing.
    private static func numbered(_ text: String) -> String {
        var written = ""
        for scalar in text.unicodeScalars {
            let isMark = scalar.isASCII && !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
            if isMark, scalar != " " { written += "&#\(scalar.value);" } else { written.unicodeScalars.append(scalar) }
        }
        return written
    }
}
