import Foundation

extension String {
    /// Whether the text is in Unicode's normal form C. Nothing below U+0300 composes with what stands before it.
    var isComposed: Bool {
        utf8.allSatisfy { $0 < 0xCC } || precomposedStringWithCanonicalMapping.utf8.elementsEqual(utf8)
    }
}
