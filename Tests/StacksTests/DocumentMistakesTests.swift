import TerraneCompiler
import Testing

@testable import stacks

/// That what is wrong in the systems' documents is in no file that comes of them.
@Suite struct DocumentMistakesTests {
    @Test func noArtifactRepeatsThem() async {
        let compilation = await Compiler().compile(Stacks.stacks)
        #expect(compilation.diagnostics.isEmpty, "\(compilation.diagnostics)")
        #expect(compilation.artifacts.count > 100)
        for artifact in compilation.artifacts {
            let text = String(decoding: artifact.contents, as: UTF8.self)
            for mistake in mistakes where text.contains(mistake) {
                Issue.record("\(artifact.path) says `\(mistake)`")
            }
        }
    }

    private let mistakes = [
        // A block that `aws_ecs_service` has not.
        "autoscaling {", "target_tracking_scaling_policy {",
        // Of clusters without replication.
        "num_cache_nodes",
        // Instead of capacity providers, and beside them an error.
        "launch_type", "LaunchType",
        // Commands and actions of former years.
        "set-output", "actions/checkout@v3", "amazon-ecr-login@v1", "action-slack@",
        // Keys that live for ever.
        "aws-access-key-id", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY",
        // Passwords that everybody on the machine reads.
        "--password=", "PASSWORD: password",
    ]
}
