import Foundation
import TerraneCompiler
import TerraneCore
import Testing

@testable import TerraneCLI

@Suite struct DifferenceTextTests {
    @Test func whatIsLostComesFirstAndCosmeticsAreCounted() {
        #expect(
            Samples.text(Samples.shop) == """
                Replaces 2 databases and loses their data; may replace 1 listener; adds 1 alarm; touches up 1 bucket; and 1 more change.
                Compared with main (1a2b3c4), 3 stacks differ

                Data loss: 1
                -/+ shop-database (database) in shop/staging, shop/production
                    Shop.swift:21  aws_db_instance.shop_database  ShopDatabase
                    will: the database is replaced, and what it stores is lost
                      because of identifier; create-only: registry schema of AWS::RDS::DBInstance, createOnlyProperties
                    identifier: "shop-database" → "shop-db"

                Replacement: 1
                ~   shop-web/listener (listener) in shop/production
                    Shop.swift:30  aws_lb_listener.shop_web_listener  ShopWebListener
                    Terraform may, CloudFormation will not: the listener is replaced
                      because of shop-database; cascade: plan of hashicorp/aws 6.18.0

                Other changes: 1
                +   shop-cpu (alarm) in shop/production
                    Shop.swift:40  aws_cloudwatch_metric_alarm.shop_cpu  ShopCpu
                    will: the alarm is made

                Cosmetic: 1 (shop-files)

                Stacks
                + shop/standby: new, with 12 resources
                """)
    }

    @Test func whatLooksRenamedIsSaidOnceAndFirst() {
        let text = Samples.text(Samples.renamed)
        #expect(
            text.contains(
                """
                2 stacks differ

                Looks renamed: 2
                  Shop.swift:9: 'shop-new' looks like 'shop-old' under another name (3 resources): write \
                `.renamed(from: "shop-old")` behind it, or it is destroyed and made anew
                  Shop.swift:7: 'a|b', 'c' go and 'd' come
                """), "\(text)")
        #expect(
            Report(Samples.renamed).findings.map(\.rule) == ["diff/other", "diff/looks-renamed", "diff/looks-renamed"])
    }

    @Test func nothingIsSaidOfNothing() {
        let report = Samples.report([Samples.difference([])])
        #expect(Samples.text(report) == "Compared with main (1a2b3c4), no stack differs")
        #expect(report.exitCode == 0)
    }

    @Test func aDroppedStackStaysDeployed() {
        var report = Samples.report([])
        report.removed = [DifferenceReport.LoneStack(label: "shop/old", resources: 1)]
        #expect(
            Samples.text(report).hasSuffix(
                "- shop/old: no longer there. What was deployed of it, 1 resource, stays until somebody destroys it."))
        #expect(report.exitCode == 2)
    }

    @Test func aLongTextIsComparedInItsPartsAndNeverFloods() {
        let actions = (1...500).map { "\"s3:Get\($0)\"" }.joined(separator: ",")
        let more = actions.replacingOccurrences(of: "s3:Get250\"", with: "s3:*\"")
        let change = Samples.change(
            "shop-role", "AWS::IAM::Role", "aws_iam_role.shop_role", line: 3,
            [PropertyChange(terraform: "policy", cloudFormation: nil, before: actions, after: more)],
            [
                Consequence(
                    .permissions, terraform: .will, cloudFormation: nil, "it may do more", rule: "r", authority: "")
            ])
        let text = Samples.text(Samples.report([Samples.difference([change])]))
        #expect(text.contains("    policy:\n      -\"s3:Get250\",\n      +\"s3:*\","))
        #expect(text.contains("    Terraform will: it may do more"))
        let other = ShownProperty(
            PropertyChange(terraform: "x", cloudFormation: nil, before: actions, after: actions.uppercased() + "!"))
        #expect(other.lines.count <= 11 && other.lines.last?.hasSuffix("more lines") == true)
    }

    @Test func hostileTextsCommandNoTerminal() {
        let evil = "a\u{1B}[31m\u{202E}\r\nb"
        let change = Samples.change(
            Name(evil), evil, evil, line: 1,
            [PropertyChange(terraform: evil, cloudFormation: nil, before: evil, after: evil + "c")],
            [Consequence(.other, terraform: .will, cloudFormation: .will, evil, rule: evil, authority: evil)])
        let text = Samples.text(Samples.report([Samples.difference([change], in: evil)]))
        #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\r" })
    }

    @Test(arguments: [
        ("AWS::ElasticLoadBalancingV2::TargetGroup", "2 target groups"), ("AWS::WAFv2::WebACL", "2 web ACLs"),
        ("AWS::IAM::ManagedPolicy", "2 managed policies"), ("AWS::RDS::DBCluster", "2 database clusters"),
        ("AWS::EC2::EIP", "2 Elastic IP addresses"), ("", "2 resources"),
    ])
    func typesAreCalledAsPeopleCallThem(type: String, expected: String) {
        let change = Samples.change("x", type, nil, line: 1, [], [])
        #expect(ResourceNoun(change).counted(2) == expected)
    }

    @Test func theSurerChangeOfARankComesFirst() {
        func change(_ name: Name, _ certainty: Consequence.Certainty, _ kind: Consequence.Kind) -> ResourceChange {
            Samples.change(
                name, nil, nil, line: 1, [],
                [Consequence(kind, terraform: certainty, cloudFormation: nil, "s", rule: "r", authority: "")])
        }
        let changes = [
            change("a", .will, .cosmetic), change("b", .no, .dataLoss), change("c", .may, .exposure),
            change("d", .will, .exposure), change("e", .may, .dataLoss),
        ]
        let ranked = RankedChange.ranked([Samples.difference(changes)])
        #expect(ranked.map(\.change.name) == ["e", "d", "c", "b", "a"])
        #expect(ranked.map(\.kind) == [.dataLoss, .exposure, .exposure, .other, .cosmetic])
    }

    @Test(
        arguments: [
            ([], 2), (["data-loss"], 3), (["replacement"], 3), (["exposure"], 2), (["any"], 3),
            (["exposure", "data-loss"], 3),
        ] as [([String], Int32)])
    func theThresholdDecidesTheExitCode(thresholds: [String], code: Int32) {
        var report = Samples.report([Samples.difference([Samples.database])])
        report.thresholds = Set(thresholds.compactMap(ChangeThreshold.init))
        #expect(report.exitCode == code)
    }
}
