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

    /// Whether there are five fields of the characters that GitHub takes.
    public var isWellFormed: Bool {
        let parts = fields.split(separator: " ")
        return parts.count == 5 && parts.allSatisfy { $0.utf8.allSatisfy(Cron.takes) }
    }

    private static func takes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "-"): true
        default: false
        }
    }
}
