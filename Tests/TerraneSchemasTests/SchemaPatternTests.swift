import Testing

@testable import TerraneSchemas

@Suite struct SchemaPatternTests {
    @Test(
        arguments: [
            ("^[a-z][a-z0-9-]{2,5}$", ["abc", "a-1-2-"], ["ab", "abcdefg", "Abc", "1bc"]),
            ("b+c?", ["abb", "bc"], ["ac", ""]), ("^(?!.*--)[a-z-]+$", ["a-b"], ["a--b", ""]),
            ("^[a-z.]+(?<!\\.)$", ["a.b"], ["a."]), ("^(a|bc)*d$", ["d", "abcad"], ["abd", "ab"]),
            ("^(ab){2,3}$", ["abab", "ababab"], ["ab", "abababab"]), ("^\\d+\\.\\d+$", ["1.25"], ["1,25", "1."]),
            ("^[\\p{L}\\p{Z}_.:/=+\\-@]*$", ["東京 koemo", ""], ["a#b"]), ("^(?i)gb$", ["GB", "gB"], ["gbb"]),
            ("^[^\\s]+\\Z", ["a-b"], ["a b", ""]), ("\\bweb\\b", ["a web b"], ["webs"]),
            ("^[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF]+$", ["a😀"], ["\u{1}"]),
            ("^$", ["", "\n"], ["a"]), ("^.{1,3}$", ["a", "東京都"], ["", "abcd"]), ("a{,2}", ["a{,2}"], ["aa"]),
            ("^[]a]+$", ["]a"], ["b"]), ("^[a\\]-]+$", ["a]-"], ["b"]),
        ] as [(String, [String], [String])])
    func findsWhatItSays(_ pattern: String, _ texts: [String], _ others: [String]) throws {
        let compiled = try #require(SchemaPattern(pattern))
        for text in texts { #expect(compiled.matches(text) == true, "\(pattern) in '\(text)'") }
        for text in others { #expect(compiled.matches(text) == false, "\(pattern) in '\(text)'") }
    }

    @Test(arguments: ["(", "[a", "a)", "*a", "(a)\\1", "a{2,1}", "\\uD800", "\\p{Greek}", "(?<=a*)b", "(?x)a"])
    func whatCannotBeReadIsNoPattern(_ pattern: String) {
        #expect(SchemaPattern(pattern) == nil)
    }

    @Test func timeDoesNotGrowWithTheWaysToMatch() throws {
        let clock = ContinuousClock()
        for pattern in ["^(a*)*$", "^(a|a)*$", "^(a+)+$", "^([a-z]+[a-z0-9]*)*x$"] {
            let compiled = try #require(SchemaPattern(pattern))
            let text = String(repeating: "a", count: 2000) + "!"
            var found: Bool?
            let time = clock.measure { found = compiled.matches(text) }
            #expect(found == false && time < .seconds(5), "\(pattern)")
        }
    }

    @Test func aSearchThatWouldTakeTooLongIsNotBegun() throws {
        let pattern = try #require(SchemaPattern("^([a-z]{1,3}-){1,300}$"))
        #expect(pattern.matches(String(repeating: "ab-", count: 20_000)) == nil)
    }
}
