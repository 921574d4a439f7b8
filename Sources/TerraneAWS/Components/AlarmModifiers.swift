public import TerraneCore

extension Alarm {
    /// The same alarm under the name that CloudWatch shows, where that is not the component's.
    public func called(_ alarmName: Value<String>) -> Alarm {
        with { $0.alarmName = alarmName }
    }

    /// The same alarm that goes off when `count` periods of its duration are over, not all ("M out of N", "Evaluating an
    /// alarm", Amazon CloudWatch User Guide): `Alarm(…, for: .minutes(5), …).datapointsToAlarm(3)`.
    public func datapointsToAlarm(_ count: Int) -> Alarm {
        with { $0.datapoints = count }
    }

    /// The same alarm that takes silence of the metric otherwise: `.breaching` for a heartbeat.
    public func whenDataIsMissing(_ meaning: MissingData) -> Alarm {
        with { $0.missingData = meaning }
    }

    /// The same alarm that also tells when it cannot say any more how the metric is. Silence must count as such, so this
    /// sets `whenDataIsMissing(.missing)` too.
    public func whenDataIsMissing(notify destinations: any AlertDestination...) -> Alarm {
        with {
            $0.missingData = .missing
            $0.silenceTopics = destinations.flatMap { $0.topics(for: severity) }
        }
    }

    /// The same alarm on a percentile that stays as it is while there are too few samples for one.
    public func ignoringFewSamples() -> Alarm {
        with { $0.ignoresFewSamples = true }
    }

    /// The same alarm that also sets something going when it goes off: a scaling policy, a Lambda function, by ARN.
    public func triggering(_ actions: Value<ARN>...) -> Alarm {
        with { $0.actions += actions }
    }

    private func with(_ change: (inout Alarm) -> Void) -> Alarm {
        var copy = self
        change(&copy)
        return copy
    }
}
