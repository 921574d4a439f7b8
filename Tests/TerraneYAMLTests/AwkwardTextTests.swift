import TerraneYAML
import Testing

/// Whatever a text looks like, it comes back as the same text.
struct AwkwardTextTests {
    @Test(arguments: Texts.all)
    func aTextComesBackFromEveryPlace(text: String) throws {
        let node = Texts.everywhere(text)
        for isIndented in [false, true] {
            let bytes = try Emitter.emit(node, indentsSequences: isIndented)
            #expect(try Parser.parse(bytes) == node.unadorned)
        }
    }

    @Test(arguments: Texts.all, [ScalarStyle.automatic, .singleQuoted, .doubleQuoted, .literal])
    func aWishForAStyleNeverChangesTheText(text: String, style: ScalarStyle) throws {
        let node: Node = ["a": Node.string(text).styled(style), "b": [Node.string(text).styled(style)]]
        #expect(try Parser.parse(Emitter.emit(node)) == node.unadorned)
    }

    @Test(arguments: Texts.all)
    func aBareWishNeverChangesTheCharacters(text: String) throws {
        let bytes = try Emitter.emit(["a": Node.string(text).bare])
        #expect(try Parser.parse(bytes, scalarsAsStrings: true) == ["a": .string(text)])
    }

    @Test(arguments: Texts.lookalikes)
    func aStringThatLooksLikeSomethingElseIsQuoted(text: String) throws {
        #expect(try printed(.string(text)) == "'\(text)'\n")
        #expect(try printed([.string(text): 1]) == "'\(text)': 1\n")
    }

    @Test(arguments: [
        "a", "production", "node:22-alpine", "10.0.0.0/16", "v7.0.1", "https://example.com/a?b=c#d",
        "npm run test:coverage",
        "${{ secrets.TOKEN }}", "arn:aws:iam::123456789012:role/x", "it's", "a, b", "日本語", "🚀 Deploy", "-x", "~/.ssh",
        ".github",
        "nobody", "yesterday", "on-call", "release/*", "!cancelled()".replacing("!", with: "not "), "ab1e",
    ])
    func anOrdinaryTextStandsBare(text: String) throws {
        #expect(try printed(["a": .string(text)]) == "a: \(text)\n")
    }

    @Test(.enabled(if: Python.hasYAML, "python3 with PyYAML is not installed: the cross-check is left out"))
    func readersOfYAML11ReadTheSame() throws {
        #expect(try Python.disagreements(Texts.all.map(Texts.everywhere)) == "")
    }
}
