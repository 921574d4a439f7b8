import Foundation
import TerraneCore
import Testing

@testable import TerraneCompiler
@testable import TerraneWorkflows

private func listed(@ContentBuilder _ content: () -> Content) -> Content { content() }

@Suite struct DifferenceReviewTests {
    private static let review = DifferenceReview(
        "infrastructure", of: ["shop", "it's"], failingOn: .dataLoss, .exposure)

    private func text(_ review: DifferenceReview = review) async throws -> String {
        let workflow = Workflow("infrastructure", name: "Infrastructure", on: .pullRequest(branches: ["main"])) {
            review.jobs
        }
        let compilation = await Compiler().compile(repository: listed { workflow })
        #expect(compilation.diagnostics == [])
        return try #require(compilation.text("workflows/infrastructure.yml"))
    }

    private func jobs() async throws -> (compare: String, review: String) {
        let text = try await self.text()
        let start = try #require(text.range(of: "\n  review:\n"))
        return (String(text[..<start.lowerBound]), String(text[start.lowerBound...]))
    }

    @Test func whatRunsThePullRequestMayOnlyRead() async throws {
        let compare = try await jobs().compare
        #expect(compare.contains("permissions:\n      contents: read\n"))
        #expect(!compare.contains("write") && !compare.contains("secrets."))
        #expect(compare.contains("fetch-depth: 2"))
        #expect(
            compare.contains(
                #"swift run stacks diff 'shop' 'it'\''s' --against 'HEAD^1' --output "$OUTPUT" --fail-on data-loss --fail-on exposure"#
            ))
    }

    @Test func whatMayWriteRunsNothingOfThePullRequest() async throws {
        let review = try await jobs().review
        #expect(!review.contains("checkout") && !review.contains("swift run"))
        #expect(review.contains("needs: [diff]"))
        #expect(
            review.contains(
                "actions: read\n      contents: read\n      pull-requests: write\n      security-events: write\n"))
        let own = "if: github.event.pull_request.head.repo.full_name == github.repository\n"
        #expect(review.components(separatedBy: own).count == 3, "the comment and the findings")
    }

    @Test func itFailsAfterItHasSpoken() async throws {
        let review = try await jobs().review
        let comment = try #require(review.range(of: "- name: Write the difference"))
        let findings = try #require(review.range(of: "- name: Show the findings"))
        let verdict = try #require(review.range(of: "- name: Fail on"))
        #expect(comment.lowerBound < findings.lowerBound && findings.lowerBound < verdict.lowerBound)
        #expect(review.contains("if: needs.diff.outputs.status == '3'\n"))
        let mild = try await text(DifferenceReview("mild"))
        #expect(!mild.contains("- name: Fail on") && !mild.contains("--fail-on"))
    }

    // MARK: The scripts, run

    /// What `gh` is asked, when it answers with `comments` and filters as it is told.
    private func asked(status: String, comments: String) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("terrane-gh-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try comments.write(to: folder.appendingPathComponent("comments.json"), atomically: true, encoding: .utf8)
        let program = """
            #!/bin/bash
            printf '%s\\n' "$*" >> "$FOLDER/calls"
            while [ $# -gt 0 ]; do if [ "$1" = --jq ]; then jq --raw-output "$2" "$FOLDER/comments.json"; fi; shift; done
            """
        let gh = folder.appendingPathComponent("gh")
        try program.write(to: gh, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: gh.path)
        let result = try Shell.run(
            "/bin/bash", ["-eo", "pipefail", "-c", DifferenceScripts.comment],
            environment: [
                "PATH": folder.path + ":/usr/bin:/bin", "FOLDER": folder.path, "REPOSITORY": "o/r", "PULL_REQUEST": "7",
                "REVIEW": "infrastructure", "STATUS": status,
            ])
        #expect(result.status == 0, "\(result.messages)")
        let calls = try String(contentsOf: folder.appendingPathComponent("calls"), encoding: .utf8)
        return calls.split(separator: "\n").map(String.init).filter { !$0.contains("--jq") && $0.hasPrefix("api") }
    }

    private static func comment(_ id: Int, by login: String, _ body: String) -> String {
        #"{"id": \#(id), "user": {"login": "\#(login)"}, "body": "\#(body)"}"#
    }

    private static let body = "<!-- terrane-diff -->\\n### x\\n<!-- infrastructure -->\\n"
    private static let hasJQ = FileManager.default.isExecutableFile(atPath: "/usr/bin/jq")

    @Test(.enabled(if: hasJQ, "jq filters as gh does"))
    func theCommentIsWrittenOnceAndThenEdited() throws {
        let post = "api --silent --method POST repos/o/r/issues/7/comments --field body=@difference/comment.md"
        let patch = "api --silent --method PATCH repos/o/r/issues/comments/5 --field body=@difference/comment.md"
        let bot = "github-actions[bot]"
        let mine = DifferenceReviewTests.comment(5, by: bot, DifferenceReviewTests.body)
        let later = DifferenceReviewTests.comment(6, by: bot, DifferenceReviewTests.body)
        #expect(try asked(status: "2", comments: "[]") == [post])
        #expect(try asked(status: "3", comments: "[\(mine), \(later)]") == [patch])
        #expect(try asked(status: "0", comments: "[\(mine)]") == [patch], "what was said no longer holds")
        #expect(try asked(status: "0", comments: "[]") == [])
    }

    @Test(.enabled(if: hasJQ, "jq filters as gh does"))
    func aCommentOfSomebodyElseIsLeftAlone() throws {
        let others = [
            DifferenceReviewTests.comment(1, by: "mallory", DifferenceReviewTests.body),
            DifferenceReviewTests.comment(2, by: "github-actions[bot]", "other " + DifferenceReviewTests.body),
            DifferenceReviewTests.comment(3, by: "github-actions[bot]", "<!-- terrane-diff -->\\n<!-- other -->"),
        ]
        let asked = try asked(status: "2", comments: "[\(others.joined(separator: ", "))]")
        #expect(asked.count == 1 && asked[0].contains("--method POST"))
    }

    /// What the job of the comparison leaves behind when the program ends with `code`.
    private func compared(endingWith code: Int) throws -> (status: Int32, outputs: String) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("terrane-diff-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = "cd '\(folder.path)'\n" + DifferenceScripts.compare(with: "program")
        let result = try Shell.run(
            "/bin/bash", ["-eo", "pipefail", "-c", "program() { echo said; return \(code); }\n" + script],
            environment: [
                "PATH": "/usr/bin:/bin", "GITHUB_STEP_SUMMARY": folder.path + "/summary",
                "GITHUB_OUTPUT": folder.path + "/output", "REVIEW": "r",
            ])
        let outputs = ["output", "summary", "difference/comment.md", "difference/difference.sarif"].map {
            (try? String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)) ?? "-"
        }
        return (result.status, outputs.joined(separator: "|"))
    }

    @Test func aDifferenceFailsOnlyOnceItHasBeenSaid() throws {
        for code in [0, 2, 3] {
            let compared = try compared(endingWith: code)
            #expect(compared.status == 0)
            #expect(compared.outputs == "status=\(code)\n|said\n|said\n\n<!-- r -->\n|said\n")
        }
        for code in [1, 64, 137] { #expect(try compared(endingWith: code).status == code) }
    }
}
