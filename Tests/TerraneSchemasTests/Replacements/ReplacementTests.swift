import Testing

@testable import TerraneSchemas

/// How the rules of replacement are read, and what they say of an edit.
@Suite struct ReplacementTests {
    private func replacement(_ words: String, fallback: String? = nil) -> Replacement {
        Replacement(Replacement.Rule(words), authority: "a test", fallback: fallback)
    }

    @Test func aStarIsAlwaysAndAQuestionMarkIsUnknown() {
        #expect(replacement("*").rule == .always)
        #expect(replacement("*").verdict(on: .unset) == .will)
        #expect(replacement("?").rule == .unknown)
        #expect(replacement("?").verdict(on: .change) == .may)
    }

    @Test func aKindOfChangeThatIsNotListedIsLikeAnyOther() {
        let rule = replacement("change set?")
        #expect(rule.verdict(on: .increase) == .will)
        #expect(rule.verdict(on: .set) == .may)
        #expect(rule.verdict(on: .unset) == .no)
    }

    @Test func aChangeOfAnUnknownKindMayBeTheOneThatReplaces() {
        let rule = replacement("decrease")
        #expect(rule.verdict(on: .decrease) == .will)
        #expect(rule.verdict(on: .increase) == .no)
        #expect(rule.verdict(on: .change) == .may)
        #expect(replacement("change grow-").verdict(on: .change) == .may)
        #expect(replacement("change grow-").verdict(on: .grow) == .no)
        #expect(replacement("change grow-").verdict(on: .shrink) == .will)
    }

    @Test func aScalarIsJudgedByItsValues() {
        let rule = replacement("decrease disable set")
        #expect(rule.verdict(from: "20", to: "9") == .will)
        #expect(rule.verdict(from: "9", to: "20") == .no)
        #expect(rule.verdict(from: "true", to: "false") == .will)
        #expect(rule.verdict(from: nil, to: "x") == .will)
        #expect(rule.verdict(from: "x", to: "x") == .no)
    }

    @Test func whatIsNotWrittenCountsAsTheDefault() {
        let rule = replacement("change", fallback: "false")
        #expect(rule.verdict(from: nil, to: "false") == .no)
        #expect(rule.verdict(from: nil, to: "true") == .will)
        #expect(rule.verdict(from: "true", to: nil) == .will)
    }

    @Test func cloudFormationReplacesByCreateOnlyProperties() {
        let region = "ap-northeast-1"
        let name = Replacements.cloudFormation("AWS::RDS::DBInstance", "DBInstanceIdentifier", in: region)
        #expect(name.rule == .always)
        #expect(name.authority == "registry schema of AWS::RDS::DBInstance, createOnlyProperties")
        let engine = Replacements.cloudFormation("AWS::RDS::DBInstance", "Engine", in: region)
        #expect(engine.rule == .unknown)
        #expect(engine.authority == "registry schema of AWS::RDS::DBInstance, conditionalCreateOnlyProperties")
        #expect(Replacements.cloudFormation("AWS::RDS::DBInstance", "DBInstanceClass", in: region).rule == .never)
        #expect(Replacements.cloudFormation("Own::Made::Type", "Name", in: region).rule == .unknown)
    }

    @Test func aPartOfACreateOnlyPropertyCounts() {
        let type = "AWS::EC2::TransitGatewayConnectPeer"
        func rule(_ path: String) -> Replacement.Rule { Replacements.cloudFormation(type, path, in: "us-east-1").rule }
        #expect(rule("ConnectPeerConfiguration/BgpConfigurations/PeerAsn") == .always)
        #expect(rule("ConnectPeerConfiguration") == .always)
        #expect(rule("Tags") == .never)
    }
}
