import TerraneCore

/// Elastic Load Balancing.
public enum ELB {
    /// Why one side of a load balancer's or target group's table has an attribute to itself.
    static let attributeReason = "CloudFormation lists attributes by key"
    static let argumentReason = "Terraform has an argument for each"

    /// An attribute of a load balancer or target group as CloudFormation lists it.
    static func pair(_ key: String, _ value: some ExpressionConvertible) -> Expression {
        .object([.init("Key", .string(key)), .init("Value", value.expression)])
    }

    /// What is wrong with the name of a load balancer or target group ("CreateLoadBalancer", Elastic Load Balancing API
    /// Reference): letters, digits and hyphens, at most 32, no hyphen at either end.
    static func check(_ kind: String, named text: String) -> [Diagnostic] {
        if text.utf8.count > 32 { return [.nameTooLong(kind, text, limit: 32)] }
        let isPlain = text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || HostName.isLetterOrDigit($0) }
        let isWhole = !text.isEmpty && !text.hasPrefix("-") && !text.hasSuffix("-") && !text.hasPrefix("internal-")
        return isPlain && isWhole ? [] : [.balancingName(kind, text)]
    }
}

extension Diagnostic {
    static func nameTooLong(_ kind: String, _ text: String, limit: Int) -> Diagnostic {
        .error(
            "the \(kind) name '\(text)' has \(text.utf8.count) characters, and AWS takes \(limit)",
            help: "Choose a shorter one.")
    }

    static func balancingName(_ kind: String, _ text: String) -> Diagnostic {
        .error(
            "the \(kind) name '\(text)' is not one that AWS takes",
            help: "Use letters, digits and hyphens, with no hyphen at either end and not 'internal-' at the beginning.")
    }

    static func outOfRange(_ what: String, of name: Name, _ given: Int, _ range: ClosedRange<Int>) -> Diagnostic {
        .error(
            "\(what) of '\(name)' is \(given)",
            help: "AWS takes \(range.lowerBound) to \(range.upperBound).")
    }
}
