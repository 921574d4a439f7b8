/// Where Fargate tasks get their machines from ("Amazon ECS clusters for Fargate", Amazon ECS Developer Guide).
///
/// Each kind of machine stands in it once, and only regular ones come before the weights count, because ECS takes a base with
/// one capacity provider alone.
///
///     service.capacity(.spot(afterRegular: 2))
public struct CapacityStrategy: Hashable, Sendable {
    public let shares: [ECS.CapacityShare]

    /// Machines that stay.
    public static let regular = CapacityStrategy(shares: [ECS.CapacityShare(.fargate)])
    /// Spare capacity at a lower price, taken back at two minutes' notice.
    public static let spot = CapacityStrategy(shares: [ECS.CapacityShare(.fargateSpot)])

    /// So many tasks on regular machines, and of what goes beyond them four in five on spare capacity.
    public static func spot(afterRegular base: Int) -> CapacityStrategy {
        mixed(regular: 1, spot: 4, afterRegular: base)
    }

    /// Both by their weights, once so many tasks run on regular machines.
    public static func mixed(regular: Int, spot: Int, afterRegular base: Int? = nil) -> CapacityStrategy {
        CapacityStrategy(shares: [
            ECS.CapacityShare(.fargate, weight: regular, base: base), ECS.CapacityShare(.fargateSpot, weight: spot),
        ])
    }
}
