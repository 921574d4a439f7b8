import TerraneAWS
import TerraneCore

/// What the policies of a role allow, as far as the stack says.
struct Permissions {
    private let statements: [Statement]

    /// Nil where it is not known all of it: a policy of somebody else's, or a document known only once deployed.
    init?(of role: Inventory.Item, in inventory: Inventory) {
        guard role.type == "aws_iam_role", role.parts("inline_policy").isEmpty, role["managed_policy_arns"].isAbsent
        else {
            return nil
        }
        var statements: [Statement] = []
        for referrer in inventory.referrers(of: role) where referrer.type.hasPrefix("aws_iam_") {
            guard let found = Permissions.statements(of: referrer, in: inventory) else { return nil }
            statements += found
        }
        self.statements = statements
    }

    /// Whether an action on a resource is allowed, or may be.
    func allow(_ action: String, on resource: Subject) -> Bool {
        statements.contains { $0.allows(action, on: resource) }
    }

    /// What an action is on.
    enum Subject {
        /// Any resource: it is not known which.
        case anything
        /// A resource of the stack.
        case resource(Name)
        /// An ARN, or the beginning of one.
        case arn(String)
    }

    // MARK: Reading

    private static func statements(of item: Inventory.Item, in inventory: Inventory) -> [Statement]? {
        switch item.type {
        case "aws_iam_role_policy": return read(item)
        case "aws_iam_role_policy_attachment":
            if let policy = inventory.target(of: item, "policy_arn") {
                return policy.type == "aws_iam_policy" ? read(policy) : nil
            }
            guard let arn = item.values("policy_arn").first?.trailingText,
                arn.hasSuffix("policy/service-role/AmazonECSTaskExecutionRolePolicy")
            else { return nil }
            return [.taskExecution]
        // Who may take the role on, or pass it: nothing that it may do itself.
        case "aws_iam_instance_profile", "aws_iam_role", "aws_iam_policy": return []
        default: return nil
        }
    }

    private static func read(_ item: Inventory.Item) -> [Statement]? {
        guard let document = item.values("policy").first?.unwrapped, case .object = document,
            let list = document["Statement"]
        else { return nil }
        return list.elements.map { Statement(item, $0) }
    }

    private struct Statement {
        let isAllowing: Bool
        /// Nil where it is not known.
        let actions: [String]?
        let resources: [Expression]?
        let item: Inventory.Item?

        init(_ item: Inventory.Item, _ statement: Expression) {
            isAllowing = statement["Effect"]?.text != "Deny"
            let known = statement["Action"]?.elements.compactMap { item.fact($0).text }
            actions = known?.count == statement["Action"]?.elements.count ? known : nil
            resources = statement["Resource"]?.elements
            self.item = item
        }

        private init(actions: [String]) {
            isAllowing = true
            self.actions = actions
            resources = [.string("*")]
            item = nil
        }

        /// "AmazonECSTaskExecutionRolePolicy", AWS Managed Policy Reference Guide.
        static let taskExecution = Statement(actions: [
            "ecr:GetAuthorizationToken", "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer",
            "ecr:BatchGetImage", "logs:CreateLogStream", "logs:PutLogEvents",
        ])

        func allows(_ action: String, on subject: Subject) -> Bool {
            guard isAllowing else { return false }
            let isMeant = actions?.contains { Pattern($0.lowercased()).matches(action.lowercased()) } ?? true
            return isMeant && (resources?.contains { covers($0, subject) } ?? true)
        }

        private func covers(_ resource: Expression, _ subject: Subject) -> Bool {
            let text = item?.fact(resource).text ?? resource.text
            if text == "*" { return true }
            switch subject {
            case .anything: return true
            case .resource(let name):
                let names = resource.referredNames
                return names.isEmpty ? text == nil || text?.contains("*") == true : names.contains(name)
            case .arn(let arn):
                guard let text else { return resource.referredNames.isEmpty }
                return Pattern(text).matches(arn)
            }
        }
    }
}

/// A text in which `*` stands for any others, `?` for one ("IAM JSON policy elements: Resource", AWS Identity and Access
/// Management User Guide).
struct Pattern {
    private let pattern: [UInt8]

    init(_ text: String) { pattern = Array(text.utf8) }

    func matches(_ text: String) -> Bool {
        let text = Array(text.utf8)
        var (position, at) = (0, 0)
        var retry: (pattern: Int, text: Int)?
        while at < text.count {
            if position < pattern.count, pattern[position] == UInt8(ascii: "*") {
                retry = (position, at)
                position += 1
            } else if position < pattern.count, pattern[position] == UInt8(ascii: "?") || pattern[position] == text[at]
            {
                position += 1
                at += 1
            } else if let last = retry {
                retry = (last.pattern, last.text + 1)
                (position, at) = (last.pattern + 1, last.text + 1)
            } else {
                return false
            }
        }
        return pattern[position...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}

extension Expression {
    /// The text at its end, after what is known only once deployed.
    var trailingText: String? {
        switch terraformSide {
        case .string(let text): text
        case .interpolation(let parts): parts.last?.text
        default: nil
        }
    }
}
