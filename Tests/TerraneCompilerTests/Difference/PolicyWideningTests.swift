import TerraneCore
import Testing

@testable import TerraneCompiler

/// Whether a policy allows more than it did.
@Suite struct PolicyWideningTests {
    @Test(arguments: [
        ("s3:*", "s3:GetObject"), ("*", "s3:*"), ("s3:Get*", "s3:GetObject*"), ("a?c", "abc"), ("a*c", "a*b*c"),
        ("a*", "a?"),
    ])
    func aWiderPatternCoversANarrowerOne(wide: String, narrow: String) {
        #expect(Wildcard.covers(wide, narrow))
        #expect(!Wildcard.covers(narrow, wide))
    }

    @Test(arguments: [("a?c", "a*c"), ("s3:Get*", "s3:*"), ("ab", "abc"), ("*b", "*c"), ("", "a")])
    func anotherPatternIsNotCovered(wide: String, narrow: String) {
        #expect(!Wildcard.covers(wide, narrow))
    }

    @Test func anotherActionResourceOrPrincipalIsWider() {
        let base = statement(["s3:Get*"], ["arn:b/*"])
        #expect(widening([base], [statement(["s3:Put*"], ["arn:b/*"])])?.rule == "permissions-widened")
        #expect(widening([base], [statement(["s3:Get*"], ["arn:c/*"])])?.certainty == .will)
        #expect(widening([base], [base, statement(["kms:Decrypt"], ["*"])])?.summary == "it allows kms:Decrypt on *")
    }

    @Test func whatWasAllowedBeforeIsNotWider() {
        let base = statement(["s3:Get*", "s3:List*"], ["arn:b", "arn:b/*"])
        #expect(widening([base], [statement(["s3:getObject"], ["arn:b/x"])]) == nil)
        #expect(widening([base], [statement(["s3:List*"], ["arn:b"]), statement(["s3:Get*"], ["arn:b/*"])]) == nil)
        #expect(widening([base], []) == nil)
        #expect(widening([base], [base, statement(["s3:*"], ["*"], effect: "Deny")]) == nil)
    }

    @Test func aConditionLessIsWiderAndOneMoreIsNot() {
        let free = statement(["s3:*"], ["*"])
        let bound = statement(["s3:*"], ["*"], condition: ["aws:SourceVpc": "vpc-1"])
        #expect(widening([bound], [free]) != nil)
        #expect(widening([free], [bound]) == nil)
    }

    @Test func aDenialThatIsLiftedMayAllowMore() {
        let denial = statement(["s3:Delete*"], ["*"], effect: "Deny")
        #expect(widening([denial], [])?.rule == "denial-lifted")
        #expect(widening([denial], [])?.certainty == .may)
        #expect(widening([denial], [denial]) == nil)
    }

    @Test func aResourceThatIsKnownOnlyOnceDeployedMayBeAnother() {
        func on(_ name: Name) -> Expression {
            .object([
                .init("Effect", "Allow".expression), .init("Action", "s3:GetObject".expression),
                .init("Resource", Thing(name).id.expression),
            ])
        }
        #expect(widening([on("a")], [on("b")])?.certainty == .may)
        #expect(widening([on("a")], [on("a")]) == nil)
    }

    @Test func everyoneIsExposureAndNotOnlyAPermission() {
        let everyone = statement(["s3:GetObject"], ["arn:b/*"], principal: "*")
        let account = statement(["s3:GetObject"], ["arn:b/*"], principal: "111122223333")
        #expect(widening([account], [everyone])?.isForEveryone == true)
        #expect(widening([everyone], [account]) == nil)
        #expect(widening([], [account])?.isForEveryone == false)
    }

    @Test func whoMayTakeOnARoleIsNamed() {
        let trust = statement(["sts:AssumeRole"], [], principal: "444455556666")
        #expect(widening([], [trust], at: "assume_role_policy")?.summary == "AWS: 444455556666 can take it on")
    }

    @Test(arguments: [true, false]) func aProviderVouchesForEveryoneUnlessItsSubjectIsAsked(isAsked: Bool) {
        let condition: [Expression.Field] =
            isAsked ? [.init("StringLike", .object([.init("token.example:sub", "repo:a/b".expression)]))] : []
        let trust = Expression.object([
            .init("Effect", "Allow".expression), .init("Action", "sts:AssumeRoleWithWebIdentity".expression),
            .init("Principal", .object([.init("Federated", "arn:p".expression)])),
            .init("Condition", .object(condition)),
        ])
        let found = widening([], [trust], at: "assume_role_policy")
        #expect(found?.isForEveryone == !isAsked)
        #expect(found?.rule == (isAsked ? "new-trust" : "trust-opened"))
    }

    @Test func whatIsTakenAwayIsWhatTheOthersDoNotAllow() {
        let both = statement(["s3:GetObject", "s3:PutObject"], ["arn:b/*"])
        let one = statement(["s3:GetObject"], ["arn:b/*"])
        let lost = NewGrants(in: statements([both]), besides: statements([one]))
        #expect(lost.actions.all == ["s3:PutObject"] && lost.resources.all == ["arn:b/*"])
        #expect(NewGrants(in: statements([one]), besides: statements([both])).isEmpty)
    }

    // MARK: Documents

    private func widening(
        _ before: [Expression], _ after: [Expression], at path: String = "policy"
    ) -> PolicyWidening? {
        PolicyWidening(from: statements(before), to: statements(after), at: path)
    }

    private func statements(_ list: [Expression]) -> [PolicyStatement] {
        PolicyStatement.all(in: .object([.init("Statement", .list(list))]))
    }

    private func statement(
        _ actions: [String], _ resources: [String], effect: String = "Allow", principal: String? = nil,
        condition: [String: String] = [:]
    ) -> Expression {
        var fields: [Expression.Field] = [
            .init("Effect", .string(effect)), .init("Action", .list(actions.map { .string($0) })),
        ]
        if !resources.isEmpty { fields.append(.init("Resource", .list(resources.map { .string($0) }))) }
        if let principal {
            fields.append(
                .init("Principal", principal == "*" ? .string("*") : .object([.init("AWS", .string(principal))])))
        }
        if !condition.isEmpty {
            let keys = condition.map { Expression.Field($0.key, .string($0.value)) }
            fields.append(.init("Condition", .object([.init("StringEquals", .object(keys))])))
        }
        return .object(fields)
    }
}
