import TerraneCompiler
import TerraneCore
import Testing

@testable import TerraneCLI

@Suite struct ShownTextTests {
    @Test(arguments: [
        ("plain text, naïve 日本語 👩‍🚀", "plain text, naïve 日本語 👩‍🚀"), ("a\tb\nc", "a\tb\nc"), ("end\r", "end\\r"),
        ("\u{1B}[2Jgone", "\\u{1B}[2Jgone"), ("a\u{202E}b", "a\\u{202E}b"), ("\u{9B}31m", "\\u{9B}31m"), ("", ""),
    ])
    func nothingShownCommandsTheTerminal(text: String, expected: String) {
        #expect(VisibleText.of(text) == expected)
    }

    @Test func aVeryLongLineIsCutShort() {
        #expect(VisibleText.line(String(repeating: "x", count: 500)) == String(repeating: "x", count: 500))
        #expect(VisibleText.line(String(repeating: "é", count: 501)).hasSuffix("é… and 1 more characters"))
        #expect(VisibleText.line(String(repeating: "é", count: 300)) == String(repeating: "é", count: 300))
    }

    @Test(arguments: [
        ("/p/stacks/A.swift", "/p", "/p", "stacks/A.swift"), ("/p/stacks/A.swift", "/p/stacks", "/p", "A.swift"),
        ("/p/stacks/A.swift", "/p/Tests/deep", "/p", "../../stacks/A.swift"), ("/p", "/p", "/p", "."),
        ("/other/A.swift", "/p", "/p", "/other/A.swift"), ("/pp/A.swift", "/p", "/p", "/pp/A.swift"),
    ])
    func pathsAreRelativeInsideThePackage(path: String, folder: String, common: String, expected: String) {
        #expect(ShownPath.relative(path, to: folder, within: common) == expected)
    }

    @Test func annotationsAreEscaped() {
        let command = WorkflowCommand(kind: "error", file: "a,b:c.tf", line: 3, message: "50%\n::set-output\r")
        #expect(command.description == "::error file=a%2Cb%3Ac.tf,line=3::50%25%0A::set-output%0D")
        #expect(
            WorkflowCommand(kind: "error", file: nil, line: nil, message: "a\r\n::set-output").description
                == "::error::a%0D%0A::set-output", "to Swift the two are one character")
        #expect(WorkflowCommand(kind: "notice", file: nil, line: nil, message: "x").description == "::notice::x")
        let hidden = WorkflowCommand(kind: "notice", file: nil, line: nil, message: "a\u{202E}b\u{1B}[31m")
        #expect(hidden.description == "::notice::a\\u{202E}b\\u{1B}[31m")
    }

    @Test func theCountNamesEachKind() {
        let diagnostics = [Diagnostic.error("a"), .error("b"), .warning("c")]
        #expect(DiagnosticPrinter.count(diagnostics) == "2 errors, 1 warning")
    }

    @Test func aFileIsFoundByItsModuleOrByItsNameAlone() {
        let index = SourceIndex(root: Program.package)
        let fixture = index.path(of: SourceLocation(file: "MistakenStacks/Main.swift", line: 1))
        #expect(fixture?.hasSuffix("Tests/Fixtures/MistakenStacks/Main.swift") == true)
        let alone = index.path(of: SourceLocation(file: "elsewhere/ShownTextTests.swift", line: 1))
        #expect(alone?.hasSuffix("Tests/TerraneCLITests/ShownTextTests.swift") == true)
        #expect(index.path(of: SourceLocation(file: "nowhere/Nothing.swift", line: 1)) == nil)
    }
}
