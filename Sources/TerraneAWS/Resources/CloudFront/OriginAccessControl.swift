public import TerraneCore

extension CloudFront {
    /// How a distribution proves to a bucket that it is the one asking ("Restrict access to an
    /// Amazon S3 origin", Amazon CloudFront Developer Guide).
    public struct OriginAccessControl: Resource {
        public static let type = ResourceType(
            terraform: "aws_cloudfront_origin_access_control", cloudFormation: "AWS::CloudFront::OriginAccessControl",
            area: .edge)

        public var declaration: Declaration
        public var controlName: String

        public init(_ name: Name, controlName: String? = nil, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
            self.controlName = controlName ?? name.dashed
        }

        public var id: Value<String> { attribute("id", .attribute("Id")) }

        public var properties: Properties {
            row("name", "OriginAccessControlConfig/Name", controlName)
            row("origin_access_control_origin_type", "OriginAccessControlConfig/OriginAccessControlOriginType", "s3")
            row("signing_behavior", "OriginAccessControlConfig/SigningBehavior", "always")
            row("signing_protocol", "OriginAccessControlConfig/SigningProtocol", "sigv4")
        }
    }
}
