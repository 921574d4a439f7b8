import TerraneCore

extension Checks {
    /// The variables of a Lambda function have names that Lambda takes ("Working with Lambda environment variables", AWS Lambda
    /// Developer Guide).
    static func functionVariables(_ inventory: Inventory) -> [Diagnostic] {
        inventory.all("aws_lambda_function").flatMap { item -> [Diagnostic] in
            guard case .object(let fields)? = item.values("environment/variables").first else { return [] }
            return fields.compactMap { field in
                if reserved.contains(field.key) { return .variableOfLambda(field.key, item) }
                return field.key.isVariableName ? nil : .variableName(field.key, item)
            }
        }
    }

    /// Those that Lambda sets itself and does not let be set.
    private static let reserved: Set<String> = [
        "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV",
        "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION",
        "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY",
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API",
        "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
    ]
}

extension String {
    /// A letter, and then at least one letter, digit or underscore.
    fileprivate var isVariableName: Bool {
        unicodeScalars.first?.isLetter == true && unicodeScalars.count > 1
            && unicodeScalars.allSatisfy { $0.isLetter || $0.isDigit || $0 == "_" }
    }
}

extension Diagnostic {
    fileprivate static func variableOfLambda(_ name: String, _ item: Inventory.Item) -> Diagnostic {
        .error(
            "'\(item.name)' sets the variable '\(name)', which Lambda keeps to itself",
            help: "Leave it out, or call it something else.", at: item.source)
    }

    fileprivate static func variableName(_ name: String, _ item: Inventory.Item) -> Diagnostic {
        .error(
            "'\(item.name)' has a variable '\(name)', which Lambda does not take",
            help: "Begin with a letter, and go on with letters, digits and '_', two characters at least.",
            at: item.source)
    }
}
