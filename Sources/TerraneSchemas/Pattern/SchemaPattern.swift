/// A regular expression of a schema, as JSON Schema means it: found anywhere in the text unless it is anchored.
///
/// Whether it is found is all that is asked, so there are no captures and no order of preference, and each instruction is
/// tried at most once at each place: the time is bounded by the product of both lengths, whatever the pattern.
/// Compiling one takes microseconds, where Swift's own `Regex` takes hundreds of them.
public struct SchemaPattern: Sendable, CustomStringConvertible {
    public let description: String
    private let program: PatternProgram

    /// Nil for what this cannot read: back references, and repetitions that would be very long.
    public init?(_ source: String) {
        guard let node = PatternParser.parse(source), let program = PatternProgram(node) else { return nil }
        description = source
        self.program = program
    }

    /// Whether the pattern is found in the text; nil if that would take too long to find out.
    public func matches(_ text: String) -> Bool? {
        var run = PatternRun(program: program, text: text.unicodeScalars.map(\.value))
        return run.search()
    }
}

/// A pattern as a tree.
indirect enum PatternNode: Sendable {
    case nothing
    case one(ScalarSet)
    case start
    case end
    /// The end, or the line break before it.
    case endOfText
    case wordBoundary(Bool)
    case sequence([PatternNode])
    case choice([PatternNode])
    case repetition(PatternNode, ClosedRange<Int>)
    case look(PatternNode, isAhead: Bool, isNegated: Bool)

    /// The number of characters that it takes, if that is always the same and can be counted.
    var width: Int? {
        switch self {
        case .nothing, .start, .end, .endOfText, .wordBoundary, .look: 0
        case .one: 1
        case .sequence(let nodes):
            nodes.reduce(0) { sum, node in
                sum.flatMap { sum in node.width.flatMap { PatternNode.exact(sum.addingReportingOverflow($0)) } }
            }
        case .choice(let nodes):
            nodes.first?.width.flatMap { width in nodes.allSatisfy { $0.width == width } ? width : nil }
        case .repetition(let node, let times):
            times.lowerBound == times.upperBound
                ? node.width.flatMap { PatternNode.exact($0.multipliedReportingOverflow(by: times.lowerBound)) } : nil
        }
    }

    private static func exact(_ result: (partialValue: Int, overflow: Bool)) -> Int? {
        result.overflow ? nil : result.partialValue
    }
}
