import TerraneCore
import Testing

@testable import TerraneAWS

struct ContentDeliveryTests {
    private static let firewall = Firewall("edge", rules: [], scope: .cloudFront)
    private static let secret = OriginSecret(Parameter("origin_secret", sensitive: true).value)
    private static let assets = PrivateBucket("assets", bucketName: "example-assets")

    private func delivery(
        at hosts: [String] = ["www.example.com"], from origin: ContentDelivery.Origin = .loadBalancer(Edge.balancer),
        _ handling: CloudFront.Handling? = nil, _ behaviors: ContentDelivery.Behavior...
    ) -> ContentDelivery {
        ContentDelivery(
            "cdn", at: hosts, in: Edge.zone, from: origin, handling, behaviors: behaviors,
            protectedBy: ContentDeliveryTests.firewall)
    }

    private var mixed: ContentDelivery {
        delivery(
            at: ["www.example.com"], from: .loadBalancer(Edge.balancer, secret: ContentDeliveryTests.secret), nil,
            .init("/assets/*", from: .bucket(ContentDeliveryTests.assets)),
            .init("*.js", from: .host("api.example.com", path: "/static"), .files),
            .init("*.css", from: .host("api.example.com", path: "/static"), .files))
    }

    private func distribution(_ delivery: ContentDelivery) -> DataTable? {
        table(of: "cdn/distribution", in: delivery)
    }

