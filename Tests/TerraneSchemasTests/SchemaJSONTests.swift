import Testing

@testable import TerraneSchemas

@Suite struct SchemaJSONTests {
    @Test func readsWhatTheRefreshWrites() {
        let text = #"{"a":[1,-2,2.5,1e3,true,false,null,"x"],"b":{},"c":[],"d":"tab\t quote\" slash\\ \u0001é"}"#
        #expect(
            read(text)
                == .object([
                    "a": .array([
                        .integer(1), .integer(-2), .number(2.5), .number(1000), .boolean(true), .boolean(false), .null,
                        .string("x"),
                    ]), "b": .object([:]), "c": .array([]), "d": .string("tab\t quote\" slash\\ \u{1}é"),
                ]))
    }

    @Test func whatIsCutShortEnds() {
        let text = #"{"a":[1,{"b":"c\u00e9"}],"d":-1.5}"#
        for length in 0...text.utf8.count { _ = read(String(decoding: Array(text.utf8).prefix(length), as: UTF8.self)) }
        for other in ["", "}", "]", ",", "[,,]", "{,}", "\"", "\\", "tru", "[}"] { _ = read(other) }
    }

    private func read(_ text: String) -> SchemaJSON {
        Array(text.utf8).withUnsafeBytes { SchemaJSON($0) }
    }
}
