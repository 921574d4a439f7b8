import Foundation
import Testing

@testable import TerraneCompiler

@Suite struct ShellQuotingTests {
    @Test(arguments: [
        ("koemo-production", "koemo-production"), ("https://a.example/health", "https://a.example/health"),
        ("", "''"), ("two words", "'two words'"), ("it's", #"'it'\''s'"#), ("'", #"''\'''"#), ("~", "'~'"),
        ("a=b", "'a=b'"), ("admin", "'admin'"), ("db-1", "db-1"), ("*", "'*'"), ("日本", "'日本'"),
    ])
    func textIsQuotedOnlyWhereItMust(text: String, quoted: String) {
        #expect(ShellQuoting.quote(text) == quoted)
    }

    /// What is done to hostile text is asked of the shell itself.
    @Test func aShellReadsQuotedTextAsTheTextAndNothingElse() throws {
        let hostile = [
            "$(touch /tmp/x)", "`id`", "a; rm -rf /", "\"; echo pwned; \"", "'; echo pwned; '", "${HOME}", "$HOME",
            "\\",
            "\\'", "a\nb", "\t", " ", "!!", "{a,b}", "[a-z]*", "?", "#comment", "&& true", "| cat", "<(id)", "\u{1}",
            "-n",
            "é\u{301}", "👩‍👩‍👧", "a\r\nb", "''''", "~root", "$'\\x41'", "'\u{301}; echo pwned; '\u{301}",
        ]
        for text in hostile + [hostile.joined()] {
            let script =
                "a=\(ShellQuoting.quote(text)); b=(\(ShellQuoting.quote(text)) x); printf '%s|%s' \"$a\" \"${b[0]}\""
            let result = try Shell.run(script)
            #expect(result.status == 0)
            #expect(Array(result.output) == Array("\(text)|\(text)".utf8), "\(text)")
        }
    }
}
