import Testing

@testable import TerraneSchemas

@Suite struct SchemaLinesTests {
    @Test func everyTypeIsFoundByItsName() {
        for lines in [SchemaLines.terraform, .cloudFormation] {
            let types = lines.types
            #expect(!types.isEmpty)
            #expect(types.allSatisfy { lines.document(of: $0)?.first == UInt8(ascii: "{") })
        }
    }

    @Test func whatNoProviderHasIsNotFound() {
        #expect(SchemaLines.terraform.document(of: "aws_sqs_quewe") == nil)
        #expect(SchemaLines.terraform.document(of: "") == nil)
        #expect(SchemaLines.terraform.document(of: "zzz") == nil)
        #expect(SchemaLines.cloudFormation.document(of: "AWS::SQS") == nil)
    }
}
