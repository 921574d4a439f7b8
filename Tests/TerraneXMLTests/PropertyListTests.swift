import TerraneXML
import Testing

@Suite struct PropertyListTests {
    private let list = PropertyList.dictionary([
        .init("method", .string("app-store-connect")), .init("count", .integer(-3)), .init("ratio", .real(0.5)),
        .init("flags", .array([.boolean(true), .boolean(false), .string("")])), .init("empty", .dictionary([])),
        .init("a & b", .string("<é>")),
    ])

    @Test func aPropertyListHasApplesDocumentType() throws {
        let text = String(decoding: try list.document().serialized(), as: UTF8.self)
        #expect(
            text.hasPrefix(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                  <dict>
                    <key>method</key>
                    <string>app-store-connect</string>
                """))
    }

    @Test func aPropertyListComesBackAsItself() throws {
        #expect(try PropertyList.parse(list.document().serialized()) == list)
    }

    @Test(arguments: [
        "<a/>", "<plist/>", "<plist><dict><key>a</key></dict></plist>", "<plist><integer>x</integer></plist>",
        "<plist><dict><string>a</string><string>b</string></dict></plist>", "<plist><what/></plist>",
    ])
    func anythingElseIsRefused(text: String) {
        #expect(throws: XMLError.self) { try PropertyList.parse(Array(text.utf8)) }
    }
}
