public import TerraneCore

/// The machine of a database, `db.r6g.large`: families that RDS and Aurora offer today ("DB instance class types",
/// Amazon RDS User Guide).
public struct DatabaseInstanceClass: Hashable, Sendable {
    public enum BurstableSize: String, Hashable, Sendable {
        case micro, small, medium, large, xlarge
        case xlarge2 = "2xlarge"
    }

    public enum Size: String, Hashable, Sendable {
        case large, xlarge
        case xlarge2 = "2xlarge"
        case xlarge4 = "4xlarge"
        case xlarge8 = "8xlarge"
        case xlarge12 = "12xlarge"
        case xlarge16 = "16xlarge"
    }

    public let family: String
    public let size: String
    /// In gibibytes ("Hardware specifications for DB instance classes", Amazon RDS User Guide).
    public let memory: DataSize

    /// `db.r6g.large`.
    public var typeName: String { "db.\(family).\(size)" }

    public static func t3(_ size: BurstableSize) -> DatabaseInstanceClass { burstable("t3", size) }
    public static func t4g(_ size: BurstableSize) -> DatabaseInstanceClass { burstable("t4g", size) }
    public static func m5(_ size: Size) -> DatabaseInstanceClass { general("m5", size, gibibytes: 8) }
    public static func m6g(_ size: Size) -> DatabaseInstanceClass { general("m6g", size, gibibytes: 8) }
    public static func m7g(_ size: Size) -> DatabaseInstanceClass { general("m7g", size, gibibytes: 8) }
    public static func r5(_ size: Size) -> DatabaseInstanceClass { general("r5", size, gibibytes: 16) }
    public static func r6g(_ size: Size) -> DatabaseInstanceClass { general("r6g", size, gibibytes: 16) }
    public static func r7g(_ size: Size) -> DatabaseInstanceClass { general("r7g", size, gibibytes: 16) }

    private static func burstable(_ family: String, _ size: BurstableSize) -> DatabaseInstanceClass {
        let gibibytes =
            switch size {
            case .micro: 1
            case .small: 2
            case .medium: 4
            case .large: 8
            case .xlarge: 16
            case .xlarge2: 32
            }
        return DatabaseInstanceClass(family: family, size: size.rawValue, memory: .gibibytes(gibibytes))
    }

    /// - parameter gibibytes: the memory of the size `large`, of which the others are multiples.
    private static func general(_ family: String, _ size: Size, gibibytes: Int) -> DatabaseInstanceClass {
        let factor =
            switch size {
            case .large: 1
            case .xlarge: 2
            case .xlarge2: 4
            case .xlarge4: 8
            case .xlarge8: 16
            case .xlarge12: 24
            case .xlarge16: 32
            }
        return DatabaseInstanceClass(family: family, size: size.rawValue, memory: .gibibytes(gibibytes * factor))
    }
}

extension DatabaseInstanceClass: ExpressionConvertible {
    public var expression: Expression { .string(typeName) }
}
