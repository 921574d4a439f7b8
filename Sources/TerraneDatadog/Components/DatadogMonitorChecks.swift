public import TerraneCore

extension DatadogMonitor {
    public func check() -> [Diagnostic] {
        window.query.check(of: name) + timing + recipients
            + tags.filter { !$0.isWellFormed }.map { .datadogTag(name, $0.text) }
    }

    private var timing: [Diagnostic] {
        var problems: [Diagnostic] = []
        if let warning, comparison == .above ? warning >= critical : warning <= critical {
            problems.append(.datadogWarningAfterAlert(name, warning, critical))
        }
        if window.length < .minutes(1) || window.length > .weeks(1) || window.length.inSeconds % 60 != 0 {
            problems.append(.datadogWindow(name))
        }
        if let silence = options.noDataAfter, silence.inSeconds < 2 * window.length.inSeconds {
            problems.append(.datadogSilence(name))
        }
        return problems
    }

    private var recipients: [Diagnostic] {
        if notifications.isEmpty { return [.datadogMonitorTellsNobody(name)] }
        return notifications.filter { !$0.isOneWord }.map { .datadogHandle(name, $0.handle) }
    }
}

extension DatadogQuery {
    /// What Datadog would not read: metric names are letters, digits, `_` and `.`, and begin with a letter.
    func check(of thing: Name) -> [Diagnostic] {
        metrics.flatMap { metric, scope -> [Diagnostic] in
            let isLegal =
                metric.first.map { $0.isASCII && $0.isLetter } == true && metric.count <= 200
                && metric.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
            return (isLegal ? [] : [.datadogMetric(thing, metric)])
                + scope.filter { !$0.isWellFormed }.map { .datadogTag(thing, $0.text) }
        }
    }
}

extension Diagnostic {
    static func datadogMetric(_ thing: Name, _ metric: String) -> Diagnostic {
        .error(
            "'\(thing)' asks Datadog for a metric '\(metric)'",
            help: "Metric names begin with a letter and go on with letters, digits, '_' and '.': `api.errors`.")
    }

    static func datadogTag(_ thing: Name, _ tag: String) -> Diagnostic {
        .error(
            "'\(thing)' has a tag '\(tag)'",
            help:
                "A tag begins with a letter and goes on with letters, digits, '_', '-', '.', '/' and one ':' before its "
                + "value: `env:production`.")
    }

    static func datadogWarningAfterAlert(_ monitor: Name, _ warning: Double, _ critical: Double) -> Diagnostic {
        .error(
            "monitor '\(monitor)' warns at \(DatadogQuery.text(of: warning)) and alerts at \(DatadogQuery.text(of: critical)) already",
            help: "Put the warning where the metric passes first.")
    }

    static func datadogWindow(_ monitor: Name) -> Diagnostic {
        .error(
            "monitor '\(monitor)' looks at a time that Datadog has no word for",
            help: "Take whole minutes, from one minute to a week.")
    }

    static func datadogSilence(_ monitor: Name) -> Diagnostic {
        .error(
            "monitor '\(monitor)' takes silence for trouble before two of its windows have passed",
            help: "Datadog advises to wait for twice the window at least.")
    }

    static func datadogMonitorTellsNobody(_ monitor: Name) -> Diagnostic {
        .error("monitor '\(monitor)' tells nobody", help: "Add `notify: .slack(\"oncall\")` or another handle.")
    }

    static func datadogHandle(_ monitor: Name, _ handle: String) -> Diagnostic {
        .error(
            "monitor '\(monitor)' tells '\(handle)', which is no handle",
            help: "Handles are one word: name the channel without '#', and no spaces.")
    }
}
