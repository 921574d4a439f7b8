import Terrane

extension Mistake {
    static var watchedMetrics: [Mistake] {
        [
            namespace, metricOfAnotherNamespace, misspeltMetric, filteredMetric, noCluster, balancerDimension,
            balancerARN, distributionInTokyo, drawnMetric,
        ]
    }

    private static let balancerMetrics =
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html"

    private static var namespace: Mistake {
        Mistake(
            "An alarm that stays at INSUFFICIENT_DATA: the namespace is called otherwise",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html",
            .graph,
            caughtBy: "unknown-namespace"
        ) {
            Watched.oncall
            Watched.alarm(requests(in: "AWS/ALB"), .above, 1000)  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(requests(in: "AWS/ApplicationELB"), .above, 1000)
        }
    }

    private static func requests(in namespace: String) -> Metric {
        Metric("RequestCount", namespace: namespace, dimensions: Watched.balancer, unit: .count, statistic: .sum)
    }

    private static var metricOfAnotherNamespace: Mistake {
        Mistake(
            "An alarm that stays at INSUFFICIENT_DATA: the count of tasks is a metric of Container Insights",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html", .graph,
            caughtBy: "unknown-metric"
        ) {
            Watched.oncall
            Watched.alarm(tasks(in: "AWS/ECS"), .below, 1)  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(tasks(in: "ECS/ContainerInsights"), .below, 1)
        }
    }

    private static func tasks(in namespace: String) -> Metric {
        Metric("RunningTaskCount", namespace: namespace, dimensions: Watched.service, unit: .count)
    }

    private static var misspeltMetric: Mistake {
        Mistake(
            "An alarm that stays at INSUFFICIENT_DATA: names of metrics are compared letter for letter",
            balancerMetrics, .graph, caughtBy: "unknown-metric"
        ) {
            Watched.oncall
            Watched.alarm(errors("HTTPCode_Target_5xx_Count"), .above, 10)  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(errors("HTTPCode_Target_5XX_Count"), .above, 10)
        }
    }

    private static func errors(_ name: String) -> Metric {
        Metric(name, namespace: "AWS/ApplicationELB", dimensions: Watched.balancer, unit: .count, statistic: .sum)
    }

    private static var filteredMetric: Mistake {
        Mistake(
            "An alarm on a metric that no filter of the log group counts",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html", .graph,
            caughtBy: "unknown-metric"
        ) {
            Watched.oncall
            filter
            Watched.alarm(Metric("LoggedError", namespace: "Shop", unit: .count, statistic: .sum), .above, 5)  // mistake
        } legal: {
            Watched.oncall
            filter
            Watched.alarm(filter.count, .above, 5)
        }
    }

    private static var filter: Logs.MetricFilter {
        Logs.MetricFilter(
            "errors", filterName: "errors", of: "/ecs/web", matching: .term("ERROR"), countedAs: "LoggedErrors",
            namespace: "Shop")
    }

    private static var noCluster: Mistake {
        Mistake(
            "An alarm that stays at INSUFFICIENT_DATA: a service is known by its cluster and its name",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-metrics.html", .graph,
            caughtBy: "metric-lacks-dimension"
        ) {
            Watched.oncall
            Watched.alarm(  // mistake
                Metric(
                    "CPUUtilization", namespace: "AWS/ECS", dimensions: [.init("ServiceName", "web")], unit: .percent))
        } legal: {
            Watched.oncall
            Watched.alarm(Watched.cpu)
        }
    }

    private static var balancerDimension: Mistake {
        Mistake(
            "An alarm that stays at INSUFFICIENT_DATA: the dimension of a classic load balancer",
            "https://github.com/hashicorp/terraform/issues/8808", .graph, caughtBy: "unknown-dimension"
        ) {
            Watched.oncall
            Watched.alarm(responseTime(of: [.init("LoadBalancerName", "web")]), .above, 2)  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(responseTime(of: Watched.balancer), .above, 2)
        }
    }

    private static func responseTime(of balancer: [Metric.Dimension]) -> Metric {
        Metric("TargetResponseTime", namespace: "AWS/ApplicationELB", dimensions: balancer, unit: .seconds)
    }

    private static var balancerARN: Mistake {
        Mistake(
            "An alarm that stays at INSUFFICIENT_DATA: a load balancer is known by the end of its ARN",
            balancerMetrics, .graph, caughtBy: "dimension-value"
        ) {
            Watched.oncall
            Watched.alarm(  // mistake
                responseTime(
                    of: [
                        .init(
                            "LoadBalancer",
                            "arn:aws:elasticloadbalancing:ap-northeast-1:111122223333:loadbalancer/app/web/0123456789abcdef"
                        )
                    ]), .above, 2)
        } legal: {
            Watched.oncall
            Watched.alarm(responseTime(of: Watched.balancer), .above, 2)
        }
    }

    private static var distributionInTokyo: Mistake {
        Mistake(
            "An alarm that stays at INSUFFICIENT_DATA: CloudFront publishes to us-east-1 alone",
            "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html",
            .graph, caughtBy: "metric-elsewhere"
        ) {
            Watched.oncall
            Watched.alarm(distributionErrors, .above, 5)  // mistake
        } legal: {
            Watched.oncall.region(.virginia)
            Watched.alarm(distributionErrors, .above, 5).region(.virginia)
        }
    }

    private static var distributionErrors: Metric {
        Metric(
            "5xxErrorRate", namespace: "AWS/CloudFront",
            dimensions: [.init("DistributionId", "E1234567890ABC"), .init("Region", "Global")], unit: .percent)
    }

    private static var drawnMetric: Mistake {
        Mistake(
            "A graph without lines: Amazon RDS publishes the memory that is free, not what is used",
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html", .graph,
            caughtBy: "unknown-metric"
        ) {
            CloudWatch.Dashboard(  // mistake
                "board", widgets: [.graph("Memory", memory("MemoryUtilization"))])
        } legal: {
            CloudWatch.Dashboard("board", widgets: [.graph("Memory", memory("FreeableMemory"))])
        }
    }

    private static func memory(_ name: String) -> Metric {
        Metric(name, namespace: "AWS/RDS", dimensions: Watched.database, unit: .bytes)
    }
}
