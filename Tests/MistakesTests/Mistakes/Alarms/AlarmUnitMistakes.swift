import Terrane

extension Mistake {
    static var alarmUnits: [Mistake] { [percentOfOne, overHundred, milliseconds, gibibytes] }

    private static let databaseMetrics = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html"

    private static var percentOfOne: Mistake {
        Mistake(
            "An alarm that is always on: 0.8 of a metric in percent",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html", .graph,
            caughtBy: "percent-of-one"
        ) {
            Watched.oncall
            Watched.alarm(Watched.cpu, .above, 0.8)  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(Watched.cpu, .above, 80)
        }
    }

    private static var overHundred: Mistake {
        Mistake(
            "An alarm that never goes off: more than all of the CPU", databaseMetrics, .graph, caughtBy: "over-hundred"
        ) {
            Watched.oncall
            Watched.alarm(database("CPUUtilization", .percent), .above, 800)  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(database("CPUUtilization", .percent), .above, 80)
        }
    }

    private static var milliseconds: Mistake {
        Mistake(
            "An alarm that never goes off: 500 seconds where milliseconds were meant",
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html",
            .graph, caughtBy: "seconds-not-milliseconds"
        ) {
            Watched.oncall
            Watched.alarm(responseTime, .above, 500)  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(responseTime, .above, 0.5)
        }
    }

    private static var responseTime: Metric {
        Metric("TargetResponseTime", namespace: "AWS/ApplicationELB", dimensions: Watched.balancer, unit: .seconds)
    }

    private static var gibibytes: Mistake {
        Mistake(
            "A full disk without an alarm: 10 bytes where gibibytes were meant", databaseMetrics, .graph,
            caughtBy: "bytes-not-larger-units"
        ) {
            Watched.oncall
            Watched.alarm(database("FreeStorageSpace", .bytes), .below, 10)  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(database("FreeStorageSpace", .bytes), .below, 10_737_418_240)
        }
    }

    private static func database(_ name: String, _ unit: Metric.Unit) -> Metric {
        Metric(name, namespace: "AWS/RDS", dimensions: Watched.database, unit: unit)
    }
}
