/// Text from stacks and files, made fit for a terminal and for a page: nothing in it gives commands, hides from the reader or
/// changes the order of what stands around it.
package enum VisibleText {
    /// The same text with control characters, marks of direction and of lines, and what XML cannot carry spelt out: `\u{1B}`.
    package static func of(_ text: String) -> String {
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

    /// Joiners stay: they make one sign of several in emoji and in some scripts.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE,
            0xFFFF:
            true
        default: false
        }
    }
}
