import TerraneCore
import Testing

@testable import TerraneAWS

struct StaticSiteTests {
    private func site(_ kind: StaticSite.Kind = .singlePageApplication) -> StaticSite {
        StaticSite("site", at: ["www.example.com"], in: Edge.zone, kind, bucketName: "example-site", protectedBy: nil)
    }

    @Test func aSiteHasAFirstPageAndSecureHeaders() {
        let rows = table(of: "site/distribution", in: site())
        #expect(rows?.terraform["default_root_object"] == .string("index.html"))
        #expect(
            rows?.cloudFormation["DistributionConfig/DefaultCacheBehavior/ResponseHeadersPolicyId"]
                == CloudFront.ResponseHeadersPolicy.securityHeaders.expression)
        #expect(listedNames(site()).first == "site/bucket")
    }

    @Test func anApplicationShowsItsFirstPageForEveryPath() {
        let rows = table(of: "site/distribution", in: site())
        #expect(rows?.terraform["custom_error_response[0]/error_code"] == .integer(404))
        #expect(rows?.terraform["custom_error_response[0]/response_code"] == .integer(200))
        #expect(
            rows?.cloudFormation["DistributionConfig/CustomErrorResponses[0]/ResponsePagePath"]
                == .string("/index.html"))
    }

    @Test func pagesHaveOneForWhatIsMissing() {
        let rows = table(of: "site/distribution", in: site(.pages(notFound: "/404.html")))
        #expect(rows?.terraform["custom_error_response[0]/response_code"] == .integer(404))
        #expect(rows?.terraform["custom_error_response[0]/response_page_path"] == .string("/404.html"))
    }

    /// Were it a 403, the first page would stand for what the firewall refuses too.
    @Test func whatIsMissingIsA404() {
        let actions = listedResources(site()).compactMap { $0 as? S3.BucketPolicy }.flatMap(\.policy.statements)
            .flatMap(\.actions)
        #expect(actions == ["s3:*", "s3:GetObject", "s3:ListBucket"])
        #expect(table(of: "site/distribution", in: site())?.terraform["custom_error_response[1]/error_code"] == nil)
    }

    @Test func whoPublishesItReplacesFilesAndForgetsTheCache() {
        #expect(site().publishing.flatMap(\.actions).contains("cloudfront:CreateInvalidation"))
        #expect(site().publishing.count == 3)
    }

    @Test func aMissingPageIsAPath() {
        #expect(problems(of: site()).isEmpty)
        #expect(problems(of: site(.pages(notFound: "404.html"))) == [.errorPagePath("site/distribution", "404.html")])
    }
}
