import TerraneAWS
import TerraneCore

@testable import TerraneCompiler

/// A stack for tests, whose body is given.
struct TestStack: Stack {
    let name: Name
    var environment: DeploymentEnvironment
    var region: Region
    var account: AccountID?
    var tags: [Tag]
    var state: StateBackend
    let content: @Sendable () -> Content

    init(
        _ name: Name = "test", environment: DeploymentEnvironment = .staging, region: Region = .tokyo,
        account: AccountID? = "111122223333", tags: [Tag] = [], state: StateBackend = .local,
        @ContentBuilder content: @escaping @Sendable () -> Content
    ) {
        self.name = name
        self.environment = environment
        self.region = region
        self.account = account
        self.tags = tags
        self.state = state
        self.content = content
    }

    var body: Content { content() }
}

extension Compilation {
    /// The text of a file.
    func text(_ path: String) -> String? {
        artifacts.first { $0.path == path }.map { String(decoding: $0.contents, as: UTF8.self) }
    }

    var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}

/// A resource with one property, to refer to and from.
struct Thing: Resource {
    static let type = ResourceType(
        terraform: "aws_thing", cloudFormation: "AWS::Test::Thing", area: .other, tagging: .list, persistence: .retain)

    var declaration: Declaration
    var label: Value<String>?

    init(_ name: Name, _ label: Value<String>? = nil, file: String = #fileID, line: Int = #line) {
        declaration = Declaration(name, file: file, line: line)
        self.label = label
    }

    var id: Value<String> { attribute("id", .ref) }
    var arn: Value<ARN> { attribute("arn", .attribute("Arn"), foreseen: "arn:\(Deployment.partition):thing/\(name)") }

    var properties: Properties {
        row("label", "Label", label)
    }
}
