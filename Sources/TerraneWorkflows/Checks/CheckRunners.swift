import TerraneCore

extension Workflow {
    /// There is a machine for each job, and it lives long enough.
    func checkRunners() -> [Diagnostic] {
        jobs.filter { $0.call == nil }.flatMap { $0.checkRunner() }
    }
}

extension Job {
    fileprivate func checkRunner() -> [Diagnostic] {
        if runner.labels.contains("self-hosted") { return [] }
        var found = runner.labels.flatMap { label -> [Diagnostic] in
            if HostedRunners.retired.contains(label) { return [.retiredRunner(label, at: source)] }
            return HostedRunners.misspelt(label).map { [.unknownRunner(label, $0, at: source)] } ?? []
        }
        let systems = Set(runner.labels.compactMap(HostedRunners.system))
        if systems.count > 1 { found.append(.runnerOfTwoSystems(runner.labels, at: source)) }
        if let system = systems.first, systems.count == 1, system != "ubuntu", container != nil || !services.isEmpty {
            found.append(.containerWithoutLinux(id, at: source))
        }
        if systems.count == 1, timeout > .minutes(360) { found.append(.timeoutBeyondRunner(id, timeout, at: source)) }
        return found
    }
}

/// The machines that GitHub offers ("GitHub-hosted runners reference", GitHub Docs; retirements: the images' announcements in
/// `actions/runner-images`).
private enum HostedRunners {
    static let labels: Set<String> = [
        "ubuntu-latest", "ubuntu-24.04", "ubuntu-22.04", "ubuntu-24.04-arm", "ubuntu-22.04-arm", "ubuntu-slim",
        "windows-latest", "windows-2025", "windows-2022", "windows-11-arm", "macos-latest", "macos-26", "macos-15",
        "macos-14", "macos-latest-large", "macos-latest-xlarge", "macos-26-large", "macos-26-xlarge", "macos-15-large",
        "macos-15-xlarge", "macos-15-intel", "macos-14-large", "macos-14-xlarge", "macos-26-intel",
    ]

    static let retired: Set<String> = [
        "ubuntu-16.04", "ubuntu-18.04", "ubuntu-20.04", "windows-2016", "windows-2019", "macos-10.15", "macos-11",
        "macos-12", "macos-13",
    ]

    /// `ubuntu`, `windows` or `macos`, for a label of GitHub's own.
    static func system(of label: String) -> String? {
        guard labels.contains(label) || retired.contains(label) else { return nil }
        return label.split(separator: "-").first.map(String.init)
    }

    /// What a label was meant to be. Larger runners have names that their owners choose, so only what differs by a slip counts.
    static func misspelt(_ label: String) -> String? {
        guard !labels.contains(label), label.utf8.allSatisfy({ !$0.isASCIIDigit }),
            let near = Suggestion.nearest(to: label, among: labels.sorted()), !label.hasPrefix(near),
            abs(near.utf8.count - label.utf8.count) <= 1
        else { return nil }
        return near
    }
}

extension Diagnostic {
    fileprivate static func retiredRunner(_ label: String, at place: SourceLocation) -> Diagnostic {
        .warning(
            "GitHub has retired the runner '\(label)', so the job waits for a machine that never comes",
            help: "Take a newer image, `.ubuntu24` for instance.", at: place)
    }

    fileprivate static func unknownRunner(_ label: String, _ near: String, at place: SourceLocation) -> Diagnostic {
        .warning(
            "no runner of GitHub's has the label '\(label)'", help: "Did you mean '\(near)'?", at: place)
    }

    fileprivate static func runnerOfTwoSystems(_ labels: [String], at place: SourceLocation) -> Diagnostic {
        .error(
            "no machine has all of the labels \(labels.map { "'\($0)'" }.joined(separator: ", "))",
            help: "A job runs on one machine with every label; use a matrix to run it on several.", at: place)
    }

    fileprivate static func containerWithoutLinux(_ job: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "'\(job)' has a container, but its runner is no Linux machine",
            help: "Containers of jobs and services run on Linux alone: `.ubuntu24`.", at: place)
    }

    fileprivate static func timeoutBeyondRunner(
        _ job: String, _ timeout: TimeSpan, at place: SourceLocation
    ) -> Diagnostic {
        .warning(
            "'\(job)' may take \(timeout.inMinutes) minutes, but GitHub's machines end every job after 360",
            help: "Divide the job, or let it run on a machine of your own.", at: place)
    }
}
