public import TerraneCore

extension WAF {
    /// Puts a web ACL before a load balancer ("Associating protection with an AWS resource", AWS WAF Developer Guide).
    public struct WebACLAssociation: Resource {
        public static let type = ResourceType(
            terraform: "aws_wafv2_web_acl_association", cloudFormation: "AWS::WAFv2::WebACLAssociation", area: .security
        )

        public var declaration: Declaration
        public var acl: Value<ARN>
        public var resource: Value<ARN>

        public init(
            _ name: Name, of acl: Value<ARN>, with resource: Value<ARN>, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.acl = acl
            self.resource = resource
        }

        public var properties: Properties {
            row("web_acl_arn", "WebACLArn", acl)
            row("resource_arn", "ResourceArn", resource)
        }
    }
}
