public import TerraneCore

extension ACM {
    /// Waits until a certificate is issued, so that nothing uses it before.
    public struct CertificateValidation: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_acm_certificate_validation"), cloudFormation: .absent(because: ACM.waitReason),
            area: .edge)

        public var declaration: Declaration
        public var certificate: Certificate
        public var records: ValidationRecords

        public init(
            _ name: Name, of certificate: Certificate, by records: ValidationRecords, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.certificate = certificate
            self.records = records
        }

        public var certificateARN: Value<ARN> {
            attribute("certificate_arn", .absent(because: ACM.waitReason))
        }

        public var properties: Properties {
            terraformOnly("certificate_arn", certificate.arn, because: ACM.waitReason)
            terraformOnly("validation_record_fqdns", records.names, because: ACM.waitReason)
        }
    }
}
