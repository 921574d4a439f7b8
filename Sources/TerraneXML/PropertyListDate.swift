/// A moment as property lists write it, in Universal Time: `2024-05-01T12:00:00Z`.
public struct PropertyListDate: Hashable, Sendable {
    /// The text of the date.
    public let text: String

    /// Nil unless the text is such a date.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let pattern = Array("0000-00-00T00:00:00Z".utf8)
        guard bytes.count == pattern.count, zip(bytes, pattern).allSatisfy(PropertyListDate.fits) else { return nil }
        let fields = [0, 5, 8, 11, 14, 17].map { start in
            bytes[start..<(start == 0 ? 4 : start + 2)].reduce(0) { $0 * 10 + Int($1) - 0x30 }
        }
        guard (1...12).contains(fields[1]),
            (1...PropertyListDate.days(inMonth: fields[1], of: fields[0])).contains(fields[2]),
            fields[3] < 24, fields[4] < 60, fields[5] < 61
        else { return nil }
        self.text = text
    }

    private static func fits(_ byte: UInt8, _ pattern: UInt8) -> Bool {
        pattern == 0x30 ? (0x30...0x39).contains(byte) : byte == pattern
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension PropertyListDate: CustomStringConvertible {
    public var description: String { text }
}
