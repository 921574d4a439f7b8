import TerraneAWS
import TerraneCore
import Testing

@Suite struct PolicyCheckTests {
    private func policy(_ conditions: IAM.Statement.Condition...) -> IAM.RolePolicy {
        IAM.RolePolicy(
            "p", policyName: "p", of: "r",
            IAM.PolicyDocument(IAM.Statement(.allow, actions: ["s3:GetObject"], resources: ["*"], conditions: conditions)))
    }

    @Test func aConditionThatWouldOverwriteAnotherIsAnError() {
        #expect(
            policy(.equals("k", "a"), .equals("k", "b")).check().map(\.summary)
                == ["policy 'p' asks 'StringEquals' of 'k' twice in one statement"])
    }

    @Test func conditionsThatDifferInTestOrKeyAreNoError() {
        #expect(policy(.equals("k", "a", "b"), .like("k", "c"), .equals("l", "d")).check().isEmpty)
    }

    @Test func aRoleNameHasSixtyFourCharactersAtMost() {
        func role(_ length: Int) -> IAM.Role {
            IAM.Role(
                "r", roleName: String(repeating: "r", count: length), description: "",
                trust: IAM.PolicyDocument(IAM.Statement(.allow, principal: .service("a.amazonaws.com"), actions: ["sts:AssumeRole"])))
        }
        #expect(role(65).check().count == 1)
        #expect(role(64).check().isEmpty)
    }

    @Test func whatAFilterPatternQuotesIsEscaped() {
        #expect(Logs.FilterPattern.term(#"a\b"c"#).text == #""a\\b\"c""#)
    }
}
