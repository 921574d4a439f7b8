/// Signs Docker in to the account's private registry of Amazon ECR. (`aws-actions/amazon-ecr-login`)
public struct ECRLogin: WorkflowStep {
    public var definition: StepDefinition

    public init(
        id: String = "login-ecr", with inputs: WorkflowMap = [:], file: String = #fileID, line: Int = #line
    ) {
        definition = .action(
            "aws-actions/amazon-ecr-login", named: "Login to Amazon ECR", with: inputs, file: file, line: line)
        definition.id = id
    }
}

extension ECRLogin {
    /// The registry's host name.
    public var registry: WorkflowExpression { output("registry") }
}
