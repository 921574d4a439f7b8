import TerraneCore
import Testing

@testable import TerraneAWS

struct IAMRoleTests {
    private let role = IAM.Role("role", roleName: "koemoTaskRole", description: "Tasks", trust: .tasks)

    @Test func whoMayTakeARoleOnIsTextForTerraformAndAnObjectForCloudFormation() {
        let rows = DataTable(role)
        #expect(rows.terraform["assume_role_policy"] == .json(IAM.PolicyDocument.tasks.expression))
        #expect(rows.cloudFormation["AssumeRolePolicyDocument"] == IAM.PolicyDocument.tasks.expression)
    }

    @Test func itsARNIsForeseen() {
        let foreseen: Value<ARN> = "arn:\(Deployment.partition):iam::\(Deployment.account):role/koemoTaskRole"
        guard case .reference(let reference) = role.arn.expression else {
            Issue.record("no reference")
            return
        }
        #expect(reference.foreseen == foreseen.expression)
    }

    @Test func aPolicyNamesOneRoleForTerraformAndAListForCloudFormation() {
        let policy = IAM.RolePolicy(
            "policy", policyName: "app", of: role.id, IAM.PolicyDocument(.allow("s3:GetObject", on: ["arn:b"])))
        let rows = DataTable(policy)
        #expect(rows.terraform["role"] == role.id.expression)
        #expect(rows.cloudFormation["Roles"] == .list([role.id.expression]))
    }

    @Test func aProviderIsKnownByItsHost() {
        let provider = IAM.OIDCProvider(
            "github", host: "token.actions.githubusercontent.com", audiences: ["sts.amazonaws.com"])
        let rows = DataTable(provider)
        #expect(rows.terraform["url"] == .string("https://token.actions.githubusercontent.com"))
        #expect(rows.cloudFormation["ClientIdList"] == ["sts.amazonaws.com"].expression)
    }
}
