/// A parser, and what it promises whatever the bytes are.
public struct FuzzTarget: Sendable, CustomStringConvertible {
    /// The folder of its corpus.
    public let name: String
    /// What was promised and not kept; nil when all is well. Not to come back at all is what the fuzzer looks for.
    public let check: @Sendable ([UInt8]) -> String?

    public var description: String { name }

    public static let all = [
        hcl, yaml, xml, propertyList, names, ranges, schedules, globs, manifests, schemas, patterns,
    ]

    public static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
