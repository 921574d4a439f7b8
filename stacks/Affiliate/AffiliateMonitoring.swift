import Terrane

/// Who learns of what: CloudWatch for the infrastructure, Datadog for the application.
extension Affiliate {
    var alerts: AlertRouting {
        AlertRouting(
            "affiliate",
            every: [
                "incidents": .slack(workspace: slackWorkspace.value, channel: slackChannel.value),
                "oncall": .email(alertEmail.value),
            ],
            critical: ["pager": .pagerDuty(integrationURL: pagerURL)])
    }

    var alertEmail: Parameter<String> { Parameter("alert_email", description: "Where alarms are sent") }
    var slackWorkspace: Parameter<String> { Parameter("slack_workspace", description: "The Slack workspace's ID") }
    var slackChannel: Parameter<String> { Parameter("slack_channel", description: "The ID of #incidents") }
    var pagerURL: Parameter<String> {
        Parameter("pager_url", sensitive: true, description: "PagerDuty's integration URL")
    }

    @ContentBuilder var monitoring: Content {
        alerts
        errorRate
        Alarm("affiliate-cpu", on: web.metrics.cpu, above: .percent(85), severity: .warning, notify: alerts)
        Alarm(
            "affiliate-database-connections", on: database.metrics.connectionShare, above: .percent(80),
            severity: .warning, notify: alerts)
        board
        datadog
    }

    var errorRate: Alarm {
        Alarm(
            "affiliate-error-rate", on: balancer.metrics.errorRate, above: .percent(5), for: .minutes(5),
            notify: alerts)
    }

    private var board: CloudWatch.Dashboard {
        CloudWatch.Dashboard(
            "affiliate-board", dashboardName: "affiliate-system",
            rows: [
                [
                    .graph("ECS Resource Utilization", web.metrics.cpu, web.metrics.memory),
                    .graph(
                        "RDS Performance", database.metrics.connections.statistic(.sum), database.metrics.cpu,
                        database.metrics.freeMemory.statistic(.average)),
                ],
                [.logs("Error Logs", from: [web.logs.id], query: .matching("ERROR").counted(every: .minutes(5)))],
            ])
    }

    /// The application sends its own figures there.
    @ContentBuilder private var datadog: Content {
        DatadogMonitor(
            "affiliate-high-error-rate", titled: "High Error Rate",
            on: .sum("api.errors", from: ["env:production"]), over: .minutes(5), above: 100,
            message: "エラー率が異常に高くなっています", severity: .critical, tags: ["env:production"],
            notify: .slack("oncall"), .pagerDuty)
        DatadogMonitor(
            "affiliate-response-time", titled: "API Response Time",
            on: .average("api.response_time", from: ["env:production"]), over: .minutes(10), above: 1000,
            message: "APIレスポンスタイムが1秒を超えています", severity: .warning, tags: ["env:production"],
            notify: .slack("engineering"))
        DatadogMonitor(
            "affiliate-connection-pool", titled: "Database Connection Pool",
            on: .average("mysql.performance.threads_connected") / .average("mysql.performance.max_connections"),
            over: .minutes(5), above: 0.8, message: "データベース接続プールが80%を超えています",
            notify: .slack("oncall"))
    }
}
