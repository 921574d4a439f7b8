import TerraneAWS
import TerraneCore
import TerraneXML
import Testing

@testable import TerraneCompiler

/// Pages made of what nobody should write.
@Suite struct PageContentTests {
    private static let hostile = [
        "</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a\u{202E}b\u{2066}c",
        "\u{1}\u{7}\u{1B}[31m",
        "&lt;b&gt; &amp; ]]> <!-- -->", "</style><style>*{display:none}", "javascript:alert(1)", "'\"`${x}#{y}",
        "\u{FFFE}\u{FFFF}\u{FEFF}\u{200B}",
    ]

    private func page(of text: String) async throws -> String {
        let stack = TestStack(tags: [Tag("Owner", text)]) {
            RawResource("bucket", terraform: "aws_s3_bucket", cloudFormation: "AWS::S3::Bucket") {
                row("bucket", "BucketName", text)
            }
            RawResource("alarm", terraform: "aws_cloudwatch_metric_alarm", cloudFormation: "AWS::CloudWatch::Alarm") {
                row("metric_name", "MetricName", text)
                row("alarm_description", "AlarmDescription", text)
            }
            Thing("secret", Parameter<String>("p", sensitive: true, description: text).value)
        }
        let graphs = await Compiler(targets: []).compile([stack]).graphs
        let artifacts = try compileReports(of: graphs, policies: [])
        return String(decoding: try #require(artifacts.first).contents, as: UTF8.self)
    }

    @Test(arguments: hostile)
    func hostileTextStaysText(text: String) async throws {
        let page = try await page(of: text)
        let root = try Document.parse(page).root
        #expect(root.all("script").map(\.text) == [PageFrame.script])
        #expect(root.elements.first?.all("style").map(\.text) == [PageFrame.style])
        // The picture's own.
        #expect(root.all("style").count == 2)
        #expect(root.all("img").isEmpty)
        #expect(root.all("a").allSatisfy { $0["href"]?.hasPrefix("#") == true })
        #expect(root.text.contains(VisibleText.of(text)))
        #expect(
            !page.unicodeScalars.contains {
                (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
            })
    }

    @Test func thePolicyAllowsTheStyleAndTheScriptAndNothingElse() async throws {
        let root = try Document.parse(try await page(of: "x")).root
        let policy = root.all("meta").first { $0["http-equiv"] == "Content-Security-Policy" }?["content"]
        #expect(policy?.contains("default-src 'none'") == true)
        #expect(policy?.contains("unsafe") == false)
        #expect(root.all("link").allSatisfy { $0["href"] == "data:," })
        #expect(root.all("input").count == 1)
        for element in root.everything { #expect(element["style"] == nil && element["onclick"] == nil) }
    }

    @Test func theSearchBoxWaitsForTheScript() async throws {
        let box = try Document.parse(try await page(of: "x")).root.all("div").first { $0["role"] == "search" }
        #expect(box?["hidden"] == "hidden")
    }

    @Test(arguments: [("a b", "a_20b"), ("ü", "_C3_BC"), ("\"><x", "_22_3E_3Cx"), ("koemo/db-1", "koemo/db-1")])
    func anAnchorIsMadeOfLettersThatLinksCarry(name: String, id: String) {
        #expect(Anchor.resource(Name(name), of: "e").id == "e/" + id)
    }

    @Test func thePageIsTheSameEveryTime() async throws {
        #expect(try await page(of: "x") == page(of: "x"))
    }
}

extension TerraneXML.Element {
    /// This element and all in it.
    var everything: [TerraneXML.Element] { [self] + elements.flatMap(\.everything) }

    func all(_ name: String) -> [TerraneXML.Element] { everything.filter { $0.name == name } }
}
