import TerraneCore
import Testing

@testable import TerraneCompiler
@testable import stacks

/// A system of many services of one kind.
private struct Large: Stack {
    let name: Name = "large"
    let environment = DeploymentEnvironment.staging
    let region = Region.tokyo
    let account: AccountID? = "111122223333"
    let tags: [TerraneCore.Tag] = []
    let count: Int

    var body: Content {
        for number in 0..<count {
            RawResource(
                Name("queue-\(number)"),
                type: ResourceType(
                    terraform: "aws_sqs_queue", cloudFormation: "AWS::SQS::Queue", area: .other, tagging: .list)
            ) {
                row("name", "QueueName", Value<String>("queue-\(number)"))
            }
        }
    }
}

@Suite struct LargePictureTests {
    @Test func ofManyAlikeAFewAreDrawnAndABoxStandsForTheRest() async throws {
        let graph = try #require(
            await Compiler(targets: [], policies: [], schemas: .none).compile([Large(count: 10_000)]).graphs.first)
        let clock = ContinuousClock()
        var picture = Picture(stack: "", title: "", detail: "")
        let time = clock.measure {
            picture = Picture(of: graph)
            _ = picture.svg()
        }
        #expect(picture.boxes.count == 6)
        #expect(picture.boxes.last?.title == "+9995 more")
        #expect(picture.boxes.flatMap(\.names).count == 10_000)
        #expect(time < .seconds(30), "a picture of 10,000 resources takes \(time), even unoptimised")
    }
}
