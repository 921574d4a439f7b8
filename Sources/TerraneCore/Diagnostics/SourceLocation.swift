/// A line of Swift: where a component was written, or where a body listed it.
///
/// The file is Swift's own `#fileID` (`stacks/Koemo.swift`), which is the same on every machine; the
/// command line resolves it to a path of the package when it shows it to a person.
public struct SourceLocation: Hashable, Sendable {
    public let file: String
    public let line: Int

    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }

    /// The Swift module the line belongs to: what stands before the slash of `#fileID`.
    public var module: Substring {
        Substring(file.utf8.prefix { $0 != UInt8(ascii: "/") })
    }
}

extension SourceLocation: CustomStringConvertible {
    public var description: String { "\(file):\(line)" }
}

extension SourceLocation: Comparable {
    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.file, left.line) < (right.file, right.line)
    }
}
