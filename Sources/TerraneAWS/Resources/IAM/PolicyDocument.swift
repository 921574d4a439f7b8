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

        /// Who a statement of a resource policy or a trust policy is about.
        public enum Principal: Hashable, Sendable {
            case service(String)
            case services([String])
            /// A service that has a name in each region: `logs` is `logs.ap-northeast-1.amazonaws.com`.
            case regionalService(String)
            case aws([Value<ARN>])
            case federated(Value<ARN>)
            case anyone

            var expression: Expression {
                switch self {
                case .service(let host): .object([.init("Service", .string(host))])
                case .services(let hosts): .object([.init("Service", hosts.expression)])
                case .regionalService(let service): .object([.init("Service", IAM.host(of: service).expression)])
                case .aws(let arns): .object([.init("AWS", arns.expression)])
                case .federated(let provider): .object([.init("Federated", provider.expression)])
                case .anyone: .string("*")
                }
            }
        }

        /// A condition: `StringEquals`, a key, the values.
        public struct Condition: Hashable, Sendable {
            public let test: String
            public let key: String
            public let values: [Value<String>]

            public init(_ test: String, _ key: String, _ values: [Value<String>]) {
                self.test = test
                self.key = key
                self.values = values
            }

            public static func equals(_ key: String, _ values: Value<String>...) -> Condition {
                Condition("StringEquals", key, values)
            }

            public static func like(_ key: String, _ values: Value<String>...) -> Condition {
                Condition("StringLike", key, values)
            }
        }

        public var id: String?
        public var effect: Effect
        public var principal: Principal?
        public var actions: [String]
        public var resources: [Value<ARN>]
        public var conditions: [Condition]

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

        public var expression: Expression {
            var fields: [Expression.Field] = []
            if let id { fields.append(.init("Sid", .string(id))) }
            fields.append(.init("Effect", .string(effect.rawValue)))
            if let principal { fields.append(.init("Principal", principal.expression)) }
            fields.append(.init("Action", actions.expression))
            if !resources.isEmpty { fields.append(.init("Resource", resources.expression)) }
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

extension IAM {
    fileprivate static func host(of service: String) -> Value<String> {
        "\(service).\(Deployment.region).amazonaws.com"
    }
}
