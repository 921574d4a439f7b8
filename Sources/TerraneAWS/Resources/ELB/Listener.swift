public import TerraneCore

extension ELB {
    /// A port of a load balancer, and what becomes of the requests that arrive at it.
    public struct Listener: Resource {
        public enum Action: Hashable, Sendable {
            case forward(to: Value<ARN>)
            /// Permanently, to the same address over HTTPS.
            case redirectToHTTPS
        }

        /// What the connection is secured with.
        public struct TLS: Hashable, Sendable {
            public let certificate: Value<ARN>
            /// Which protocol versions and ciphers are offered ("Security policies for your Application Load Balancer").
            public let policy: String

            /// TLS 1.2 and 1.3.
            public init(certificate: Value<ARN>, policy: String = "ELBSecurityPolicy-TLS13-1-2-2021-06") {
                self.certificate = certificate
                self.policy = policy
            }
        }

        public static let type = ResourceType(
            terraform: "aws_lb_listener", cloudFormation: "AWS::ElasticLoadBalancingV2::Listener", area: .edge,
            tagging: .terraformOnly)

        public var declaration: Declaration
        public var balancer: Value<ARN>
        public var port: Port
        public var tls: TLS?
        public var action: Action

        public init(
            _ name: Name, of balancer: Value<ARN>, port: Port, tls: TLS? = nil, _ action: Action,
            file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.balancer = balancer
            self.port = port
            self.tls = tls
            self.action = action
        }

        public var arn: Value<ARN> { attribute("arn", .ref) }

        public var properties: Properties {
            row("load_balancer_arn", "LoadBalancerArn", balancer)
            row("port", "Port", port)
            row("protocol", "Protocol", tls == nil ? "HTTP" : "HTTPS")
            row("ssl_policy", "SslPolicy", tls?.policy)
            if let certificate = tls?.certificate {
                row(
                    "certificate_arn", terraform: certificate, "Certificates",
                    cloudFormation: Expression.list([.object([.init("CertificateArn", certificate.expression)])]))
            }
            repeated("default_action", "DefaultActions", [action]) { action in
                switch action {
                case .forward(let group):
                    row("type", "Type", "forward")
                    row("target_group_arn", "TargetGroupArn", group)
                case .redirectToHTTPS:
                    row("type", "Type", "redirect")
                    nested("redirect", "RedirectConfig") {
                        row("protocol", "Protocol", "HTTPS")
                        row("port", "Port", "443")
                        row("status_code", "StatusCode", "HTTP_301")
                    }
                }
            }
        }
    }
}
