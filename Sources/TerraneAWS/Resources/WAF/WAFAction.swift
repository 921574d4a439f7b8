import TerraneCore

extension WAF {
    /// What is done with a request that a statement matches ("Using rule actions in AWS WAF", AWS WAF Developer Guide).
    public enum Action: Hashable, Sendable {
        case allow, block, count
        /// A puzzle for people.
        case captcha
        /// A test that browsers pass unseen.
        case challenge
        /// Blocks with an answer of one's own.
        case answer(Answer)
        /// What the rules of the group say; for rule groups alone.
        case asGroupSays
        /// Nothing, while the rules of the group only count; for rule groups alone.
        case groupCounts

        /// Whether it leaves the decision to a rule group.
        var isOfGroup: Bool { self == .asGroupSays || self == .groupCounts }

        var row: Row {
            isOfGroup
                ? nested("override_action", "OverrideAction") { mark }
                : nested("action", "Action") { mark }
        }

        var mark: Row {
            switch self {
            case .allow: marker("allow", "Allow")
            case .block: marker("block", "Block")
            case .count, .groupCounts: marker("count", "Count")
            case .captcha: marker("captcha", "Captcha")
            case .challenge: marker("challenge", "Challenge")
            case .answer(let answer): nested("block", "Block") { answer.row }
            case .asGroupSays: marker("none", "None")
            }
        }
    }

    /// What a blocked client is told: `.answer(.init(429, .json("slow-down", #"{"error":"too many requests"}"#)))`.
    public struct Answer: Hashable, Sendable {
        /// The text of an answer, under a key that is unique in its web ACL.
        public struct Body: Hashable, Sendable {
            public let key: String
            public let type: String
            public let content: String

            public static func json(_ key: String, _ content: String) -> Body {
                Body(key: key, type: "APPLICATION_JSON", content: content)
            }

            public static func html(_ key: String, _ content: String) -> Body {
                Body(key: key, type: "TEXT_HTML", content: content)
            }

            public static func text(_ key: String, _ content: String) -> Body {
                Body(key: key, type: "TEXT_PLAIN", content: content)
            }
        }

        public struct Header: Hashable, Sendable {
            public let name: String
            public let value: String

            public init(_ name: String, _ value: String) {
                self.name = name
                self.value = value
            }
        }

        /// An HTTP status from 200 to 599.
        public let status: Int
        public let body: Body?
        public let headers: [Header]

        public init(_ status: Int, _ body: Body? = nil, headers: [Header] = []) {
            self.status = status
            self.body = body
            self.headers = headers
        }

        fileprivate var row: Row {
            nested("custom_response", "CustomResponse") {
                TerraneCore.row("response_code", "ResponseCode", status)
                TerraneCore.row("custom_response_body_key", "CustomResponseBodyKey", body?.key)
                repeated("response_header", "ResponseHeaders", headers) { header in
                    TerraneCore.row("name", "Name", header.name)
                    TerraneCore.row("value", "Value", header.value)
                }
            }
        }
    }
}

extension [WAF.Rule] {
    /// The texts that the rules answer with, each once.
    var answers: [WAF.Answer.Body] {
        var seen: Set<WAF.Answer.Body> = []
        return compactMap { rule in
            guard case .answer(let answer) = rule.action, let body = answer.body, seen.insert(body).inserted else {
                return nil
            }
            return body
        }
    }

    /// Terraform has a block for each text, CloudFormation an object from keys to texts.
    @PropertiesBuilder var answerRows: Properties {
        Row(
            terraform: "custom_response_body", cloudFormation: nil, form: .block,
            content: .repeated(
                answers.map { answer in
                    Properties {
                        terraformOnly("key", answer.key, because: "it is the member's name in CloudFormation")
                        terraformOnly("content_type", answer.type, because: "see CustomResponseBodies")
                        terraformOnly("content", answer.content, because: "see CustomResponseBodies")
                    }
                }),
            reason: "CloudFormation maps keys to texts")
        cloudFormationOnly(
            "CustomResponseBodies", answers.isEmpty ? Expression.null : .object(answers.map(\.field)),
            because: "Terraform has a block for each text")
    }
}

extension WAF.Answer.Body {
    fileprivate var field: Expression.Field {
        .init(key, .object([.init("ContentType", .string(type)), .init("Content", .string(content))]))
    }
}
