import TerraneCore
import Testing

@testable import TerraneAWS

struct ExistingTests {
    private func lookup<Subject>(_ value: Value<Subject>) -> Lookup? {
        if case .lookup(let lookup) = value.expression { lookup } else { nil }
    }

    private func arguments<Subject>(_ value: Value<Subject>) -> [String] {
        lookup(value)?.source.arguments.rows.map { row in
            guard case .value(let value) = row.content else { return "?" }
            return "\(row.terraform ?? "?") = \(value.shortText)"
        } ?? []
    }

    @Test func aHostedZoneIsFoundByItsDomain() {
        let zone: Value<Route53.HostedZoneID> = .existing("public-zone", domain: "example.com")
        #expect(lookup(zone)?.source.type == "aws_route53_zone")
        #expect(arguments(zone) == ["name = \"example.com\"", "private_zone = false"])
        #expect(lookup(zone)?.parameter.name == "public-zone-id")
        #expect(lookup(zone)?.parameter.cloudFormationType == "AWS::Route53::HostedZone::Id")
    }

    @Test func aCertificateIsFoundInItsRegion() {
        let certificate: Value<ARN> = .existingCertificate("cdn", for: "example.com", in: .virginia)
        #expect(lookup(certificate)?.source.region == .virginia)
        #expect(
            arguments(certificate) == ["domain = \"example.com\"", "statuses = [\"ISSUED\"]", "most_recent = true"])
    }

    @Test func aKeyIsFoundByItsAlias() {
        #expect(arguments(Value<ARN>.existingKey("key", alias: "koemo")) == ["key_id = \"alias/koemo\""])
    }

    @Test func aConnectionIsFoundByItsName() {
        let connection: Value<ARN> = .existingConnection("github", connectionName: "koemo-github")
        #expect(lookup(connection)?.source.type == "aws_codestarconnections_connection")
        #expect(arguments(connection) == ["name = \"koemo-github\""])
    }

    @Test func aSecurityGroupIsFoundInItsNetwork() {
        let group: Value<EC2.SecurityGroup.ID> = .existing("office", groupName: "office", in: "vpc-1")
        #expect(arguments(group) == ["name = \"office\"", "vpc_id = \"vpc-1\""])
        #expect(lookup(group)?.parameter.cloudFormationType == "AWS::EC2::SecurityGroup::Id")
    }

    // MARK: What follows from a name

    @Test func aSecretIsNamedByItsARN() {
        let secret = SecretsManager.Secret.existing("jwt", secretName: "koemo/jwt")
        let arn = "\"arn:(<partition>):secretsmanager:(<region>):(<account>):secret:koemo/jwt\""
        #expect(secret.arn.expression.shortText == arn)
        #expect(Secret("JWT_SECRET", from: secret).arn.expression.shortText == arn)
    }

    @Test func aSecretKnowsItsKey() {
        let secret = SecretsManager.Secret.existing("jwt", secretName: "koemo/jwt", encryptedWith: "arn:key")
        #expect(Secret("JWT_SECRET", from: secret).key == "arn:key")
    }

    @Test(arguments: [("/koemo/token", "/koemo/token"), ("token", "/token")])
    func aParameterIsNamedByItsARN(path: String, end: String) {
        let parameter = SSM.Parameter.existing("token", path: path)
        #expect(
            parameter.arn.expression.shortText
                == "\"arn:(<partition>):ssm:(<region>):(<account>):parameter\(end)\"")
    }

    @Test func whatAContainerIsStartedFromMayExist() {
        let images = ECR.Repository.existing("images", repositoryName: "koemo-backend")
        #expect(images.url.expression.shortText == "\"(<account>).dkr.ecr.(<region>).amazonaws.com/koemo-backend\"")
        #expect(images.arn.expression.shortText.hasSuffix(":repository/koemo-backend\""))
        #expect(images.id.text == "koemo-backend")
    }

    @Test func rolesBucketsAndProvidersAreNamedByTheirARN() {
        let role = IAM.Role.existing("role", roleName: "deployer")
        #expect(role.arn.expression.shortText == "\"arn:(<partition>):iam::(<account>):role/deployer\"")
        let bucket = S3.Bucket.existing("bucket", bucketName: "logs")
        #expect(bucket.arn.expression.shortText == "\"arn:(<partition>):s3:::logs\"")
        #expect(arguments(bucket.regionalHost) == ["bucket = \"logs\""])
        let provider = IAM.OIDCProvider.existing("github", host: "token.actions.githubusercontent.com")
        #expect(provider.arn.expression.shortText.hasSuffix(":oidc-provider/token.actions.githubusercontent.com\""))
    }
}
