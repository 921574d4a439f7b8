import TerraneAWS
import TerraneCore
import Testing

/// The rows of CloudFront, in both dialects.
struct CloudFrontRowsTests {
    private static let bucket = CloudFront.Origin("bucket", at: "bucket.example.com", .bucket(accessControl: "oac"))
    private static let service = CloudFront.Origin(
        "api", at: "api.example.com", .https(8443, timeout: .seconds(20)), path: "/v1",
        headers: [.init("X-Origin-Verify", "word")])

    @Test func anAccessControl() {
        let resource = CloudFront.OriginAccessControl("access")
        #expect(
            bilingual(resource) == """
                name | OriginAccessControlConfig/Name = "access"
                origin_access_control_origin_type | OriginAccessControlConfig/OriginAccessControlOriginType = "s3"
                signing_behavior | OriginAccessControlConfig/SigningBehavior = "always"
                signing_protocol | OriginAccessControlConfig/SigningProtocol = "sigv4"
                """)
    }

    @Test func aDistributionOfASite() {
        let resource = CloudFront.Distribution(
            "cdn", comment: "Site", aliases: [], certificate: "arn:cert",
            defaultBehavior: .init(to: CloudFrontRowsTests.bucket, .files.answering(with: .securityHeaders)),
            rootObject: "index.html", errorPages: [.init(for: 404, status: 200, path: "/index.html")])
        #expect(
            bilingual(resource) == """
                enabled | DistributionConfig/Enabled = true
                comment | DistributionConfig/Comment = "Site"
                http_version | DistributionConfig/HttpVersion = "http2and3"
                is_ipv6_enabled | DistributionConfig/IPV6Enabled = true
                price_class | DistributionConfig/PriceClass = "PriceClass_200"
                default_root_object | DistributionConfig/DefaultRootObject = "index.html"
                origin[0]/origin_id | DistributionConfig/Origins[0]/Id = "bucket"
                origin[0]/domain_name | DistributionConfig/Origins[0]/DomainName = "bucket.example.com"
                origin[0]/origin_access_control_id | DistributionConfig/Origins[0]/OriginAccessControlId = "oac"
                - | DistributionConfig/Origins[0]/S3OriginConfig/OriginAccessIdentity = ""
                default_cache_behavior/target_origin_id | DistributionConfig/DefaultCacheBehavior/TargetOriginId = "bucket"
                default_cache_behavior/viewer_protocol_policy | DistributionConfig/DefaultCacheBehavior/ViewerProtocolPolicy = "redirect-to-https"
                default_cache_behavior/allowed_methods | DistributionConfig/DefaultCacheBehavior/AllowedMethods = ["GET", "HEAD", "OPTIONS"]
                default_cache_behavior/cached_methods | DistributionConfig/DefaultCacheBehavior/CachedMethods = ["GET", "HEAD"]
                default_cache_behavior/cache_policy_id | DistributionConfig/DefaultCacheBehavior/CachePolicyId = "658327ea-f89d-4fab-a63d-7e88639e58f6"
                default_cache_behavior/response_headers_policy_id | DistributionConfig/DefaultCacheBehavior/ResponseHeadersPolicyId = "67f7725c-6f97-4210-82d7-5512b31e9d03"
                default_cache_behavior/compress | DistributionConfig/DefaultCacheBehavior/Compress = true
                custom_error_response[0]/error_code | DistributionConfig/CustomErrorResponses[0]/ErrorCode = 404
                custom_error_response[0]/response_code | DistributionConfig/CustomErrorResponses[0]/ResponseCode = 200
                custom_error_response[0]/response_page_path | DistributionConfig/CustomErrorResponses[0]/ResponsePagePath = "/index.html"
                restrictions/geo_restriction/restriction_type | DistributionConfig/Restrictions/GeoRestriction/RestrictionType = "none"
                viewer_certificate/acm_certificate_arn | DistributionConfig/ViewerCertificate/AcmCertificateArn = "arn:cert"
                viewer_certificate/minimum_protocol_version | DistributionConfig/ViewerCertificate/MinimumProtocolVersion = "TLSv1.2_2021"
                viewer_certificate/ssl_support_method | DistributionConfig/ViewerCertificate/SslSupportMethod = "sni-only"
                """)
    }

    @Test func aDistribution() {
        let resource = CloudFront.Distribution(
            "cdn", comment: "Assets", aliases: ["static.koemo.app"], certificate: "arn:cert",
            defaultBehavior: .init(to: CloudFrontRowsTests.bucket, .init(caching: .cachingDisabled)), webACL: "arn:acl")
        #expect(
            bilingual(resource) == """
                enabled | DistributionConfig/Enabled = true
                comment | DistributionConfig/Comment = "Assets"
                aliases | DistributionConfig/Aliases = ["static.koemo.app"]
                http_version | DistributionConfig/HttpVersion = "http2and3"
                is_ipv6_enabled | DistributionConfig/IPV6Enabled = true
                price_class | DistributionConfig/PriceClass = "PriceClass_200"
                web_acl_id | DistributionConfig/WebACLId = "arn:acl"
                origin[0]/origin_id | DistributionConfig/Origins[0]/Id = "bucket"
                origin[0]/domain_name | DistributionConfig/Origins[0]/DomainName = "bucket.example.com"
                origin[0]/origin_access_control_id | DistributionConfig/Origins[0]/OriginAccessControlId = "oac"
                - | DistributionConfig/Origins[0]/S3OriginConfig/OriginAccessIdentity = ""
                default_cache_behavior/target_origin_id | DistributionConfig/DefaultCacheBehavior/TargetOriginId = "bucket"
                default_cache_behavior/viewer_protocol_policy | DistributionConfig/DefaultCacheBehavior/ViewerProtocolPolicy = "redirect-to-https"
                default_cache_behavior/allowed_methods | DistributionConfig/DefaultCacheBehavior/AllowedMethods = ["GET", "HEAD", "OPTIONS"]
                default_cache_behavior/cached_methods | DistributionConfig/DefaultCacheBehavior/CachedMethods = ["GET", "HEAD"]
                default_cache_behavior/cache_policy_id | DistributionConfig/DefaultCacheBehavior/CachePolicyId = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
                default_cache_behavior/compress | DistributionConfig/DefaultCacheBehavior/Compress = true
                restrictions/geo_restriction/restriction_type | DistributionConfig/Restrictions/GeoRestriction/RestrictionType = "none"
                viewer_certificate/acm_certificate_arn | DistributionConfig/ViewerCertificate/AcmCertificateArn = "arn:cert"
                viewer_certificate/minimum_protocol_version | DistributionConfig/ViewerCertificate/MinimumProtocolVersion = "TLSv1.2_2021"
                viewer_certificate/ssl_support_method | DistributionConfig/ViewerCertificate/SslSupportMethod = "sni-only"
                """)
    }

    /// The rows of a distribution that the others do not have.
    private func rows(of distribution: CloudFront.Distribution, with words: String...) -> String {
        bilingual(distribution).split(separator: "\n").filter { line in words.contains { line.hasPrefix($0) } }
            .joined(separator: "\n")
    }

    private func twoOrigins() -> CloudFront.Distribution {
        CloudFront.Distribution(
            "cdn", comment: "Site", aliases: [], certificate: "arn:cert",
            defaultBehavior: .init(to: CloudFrontRowsTests.service, .application),
            behaviors: [
                .init("/assets/*", to: CloudFrontRowsTests.bucket, .files),
                .init("*.png", to: CloudFrontRowsTests.bucket, .files),
            ])
    }

    @Test func anOriginThatIsNoBucket() {
        #expect(
            rows(of: twoOrigins(), with: "origin[0]") == """
                origin[0]/origin_id | DistributionConfig/Origins[0]/Id = "api"
                origin[0]/domain_name | DistributionConfig/Origins[0]/DomainName = "api.example.com"
                origin[0]/origin_path | DistributionConfig/Origins[0]/OriginPath = "/v1"
                origin[0]/custom_origin_config/http_port | DistributionConfig/Origins[0]/CustomOriginConfig/HTTPPort = 80
                origin[0]/custom_origin_config/https_port | DistributionConfig/Origins[0]/CustomOriginConfig/HTTPSPort = 8443
                origin[0]/custom_origin_config/origin_protocol_policy | DistributionConfig/Origins[0]/CustomOriginConfig/OriginProtocolPolicy = "https-only"
                origin[0]/custom_origin_config/origin_ssl_protocols | DistributionConfig/Origins[0]/CustomOriginConfig/OriginSSLProtocols = ["TLSv1.2"]
                origin[0]/custom_origin_config/origin_read_timeout | DistributionConfig/Origins[0]/CustomOriginConfig/OriginReadTimeout = 20
                origin[0]/custom_header[0]/name | DistributionConfig/Origins[0]/OriginCustomHeaders[0]/HeaderName = "X-Origin-Verify"
                origin[0]/custom_header[0]/value | DistributionConfig/Origins[0]/OriginCustomHeaders[0]/HeaderValue = "word"
                """)
    }

    @Test func aBehaviourOfItsOwnPath() {
        #expect(twoOrigins().origins.map(\.id) == ["api", "bucket"])
        #expect(
            rows(of: twoOrigins(), with: "ordered_cache_behavior[0]") == """
                ordered_cache_behavior[0]/path_pattern | DistributionConfig/CacheBehaviors[0]/PathPattern = "/assets/*"
                ordered_cache_behavior[0]/target_origin_id | DistributionConfig/CacheBehaviors[0]/TargetOriginId = "bucket"
                ordered_cache_behavior[0]/viewer_protocol_policy | DistributionConfig/CacheBehaviors[0]/ViewerProtocolPolicy = "redirect-to-https"
                ordered_cache_behavior[0]/allowed_methods | DistributionConfig/CacheBehaviors[0]/AllowedMethods = ["GET", "HEAD", "OPTIONS"]
                ordered_cache_behavior[0]/cached_methods | DistributionConfig/CacheBehaviors[0]/CachedMethods = ["GET", "HEAD"]
                ordered_cache_behavior[0]/cache_policy_id | DistributionConfig/CacheBehaviors[0]/CachePolicyId = "658327ea-f89d-4fab-a63d-7e88639e58f6"
                ordered_cache_behavior[0]/compress | DistributionConfig/CacheBehaviors[0]/Compress = true
                """)
    }

    @Test func everythingAViewerSends() {
        #expect(
            rows(
                of: twoOrigins(), with: "default_cache_behavior/allowed", "default_cache_behavior/origin_request",
                "default_cache_behavior/cache_policy") == """
                    default_cache_behavior/allowed_methods | DistributionConfig/DefaultCacheBehavior/AllowedMethods = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
                    default_cache_behavior/cache_policy_id | DistributionConfig/DefaultCacheBehavior/CachePolicyId = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
                    default_cache_behavior/origin_request_policy_id | DistributionConfig/DefaultCacheBehavior/OriginRequestPolicyId = "216adef6-5c7f-47e4-b989-5492eafa07d3"
                    """)
    }

    @Test func logsAndCountries() {
        var distribution = twoOrigins()
        distribution.logBucket = "logs.s3.amazonaws.com"
        distribution.countries = .only(["JP"])
        #expect(
            rows(of: distribution, with: "logging", "restrictions") == """
                logging_config/bucket | DistributionConfig/Logging/Bucket = "logs.s3.amazonaws.com"
                logging_config/include_cookies | DistributionConfig/Logging/IncludeCookies = false
                restrictions/geo_restriction/restriction_type | DistributionConfig/Restrictions/GeoRestriction/RestrictionType = "whitelist"
                restrictions/geo_restriction/locations | DistributionConfig/Restrictions/GeoRestriction/Locations = ["JP"]
                """)
    }

    @Test func moreMetrics() {
        #expect(
            bilingual(CloudFront.MonitoringSubscription("metrics", of: "E1")) == """
                distribution_id | DistributionId = "E1"
                monitoring_subscription/realtime_metrics_subscription_config/realtime_metrics_subscription_status | MonitoringSubscription/RealtimeMetricsSubscriptionConfig/RealtimeMetricsSubscriptionStatus = "Enabled"
                """)
    }
}
