import TerraneYAML
import Testing

@Suite struct ParserTests {
    @Test func bareWordsAreWhatYAML12Says() throws {
        let node = try Parser.parse("[~, true, yes, 12, 0o14, 0x1f, 012, 1.5, 1e3, .inf, '12', text]")
        #expect(
            node == [
                Node(.scalar(.null)), true, "yes", 12, 12, 31, 12, Node(.scalar(.number(1.5))), Node(.scalar(.number(1000))),
                Node(.scalar(.number(.infinity))), "12", "text",
            ])
    }

    @Test func anchorsAreUnfolded() throws {
        #expect(try Parser.parse("a: &x [1, 2]\nb: *x") == ["a": [1, 2], "b": [1, 2]])
    }

    @Test(arguments: [
        ("a: b: c", 1, 5), ("ok: 1\na: [1, 2\n", 3, 1), ("a: 1\na: 2", 2, 1), ("a: *nowhere", 1, 4), ("b: 1\n\tc: 1", 2, 1),
    ])
    func errorsSayWhere(text: String, line: Int, column: Int) {
        let error = #expect(throws: YAMLError.self) { try Parser.parse(text) }
        #expect(error?.mark?.line == line, "\(String(describing: error))")
        #expect(error?.mark?.column == column, "\(String(describing: error))")
    }

    @Test func aTextThatUnfoldsTooFarIsRefused() {
        let bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
            + (1...9).map { "k\($0): &\(letter($0)) [" + Array(repeating: "*\(letter($0 - 1))", count: 10).joined(separator: ",") + "]\n" }.joined()
        let error = #expect(throws: YAMLError.self) { try Parser.parse(bomb) }
        #expect(error?.message.contains("unfolds") == true)
    }

    private func letter(_ number: Int) -> Character { Character(UnicodeScalar(UInt8(97 + number))) }

    @Test func deepNestingIsRefused() {
        for text in [String(repeating: "[", count: 10_000), String(repeating: "- ", count: 10_000) + "x"] {
            #expect(throws: YAMLError.self) { try Parser.parse(text) }
        }
    }

    @Test func moreDocumentsThanOneAreRefusedUnlessAskedFor() throws {
        let text = Array("--- 1\n--- 2\n".utf8)
        #expect(throws: YAMLError.self) { try Parser.parse(text) }
        #expect(try Parser.parseAll(text) == [1, 2])
    }

    @Test func hostileBytesDoNoHarm() {
        var state: UInt64 = 1
        for _ in 0..<5000 {
            var bytes: [UInt8] = []
            for _ in 0..<40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(UInt8(truncatingIfNeeded: state >> 40))
            }
            _ = try? Parser.parse(bytes)
            _ = try? Parser.parse(bytes.map { $0 % 96 + 32 })
        }
    }
}
