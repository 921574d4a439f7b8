/// A step that runs a script.
///
///     Run("Install dependencies", "npm ci", in: "backend")
///
/// `outputs` names what the script writes to `$GITHUB_OUTPUT`; other steps can read those and no others.
public struct Run: WorkflowStep {
    public var definition: StepDefinition

    public init(
        _ name: (any WorkflowTextConvertible)?, _ script: String, in directory: (any WorkflowTextConvertible)? = nil,
        shell: Shell? = nil, env: WorkflowMap = [:], outputs: [String] = [], file: String = #fileID, line: Int = #line
    ) {
        let script = Script(
            text: script, shell: shell, workingDirectory: directory?.workflowText, outputs: outputs)
        definition = StepDefinition(.script(script), named: name?.workflowText, file: file, line: line)
        definition.environment = env
    }
}