    @Test func aDeliveryHasACertificateARecordForEachHostAndItsBuckets() {
        #expect(
            listedNames(mixed).filter { !$0.hasPrefix("assets/") } == [
                "assets", "cdn/certificate", "cdn/certificate/records", "cdn/certificate/validation", "cdn/access",
                "cdn/distribution", "cdn/dns/a", "cdn/dns/aaaa",
            ])
        let two = delivery(at: ["www.example.com", "example.com"])
        #expect(listedNames(two).suffix(2) == ["cdn/dns-example-com/a", "cdn/dns-example-com/aaaa"])
        #expect(!listedNames(two).contains("cdn/access"))
    }

    @Test func anOriginThatSeveralBehavioursUseIsThereOnce() {
        let rows = distribution(mixed)
        #expect(rows?.terraform["origin[2]/origin_id"] == .string("api.example.com/static"))
        #expect(rows?.terraform["origin[2]/origin_path"] == .string("/static"))
        #expect(rows?.terraform["origin[3]/origin_id"] == nil)
        for behavior in ["1", "2"] {
            #expect(
                rows?.cloudFormation["DistributionConfig/CacheBehaviors[\(behavior)]/TargetOriginId"]
                    == .string("api.example.com/static"))
        }
    }

    @Test func requestsAreHandledAsSuitsTheOrigin() {
        let rows = distribution(mixed)
        #expect(
            rows?.terraform["default_cache_behavior/cache_policy_id"]
                == CloudFront.CachePolicy.cachingDisabled.expression)
        #expect(
            rows?.terraform["default_cache_behavior/origin_request_policy_id"]
                == CloudFront.OriginRequestPolicy.allViewer.expression)
        #expect(
            rows?.terraform["ordered_cache_behavior[0]/cache_policy_id"]
                == CloudFront.CachePolicy.cachingOptimized.expression)
        let other = distribution(delivery(from: .host("api.example.com")))
        #expect(
            other?.cloudFormation["DistributionConfig/DefaultCacheBehavior/OriginRequestPolicyId"]
                == CloudFront.OriginRequestPolicy.allViewerExceptHostHeader.expression)
    }

    @Test func theOriginIsToldASecretThatItsRulesAskFor() {
        let rows = distribution(mixed)
        let parameter = Parameter<String>("origin_secret", sensitive: true).expression
        #expect(rows?.terraform["origin[0]/custom_header[0]/value"] == parameter)
        #expect(
            rows?.cloudFormation["DistributionConfig/Origins[0]/OriginCustomHeaders[0]/HeaderName"]
                == .string("X-Origin-Verify"))
        let rule = DataTable(
            ELB.ListenerRule(
                "r", of: "arn:l", priority: 1, when: [ContentDeliveryTests.secret.condition], .forward(to: "arn:g")))
        #expect(rule.terraform["condition[0]/http_header/values"] == .list([parameter]))
        #expect(rule.cloudFormation["Conditions[0]/HttpHeaderConfig/Values"] == .list([parameter]))
    }

    @Test func onlyTheDistributionReadsItsBucket() {
        func statements(_ delivery: ContentDelivery) -> [IAM.Statement] {
            listedResources(delivery).compactMap { $0 as? S3.BucketPolicy }.flatMap(\.policy.statements)
                .filter { $0.effect == .allow }
        }
        #expect(statements(mixed).map(\.actions) == [["s3:GetObject"]])
        #expect(
            statements(mixed).first?.conditions.first?.values.first?.expression.shortText
                == #""arn:(<partition>):cloudfront::(<account>):distribution/(<cdn/distribution: id, Ref>)""#)
        let revealing = delivery(from: .bucket(ContentDeliveryTests.assets, revealingAbsence: true))
        #expect(statements(revealing).map(\.actions) == [["s3:GetObject"], ["s3:ListBucket"]])
    }

    @Test func logsGoToABucketWithAnAccessList() {
        let logged = delivery().logging(.kept(in: "example-logs", for: .days(90)))
        #expect(
            distribution(logged)?.terraform["logging_config/bucket"]?.target?.terraform
                == "cdn/logs.bucket_domain_name")
        #expect(
            table(of: "cdn/logs/ownership", in: logged)?.cloudFormation["OwnershipControls/Rules[0]/ObjectOwnership"]
                == .string("BucketOwnerPreferred"))
    }

    @Test func theRestIsAsAsked() {
        let rows = distribution(
            delivery().rootObject("index.html").countries(.only(["JP"])).priceClass(.everywhere)
                .errorPages(.init(for: 503, status: 503, path: "/sorry.html", rememberedFor: .seconds(5))))
        #expect(rows?.terraform["default_root_object"] == .string("index.html"))
        #expect(rows?.terraform["price_class"] == .string("PriceClass_All"))
        #expect(rows?.cloudFormation["DistributionConfig/CustomErrorResponses[0]/ErrorCachingMinTTL"] == .integer(5))
        #expect(listedNames(delivery().detailedMetrics()).contains("cdn/metrics"))
    }

    @Test func itIsMeasuredAsOneInTheWorld() {
        let metric = delivery().metrics.serverErrorRate
        guard case .metric(let namespace, let name, let dimensions) = metric.source else {
            Issue.record("not a metric")
            return
        }
        #expect(namespace == "AWS/CloudFront" && name == "5xxErrorRate" && metric.unit == .percent)
        #expect(dimensions.map(\.name) == ["DistributionId", "Region"])
        #expect(dimensions.last?.value.text == "Global")
    }

    @Test func whatCloudFrontTakesIsNoError() {
        #expect(problems(of: mixed).isEmpty)
        #expect(problems(of: delivery(from: .bucket(ContentDeliveryTests.assets))).isEmpty)
    }

    @Test func itHasAHostName() {
        #expect(delivery(at: []).check() == [.deliveryWithoutHost("cdn")])
    }

    @Test func aRegionalFirewallCannotStandBeforeIt() {
        let guarded = ContentDelivery(
            "cdn", at: ["a.example.com"], in: Edge.zone, from: .host("b.example.com"), protectedBy: Edge.firewall)
        #expect(guarded.check() == [.firewallScope("cdn", Edge.firewall)])
    }

    @Test func aSecretIsNotWrittenOut() {
        let open = delivery(from: .loadBalancer(Edge.balancer, secret: OriginSecret("swordfish")))
        #expect(open.check() == [.originSecretWrittenOut("cdn", "X-Origin-Verify")])
    }

    @Test func aLoadBalancerSeesTheHostThatItsCertificateIsFor() {
        #expect(delivery(from: .loadBalancer(Edge.balancer), .files).check() == [.hostHidden("cdn", "*")])
        let files = CloudFront.Handling(caching: .cachingOptimized, forwarding: .allViewer)
        #expect(delivery(from: .loadBalancer(Edge.balancer), files).check().isEmpty)
        let headers = CloudFront.Handling(caching: .useOriginCacheControlHeaders)
        #expect(delivery(from: .loadBalancer(Edge.balancer), headers).check().isEmpty)
    }

    @Test func aBucketDoesNotSeeIt() {
        let asked = delivery(from: .bucket(ContentDeliveryTests.assets), .application)
        #expect(problems(of: asked) == [.hostToBucket("cdn/distribution", "*")])
        let cached = delivery(from: .bucket(ContentDeliveryTests.assets), .init(caching: .useOriginCacheControlHeaders))
        #expect(problems(of: cached) == [.hostToBucket("cdn/distribution", "*")])
    }

    @Test func aPathHasOneBehaviour() {
        let host = ContentDelivery.Origin.host("a.example.com")
        #expect(
            problems(of: delivery(from: host, nil, .init("*.js", from: host), .init("*.js", from: host)))
                == [.behaviorTwice("cdn/distribution", "*.js")])
        #expect(
            problems(of: delivery(from: host, nil, .init("/*", from: host))) == [
                .behaviorForEverything("cdn/distribution")
            ])
    }

    @Test func oneOriginHasOneName() {
        let host = ContentDelivery.Origin.host("a.example.com")
        let other = ContentDelivery.Origin.host("a.example.com", secret: ContentDeliveryTests.secret)
        #expect(
            problems(of: delivery(from: host, nil, .init("*.js", from: other)))
                == [.originTwice("cdn/distribution", "a.example.com")])
    }

    @Test func pathsAndCountriesAreWellFormed() {
        #expect(
            problems(of: delivery(from: .host("a.example.com", path: "static/"))) == [
                .originPath("a.example.comstatic/", "static/")
            ])
        #expect(problems(of: delivery().countries(.allBut(["jp"]))) == [.countryServed("cdn/distribution", "jp")])
        #expect(problems(of: delivery().countries(.allBut(["JP"]))).isEmpty)
    }

    @Test func anOriginAnswersWithinAMinute() {
        let slow = CloudFront.Origin("a", at: "a.example.com", .https(443, timeout: .seconds(61)))
        #expect(slow.check(in: "cdn").count == 1)
    }
}
