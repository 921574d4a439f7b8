import Terrane
import Testing

@testable import TerraneChecks

@Suite struct PolicyChecksTests {
    private static func rules(_ statements: IAM.Statement...) -> [String] {
        CheckedStack {
            IAM.RolePolicy("policy", policyName: "policy", of: "shop-task", IAM.PolicyDocument(statements))
        }.identityRules
    }

    private static func trust(_ statement: IAM.Statement) -> [String] {
        CheckedStack {
            IAM.Role("role", roleName: "shop", description: "The shop", trust: IAM.PolicyDocument(statement))
        }.identityRules
    }

    @Test func patternsOfActionsAndNewActionsAreLeftAlone() {
        #expect(Self.rules(.allow("s3:Get*", "S3:getobject", "ec2:DescribeInstancesV2", on: ["*"])) == [])
        #expect(Self.rules(.allow("s3:FrobnicateEverything", on: ["*"])) == [])
        #expect(Self.rules(.allow("s3:GetObjcet", on: ["*"])) == ["unknown-action"])
    }

    @Test func anActionOfOneOtherServiceIsThatServices() {
        #expect(Self.rules(.allow("cloudwatch:PutLogEvents", on: ["*"])) == ["unknown-action"])
        #expect(Self.rules(.allow("ecs:TagResource", on: ["*"])) == [])
    }

    @Test func lateResourcesAndConditionsAreNotGuessedAt() {
        let bucket = Parameter<ARN>("bucket", default: "not-an-arn").value
        #expect(Self.rules(.allow("s3:GetObject", on: [bucket])) == [])
        #expect(Self.rules(.allow("s3:GetObject", on: ["\(bucket)/*", "arn:aws:s3:::shop*"])) == [])
    }

    @Test func anAccountHasTwelveDigitsAndAPartitionThereIs() {
        #expect(Self.rules(.allow("sqs:*", on: ["arn:aws:sqs:eu-west-1:1234:queue"])) == ["malformed-resource"])
        #expect(
            Self.rules(.allow("sqs:*", on: ["arn:amazon:sqs:eu-west-1:111122223333:queue"])) == ["malformed-resource"])
        #expect(Self.rules(.allow("sqs:*", on: ["arn:*:sqs:*:*:queue"])) == [])
    }

    @Test func conditionOperatorsMayHaveSetsAndIfExists() {
        let conditions: [IAM.Statement.Condition] = [
            .equals("aws:a", "b").forAnyValue.ifPresent, .exists("aws:c"), .init("stringequals", "aws:d", ["e"]),
        ]
        #expect(
            Self.rules(IAM.Statement(.allow, actions: ["s3:GetObject"], resources: ["*"], conditions: conditions)) == []
        )
        #expect(
            Self.rules(.allow("s3:GetObject", on: ["*"], if: .init("NullIfExists", "a", ["b"]))) == [
                "condition-operator"
            ])
    }

    @Test func aBoundaryAndAPolicyThatDeniesMayAllowEverything() {
        #expect(Self.rules(.allow("*", on: ["*"])) == ["allows-everything"])
        #expect(Self.rules(.allow("*", on: ["*"]), .deny("iam:*", on: ["*"])) == [])
        let ceiling = IAM.ManagedPolicy(
            "ceiling", policyName: "ceiling", description: "The most", IAM.PolicyDocument(.allow("*", on: ["*"])))
        let stack = CheckedStack {
            ceiling
            bounded(by: ceiling)
        }
        #expect(stack.identityRules == [])
    }

    private func bounded(by policy: IAM.ManagedPolicy) -> IAM.Role {
        var role = IAM.Role(
            "role", roleName: "shop", description: "The shop",
            trust: IAM.PolicyDocument(
                IAM.Statement(.allow, principal: .service("lambda.amazonaws.com"), actions: ["sts:AssumeRole"])))
        role.boundary = policy.arn
        return role
    }

    @Test func anyClaimOfAJobTellsItApart() {
        let claim = IAM.Statement.Condition.equals("token.actions.githubusercontent.com:job_workflow_ref", "shop/ci")
        let statement = IAM.Statement(
            .allow, principal: .federated(GitHubProvider.existing), actions: ["sts:AssumeRoleWithWebIdentity"],
            conditions: [claim])
        #expect(Self.trust(statement) == [])
        var open = statement
        open.conditions = []
        #expect(Self.trust(open) == ["trust-without-subject"])
    }

    @Test func servicesWithPartsInTheirNamesAreKnown() {
        for host in [
            "delivery.logs.amazonaws.com", "ecs-tasks.amazonaws.com", "dlm.amazonaws.com",
            "logs.eu-west-1.amazonaws.com",
        ] {
            #expect(Self.trust(IAM.Statement(.allow, principal: .service(host), actions: ["sts:AssumeRole"])) == [])
        }
    }

    @Test func rawPoliciesAreReadAsTypedOnesAre() {
        let type = ResourceType(terraform: "aws_iam_policy", cloudFormation: "AWS::IAM::ManagedPolicy", area: .security)
        let statement = Expression.object([
            .init("Sid", .string("One")), .init("Effect", .string("Allow")), .init("NotAction", .string("iam:*")),
            .init("Resource", .string("*")),
        ])
        let stack = CheckedStack {
            RawResource("policy", type: type) {
                document(
                    "policy", "PolicyDocument", Expression.object([.init("Statement", .list([statement, statement]))]))
            }
        }
        #expect(stack.identityRules == ["allows-all-but-some", "statement-identifier-twice"])
    }

    @Test func policiesOfARoleShareAQuota() {
        let many = (1...150).map { Value<ARN>("arn:aws:s3:::shop-uploads/customers/\($0)/*") }
        let role = IAM.Role(
            "role", roleName: "shop", description: "The shop",
            trust: IAM.PolicyDocument(
                IAM.Statement(.allow, principal: .service("lambda.amazonaws.com"), actions: ["sts:AssumeRole"])))
        let stack = CheckedStack {
            role
            for part in ["one", "other"] {
                IAM.RolePolicy(
                    Name(part), policyName: part, of: role.id, IAM.PolicyDocument(.allow("s3:GetObject", on: many)))
            }
        }
        #expect(stack.identityRules == ["inline-policies-too-large"])
    }
}

extension CheckedStack {
    var identityRules: [String] { Set(Checks.identity(inventory).map(\.rule)).sorted() }
    var alarmRules: [String] { Set(Checks.alarms(inventory).map(\.rule)).sorted() }
    var edgeRules: [String] { Set(Checks.edge(inventory).map(\.rule)).sorted() }
}
