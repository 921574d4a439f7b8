public import TerraneCore

extension ACM {
    /// A TLS certificate for host names, issued once their owner has shown in DNS that they are his ("DNS validation",
    /// AWS Certificate Manager User Guide).
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
            attribute("domain_validation_options", .absent(because: ACM.recordsReason))
        }

        /// All its names.
        var names: [String] { [domain] + alternatives }

        /// The names that are proved by a record of their own: `*.example.com` has the one of `example.com`, and
        /// CloudFormation would fail on making it twice.
        var provedNames: [String] {
            names.filter { !($0.hasPrefix("*.") && names.contains(String($0.dropFirst(2)))) }
        }

        public var properties: Properties {
            row("domain_name", "DomainName", domain)
            row("subject_alternative_names", "SubjectAlternativeNames", alternatives.isEmpty ? nil : alternatives)
            row("validation_method", "ValidationMethod", "DNS")
            cloudFormationOnly(
                "DomainValidationOptions",
                Expression.list(
                    provedNames.map {
                        .object([.init("DomainName", .string($0)), .init("HostedZoneId", zone.expression)])
                    }),
                because: "Terraform makes the records with resources of their own")
        }

        public func check() -> [Diagnostic] {
            var problems = names.flatMap(HostName.check)
            // RFC 5280: the common name of a certificate has at most 64 characters.
            if domain.utf8.count > 64 { problems.append(.nameTooLong("certificate's first", domain, limit: 64)) }
            var seen: Set<String> = [domain]
            problems += alternatives.filter { !seen.insert($0).inserted }.map { .namedTwice(name, $0) }
            return problems
        }
    }
}

extension Diagnostic {
    static func namedTwice(_ certificate: Name, _ host: String) -> Diagnostic {
        .error("the certificate '\(certificate)' names '\(host)' twice", help: "Leave it out of the alternatives.")
    }
}
