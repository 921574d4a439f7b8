public import TerraneCore

/// Amazon CloudFront.
public enum CloudFront {
    /// The hosted zone of every distribution ("AWS::Route53::RecordSet AliasTarget", AWS CloudFormation Template
    /// Reference).
    public static let hostedZone: Value<Route53.HostedZoneID> = "Z2FDTNDATAQYW2"

    /// Cache policies that AWS keeps ("Use managed cache policies", Amazon CloudFront Developer Guide).
    public enum CachePolicy: String, Hashable, Sendable, ExpressionConvertible {
        case cachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6"
        case cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
    }

    /// Headers that AWS keeps for answers ("Use managed response headers policies", Amazon CloudFront Developer Guide).
    public enum ResponseHeadersPolicy: String, Hashable, Sendable, ExpressionConvertible {
        /// HSTS, no sniffing of content types, no framing by other sites.
        case securityHeaders = "67f7725c-6f97-4210-82d7-5512b31e9d03"
        /// Those, and scripts of any site may read the answers.
        case securityHeadersAndCORS = "e61eb60c-9c35-4d20-a928-2b84e02af89c"
    }

    /// From where files are served: fewer places cost less ("Choose the price class for a distribution").
    public enum PriceClass: String, Hashable, Sendable, ExpressionConvertible {
        /// North America, Europe and Israel.
        case america = "PriceClass_100"
        /// Those, Asia, Africa and the Middle East; not South America, Australia and New Zealand.
        case asia = "PriceClass_200"
        case everywhere = "PriceClass_All"
    }

    /// Another answer in place of an error: the page of a single-page application in place of `404`.
    public struct ErrorPage: Hashable, Sendable {
        public let error: Int
        public let status: Int
        /// `/index.html`
        public let path: String

        public init(for error: Int, status: Int, path: String) {
            self.error = error
            self.status = status
            self.path = path
        }
    }
}
