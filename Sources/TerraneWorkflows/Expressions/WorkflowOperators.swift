/// The operators of GitHub's expressions, built as a tree.
extension WorkflowExpression {
    public static func == (left: WorkflowExpression, right: WorkflowExpression) -> WorkflowExpression {
        .binary(left, .equal, right)
    }

    public static func != (left: WorkflowExpression, right: WorkflowExpression) -> WorkflowExpression {
        .binary(left, .notEqual, right)
    }

    public static func < (left: WorkflowExpression, right: WorkflowExpression) -> WorkflowExpression {
        .binary(left, .less, right)
    }

    public static func <= (left: WorkflowExpression, right: WorkflowExpression) -> WorkflowExpression {
        .binary(left, .lessOrEqual, right)
    }

    public static func > (left: WorkflowExpression, right: WorkflowExpression) -> WorkflowExpression {
        .binary(left, .greater, right)
    }

    public static func >= (left: WorkflowExpression, right: WorkflowExpression) -> WorkflowExpression {
        .binary(left, .greaterOrEqual, right)
    }

    public static func && (left: WorkflowExpression, right: WorkflowExpression) -> WorkflowExpression {
        .binary(left, .and, right)
    }

    public static func || (left: WorkflowExpression, right: WorkflowExpression) -> WorkflowExpression {
        .binary(left, .or, right)
    }

    public static prefix func ! (operand: WorkflowExpression) -> WorkflowExpression {
        .not(operand)
    }
}
