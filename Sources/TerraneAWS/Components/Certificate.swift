public import TerraneCore

/// A TLS certificate for host names of a zone, validated through DNS.
///
///     Certificate("api-certificate", for: "api.koemo.app", in: zone)
public struct Certificate: Component {
    public var declaration: Declaration
    public let domain: String
    public let alternatives: [String]
    public let zone: Value<Route53.HostedZoneID>

    public init(
        _ name: Name, for domain: String, and alternatives: [String] = [], in zone: Value<Route53.HostedZoneID>,
        file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.domain = domain
        self.alternatives = alternatives
        self.zone = zone
    }

    /// The certificate, once it is issued.
    public var arn: Value<ARN> { Value(terraform: validation.certificateARN, cloudFormation: certificate.arn) }

    public var body: Content {
        certificate
        records
        validation
    }

    private var certificate: ACM.Certificate {
        ACM.Certificate(name, domain: domain, alternatives: alternatives, zone: zone)
    }
    private var records: ACM.ValidationRecords { ACM.ValidationRecords(name / "records", of: certificate) }
    private var validation: ACM.CertificateValidation {
        ACM.CertificateValidation(name / "validation", of: certificate, by: records)
    }
}
