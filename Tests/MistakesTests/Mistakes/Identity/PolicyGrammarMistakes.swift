import Terrane

extension Mistake {
    static var policyGrammar: [Mistake] {
        [
            version, element, effect, principal, noResource, identifier, conditionOperator, noService, resourceARN,
            tooLarge, exclusive,
        ]
    }

    private static let grammar = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"

    private static var version: Mistake {
        Mistake(
            "MalformedPolicyDocument: Syntax errors in policy (the date of the day as its version)",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html", .graph,
            caughtBy: "policy-version"
        ) {
            Identity.policy(  // mistake
                Identity.document(
                    version: "2024-06-01", ["Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"]))
        } legal: {
            Identity.policy(Identity.document(["Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"]))
        }
    }

    private static var element: Mistake {
        Mistake(
            "MalformedPolicyDocument: Unknown field Resources", grammar, .graph, caughtBy: "policy-element"
        ) {
            Identity.policy(  // mistake
                Identity.document(
                    ["Effect": "Allow", "Action": "s3:GetObject", "Resources": "*", "Resource": "*"]))
        } legal: {
            Identity.policy(Identity.document(["Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"]))
        }
    }

    private static var effect: Mistake {
        Mistake(
            "MalformedPolicyDocument: Invalid effect: allow",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html", .graph,
            caughtBy: "statement-effect"
        ) {
            Identity.policy(  // mistake
                Identity.document(["Effect": "allow", "Action": "s3:GetObject", "Resource": "*"]))
        } legal: {
            Identity.policy(Identity.document(["Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"]))
        }
    }

    private static var exclusive: Mistake {
        Mistake(
            "MalformedPolicyDocument: a statement with Action and NotAction",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html", .graph,
            caughtBy: "statement-has-both"
        ) {
            Identity.policy(  // mistake
                Identity.document(
                    ["Effect": "Deny", "Action": "s3:*", "NotAction": "s3:GetObject", "Resource": "*"]))
        } legal: {
            Identity.policy(Identity.document(["Effect": "Deny", "NotAction": "s3:GetObject", "Resource": "*"]))
        }
    }

    private static var principal: Mistake {
        Mistake(
            "MalformedPolicyDocument: Policy document should not specify a principal",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html", .graph,
            caughtBy: "principal-in-identity-policy"
        ) {
            Identity.policy(  // mistake
                IAM.Statement(
                    .allow, principal: .thisAccount, actions: ["s3:GetObject"], resources: [Identity.bucket]))
        } legal: {
            Identity.policy(.allow("s3:GetObject", on: [Identity.bucket]))
        }
    }

    private static var noResource: Mistake {
        Mistake(
            "MalformedPolicyDocument: Policy statement must contain resources",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html", .graph,
            caughtBy: "statement-lacks"
        ) {
            Identity.policy(.allow("s3:GetObject", on: []))  // mistake
        } legal: {
            Identity.policy(.allow("s3:GetObject", on: [Identity.bucket]))
        }
    }

    private static var identifier: Mistake {
        Mistake(
            "MalformedPolicyDocument: Statement IDs (SID) in a single policy must be alpha numeric",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html", .graph,
            caughtBy: "statement-identifier"
        ) {
            Identity.policy(.allow("s3:GetObject", on: [Identity.bucket], id: "read-objects"))  // mistake
        } legal: {
            Identity.policy(.allow("s3:GetObject", on: [Identity.bucket], id: "ReadObjects"))
        }
    }

    private static var conditionOperator: Mistake {
        Mistake(
            "MalformedPolicyDocument: Invalid Condition type : StringMatches",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
            .graph, caughtBy: "condition-operator"
        ) {
            Identity.policy(  // mistake
                .allow("s3:ListBucket", on: [Identity.bucket], if: .init("StringMatches", "s3:prefix", ["images/*"])))
        } legal: {
            Identity.policy(.allow("s3:ListBucket", on: [Identity.bucket], if: .like("s3:prefix", "images/*")))
        }
    }

    private static var noService: Mistake {
        Mistake(
            "MalformedPolicyDocument: Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html", .graph,
            caughtBy: "action-without-service"
        ) {
            Identity.policy(.allow("GetObject", on: [Identity.bucket]))  // mistake
        } legal: {
            Identity.policy(.allow("s3:GetObject", on: [Identity.bucket]))
        }
    }

    private static var resourceARN: Mistake {
        Mistake(
            "MalformedPolicyDocument: Resource shop-uploads must be in ARN format or \"*\"",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html", .graph,
            caughtBy: "malformed-resource"
        ) {
            Identity.policy(.allow("s3:GetObject", on: ["shop-uploads/*"]))  // mistake
        } legal: {
            Identity.policy(.allow("s3:GetObject", on: ["arn:aws:s3:::shop-uploads/*"]))
        }
    }

    private static var tooLarge: Mistake {
        Mistake(
            "LimitExceeded: Maximum policy size of 10240 bytes exceeded for role",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html", .graph,
            caughtBy: "policy-too-large"
        ) {
            Identity.policy(.allow("s3:GetObject", on: prefixes(400)))  // mistake
        } legal: {
            Identity.policy(.allow("s3:GetObject", on: prefixes(100)))
        }
    }

    private static func prefixes(_ count: Int) -> [Value<ARN>] {
        (1...count).map { "arn:aws:s3:::shop-uploads/customers/\($0)/*" }
    }
}
