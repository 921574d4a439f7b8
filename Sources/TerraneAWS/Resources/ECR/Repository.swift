public import TerraneCore

/// Amazon Elastic Container Registry.
public enum ECR {
    /// A place for the images of one application.
    public struct Repository: Resource {
        public static let type = ResourceType(
            terraform: "aws_ecr_repository", cloudFormation: "AWS::ECR::Repository", area: .deployment, tagging: .list,
            persistence: .retain)

        public var declaration: Declaration
        public var repositoryName: String
        /// Whether a tag can be moved to another image.
        public var hasImmutableTags: Bool

        public init(
            _ name: Name, repositoryName: String, hasImmutableTags: Bool = true, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.repositoryName = repositoryName
            self.hasImmutableTags = hasImmutableTags
        }

        public var id: Value<String> { attribute("name", .ref, foreseen: Value(repositoryName)) }

        public var url: Value<String> {
            attribute(
                "repository_url", .attribute("RepositoryUri"),
                foreseen: "\(Deployment.account).dkr.ecr.\(Deployment.region).amazonaws.com/\(repositoryName)")
        }

        public var arn: Value<ARN> {
            attribute(
                "arn", .attribute("Arn"),
                foreseen:
                    "arn:\(Deployment.partition):ecr:\(Deployment.region):\(Deployment.account):repository/\(repositoryName)"
            )
        }

        public var properties: Properties {
            row("name", "RepositoryName", repositoryName)
            row("image_tag_mutability", "ImageTagMutability", hasImmutableTags ? "IMMUTABLE" : "MUTABLE")
            nested("image_scanning_configuration", "ImageScanningConfiguration") {
                row("scan_on_push", "ScanOnPush", true)
            }
            nested("encryption_configuration", "EncryptionConfiguration") {
                row("encryption_type", "EncryptionType", "AES256")
            }
        }
    }

    /// Which images a repository forgets ("Automate the cleanup of images by using lifecycle policies", Amazon ECR User Guide).
    public struct LifecyclePolicy: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_ecr_lifecycle_policy"), cloudFormation: .part(of: "AWS::ECR::Repository"),
            area: .deployment)

        public var declaration: Declaration
        public var repository: Repository
        public var untaggedAfter: TimeSpan
        public var keepsLast: Int

        public init(
            _ name: Name, of repository: Repository, expiringUntaggedAfter untaggedAfter: TimeSpan,
            keepingLast count: Int,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.repository = repository
            self.untaggedAfter = untaggedAfter
            self.keepsLast = count
        }

        public var owner: Name? { repository.name }

        public var properties: Properties {
            terraformOnly("repository", repository.id, because: "it is a property of the repository in CloudFormation")
            row("policy", "LifecyclePolicy/LifecyclePolicyText", Expression.json(policy))
        }

        public func check() -> [Diagnostic] {
            var problems: [Diagnostic] = []
            if untaggedAfter < .days(1) || !untaggedAfter.isWholeDays {
                problems.append(.untaggedImages(name, untaggedAfter))
            }
            if keepsLast < 1 { problems.append(.keptImages(name, keepsLast)) }
            return problems
        }

        private var policy: Expression {
            .object([
                .init(
                    "rules",
                    .list([
                        rule(
                            1, "Expire untagged images",
                            [
                                .init("tagStatus", .string("untagged")),
                                .init("countType", .string("sinceImagePushed")),
                                .init("countUnit", .string("days")),
                                .init("countNumber", .integer(untaggedAfter.inDays)),
                            ]),
                        rule(
                            2, "Keep the last \(keepsLast) images",
                            [
                                .init("tagStatus", .string("any")), .init("countType", .string("imageCountMoreThan")),
                                .init("countNumber", .integer(keepsLast)),
                            ]),
                    ]))
            ])
        }

        private func rule(_ priority: Int, _ description: String, _ selection: [Expression.Field]) -> Expression {
            .object([
                .init("rulePriority", .integer(priority)),
                .init("description", .string(description)),
                .init("selection", .object(selection)),
                .init("action", .object([.init("type", .string("expire"))])),
            ])
        }
    }
}

extension Diagnostic {
    static func untaggedImages(_ name: Name, _ age: TimeSpan) -> Diagnostic {
        .error(
            "lifecycle policy '\(name)' expires untagged images after \(age.inHours) hours",
            help: "ECR counts in days: write one or more whole days.")
    }

    static func keptImages(_ name: Name, _ count: Int) -> Diagnostic {
        .error("lifecycle policy '\(name)' keeps \(count) images", help: "Keep at least one.")
    }
}
