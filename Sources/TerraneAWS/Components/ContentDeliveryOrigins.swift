public import TerraneCore

/// A word that CloudFront and an origin share, so that the origin knows who asks: whoever comes without it went round the
/// firewall ("Restrict access to Application Load Balancers", Amazon CloudFront Developer Guide).
public struct OriginSecret: Hashable, Sendable {
    public let value: Value<String>
    public let header: String

    /// The value is a sensitive parameter.
    public init(_ value: Value<String>, header: String = "X-Origin-Verify") {
        self.value = value
        self.header = header
    }

    /// What a rule of a load balancer's listener asks for.
    public var condition: ELB.ListenerRule.Condition { .header(header, [value]) }
}

extension ContentDelivery {
    /// Where content comes from.
    public enum Origin: Sendable {
        /// A bucket that this distribution alone reads. `path` is what every path is put behind. A missing object is a
        /// refusal (403), so that nobody learns what there is, unless `revealingAbsence` makes it a 404.
        case bucket(PrivateBucket, path: String? = nil, revealingAbsence: Bool = false)
        /// A load balancer whose certificate has the distribution's host names, which it is therefore shown.
        case loadBalancer(LoadBalancer, secret: OriginSecret? = nil)
        /// Anything that speaks HTTPS under this name.
        case host(String, path: String? = nil, secret: OriginSecret? = nil)

        var bucket: PrivateBucket? {
            if case .bucket(let bucket, _, _) = self { bucket } else { nil }
        }

        var secret: OriginSecret? {
            switch self {
            case .bucket: nil
            case .loadBalancer(_, let secret), .host(_, _, let secret): secret
            }
        }

        /// How requests to such a thing are handled unless told otherwise.
        var handling: CloudFront.Handling {
            switch self {
            case .bucket: .files
            case .loadBalancer: .application
            case .host: .otherHost
            }
        }
    }

    /// Which requests go to which origin, and how.
    public struct Behavior: Sendable {
        /// `/assets/*`, `*.js`.
        public let path: String?
        public let origin: Origin
        public let handling: CloudFront.Handling

        /// Handled as suits the origin unless told otherwise: files are cached, requests to anything else handed through.
        public init(_ path: String, from origin: Origin, _ handling: CloudFront.Handling? = nil) {
            self.init(.some(path), from: origin, handling)
        }

        init(_ path: String?, from origin: Origin, _ handling: CloudFront.Handling?) {
            self.path = path
            self.origin = origin
            self.handling = handling ?? origin.handling
        }

        /// TLS to a load balancer fails then.
        var hidesHostFromBalancer: Bool {
            if case .loadBalancer = origin { !handling.showsHost } else { false }
        }
    }
}

extension ContentDelivery {
    /// How long an origin may take to answer.
    private static let timeout = TimeSpan.seconds(30)

    var allBehaviors: [Behavior] { [defaultBehavior] + behaviors }

    /// The buckets among the origins, each once, with the distribution among their readers.
    var buckets: [PrivateBucket] {
        var seen: Set<Name> = []
        let origins = allBehaviors.map(\.origin)
        return origins.compactMap(\.bucket).filter { seen.insert($0.name).inserted }.map { bucket in
            let reveals = origins.contains { $0.revealsAbsence(from: bucket.name) }
            return bucket.changed {
                $0.statements.append(reader(of: bucket))
                if reveals { $0.statements.append(lister(of: bucket)) }
            }
        }
    }

    func lowered(_ behavior: Behavior) -> CloudFront.CacheBehavior {
        CloudFront.CacheBehavior(behavior.path, to: lowered(behavior.origin), behavior.handling)
    }

    private func lowered(_ origin: Origin) -> CloudFront.Origin {
        let headers = origin.secret.map { [CloudFront.Origin.Header($0.header, $0.value)] } ?? []
        switch origin {
        case .bucket(let bucket, let path, _):
            return CloudFront.Origin(
                id(of: bucket.name, path), at: bucket.regionalHost, .bucket(accessControl: control.id), path: path)
        case .loadBalancer(let balancer, _):
            return CloudFront.Origin(
                id(of: balancer.name), at: balancer.dnsName, .https(.https, timeout: Self.timeout), headers: headers)
        case .host(let host, let path, _):
            return CloudFront.Origin(
                host + (path ?? ""), at: Value(host), .https(.https, timeout: Self.timeout), path: path,
                headers: headers)
        }
    }

    /// A part of this goes by its name in this.
    private func id(of origin: Name, _ path: String? = nil) -> String {
        let own = name.path + "/"
        let text = origin.path.hasPrefix(own) ? Name(String(origin.path.dropFirst(own.count))).dashed : origin.dashed
        return text + (path ?? "")
    }

    private func reader(of bucket: PrivateBucket) -> IAM.Statement {
        statement("ServeThroughCloudFront", "s3:GetObject", on: "\(bucket.arn)/*")
    }

    private func lister(of bucket: PrivateBucket) -> IAM.Statement {
        statement("TellWhatIsMissing", "s3:ListBucket", on: bucket.arn)
    }

    private func statement(_ id: String, _ action: String, on resource: Value<ARN>) -> IAM.Statement {
        IAM.Statement(
            .allow, id: id, principal: .service("cloudfront.amazonaws.com"), actions: [action], resources: [resource],
            conditions: [.equals("AWS:SourceArn", distribution.arn.as())])
    }
}

extension ContentDelivery.Origin {
    fileprivate func revealsAbsence(from name: Name) -> Bool {
        if case .bucket(let bucket, _, true) = self { bucket.name == name } else { false }
    }
}
