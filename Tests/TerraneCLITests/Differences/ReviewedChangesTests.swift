import Foundation
import TerraneCompiler
import Testing

@testable import TerraneCLI

/// Changes that platform teams make, and what a reviewer has to be told first. Each is one value of a committed graph.
@Suite struct ReviewedChangesTests {
    @Test(arguments: ReviewedChange.all)
    func theHeadlineIsWhatAReviewerHasToKnow(_ change: ReviewedChange) throws {
        let headline = try change.headline()
        #expect(headline == change.expected)
    }
}

struct ReviewedChange: CustomTestStringConvertible, Sendable {
    let stack: String
    let resource: String
    /// Terraform's names of the rows on the way to it, or a member of the resource itself.
    let path: [String]
    /// JSON; empty for what is taken out.
    let value: String
    let expected: String

    init(_ stack: String, _ resource: String, _ path: String, _ value: String, _ expected: String) {
        self.stack = stack
        self.resource = resource
        self.path = path.split(separator: "/").map(String.init)
        self.value = value
        self.expected = expected
    }

    var testDescription: String { "\(resource) \(path.joined(separator: "/")): \(value)" }

    static let all: [ReviewedChange] = {
        let (platform, affiliate, koemo) = ("platform/production", "affiliate-system/production", "koemo/production")
        return [
            ReviewedChange(platform, "platform-database", "allocated_storage", "200", "Resizes 1 database"),
            ReviewedChange(platform, "platform-database", "allocated_storage", "50", "Interrupts 1 database"),
            ReviewedChange(
                platform, "platform-database", "deletion_protection", "false", "May lift the protection of 1 database"),
            ReviewedChange(
                platform, "platform-database", "protected", "false", "May lift the protection of 1 database"),
            ReviewedChange(
                platform, "platform-database", "backup_retention_period", "7", "May lose data of 1 database"),
            ReviewedChange(platform, "platform-database", "backup_retention_period", "31", "Resizes 1 database"),
            ReviewedChange(
                platform, "platform-database", "backup_retention_period", "0", "Weakens the backups of 1 database"),
            ReviewedChange(
                platform, "platform-database", "auto_minor_version_upgrade", "false", "Changes 1 database"),
            ReviewedChange(platform, "platform-database", "multi_az", "false", "May interrupt 1 database"),
            ReviewedChange(platform, "platform-database", "publicly_accessible", "true", "Exposes 1 database"),
            ReviewedChange(
                platform, "platform-database", "instance_class", "\"db.r6g.xlarge\"", "Interrupts 1 database"),
            ReviewedChange(
                platform, "platform-database", "storage_encrypted", "false",
                "Replaces 1 database and loses its data; may replace 1 secret rotation; may change 1 policy and 2 SSM parameters"
            ),
            ReviewedChange(affiliate, "affiliate-redis", "node_type", "\"cache.r6g.large\"", "May interrupt 1 cache"),
            ReviewedChange(
                affiliate, "affiliate-redis", "num_node_groups", "3",
                "Replaces 1 cache and loses its data; may change 2 SSM parameters"),
            ReviewedChange(
                affiliate, "affiliate-redis", "snapshot_retention_limit", "0", "May weaken the backups of 1 cache"),
            ReviewedChange(
                affiliate, "affiliate-alb", "enable_deletion_protection", "false",
                "May lift the protection of 1 load balancer"),
            ReviewedChange(affiliate, "affiliate-alb/https", "port", "8443", "Interrupts 1 listener"),
            ReviewedChange(
                affiliate, "affiliate-web/task", "memory", "\"8192\"", "Resizes 1 task definition; changes 1 service"),
            ReviewedChange(affiliate, "affiliate-web", "desired_count", "0", "Interrupts 1 service"),
            ReviewedChange(
                affiliate, "affiliate-web/scaling/target", "min_capacity", "1", "Resizes 1 scalable target"),
            ReviewedChange(
                koemo, "koemo-mongodb/backups", "restore_window_days", "30", "Changes 1 cloud backup schedule"),
        ]
    }()

    // MARK: Editing

    func headline() throws -> String {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../golden/\(stack)/graph.json")
        let bytes = try Data(contentsOf: file)
        var document = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        var resources = try #require(document["resources"] as? [[String: Any]])
        let position = try #require(resources.firstIndex { $0["name"] as? String == resource }, "no \(resource)")
        resources[position] = try edited(resources[position])
        document["resources"] = resources
        let newer = try JSONSerialization.data(withJSONObject: document, options: .sortedKeys)
        let difference = compare(try readGraphDocument(Array(bytes)), try readGraphDocument(Array(newer)))
        return Headline(DifferenceReport(older: "a", newer: "b", [difference])).description
    }

    private func edited(_ resource: [String: Any]) throws -> [String: Any] {
        var resource = resource
        let value = try JSONSerialization.jsonObject(with: Data(value.utf8), options: .fragmentsAllowed)
        if resource[path[0]] != nil {
            resource[path[0]] = value
        } else {
            let rows = try #require(resource["properties"] as? [[String: Any]])
            resource["properties"] = try edited(rows, path[...], value)
        }
        return resource
    }

    private func edited(_ rows: [[String: Any]], _ path: ArraySlice<String>, _ value: Any) throws -> [[String: Any]] {
        var rows = rows
        let position = try #require(rows.firstIndex { $0["terraform"] as? String == path.first }, "no \(path)")
        if path.count == 1 {
            rows[position]["value"] = value
        } else {
            let inner = try #require(rows[position]["rows"] as? [[String: Any]])
            rows[position]["rows"] = try edited(inner, path.dropFirst(), value)
        }
        return rows
    }
}
