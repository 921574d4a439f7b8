/// The difference of two texts as `diff -u` writes it: hunks of changed lines, with three lines around them.
public struct UnifiedDiff: Sendable {
    /// The lines of the hunks, headers included.
    public let lines: [String]

    private static let context = 3

    public init(from old: [UInt8], to new: [UInt8]) {
        let before = UnifiedDiff.lines(of: old)
        let after = UnifiedDiff.lines(of: new)
        let changes = LineChanges(from: before, to: after)
        lines = changes.hunks(context: UnifiedDiff.context).flatMap { UnifiedDiff.render($0, before, after) }
    }

    /// The first lines, and how many there are beyond them.
    public func bounded(to limit: Int) -> (lines: ArraySlice<String>, rest: Int) {
        (lines.prefix(limit), max(0, lines.count - limit))
    }

    private static let newline = UInt8(ascii: "\n")

    /// The lines with their ends, so that a last line without one differs from the same line with one.
    private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var rest = text[...]
        while let end = rest.firstIndex(of: newline) {
            lines.append(rest[...end])
            rest = rest[(end + 1)...]
        }
        return rest.isEmpty ? lines : lines + [rest]
    }

    private static func render(
        _ hunk: LineChanges.Hunk, _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>]
    ) -> [String] {
        [header(hunk)]
            + hunk.edits.flatMap { edit in
                switch edit {
                case .keep(let line): text(" ", before[line])
                case .remove(let line): text("-", before[line])
                case .add(let line): text("+", after[line])
                }
            }
    }

    private static func header(_ hunk: LineChanges.Hunk) -> String {
        func range(_ start: Int, _ count: Int) -> String { "\(count == 0 ? start : start + 1),\(count)" }
        return "@@ -\(range(hunk.oldStart, hunk.oldCount)) +\(range(hunk.newStart, hunk.newCount)) @@"
    }

    private static func text(_ mark: String, _ line: ArraySlice<UInt8>) -> [String] {
        guard line.last == newline else {
            return [mark + String(decoding: line, as: UTF8.self), "\\ No newline at end of file"]
        }
        return [mark + String(decoding: line.dropLast(), as: UTF8.self)]
    }
}
