public import TerraneCore

/// Policies that AWS keeps. Their identifiers are the same in every account.
extension CloudFront {
    /// What tells objects in the cache apart, and how long they stay ("Use managed cache policies", Amazon CloudFront
    /// Developer Guide).
    public enum CachePolicy: String, Hashable, Sendable, ExpressionConvertible {
        /// By path alone, for a day unless the origin says otherwise: for files.
        case cachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6"
        /// The same, for files that are compressed already.
        case cachingOptimizedForUncompressedObjects = "b2884449-e4de-46a7-ac36-70bc7f1ddd6d"
        case cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
        /// As the origin's `Cache-Control` says, whatever the query.
        case useOriginCacheControlHeaders = "83da9c7e-98b4-4e11-a168-04f0df8e2c65"
        /// As the origin's `Cache-Control` says, each query for itself.
        case useOriginCacheControlHeadersQueryStrings = "4cc15a8a-d715-48a4-82b8-cc0b614638fe"

        /// Whether objects of several host names are kept apart, and so the origin sees the one that was asked for.
        var showsHost: Bool {
            self == .useOriginCacheControlHeaders || self == .useOriginCacheControlHeadersQueryStrings
        }
    }

    /// What of a request the origin sees beside its path ("Use managed origin request policies").
    public enum OriginRequestPolicy: String, Hashable, Sendable, ExpressionConvertible {
        /// Everything, the host name that the viewer asked for too.
        case allViewer = "216adef6-5c7f-47e4-b989-5492eafa07d3"
        /// Everything but that host name: for origins that go by their own.
        case allViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac"
        /// Everything, and what CloudFront finds out about the viewer, his country for instance.
        case allViewerAndCloudFrontHeaders = "33f36d7e-f396-46d9-90e0-52428a34d9dc"
        /// What cross-origin requests to a bucket need.
        case corsS3Origin = "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf"
        /// What cross-origin requests to any other origin need.
        case corsCustomOrigin = "59781a5b-3903-41f3-afcb-af62929ccde1"
        case userAgentRefererHeaders = "acba4595-bd28-49b8-b9fe-13317c0390fa"

        /// Whether the origin sees the host name that the viewer asked for.
        var showsHost: Bool { self == .allViewer || self == .allViewerAndCloudFrontHeaders }
    }

    /// Headers for answers ("Use managed response headers policies").
    public enum ResponseHeadersPolicy: String, Hashable, Sendable, ExpressionConvertible {
        /// HSTS, no sniffing of content types, no framing by other sites.
        case securityHeaders = "67f7725c-6f97-4210-82d7-5512b31e9d03"
        /// Those, and scripts of any site may read the answers.
        case securityHeadersAndCORS = "e61eb60c-9c35-4d20-a928-2b84e02af89c"
        /// Those, and scripts of any site may ask with any method and header.
        case securityHeadersAndCORSWithPreflight = "eaab4381-ed33-4a86-88ca-d9558dc6cd63"
        /// Scripts of any site may read the answers.
        case simpleCORS = "60669652-455b-4ae9-85a4-c4c02393f86c"
        /// Scripts of any site may ask with any method and header.
        case corsWithPreflight = "5cc3b908-e619-4b99-88e5-2cf7f45965bd"
    }
}
