import TerraneCore

extension FargateService {
    /// What ECS or CodeDeploy would refuse of the strategy.
    var strategyProblems: [Diagnostic] {
        switch strategy {
        case .codeDeploy(let shift): shift.check(name) + routeProblems(of: shift)
        case .rolling(let update): update.check(name) + pairProblems
        case nil: pairProblems
        }
    }

    private func routeProblems(of shift: TrafficShift) -> [Diagnostic] {
        guard let target else { return [.shiftWithoutBalancer(name)] }
        guard let route = target.shift else { return [.shiftWithoutPair(name)] }
        let testing = shift.hooks.contains { $0.event == .afterAllowTestTraffic } || shift.approval != nil
        return testing && route.test == nil ? [.testWithoutListener(name)] : []
    }

    /// A listener whose targets CodeDeploy moves is left as it is found; nobody would move them.
    private var pairProblems: [Diagnostic] {
        target?.shift == nil ? [] : [.pairWithoutShift(name)]
    }
}

extension RollingUpdate {
    func check(_ service: Name) -> [Diagnostic] {
        let isLegal = (0...100).contains(minimum.ofHundred) && (100...200).contains(maximum.ofHundred)
        if !isLegal { return [.rollingBounds(service)] }
        return minimum == maximum ? [.rollingStandstill(service)] : []
    }
}

extension TrafficShift {
    /// Times of more than two days ("CodeDeploy quotas", AWS CodeDeploy User Guide), and shares that are no whole percent.
    func check(_ service: Name) -> [Diagnostic] {
        var problems = paceProblems(service)
        let longest = TimeSpan.days(2)
        if keepsOldTasks > longest || !keepsOldTasks.isWholeMinutes {
            problems.append(.shiftTime(service, "keeps its old tasks for \(keepsOldTasks.forPeople)"))
        }
        if let approval, approval > longest || approval < .minutes(1) || !approval.isWholeMinutes {
            problems.append(.shiftTime(service, "waits \(approval.forPeople) for approval"))
        }
        var seen: Set<DeploymentHook.Event> = []
        problems += hooks.filter { !seen.insert($0.event).inserted }.map { .hookTwice(service, $0.event.rawValue) }
        return problems
    }

    private func paceProblems(_ service: Name) -> [Diagnostic] {
        switch pace {
        case .allAtOnce: []
        case .canary(let share, let time), .linear(let share, let time):
            (share.isPartInWholePercent ? [] : [.shiftShare(service, share)])
                + (time.isWholeMinutes && (TimeSpan.minutes(1)...TimeSpan.days(2)).contains(time)
                    ? [] : [.shiftTime(service, "lets \(time.forPeople) pass between two steps")])
        }
    }
}

extension TimeSpan {
    fileprivate var isWholeMinutes: Bool { inSeconds >= 0 && inSeconds % 60 == 0 }
}

extension Percentage {
    /// 1 to 99 percent without a fraction.
    var isPartInWholePercent: Bool { Int(exactly: ofHundred).map { (1...99).contains($0) } ?? false }
}

extension Diagnostic {
    static func shiftWithoutBalancer(_ service: Name) -> Diagnostic {
        .error(
            "service '\(service)' is deployed by CodeDeploy, but stands behind no load balancer",
            help: "CodeDeploy moves the traffic of a listener: add `.behind(balancer.target)`, or use `.rolling()`.")
    }

    static func shiftWithoutPair(_ service: Name) -> Diagnostic {
        .error(
            "service '\(service)' is deployed by CodeDeploy, but its load balancer has one target group for it",
            help: "CodeDeploy moves traffic between two: forward to `BlueGreenTargets(group, shiftedBy: .codeDeploy)`.")
    }

    static func pairWithoutShift(_ service: Name) -> Diagnostic {
        .error(
            "service '\(service)' has two target groups between which CodeDeploy moves traffic, but is not deployed by it",
            help: "Add `.deployed(.blueGreen())` or `.deployed(.canary(…))`, or forward to one target group.")
    }

    static func testWithoutListener(_ service: Name) -> Diagnostic {
        .error(
            "deployments of service '\(service)' are tested, but no listener leads to the new tasks meanwhile",
            help: "Give the load balancer a `.testListener(at: 8443)`.")
    }

    static func rollingBounds(_ service: Name) -> Diagnostic {
        .error(
            "service '\(service)' is deployed between bounds that ECS does not take",
            help: "The minimum is 0 to 100 percent of the desired number of tasks, the maximum 100 to 200.")
    }

    static func rollingStandstill(_ service: Name) -> Diagnostic {
        .error(
            "service '\(service)' may neither start nor stop a task during a deployment",
            help: "Lower the minimum, or raise the maximum.")
    }

    static func shiftShare(_ service: Name, _ share: Percentage) -> Diagnostic {
        .error(
            "service '\(service)' moves \(Metric.text(of: share.ofHundred)) percent of its traffic at a time",
            help: "CodeDeploy takes 1 to 99 whole percent.")
    }

    static func shiftTime(_ service: Name, _ what: String) -> Diagnostic {
        .error("a deployment of service '\(service)' \(what)", help: "CodeDeploy takes whole minutes, up to two days.")
    }

    static func hookTwice(_ service: Name, _ event: String) -> Diagnostic {
        .error(
            "deployments of service '\(service)' call two functions at '\(event)'",
            help: "CodeDeploy calls one: let it do the work of both.")
    }
}
