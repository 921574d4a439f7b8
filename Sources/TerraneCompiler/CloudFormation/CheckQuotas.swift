import TerraneCore

extension CloudFormationTemplate {
    /// Checks a template against what CloudFormation accepts ("CloudFormation quotas", AWS CloudFormation User Guide).
    func quotas(parameters: Int, outputs: Int) -> [Diagnostic] {
        [("resources", count, 500), ("parameters", parameters, 200), ("outputs", outputs, 200)]
            .filter { $0.1 > $0.2 }
            .map { .overQuota(region: region, what: $0.0, count: $0.1, limit: $0.2) }
    }

    /// The largest template that CloudFormation takes from S3, in bytes.
    static let largest = 1_048_576

    /// Checks the size of a printed template.
    func checkSize(_ bytes: [UInt8]) -> [Diagnostic] {
        bytes.count > CloudFormationTemplate.largest
            ? [.overQuota(region: region, what: "bytes", count: bytes.count, limit: CloudFormationTemplate.largest)]
            : []
    }
}

extension Diagnostic {
    static func overQuota(region: Region, what: String, count: Int, limit: Int) -> Diagnostic {
        .error(
            "the CloudFormation template for \(region) has \(count) \(what), and CloudFormation takes \(limit)",
            help: "Divide the stack in two that meet through exports, or leave CloudFormation out with `--target`.")
    }

    static func notInCloudFormation(_ node: ResourceNode, _ what: String) -> Diagnostic {
        .error(
            "'\(node.name)' uses \(what), which CloudFormation cannot express",
            help: "Use another attribute, or leave CloudFormation out with `--target`.", at: node.source)
    }
}
