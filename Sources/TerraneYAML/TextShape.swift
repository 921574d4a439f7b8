/// What a text asks of the style it is written in.
struct TextShape {
    /// Control characters, and the line breaks that other readers fold.
    private(set) var needsEscapes = false
    private(set) var hasLineBreaks = false
    private(set) var hasTabs = false
    /// Whether a line ends in a space, which libyaml keeps in double quotes only.
    private(set) var hasTrailingSpaces = false
    private var startsWithContent = false

    init(_ text: String) {
        var last: UInt32 = 0
        if let first = text.utf8.first { startsWithContent = first != 0x20 && first != 0x09 && first != 0x0A }
        for scalar in text.unicodeScalars {
            take(scalar.value, after: last)
            last = scalar.value
        }
        if last == 0x20 { hasTrailingSpaces = true }
    }

    private mutating func take(_ scalar: UInt32, after last: UInt32) {
        switch scalar {
        case 0x20...0x7E: break
        case 0x0A:
            hasLineBreaks = true
            if last == 0x20 { hasTrailingSpaces = true }
        case 0x09: hasTabs = true
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: needsEscapes = true
        default: break
        }
    }

    /// A block begins with a line that has something on it and no indent of its own, and its lines end in no space.
    var standsInBlock: Bool { startsWithContent && !hasTrailingSpaces && !needsEscapes }
}
