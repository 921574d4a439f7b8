public import TerraneCore

extension WAF {
    /// Regular expressions under one name ("IP sets and regex pattern sets in AWS WAF", AWS WAF Developer Guide).
    public struct PatternSet: Resource {
        public static let type = ResourceType(
            terraform: "aws_wafv2_regex_pattern_set", cloudFormation: "AWS::WAFv2::RegexPatternSet", area: .security,
            tagging: .list)

        public var declaration: Declaration
        public var setName: String
        public var description: String
        public var scope: Scope
        /// 1 to 10, each of 200 characters at most.
        public var patterns: [String]

        public init(
            _ name: Name, setName: String? = nil, description: String, patterns: [String], scope: Scope = .regional,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.setName = setName ?? name.dashed
            self.description = description
            self.patterns = patterns
            self.scope = scope
        }

        public var arn: Value<ARN> { attribute("arn", .attribute("Arn")) }

        public var properties: Properties {
            row("name", "Name", setName)
            row("description", "Description", description)
            row("scope", "Scope", scope)
            Row(
                terraform: "regular_expression", cloudFormation: nil, form: .block,
                content: .repeated(
                    patterns.map { pattern in
                        Properties {
                            terraformOnly("regex_string", pattern, because: "CloudFormation has a list of texts")
                        }
                    }),
                reason: "CloudFormation has a list of texts")
            cloudFormationOnly("RegularExpressionList", patterns, because: "Terraform has a block for each")
        }

        public func check() -> [Diagnostic] {
            let isLegal = (1...10).contains(patterns.count) && patterns.allSatisfy { (1...200).contains($0.utf8.count) }
            return WAF.check("pattern set", named: setName) + (isLegal ? [] : [.patternSet(setName)])
        }
    }
}

extension Diagnostic {
    static func patternSet(_ set: String) -> Diagnostic {
        .error(
            "the pattern set '\(set)' is too large or empty",
            help: "AWS WAF takes 1 to 10 expressions of 1 to 200 characters: make two sets.")
    }
}
