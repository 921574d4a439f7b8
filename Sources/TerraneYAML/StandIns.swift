/// Characters that stand in for others while libyaml prints: for emoji and all beyond U+FFFF, and for tabs in scripts.
///
/// libyaml takes those for unprintable and would turn a whole script into one quoted line for the sake of one of them.
/// So each is printed as a private-use character that the tree does not use, and put back afterwards.
struct StandIns {
    private var standIns: [Unicode.Scalar: Unicode.Scalar] = [:]
    private var originals: [Unicode.Scalar: Unicode.Scalar] = [:]

    /// Those that a tree needs. When there are more than private-use characters, the rest is printed as escapes.
    init(for node: Node) {
        var wanted: [Unicode.Scalar] = []
        var taken: Set<Unicode.Scalar> = []
        StandIns.collect(node, &wanted, &taken)
        var next: UInt32 = 0xE000
        for scalar in wanted where standIns[scalar] == nil {
            while next <= 0xF8FF, let free = Unicode.Scalar(next), taken.contains(free) { next += 1 }
            guard next <= 0xF8FF, let free = Unicode.Scalar(next) else { break }
            standIns[scalar] = free
            originals[free] = scalar
            next += 1
        }
    }

    private static func collect(_ node: Node, _ wanted: inout [Unicode.Scalar], _ taken: inout Set<Unicode.Scalar>) {
        switch node.content {
        case .scalar(.string(let text)):
            guard text.utf8.contains(where: mayConcern) else { return }
            for scalar in text.unicodeScalars {
                if scalar == "\t" || scalar.value > 0xFFFF { wanted.append(scalar) }
                if (0xE000...0xF8FF).contains(scalar.value) { taken.insert(scalar) }
            }
        case .scalar: break
        case .sequence(let items): for item in items { collect(item, &wanted, &taken) }
        case .mapping(let pairs):
            for pair in pairs {
                collect(pair.key, &wanted, &taken)
                collect(pair.value, &wanted, &taken)
            }
        }
    }

    /// A tab, or the first byte of U+E000 and above.
    private static func mayConcern(_ byte: UInt8) -> Bool { byte >= 0xEE || byte == 0x09 }

    /// The text as libyaml shall see it. Only a block has tabs as they are.
    func applied(to text: String, in style: ScalarStyle) -> String {
        guard !standIns.isEmpty, text.utf8.contains(where: StandIns.mayConcern) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            scalars.append(scalar == "\t" && style != .literal ? scalar : standIns[scalar] ?? scalar)
        }
        return String(scalars)
    }

    /// The printed text with the originals in it.
    func removed(from bytes: [UInt8]) -> [UInt8] {
        guard !originals.isEmpty else { return bytes }
        var scalars = String.UnicodeScalarView()
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            scalars.append(originals[scalar] ?? scalar)
        }
        return Array(String(scalars).utf8)
    }
}
