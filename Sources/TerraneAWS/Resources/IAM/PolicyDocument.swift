public import TerraneCore

extension IAM {
    /// A policy in IAM's JSON grammar: statements of who may do what to which resource ("IAM JSON policy elements
    /// reference", AWS Identity and Access Management User Guide).
    public struct PolicyDocument: Hashable, Sendable, ExpressionConvertible {
        public var statements: [Statement]

        public init(_ statements: [Statement]) {
            self.statements = statements
        }

        public init(_ statements: Statement...) {
            self.statements = statements
        }

        public var expression: Expression {
            .object([
                .init("Version", .string("2012-10-17")),
                .init("Statement", statements.expression),
            ])
        }
    }

    /// One statement of a policy.
    public struct Statement: Hashable, Sendable, ExpressionConvertible {
        public enum Effect: String, Hashable, Sendable {
            case allow = "Allow"
            case deny = "Deny"
        }

        public var id: String?
        public var effect: Effect
        public var principal: Principal?
        public var actions: [String]
        public var resources: [Value<ARN>]
        public var conditions: [Condition]
        /// Every action but these, in place of `actions`.
        public var exceptActions: [String] = []
        /// Every resource but these, in place of `resources`.
        public var exceptResources: [Value<ARN>] = []

        public init(
            _ effect: Effect, id: String? = nil, principal: Principal? = nil, actions: [String],
            resources: [Value<ARN>] = [], conditions: [Condition] = []
        ) {
            self.effect = effect
            self.id = id
            self.principal = principal
            self.actions = actions
            self.resources = resources
            self.conditions = conditions
        }

        /// Permission to do `actions` to `resources`.
        public static func allow(
            _ actions: String..., on resources: [Value<ARN>], if conditions: Condition..., id: String? = nil
        ) -> Statement {
            Statement(.allow, id: id, actions: actions, resources: resources, conditions: conditions)
        }

        /// Prohibition to do `actions` to `resources`, whatever else is allowed.
        public static func deny(
            _ actions: String..., on resources: [Value<ARN>], if conditions: Condition..., id: String? = nil
        ) -> Statement {
            Statement(.deny, id: id, actions: actions, resources: resources, conditions: conditions)
        }

        /// Prohibition to do anything but `actions` to `resources` ("IAM JSON policy elements: NotAction", AWS Identity and
        /// Access Management User Guide).
        public static func denyAllBut(
            _ actions: String..., on resources: [Value<ARN>] = ["*"], if conditions: Condition..., id: String? = nil
        ) -> Statement {
            var statement = Statement(.deny, id: id, actions: [], resources: resources, conditions: conditions)
            statement.exceptActions = actions
            return statement
        }

        public var expression: Expression {
            var fields: [Expression.Field] = []
            if let id { fields.append(.init("Sid", .string(id))) }
            fields.append(.init("Effect", .string(effect.rawValue)))
            if let principal { fields.append(.init("Principal", principal.expression)) }
            if exceptActions.isEmpty { fields.append(.init("Action", actions.expression)) }
            if !exceptActions.isEmpty { fields.append(.init("NotAction", exceptActions.expression)) }
            if !resources.isEmpty { fields.append(.init("Resource", resources.expression)) }
            if !exceptResources.isEmpty { fields.append(.init("NotResource", exceptResources.expression)) }
            if !conditions.isEmpty { fields.append(.init("Condition", conditionObject)) }
            return .object(fields)
        }

        /// Conditions grouped by their test, in the order of first use.
        private var conditionObject: Expression {
            var tests: [String] = []
            for condition in conditions where !tests.contains(condition.test) { tests.append(condition.test) }
            return .object(
                tests.map { test in
                    .init(test, .object(conditions.filter { $0.test == test }.map(Statement.field)))
                })
        }

        private static func field(_ condition: Condition) -> Expression.Field {
            let values = condition.values.map(\.expression)
            return .init(condition.key, values.count == 1 ? values[0] : .list(values))
        }
    }
}
