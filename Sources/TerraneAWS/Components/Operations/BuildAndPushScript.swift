public import TerraneCore
import TerraneTemplates

/// Builds an image and pushes it under a version that nobody can move.
public struct BuildAndPushScript: OperationsScript {
    public var scriptName = "build-and-push"
    public let images: ECR.Repository
    /// The folder with the Dockerfile, from where the script is run.
    public let context: String
    /// What Fargate runs it on: `linux/amd64`, or `linux/arm64` for Graviton.
    public let platform: String
    public let source: SourceLocation

    public init(
        _ images: ECR.Repository, context: String = ".", platform: String = "linux/amd64", file: String = #fileID,
        line: Int = #line
    ) {
        self.images = images
        self.context = context
        self.platform = platform
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.buildAndPush.text }

    public var facts: [ScriptFact] {
        [
            ScriptFact("repository_url", images.url), ScriptFact("context", context),
            ScriptFact("platform", platform),
        ]
    }
}
