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

    /// Checks the size of a template, which is printed for that only where a glance does not do.
    func checkSize(_ template: JSON) -> [Diagnostic] {
        guard template.mostBytes(level: 0) > CloudFormationTemplate.largest else { return [] }
        let count = JSONPrinter.document(template).count
        return count > CloudFormationTemplate.largest
            ? [.overQuota(region: region, what: "bytes", count: count, limit: CloudFormationTemplate.largest)]
            : []
    }
}

extension JSON {
    /// No fewer bytes than it prints to: as if each byte of a text had to be escaped, `\u0000`.
    fileprivate func mostBytes(level: Int) -> Int {
        switch self {
        case .null, .boolean: 5
        case .integer, .number: 26
        case .string(let text): 6 * text.utf8.count + 2
        case .array(let items):
            items.reduce(2 * level + 4) { $0 + $1.mostBytes(level: level + 1) + 2 * level + 4 }
        case .object(let members):
            members.reduce(2 * level + 4) {
                $0 + 6 * $1.key.utf8.count + $1.value.mostBytes(level: level + 1) + 2 * level + 8
            }
        }
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
