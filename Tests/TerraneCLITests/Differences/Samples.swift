import Foundation
import TerraneCompiler
import TerraneCore

@testable import TerraneCLI

/// Changes as a comparison finds them.
enum Samples {
    static let identifier = PropertyChange(
        terraform: "identifier", cloudFormation: "DBInstanceIdentifier", before: "\"shop-database\"",
        after: "\"shop-db\"")

    static let lost = Consequence(
        .dataLoss, terraform: .will, cloudFormation: .will, "the database is replaced, and what it stores is lost",
        rule: "create-only", authority: "registry schema of AWS::RDS::DBInstance, createOnlyProperties",
        property: "identifier")

    static var database: ResourceChange {
        change(
            "shop-database", "AWS::RDS::DBInstance", "aws_db_instance.shop_database", line: 21, [identifier], [lost])
    }

    static var listener: ResourceChange {
        change(
            "shop-web/listener", is: .touched, "AWS::ElasticLoadBalancingV2::Listener",
            "aws_lb_listener.shop_web_listener",
            line: 30, [],
            [
                Consequence(
                    .replacement, terraform: .may, cloudFormation: .no, "the listener is replaced", rule: "cascade",
                    authority: "plan of hashicorp/aws 6.18.0", cause: "shop-database")
            ])
    }

    static var alarm: ResourceChange {
        change(
            "shop-cpu", is: .added, "AWS::CloudWatch::Alarm", "aws_cloudwatch_metric_alarm.shop_cpu", line: 40, [],
            [
                Consequence(
                    .other, terraform: .will, cloudFormation: .will, "the alarm is made", rule: "added", authority: "")
            ])
    }

    static func tag(_ name: Name) -> ResourceChange {
        change(
            name, "AWS::S3::Bucket", "aws_s3_bucket.\(name)", line: 50,
            [PropertyChange(terraform: "tags/Team", cloudFormation: "Tags/Team", before: "\"a\"", after: "\"b\"")],
            [
                Consequence(
                    .cosmetic, terraform: .will, cloudFormation: .will, "its tags change", rule: "tags", authority: "")
            ]
        )
    }

    static func change(
        _ name: Name, is kind: ResourceChange.Kind = .changed, _ type: String?, _ address: String?, line: Int,
        _ properties: [PropertyChange], _ consequences: [Consequence]
    ) -> ResourceChange {
        ResourceChange(
            name: name, kind: kind, terraformAddress: address, cloudFormationType: type,
            logicalID: name.path.split { "/-".contains($0) }.map(\.capitalized).joined(),
            source: SourceLocation(file: "stacks/Shop.swift", line: line), properties: properties,
            consequences: consequences)
    }

    static func difference(_ changes: [ResourceChange], in environment: String = "production") -> Difference {
        Difference(stack: "shop", environment: environment, changes: changes)
    }

    static let rename = RenameSuggestion(
        older: ["shop-old"], newer: ["shop-new"], resources: 3,
        source: SourceLocation(file: "stacks/Shop.swift", line: 9))
    static let ambiguous = RenameSuggestion(
        older: ["a|b", "c"], newer: ["d"], resources: 1, source: SourceLocation(file: "stacks/Shop.swift", line: 7))

    static var renamed: DifferenceReport {
        let suggestions = [rename, ambiguous]
        return report(
            ["staging", "production"].map {
                Difference(stack: "shop", environment: $0, changes: [alarm], suggestions: suggestions)
            })
    }

    static func report(_ differences: [Difference]) -> DifferenceReport {
        DifferenceReport(older: "main (1a2b3c4)", newer: "the stacks", differences)
    }

    /// A database lost in two environments, and what else there is in one.
    static var shop: DifferenceReport {
        var report = report([
            difference([database], in: "staging"),
            difference([tag("shop-files"), alarm, listener, database]),
        ])
        report.added = [DifferenceReport.LoneStack(label: "shop/standby", resources: 12)]
        report.references = { _ in ["shop-web/listener": ["shop-database"], "shop-api": ["shop-database"]] }
        return report
    }

    static func text(_ report: DifferenceReport) -> String {
        DifferenceText(report: report, place: { "Shop.swift:\($0.line)" }, paint: { text, _ in text }).lines.joined(
            separator: "\n")
    }

    static func markdown(_ report: DifferenceReport) -> String {
        DifferenceMarkdown(report: report) { "Shop.swift:\($0.line)" }.text()
    }
}

/// A judge of the proofs' environment, or of the machine.
enum MarkdownReader {
    /// A Python that has a reader of CommonMark.
    static let python: URL? = {
        let places = [
            Program.package.appendingPathComponent(".build/proofs/venv/bin/python3").path, "/usr/bin/python3",
        ]
        return places.map { URL(fileURLWithPath: $0) }.first { python in
            FileManager.default.isExecutableFile(atPath: python.path)
                && (try? Program(at: python).run("-c", "import markdown_it"))?.status == 0
        }
    }()
}
