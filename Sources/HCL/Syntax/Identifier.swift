/// The rules of a name in HCL.
public enum Identifier {
    /// Whether `text` can stand as a name: a letter or underscore, then letters, digits, underscores and dashes.
    public static func isValid(_ text: String) -> Bool {
        var scalars = text.unicodeScalars.makeIterator()
        guard let first = scalars.next(), isStart(first) else { return false }
        while let scalar = scalars.next() {
            guard isContinuation(scalar) else { return false }
        }
        return true
    }

    static func isStart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? isASCIIStart(UInt8(truncatingIfNeeded: scalar.value)) : scalar.properties.isIDStart
    }

    static func isContinuation(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? isASCIIContinuation(UInt8(truncatingIfNeeded: scalar.value)) : scalar.properties.isIDContinue
    }

    static func isASCIIStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
        default: false
        }
    }

    static func isASCIIContinuation(_ byte: UInt8) -> Bool {
        isASCIIStart(byte) || byte == UInt8(ascii: "-") || isDigit(byte)
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    /// Whether an object key may stand without quotes: an ASCII name that no reader takes for a keyword.
    static func isBareKey(_ text: String) -> Bool {
        guard let first = text.utf8.first, isASCIIStart(first), text.utf8.allSatisfy(isASCIIContinuation) else {
            return false
        }
        switch text {
        case "for", "null", "true", "false": return false
        default: return true
        }
    }
}
