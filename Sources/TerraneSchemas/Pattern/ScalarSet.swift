/// A set of characters: what `[a-z]`, `\d`, `.` or a single letter stands for.
struct ScalarSet: Sendable {
    /// A set that Unicode names.
    enum Property: Hashable, Sendable {
        /// The first letter of the general category: `\p{L}`.
        case category(Character)
        /// The general category itself: `\p{Zs}`.
        case subcategory(String)
    }

    private var ascii: (UInt64, UInt64) = (0, 0)
    private var ranges: [ClosedRange<UInt32>] = []
    private var properties: [(property: Property, isNegated: Bool)] = []
    var isNegated = false

    init() {}

    init(_ range: ClosedRange<UInt32>) {
        insert(range)
    }

    static let any = ScalarSet(0...0x10FFFF)
    static let digits = ScalarSet(0x30...0x39)

    static let anyButLineBreak: ScalarSet = {
        var set = ScalarSet(0x0A...0x0A)
        set.isNegated = true
        return set
    }()

    /// Java's holds ASCII alone, Python's all letters; nothing is refused here that one of them takes.
    static let word: ScalarSet = {
        var set = digits
        for range: ClosedRange<UInt32> in [0x41...0x5A, 0x5F...0x5F, 0x61...0x7A] { set.insert(range) }
        set.insert(.category("L"), isNegated: false)
        set.insert(.category("N"), isNegated: false)
        return set
    }()

    static let space: ScalarSet = {
        var set = ScalarSet(0x09...0x0D)
        for scalar: UInt32 in [0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000] {
            set.insert(scalar...scalar)
        }
        set.insert(0x2000...0x200A)
        return set
    }()

    mutating func insert(_ range: ClosedRange<UInt32>) {
        for scalar in range.clamped(to: 0...127) where range.lowerBound < 128 { insert(ascii: scalar) }
        if range.upperBound > 127 { ranges.append(max(range.lowerBound, 128)...range.upperBound) }
    }

    mutating func insert(_ property: Property, isNegated: Bool) {
        for scalar in UInt32(0)...127 where ScalarSet.has(property, scalar) != isNegated { insert(ascii: scalar) }
        properties.append((property, isNegated))
    }

    mutating func formUnion(_ other: ScalarSet) {
        if other.isNegated {
            for scalar in UInt32(0)...127 where other.contains(scalar) { insert(ascii: scalar) }
            ranges += other.gaps
        } else {
            ascii = (ascii.0 | other.ascii.0, ascii.1 | other.ascii.1)
            ranges += other.ranges
            properties += other.properties
        }
    }

    /// What a set without properties leaves out, beyond ASCII.
    private var gaps: [ClosedRange<UInt32>] {
        var gaps: [ClosedRange<UInt32>] = []
        var next: UInt32 = 128
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
            next = max(next, range.upperBound + 1)
        }
        return next <= 0x10FFFF ? gaps + [next...0x10FFFF] : gaps
    }

    private mutating func insert(ascii scalar: UInt32) {
        if scalar < 64 { ascii.0 |= 1 << UInt64(scalar) } else { ascii.1 |= 1 << UInt64(scalar - 64) }
    }

    /// Adds the other case of every letter.
    mutating func ignoreCase() {
        for letter in UInt32(0x41)...0x5A where holds(letter) || holds(letter + 32) {
            insert(ascii: letter)
            insert(ascii: letter + 32)
        }
    }

    func contains(_ scalar: UInt32) -> Bool { holds(scalar) != isNegated }

    private func holds(_ scalar: UInt32) -> Bool {
        if scalar < 64 { return ascii.0 & (1 << UInt64(scalar)) != 0 }
        if scalar < 128 { return ascii.1 & (1 << UInt64(scalar - 64)) != 0 }
        return ranges.contains { $0.contains(scalar) }
            || properties.contains { ScalarSet.has($0.property, scalar) != $0.isNegated }
    }

    private static func has(_ property: Property, _ value: UInt32) -> Bool {
        guard let scalar = Unicode.Scalar(value) else { return false }
        let category = abbreviation(of: scalar.properties.generalCategory)
        return switch property {
        case .category(let letter): category.first == letter
        case .subcategory(let name): category == name
        }
    }

    private static func abbreviation(of category: Unicode.GeneralCategory) -> String {
        switch category {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: "Cn"
        }
    }
}
