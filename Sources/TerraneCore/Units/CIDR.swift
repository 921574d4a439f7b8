/// An IPv4 address range in CIDR notation, `10.0.0.0/16`: an address whose host bits are zero, and a prefix length.
///
/// A literal that is no such range is kept as it was written and reported with the line that wrote it.
public struct CIDR: Hashable, Sendable, ExpressibleByStringLiteral, ExpressionConvertible {
    /// As written.
    public let text: String
    /// The first address and the prefix length, if the text could be read.
    public let range: Range?

    public struct Range: Hashable, Sendable {
        public let first: UInt32
        public let prefix: Int

        /// How many addresses it holds.
        public var count: UInt64 { 1 << UInt64(32 - prefix) }
        /// The last address.
        public var last: UInt32 { first | ~CIDR.mask(prefix) }
    }

    /// Everywhere: `0.0.0.0/0`.
    public static let anywhere: CIDR = "0.0.0.0/0"

    public init(stringLiteral text: String) {
        self.init(text)
    }

    public init(_ text: String) {
        self.text = text
        range = CIDR.read(text)
    }

    init(first: UInt32, prefix: Int) {
        let bytes = (0..<4).map { String((first >> (24 - 8 * $0)) & 255) }
        text = bytes.joined(separator: ".") + "/\(prefix)"
        range = Range(first: first, prefix: prefix)
    }

    /// The `index`th of the equal ranges with the longer prefix that fit into this one; nil when there is none.
    public func subrange(_ index: Int, prefix: Int) -> CIDR? {
        guard let range, prefix >= range.prefix, prefix <= 32, index >= 0,
            UInt64(index) < 1 << UInt64(prefix - range.prefix)
        else { return nil }
        return CIDR(first: range.first + UInt32(index) << UInt32(32 - prefix), prefix: prefix)
    }

    public func overlaps(_ other: CIDR) -> Bool {
        guard let range, let other = other.range else { return false }
        return range.first <= other.last && other.first <= range.last
    }

    public func contains(_ other: CIDR) -> Bool {
        guard let range, let other = other.range else { return false }
        return range.first <= other.first && other.last <= range.last
    }

    public var expression: Expression {
        if range != nil { return .string(text) }
        return .malformed(
            MalformedLiteral(
                text, problem: "'\(text)' is not an IPv4 address range",
                help: CIDR.correction(of: text).map { "The range with that prefix is '\($0)'." }
                    ?? "Write four numbers up to 255 and a prefix length up to 32, such as '10.0.0.0/16'."))
    }

    private static func mask(_ prefix: Int) -> UInt32 {
        prefix == 0 ? 0 : ~0 << UInt32(32 - prefix)
    }

    private static func read(_ text: String) -> Range? {
        guard let (address, prefix) = parts(of: text), address & ~mask(prefix) == 0 else { return nil }
        return Range(first: address, prefix: prefix)
    }

    /// The range that was probably meant when host bits are set: `10.0.0.5/16` means `10.0.0.0/16`.
    private static func correction(of text: String) -> String? {
        parts(of: text).map { CIDR(first: $0.address & mask($0.prefix), prefix: $0.prefix).text }
    }

    private static func parts(of text: String) -> (address: UInt32, prefix: Int)? {
        var rest = text.utf8[...]
        var address: UInt32 = 0
        for mark in ".../".utf8 {
            guard let byte = number(in: &rest, upTo: 255), rest.popFirst() == mark else { return nil }
            address = address << 8 | UInt32(byte)
        }
        guard let prefix = number(in: &rest, upTo: 32), rest.isEmpty else { return nil }
        return (address, prefix)
    }

    /// Takes the digits that come next: at most three, and no zero before others.
    private static func number(in rest: inout Substring.UTF8View, upTo limit: Int) -> Int? {
        var (number, count) = (0, 0)
        while let byte = rest.first, (0x30...0x39).contains(byte), count < 3, count == 0 || number > 0 {
            number = number * 10 + Int(byte) - 0x30
            count += 1
            rest.removeFirst()
        }
        return count > 0 && number <= limit ? number : nil
    }
}

extension CIDR: CustomStringConvertible {
    public var description: String { text }
}
