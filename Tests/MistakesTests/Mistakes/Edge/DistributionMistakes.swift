import Terrane

extension Mistake {
    static var distributions: [Mistake] {
        [certificateRegion, alias, aliasTwice, countries, rootObject, recordOfAnother, unsigned, refused]
    }

    private static let certificates =
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html"
    private static let alternateNames =
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html"

    private static var certificateRegion: Mistake {
        Mistake(
            "InvalidViewerCertificate: The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid",
            certificates, .graph, caughtBy: "certificate-region"
        ) {
            Door.certificate("www.example.com")
            Door.distribution(  // mistake
                at: ["www.example.com"], certificate: Door.certificate("www.example.com"))
        } legal: {
            Door.certificate("www.example.com").region(.virginia)
            Door.distribution(at: ["www.example.com"], certificate: Door.certificate("www.example.com"))
        }
    }

    private static var alias: Mistake {
        Mistake(
            "InvalidViewerCertificate: the certificate attached to the distribution doesn't cover the alternate domain name",
            alternateNames, .graph, caughtBy: "alias-not-covered"
        ) {
            Door.certificate("*.example.com").region(.virginia)
            Door.distribution(  // mistake
                at: ["img.cdn.example.com"], certificate: Door.certificate("*.example.com"))
        } legal: {
            Door.certificate("*.example.com").region(.virginia)
            Door.distribution(at: ["img.example.com"], certificate: Door.certificate("*.example.com"))
        }
    }

    private static var aliasTwice: Mistake {
        Mistake(
            "CNAMEAlreadyExists: One or more of the CNAMEs you provided are already associated with a different resource",
            alternateNames, .graph, caughtBy: "alias-twice"
        ) {
            Door.certificate("*.example.com").region(.virginia)
            Door.distribution(at: ["www.example.com"], certificate: Door.certificate("*.example.com"))
            Door.distribution(  // mistake
                "images", at: ["www.example.com"], certificate: Door.certificate("*.example.com"))
        } legal: {
            Door.certificate("*.example.com").region(.virginia)
            Door.distribution(at: ["www.example.com"], certificate: Door.certificate("*.example.com"))
            Door.distribution("images", at: ["img.example.com"], certificate: Door.certificate("*.example.com"))
        }
    }

    private static var countries: Mistake {
        Mistake(
            "InvalidGeoRestrictionParameter: a restriction to countries that are not named",
            "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html", .graph,
            caughtBy: "restriction-without-countries"
        ) {
            Door.certificate("www.example.com").region(.virginia)
            served([])  // mistake
        } legal: {
            Door.certificate("www.example.com").region(.virginia)
            served(["JP"])
        }
    }

    private static func served(
        _ countries: [String], file: String = #fileID, line: Int = #line
    ) -> CloudFront.Distribution {
        var distribution = Door.distribution(
            at: ["www.example.com"], certificate: Door.certificate("www.example.com"), file: file, line: line)
        distribution.countries = .only(countries)
        return distribution
    }

    private static var rootObject: Mistake {
        Mistake(
            "AccessDenied at '/': the default root object begins with a slash",
            "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html", .element,
            caughtBy: "root-object"
        ) {
            Door.certificate("www.example.com").region(.virginia)
            rooted(at: "/index.html")  // mistake
        } legal: {
            Door.certificate("www.example.com").region(.virginia)
            rooted(at: "index.html")
        }
    }

    private static func rooted(
        at file: String, in source: String = #fileID, line: Int = #line
    ) -> CloudFront.Distribution {
        var distribution = Door.distribution(
            at: ["www.example.com"], certificate: Door.certificate("www.example.com"), file: source, line: line)
        distribution.rootObject = file
        return distribution
    }

    private static var recordOfAnother: Mistake {
        Mistake(
            "403 ERROR The request could not be satisfied: the distribution has no such alternate domain name",
            "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-cloudfront-distribution.html", .graph,
            caughtBy: "record-not-an-alias"
        ) {
            Door.certificate("www.example.com").region(.virginia)
            www
            DNSRecord("apex", "example.com", in: Door.zone, to: target)  // mistake
        } legal: {
            Door.certificate("www.example.com").region(.virginia)
            www
            DNSRecord("apex", "www.example.com", in: Door.zone, to: target)
        }
    }

    private static var www: CloudFront.Distribution {
        Door.distribution(at: ["www.example.com"], certificate: Door.certificate("www.example.com"))
    }

    private static var target: Route53.AliasTarget {
        .init(www.host, zone: CloudFront.hostedZone, evaluatesHealth: false)
    }

    private static let originAccess =
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html"

    private static var unsigned: Mistake {
        Mistake(
            "AccessDenied for every object: the distribution does not sign its requests to the bucket", originAccess,
            .graph, caughtBy: "bucket-unsigned"
        ) {
            Door.certificate("www.example.com").region(.virginia)
            files(read: true)
            reading(.https(.https, timeout: .seconds(30)))  // mistake
        } legal: {
            Door.certificate("www.example.com").region(.virginia)
            files(read: true)
            CloudFront.OriginAccessControl("access")
            reading(.bucket(accessControl: CloudFront.OriginAccessControl("access").id))
        }
    }

    private static var refused: Mistake {
        Mistake(
            "AccessDenied for every object: the bucket's policy does not let the distribution in", originAccess, .graph,
            caughtBy: "bucket-refuses"
        ) {
            Door.certificate("www.example.com").region(.virginia)
            files(read: false)
            CloudFront.OriginAccessControl("access")
            reading(.bucket(accessControl: CloudFront.OriginAccessControl("access").id))  // mistake
        } legal: {
            Door.certificate("www.example.com").region(.virginia)
            files(read: true)
            CloudFront.OriginAccessControl("access")
            reading(.bucket(accessControl: CloudFront.OriginAccessControl("access").id))
        }
    }

    /// A bucket that the distribution may read or not.
    private static func files(read: Bool) -> PrivateBucket {
        PrivateBucket(
            "files", bucketName: "shop-files",
            statements: read
                ? [
                    IAM.Statement(
                        .allow, principal: .service("cloudfront.amazonaws.com"), actions: ["s3:GetObject"],
                        resources: ["arn:aws:s3:::shop-files/*"],
                        conditions: [.equals("AWS:SourceAccount", Deployment.account)])
                ] : [])
    }

    private static func reading(
        _ kind: CloudFront.Origin.Kind, file: String = #fileID, line: Int = #line
    ) -> CloudFront.Distribution {
        CloudFront.Distribution(
            "cdn", comment: "The shop", aliases: ["www.example.com"],
            certificate: Door.certificate("www.example.com").arn,
            defaultBehavior: .init(to: CloudFront.Origin("files", at: files(read: true).regionalHost, kind), .files),
            file: file, line: line)
    }
}
