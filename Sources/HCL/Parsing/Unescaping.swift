/// Reads the text of templates back: the reverse of `Escaping`.
enum Unescaping {
    /// What quoted text means, and where the escapes are that mean nothing.
    static func quoted(_ bytes: ArraySlice<UInt8>) -> (text: String, problems: [Int]) {
        guard bytes.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "{") }) else {
            return (String(decoding: bytes, as: UTF8.self), [])
        }
        var result: [UInt8] = []
        var problems: [Int] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "\\") {
                let length = unescape(bytes[index...], into: &result)
                if length == 0 { problems.append(index) }
                index += max(length, 1)
            } else {
                index += copy(bytes[index...], into: &result)
            }
        }
        return (String(decoding: result, as: UTF8.self), problems)
    }

    /// What the text of a heredoc means.
    static func heredoc(_ bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex { index += copy(bytes[index...], into: &result) }
        return String(decoding: result, as: UTF8.self)
    }

    /// Copies a byte, or `${` for `$${` and `%{` for `%%{`; gives how many bytes that takes.
    private static func copy(_ bytes: ArraySlice<UInt8>, into result: inout [UInt8]) -> Int {
        let start = bytes.startIndex
        let byte = bytes[start]
        result.append(byte)
        guard byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%"), bytes.count > 2, bytes[start + 1] == byte,
            bytes[start + 2] == UInt8(ascii: "{")
        else { return 1 }
        result.append(UInt8(ascii: "{"))
        return 3
    }

    /// Reads the escape at the start of `bytes`; gives its length, or 0 if it is none.
    private static func unescape(_ bytes: ArraySlice<UInt8>, into result: inout [UInt8]) -> Int {
        switch bytes.dropFirst().first {
        case UInt8(ascii: "n")?: result.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "r")?: result.append(UInt8(ascii: "\r"))
        case UInt8(ascii: "t")?: result.append(UInt8(ascii: "\t"))
        case UInt8(ascii: "\"")?: result.append(UInt8(ascii: "\""))
        case UInt8(ascii: "\\")?: result.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "u")?: return unescapeCode(bytes.dropFirst(2).prefix(4), digits: 4, into: &result)
        case UInt8(ascii: "U")?: return unescapeCode(bytes.dropFirst(2).prefix(8), digits: 8, into: &result)
        default: return 0
        }
        return 2
    }

    private static func unescapeCode(_ code: ArraySlice<UInt8>, digits: Int, into result: inout [UInt8]) -> Int {
        let text = String(decoding: code, as: UTF8.self)
        guard code.count == digits, !text.utf8.contains(UInt8(ascii: "+")), let value = UInt32(text, radix: 16),
            let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar)
        else { return 0 }
        result.append(contentsOf: encoded)
        return digits + 2
    }
}
