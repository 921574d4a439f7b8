import Testing

@testable import HCL

@Suite struct ParserErrorTests {
    /// The errors as `line:column summary`.
    private func errors(_ source: String) -> [String] {
        Parser.parse(source).diagnostics.map { "\($0.range.start.line):\($0.range.start.column) \($0.summary)" }
    }

    @Test func severalErrorsAreReportedInOneRun() {
        let source = """
            a = [1, 2
            b = "open
            resource "x" {
              c = 1 2
              d = (1
              e = 3
            }
            f = "${g h}"
            i = 4

            """
        #expect(errors(source) == [
            "2:1 elements without a comma between them",
            "2:5 string without its closing quote",
            "4:9 more on the line than one item",
            "6:3 parenthesis that is not closed",
            "8:10 sequence that is not closed",
        ])
    }

    @Test func whatCanBeReadIsKept() {
        let (body, _) = Parser.parse("a = \nb = 1\nc {\n  d =\n  e = 2\n}\nf = 3\n")
        #expect(body.attributes.map(\.name) == ["b", "f"])
        #expect(body.blocks.first?.body.attributes.map(\.name) == ["e"])
    }

    @Test func columnsCountUnicodeScalars() {
        #expect(errors("a = \"é😀\" b") == ["1:10 more on the line than one item"])
    }

    @Test(arguments: [
        ("a", "1:1 name 'a' with neither a value nor a body"),
        ("a =", "1:4 value missing"),
        ("\"a\" = 1", "1:1 name in quotes"),
        ("= 1", "1:1 neither an attribute nor a block"),
        ("a = 1\na = 2", "2:1 attribute 'a' is set twice"),
        ("a {", "1:3 block without its closing brace"),
        ("}", "1:1 closing brace without an opening one"),
        ("a \"b${c}\" {}", "1:3 label that is not fixed"),
        ("a \"b\"\n{}", "1:6 block without its opening brace"),
        ("a { b = 1, c = 2 }", "1:10 block on one line with more than one attribute"),
        ("a = {b 1}", "1:8 key without a value"),
        ("a = {b = 1 c = 2}", "1:12 pairs on one line without a comma"),
        ("a = [1 2]", "1:8 elements without a comma between them"),
        ("a = f(1 2)", "1:9 call of 'f' that is not closed"),
        ("a = b ? c", "1:10 conditional without its colon"),
        ("a = b.", "1:7 dot without a name"),
        ("a = b[1", "1:8 index without its closing bracket"),
        ("a = [for x y : z]", "1:12 'for' without 'in'"),
        ("a = {for x in y : z}", "1:20 'for' in braces without its arrow"),
        ("a = \"\\q\"", "1:6 unknown escape"),
        ("a = \"%{if b}\"", "1:6 directive without its end"),
        ("a = \"%{endif}\"", "1:6 directive that nothing opened"),
        ("a = \"%{what}\"", "1:8 unknown directive"),
        ("a = <<EOT\nb\n", "1:5 heredoc without its closing marker"),
        ("a = 1 /* b", "1:7 comment without its closing mark"),
        ("a = 1;", "1:6 character that HCL does not use"),
    ])
    func anErrorIsWhereItStands(_ source: String, _ expected: String) {
        #expect(errors(source).first == expected)
    }

    @Test func everyDetailSaysWhatToDo() {
        for diagnostic in Parser.parse("a = [\nb = \"\n%\n}").diagnostics {
            #expect(diagnostic.detail.hasSuffix("."))
            #expect(!diagnostic.summary.hasSuffix("."))
            #expect(diagnostic.summary.first?.isUppercase == false)
        }
    }
}
