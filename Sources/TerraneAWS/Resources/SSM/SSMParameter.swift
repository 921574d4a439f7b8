public import TerraneCore

/// AWS Systems Manager.
public enum SSM {
    /// A named value that programs read when they start. It is no place for a secret: what Terraform writes is in its state,
    /// and CloudFormation cannot write a `SecureString` at all.
    public struct Parameter: Resource {
        public enum Kind: String, Hashable, Sendable, ExpressionConvertible {
            case text = "String"
            /// Texts with commas between.
            case list = "StringList"
        }

        /// What a parameter may hold and cost ("Managing parameter tiers", AWS Systems Manager User Guide).
        public enum Tier: String, Hashable, Sendable, ExpressionConvertible {
            /// Up to 4 KB.
            case standard = "Standard"
            /// Up to 8 KB, for money.
            case advanced = "Advanced"
            /// Whichever it needs.
            case intelligent = "Intelligent-Tiering"
        }

        public static let type = ResourceType(
            terraform: "aws_ssm_parameter", cloudFormation: "AWS::SSM::Parameter", area: .security, tagging: .map)

        public var declaration: Declaration
        /// `/koemo/production/redis-url`.
        public var path: String
        public var description: String
        public var kind: Kind
        public var value: Value<String>
        /// Nil for the account's own, which is the standard one.
        public var tier: Tier?
        /// A regular expression that its values match.
        public var allowedPattern: String?

        public init(
            _ name: Name, path: String, description: String, value: Value<String>, tier: Tier? = nil,
            allowedPattern: String? = nil, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.path = path
            self.description = description
            self.kind = .text
            self.value = value
            self.tier = tier
            self.allowedPattern = allowedPattern
        }

        /// A list of texts, none of which has a comma.
        public init(
            _ name: Name, path: String, description: String, values: [Value<String>], tier: Tier? = nil,
            allowedPattern: String? = nil, file: String = #fileID, line: Int = #line
        ) {
            let joined = values.dropFirst().reduce(values.first ?? "") { "\($0),\($1)" }
            self.init(
                name, path: path, description: description, value: joined, tier: tier, allowedPattern: allowedPattern,
                file: file, line: line)
            self.kind = .list
        }

        /// The name as deployed, slash first.
        public var id: Value<String> { attribute("name", .ref, foreseen: Value(path)) }

        public var arn: Value<ARN> {
            "arn:\(Deployment.partition):ssm:\(Deployment.region):\(Deployment.account):parameter\(separator)\(id)"
        }

        /// A name without levels has no slash of its own.
        private var separator: String { path.hasPrefix("/") ? "" : "/" }

        public var properties: Properties {
            row("name", "Name", path)
            row("description", "Description", description)
            row("type", "Type", kind)
            row("value", "Value", value)
            row("tier", "Tier", tier)
            row("allowed_pattern", "AllowedPattern", allowedPattern)
        }

        public var suppressions: [Suppression] {
            [
                Suppression(
                    "CKV2_AWS_34",
                    because: "It holds no secret: those are put by hand as SecureString, or into Secrets Manager")
            ]
        }

        public func check() -> [Diagnostic] {
            guard let text = value.text else { return [] }
            let limit = tier == nil || tier == .standard ? 4096 : 8192
            if text.isEmpty { return [.parameterWithoutValue(name)] }
            return text.utf8.count > limit ? [.parameterTooLong(name, text.utf8.count, limit)] : []
        }
    }
}

extension Diagnostic {
    static func parameterWithoutValue(_ parameter: Name) -> Diagnostic {
        .error("the parameter '\(parameter)' has no value", help: "Systems Manager takes no empty text: give it one.")
    }

    static func parameterTooLong(_ parameter: Name, _ size: Int, _ limit: Int) -> Diagnostic {
        .error(
            "the parameter '\(parameter)' holds \(size) bytes, and its tier takes \(limit)",
            help: limit == 4096 ? "Write `tier: .advanced`, which takes 8 KB." : "Put it into a bucket.")
    }
}
