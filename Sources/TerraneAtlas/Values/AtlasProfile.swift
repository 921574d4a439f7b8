public import TerraneCore

/// Which API key CloudFormation's Atlas types use: the secret `cfn/atlas/profile/default` for `"default"`. Terraform's
/// provider is configured with its own ("Secret Manager Profile setup", MongoDB Atlas CloudFormation Resources).
public struct AtlasProfile: Hashable, Sendable, ExpressibleByStringLiteral, ExpressionConvertible {
    public let name: String

    public init(stringLiteral name: String) {
        self.name = name
    }

    public static let `default`: AtlasProfile = "default"

    public var expression: Expression { .string(name) }

    var row: Row {
        cloudFormationOnly("Profile", self, because: "Terraform's provider is configured with its API key once for all")
    }
}

extension Region {
    /// The region as Atlas spells it, `AP_NORTHEAST_1` ("Amazon Web Services (AWS)", MongoDB Atlas documentation).
    var atlasName: String {
        String(rawValue.uppercased().map { $0 == "-" ? "_" : $0 })
    }
}
