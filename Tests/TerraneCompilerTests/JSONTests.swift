import Testing

@testable import TerraneCompiler

@Suite struct JSONTests {
    private func text(_ json: JSON) -> String {
        String(decoding: JSONPrinter.document(json), as: UTF8.self)
    }

    @Test func emptyContainersStayOnOneLine() {
        #expect(
            text(.object([JSON.Member("a", .array([])), JSON.Member("b", .object([]))]))
                == "{\n  \"a\": [],\n  \"b\": {}\n}\n")
    }

    @Test func charactersWithAMeaningAreEscaped() {
        #expect(text("a\"\\\n\r\t\u{0}\u{1F}\u{7F}é🙂") == #""a\"\\\n\r\t\u0000\u001f\u007fé🙂""# + "\n")
    }

    @Test(arguments: [(80, "80"), (0.5, "0.5"), (-3, "-3"), (1e20, "1e+20")])
    func wholeNumbersHaveNoFraction(number: Double, expected: String) {
        #expect(text(.number(number)) == expected + "\n")
    }

    @Test func rowsStandOnALine() {
        let table = JSON.object([
            "rows": .array([
                .object(["terraform": "a", "value": .array([.integer(1), .integer(2)])]),
                .object(["items": .array([.object(["deep": .array([.object(["deeper": .array([])])])])])]),
            ])
        ])
        #expect(
            String(decoding: JSONPrinter.document(table, layout: .rows), as: UTF8.self) == """
                {
                  "rows": [
                    {"terraform": "a", "value": [1, 2]},
                    {
                      "items": [
                        {
                          "deep": [
                            {"deeper": []}
                          ]
                        }
                      ]
                    }
                  ]
                }

                """)
    }

    @Test func theCompactFormHasNoSpaces() {
        #expect(JSONPrinter.compact(.object(["a": .array([.integer(1), .null])])) == #"{"a":[1,null]}"#)
    }

    @Test func whatAReviewerWouldNotSeeIsWrittenOut() {
        #expect(text("a\u{202E}b\u{FEFF}c\u{2028}\u{85}\u{FFFF}") == #""a\u202eb\ufeffc\u2028\u0085\uffff""# + "\n")
        #expect(text("–。\u{200D}\u{E9}\u{FFFD}") == "\"–。\u{200D}\u{E9}\u{FFFD}\"\n")
    }
}
