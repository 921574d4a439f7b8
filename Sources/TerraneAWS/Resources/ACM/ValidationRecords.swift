public import TerraneCore

extension ACM {
    /// The DNS records that prove a certificate's names. One for each name, but a wildcard shares the one of the name
    /// below it; Terraform learns them from the certificate.
    public struct ValidationRecords: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_route53_record"), cloudFormation: .absent(because: ACM.recordsReason), area: .edge)

        public var declaration: Declaration
        public var certificate: Certificate

        public init(_ name: Name, of certificate: Certificate, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
            self.certificate = certificate
            declaration.options.forEach = .comprehension(
                Comprehension(
                    over: certificate.validationOptions.expression, as: "option",
                    key: .iteration(["option", "domain_name"]), value: .iteration(["option"]),
                    keys: certificate.provedNames.count < certificate.names.count ? certificate.provedNames : nil))
        }

        /// The names of all the records, for the validation to wait for.
        var names: Expression {
            let name: Value<String> = attribute("fqdn", .absent(because: ACM.recordsReason))
            return .every(name.expression)
        }

        public var properties: Properties {
            terraformOnly("zone_id", certificate.zone, because: ACM.recordsReason)
            terraformOnly("name", option("resource_record_name"), because: ACM.recordsReason)
            terraformOnly("type", option("resource_record_type"), because: ACM.recordsReason)
            terraformOnly("ttl", 60, because: ACM.recordsReason)
            terraformOnly(
                "records", Expression.list([option("resource_record_value")]), because: ACM.recordsReason)
            terraformOnly("allow_overwrite", true, because: "certificates in several regions share a record")
        }

        private func option(_ member: String) -> Expression { .iteration(["value", member]) }
    }
}
