import TerraneCore

extension Policy {
    /// Who came to production, and what a program said there, can be looked up afterwards.
    public static let logging = Policy(.logging, "production is logged", severity: .warning, in: .production) {
        inventory in
        networks(inventory) + doors(inventory) + programs(inventory)
    }

    private static func networks(_ inventory: Inventory) -> [Breach] {
        inventory.all("aws_vpc").filter { network in
            !inventory.referrers(of: network).contains { $0.type == "aws_flow_log" }
        }.map { $0.breach("has no flow log", help: "Give the network one with `.flowLogs(…)`.") }
    }

    private static func doors(_ inventory: Inventory) -> [Breach] {
        inventory.all("aws_lb", where: "access_logs/enabled", isNot: true).map {
            $0.breach("keeps no access log", help: "Give it a bucket for its access logs.")
        }
            + inventory.all("aws_cloudfront_distribution").filter { $0.parts("logging_config").isEmpty }.map {
                $0.breach("keeps no access log", help: "Give it a bucket for its access logs.")
            }
    }

    private static func programs(_ inventory: Inventory) -> [Breach] {
        inventory.tasks.filter { task in
            task.containers?.contains { $0.value("logConfiguration") == nil } == true
        }.map {
            $0.item.breach("has a container whose output is lost", help: "Give the container a log configuration.")
        }
    }
}
