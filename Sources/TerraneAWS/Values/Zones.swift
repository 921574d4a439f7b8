public import TerraneCore

/// Availability zones of one region: `.tokyo(.a, .c)`.
public struct Zones: Hashable, Sendable {
    /// The letter that follows the region's code.
    public enum Letter: String, Hashable, Sendable {
        case a, b, c, d, e, f
    }

    public let region: Region
    public let letters: [Letter]

    public init(_ region: Region, _ letters: [Letter]) {
        self.region = region
        self.letters = letters
    }

    public static func tokyo(_ letters: Letter...) -> Zones { Zones(.tokyo, letters) }
    public static func osaka(_ letters: Letter...) -> Zones { Zones(.osaka, letters) }
    public static func singapore(_ letters: Letter...) -> Zones { Zones(.singapore, letters) }
    public static func virginia(_ letters: Letter...) -> Zones { Zones(.virginia, letters) }
    public static func oregon(_ letters: Letter...) -> Zones { Zones(.oregon, letters) }
    public static func ireland(_ letters: Letter...) -> Zones { Zones(.ireland, letters) }
    public static func frankfurt(_ letters: Letter...) -> Zones { Zones(.frankfurt, letters) }
}
