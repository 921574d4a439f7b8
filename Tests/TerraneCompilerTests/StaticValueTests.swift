import TerraneAWS
import TerraneCore
import Testing

@testable import TerraneCompiler

@Suite struct StaticValueTests {
    private func values(account: AccountID? = "111122223333") -> StaticValues {
        StaticValues(of: ResourceGraph(of: TestStack(account: account) {}))
    }

    @Test func whatIsForeseenIsKnown() {
        #expect(values().text(Thing("a").arn.expression) == "arn:aws:thing/a")
    }

    @Test func accountAndRegionAreTheStacks() {
        let text: Value<String> = "\(Deployment.account).\(Deployment.region)"
        #expect(values().text(text.expression) == "111122223333.ap-northeast-1")
        #expect(values(account: nil).text(text.expression) == nil)
    }

    @Test func aParameterIsItsDefault() {
        #expect(values().text(Parameter<String>("tag", default: "latest").expression) == "latest")
        #expect(values().text(Parameter<String>("tag").expression) == nil)
    }

    @Test func anAttributeThatTheCloudChoosesIsNotKnown() {
        guard case .failure(let late) = values().json(.list([.string("x"), Thing("a").id.expression])) else {
            Issue.record("the id was known")
            return
        }
        #expect(late.summary == "'id' of 'a'")
    }

    @Test func aDocumentThatNeedsSuchAValueIsAnError() async {
        struct Documented: Resource {
            static let type = Thing.type
            var declaration = Declaration("d", file: #fileID, line: #line)
            let value: Value<String>
            var properties: Properties { row("label", "Label", value) }
            var documents: [any Document] {
                [
                    JSONDocument(
                        path: "ecs/d.json", scope: .environment, contents: .object([.init("v", value.expression)]),
                        source: source)
                ]
            }
        }
        let wrong = await Compiler(schemas: .none).compile([
            TestStack {
                Thing("a")
                Documented(value: Thing("a").id)
            }
        ])
        #expect(wrong.errors.map(\.summary) == ["'ecs/d.json' needs 'id' of 'a', which is known only once deployed"])
        let right = await Compiler(schemas: .none).compile([TestStack { Documented(value: "x") }])
        #expect(right.text("test/staging/ecs/d.json") == "{\n  \"v\": \"x\"\n}\n")
    }
}
