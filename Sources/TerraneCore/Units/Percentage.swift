/// A share of a hundred: `.percent(80)`.
public struct Percentage: Hashable, Sendable, Comparable {
    /// 80 for eighty percent.
    public let ofHundred: Double

    public static func percent(_ share: Double) -> Percentage { Percentage(ofHundred: share) }

    public static func < (left: Percentage, right: Percentage) -> Bool { left.ofHundred < right.ofHundred }
}
