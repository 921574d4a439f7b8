public import TerraneCore

extension ELB {
    /// An exception to what a listener does by default, for requests that meet all its conditions ("Listener rules for
    /// your Application Load Balancer", User Guide for Application Load Balancers).
    public struct ListenerRule: Resource {
        public enum Condition: Hashable, Sendable {
            /// Host names, `*` and `?` for any characters.
            case host([String])
            case path([String])
            case method([String])
            case header(String, [Value<String>])
            case source([CIDR])

            var count: Int {
                switch self {
                case .host(let values), .path(let values), .method(let values): values.count
                case .header(_, let values): values.count
                case .source(let ranges): ranges.count
                }
            }

            @PropertiesBuilder var table: Properties {
                switch self {
                case .host(let values):
                    field("host-header")
                    row("host_header/values", "HostHeaderConfig/Values", values)
                case .path(let values):
                    field("path-pattern")
                    row("path_pattern/values", "PathPatternConfig/Values", values)
                case .method(let values):
                    field("http-request-method")
                    row("http_request_method/values", "HttpRequestMethodConfig/Values", values)
                case .header(let header, let values):
                    field("http-header")
                    nested("http_header", "HttpHeaderConfig") {
                        row("http_header_name", "HttpHeaderName", header)
                        row("values", "Values", values)
                    }
                case .source(let ranges):
                    field("source-ip")
                    row("source_ip/values", "SourceIpConfig/Values", ranges)
                }
            }

            private func field(_ word: String) -> Row {
                cloudFormationOnly("Field", word, because: "Terraform's block says it")
            }
        }

        public static let type = ResourceType(
            terraform: "aws_lb_listener_rule", cloudFormation: "AWS::ElasticLoadBalancingV2::ListenerRule", area: .edge,
            tagging: .terraformOnly, uniqueTogether: ["listener_arn", "priority"])

        public var declaration: Declaration
        public var listener: Value<ARN>
        /// Rules are asked in this order, the lowest first. Unique in a listener.
        public var priority: Int
        public var conditions: [Condition]
        public var action: Listener.Action

        public init(
            _ name: Name, of listener: Value<ARN>, priority: Int, when conditions: [Condition],
            _ action: Listener.Action, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.listener = listener
            self.priority = priority
            self.conditions = conditions
            self.action = action
        }

        public var arn: Value<ARN> { attribute("arn", .ref) }

        public var properties: Properties {
            row("listener_arn", "ListenerArn", listener)
            row("priority", "Priority", priority)
            repeated("condition", "Conditions", conditions) { $0.table }
            repeated("action", "Actions", [action]) { $0.table }
        }

        public func check() -> [Diagnostic] {
            var problems = action.check(of: name)
            if !(1...50_000).contains(priority) {
                problems.append(.outOfRange("the priority", of: name, priority, 1...50_000))
            }
            let values = conditions.reduce(0) { $0 + $1.count }
            if conditions.isEmpty || conditions.contains(where: { $0.count == 0 }) {
                problems.append(.ruleWithoutCondition(name))
            } else if values > 5 {
                problems.append(.ruleConditions(name, values))
            }
            return problems
        }
    }
}

extension Diagnostic {
    static func ruleWithoutCondition(_ name: Name) -> Diagnostic {
        .error(
            "the listener rule '\(name)' has no condition, or one without values",
            help: "What holds for all requests is the listener's own action.")
    }

    static func ruleConditions(_ name: Name, _ count: Int) -> Diagnostic {
        .error(
            "the listener rule '\(name)' compares with \(count) values, and AWS takes 5",
            help: "Divide it in several rules, or use '*'.")
    }
}
