/// Text from stacks and files, made fit for a terminal: nothing in it commands the terminal or hides from the reader.
enum VisibleText {
    /// A line longer than this says no more.
    private static let limit = 500

    /// The same text with control characters and marks of direction and of lines spelt out: `\u{1B}`.
    static func of(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            if isHidden(scalar) {
                shown += scalar == "\r" ? "\\r" : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    /// A line of a file, cut short where it is very long.
    static func line(_ text: String) -> String {
        guard text.utf8.count > limit else { return of(text) }
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex) else {
            return of(text)
        }
        let rest = scalars.distance(from: end, to: scalars.endIndex)
        return rest == 0 ? of(text) : "\(of(String(scalars[..<end])))… and \(rest) more characters"
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
