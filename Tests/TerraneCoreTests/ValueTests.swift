import TerraneCore
import Testing

@Suite struct ValueTests {
    private let type = ResourceType(terraform: "aws_vpc", cloudFormation: "AWS::EC2::VPC", area: .network)

    private var vpc: Value<String> {
        Value(
            .reference(
                Reference(
                    to: "vpc", type: type, attribute: Attribute("id", .ref),
                    declaredAt: SourceLocation(file: "t/T.swift", line: 1))))
    }

    @Test func literalsConvertByThemselves() {
        let text: Value<String> = "a"
        let number: Value<Int> = 3
        let flag: Value<Bool> = true
        #expect(text.expression == .string("a"))
        #expect(number.expression == .integer(3))
        #expect(flag.expression == .boolean(true))
    }

    @Test func interpolationKeepsReferences() {
        let text: Value<String> = "id-\(vpc)-end"
        #expect(text.expression == .interpolation([.string("id-"), vpc.expression, .string("-end")]))
        #expect(text.text == nil)
    }

    @Test func interpolationOfLiteralsIsALiteral() {
        let inner: Value<String> = "b"
        let text: Value<String> = "a\(inner)c\(4)\(Region.tokyo)"
        #expect(text.text == "abc4ap-northeast-1")
    }

    @Test func nestedInterpolationIsFlat() {
        let inner: Value<String> = "x\(vpc)"
        let text: Value<String> = "a\(inner)b"
        #expect(text.expression == .interpolation([.string("ax"), vpc.expression, .string("b")]))
    }

    @Test func parametersAreTheSameWhereverTheyAreWritten() {
        let first = Parameter<String>("email", file: "a", line: 1)
        let second = Parameter<String>("email", file: "b", line: 2)
        let other = Parameter<String>("email", sensitive: true)
        #expect(first.declaration == second.declaration)
        #expect(first.declaration != other.declaration)
    }
}
