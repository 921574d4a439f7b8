public import TerraneCore

extension WAF {
    /// Looks at each request before anything else does, and lets it pass or not ("AWS WAF protection packs
    /// (web ACLs)", AWS WAF Developer Guide).
    public struct WebACL: Resource {
        public static let type = ResourceType(
            terraform: "aws_wafv2_web_acl", cloudFormation: "AWS::WAFv2::WebACL", area: .security, tagging: .list)

        public var declaration: Declaration
        public var aclName: String
        public var description: String
        public var scope: Scope
        /// In the order in which they are asked.
        public var rules: [Rule]

        public init(
            _ name: Name, aclName: String? = nil, description: String, scope: Scope = .regional, rules: [Rule],
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.aclName = aclName ?? name.dashed
            self.description = description
            self.scope = scope
            self.rules = rules
        }

        public var arn: Value<ARN> { attribute("arn", .attribute("Arn")) }

        public var properties: Properties {
            row("name", "Name", aclName)
            row("description", "Description", description)
            row("scope", "Scope", scope)
            nested("default_action", "DefaultAction") { marker("allow", "Allow") }
            rules.answerRows
            rules.rows
            visibility(aclName)
        }

        public func check() -> [Diagnostic] {
            WAF.check("web ACL", named: aclName) + rules.check()
        }
    }
}
