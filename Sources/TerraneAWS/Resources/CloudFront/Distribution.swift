public import TerraneCore

extension CloudFront {
    /// Serves files of a bucket from places near their readers ("What is Amazon CloudFront?").
    public struct Distribution: Resource {
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
        /// What is served when the path is `/`.
        public var rootObject: String?
        public var headers: ResponseHeadersPolicy?
        public var errorPages: [ErrorPage]
        public var priceClass: PriceClass

        public init(
            _ name: Name, comment: String, aliases: [String], origin: Value<Host>, accessControl: Value<String>,
            certificate: Value<ARN>, cachePolicy: CachePolicy = .cachingOptimized, webACL: Value<ARN>? = nil,
            rootObject: String? = nil, headers: ResponseHeadersPolicy? = nil, errorPages: [ErrorPage] = [],
            priceClass: PriceClass = .asia, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.comment = comment
            self.aliases = aliases
            self.origin = origin
            self.accessControl = accessControl
            self.certificate = certificate
            self.cachePolicy = cachePolicy
            self.webACL = webACL
            self.rootObject = rootObject
            self.headers = headers
            self.errorPages = errorPages
            self.priceClass = priceClass
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
                row("aliases", "Aliases", aliases.isEmpty ? nil : aliases)
                row("http_version", "HttpVersion", "http2and3")
                row("is_ipv6_enabled", "IPV6Enabled", true)
                row("price_class", "PriceClass", priceClass)
                row("default_root_object", "DefaultRootObject", rootObject)
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
                repeated("custom_error_response", "CustomErrorResponses", errorPages) { page in
                    row("error_code", "ErrorCode", page.error)
                    row("response_code", "ResponseCode", page.status)
                    row("response_page_path", "ResponsePagePath", page.path)
                }
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
            row("response_headers_policy_id", "ResponseHeadersPolicyId", headers)
            row("compress", "Compress", true)
        }

        public func check() -> [Diagnostic] {
            var problems = aliases.flatMap(HostName.check)
            if let rootObject, rootObject.hasPrefix("/") { problems.append(.rootObject(name, rootObject)) }
            problems += errorPages.filter { !Distribution.errors.contains($0.error) }.map { .errorPage(name, $0.error) }
            problems += errorPages.filter { $0.status != 200 && !Distribution.errors.contains($0.status) }
                .map { .errorPage(name, $0.status) }
            problems += errorPages.filter { !$0.path.hasPrefix("/") }.map { .errorPagePath(name, $0.path) }
            return problems
        }

        /// What CloudFront can answer otherwise ("Error caching and custom error pages").
        private static let errors: Set<Int> = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504]
    }
}

extension Diagnostic {
    static func rootObject(_ name: Name, _ path: String) -> Diagnostic {
        .error("the root object of '\(name)' is '\(path)'", help: "Name the file without a slash before it.")
    }

    static func errorPage(_ name: Name, _ status: Int) -> Diagnostic {
        .error(
            "'\(name)' has a page for the status \(status)",
            help: "CloudFront takes 400, 403, 404, 405, 414, 416 and 500 to 504, and 200 to answer with.")
    }

    static func errorPagePath(_ name: Name, _ path: String) -> Diagnostic {
        .error("an error page of '\(name)' is at '\(path)'", help: "Paths begin with a slash, such as '/index.html'.")
    }
}
