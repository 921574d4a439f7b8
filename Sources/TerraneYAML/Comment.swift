/// Comments, which libyaml does not print.
enum Comment {
    /// `# text`, on one line whatever the text holds.
    static func line(_ text: String) -> [UInt8] {
        var bytes = Array("# ".utf8)
        for scalar in text.unicodeScalars {
            bytes += Array(String(isPrintable(scalar) ? scalar : " ").utf8)
        }
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        return bytes
    }

    /// The lines of a comment at the head of a document.
    static func header(_ text: String) -> [UInt8] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .flatMap { line(String($0)) + [UInt8(ascii: "\n")] }
    }

    /// Everything else would end the line, or may not stand in a YAML text.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
