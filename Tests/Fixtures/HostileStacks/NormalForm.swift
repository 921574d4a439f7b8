import Foundation

extension String {
    /// Whether the text is in Unicode's normal form C.
    var isComposed: Bool { precomposedStringWithCanonicalMapping.utf8.elementsEqual(utf8) }

    /// Whether a combining character has nothing before it to stand on.
    var hasStrayAccent: Bool {
        zip(["\n"] + unicodeScalars, unicodeScalars).contains { before, scalar in
            let category = scalar.properties.generalCategory
            let combines =
                scalar.properties.canonicalCombiningClass != .notReordered || category == .spacingMark
                || (0x1161...0x1175).contains(scalar.value) || (0x11A8...0x11C2).contains(scalar.value)
            return combines && (before.value < 0x20 || ["<", ">", "&"].contains(before))
        }
    }

    /// Whether XML 1.0 can carry every character of it.
    var isLegalInXML: Bool {
        unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
            default: false
            }
        }
    }
}
