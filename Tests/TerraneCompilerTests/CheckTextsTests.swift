import TerraneAWS
import TerraneCore
import Testing

@testable import TerraneCompiler

/// What no target, or only one of them, could say is refused at its line; its legal twin is not.
@Suite struct CheckTextsTests {
    private func rules(
        tags: [TerraneCore.Tag] = [], state: StateBackend = .local,
        @ContentBuilder _ content: @escaping @Sendable () -> Content
    ) async -> [String] {
        let compilation = await Compiler(schemas: .none).compile([TestStack(tags: tags, content: content)])
        #expect(tags.isEmpty == false || compilation.errors.allSatisfy { $0.location != nil })
        return compilation.errors.map(\.rule)
    }

    @Test func aTextThatTerraformWouldComposeIsAnError() async {
        #expect(await rules { Thing("a", "e\u{301}") } == ["text-not-composed"])
        #expect(await rules { Thing("a").tag("e\u{301}", "x") } == ["text-not-composed"])
        #expect(await rules(tags: [Tag("x", "e\u{301}")]) { Thing("a") } == ["text-not-composed"])
        #expect(await rules { Thing("a", "\u{E9} 日本語 'x\u{301}").tag("한", "日本語") } == [])
    }

    /// Terraform's `jsonencode("\\n\u{301}")` is no JSON: the accent joins the `n` of the escape.
    @Test(arguments: ["\u{301}", "a\n\u{301}", "<\u{301}", "\u{1175}"])
    func anAccentWithoutALetterIsAnError(text: String) async {
        #expect(await rules { Thing("a", Value(text)) } == ["accent-without-letter"])
    }

    @Test(arguments: [" \u{301}", "a\n\u{E9}", "'\u{301}", "x\u{200D}", "\u{FE0F}"])
    func anAccentWithALetterIsNone(text: String) async {
        #expect(await rules { Thing("a", Value(text)) } == [])
    }

    @Test func aTextThatHoldsNULIsAnError() async {
        #expect(await rules { Thing("a", "x\u{0}") } == ["text-holds-n-u-l"])
        #expect(
            await rules {
                Thing("a")
                Export("b", Value<String>("x"), description: "\u{0}")
            } == ["text-holds-n-u-l"])
        #expect(
            await rules { Thing("a", Value(Parameter<String>("p", default: "\u{0}").expression)) } == [
                "text-holds-n-u-l"
            ])
    }

    @Test func aNumberThatIsNoneIsAnError() async {
        #expect(
            await rules { Thing("a", .json(TerraneCore.Expression.list([.number(.nan)]))) } == ["number-not-finite"])
        #expect(
            await rules {
                JSONDocument(
                    path: "ecs/a.json", scope: .environment, contents: .number(-.infinity),
                    source: SourceLocation(file: #fileID, line: #line))
            } == ["number-not-finite"])
        #expect(await rules { Thing("a", .json(TerraneCore.Expression.list([.number(1e300)]))) } == [])
    }

    @Test func aKeyTwiceInOneObjectIsAnError() async {
        let twice = TerraneCore.Expression.object([.init("k", .integer(1)), .init("k", .integer(2))])
        #expect(await rules { Thing("a", .json(twice)) }.contains("object-key-twice"))
        let once = TerraneCore.Expression.object([.init("k", .integer(1)), .init("k", .null)])
        #expect(await rules { Thing("a", .json(once)) } == [])
    }

    @Test(arguments: ["Ref", "Fn::GetAtt", "Fn::\u{301}x"])
    func dataThatReadsAsAFunctionIsAnError(key: String) async {
        let object = TerraneCore.Expression.object([.init(key, .string("x"))])
        #expect(await rules { Thing("a", .json(object)) } == ["data-reads-as-function"])
        #expect(
            await rules {
                Thing(
                    "a",
                    .json(TerraneCore.Expression.object([.init("ref", .string("x")), .init("fn", .string("Ref"))])))
            } == [])
    }

    @Test func aTextThatAsksAnotherServiceIsAnErrorUnlessItIsForCloudFormationAlone() async {
        let question: Value<String> = "{{resolve:ssm:/a}}"
        #expect(await rules { Thing("a", question) } == ["data-reads-as-function"])
        #expect(await rules { Thing("a", Value(terraform: "x", cloudFormation: question)) } == [])
    }

    @Test func anArgumentThatIsNoNameOrIsGivenTwiceIsAnError() async {
        @Sendable func raw(_ names: String...) -> RawResource {
            RawResource("raw", type: Thing.type) {
                Properties(names.map { Row(terraform: $0, cloudFormation: nil, content: .value(.string("x"))) })
            }
        }
        #expect(await rules { raw("a b") }.contains("not-in-h-c-l"))
        #expect(await rules { raw("a = 1\n}\nresource") }.contains("not-in-h-c-l"))
        #expect(await rules { raw("a", "a") }.contains("not-in-h-c-l"))
        #expect(await rules { Thing("a").ignoringChanges("x]\n}") }.contains("not-in-h-c-l"))
    }

    @Test func aDefaultIsALiteralThatCloudFormationReadsAsItIs() async {
        let thing = Thing("a")
        #expect(
            await rules {
                thing
                Thing("b", Value(Parameter<String>("p", default: thing.id).expression))
            } == ["default-not-literal"])
        @Sendable func listed(_ item: String) -> Value<String> {
            Value(.element(Parameter<[String]>("p", default: .list([Value(item), "b"])).expression, 0))
        }
        #expect(await rules { Thing("b", listed("a,b")) } == ["default-divided"])
        #expect(await rules { Thing("b", listed(" a")) } == ["default-divided"])
        #expect(await rules { Thing("b", listed("a b")) } == [])
    }

    @Test(arguments: ["version", "count", "a/b"])
    func aWordOfTerraformIsNoParameter(name: String) async {
        #expect(await rules { Thing("a", Value(Parameter<String>(name).expression)) } == ["variable-reserved"])
    }

    @Test func exportsThatAreSpeltAlikeAreAnError() async {
        let (a, b) = (Export("vpc-id", Value<String>("a")), Export("vpc_id", Value<String>("b")))
        #expect(
            await rules {
                Thing("a")
                a
                b
            } == ["exports-spelt-alike"])
        #expect(
            await rules {
                Thing("a")
                Export("vpc id", Value<String>("a"))
            } == ["unspeakable"])
    }
}
