import TerraneAWS
import TerraneCore
import Testing

@testable import TerraneCompiler

/// Properties that a stack or a component gives to all its parts of a type.
struct PartDefaultTests {
    private struct Bounded: Stack {
        let name: Name = "bounded"
        let environment = DeploymentEnvironment.staging
        let region = Region.tokyo
        var defaults: [PartDefault] { [.permissionsBoundary("arn:aws:iam::111122223333:policy/stack")] }
        let content: @Sendable () -> Content
        var body: Content { content() }
    }

    private struct Part: Component {
        var declaration: Declaration
        var boundary: Value<ARN>?
        init(_ name: Name, boundary: Value<ARN>? = nil) {
            declaration = Declaration(name, file: #fileID, line: #line)
            self.boundary = boundary
        }
        var body: Content { role }
        private var role: IAM.Role {
            var role = IAM.Role(name / "role", roleName: name.dashed, description: "d", trust: IAM.PolicyDocument())
            role.boundary = boundary
            return role
        }
    }

    private func boundary(of name: Name, @ContentBuilder _ content: @escaping @Sendable () -> Content) -> Expression? {
        let node = evaluate(Bounded(content: content)).graph[name]
        for row in node?.properties.rows ?? [] where row.terraform == "permissions_boundary" && !row.isEmpty {
            if case .value(let value) = row.content { return value }
        }
        return nil
    }

    @Test func everyRoleOfAStackHasTheBoundaryOfTheStack() {
        #expect(
            boundary(of: "api/role") { Part("api") }
                == .string("arn:aws:iam::111122223333:policy/stack"))
    }

    @Test func theInnermostBoundaryHolds() {
        #expect(
            boundary(of: "api/role") { Part("api").permissionsBoundary("arn:inner") }
                == .string("arn:inner"))
        #expect(
            boundary(of: "api/role") {
                Part("api", boundary: "arn:own").permissionsBoundary("arn:inner")
            } == .string("arn:own"))
    }

    @Test func otherTypesHaveNone() {
        #expect(boundary(of: "thing") { Thing("thing") } == nil)
    }
}
