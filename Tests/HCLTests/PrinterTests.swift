import Testing

@testable import HCL

@Suite struct PrinterTests {
    private func text(_ body: Body) -> String { String(decoding: Printer.print(body), as: UTF8.self) }

    private func text(_ expression: Expression) -> String { String(decoding: Printer.print(expression), as: UTF8.self) }

    @Test func anEmptyBlockPrintsOnOneLine() {
        #expect(text([.block(Block("resource", labels: ["a", "b"]))]) == "resource \"a\" \"b\" {}\n")
    }

    @Test func aBlockSharesALineOnlyIfAsked() {
        let body: Body = [.attribute(Attribute("a", .number(1)))]
        #expect(text([.block(Block("b", body: body))]) == "b {\n  a = 1\n}\n")
        #expect(text([.block(Block("b", body: body, isOneLine: true))]) == "b { a = 1 }\n")
    }

    @Test func blankLinesStandRoundBlocks() {
        let inner: Body = [.attribute(Attribute("a", .null)), .block(Block("c")), .block(Block("c")), .block(Block("d"))]
        let file: Body = [.comment(Comment("Generated")), .blankLine, .block(Block("b", body: inner)), .block(Block("e"))]
        #expect(text(file) == "# Generated\n\nb {\n  a = null\n\n  c {}\n  c {}\n\n  d {}\n}\n\ne {}\n")
    }

    @Test func equalsSignsAndCommentsAreAligned() {
        let body: Body = [
            .attribute(Attribute("a", .number(1), comment: Comment("one"))),
            .attribute(Attribute("long", .number(22), comment: Comment("two"))),
        ]
        #expect(text(body) == "a    = 1  # one\nlong = 22 # two\n")
    }

    @Test func anObjectAsAValueHasALineForEachPair() {
        let tags: Body = [.attribute(Attribute("tags", ["Name": "x", "a b": "y"].object))]
        #expect(text(tags) == "tags = {\n  Name  = \"x\"\n  \"a b\" = \"y\"\n}\n")
    }

    @Test func anObjectAsAnArgumentSharesTheLine() {
        let call = Expression.call("merge", [.reference("var", "tags"), ["Name": "x"].object])
        #expect(text(call) == "merge(var.tags, { Name = \"x\" })")
    }

