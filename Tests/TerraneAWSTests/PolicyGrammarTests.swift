import TerraneCore
import Testing

@testable import TerraneAWS

/// Policies in IAM's grammar, and what is wrong with some.
struct PolicyGrammarTests {
    private func text(_ statement: IAM.Statement) -> String { statement.expression.shortText }

    private func problems(_ statements: IAM.Statement...) -> [Diagnostic] {
        IAM.PolicyDocument(statements).check(of: "p")
    }

    @Test func everythingButSomeActionsCanBeDenied() {
        #expect(
            text(.denyAllBut("sts:GetCallerIdentity", if: .bool("aws:MultiFactorAuthPresent", false)))
                == #"{Effect: "Deny", NotAction: ["sts:GetCallerIdentity"], Resource: ["*"], Condition: {Bool: {aws:MultiFactorAuthPresent: "false"}}}"#
        )
    }

    @Test func everythingButSomeResourcesCanBeNamed() {
        var statement = IAM.Statement.deny("s3:GetObject", on: [])
        statement.exceptResources = ["arn:a"]
        #expect(text(statement) == #"{Effect: "Deny", Action: ["s3:GetObject"], NotResource: ["arn:a"]}"#)
    }

    @Test func accountsAreTrustedByTheirRoot() {
        let statement = IAM.Statement(.allow, principal: .accounts(["111122223333"]), actions: ["sts:AssumeRole"])
        #expect(text(statement).contains(#"AWS: ["arn:(<partition>):iam::111122223333:root"]"#))
        #expect(
            text(IAM.Statement(.allow, principal: .thisAccount, actions: ["kms:*"]))
                .contains(#"AWS: ["arn:(<partition>):iam::(<account>):root"]"#))
    }

    @Test(arguments: [
        (IAM.Statement.Condition.notEquals("k", "v"), "StringNotEquals", "v"),
        (.notLike("k", "v"), "StringNotLike", "v"),
        (.arnEquals("k", "arn:a"), "ArnEquals", "arn:a"), (.arnLike("k", "arn:*"), "ArnLike", "arn:*"),
        (.arnNotLike("k", "arn:*"), "ArnNotLike", "arn:*"),
        (.ipAddress("192.0.2.0/24", key: "k"), "IpAddress", "192.0.2.0/24"),
        (.notIPAddress("192.0.2.0/24", key: "k"), "NotIpAddress", "192.0.2.0/24"),
        (.bool("k", true), "Bool", "true"), (.exists("k"), "Null", "false"), (.exists("k", false), "Null", "true"),
        (.atMost("k", 3600), "NumericLessThanEquals", "3600"), (.atLeast("k", 1), "NumericGreaterThanEquals", "1"),
        (.equals("k", "v").ifPresent, "StringEqualsIfExists", "v"),
        (.like("k", "v").forAnyValue, "ForAnyValue:StringLike", "v"),
        (.like("k", "v").forAllValues, "ForAllValues:StringLike", "v"),
    ])
    func conditions(condition: IAM.Statement.Condition, test: String, value: String) {
        #expect(condition.test == test && condition.key == "k" && condition.values.map(\.text) == [value])
    }

    @Test func actionsAndExceptionsFromThemAreAnError() {
        var statement = IAM.Statement.deny("s3:*", on: ["*"])
        statement.exceptActions = ["s3:GetObject"]
        #expect(problems(statement) == [.actionsAndExceptions("p", "actions")])
        var other = IAM.Statement.deny("s3:*", on: ["arn:a"])
        other.exceptResources = ["arn:b"]
        #expect(problems(other) == [.actionsAndExceptions("p", "resources")])
        #expect(problems(.denyAllBut("s3:GetObject")).isEmpty)
    }

    @Test func allowingAllButSomeWithoutAConditionIsAnError() {
        var statement = IAM.Statement(.allow, actions: [], resources: ["*"])
        statement.exceptActions = ["iam:*"]
        #expect(problems(statement) == [.allowsAllBut("p")])
        statement.conditions = [.equals("aws:RequestedRegion", "ap-northeast-1")]
        #expect(problems(statement).isEmpty)
    }

    @Test func anIdentifierTwiceIsAnError() {
        #expect(
            problems(.allow("a:B", on: ["*"], id: "A"), .allow("a:C", on: ["*"], id: "A")) == [
                .statementTwice("p", "A")
            ])
        #expect(problems(.allow("a:B", on: ["*"]), .allow("a:C", on: ["*"]), .allow("a:D", on: ["*"], id: "A")).isEmpty)
    }

    @Test func aSessionLastsOneToTwelveHours() {
        func role(_ length: TimeSpan) -> [Diagnostic] {
            var role = IAM.Role("r", roleName: "r", description: "d", trust: IAM.PolicyDocument())
            role.longestSession = length
            return role.check()
        }
        #expect(role(.minutes(30)) == [.sessionLength("r")] && role(.hours(13)) == [.sessionLength("r")])
        #expect(role(.hours(1)).isEmpty && role(.hours(12)).isEmpty)
    }
}
