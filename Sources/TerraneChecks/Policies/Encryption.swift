import TerraneCore

extension Policy {
    /// Databases, caches, disks and file systems encrypt what they store ("Encrypting Amazon RDS resources", Amazon RDS User
    /// Guide). S3, DynamoDB and SQS do so by themselves.
    public static let encryptionAtRest = Policy(.encryptionAtRest, "data at rest are encrypted") { inventory in
        encryptedStores.flatMap { type, attribute in
            inventory.all(type, where: attribute, isNot: true).filter { !$0.isCopy }.map {
                $0.breach("stores its data unencrypted", help: "Set `\(attribute)`. It cannot be changed later.")
            }
        }
    }

    private static let encryptedStores = [
        ("aws_db_instance", "storage_encrypted"), ("aws_rds_cluster", "storage_encrypted"),
        ("aws_elasticache_replication_group", "at_rest_encryption_enabled"), ("aws_efs_file_system", "encrypted"),
        ("aws_ebs_volume", "encrypted"), ("aws_redshift_cluster", "encrypted"),
        ("aws_opensearch_domain", "encrypt_at_rest/enabled"), ("aws_docdb_cluster", "storage_encrypted"),
        ("aws_neptune_cluster", "storage_encrypted"),
    ]

    /// What crosses a network is encrypted: caches, listeners that forward, distributions.
    public static let encryptionInTransit = Policy(
        .encryptionInTransit, "data are encrypted on their way"
    ) { inventory in
        inventory.all("aws_elasticache_replication_group", where: "transit_encryption_enabled", isNot: true).map {
            $0.breach("talks to its clients in the clear", help: "Set `transit_encryption_enabled`.")
        }
            + inventory.all("aws_lb_listener").filter(\.servesInTheClear).map {
                $0.breach("serves HTTP in the clear", help: "Redirect to HTTPS, and serve from that listener.")
            }
            + inventory.all("aws_cloudfront_distribution").filter(\.letsViewersChooseHTTP).map {
                $0.breach("lets viewers use HTTP", help: "Use the viewer protocol policy `redirect-to-https`.")
            }
    }
}

extension Inventory.Item {
    /// Whether it is made from another store, whose encryption it has.
    fileprivate var isCopy: Bool {
        ["replicate_source_db", "snapshot_identifier", "replication_source_identifier", "global_cluster_identifier"]
            .contains { !self[$0].isAbsent }
    }

    fileprivate var servesInTheClear: Bool {
        self["protocol"].text == "HTTP" && parts("default_action").contains { $0["type"].text == "forward" }
    }

    fileprivate var letsViewersChooseHTTP: Bool {
        (parts("default_cache_behavior") + parts("ordered_cache_behavior")).contains {
            $0["viewer_protocol_policy"].text == "allow-all"
        }
    }
}
