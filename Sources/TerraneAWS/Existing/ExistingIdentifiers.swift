public import TerraneCore

// What AWS gave an identifier of its own choosing when somebody made it. Terraform looks it up by what people call it,
// in a `data` block; CloudFormation, which cannot search, asks for a parameter, of the type that refuses what does not
// exist where it has one. An author who knows the identifier writes it, or a `Parameter`, instead.

extension Value where Subject == Route53.HostedZoneID {
    /// The public hosted zone of a domain.
    ///
    ///     Certificate("api-certificate", for: "api.example.com", in: .existing("public-zone", domain: "example.com"))
    public static func existing(
        _ name: Name, domain: String, file: String = #fileID, line: Int = #line
    ) -> Value {
        lookUp(name, "aws_route53_zone", in: .edge, file: file, line: line) {
            argument("name", domain)
            argument("private_zone", false)
        }
    }
}

extension Value where Subject == EC2.SecurityGroup.ID {
    /// The security group of this name in a network.
    public static func existing(
        _ name: Name, groupName: String, in vpc: Value<EC2.VPC.ID>, file: String = #fileID, line: Int = #line
    ) -> Value {
        lookUp(name, "aws_security_group", in: .security, file: file, line: line) {
            argument("name", groupName)
            argument("vpc_id", vpc)
        }
    }
}

extension Value where Subject == EC2.VPC.ID {
    /// The one network that has all these tags.
    public static func existing(
        _ name: Name, tagged tags: Tag..., file: String = #fileID, line: Int = #line
    ) -> Value {
        lookUp(name, "aws_vpc", in: .network, file: file, line: line) { argument("tags", tags.object) }
    }
}

extension Value where Subject == EC2.Subnet.ID {
    /// The one subnet of a network in a zone that has all these tags.
    public static func existing(
        _ name: Name, in vpc: Value<EC2.VPC.ID>, zone: AvailabilityZone, tagged tags: Tag..., file: String = #fileID,
        line: Int = #line
    ) -> Value {
        lookUp(name, "aws_subnet", in: .network, file: file, line: line) {
            argument("vpc_id", vpc)
            argument("availability_zone", zone)
            argument("tags", tags.object)
        }
    }
}

extension Value where Subject == ARN {
    /// The newest issued certificate for a domain. CloudFront takes its from N. Virginia: `in: .virginia`.
    public static func existingCertificate(
        _ name: Name, for domain: String, in region: Region? = nil, file: String = #fileID, line: Int = #line
    ) -> Value {
        lookUp(name, "aws_acm_certificate", "arn", in: .edge, of: region, file: file, line: line) {
            argument("domain", domain)
            argument("statuses", ["ISSUED"])
            argument("most_recent", true)
        }
    }

    /// The key that an alias leads to, without the `alias/` before it: a policy must name the key itself.
    public static func existingKey(
        _ name: Name, alias: String, file: String = #fileID, line: Int = #line
    ) -> Value {
        lookUp(name, "aws_kms_key", "arn", in: .security, file: file, line: line) {
            argument("key_id", "alias/\(alias)")
        }
    }

    /// The connection to GitHub, GitLab or Bitbucket that somebody has authorised in the console.
    public static func existingConnection(
        _ name: Name, connectionName: String, file: String = #fileID, line: Int = #line
    ) -> Value {
        lookUp(name, "aws_codestarconnections_connection", "arn", in: .deployment, file: file, line: line) {
            argument("name", connectionName)
        }
    }
}

extension Value {
    /// What a data source finds.
    static func lookUp(
        _ name: Name, _ type: String, _ attribute: String = "id", in area: ResourceType.Area, of region: Region? = nil,
        file: String, line: Int, @PropertiesBuilder by arguments: () -> Properties
    ) -> Value {
        let type = ResourceType(
            terraform: .type(type), cloudFormation: .absent(because: "a parameter stands for it"), area: area)
        var found = RawResource(name, type: type, file: file, line: line) {}.existing(foundBy: arguments)
        found.declaration.options.region = region
        return found.attribute(attribute, .ref)
    }
}

/// An argument of a data source.
func argument(_ name: String, _ value: some ExpressionConvertible) -> Row {
    terraformOnly(name, value, because: "CloudFormation cannot search: it asks for a parameter")
}

extension [Tag] {
    fileprivate var object: Expression { .object(map { Expression.Field($0.key, .string($0.value)) }) }
}
