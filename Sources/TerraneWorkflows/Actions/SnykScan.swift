/// Looks for known vulnerabilities in a project's dependencies. (`snyk/actions`)
public struct SnykScan: WorkflowStep {
    /// The kind of project, each of which has an action of its own.
    public enum Project: String, Sendable {
        case node, php, golang
    }

    public enum Severity: String, Sendable {
        case low, medium, high, critical
    }

    public var definition: StepDefinition

    /// Actions ignore working directories, so the directory goes into the path of the manifest.
    public init(
        _ project: Project, in directory: String? = nil, atLeast severity: Severity, token: WorkflowExpression,
        file: String = #fileID, line: Int = #line
    ) {
        let place = directory.map { "--file=\($0)/\(project.manifest)" }
        let arguments = [place, "--severity-threshold=\(severity.rawValue)"].compactMap(\.self)
        definition = .action(
            "snyk/actions/\(project.rawValue)", named: "Run Snyk security scan",
            with: ["args": arguments.joined(separator: " ")], env: ["SNYK_TOKEN": token], file: file, line: line)
    }
}

extension SnykScan.Project {
    /// The file that lists the dependencies.
    fileprivate var manifest: String {
        switch self {
        case .node: "package-lock.json"
        case .php: "composer.lock"
        case .golang: "go.mod"
        }
    }
}
