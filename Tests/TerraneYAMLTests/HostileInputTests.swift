import TerraneYAML
import Testing

/// Texts that mean harm do none: they are read or refused, in time that grows with their length.
struct HostileInputTests {
    @Test(arguments: 0..<40)
    func randomBytesAreReadOrRefused(seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<100 {
            let bytes = (0..<Int.random(in: 0..<200, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) }
            _ = try? Parser.parse(bytes)
            _ = try? Parser.parseAll(Array(Texts.random(&dice).utf8) + bytes.map { $0 & 0x7F })
        }
    }

    @Test(arguments: 0..<40)
    func whatIsReadCanBePrintedAndReadAgain(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        for _ in 0..<100 {
            let text = (0..<6).map { _ in Texts.random(&dice) }.joined(separator: "\n")
            guard let node = try? Parser.parse(text), node == node else { continue }
            #expect(try Parser.parse(Emitter.emit(node)) == node)
        }
    }

    @Test(
        arguments: [
            [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x61, 0xE3, 0x81],
            [0xFF, 0xFE, 0x61, 0x00],
        ] as [[UInt8]])
    func bytesThatAreNoUTF8AreRefusedWhereTheyStand(bytes: [UInt8]) {
        #expect { try Parser.parse(Array("a: b\nc: ".utf8) + bytes) } throws: { error in
            (error as? YAMLError)?.mark.map { $0.line == 2 && $0.offset >= 8 } == true
        }
    }

    @Test func aByteOrderMarkIsAccepted() throws {
        #expect(try Parser.parse("\u{FEFF}a: b") == ["a": "b"])
    }

    @Test func aliasesOfAliasesAreRefused() {
        var text = "a0: &a0 [x, x]\n"
        for index in 1..<60 { text += "a\(index): &a\(index) [*a\(index - 1), *a\(index - 1)]\n" }
        #expect(failure(text)?.message == "the text unfolds to more than 1000000 values")
    }

    @Test func aChainOfAliasesCannotGrowDeep() {
        var text = "- &a0 x\n"
        for index in 1..<500 { text += "- &a\(index) [*a\(index - 1)]\n" }
        #expect(failure(text)?.message == "values are nested deeper than 256")
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "a:\n ", "[{", "!!seq [", "&a ["])
    func deepNestingIsRefused(opening: String) {
        #expect(failure(String(repeating: opening, count: 20_000)) != nil)
    }

    @Test func growingIndentsAreRefused() {
        let text = (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(failure(text)?.message == "values are nested deeper than 256")
    }

    @Test(arguments: [
        "a: b\n", "'", "\"", "# a\n", "- ", "[],", "\n", ": ", "&a ", "%a b\n", "---\n", "|\n a\n", "x", "?\n", "-\n",
    ])
    func timeGrowsWithLength(piece: String) {
        let clock = ContinuousClock()
        let bytes = Array(String(repeating: piece, count: 300_000 / piece.utf8.count).utf8)
        let time = clock.measure { _ = try? Parser.parseAll(bytes) }
        #expect(time < .seconds(20))
    }

    @Test func aLongTextIsRefusedUnread() {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: Parser.byteLimit + 1)
        #expect(throws: YAMLError("the text is longer than 67108864 bytes")) { try Parser.parse(bytes) }
    }
}
