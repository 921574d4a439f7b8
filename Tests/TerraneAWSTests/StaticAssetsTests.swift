import TerraneCore
import Testing

@testable import TerraneAWS

struct StaticAssetsTests {
    private func assets(
        _ alternatives: [String] = [], rootObject: String? = nil, headers: CloudFront.ResponseHeadersPolicy? = nil,
        firewall: Firewall? = nil
    ) -> StaticAssets {
        StaticAssets(
            "site", at: "www.example.com", and: alternatives, in: Edge.zone, bucketName: "example-site",
            rootObject: rootObject, headers: headers, protectedBy: firewall)
    }

    private func distribution(_ pages: [CloudFront.ErrorPage], root: String? = nil) -> CloudFront.Distribution {
        CloudFront.Distribution(
            "site", comment: "", aliases: [], certificate: Edge.certificate,
            defaultBehavior: .init(to: .init("b", at: "b.s3.example.com", .bucket(accessControl: "E1")), .files),
            rootObject: root, errorPages: pages)
    }

    @Test func assetsAreABucketBehindADistributionWithAName() {
        let names = listedNames(assets())
        #expect(names.first == "site/bucket")
        #expect(
            names.suffix(7) == [
                "site/certificate", "site/certificate/records", "site/certificate/validation", "site/access",
                "site/distribution", "site/dns/a", "site/dns/aaaa",
            ])
    }

    @Test func itIsServedOverTLSFromTheCache() {
        let rows = table(of: "site/distribution", in: assets())
        let left = "default_cache_behavior/"
        #expect(rows?.terraform[left + "viewer_protocol_policy"] == .string("redirect-to-https"))
        #expect(rows?.terraform[left + "cache_policy_id"] == .string("658327ea-f89d-4fab-a63d-7e88639e58f6"))
        let right = "DistributionConfig/ViewerCertificate/"
        #expect(rows?.cloudFormation[right + "MinimumProtocolVersion"] == .string("TLSv1.2_2021"))
        #expect(rows?.terraform["viewer_certificate/ssl_support_method"] == .string("sni-only"))
        #expect(
            rows?.cloudFormation[right + "AcmCertificateArn"]?.target?.cloudFormation == "site/certificate")
    }

    @Test func onlyCloudFormationIsToldThatTheOriginIsABucket() {
        let rows = table(of: "site/distribution", in: assets())
        #expect(
            rows?.cloudFormation["DistributionConfig/Origins[0]/S3OriginConfig/OriginAccessIdentity"] == .string(""))
        #expect(rows?.terraform["origin[0]/s3_origin_config/origin_access_identity"] == nil)
        #expect(rows?.terraform["origin[0]/origin_access_control_id"]?.target?.terraform == "site/access.id")
    }

    @Test func theCertificateIsInVirginia() {
        let regions = assets().body.entries.compactMap { $0.element as? Certificate }.map(\.declaration.options.region)
        #expect(regions == [.virginia])
    }

    @Test func onlyTheDistributionReadsTheBucket() {
        guard
            case .object(let document)? = table(of: "site/bucket/policy", in: assets())?.cloudFormation[
                "PolicyDocument"],
            case .list(let statements)? = document.last?.value, case .object(let reader)? = statements.last,
            case .object(let tests)? = reader.first(where: { $0.key == "Condition" })?.value,
            case .object(let keys)? = tests.first?.value
        else {
            Issue.record("no statement with a condition")
            return
        }
        #expect(keys.map(\.key) == ["AWS:SourceArn"])
        #expect(
            reader.first { $0.key == "Principal" }?.value
                == .object([.init("Service", .string("cloudfront.amazonaws.com"))]))
    }

    @Test func otherNamesAreInTheCertificateTheDistributionAndTheZone() {
        let assets = assets(["example.com"])
        #expect(listedNames(assets).suffix(2) == ["site/dns-example-com/a", "site/dns-example-com/aaaa"])
        #expect(
            table(of: "site/distribution", in: assets)?.terraform["aliases"]
                == .list([.string("www.example.com"), .string("example.com")]))
        #expect(
            table(of: "site/certificate", in: assets)?.cloudFormation["SubjectAlternativeNames"]
                == .list([.string("example.com")]))
    }

    @Test func whatIsAskedForBesideIsWrittenInBothDialects() {
        let firewall = Firewall("edge", rules: [], scope: .cloudFront)
        let rows = table(
            of: "site/distribution",
            in: assets(rootObject: "index.html", headers: .securityHeaders, firewall: firewall))
        #expect(rows?.terraform["default_root_object"] == .string("index.html"))
        #expect(rows?.cloudFormation["DistributionConfig/WebACLId"]?.target?.cloudFormation == "edge.Arn")
        #expect(
            rows?.terraform["default_cache_behavior/response_headers_policy_id"]
                == .string("67f7725c-6f97-4210-82d7-5512b31e9d03"))
    }

    @Test func anErrorCanHaveAPage() {
        let page = CloudFront.ErrorPage(for: 404, status: 200, path: "/index.html")
        let rows = DataTable(distribution([page]))
        #expect(rows.terraform["custom_error_response[0]/response_page_path"] == .string("/index.html"))
        #expect(rows.cloudFormation["DistributionConfig/CustomErrorResponses[0]/ErrorCode"] == .integer(404))
        #expect(distribution([page]).check().isEmpty)
    }

    @Test func whatCloudFrontTakesIsNoError() {
        #expect(problems(of: assets(["example.com"], rootObject: "index.html")).isEmpty)
        #expect(assets(firewall: Firewall("edge", rules: [], scope: .cloudFront)).check().isEmpty)
    }

    @Test func aRegionalFirewallCannotStandBeforeADistribution() {
        #expect(assets(firewall: Edge.firewall).check() == [.firewallScope("site", Edge.firewall)])
    }

    @Test func anErrorPageThatCloudFrontRefusesIsAnError() {
        #expect(
            distribution([.init(for: 418, status: 200, path: "/a")]).check() == [.errorPage("site", 418)])
        #expect(distribution([.init(for: 404, status: 302, path: "/a")]).check() == [.errorPage("site", 302)])
        #expect(distribution([.init(for: 404, status: 200, path: "a")]).check() == [.errorPagePath("site", "a")])
    }

    @Test func aRootObjectIsNamedWithoutASlash() {
        #expect(distribution([], root: "/index.html").check() == [.rootObject("site", "/index.html")])
        #expect(distribution([], root: "index.html").check().isEmpty)
    }
}
