import TerraneAWS
import TerraneCore
import Testing

/// The rows of certificates and DNS, in both dialects.
struct EdgeRowsTests {
    private static let certificate = ACM.Certificate(
        "certificate", domain: "koemo.app", alternatives: ["*.koemo.app"], zone: "Z1")

    @Test func aCertificate() {
        let resource = EdgeRowsTests.certificate
        #expect(
            bilingual(resource) == """
                domain_name | DomainName = "koemo.app"
                subject_alternative_names | SubjectAlternativeNames = ["*.koemo.app"]
                validation_method | ValidationMethod = "DNS"
                - | DomainValidationOptions = [{DomainName: "koemo.app", HostedZoneId: "Z1"}]
                """)
    }

    @Test func validationRecordsAreForTerraformAlone() {
        let resource = ACM.ValidationRecords("records", of: EdgeRowsTests.certificate)
        #expect(
            bilingual(resource) == """
                zone_id = "Z1" | -
                name = value.resource_record_name | -
                type = value.resource_record_type | -
                ttl = 60 | -
                records = [value.resource_record_value] | -
                allow_overwrite = true | -
                """)
    }

    @Test func aValidationIsForTerraformAlone() {
        let resource = ACM.CertificateValidation(
            "validation", of: EdgeRowsTests.certificate,
            by: ACM.ValidationRecords("records", of: EdgeRowsTests.certificate))
        #expect(
            bilingual(resource) == """
                certificate_arn = <certificate: arn, Ref> | -
                validation_record_fqdns = every <records: fqdn, -> | -
                """)
    }

    @Test func aRecord() {
        let resource = Route53.Record(
            "dns", "koemo.app", in: "Z1", to: .init("lb.example.com", zone: "Z2", evaluatesHealth: true))
        #expect(
            bilingual(resource) == """
                zone_id | HostedZoneId = "Z1"
                name | Name = "koemo.app"
                type | Type = "A"
                alias/name | AliasTarget/DNSName = "lb.example.com"
                alias/zone_id | AliasTarget/HostedZoneId = "Z2"
                alias/evaluate_target_health | AliasTarget/EvaluateTargetHealth = true
                """)
    }

    @Test func aRecordThatFailsOver() {
        let resource = Route53.Record(
            "dns", "koemo.app", .aaaa, in: "Z1", to: .init("lb", zone: "Z2", evaluatesHealth: false),
            routing: .failover(.primary),
            healthCheck: "check")
        #expect(
            bilingual(resource) == """
                zone_id | HostedZoneId = "Z1"
                name | Name = "koemo.app"
                type | Type = "AAAA"
                set_identifier | SetIdentifier = "primary"
                health_check_id | HealthCheckId = "check"
                alias/name | AliasTarget/DNSName = "lb"
                alias/zone_id | AliasTarget/HostedZoneId = "Z2"
                alias/evaluate_target_health | AliasTarget/EvaluateTargetHealth = false
                failover_routing_policy/type | Failover = "PRIMARY"
                """)
    }

    @Test func aRecordOfValues() {
        let resource = Route53.Record(
            "spf", "koemo.app", .txt, in: "Z1", answer: .values(["v=spf1 -all"], ttl: .minutes(5)))
        #expect(
            bilingual(resource) == """
                zone_id | HostedZoneId = "Z1"
                name | Name = "koemo.app"
                type | Type = "TXT"
                ttl = 300 | TTL = "300"
                records = ["v=spf1 -all"] | ResourceRecords = [""v=spf1 -all""]
                """)
    }

    @Test func aHealthCheck() {
        let resource = Route53.HealthCheck("health", host: "lb.example.com", path: "/health", failures: 5)
        #expect(
            bilingual(resource) == """
                type | HealthCheckConfig/Type = "HTTPS"
                fqdn | HealthCheckConfig/FullyQualifiedDomainName = "lb.example.com"
                port | HealthCheckConfig/Port = 443
                resource_path | HealthCheckConfig/ResourcePath = "/health"
                request_interval | HealthCheckConfig/RequestInterval = 30
                failure_threshold | HealthCheckConfig/FailureThreshold = 5
                """)
    }

    @Test func aRecordAmongSeveral() {
        func rows(_ routing: Route53.Routing) -> [Substring] {
            bilingual(
                Route53.Record(
                    "dns", "koemo.app", .cname, in: "Z1", answer: .values(["a.example"], ttl: .minutes(1)),
                    routing: routing)
            ).split(separator: "\n").filter { $0.contains("et_identifier") || $0.contains("_policy") }
        }
        #expect(
            rows(.weighted(10, as: "canary")) == [
                #"set_identifier | SetIdentifier = "canary""#, "weighted_routing_policy/weight | Weight = 10",
            ])
        #expect(
            rows(.latency(.tokyo)) == [
                #"set_identifier | SetIdentifier = "ap-northeast-1""#,
                #"latency_routing_policy/region | Region = "ap-northeast-1""#,
            ])
    }

    @Test func aHealthCheckOfOthers() {
        let resource = Route53.CalculatedHealthCheck("all", of: ["a", "b"], atLeast: 2)
        #expect(
            bilingual(resource) == """
                type | HealthCheckConfig/Type = "CALCULATED"
                child_healthchecks | HealthCheckConfig/ChildHealthChecks = ["a", "b"]
                child_health_threshold | HealthCheckConfig/HealthThreshold = 2
                """)
    }

    @Test func aHealthCheckOfAnAlarm() {
        let resource = Route53.AlarmHealthCheck("alarm", of: "errors", in: "us-west-2", missingData: .unhealthy)
        #expect(
            bilingual(resource) == """
                type | HealthCheckConfig/Type = "CLOUDWATCH_METRIC"
                cloudwatch_alarm_name | HealthCheckConfig/AlarmIdentifier/Name = "errors"
                cloudwatch_alarm_region | HealthCheckConfig/AlarmIdentifier/Region = "us-west-2"
                insufficient_data_health_status | HealthCheckConfig/InsufficientDataHealthStatus = "Unhealthy"
                """)
    }

    @Test func aHostedZone() {
        #expect(
            bilingual(Route53.HostedZone("zone", for: "koemo.app", comment: "Records")) == """
                name | Name = "koemo.app"
                comment | HostedZoneConfig/Comment = "Records"
                """)
        #expect(
            bilingual(Route53.HostedZone("zone", for: "koemo.internal", comment: "Records", in: ["vpc-1"])) == """
                name | Name = "koemo.internal"
                comment | HostedZoneConfig/Comment = "Records"
                vpc[0]/vpc_id | VPCs[0]/VPCId = "vpc-1"
                vpc[0]/vpc_region | VPCs[0]/VPCRegion = <region>
                """)
    }

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
            "cdn", comment: "Site", aliases: [], origin: "bucket.example.com", accessControl: "oac",
            certificate: "arn:cert",
            rootObject: "index.html", headers: .securityHeaders,
            errorPages: [.init(for: 404, status: 200, path: "/index.html")], priceClass: .everywhere)
        #expect(
            bilingual(resource) == """
                enabled | DistributionConfig/Enabled = true
                comment | DistributionConfig/Comment = "Site"
                http_version | DistributionConfig/HttpVersion = "http2and3"
                is_ipv6_enabled | DistributionConfig/IPV6Enabled = true
                price_class | DistributionConfig/PriceClass = "PriceClass_All"
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
            "cdn", comment: "Assets", aliases: ["static.koemo.app"], origin: "bucket.example.com", accessControl: "oac",
            certificate: "arn:cert", cachePolicy: .cachingDisabled, webACL: "arn:acl")
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
}
