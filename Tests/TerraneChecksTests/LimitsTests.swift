import Terrane
import Testing

@testable import TerraneChecks

/// The facts about names, at their boundaries.
@Suite struct LimitsTests {
    private func rule(_ type: String) throws -> NameRule {
        try #require(NameRule.all.first { $0.type == type })
    }

    @Test func aNameMayBeAsLongAsTheRuleSays() throws {
        for rule in NameRule.all where rule.type != "aws_kms_alias" {
            let longest = String(repeating: "a", count: rule.length.upperBound)
            #expect(rule.problem(with: longest) == nil, "\(rule.type)")
            #expect(rule.problem(with: longest + "a") != nil, "\(rule.type)")
            #expect(rule.problem(with: String(repeating: "a", count: rule.length.lowerBound)) == nil, "\(rule.type)")
            #expect(rule.problem(with: "") != nil, "\(rule.type)")
        }
    }

    @Test func noNameHoldsAControlCharacter() {
        for rule in NameRule.all { #expect(rule.problem(with: "aaa\u{7}") != nil, "\(rule.type)") }
    }

    @Test func hyphensOfADatabaseStandAlone() throws {
        let rule = try rule("aws_db_instance")
        #expect(rule.problem(with: "a--b") != nil)
        #expect(rule.problem(with: "a-") != nil)
        #expect(rule.problem(with: "1a") != nil)
        #expect(rule.problem(with: "a-b-1") == nil)
    }

    @Test func reservedPrefixesAreReservedInAnyCase() throws {
        #expect(try rule("aws_ssm_parameter").problem(with: "/AWS/shop") != nil)
        #expect(try rule("aws_ssm_parameter").problem(with: "/shop/aws") == nil)
        #expect(try rule("aws_kms_alias").problem(with: "alias/aws/s3") != nil)
        #expect(try rule("aws_kms_alias").problem(with: "alias/shop") == nil)
    }

    @Test func eachTypeHasOneRuleForAName() {
        #expect(Set(NameRule.all.map { "\($0.type) \($0.attribute)" }).count == NameRule.all.count)
    }

    @Test func aQuotaNamesAnotherThanItsThingsWhenItIsAdjustable() {
        for quota in Quota.all { #expect(quota.limit > 0 && quota.adjustable != "", "\(quota.type)") }
    }
}
