public import TerraneCore

/// Why a `graph.json` cannot be read, and where.
public struct UnreadableGraph: Error, Hashable, Sendable {
    /// In the middle of a sentence: `a value ends in the middle`.
    public let problem: String
    /// From 1, as editors count; the column in bytes.
    public let line: Int
    public let column: Int

    init(_ problem: String, at offset: Int, in bytes: [UInt8]) {
        self.problem = problem
        let before = bytes.prefix(offset)
        line = before.count { $0 == UInt8(ascii: "\n") } + 1
        column = before.count - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0) + 1
    }

    /// What to tell a person who asked for `file`.
    public func diagnostic(in file: String) -> Diagnostic {
        .error(
            "'\(file)' is no resource graph that can be read: \(problem) (line \(line), column \(column))",
            help: "Write it again with `synth` of that revision, or name another revision.",
            at: SourceLocation(file: file, line: line), rule: "unreadableGraph")
    }
}

extension UnreadableGraph: CustomStringConvertible {
    public var description: String { "line \(line), column \(column): \(problem)" }
}
