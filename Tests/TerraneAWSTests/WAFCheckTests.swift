import TerraneCore
import Testing

@testable import TerraneAWS

/// What AWS WAF would refuse, and what looks like it and is taken.
struct WAFCheckTests {
    private func problems(_ statement: WAF.Statement, _ action: WAF.Action = .block) -> [Diagnostic] {
        WAF.Rule("Rule", action, statement).check()
    }

    private func group(_ rules: WAF.Rule..., capacity: Int = 100) -> [Diagnostic] {
        WAF.RuleGroup("own", description: "d", capacity: capacity, rules: rules).check()
    }

    @Test func aRateOfEverythingIsThatOfAPart() {
        #expect(
            problems(.rate(limit: 10, window: .minutes(1), by: .everything)) == [.rateOfEverything("Rule")])
        #expect(problems(.rate(limit: 10, window: .minutes(1), by: .everything, of: .label("x"))).isEmpty)
    }

    @Test func aRateIsCountedByOneToFiveParts() {
        func rate(_ parts: [WAF.RateKey.Part]) -> [Diagnostic] {
            problems(.rate(limit: 10, window: .minutes(1), by: .parts(parts)))
        }
        #expect(rate([]) == [.rateKeys("Rule")])
        #expect(rate([.address]) == [.rateKeys("Rule")])
        #expect(rate([.address, .method, .uriPath, .queryString, .header("a"), .header("b")]) == [.rateKeys("Rule")])
        #expect(rate([.address, .method]).isEmpty && rate([.header("a")]).isEmpty)
    }

    @Test func aRuleOfAGroupDoesNotActAsAGroup() {
        let overrides = [WAF.RuleOverride("A", .asGroupSays), .count("B")]
        #expect(
            problems(.managedGroup(.common, overrides: overrides), .asGroupSays) == [.overrideOfGroup("Rule", "A")])
        #expect(problems(.ruleGroup("arn:own", overrides: [.count("B")]), .groupCounts).isEmpty)
    }

    @Test func aGroupLooksAtAPartOfTheRequests() {
        #expect(problems(.managedGroup(.common, of: .not(.label("x"))), .asGroupSays).isEmpty)
        #expect(
            problems(.managedGroup(.common, of: .rate(limit: 10, window: .minutes(1))), .asGroupSays)
                == [.nestedAlone("Rule")])
    }

    @Test func anExpressionHasALength() {
        #expect(problems(.pattern("", in: .uriPath)) == [.patternLength("Rule")])
        #expect(problems(.pattern(String(repeating: "a", count: 513), in: .uriPath)) == [.patternLength("Rule")])
        #expect(problems(.pattern(String(repeating: "a", count: 512), in: .uriPath)).isEmpty)
    }

    @Test func aBodyIsMeasuredAsFarAsItIsRead() {
        #expect(problems(.size(.greater, 65536, of: .body)) == [.sizeOfBody("Rule", 65536)])
        #expect(problems(.size(.atMost, 16385, of: .jsonBody)) == [.sizeOfBody("Rule", 16385)])
        #expect(problems(.size(.greater, 8192, of: .body)).isEmpty)
        #expect(problems(.size(.greater, 65536, of: .queryString)).isEmpty)
    }

    @Test(arguments: [
        (WAF.Statement.Comparison.greater, "MATCH"), (.atLeast, "MATCH"), (.notEqual, "MATCH"), (.less, "NO_MATCH"),
        (.atMost, "NO_MATCH"), (.equal, "NO_MATCH"),
    ])
    func aBodyThatIsNotReadThroughIsLongerThanAny(comparison: WAF.Statement.Comparison, handling: String) {
        let rule = WAF.Rule("Rule", .block, .size(comparison, 8192, of: .body))
        let rows = DataTable(WAF.WebACL("acl", description: "d", rules: [rule]))
        let right = "Rules[0]/Statement/SizeConstraintStatement/FieldToMatch/Body/OversizeHandling"
        #expect(rows.cloudFormation[right]?.shortText == "\"\(handling)\"")
    }

    @Test func anAnswerHasAStatusOfHTTP() {
        #expect(problems(.countries(["KP"]), .answer(.init(199))) == [.answerStatus("Rule", 199)])
        #expect(problems(.countries(["KP"]), .answer(.init(429))).isEmpty)
    }

    @Test func oneKeyForTwoAnswersIsAnError() {
        func answer(_ name: String, _ text: String) -> WAF.Rule {
            WAF.Rule(name, .answer(.init(403, .text("no", text))), .countries(["KP"]))
        }
        #expect(group(answer("a", "No."), answer("b", "Never.")) == [.answerTwice("no")])
        #expect(group(answer("a", "No."), answer("b", "No.")).isEmpty)
    }

    @Test func aRuleGroupHoldsNoGroups() {
        #expect(group(WAF.Rule("common", .asGroupSays, .managedGroup(.common))) == [.groupInGroup("common")])
        #expect(group(WAF.Rule("abroad", .block, .countries(["KP"]))).isEmpty)
    }

    @Test func aRuleGroupHasACapacity() {
        #expect(group(capacity: 0) == [.ruleGroupCapacity("own", 0)])
        #expect(group(capacity: 5001) == [.ruleGroupCapacity("own", 5001)])
        #expect(group(capacity: 5000).isEmpty)
    }

    @Test func aPatternSetHoldsTenExpressions() {
        func set(_ count: Int, length: Int = 1) -> [Diagnostic] {
            let patterns = Array(repeating: String(repeating: "a", count: length), count: count)
            return WAF.PatternSet("set", description: "d", patterns: patterns).check()
        }
        #expect(set(0) == [.patternSet("set")] && set(11) == [.patternSet("set")])
        #expect(set(1, length: 201) == [.patternSet("set")])
        #expect(set(10, length: 200).isEmpty)
    }
}
