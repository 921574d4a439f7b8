import TerraneCore

/// IPv4 addresses in a row.
struct AddressBlock: Hashable, Sendable {
    let first: UInt32
    let last: UInt32

    static let everywhere = AddressBlock(first: 0, last: .max)

    init(first: UInt32, last: UInt32) {
        self.first = first
        self.last = last
    }

    /// The block of a range in CIDR notation; nil when it is none.
    init?(_ text: String) {
        guard let range = CIDR(text).range else { return nil }
        self.init(first: range.first, last: range.last)
    }

    /// How many addresses it holds.
    var count: Int { Int(last - first) + 1 }
    /// The length of its prefix, where it is a range in CIDR notation.
    var prefix: Int { (last - first).leadingZeroBitCount }

    func contains(_ address: UInt32) -> Bool { first <= address && address <= last }
    func contains(_ other: AddressBlock) -> Bool { first <= other.first && other.last <= last }
    func overlaps(_ other: AddressBlock) -> Bool { first <= other.last && other.first <= last }
}

extension AddressBlock: CustomStringConvertible {
    var description: String {
        (0..<4).map { String(first >> (24 - 8 * $0) & 255) }.joined(separator: ".") + "/\(prefix)"
    }
}

extension AddressBlock {
    /// Addresses that nobody on the Internet has ("IANA IPv4 Special-Purpose Address Registry"; RFC 1918, 6598, 3927, 5771).
    static let notOnTheInternet = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
        "224.0.0.0/3",
    ].compactMap { AddressBlock($0) }

    /// Whether no address of it is on the Internet.
    var isPrivate: Bool { AddressBlock.notOnTheInternet.contains { $0.contains(self) } }
}
