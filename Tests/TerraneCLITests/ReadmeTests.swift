import Foundation
import Testing

/// The README does not lie: each of its code blocks is compiled, printed or run.
@Suite struct ReadmeTests {
    private struct Block {
        let language: String
        let text: String
    }

    private func blocks() throws -> [Block] {
        let text = try String(contentsOf: Program.package.appendingPathComponent("README.md"), encoding: .utf8)
        var blocks: [Block] = []
        var open: (language: String, lines: [Substring])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let current = open, line == "```" {
                blocks.append(Block(language: current.language, text: current.lines.joined(separator: "\n")))
                open = nil
            } else if open != nil {
                open?.lines.append(line)
            } else if line.hasPrefix("```") {
                open = (String(line.dropFirst(3)), [])
            }
        }
        return blocks
    }

    @Test func everyBlockIsOfAKindThatATestCovers() throws {
        let kinds = try blocks().map(\.language)
        #expect(kinds.count >= 5)
        #expect(Set(kinds).isSubset(of: ["swift", "sh", "hcl"]))
    }

    /// Swift blocks are files of `Tests/Fixtures/FirstStack`, which the build compiles.
    @Test func theSwiftIsCompiled() throws {
        let folder = Program.package.appendingPathComponent("Tests/Fixtures/FirstStack")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let sources = try files.map { try String(contentsOf: $0, encoding: .utf8).trimmingCharacters(in: .newlines) }
        for block in try blocks() where block.language == "swift" {
            #expect(sources.contains(block.text), "not a file of \(folder.lastPathComponent):\n\(block.text)")
        }
    }

    @Test func theTerraformIsWhatTheFirstStackCompilesTo() throws {
        let scratch = try Scratch()
        let result = try Program(name: "FirstStack").run("synth", "--output", scratch.path("out"))
        #expect(result.status == 0)
        let cache = try String(contentsOfFile: scratch.path("out/shop/production/terraform/cache.tf"), encoding: .utf8)
        for block in try blocks() where block.language == "hcl" { #expect(cache.contains(block.text)) }
        #expect(Scratch.contents(of: scratch.path("out/shop/production")).count == 12)
    }

    @Test func theCommandsWork() throws {
        let scratch = try Scratch()
        for command in try blocks().filter({ $0.language == "sh" }).flatMap({ $0.text.split(separator: "\n") }) {
            let words = command.split(separator: " ").map(String.init)
            switch words.prefix(3) {
            case ["swift", "run", "stacks"]:
                var arguments = Array(words.dropFirst(3))
                if ["synth", "check", "report"].contains(arguments.first) { arguments += ["--output", scratch.path("out")] }
                #expect(try Program.stacks.run(arguments).status == 0, "\(command)")
            case let make where make.first == "make" && words.count == 2:
                let makefile = try String(
                    contentsOf: Program.package.appendingPathComponent("Makefile"), encoding: .utf8)
                #expect(makefile.contains("\n\(words[1]):"), "\(command)")
            default: Issue.record("nothing runs '\(command)'")
            }
        }
    }
}
