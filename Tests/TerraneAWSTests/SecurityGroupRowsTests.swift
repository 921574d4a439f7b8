import TerraneAWS
import TerraneCore
import Testing

/// The rows of security groups and their rules, in both dialects.
struct SecurityGroupRowsTests {
    @Test func aSecurityGroupLetsNothingOutInEitherDialect() {
        let resource = EC2.SecurityGroup("group", in: "vpc-1", groupName: "web", description: "Web")
        #expect(
            bilingual(resource) == """
                name | GroupName = "web"
                description | GroupDescription = "Web"
                vpc_id | VpcId = "vpc-1"
                - | SecurityGroupEgress = [{CidrIp: "127.0.0.1/32", Description: "No egress but what rules allow", IpProtocol: "-1"}]
                """)
    }

    @Test func aSecurityGroupIsCalledAsItsName() {
        let resource = EC2.SecurityGroup("web/group", in: "vpc-1", description: "Web")
        #expect(
            bilingual(resource) == """
                name | GroupName = "web-group"
                description | GroupDescription = "Web"
                vpc_id | VpcId = "vpc-1"
                - | SecurityGroupEgress = [{CidrIp: "127.0.0.1/32", Description: "No egress but what rules allow", IpProtocol: "-1"}]
                """)
    }

    @Test func aRuleFromAGroup() {
        let resource = EC2.IngressRule(
            "in", into: "sg-1", from: .securityGroup("sg-2"), ports: 3000, description: "From web")
        #expect(
            bilingual(resource) == """
                security_group_id | GroupId = "sg-1"
                description | Description = "From web"
                referenced_security_group_id | SourceSecurityGroupId = "sg-2"
                ip_protocol | IpProtocol = "tcp"
                from_port | FromPort = 3000
                to_port | ToPort = 3000
                """)
    }

    @Test func aRuleFromARange() {
        let resource = EC2.IngressRule(
            "in", into: "sg-1", from: .range("10.0.0.0/8"), ports: PortRange(8000...8080), description: "d")
        #expect(
            bilingual(resource) == """
                security_group_id | GroupId = "sg-1"
                description | Description = "d"
                cidr_ipv4 | CidrIp = "10.0.0.0/8"
                ip_protocol | IpProtocol = "tcp"
                from_port | FromPort = 8000
                to_port | ToPort = 8080
                """)
    }

    @Test func aRuleFromAPrefixList() {
        let resource = EC2.IngressRule("in", into: "sg-1", from: .prefixList("pl-1"), ports: 443, description: "d")
        #expect(
            bilingual(resource) == """
                security_group_id | GroupId = "sg-1"
                description | Description = "d"
                prefix_list_id | SourcePrefixListId = "pl-1"
                ip_protocol | IpProtocol = "tcp"
                from_port | FromPort = 443
                to_port | ToPort = 443
                """)
    }

    @Test func aRuleToAGroup() {
        let resource = EC2.EgressRule(
            "out", outOf: "sg-1", to: .securityGroup("sg-2"), ports: 6379, description: "To cache")
        #expect(
            bilingual(resource) == """
                security_group_id | GroupId = "sg-1"
                description | Description = "To cache"
                referenced_security_group_id | DestinationSecurityGroupId = "sg-2"
                ip_protocol | IpProtocol = "tcp"
                from_port | FromPort = 6379
                to_port | ToPort = 6379
                """)
    }

    @Test func aRuleToARange() {
        let resource = EC2.EgressRule("out", outOf: "sg-1", to: .range(.anywhere), ports: 443, description: "d")
        #expect(
            bilingual(resource) == """
                security_group_id | GroupId = "sg-1"
                description | Description = "d"
                cidr_ipv4 | CidrIp = "0.0.0.0/0"
                ip_protocol | IpProtocol = "tcp"
                from_port | FromPort = 443
                to_port | ToPort = 443
                """)
    }

    @Test func aRuleToAPrefixList() {
        let resource = EC2.EgressRule("out", outOf: "sg-1", to: .prefixList("pl-1"), ports: 443, description: "d")
        #expect(
            bilingual(resource) == """
                security_group_id | GroupId = "sg-1"
                description | Description = "d"
                prefix_list_id | DestinationPrefixListId = "pl-1"
                ip_protocol | IpProtocol = "tcp"
                from_port | FromPort = 443
                to_port | ToPort = 443
                """)
    }
}
