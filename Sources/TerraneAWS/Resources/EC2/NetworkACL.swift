public import TerraneCore

extension EC2 {
    /// A stateless firewall around subnets: answers need a rule as well as questions, and what no rule lets pass is
    /// refused.
    public struct NetworkACL: Resource {
        public enum ID: TextSubject, ParameterSubject {}

        public static let type = ResourceType(
            terraform: "aws_network_acl", cloudFormation: "AWS::EC2::NetworkAcl", area: .security, tagging: .list)

        public var declaration: Declaration
        public var vpc: Value<VPC.ID>
        public var subnets: [Value<Subnet.ID>]

        public init(
            _ name: Name, in vpc: Value<VPC.ID>, around subnets: [Value<Subnet.ID>], file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.vpc = vpc
            self.subnets = subnets
        }

        public var id: Value<ID> { attribute("id", .ref) }

        public var properties: Properties {
            row("vpc_id", "VpcId", vpc)
            terraformOnly(
                "subnet_ids", subnets, because: "CloudFormation puts subnets behind it with resources of their own")
        }
    }

    /// A rule of a network ACL. The lowest number that matches decides.
    public struct NetworkACLEntry: Resource {
        public static let type = ResourceType(
            terraform: "aws_network_acl_rule", cloudFormation: "AWS::EC2::NetworkAclEntry", area: .security)

        public var declaration: Declaration
        public var list: Value<NetworkACL.ID>
        /// From 1 to 32766.
        public var number: Int
        public var rule: NetworkACL.Rule

        public init(
            _ name: Name, of list: Value<NetworkACL.ID>, number: Int, _ rule: NetworkACL.Rule, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.list = list
            self.number = number
            self.rule = rule
        }

        public var properties: Properties {
            row("network_acl_id", "NetworkAclId", list)
            row("egress", "Egress", rule.direction == .outbound)
            row("rule_number", "RuleNumber", number)
            row("rule_action", "RuleAction", rule.action.rawValue)
            row("protocol", terraform: rule.traffic.name, "Protocol", cloudFormation: rule.traffic.number)
            if let ports = rule.traffic.ports {
                row("from_port", "PortRange/From", ports.first)
                row("to_port", "PortRange/To", ports.last)
            }
            row("cidr_block", "CidrBlock", rule.range)
        }
    }

    /// Puts a subnet behind a network ACL, instead of the network's default one, which lets everything pass.
    public struct NetworkACLAssociation: Resource {
        public static let type = ResourceType(
            terraform: .absent(because: "Terraform puts subnets behind it through its subnet_ids"),
            cloudFormation: .type("AWS::EC2::SubnetNetworkAclAssociation"), area: .security)

        public var declaration: Declaration
        public var list: Value<NetworkACL.ID>
        public var subnet: Value<Subnet.ID>

        public init(
            _ name: Name, of subnet: Value<Subnet.ID>, with list: Value<NetworkACL.ID>, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.list = list
            self.subnet = subnet
        }

        public var properties: Properties {
            cloudFormationOnly("NetworkAclId", list, because: "the whole resource is CloudFormation's")
            cloudFormationOnly("SubnetId", subnet, because: "the whole resource is CloudFormation's")
        }
    }
}
