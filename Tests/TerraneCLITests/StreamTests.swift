import Foundation
import Testing

/// The streams of a command: who reads them, who stopped reading, where colour goes.
@Suite struct StreamTests {
    /// Runs a line of shell in which `$stacks` and `$mistaken` are the programs.
    private func shell(_ line: String, in folder: URL = Program.package, environment: [String: String] = [:]) throws
        -> Program.Result
    {
        let programs = ["stacks": Program.stacks.path, "mistaken": Program.mistaken.path]
        return try Program(at: URL(fileURLWithPath: "/bin/bash"))
            .run("-c", line, in: folder, environment: environment.merging(programs) { $1 })
    }

    @Test func aReaderThatGoesAwayIsNoCrash() throws {
        let scratch = try Scratch()
        let result = try shell("$stacks check --output nothing | head -n 1; echo ${PIPESTATUS[0]}", in: scratch.url)
        #expect(result.output.hasSuffix("\n2\n"))
        #expect(try shell("$stacks list | true; echo ${PIPESTATUS[0]}").output == "0\n")
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func dataThatCannotBeWrittenIsAFailure() throws {
        let result = try shell("$stacks list > /dev/full")
        #expect(result.status == 1)
        #expect(result.errors == "error: cannot write to standard output: No space left on device\n")
    }

    @Test func aFullDiskLeavesNothingBehind() throws {
        let scratch = try Scratch()
        // Files of more than 20 blocks fail as they do on a full disk.
        let result = try shell("trap '' XFSZ; ulimit -f 20; $stacks synth --output a/b", in: scratch.url)
        #expect(result.status == 1)
        #expect(result.errors.contains("error: cannot write '"))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("a")))
    }

    @Test func diagnosticsGoToStandardErrorAndDataToStandardOutput() throws {
        let mistaken = try Program.mistaken.run("check")
        #expect(mistaken.output.isEmpty)
        #expect(!mistaken.errors.isEmpty)
        let list = try Program.stacks.run("list")
        #expect(list.errors.isEmpty)
        #expect(!list.output.isEmpty)
    }

    #if os(Linux)
        @Test(
            .enabled(
                if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "needs a terminal to write to"))
        func dataInAFileIsPlainThoughErrorsAreOnATerminal() throws {
            let scratch = try Scratch()
            let folder = scratch.path("out/koemo/production")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try "x".write(toFile: folder + "/graph.json", atomically: true, encoding: .utf8)
            let commands = "unset NO_COLOR; $stacks check --output out > plain; $mistaken check"
            let terminal = try shell("script -qec '\(commands)' /dev/null", in: scratch.url)
            let plain = try String(contentsOfFile: scratch.path("plain"), encoding: .utf8)
            #expect(plain.contains("stale:   koemo/production/graph.json\n"))
            #expect(!plain.contains("\u{1B}"))
            #expect(terminal.output.contains("\u{1B}[31merror:"))
        }
    #endif

    @Test func placesAreRelativeToWhereOneStands() throws {
        let tests = Program.package.appendingPathComponent("Tests", isDirectory: true)
        #expect(try Program.mistaken.run("check", in: tests).errors.hasPrefix("Fixtures/MistakenStacks/Main.swift:"))
        let scratch = try Scratch()
        #expect(try Program.mistaken.run("check", in: scratch.url).errors.hasPrefix("/"))
    }

    @Test func annotationsAreRelativeToTheCheckout() throws {
        let tests = Program.package.appendingPathComponent("Tests", isDirectory: true)
        let result = try Program.mistaken.run(
            "check", "--format", "github", in: tests, environment: ["GITHUB_WORKSPACE": Program.package.path])
        #expect(result.output.hasPrefix("::error file=Tests/Fixtures/MistakenStacks/Main.swift,line="))
    }

    @Test func synthReportsToProgramsInOneDocument() throws {
        let scratch = try Scratch()
        let result = try Program.stacks.run("synth", "--output", scratch.path("out"), "--format", "json")
        let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect(report?["formatVersion"] as? Int == 1)
        #expect(report?["created"] as? Int ?? 0 > 50)
        #expect((report?["diagnostics"] as? [Any])?.isEmpty == true)
    }

    @Test func aTroubleWithFilesIsOneDocumentToo() throws {
        let result = try Program.stacks.run("synth", "--output", "/dev/null/out", "--format", "json")
        let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect(result.status == 1)
        #expect((report?["diagnostics"] as? [Any])?.count == 1)
    }
}
