import Foundation
import TerraneCompiler
import TerraneCore
import Testing

@testable import TerraneCLI

@Suite struct DifferenceMarkdownTests {
    @Test func aCommentSaysTheWorstFirstAndFoldsTheDetails() {
        let text = Samples.markdown(Samples.shop)
        #expect(
            text.hasPrefix(
                """
                <!-- terrane-diff -->
                ### Replaces 2 databases and loses their data; may replace 1 listener; adds 1 alarm; touches up 1 bucket; and 1 more change

                > [!CAUTION]
                > Compared with main (1a2b3c4), 3 stacks differ: `shop/staging`, `shop/production`, `shop/standby`. \
                Known from the code alone: no cloud was asked.

                | | resource | what comes of it | where |
                | --- | --- | --- | --- |
                | Data loss | `shop-database` in `shop/staging`, `shop/production` | **will**: the database is replaced, and what \
                it stores is lost | `Shop.swift:21` |
                """), "\(text)")
        #expect(
            text.contains(
                """
                <details><summary><b>Data loss</b>: 1</summary>

                #### `-/+` `shop-database` in `shop/staging`, `shop/production`

                `Shop.swift:21` · `aws_db_instance.shop_database` · `ShopDatabase` · `AWS::RDS::DBInstance`

                - **will**: the database is replaced, and what it stores is lost<br><sub>because of identifier; \
                create-only: registry schema of AWS::RDS::DBInstance, createOnlyProperties</sub>

                | property | before | after |
                | --- | --- | --- |
                | `identifier` | `"shop-database"` | `"shop-db"` |


                </details>
                """), "\(text)")
        #expect(text.contains("<details><summary><b>Cosmetic</b>: 1</summary>\n\n- `shop-files` in"))
    }

    @Test func thePictureHasWhatIsTouchedAndItsNeighbours() {
        let text = Samples.markdown(Samples.shop)
        #expect(
            text.contains(
                """
                ```mermaid
                flowchart LR
                  subgraph s0["shop/staging"]
                    n0["-/+ shop-database"]:::bad
                    n3["shop-api"]
                    n4["shop-web/listener"]
                  end
                  subgraph s1["shop/production"]
                    n1["~ shop-web/listener"]:::risky
                    n2["+ shop-cpu"]:::plain
                    n5["shop-database"]
                  end
                  n1 --> n5
                  n3 --> n0
                  n4 --> n0
                """), "\(text)")
    }

    @Test func whatLooksRenamedIsATip() {
        let text = Samples.markdown(Samples.renamed)
        #expect(
            text.contains(
                """
                > [!TIP]
                > `shop-new` looks like `shop-old` under another name: write `.renamed(from: "shop-old")` behind it \
                (`Shop.swift:9`), or it is destroyed and made anew.
                >
                > <code>a&#124;b</code>, `c` go and `d` come, which are alike: say with `.renamed(from:)` which was which \
                (`Shop.swift:7`).
                """), "\(text)")
    }

    @Test func nothingIsSaidInALine() {
        let text = Samples.markdown(Samples.report([]))
        #expect(
            text.hasPrefix(
                "<!-- terrane-diff -->\n### No resource changes\n\nCompared with main (1a2b3c4), no stack differs."))
    }

    // MARK: Size

    private static func large(_ planted: ResourceChange) -> DifferenceReport {
        let long = String(repeating: "x|`<@y>\n", count: 40)
        let kinds: [Consequence.Kind] = [.downtime, .capacity, .other, .cosmetic]
        let crowd = (0..<5000).map { number in
            Samples.change(
                Name("crowd-\(number)/with-a-rather-long-name"), "AWS::ECS::Service", "aws_ecs_service.crowd_\(number)",
                line: number,
                (0..<10).map {
                    PropertyChange(
                        terraform: "property_\($0)", cloudFormation: nil, before: long, after: long + "\($0)")
                },
                [
                    Consequence(
                        kinds[number % 4], terraform: .will, cloudFormation: .may,
                        "the service is restarted, \(long)", rule: "rule", authority: long)
                ])
        }
        var changes = crowd
        changes.insert(planted, at: 3333)
        return Samples.report([Samples.difference(changes)])
    }

    @Test func fiveThousandChangesFitAndTheWorstIsInTheFirstTwentyLines() {
        let text = Samples.markdown(DifferenceMarkdownTests.large(Samples.database))
        #expect(text.utf16.count <= 60_000)
        #expect(text.utf16.count > 40_000, "what fits is there")
        let first = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(20).joined(separator: "\n")
        #expect(first.contains("`shop-database`"))
        #expect(first.contains("the database is replaced, and what it stores is lost"))
        #expect(text.hasSuffix("`diff --format json` has them all.\n"))
        let shown = text.components(separatedBy: "crowd-").count - 1
        #expect(text.contains(" more changes are not shown here") && shown > 20, "\(shown)")
    }

    @Test func whatIsOpenedIsClosedHoweverLittleFits() {
        for report in [DifferenceMarkdownTests.large(Samples.database), Samples.shop] {
            let text = Samples.markdown(report)
            #expect(
                text.components(separatedBy: "<details>").count == text.components(separatedBy: "</details>").count)
        }
    }

    // MARK: Hostile texts

    private static let hostile = [
        "a|b", "`", "``", "a`b|c", "<script>alert(1)</script>", "@octocat", "x @org/team y", "#1", "GH-1", "a\nb",
        "\r\n| x |", "\u{202E}abc", "[a](http://evil)", "![a](b)", "**b**", "_i_", "~~s~~", "\\", "\\|", "a\\", " ", "",
        "&lt;", "<!-- terrane-diff -->", "</details>", "```", "$x$", "https://evil.example", "www.evil.example",
        "a@evil.example", "\u{0}", "- x", "1. x", "# h", "> q", "\u{2028}x", "| --- |", "<b>", "\u{200F}", "e\u{301}|",
    ]

    @Test(arguments: hostile)
    func aTextIsCodeOrPlain(text: String) {
        for shown in [MarkdownText.code(text), MarkdownText.prose("say \(text) now")] {
            #expect(!shown.contains("|") && !shown.contains("\n") && !shown.contains("\u{202E}"), "\(shown)")
        }
    }

    @Test(.enabled(if: MarkdownReader.python != nil, "a reader of CommonMark is not at hand"))
    func aReaderOfMarkdownFindsEachTextInItsCell() throws {
        let changes = DifferenceMarkdownTests.hostile.enumerated().map { number, text in
            Samples.change(
                Name("n\(number)\(text)"), text, text, line: number,
                [PropertyChange(terraform: text, cloudFormation: nil, before: text, after: "\(text)!")],
                [Consequence(.exposure, terraform: .will, cloudFormation: .may, text, rule: text, authority: text)])
        }
        let scratch = try Scratch()
        let file = scratch.path("comment.md")
        let report = Samples.report([Samples.difference(changes)])
        try Samples.markdown(report).write(toFile: file, atomically: true, encoding: .utf8)
        let judge = Program.package.appendingPathComponent("Tests/TerraneCLITests/Recorded/read_comment.py")
        let result = try Program(at: try #require(MarkdownReader.python)).run(judge.path, file)
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        // Two of the texts have several lines: their properties stand in blocks.
        #expect(result.output == "\(changes.count - 2) tables of 1 row, 1 table of 8\n")
    }
}
