import TerraneCore

extension GraphComparison {
    /// Afterwards each resource that is removed says what goes with it.
    mutating func findRemovals() {
        for position in changes.indices where changes[position].kind == .removed {
            guard let node = changes[position].older else { continue }
            changes[position].consequences.append(
                node.type.persistence.isStateful
                    ? loss(of: node, changes[position]) : removal(of: node, changes[position]))
        }
    }

    /// Terraform's `prevent_destroy` holds only as long as its block is there; CloudFormation goes by the deletion policy of
    /// the template that was deployed.
    private func loss(of node: ResourceNode, _ change: PendingChange) -> Consequence {
        let isProtected = older.protects(node)
        let kept: String? =
            switch node.type.persistence {
            case .snapshot where isProtected: "CloudFormation takes a last snapshot of it"
            case _ where isProtected: "CloudFormation keeps it as an orphan"
            default: nil
            }
        let keeps = isProtected && node.type.persistence == .retain
        let refusal = node.refusesDeletion ? ", unless its deletion protection makes AWS refuse" : ""
        let terraform =
            isProtected
            ? "Terraform destroys it, for prevent_destroy goes with its block, and what it stores is lost\(refusal)"
            : "it is removed, and what it stores is lost\(refusal)"
        return Consequence(
            .dataLoss, terraform: change.terraform(.will), cloudFormation: change.cloudFormation(keeps ? .no : .will),
            [terraform, change.cloudFormation(.will).flatMap { _ in kept }].compactMap(\.self).joined(separator: "; "),
            rule: "stateful-removed",
            authority:
                "The lifecycle meta-argument (Terraform documentation); DeletionPolicy attribute (AWS CloudFormation User Guide)"
        )
    }

    private func removal(of node: ResourceNode, _ change: PendingChange) -> Consequence {
        let loss = RemovalFacts.loss(of: node.type)
        return Consequence(
            loss?.kind ?? .removal, terraform: change.terraform(.will), cloudFormation: change.cloudFormation(.will),
            "it is removed" + (loss.map { ": \($0.words)" } ?? ""), rule: loss?.rule ?? "removed",
            authority: loss?.authority ?? "the two graphs")
    }
}

extension ResourceNode {
    /// Whether the service itself refuses to delete it, as far as that is written.
    fileprivate var refusesDeletion: Bool {
        properties.rows.contains { row in
            guard let name = row.terraform, ResourceNode.protections.contains(name) else { return false }
            if case .value(let value) = row.content { return value.forTerraform.scalarText == "true" }
            return false
        }
    }
}

extension ResourceNode {
    fileprivate static let protections: Set = [
        "deletion_protection", "deletion_protection_enabled", "enable_deletion_protection",
        "termination_protection_enabled",
    ]
}

/// What is missed when a resource is gone, where that is more than the resource.
enum RemovalFacts {
    struct Loss {
        let kind: Consequence.Kind
        let words: String
        let rule: String
        let authority: String
    }

    static func loss(of type: ResourceType) -> Loss? {
        table[type.terraform.typeName ?? ""]
    }

    private static let table: [String: Loss] = {
        var table: [String: Loss] = [:]
        func say(_ types: [String], _ kind: Consequence.Kind, _ words: String, _ rule: String, _ authority: String) {
            for type in types { table[type] = Loss(kind: kind, words: words, rule: rule, authority: authority) }
        }
        say(
            [
                "aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm", "datadog_monitor",
                "mongodbatlas_alert_configuration",
            ],
            .removal, "nobody is told any more when it would have rung", "alarm-removed",
            "Using Amazon CloudWatch alarms (Amazon CloudWatch User Guide)")
        say(
            ["aws_s3_bucket_public_access_block", "aws_s3_account_public_access_block"], .exposure,
            "policies and ACLs may make the bucket public again", "public-access-block-removed",
            "Blocking public access to your Amazon S3 storage (Amazon S3 User Guide)")
        say(
            ["aws_wafv2_web_acl", "aws_wafv2_web_acl_association", "aws_wafv2_ip_set"], .exposure,
            "requests are no longer filtered by it", "firewall-removed", "Web ACLs (AWS WAF Developer Guide)")
        say(
            ["aws_backup_plan", "aws_backup_selection"], .dataLoss,
            "no more backups are taken by it", "backups-removed", "Managing backup plans (AWS Backup Developer Guide)")
        say(
            ["aws_cloudtrail"], .removal, "what happens is no longer recorded", "record-removed",
            "Deleting a trail (AWS CloudTrail User Guide)")
        say(
            ["aws_flow_log"], .removal, "packets are no longer recorded", "record-removed",
            "Delete a flow log (Amazon VPC User Guide)")
        say(
            ["aws_wafv2_web_acl_logging_configuration"], .removal, "requests are no longer recorded", "record-removed",
            "Logging web ACL traffic (AWS WAF Developer Guide)")
        say(
            ["aws_s3_bucket_versioning"], .dataLoss, "what is overwritten or deleted is no longer kept",
            "versioning-suspended", "Using versioning in S3 buckets (Amazon S3 User Guide)")
        say(
            ["aws_s3_bucket_replication_configuration"], .dataLoss, "new objects are no longer copied elsewhere",
            "copies-ended", "Replicating objects (Amazon S3 User Guide)")
        say(
            ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule", "aws_security_group_rule"],
            .downtime, "connections that need it no longer get through", "way-removed",
            "Security group rules (Amazon VPC User Guide)")
        say(
            ["aws_route", "aws_route_table_association"], .downtime, "packets that need it go another way, or none",
            "way-removed", "Configure route tables (Amazon VPC User Guide)")
        say(
            ["aws_appautoscaling_policy", "aws_appautoscaling_target", "aws_appautoscaling_scheduled_action"],
            .capacity,
            "capacity no longer follows the load", "scaling-removed",
            "What is Application Auto Scaling? (Application Auto Scaling User Guide)")
        return table
    }()
}
