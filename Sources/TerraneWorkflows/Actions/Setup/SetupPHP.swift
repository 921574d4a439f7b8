/// Puts a version of PHP with its extensions on the path. (`shivammathur/setup-php`)
public struct SetupPHP: WorkflowStep {
    public var definition: StepDefinition

    public init(
        _ version: any WorkflowTextConvertible, extensions: [String] = [], with inputs: WorkflowMap = [:],
        file: String = #fileID,
        line: Int = #line
    ) {
        var all: WorkflowMap = ["php-version": version]
        if !extensions.isEmpty { all.append("extensions", extensions.joined(separator: ", ")) }
        definition = .action(
            "shivammathur/setup-php", named: "Set up PHP", with: all.merging(inputs), file: file, line: line)
    }
}