    @Test func anArgumentOfNestedObjectsOpensOnTheLineOfTheCall() {
        let policy: Expression = .map([("Statement", .list([.map([("Effect", .string("Allow"))])]))])
        let attribute: Body = [.attribute(Attribute("policy", .call("jsonencode", [policy])))]
        #expect(text(attribute) == """
            policy = jsonencode({
              Statement = [
                {
                  Effect = "Allow"
                },
              ]
            })

            """)
    }

    @Test func aTupleSharesALineIfItFits() {
        #expect(text(.list([.string("a"), .reference("b", "c")])) == "[\"a\", b.c]")
        let long = (0..<20).map { Expression.string("subnet-\($0)") }
        #expect(text(.list(long)).hasPrefix("[\n  \"subnet-0\",\n"))
        #expect(text(.list([.call("f", []), .call("g", [])])) == "[\n  f(),\n  g(),\n]")
    }

    @Test func operatorsGetTheParenthesesTheyNeed() {
        let sum = Expression.binary(.number(1), .add, .number(2))
        #expect(text(.binary(sum, .multiply, .number(3))) == "(1 + 2) * 3")
        #expect(text(.binary(.number(3), .subtract, sum)) == "3 - (1 + 2)")
        #expect(text(.unary(.not, .binary(.variable("a"), .and, .variable("b")))) == "!(a && b)")
        #expect(text(.attribute(.conditional(.variable("a"), then: .variable("b"), else: .variable("c")), "d")) == "(a ? b : c).d")
    }

    @Test func forExpressionsPrint() {
        let clause = ForClause(key: "k", value: "v", in: .reference("var", "m"))
        #expect(text(.forTuple(ForTuple(clause, result: .variable("v"), if: .variable("k")))) == "[for k, v in var.m : v if k]")
        let grouped = ForObject(clause, key: .variable("v"), result: .variable("k"), isGrouping: true)
        #expect(text(.forObject(grouped)) == "{ for k, v in var.m : v => k... }")
    }

    @Test func postfixExpressionsPrint() {
        let base = Expression.reference("a", "b")
        #expect(text(.attribute(.fullSplat(base), "id")) == "a.b[*].id")
        #expect(text(.attribute(.attributeSplat(base), "id")) == "a.b.*.id")
        #expect(text(.index(base, .string("k"))) == "a.b[\"k\"]")
        #expect(text(.legacyIndex(base, 0)) == "a.b.0")
        #expect(text(.call("provider::aws::f", [base], expandsLast: true)) == "provider::aws::f(a.b...)")
    }

    @Test func directivesPrint() {
        let template = Template(parts: [
            .if(IfDirective(.variable("a"), then: [.literal("x")], else: [.literal("y")], ifStrip: Strip(after: true))),
            .for(ForDirective(ForClause(value: "v", in: .variable("b")), body: [.interpolation(.variable("v"))])),
        ])
        #expect(text(.template(template)) == "\"%{if a~}x%{else}y%{endif}%{for v in b}${v}%{endfor}\"")
    }

    @Test func aHeredocIsIndentedIfAsked() {
        let body: Body = [
            .block(Block("b", body: [.attribute(Attribute("a", .heredoc(Heredoc("x\n  y\n\n", isIndented: true))))]))
        ]
        #expect(text(body) == "b {\n  a = <<-EOT\n    x\n      y\n\n  EOT\n}\n")
        #expect(text([.attribute(Attribute("a", .heredoc(Heredoc("x\n"))))]) == "a = <<EOT\nx\nEOT\n")
    }

    @Test func aHeredocThatCannotBeWrittenIsAString() {
        #expect(text(.heredoc(Heredoc("no newline"))) == "\"no newline\"")
        #expect(text(.heredoc(Heredoc("a\rb\n"))) == "\"a\\rb\\n\"")
        #expect(text(.heredoc(Heredoc("EOT\n"))) == "<<EOT_\nEOT\nEOT_")
        #expect(text(.heredoc(Heredoc("  a\n", isIndented: true))) == "<<EOT\n  a\nEOT")
    }

    @Test func aNameCannotBreakOutOfItsPlace() {
        #expect(text([.attribute(Attribute("a = 1\nb", .null))]) == "a___1_b = null\n")
        #expect(text([.attribute(Attribute("", .null, comment: Comment("x\ny = 1")))]) == "_ = null # x y = 1\n")
        #expect(text([.comment(Comment("a */ b", style: .block))]) == "/* a * / b */\n")
        #expect(text([.comment(Comment("a\nb = 1"))]) == "# a\n# b = 1\n")
    }

    @Test func aLoneInterpolationLosesItsQuotes() {
        let value = Expression.template(Template(parts: [.interpolation(.reference("var", "x"))]))
        #expect(text([.attribute(Attribute("a", value))]) == "a = var.x\n")
    }

    @Test(arguments: [
        ("plain", "plain"), ("${x}", "$${x}"), ("%{x}", "%%{x}"), ("$${", "$$${"), ("$x %d", "$x %d"),
        ("\"", "\\\""), ("\\", "\\\\"), ("a\nb", "a\\nb"), ("\r\t", "\\r\\t"), ("\u{1}", "\\u0001"),
        ("\u{7F}", "\\u007f"), ("é", "é"), ("😀", "😀"), ("\u{E0001}", "\\U000e0001"), ("\u{202E}", "\\u202e"),
    ])
    func aStringIsEscaped(_ value: String, _ expected: String) {
        #expect(text(.string(value)) == "\"\(expected)\"")
        #expect(Parser.parse("a = \"\(expected)\"").body.attributes.first?.value == .string(value))
    }

    @Test func aDollarBeforeAnInterpolationStaysADollar() {
        let template = Template(parts: [.literal("$"), .interpolation(.variable("a"))])
        #expect(text(.template(template)) == "\"\\u0024${a}\"")
    }

    @Test func numbersKeepTheirDigits() {
        #expect(Number(0.5)?.literal == "0.5")
        #expect(Number(100.0)?.literal == "100")
        #expect(Number(Double.nan) == nil)
        #expect(Number(literal: "1e+9")?.literal == "1e+9")
        #expect(Number(literal: "1.") == nil)
    }

    @Test func manyAttributesTakeLinearTime() {
        let clock = ContinuousClock()
        let body = Body((0..<100_000).map { .attribute(Attribute("name_\($0)", .string("value \($0)"))) })
        let time = clock.measure { #expect(Printer.print(body).count > 2_000_000) }
        #expect(time < .seconds(10), "\(time)")
        print("100,000 attributes: \(time)")
    }
}

extension Dictionary where Key == String, Value == String {
    fileprivate var object: HCL.Expression {
        .map(sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
    }
}
