public import TerraneCore

extension CloudFront {
    /// Answers from places near its viewers, with what it keeps there or takes from origins ("What is Amazon
    /// CloudFront?"). Its origins are those of its behaviours.
    public struct Distribution: Resource {
        public static let type = ResourceType(
            terraform: "aws_cloudfront_distribution", cloudFormation: "AWS::CloudFront::Distribution", area: .edge,
            tagging: .list)

        public var declaration: Declaration
        public var comment: String
        public var aliases: [String]
        /// Of us-east-1, wherever the distribution is declared.
        public var certificate: Value<ARN>
        /// For requests that none of `behaviors` takes.
        public var defaultBehavior: CacheBehavior
        /// The first whose path fits is taken.
        public var behaviors: [CacheBehavior]
        /// Of the scope of CloudFront.
        public var webACL: Value<ARN>?
        /// What is served when the path is `/`.
        public var rootObject: String?
        public var errorPages: [ErrorPage]
        public var countries: Countries = .all
        public var priceClass: PriceClass = .asia
        /// The bucket, by its name without a region, that a line for each request goes to. It must have an access list.
        public var logBucket: Value<Host>?

        public init(
            _ name: Name, comment: String, aliases: [String], certificate: Value<ARN>,
            defaultBehavior: CacheBehavior, behaviors: [CacheBehavior] = [], webACL: Value<ARN>? = nil,
            rootObject: String? = nil, errorPages: [ErrorPage] = [], file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.comment = comment
            self.aliases = aliases
            self.certificate = certificate
            self.defaultBehavior = defaultBehavior
            self.behaviors = behaviors
            self.webACL = webACL
            self.rootObject = rootObject
            self.errorPages = errorPages
        }

        public var id: Value<String> { attribute("id", .ref) }
        public var host: Value<Host> { attribute("domain_name", .attribute("DomainName")) }
        public var arn: Value<ARN> {
            "arn:\(Deployment.partition):cloudfront::\(Deployment.account):distribution/\(id)"
        }

        /// Each origin once, in the order of first use.
        public var origins: [Origin] {
            var seen: Set<Origin> = []
            return ([defaultBehavior] + behaviors).map(\.origin).filter { seen.insert($0).inserted }
        }

        public var properties: Properties {
            nested("", "DistributionConfig") {
                row("enabled", "Enabled", true)
                row("comment", "Comment", comment)
                row("aliases", "Aliases", aliases.isEmpty ? nil : aliases)
                row("http_version", "HttpVersion", "http2and3")
                row("is_ipv6_enabled", "IPV6Enabled", true)
                row("price_class", "PriceClass", priceClass)
                row("default_root_object", "DefaultRootObject", rootObject)
                row("web_acl_id", "WebACLId", webACL)
                repeated("origin", "Origins", origins) { $0.table }
                nested("default_cache_behavior", "DefaultCacheBehavior") { defaultBehavior.table }
                repeated("ordered_cache_behavior", "CacheBehaviors", behaviors) { $0.table }
                answers
                nested("viewer_certificate", "ViewerCertificate") {
                    row("acm_certificate_arn", "AcmCertificateArn", certificate)
                    row("minimum_protocol_version", "MinimumProtocolVersion", "TLSv1.2_2021")
                    row("ssl_support_method", "SslSupportMethod", "sni-only")
                }
            }
        }

        @PropertiesBuilder private var answers: Properties {
            repeated("custom_error_response", "CustomErrorResponses", errorPages) { page in
                row("error_code", "ErrorCode", page.error)
                row("response_code", "ResponseCode", page.status)
                row("response_page_path", "ResponsePagePath", page.path)
                row("error_caching_min_ttl", "ErrorCachingMinTTL", page.rememberedFor?.inSeconds)
            }
            if let logBucket {
                nested("logging_config", "Logging") {
                    row("bucket", "Bucket", logBucket)
                    row("include_cookies", "IncludeCookies", false)
                }
            }
            nested("restrictions", "Restrictions") {
                row("geo_restriction/restriction_type", "GeoRestriction/RestrictionType", countries.restriction)
                row(
                    "geo_restriction/locations", "GeoRestriction/Locations",
                    countries.codes.isEmpty ? nil : countries.codes)
            }
        }
    }
}
