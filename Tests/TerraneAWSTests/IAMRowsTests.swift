import TerraneAWS
import TerraneCore
import Testing

/// The rows of roles and policies, in both dialects.
struct IAMRowsTests {
    private static let policy = IAM.PolicyDocument(
        IAM.Statement.allow("s3:GetObject", on: ["arn:aws:s3:::a/*"], if: .equals("k", "v"), id: "Read"),
        IAM.Statement(.deny, principal: .service("ecs.amazonaws.com"), actions: ["sts:AssumeRole"]))

    @Test func aRole() {
        let resource = IAM.Role("role", roleName: "deploy", description: "Deploys", trust: IAMRowsTests.policy)
        #expect(
            bilingual(resource) == """
                name | RoleName = "deploy"
                description | Description = "Deploys"
                assume_role_policy = json {Version: "2012-10-17", Statement: [{Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::a/*"], Condition: {StringEquals: {k: "v"}}}, {Effect: "Deny", Principal: {Service: "ecs.amazonaws.com"}, Action: ["sts:AssumeRole"]}]} | AssumeRolePolicyDocument = {Version: "2012-10-17", Statement: [{Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::a/*"], Condition: {StringEquals: {k: "v"}}}, {Effect: "Deny", Principal: {Service: "ecs.amazonaws.com"}, Action: ["sts:AssumeRole"]}]}
                """)
    }

    @Test func aRolePolicy() {
        let resource = IAM.RolePolicy("policy", policyName: "deploy", of: "role", IAMRowsTests.policy)
        #expect(
            bilingual(resource) == """
                name | PolicyName = "deploy"
                role = "role" | Roles = ["role"]
                policy = json {Version: "2012-10-17", Statement: [{Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::a/*"], Condition: {StringEquals: {k: "v"}}}, {Effect: "Deny", Principal: {Service: "ecs.amazonaws.com"}, Action: ["sts:AssumeRole"]}]} | PolicyDocument = {Version: "2012-10-17", Statement: [{Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::a/*"], Condition: {StringEquals: {k: "v"}}}, {Effect: "Deny", Principal: {Service: "ecs.amazonaws.com"}, Action: ["sts:AssumeRole"]}]}
                """)
    }

    @Test func aManagedPolicy() {
        let resource = IAM.ManagedPolicy("policy", policyName: "brake", description: "Brakes", IAMRowsTests.policy)
        #expect(
            bilingual(resource) == """
                name | ManagedPolicyName = "brake"
                description | Description = "Brakes"
                policy = json {Version: "2012-10-17", Statement: [{Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::a/*"], Condition: {StringEquals: {k: "v"}}}, {Effect: "Deny", Principal: {Service: "ecs.amazonaws.com"}, Action: ["sts:AssumeRole"]}]} | PolicyDocument = {Version: "2012-10-17", Statement: [{Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::a/*"], Condition: {StringEquals: {k: "v"}}}, {Effect: "Deny", Principal: {Service: "ecs.amazonaws.com"}, Action: ["sts:AssumeRole"]}]}
                """)
    }

    @Test func anIdentityProvider() {
        let resource = IAM.OIDCProvider("github", host: "token.example.com", audiences: ["sts.amazonaws.com"])
        #expect(
            bilingual(resource) == """
                url | Url = "https://token.example.com"
                client_id_list | ClientIdList = ["sts.amazonaws.com"]
                """)
    }
}
