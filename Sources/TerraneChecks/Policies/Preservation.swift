import TerraneCore

extension Policy {
    /// In production nothing that stores data, and no load balancer, goes by mistake.
    public static let deletionProtection = Policy(
        .deletionProtection, "production is protected from deletion", in: .production
    ) { inventory in
        protections.flatMap { type, attribute in
            inventory.all(type, where: attribute, isNot: true).map {
                $0.breach("can be deleted by mistake", help: "Set `\(attribute)`.")
            }
        }
            + inventory.items.filter { $0.node.type.persistence.isStateful && !inventory.graph.protects($0.node) }.map {
                $0.breach(
                    "goes with its data when it is removed from the stack", help: "Leave out `.protected(false)`.")
            }
    }

    private static let protections = [
        ("aws_db_instance", "deletion_protection"), ("aws_rds_cluster", "deletion_protection"),
        ("aws_lb", "enable_deletion_protection"), ("aws_dynamodb_table", "deletion_protection_enabled"),
        ("mongodbatlas_advanced_cluster", "termination_protection_enabled"),
    ]

    /// In production what cannot be made again is backed up, databases for a week at least ("Introduction to backups", Amazon
    /// RDS User Guide).
    public static let backups = Policy(.backups, "production is backed up for at least seven days", in: .production) {
        inventory in
        ["aws_db_instance", "aws_rds_cluster"].flatMap(inventory.all).filter(\.forgetsWithinAWeek).map {
            $0.breach("keeps its backups for less than a week", help: "Keep them for seven days or more.")
        }
            + inventory.all("mongodbatlas_advanced_cluster", where: "backup_enabled", isNot: true).map {
                $0.breach("is not backed up", help: "Set `backup_enabled`.")
            }
            + inventory.all("aws_dynamodb_table", where: "point_in_time_recovery/enabled", isNot: true).map {
                $0.breach("cannot be restored to a point in time", help: "Enable `point_in_time_recovery`.")
            }
    }
}

extension Inventory.Item {
    /// A replica has what its source has.
    fileprivate var forgetsWithinAWeek: Bool {
        let days = self["backup_retention_period"]
        guard !days.isLate, self["replicate_source_db"].isAbsent, self["replication_source_identifier"].isAbsent else {
            return false
        }
        return (days.integer ?? 0) < 7
    }
}
