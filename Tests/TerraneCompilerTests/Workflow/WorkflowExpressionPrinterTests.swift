import TerraneCore
import TerraneWorkflows
import Testing

@testable import TerraneCompiler

@Suite struct WorkflowExpressionPrinterTests {
    let printer = WorkflowExpressionPrinter(resolve: \.text)

    @Test func literalsPrintAsGitHubReadsThem() {
        #expect(printer.print("it's") == "'it''s'")
        #expect(printer.print("a'\u{301}b") == "'a''\u{301}b'", "a quote with an accent is a quote")
        #expect(printer.print(42) == "42")
        #expect(printer.print(true) == "true")
        #expect(printer.print(.null) == "null")
        #expect(printer.print(.number(1.5)) == "1.5")
    }

    @Test func contextsPrintAsPaths() {
        #expect(printer.print(.github.sha) == "github.sha")
        #expect(printer.print(.secret("A_1")) == "secrets.A_1")
        #expect(printer.print(.github.event("inputs", "a b")) == "github.event.inputs['a b']")
        #expect(printer.print(.matrix("node-version")) == "matrix.node-version")
    }

    @Test func functionsPrintAsCalls() {
        #expect(printer.print(.hashFiles("a", "b")) == "hashFiles('a', 'b')")
        #expect(printer.print(.always()) == "always()")
        #expect(printer.print(.contains(.github.ref, "x")) == "contains(github.ref, 'x')")
    }

    @Test func parenthesesStandWhereTheyMatter() {
        let (a, b, c): (WorkflowExpression, WorkflowExpression, WorkflowExpression) = (.env("A"), .env("B"), .env("C"))
        #expect(printer.print(a || b && c) == "env.A || env.B && env.C")
        #expect(printer.print((a || b) && c) == "(env.A || env.B) && env.C")
        #expect(printer.print(!(a == b)) == "!(env.A == env.B)")
        #expect(printer.print(!a == b) == "!env.A == env.B")
        #expect(printer.print(a == (b == c)) == "env.A == (env.B == env.C)")
        #expect(printer.print((a == b) == c) == "env.A == env.B == env.C")
        #expect(printer.print((a < b) != (b >= c)) == "env.A < env.B != env.B >= env.C")
    }

    @Test func aValueOfTheModelPrintsAsALiteral() {
        let branch: Value<String> = "it's main"
        #expect(printer.print(.github.refName == .value(branch)) == "github.ref_name == 'it''s main'")
        #expect(printer.print(.value(Deployment.account)) == nil)
        #expect(printer.print(.format("{0}", .value(Deployment.account))) == nil)
    }
}
