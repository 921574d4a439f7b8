/// The identity of a thing in its stack: a path such as `koemo-backend/logs`, always written out.
///
/// A Terraform address and a CloudFormation logical ID are spellings of it, so renaming a Swift property
/// never replaces a database, and renaming a `Name` would, unless what it names says what it was called before
/// (`.renamed(from:)`).
public struct Name: Sendable {
    /// The parts joined by `/`.
    public let path: String
    /// What physical names are made from, where that is something else.
    private let physicalPath: String?

    public init(_ path: String) {
        self.path = path
        physicalPath = nil
    }

    /// A name whose physical names, and those of its parts, are made from another: what it was called when it was first deployed.
    /// Most physical names cannot be changed without making the thing anew.
    public init(_ path: String, physical: String) {
        self.path = path
        physicalPath = physical
    }

    private init(_ path: String, _ physicalPath: String?) {
        self.path = path
        self.physicalPath = physicalPath
    }

    /// The name of a part: `name / "cache"`.
    public static func / (name: Name, part: String) -> Name {
        Name(name.path + "/" + part, name.physicalPath.map { $0 + "/" + part })
    }

    /// The last part.
    public var last: Substring {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    }

    /// The parts joined by `-`, the form most physical names take: `koemo-backend-logs`.
    public var dashed: String {
        (physicalPath ?? path).mappingBytes { $0 == UInt8(ascii: "/") ? UInt8(ascii: "-") : $0 }
    }

    /// Why the path cannot be spelt in every target, if it cannot: parts are letters, digits, `-` and `_`,
    /// and begin with a letter.
    public var problem: String? {
        Name.problem(of: path) ?? physicalPath.flatMap { Name.problem(of: $0) }
    }

    private static func problem(of path: String) -> String? {
        var atStart = true
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                atStart = false
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                if atStart { return "a part of a name begins with a letter" }
            case UInt8(ascii: "/"):
                if atStart { return "a part of the name is empty" }
                atStart = true
            default:
                return "names are made of ASCII letters, digits, '-' and '_'"
            }
        }
        return atStart ? "a part of the name is empty" : nil
    }
}

extension Name: Hashable {
    public static func == (left: Name, right: Name) -> Bool { left.path == right.path }

    public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

extension Name: ExpressibleByStringInterpolation {
    public init(stringLiteral path: String) {
        self.init(path)
    }
}

extension Name: CustomStringConvertible {
    public var description: String { path }
}

extension Name: Comparable {
    public static func < (left: Name, right: Name) -> Bool { left.path < right.path }
}

extension String {
    /// The text with each byte replaced by another one; `transform` maps ASCII to ASCII and leaves the rest alone.
    package func mappingBytes(_ transform: (UInt8) -> UInt8) -> String {
        String(unsafeUninitializedCapacity: utf8.count) { buffer in
            var count = 0
            for byte in utf8 {
                buffer[count] = transform(byte)
                count += 1
            }
            return count
        }
    }
}
