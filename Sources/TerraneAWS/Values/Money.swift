/// An amount of money in whole US dollars, the currency that AWS bills and budgets in: `.usDollars(500)`.
public struct Money: Hashable, Sendable {
    public let inUSDollars: Int

    public static func usDollars(_ amount: Int) -> Money { Money(inUSDollars: amount) }
}
