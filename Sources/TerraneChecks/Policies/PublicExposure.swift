import TerraneCore

extension Policy {
    /// Nothing but web servers is open to the Internet: no database, no bucket, no port besides 80 and 443 ("Security best
    /// practices for your VPC", Amazon VPC User Guide).
    public static let publicExposure = Policy(.publicExposure, "only web servers are open to the Internet") {
        inventory in
        publicDatabases(inventory) + openBuckets(inventory) + openRules(inventory)
    }

    private static func publicDatabases(_ inventory: Inventory) -> [Breach] {
        ["aws_db_instance", "aws_rds_cluster_instance", "aws_redshift_cluster"].flatMap {
            inventory.all($0, where: "publicly_accessible", is: true)
        }.map {
            $0.breach("has a public address", help: "Set `publicly_accessible` to false; reach it from the network.")
        }
    }

    private static func openBuckets(_ inventory: Inventory) -> [Breach] {
        let locks = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]
        return inventory.all("aws_s3_bucket_public_access_block").flatMap { block in
            locks.filter { !block[$0].isLate && block[$0].flag != true }.map {
                block.breach(
                    "leaves `\($0)` open", help: "Close all four; let CloudFront read a bucket that people see.")
            }
        }
    }

    private static func openRules(_ inventory: Inventory) -> [Breach] {
        let open = inventory.all("aws_vpc_security_group_ingress_rule").filter {
            everywhere.contains($0["cidr_ipv4"].text ?? "") || everywhere.contains($0["cidr_ipv6"].text ?? "")
        }
        return open.filter { !isWeb($0["ip_protocol"], $0["from_port"], $0["to_port"]) }.map {
            $0.breach(opened, help: closing)
        }
            + inventory.all("aws_security_group").filter { group in
                group.parts("ingress").contains { rule in
                    let ranges = (rule["cidr_blocks"].texts ?? []) + (rule["ipv6_cidr_blocks"].texts ?? [])
                    return ranges.contains(where: everywhere.contains)
                        && !isWeb(rule["protocol"], rule["from_port"], rule["to_port"])
                }
            }.map { $0.breach(opened, help: closing) }
    }

    private static let everywhere: Set = ["0.0.0.0/0", "::/0"]
    private static let opened = "opens more than ports 80 and 443 to the Internet"
    private static let closing = "Name the groups or ranges that may connect; put a load balancer before a service."

    /// Whether a rule is about one port of the web, or is not known.
    private static func isWeb(_ transport: Fact, _ first: Fact, _ last: Fact) -> Bool {
        if transport.isLate || first.isLate || last.isLate { return true }
        guard let first = first.integer, let last = last.integer else { return false }
        return first == last && [80, 443].contains(first)
    }
}
