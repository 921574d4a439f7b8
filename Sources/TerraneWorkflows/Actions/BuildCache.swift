/// Keeps files between runs: what was saved under the key, or under the newest key that begins with one of `prefixes`.
/// (`actions/cache`)
public struct BuildCache: WorkflowStep {
    public var definition: StepDefinition

    public init(
        _ path: any WorkflowTextConvertible, key: any WorkflowTextConvertible,
        orStartingWith prefixes: [WorkflowText] = [],
        file: String = #fileID, line: Int = #line
    ) {
        var inputs: WorkflowMap = ["path": path, "key": key]
        if !prefixes.isEmpty { inputs.append("restore-keys", WorkflowText.lines(prefixes)) }
        definition = .action("actions/cache", named: "Keep what was built", with: inputs, file: file, line: line)
    }

    /// The build folder of a Swift package.
    public static var swiftPM: BuildCache {
        let prefix = WorkflowText("swift-\(.runner.os)-\(.hashFiles("Package.swift", "Package.resolved"))-")
        return BuildCache(".build", key: WorkflowText("\(prefix)\(.github.sha)"), orStartingWith: [prefix])
    }
}
