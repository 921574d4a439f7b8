import Terrane

extension Mistake {
    static var renames: [Mistake] { [movedOntoExisting, movedTwice] }

    private static func topic(_ name: Name, line: Int = #line) -> SNS.Topic {
        SNS.Topic(name, line: line)
    }

    private static var movedOntoExisting: Mistake {
        Mistake(
            "Error: Moved object still exists: this statement declares a move from a resource that is still declared",
            "https://developer.hashicorp.com/terraform/language/modules/develop/refactoring", .graph,
            caughtBy: "former-name-in-use"
        ) {
            topic("alerts")
            topic("oncall").renamed(from: "alerts")  // mistake
        } legal: {
            topic("reports")
            topic("oncall").renamed(from: "alerts")
        }
    }

    private static var movedTwice: Mistake {
        Mistake(
            "Error: Ambiguous move statements: a statement declared that the object moved to another resource instead",
            "https://github.com/hashicorp/terraform/blob/main/internal/refactoring/move_validate.go", .graph,
            caughtBy: "former-name-claimed-twice"
        ) {
            topic("oncall").renamed(from: "alerts")
            topic("reports").renamed(from: "alerts")  // mistake
        } legal: {
            topic("oncall").renamed(from: "alerts")
            topic("reports").renamed(from: "mails")
        }
    }
}
