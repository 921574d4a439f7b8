import Terrane

/// Who learns of what.
extension RainbowSeeker {
    var alerts: AlertTopic {
        AlertTopic("rainbow-seeker-alerts", subscribers: ["oncall": .email(alertEmail.value)])
    }

    var alertEmail: Parameter<String> { Parameter("alert_email", description: "Where alarms are sent") }

    @ContentBuilder var monitoring: Content {
        alerts
        highCPU
        Alarm(
            "rainbow-seeker-db-connections", on: database.metrics.connections.statistic(.average), above: 80,
            for: .minutes(10), severity: .warning, notify: alerts)
        Alarm(
            "rainbow-seeker-errors", on: balancer.metrics.errorRate, above: .percent(5), for: .minutes(5),
            notify: alerts)
        board
    }

    var highCPU: Alarm {
        Alarm(
            "rainbow-seeker-high-cpu", on: api.metrics.cpu, above: .percent(80), for: .minutes(10), severity: .warning,
            notify: alerts)
    }

    private var board: CloudWatch.Dashboard {
        CloudWatch.Dashboard(
            "rainbow-seeker-board", dashboardName: "rainbow-seeker-\(environment.name)",
            widgets: [
                .graph("API", api.metrics.cpu, api.metrics.memory),
                .graph("Machine learning", learning.metrics.cpu, learning.metrics.memory),
                .graph("Requests", balancer.metrics.requests, balancer.metrics.errorRate),
                .graph("Database", database.metrics.cpu, database.metrics.connections, database.metrics.freeStorage),
            ])
    }
}
