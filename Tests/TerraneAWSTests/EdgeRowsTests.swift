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
}
