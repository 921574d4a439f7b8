/// The identity of a thing in its stack: a path such as `koemo-backend/logs`, always written out.
///
/// A Terraform address and a CloudFormation logical ID are spellings of it, so renaming a Swift property
/// never replaces a database, and renaming a `Name` always would.
public struct Name: Hashable, Sendable {
    /// The parts joined by `/`.
    public let path: String

    public init(_ path: String) {
        self.path = path
    }

    /// The name of a part: `name / "cache"`.
    public static func / (name: Name, part: String) -> Name {
        Name(name.path + "/" + part)
    }

    /// The last part.
    public var last: Substring {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    }

    /// The parts joined by `-`, the form most physical names take: `koemo-backend-logs`.
    public var dashed: String {
        path.mappingBytes { $0 == UInt8(ascii: "/") ? UInt8(ascii: "-") : $0 }
    }

    /// Why the path cannot be spelt in every target, if it cannot: parts are letters, digits, `-` and `_`,
    /// and begin with a letter.
    public var problem: String? {
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
