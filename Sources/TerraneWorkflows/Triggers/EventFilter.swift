/// Patterns that a branch, a tag or a path must match, or must not: GitHub takes one kind or the other.
///
/// ("Workflow syntax for GitHub Actions", section on `on.<push|pull_request>`, GitHub Docs.)
public enum EventFilter: Sendable, ExpressibleByArrayLiteral {
    case any
    case only([String])
    case except([String])

    public init(arrayLiteral patterns: String...) {
        self = .only(patterns)
    }
}

/// When a workflow runs by the clock: the five fields of POSIX cron, in UTC.
public struct Cron: Sendable, Hashable, ExpressibleByStringLiteral {
    public let fields: String

    public init(stringLiteral fields: String) {
        self.fields = fields
    }

    /// Whether there are five fields that GitHub takes ("Events that trigger workflows", section on `schedule`, GitHub Docs).
    public var isWellFormed: Bool {
        let parts = fields.split(separator: " ")
        return parts.count == 5 && zip(parts, CronField.all).allSatisfy { $1.values($0) != nil }
    }

    /// Whether two runs would be less than five minutes apart.
    var isTooOften: Bool {
        let parts = fields.split(separator: " ")
        guard parts.count == 5, let minutes = CronField.all[0].values(parts[0])?.sorted() else { return false }
        let gaps = zip(minutes.dropFirst(), minutes).map { $0 - $1 }
        return gaps.contains { $0 < 5 }
    }
}

/// One field of a schedule.
struct CronField: Sendable {
    let range: ClosedRange<Int>
    /// Names of the values from the lowest on.
    let names: [String]

    static let all = [
        CronField(range: 0...59, names: []), CronField(range: 0...23, names: []), CronField(range: 1...31, names: []),
        CronField(
            range: 1...12,
            names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]),
        CronField(range: 0...6, names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]),
    ]

    /// The values that a text stands for; nil when it is none of `*`, numbers, names, ranges, steps and lists of those.
    func values(_ text: Substring) -> Set<Int>? {
        var found: Set<Int> = []
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let values = item.isEmpty ? nil : itemValues(item) else { return nil }
            found.formUnion(values)
        }
        return found
    }

    private func itemValues(_ item: Substring) -> [Int]? {
        let parts = item.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let span = span(parts[0], isOpen: parts.count == 2) else { return nil }
        guard parts.count == 2 else { return Array(span) }
        guard let step = Int(parts[1]), step > 0 else { return nil }
        return Array(stride(from: span.lowerBound, through: span.upperBound, by: step))
    }

    /// A number with a step goes on to the end of the range.
    private func span(_ text: Substring, isOpen: Bool) -> ClosedRange<Int>? {
        if text == "*" { return range }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count <= 2, let first = value(ends[0]), let last = value(ends[ends.count - 1]), first <= last else {
            return nil
        }
        return ends.count == 1 && isOpen ? first...range.upperBound : first...last
    }

    private func value(_ text: Substring) -> Int? {
        // A sign is no digit, and a letter that capitals make one of these is still another.
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }) else {
            return nil
        }
        let number = Int(text) ?? names.firstIndex(of: text.uppercased()).map { $0 + range.lowerBound }
        guard let number, range.contains(number) else { return nil }
        return number
    }
}
