/// How the emitter writes a scalar.
enum ScalarStyle {
    case plain, singleQuoted, doubleQuoted, literal

    /// The style that reads best and comes back as the same text.
    static func of(_ text: String) -> ScalarStyle {
        if text.unicodeScalars.contains(where: needsEscape) { return .doubleQuoted }
        if text.utf8.contains(UInt8(ascii: "\n")) { return standsInBlock(text) ? .literal : .doubleQuoted }
        return ScalarResolution.isAmbiguous(text) ? .singleQuoted : .plain
    }

    /// Control characters and the line breaks that other readers fold.
    private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// A block scalar begins with a line that has something on it and no indent of its own, and its lines end in no space.
    private static func standsInBlock(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != 0x20, first != 0x0A, text.utf8.last != 0x20 else { return false }
        return true
    }
}
