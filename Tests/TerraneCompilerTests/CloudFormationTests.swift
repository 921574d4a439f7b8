import Foundation
import TerraneAWS
import TerraneCore
import Testing

@testable import TerraneCompiler

@Suite struct CloudFormationTests {
    private func resource(_ name: String, in compilation: Compilation, region: String = "ap-northeast-1") -> String {
        let text = compilation.text("test/staging/cloudformation/\(region).template.json") ?? "no template"
        guard let start = text.range(of: "    \"\(name)\": {") else { return text }
        let rest = text[start.lowerBound...]
        guard let end = rest.range(of: "\n    }") else { return String(rest) }
        return String(rest[..<end.upperBound])
    }

    @Test func referencesBecomeIntrinsicFunctions() async {
        let a = Thing("a")
        let result = await Compiler(schemas: .none).compile([
            TestStack {
                a
                Thing("b", a.id)
                Thing("c", "\(a.arn)/${literal}")
            }
        ])
        #expect(
            resource("B", in: result) == """
                    "B": {
                      "Type": "AWS::Test::Thing",
                      "DeletionPolicy": "Delete",
                      "UpdateReplacePolicy": "Delete",
                      "Properties": {
                        "Label": {
                          "Ref": "A"
                        }
                      }
                    }
                """)
        #expect(resource("C", in: result).contains(#""Fn::Sub": "${A.Arn}/${!literal}""#))
    }

    @Test func aReferenceAcrossRegionsBecomesAParameterAndAnOutput() async {
        let a = Thing("a").region(.virginia)
        let result = await Compiler(schemas: .none).compile([
            TestStack {
                a
                Thing("b", a.id)
            }
        ])
        let here = result.text("test/staging/cloudformation/ap-northeast-1.template.json") ?? ""
        let there = result.text("test/staging/cloudformation/us-east-1.template.json") ?? ""
        #expect(here.contains(#""Description": "The output AId of the template for us-east-1""#))
        #expect(here.contains(#""Ref": "AId""#))
        #expect(there.contains(#""AId": {"#))
        #expect(there.contains(#""Ref": "A""#))
    }

    @Test func stackTagsReachEveryResourceThatTakesThem() async {
        let result = await Compiler(schemas: .none).compile([
            TestStack(tags: [Tag("Project", "p")]) { Thing("a").tag("Name", "a") }
        ])
        let text = resource("A", in: result)
        #expect(text.contains(#""Key": "Project""#))
        #expect(text.contains(#""Key": "Name""#))
    }

    @Test func storedDataIsKeptInProduction() async {
        let result = await Compiler(schemas: .none).compile([TestStack(environment: .production) { Thing("a") }])
        let template = result.text("test/production/cloudformation/ap-northeast-1.template.json") ?? ""
        #expect(template.contains(#""DeletionPolicy": "Retain""#))
        #expect(result.text("test/production/terraform/other.tf")?.contains("prevent_destroy = true") == true)
    }

    @Test func aParameterOfEachTypeIsDeclared() async {
        let result = await Compiler(schemas: .none).compile([
            TestStack {
                Thing("a", "\(Parameter<String>("s", default: "x", sensitive: true, description: "Text"))")
                RawResource("b", type: Thing.type) {
                    row("l", "L", Parameter<[String]>("list", default: .list(["a", "b"])))
                    row("n", "N", Parameter<Int>("number", default: 3))
                }
            }
        ])
        let text = result.text("test/staging/cloudformation/ap-northeast-1.template.json") ?? ""
        #expect(text.contains(#""Type": "CommaDelimitedList""#))
        #expect(text.contains(#""Default": "a,b""#))
        #expect(text.contains(#""NoEcho": true"#))
        #expect(text.contains(#""Default": 3"#))
        let variables = result.text("test/staging/terraform/variables.tf") ?? ""
        #expect(variables.contains("type    = list(string)"))
        #expect(variables.contains("sensitive   = true"))
    }

    @Test func anExportOfOneStackIsImportedByAnother() async {
        let a = Thing("a")
        let export = Export("thing-id", a.id, description: "The thing")
        let owner = TestStack(state: .s3(bucket: "states", key: "owner", region: .tokyo)) {
            a
            export
        }
        let user = TestStack("user") { Thing("b", export.imported(from: owner)) }
        let result = await Compiler(schemas: .none).compile([owner, user])
        #expect(result.diagnostics.isEmpty)
        let template = result.text("user/staging/cloudformation/ap-northeast-1.template.json") ?? ""
        #expect(template.contains(#""Fn::ImportValue": "test-staging-thing-id""#))
        #expect(
            result.text("test/staging/cloudformation/ap-northeast-1.template.json")?.contains(
                #""Name": "test-staging-thing-id""#) == true)
        #expect(
            result.text("user/staging/terraform/other.tf")?.contains(
                "data.terraform_remote_state.test_staging.outputs.thing_id") == true)
        #expect(result.text("user/staging/terraform/data.tf")?.contains(#"bucket = "states""#) == true)
    }

    @Test func textAroundAValueInAJSONDocumentIsEscapedAsJSON() async {
        let a = Thing("a")
        let document = TerraneCore.Expression.object([
            .init("k", .interpolation([.string("say \"hi\"\n"), a.id.expression]))
        ])
        let result = await Compiler(schemas: .none).compile([
            TestStack {
                a
                Thing("b", .json(document))
            }
        ])
        #expect(resource("B", in: result).contains(#""Fn::Sub": "{\"k\":\"say \\\"hi\\\"\\n${A}\"}""#))
    }

    @Test func aDollarAndBraceThatBeginNoNameAreAVariable() async {
        let a = Thing("a")
        let result = await Compiler(schemas: .none).compile([
            TestStack {
                a
                Thing("b", "${!x} ${ ${name} \(a.id)")
            }
        ])
        #expect(resource("B", in: result).contains("\"${Value_1}{!x} ${Value_2}{ ${!name} ${A}\""))
        #expect(resource("B", in: result).contains(#""Value_1": "$""#))
    }

    @Test func aDollarAndABraceThatMeetAreOneMark() async {
        let a = Thing("a")
        let parts: [TerraneCore.Expression] = [
            .string("$"), .json(.object([.init("k", .integer(1))])), a.id.expression,
        ]
        let result = await Compiler(schemas: .none).compile([
            TestStack {
                a
                Thing("b", Value(.interpolation(parts)))
            }
        ])
        #expect(resource("B", in: result).contains(#""${Value_1}{\"k\":1}${A}""#))
    }

    @Test func whatAddsToTheBraceBehindAParameterDoesNotHideIt() async {
        let result = await Compiler(schemas: .none).compile([
            TestStack { Thing("a", "\(Parameter<String>("email"))\u{FE0F}\(Parameter<String>("other"))") }
        ])
        let template = result.text("test/staging/cloudformation/ap-northeast-1.template.json") ?? ""
        #expect(template.contains("\"Email\": {"))
        #expect(template.contains("\"Other\": {"))
    }
}
