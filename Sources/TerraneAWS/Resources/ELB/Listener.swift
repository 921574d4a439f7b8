public import TerraneCore

extension ELB {
    /// A port of a load balancer, and what becomes of the requests that arrive at it ("Listeners for your Application
    /// Load Balancers", User Guide for Application Load Balancers).
    public struct Listener: Resource {
        /// Which protocol versions and ciphers are offered ("Security policies for your Application Load Balancer").
        public enum TLSPolicy: String, Hashable, Sendable, ExpressionConvertible {
            /// TLS 1.3 alone.
            case tls13 = "ELBSecurityPolicy-TLS13-1-3-2021-06"
            /// TLS 1.2 and 1.3.
            case tls12 = "ELBSecurityPolicy-TLS13-1-2-2021-06"
            /// TLS 1.2 and 1.3, with forward secrecy and authenticated encryption alone.
            case tls12Restricted = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
        }

        /// What the connection is secured with.
        public struct TLS: Hashable, Sendable {
            public let certificate: Value<ARN>
            public let policy: TLSPolicy

            public init(certificate: Value<ARN>, policy: TLSPolicy = .tls12) {
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
        /// What becomes of requests that no rule of the listener matches.
        public var action: Action

        public init(
            _ name: Name, of balancer: Value<ARN>, port: Port, tls: TLS? = nil, _ action: Action,
            file: String = #fileID, line: Int = #line
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
            repeated("default_action", "DefaultActions", [action]) { $0.table }
        }

        public func check() -> [Diagnostic] { action.check(of: name) }
    }
}
