import Terrane

extension Mistake {
    static var policyMeaning: [Mistake] {
        [unknownService, unknownAction, topicAction, everything, openTopic, publicBucket]
    }

    private static var unknownService: Mistake {
        Mistake(
            "AccessDenied at run time: the prefix of the service was not its prefix",
            "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
            .graph, caughtBy: "unknown-service"
        ) {
            Identity.policy(.allow("cloudwatchlogs:PutLogEvents", on: ["*"]))  // mistake
        } legal: {
            Identity.policy(.allow("logs:PutLogEvents", on: ["*"]))
        }
    }

    private static var unknownAction: Mistake {
        Mistake(
            "AccessDenied at run time: the action is that of the API call, which the service names otherwise",
            "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html", .graph,
            caughtBy: "unknown-action"
        ) {
            Identity.policy(.allow("s3:GetObjects", on: [Identity.bucket]))  // mistake
        } legal: {
            Identity.policy(.allow("s3:GetObject", on: [Identity.bucket]))
        }
    }

    private static var topicAction: Mistake {
        Mistake(
            "InvalidParameter: Policy statement action out of service scope!",
            "https://github.com/hashicorp/terraform/issues/12740", .graph, caughtBy: "action-of-another-service"
        ) {
            Identity.topic
            SNS.TopicPolicy(  // mistake
                "news-policy", of: Identity.topic.arn,
                IAM.PolicyDocument(
                    IAM.Statement(
                        .allow, principal: .service("events.amazonaws.com"), actions: ["events:PutEvents"],
                        resources: [Identity.topic.arn])))
            SNS.Subscription("news-mail", to: Identity.topic.arn, .email("news@example.com"))
        } legal: {
            Identity.topic
            SNS.TopicPolicy(
                "news-policy", of: Identity.topic.arn,
                IAM.PolicyDocument(
                    IAM.Statement(
                        .allow, principal: .service("events.amazonaws.com"), actions: ["sns:Publish"],
                        resources: [Identity.topic.arn])))
            SNS.Subscription("news-mail", to: Identity.topic.arn, .email("news@example.com"))
        }
    }

    private static var everything: Mistake {
        Mistake(
            "A task with the rights of an administrator",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html", .graph,
            caughtBy: "allows-everything"
        ) {
            Identity.policy(.allow("*", on: ["*"]))  // mistake
        } legal: {
            Identity.policy(.allow("s3:*", on: [Identity.bucket, "\(Identity.bucket)/*"]))
        }
    }

    private static var openTopic: Mistake {
        Mistake(
            "A topic that every AWS account may publish to",
            "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html", .graph,
            caughtBy: "open-to-everybody"
        ) {
            Identity.topic
            SNS.TopicPolicy(  // mistake
                "news-policy", of: Identity.topic.arn,
                IAM.PolicyDocument(
                    IAM.Statement(
                        .allow, principal: .anyone, actions: ["sns:Publish"], resources: [Identity.topic.arn])))
            SNS.Subscription("news-mail", to: Identity.topic.arn, .email("news@example.com"))
        } legal: {
            Identity.topic
            SNS.TopicPolicy(
                "news-policy", of: Identity.topic.arn,
                IAM.PolicyDocument(
                    IAM.Statement(
                        .allow, principal: .anyone, actions: ["sns:Publish"], resources: [Identity.topic.arn],
                        conditions: [.equals("aws:SourceAccount", Deployment.account)])))
            SNS.Subscription("news-mail", to: Identity.topic.arn, .email("news@example.com"))
        }
    }

    private static var publicBucket: Mistake {
        Mistake(
            "AccessDenied on PutBucketPolicy: public policies are blocked by the BlockPublicPolicy setting",
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html", .graph,
            caughtBy: "public-policy-refused"
        ) {
            PrivateBucket("assets", bucketName: "shop-assets", statements: [reading(by: .anyone)])  // mistake
        } legal: {
            PrivateBucket("assets", bucketName: "shop-assets", statements: [reading(by: .thisAccount)])
        }
    }

    private static func reading(by principal: IAM.Statement.Principal) -> IAM.Statement {
        IAM.Statement(
            .allow, principal: principal, actions: ["s3:GetObject"], resources: ["arn:aws:s3:::shop-assets/*"])
    }
}
