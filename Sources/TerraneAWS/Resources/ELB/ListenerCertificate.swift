public import TerraneCore

extension ELB {
    /// A further certificate of a listener, which clients get by the host name that they ask for ("SSL certificates for
    /// your Application Load Balancer", User Guide for Application Load Balancers).
    public struct ListenerCertificate: Resource {
        public static let type = ResourceType(
            terraform: "aws_lb_listener_certificate",
            cloudFormation: "AWS::ElasticLoadBalancingV2::ListenerCertificate",
            area: .edge)

        public var declaration: Declaration
        public var listener: Value<ARN>
        public var certificate: Value<ARN>

        public init(
            _ name: Name, of listener: Value<ARN>, _ certificate: Value<ARN>, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.listener = listener
            self.certificate = certificate
        }

        public var properties: Properties {
            row("listener_arn", "ListenerArn", listener)
            row(
                "certificate_arn", terraform: certificate, "Certificates",
                cloudFormation: Expression.list([.object([.init("CertificateArn", certificate.expression)])]))
        }
    }
}
