import Terrane

/// Who learns of what: alarms, the logs behind them, and a board to look at.
extension Koemo {
    var oncall: AlertTopic {
        AlertTopic("koemo-alerts", subscribers: ["oncall": .email(alertEmail.value)])
    }

    var alertEmail: Parameter<String> {
        Parameter("alert_email", description: "Where alarms and budget alerts are sent")
    }

    /// What the application measures of itself.
    var application: MetricNamespace { MetricNamespace("KOEMO") }

    var apiRequests: Metric { application.count("koemo.api.request.count") }
    var apiResponseTime: Metric { application.duration("koemo.api.response.time") }
    var matchingQueue: Metric { application.gauge("koemo.matching.queue.size") }
    var activeCalls: Metric { application.gauge("koemo.calls.active.count") }
    var usersOnline: Metric { application.gauge("koemo.users.online.count") }
    var messagesSent: Metric { application.count("koemo.messages.sent.count") }

    @ContentBuilder var monitoring: Content {
        oncall
        criticalAlarms
        warningAlarms
        logs
        if !isStandby { board }
    }

    @ContentBuilder private var criticalAlarms: Content {
        Alarm("koemo-cpu-high", on: backend.metrics.cpu, above: .percent(80), notify: oncall)
        Alarm("koemo-memory-high", on: backend.metrics.memory, above: .percent(85), notify: oncall)
        Alarm("koemo-error-rate", on: balancer.metrics.errorRate, above: .percent(5), notify: oncall)
        if !isStandby {
            AtlasAlert(
                "koemo-database-connections", in: project, on: .connections, above: .percent(90),
                notify: .email(alertEmail.value))
        }
    }

    @ContentBuilder private var warningAlarms: Content {
        Alarm(
            "koemo-response-time", on: balancer.metrics.responseTime, above: .milliseconds(500), severity: .warning,
            notify: oncall)
        Alarm(
            "koemo-matching-queue", on: matchingQueue, above: 100, for: .minutes(5), severity: .warning, notify: oncall)
        if !isStandby {
            AtlasAlert(
                "koemo-database-disk", in: project, on: .diskSpace, above: .percent(80), severity: .warning,
                notify: .email(alertEmail.value))
        }
    }

    // MARK: Logs

    /// The application writes JSON: an error is a level, a security event a mark in the text.
    private var errors: Logs.MetricFilter {
        Logs.MetricFilter(
            "koemo-errors", filterName: "ERROR_FILTER", of: backend.logs.id, matching: .json("level", equals: "error"),
            countedAs: "LoggedErrors", namespace: "KOEMO")
    }

    private var securityEvents: Logs.MetricFilter {
        Logs.MetricFilter(
            "koemo-security-events", filterName: "SECURITY_FILTER", of: backend.logs.id, matching: .term("[SECURITY]"),
            countedAs: "LoggedSecurityEvents", namespace: "KOEMO")
    }

    @ContentBuilder private var logs: Content {
        Logs.LogGroup("koemo-api-gateway-logs", groupName: "/aws/apigateway/koemo", retention: .twoWeeks)
        errors
        securityEvents
        Alarm("koemo-errors-logged", on: errors.count, above: 0, severity: .warning, notify: oncall)
        Alarm("koemo-security-events-logged", on: securityEvents.count, above: 0, notify: oncall)
    }

    // MARK: Board

    private var board: CloudWatch.Dashboard {
        CloudWatch.Dashboard(
            "koemo-board", dashboardName: "koemo-\(environment.name)",
            widgets: [
                .graph("Tasks", backend.metrics.cpu, backend.metrics.memory),
                .graph("Requests", balancer.metrics.requests, balancer.metrics.targetErrors),
                .graph("Response time", balancer.metrics.responseTime, apiResponseTime),
                .graph("Cache", sessions.metrics.cpu, sessions.metrics.memory),
                .graph("Calls", activeCalls, usersOnline, matchingQueue),
                .graph("Messages and API requests", messagesSent, apiRequests),
            ])
    }
}
