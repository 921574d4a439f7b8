import Foundation
import Testing

/// The pages as a user writes them.
@Suite struct ReportCommandTests {
    @Test func aRunWritesAPageForEachSystemAndAnIndex() throws {
        let scratch = try Scratch()
        let result = try Program.stacks.run("report", "--output", scratch.path("out"))
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.contains("6 created"))
        let files = Scratch.contents(of: scratch.path("out"))
        #expect(
            Set(files.keys) == [
                ".terrane-manifest.json", "affiliate-system.html", "index.html", "koemo.html", "morrow.html",
                "platform.html", "rainbow-seeker.html",
            ])
        let again = try Program.stacks.run("report", "--output", scratch.path("out"))
        #expect(again.errors.contains("6 unchanged"))
    }

    @Test func oneSystemHasOnePageAndLeavesTheOthersAlone() throws {
        let scratch = try Scratch()
        _ = try Program.stacks.run("report", "--output", scratch.path("out"))
        let before = Scratch.contents(of: scratch.path("out"))
        let result = try Program.stacks.run("report", "koemo/production", "--output", scratch.path("out"))
        #expect(result.errors.contains("0 created, 1 updated, 0 removed"))
        let after = Scratch.contents(of: scratch.path("out"))
        #expect(after.filter { $0.key != "koemo.html" } == before.filter { $0.key != "koemo.html" })
        #expect(after["koemo.html"] != before["koemo.html"])
    }

    @Test func nothingIsWrittenWhenAStackHasAnError() throws {
        let scratch = try Scratch()
        let result = try Program.mistaken.run("report", "--output", scratch.path("out"))
        #expect(result.status == 1)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
    }

    @Test func aPageOfSomebodyElseIsNotOverwritten() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path("out"), withIntermediateDirectories: true)
        try "mine".write(toFile: scratch.path("out/koemo.html"), atomically: true, encoding: .utf8)
        let result = try Program.stacks.run("report", "koemo", "--output", scratch.path("out"))
        #expect(result.status == 1)
        #expect(try String(contentsOfFile: scratch.path("out/koemo.html"), encoding: .utf8) == "mine")
    }

    @Test func aStackThatThereIsNotIsWrongUsage() throws {
        #expect(try Program.stacks.run("report", "nowhere", "--output", try Scratch().path("out")).status == 64)
    }
}
