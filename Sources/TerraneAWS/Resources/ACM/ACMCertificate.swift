public import TerraneCore

/// AWS Certificate Manager.
public enum ACM {
    /// A TLS certificate for host names, issued once their owner has shown in DNS that they are his.
    public struct Certificate: Resource {
        public static let type = ResourceType(
            terraform: "aws_acm_certificate", cloudFormation: "AWS::CertificateManager::Certificate", area: .edge,
            tagging: .list)

        public var declaration: Declaration
        public var domain: String
        public var alternatives: [String]
        public var zone: Value<Route53.HostedZoneID>

        public init(
            _ name: Name, domain: String, alternatives: [String] = [], zone: Value<Route53.HostedZoneID>,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.domain = domain
            self.alternatives = alternatives
            self.zone = zone
            declaration.options.createsBeforeDestroying = true
        }

        public var arn: Value<ARN> { attribute("arn", .ref) }
        var validationOptions: Value<String> {
            attribute("domain_validation_options", .absent(because: "CloudFormation makes the records itself"))
        }

        public var properties: Properties {
            row("domain_name", "DomainName", domain)
            row("subject_alternative_names", "SubjectAlternativeNames", alternatives.isEmpty ? nil : alternatives)
            row("validation_method", "ValidationMethod", "DNS")
            cloudFormationOnly(
                "DomainValidationOptions",
                Expression.list(
                    ([domain] + alternatives).map {
                        .object([.init("DomainName", .string($0)), .init("HostedZoneId", zone.expression)])
                    }),
                because: "Terraform makes the records with resources of their own")
        }
    }

    /// The DNS records that prove a certificate's names. One for each name; Terraform learns them from the certificate.
    public struct ValidationRecords: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_route53_record"),
            cloudFormation: .absent(because: "CloudFormation makes the records itself"), area: .edge)

        public var declaration: Declaration
        public var certificate: Certificate

        public init(_ name: Name, of certificate: Certificate, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
            self.certificate = certificate
            declaration.options.forEach = .comprehension(
                Comprehension(
                    over: certificate.validationOptions.expression, as: "option",
                    key: .iteration(["option", "domain_name"]), value: .iteration(["option"])))
        }

        /// The names of all the records, for the validation to wait for.
        var names: Expression {
            let records =
                attribute("fqdn", .absent(because: "CloudFormation makes the records itself")) as Value<String>
            return .every(records.expression)
        }

        private static let reason = "CloudFormation makes the records itself"

        public var properties: Properties {
            terraformOnly("zone_id", certificate.zone, because: ValidationRecords.reason)
            terraformOnly(
                "name", Expression.iteration(["value", "resource_record_name"]), because: ValidationRecords.reason)
            terraformOnly(
                "type", Expression.iteration(["value", "resource_record_type"]), because: ValidationRecords.reason)
            terraformOnly("ttl", 60, because: ValidationRecords.reason)
            terraformOnly(
                "records", Expression.list([.iteration(["value", "resource_record_value"])]),
                because: ValidationRecords.reason)
            terraformOnly("allow_overwrite", true, because: "a name and its wildcard share a record")
        }
    }

    /// Waits until a certificate is issued, so that nothing uses it before.
    public struct CertificateValidation: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_acm_certificate_validation"),
            cloudFormation: .absent(because: "CloudFormation waits for the certificate itself"), area: .edge)

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
            attribute("certificate_arn", .absent(because: "CloudFormation waits for the certificate itself"))
        }

        public var properties: Properties {
            terraformOnly(
                "certificate_arn", certificate.arn, because: "CloudFormation waits for the certificate itself")
            terraformOnly(
                "validation_record_fqdns", records.names, because: "CloudFormation waits for the certificate itself")
        }
    }
}
