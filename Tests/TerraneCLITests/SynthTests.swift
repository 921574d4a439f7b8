import Foundation
import Testing

@Suite struct SynthTests {
    @Test func theSameBytesComeOutWhateverTheSurroundings() throws {
        let scratch = try Scratch()
        let first = try Program.stacks.run(
            "synth", "--output", scratch.path("a"), environment: ["LC_ALL": "C", "SWIFT_DETERMINISTIC_HASHING": "1"])
        let second = try Program.stacks.run(
            "synth", "--output", scratch.path("b"), in: scratch.url,
            environment: ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"])
        #expect(first.status == 0)
        #expect(second.status == 0)
        let (a, b) = (Scratch.contents(of: scratch.path("a")), Scratch.contents(of: scratch.path("b")))
        #expect(a.count > 50)
        #expect(a == b)
        #expect(try Program.stacks.run("check", "--output", scratch.path("a")).status == 0)
    }

    @Test func writingAgainChangesNothing() throws {
        let scratch = try Scratch()
        _ = try Program.stacks.run("synth", "--output", scratch.path("out"))
        let again = try Program.stacks.run("synth", "--output", scratch.path("out"))
        #expect(again.errors.contains(": 0 created, 0 updated, 0 removed, "))
    }

    @Test func aPartialRunLeavesTheRestAlone() throws {
        let scratch = try Scratch()
        _ = try Program.stacks.run("synth", "--output", scratch.path("out"))
        let before = Scratch.contents(of: scratch.path("out"))
        let partial = try Program.stacks.run(
            "synth", "koemo/staging", "--target", "terraform", "--output", scratch.path("out"))
        #expect(partial.status == 0)
        #expect(Scratch.contents(of: scratch.path("out")) == before)
    }

    @Test func anOldFileOfOursGoesAndAForeignOneStays() throws {
        let scratch = try Scratch()
        _ = try Program.stacks.run("synth", "--output", scratch.path("out"))
        let manifest = scratch.path("out/.terrane-manifest.json")
        let listed = try String(contentsOfFile: manifest, encoding: .utf8).replacingOccurrences(
            of: "\"files\": [", with: "\"files\": [\n    \"koemo/old/terraform/main.tf\",")
        try listed.write(toFile: manifest, atomically: true, encoding: .utf8)
        for path in ["out/koemo/old/terraform", "out/koemo/mine"] {
            try FileManager.default.createDirectory(atPath: scratch.path(path), withIntermediateDirectories: true)
        }
        try "x".write(toFile: scratch.path("out/koemo/old/terraform/main.tf"), atomically: true, encoding: .utf8)
        try "x".write(toFile: scratch.path("out/koemo/mine/notes.txt"), atomically: true, encoding: .utf8)
        let result = try Program.stacks.run("synth", "--output", scratch.path("out"))
        #expect(result.errors.contains("1 removed"))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("out/koemo/old")))
        #expect(FileManager.default.fileExists(atPath: scratch.path("out/koemo/mine/notes.txt")))
    }

    @Test func aForeignFileInTheWayIsNotOverwritten() throws {
        let scratch = try Scratch()
        let folder = scratch.path("out/koemo/production")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try "mine".write(toFile: folder + "/graph.json", atomically: true, encoding: .utf8)
        let result = try Program.stacks.run("synth", "--output", scratch.path("out"))
        #expect(result.status == 1)
        #expect(result.errors.contains("Terrane did not write it"))
        #expect(Scratch.contents(of: scratch.path("out")).count == 1)
    }

    @Test func theOutputOfAnotherProgramIsLeftAlone() throws {
        let scratch = try Scratch()
        _ = try Program.stacks.run("synth", "--output", scratch.path("out"))
        let before = Scratch.contents(of: scratch.path("out"))
        let result = try Program(name: "FirstStack").run("synth", "--output", scratch.path("out"))
        #expect(result.status == 1)
        #expect(result.errors.contains("holds the output of other systems"))
        #expect(Scratch.contents(of: scratch.path("out")) == before)
        #expect(try Program(name: "FirstStack").run("synth", "--output", scratch.path("new")).status == 0)
    }

    @Test func nothingIsWrittenThroughALink() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path("elsewhere"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: scratch.path("out"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("out/koemo"), withDestinationPath: scratch.path("elsewhere"))
        let result = try Program.stacks.run("synth", "--output", scratch.path("out"))
        #expect(result.status == 1)
        #expect(result.errors.contains("is a symbolic link"))
        #expect(Scratch.contents(of: scratch.path("elsewhere")).isEmpty)
    }

    @Test func aFileWhereAFolderBelongsIsReported() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path("out"), withIntermediateDirectories: true)
        try "x".write(toFile: scratch.path("out/koemo"), atomically: true, encoding: .utf8)
        let result = try Program.stacks.run("synth", "--output", scratch.path("out"))
        #expect(result.status == 1)
        #expect(result.errors.contains("is no folder"))
        #expect(Scratch.contents(of: scratch.path("out")).count == 1)
    }

    @Test func scriptsWaitForARunThatCompilesEveryEnvironment() throws {
        let scratch = try Scratch()
        let out = scratch.path("out")
        let part = try Program.stacks.run("synth", "koemo/staging", "--output", out)
        #expect(part.status == 0)
        #expect(!FileManager.default.fileExists(atPath: out + "/koemo/operations"))
        #expect(try Program.stacks.run("check", "koemo/staging", "--output", out).status == 0)

        _ = try Program.stacks.run("synth", "--output", out)
        let script = out + "/koemo/operations/rollback.sh"
        let whole = FileManager.default.contents(atPath: script)
        #expect(FileManager.default.isExecutableFile(atPath: script))
        #expect(try Program.stacks.run("synth", "koemo/staging", "--output", out).status == 0)
        #expect(FileManager.default.contents(atPath: script) == whole)
        #expect(try Program.stacks.run("check", "--output", out).status == 0)
    }
}
