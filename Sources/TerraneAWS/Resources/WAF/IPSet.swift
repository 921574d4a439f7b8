public import TerraneCore

extension WAF {
    /// A list of address ranges ("IP sets and regex pattern sets in AWS WAF", AWS WAF Developer Guide).
    public struct IPSet: Resource {
        public enum Version: String, Hashable, Sendable, ExpressionConvertible {
            case ipv4 = "IPV4"
            case ipv6 = "IPV6"
        }

        public static let type = ResourceType(
            terraform: "aws_wafv2_ip_set", cloudFormation: "AWS::WAFv2::IPSet", area: .security, tagging: .list)

        public var declaration: Declaration
        public var setName: String
        public var description: String
        public var addresses: Value<[String]>
        public var scope: Scope
        public var version: Version

        public init(
            _ name: Name, setName: String? = nil, description: String, addresses: Value<[String]>,
            scope: Scope = .regional, version: Version = .ipv4, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.setName = setName ?? name.dashed
            self.description = description
            self.addresses = addresses
            self.scope = scope
            self.version = version
        }

        public var arn: Value<ARN> { attribute("arn", .attribute("Arn")) }

        public var properties: Properties {
            row("name", "Name", setName)
            row("description", "Description", description)
            row("scope", "Scope", scope)
            row("ip_address_version", "IPAddressVersion", version)
            row("addresses", "Addresses", addresses)
        }

        public func check() -> [Diagnostic] {
            WAF.check("IP set", named: setName) + (isForEverybody ? [.everyAddress(name)] : [])
        }

        private var isForEverybody: Bool {
            guard case .list(let ranges) = addresses.expression else { return false }
            return ranges.contains { $0.text?.hasSuffix("/0") == true }
        }
    }
}

extension Value where Subject == [String] {
    /// Address ranges that are known now.
    public static func ranges(_ ranges: CIDR...) -> Value {
        Value(ranges.expression)
    }
}

extension Diagnostic {
    static func everyAddress(_ set: Name) -> Diagnostic {
        .error(
            "the IP set '\(set)' holds every address",
            help: "AWS WAF takes no range with the prefix /0: leave the rule out.")
    }
}
