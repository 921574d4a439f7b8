import Terrane

extension Mistake {
    static var alarmTiming: [Mistake] {
        [period, subMinute, datapoints, tooFarBack, missingData, percentile, unknownLine, bracket]
    }

    private static let putMetricAlarm =
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html"
    private static let metricMath =
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html"

    private static var period: Mistake {
        Mistake(
            "ValidationError: Period must be 10, 20, 30 or a multiple of 60", putMetricAlarm, .graph,
            caughtBy: "alarm-period"
        ) {
            Watched.oncall
            Watched.alarm(Watched.cpu.every(.seconds(90)))  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(Watched.cpu.every(.seconds(120)))
        }
    }

    private static var subMinute: Mistake {
        Mistake(
            "An alarm that lapses into INSUFFICIENT_DATA: the metric has a value once a minute", putMetricAlarm, .graph,
            caughtBy: "period-below-minute"
        ) {
            Watched.oncall
            Watched.alarm(Watched.cpu.every(.seconds(10)))  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(Watched.cpu.every(.seconds(60)))
        }
    }

    private static var datapoints: Mistake {
        Mistake(
            "ValidationError: DatapointsToAlarm must be less than or equal to EvaluationPeriods", putMetricAlarm,
            .graph,
            caughtBy: "datapoints-over-periods"
        ) {
            Watched.oncall
            Watched.alarm(Watched.cpu, periods: 3, datapoints: 5)  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(Watched.cpu, periods: 5, datapoints: 3)
        }
    }

    private static var tooFarBack: Mistake {
        Mistake(
            "ValidationError: Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400)",
            putMetricAlarm, .graph,
            caughtBy: "alarm-looks-too-far-back"
        ) {
            Watched.oncall
            Watched.alarm(Watched.cpu.every(.minutes(5)), periods: 289)  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(Watched.cpu.every(.minutes(5)), periods: 288)
        }
    }

    private static var missingData: Mistake {
        Mistake(
            "ValidationError: TreatMissingData is not one of missing, ignore, breaching, notBreaching",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html", .graph,
            caughtBy: "missing-data-meaning"
        ) {
            Watched.oncall
            Watched.alarm(Watched.cpu)  // mistake
                .overriding { row("treat_missing_data", "TreatMissingData", "notbreaching") }
        } legal: {
            Watched.oncall
            Watched.alarm(Watched.cpu).overriding { row("treat_missing_data", "TreatMissingData", "notBreaching") }
        }
    }

    private static var percentile: Mistake {
        Mistake(
            "ValidationError: a percentile over 100",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html", .graph,
            caughtBy: "statistic"
        ) {
            Watched.oncall
            Watched.alarm(Watched.cpu.statistic(.percentile(999)))  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(Watched.cpu.statistic(.percentile(99.9)))
        }
    }

    private static var unknownLine: Mistake {
        Mistake(
            "ValidationError: Undefined variable in the expression of an alarm", metricMath, .graph,
            caughtBy: "unknown-query"
        ) {
            Watched.oncall
            Watched.alarm(errors("100 * error / requests"), .above, 5)  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(errors("100 * errors / requests"), .above, 5)
        }
    }

    private static var bracket: Mistake {
        Mistake(
            "ValidationError: Syntax error in the expression of an alarm", metricMath, .graph,
            caughtBy: "unbalanced-expression"
        ) {
            Watched.oncall
            Watched.alarm(errors("100 * FILL(errors, 0 / requests"), .above, 5)  // mistake
        } legal: {
            Watched.oncall
            Watched.alarm(errors("100 * FILL(errors, 0) / requests"), .above, 5)
        }
    }

    private static func errors(_ expression: String) -> Metric {
        let count = { (name: String) in
            Metric(name, namespace: "AWS/ApplicationELB", dimensions: Watched.balancer, unit: .count, statistic: .sum)
        }
        return Metric(
            math: expression,
            [.init("errors", count("HTTPCode_Target_5XX_Count")), .init("requests", count("RequestCount"))],
            label: "Errors", unit: .percent)
    }
}
