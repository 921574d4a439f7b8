public import TerraneCore

/// Amazon CloudFront.
public enum CloudFront {
    /// The hosted zone of every distribution ("AWS::Route53::RecordSet AliasTarget", AWS CloudFormation Template Reference).
    public static let hostedZone: Value<Route53.HostedZoneID> = "Z2FDTNDATAQYW2"

    /// How a distribution proves to a bucket that it is the one asking.
    public struct OriginAccessControl: Resource {
        public static let type = ResourceType(
            terraform: "aws_cloudfront_origin_access_control", cloudFormation: "AWS::CloudFront::OriginAccessControl",
            area: .edge)

        public var declaration: Declaration
        public var controlName: String

        public init(_ name: Name, controlName: String? = nil, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
            self.controlName = controlName ?? name.dashed
        }

        public var id: Value<String> { attribute("id", .attribute("Id")) }

        public var properties: Properties {
            row("name", "OriginAccessControlConfig/Name", controlName)
            row("origin_access_control_origin_type", "OriginAccessControlConfig/OriginAccessControlOriginType", "s3")
            row("signing_behavior", "OriginAccessControlConfig/SigningBehavior", "always")
            row("signing_protocol", "OriginAccessControlConfig/SigningProtocol", "sigv4")
        }
    }

    /// Serves files of a bucket from places near their readers.
    public struct Distribution: Resource {
        /// Cache policies that AWS keeps ("Use managed cache policies", Amazon CloudFront Developer Guide).
        public enum CachePolicy: String, Hashable, Sendable, ExpressionConvertible {
            case cachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6"
            case cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
        }

        public static let type = ResourceType(
            terraform: "aws_cloudfront_distribution", cloudFormation: "AWS::CloudFront::Distribution", area: .edge,
            tagging: .list)

        public var declaration: Declaration
        public var comment: String
        public var aliases: [String]
        public var origin: Value<Host>
        public var accessControl: Value<String>
        public var certificate: Value<ARN>
        public var cachePolicy: CachePolicy
        public var webACL: Value<ARN>?

        public init(
            _ name: Name, comment: String, aliases: [String], origin: Value<Host>, accessControl: Value<String>,
            certificate: Value<ARN>, cachePolicy: CachePolicy = .cachingOptimized, webACL: Value<ARN>? = nil,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.comment = comment
            self.aliases = aliases
            self.origin = origin
            self.accessControl = accessControl
            self.certificate = certificate
            self.cachePolicy = cachePolicy
            self.webACL = webACL
        }

        public var id: Value<String> { attribute("id", .ref) }
        public var host: Value<Host> { attribute("domain_name", .attribute("DomainName")) }
        public var arn: Value<ARN> {
            "arn:\(Deployment.partition):cloudfront::\(Deployment.account):distribution/\(id)"
        }

        public var properties: Properties {
            nested("", "DistributionConfig") {
                row("enabled", "Enabled", true)
                row("comment", "Comment", comment)
                row("aliases", "Aliases", aliases)
                row("http_version", "HttpVersion", "http2and3")
                row("is_ipv6_enabled", "IPV6Enabled", true)
                row("price_class", "PriceClass", "PriceClass_200")
                row("web_acl_id", "WebACLId", webACL)
                repeated("origin", "Origins", [origin]) { origin in
                    row("origin_id", "Id", "bucket")
                    row("domain_name", "DomainName", origin)
                    row("origin_access_control_id", "OriginAccessControlId", accessControl)
                    cloudFormationOnly(
                        "S3OriginConfig/OriginAccessIdentity", "",
                        because: "CloudFormation wants to be told that it is a bucket")
                }
                nested("default_cache_behavior", "DefaultCacheBehavior") { behaviour }
                nested("restrictions", "Restrictions") {
                    row("geo_restriction/restriction_type", "GeoRestriction/RestrictionType", "none")
                }
                nested("viewer_certificate", "ViewerCertificate") {
                    row("acm_certificate_arn", "AcmCertificateArn", certificate)
                    row("minimum_protocol_version", "MinimumProtocolVersion", "TLSv1.2_2021")
                    row("ssl_support_method", "SslSupportMethod", "sni-only")
                }
            }
        }

        @PropertiesBuilder private var behaviour: Properties {
            row("target_origin_id", "TargetOriginId", "bucket")
            row("viewer_protocol_policy", "ViewerProtocolPolicy", "redirect-to-https")
            row("allowed_methods", "AllowedMethods", ["GET", "HEAD", "OPTIONS"])
            row("cached_methods", "CachedMethods", ["GET", "HEAD"])
            row("cache_policy_id", "CachePolicyId", cachePolicy)
            row("compress", "Compress", true)
        }
    }
}
