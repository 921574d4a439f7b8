import Terrane

/// Who learns of what: what the document calls alerts, and what the application measures of itself.
extension Morrow {
    var alerts: AlertTopic { AlertTopic("morrow-alerts", subscribers: ["oncall": .email(alertEmail.value)]) }

    var alertEmail: Parameter<String> { Parameter("alert_email", description: "Where alarms are sent") }

    var application: MetricNamespace { MetricNamespace("Morrow") }

    @ContentBuilder var monitoring: Content {
        alerts
        errorRate
        responseTime
        Alarm(
            "morrow-cpu", on: backend.metrics.cpu, above: .percent(80), for: .minutes(10), severity: .warning,
            notify: alerts)
        Alarm(
            "morrow-database-connections", on: database.metrics.connectionShare, above: .percent(80),
            severity: .warning, notify: alerts)
        applicationAlarms
        board
    }

    /// The two that take a new version back.
    var errorRate: Alarm {
        Alarm(
            "morrow-error-rate", on: balancer.metrics.errorRate.every(.minutes(1)), above: .percent(1),
            for: .minutes(5), notify: alerts)
    }

    var responseTime: Alarm {
        Alarm(
            "morrow-response-time", on: balancer.metrics.responseTime.statistic(.p99), above: .milliseconds(500),
            notify: alerts)
    }

    @ContentBuilder private var applicationAlarms: Content {
        Alarm(
            "morrow-api-response-time", on: application.duration("APIResponseTime"), above: .milliseconds(200),
            for: .minutes(5), severity: .warning, notify: alerts)
        Alarm(
            "morrow-api-error-rate", on: application.share("ErrorRate"), above: .percent(1), for: .minutes(5),
            severity: .warning, notify: alerts)
        Alarm(
            "morrow-api-database-connections", on: application.gauge("DatabaseConnections"), above: 80,
            for: .minutes(5), severity: .warning, notify: alerts)
    }

    private var board: CloudWatch.Dashboard {
        CloudWatch.Dashboard(
            "morrow-board", dashboardName: "morrow-\(environment.name)",
            rows: [
                [
                    .graph("Backend", backend.metrics.cpu, backend.metrics.memory),
                    .graph("Requests", balancer.metrics.requests, balancer.metrics.errorRate),
                ],
                [
                    .graph("Response time", balancer.metrics.responseTime, application.duration("APIResponseTime")),
                    .graph("Database", database.metrics.cpu, database.metrics.connections),
                ],
            ])
    }
}
