import TerraneCompiler

/// What people call a resource of some type: `database`, `target group`.
struct ResourceNoun: Hashable {
    let singular: String

    /// Where the type's own name says less than the trade does.
    private static let known = [
        "AWS::RDS::DBInstance": "database", "AWS::RDS::DBCluster": "database cluster",
        "AWS::ElastiCache::ReplicationGroup": "cache", "AWS::ElastiCache::CacheCluster": "cache",
        "AWS::EC2::EIP": "Elastic IP address", "AWS::EC2::SubnetRouteTableAssociation": "route table association",
        "AWS::SecretsManager::Secret": "secret", "AWS::SecretsManager::RotationSchedule": "secret rotation",
        "AWS::EC2::SecurityGroupIngress": "security group rule", "AWS::EC2::SecurityGroupEgress": "security group rule",
        "AWS::SSM::Parameter": "SSM parameter", "MongoDB::Atlas::Cluster": "Atlas cluster",
        "aws_db_instance": "database",
        "aws_rds_cluster": "database cluster",
    ]

    init(_ change: ResourceChange) {
        guard change.subject == .resource else {
            singular = change.subject.rawValue
            return
        }
        let type = change.cloudFormationType ?? change.terraformAddress.map(ResourceNoun.type) ?? "resource"
        singular = ResourceNoun.known[type] ?? ResourceNoun.words(of: type)
    }

    func counted(_ count: Int) -> String { count == 1 ? "1 \(singular)" : "\(count) \(plural)" }

    private var plural: String {
        if singular.hasSuffix("y"), !["ay", "ey", "oy"].contains(singular.suffix(2)) {
            return singular.dropLast() + "ies"
        }
        if singular.hasSuffix("s") || singular.hasSuffix("ch") { return singular + "es" }
        return singular + "s"
    }

    /// `aws_lb` of `aws_lb.web`.
    private static func type(_ address: String) -> String { String(address.prefix { $0 != "." }) }

    /// `AWS::EC2::SecurityGroup` is a security group, `AWS::WAFv2::WebACL` a web ACL, `aws_lb_listener` an lb listener.
    private static func words(of type: String) -> String {
        let isName = type.utf8.allSatisfy { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ":") || isAlphanumeric($0) }
        guard isName, let last = type.split(separator: ":").last else { return "resource" }
        let parts = last.split(separator: "_")
        if parts.count > 1 {
            let own = parts.dropFirst()
            let isService = own.count > 1 && services.contains(String(own.first ?? ""))
            return (isService ? own.dropFirst() : own).joined(separator: " ")
        }
        if last.contains("_") { return "resource" }
        var words: [String] = []
        let letters = Array(last.unicodeScalars)
        for (index, letter) in letters.enumerated() {
            let isUpper = letter.properties.isUppercase
            let followsLower = index > 0 && !letters[index - 1].properties.isUppercase
            let precedesLower = index + 1 < letters.count && letters[index + 1].properties.isLowercase
            if words.isEmpty || (isUpper && (followsLower || precedesLower)) { words.append("") }
            words[words.count - 1].unicodeScalars.append(letter)
        }
        return words.map { $0.contains(where: \.isLowercase) ? $0.lowercased() : $0 }.joined(separator: " ")
    }

    /// What Terraform puts before the thing itself, and nobody says.
    private static let services: Set = [
        "s3", "iam", "acm", "appautoscaling", "route53", "ecs", "ecr", "kms", "sns", "sqs", "rds", "db", "cloudwatch",
        "vpc", "wafv2", "ssm", "backup", "budgets", "secretsmanager", "elasticache", "lambda", "cloudfront",
    ]

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
}
