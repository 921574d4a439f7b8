public import TerraneCore

/// Amazon CloudFront.
public enum CloudFront {
    /// The hosted zone of every distribution ("AWS::Route53::RecordSet AliasTarget", AWS CloudFormation Template
    /// Reference).
    public static let hostedZone: Value<Route53.HostedZoneID> = "Z2FDTNDATAQYW2"

    /// From where files are served: fewer places cost less ("Choose the price class for a distribution").
    public enum PriceClass: String, Hashable, Sendable, ExpressionConvertible {
        /// North America, Europe and Israel.
        case america = "PriceClass_100"
        /// Those, Asia, Africa and the Middle East; not South America, Australia and New Zealand.
        case asia = "PriceClass_200"
        case everywhere = "PriceClass_All"
    }

    /// Who is answered at all, by the two letters of his country (ISO 3166; "Restrict the geographic distribution of
    /// your content").
    public enum Countries: Hashable, Sendable {
        case all
        case only([String])
        case allBut([String])

        var restriction: String {
            switch self {
            case .all: "none"
            case .only: "whitelist"
            case .allBut: "blacklist"
            }
        }

        var codes: [String] {
            switch self {
            case .all: []
            case .only(let codes), .allBut(let codes): codes
            }
        }
    }

    /// Another answer in place of an error: the page of a single-page application in place of `404`.
    public struct ErrorPage: Hashable, Sendable {
        public let error: Int
        public let status: Int
        /// `/index.html`
        public let path: String
        /// For how long the origin is not asked again; CloudFront's ten seconds unless given.
        public let rememberedFor: TimeSpan?

        public init(for error: Int, status: Int, path: String, rememberedFor: TimeSpan? = nil) {
            self.error = error
            self.status = status
            self.path = path
            self.rememberedFor = rememberedFor
        }
    }
}
