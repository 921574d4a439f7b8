import Foundation
import TerraneXML
import Testing

struct PropertyListTests {
    private let options = PropertyList.dictionary([
        .init("method", .string("app-store-connect")), .init("count", .integer(-3)), .init("share", .real(0.5)),
        .init("flag", .boolean(true)),
        .init("off", .boolean(false)), .init("empty", .string("")), .init("spaces", .string(" <&> \n")),
        .init("bytes", .data([0, 1, 2, 255])),
        .init("none", .data([])), .init("list", .array([.string("a"), .array([]), .dictionary([])])),
        .init("profiles", .dictionary([.init("com.example.app", .string("Store")), .init("", .string("no key"))])),
    ])

    @Test func aListIsWrittenAsApplesToolsDo() throws {
        let list = PropertyList.dictionary([.init("method", .string("a")), .init("flag", .boolean(true))])
        #expect(
            try String(decoding: list.document().serialized(indentation: .tab), as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                \t<dict>
                \t\t<key>method</key>
                \t\t<string>a</string>
                \t\t<key>flag</key>
                \t\t<true/>
                \t</dict>
                </plist>

                """)
    }

    @Test(arguments: [Indentation.none, .tab, .spaces(2)])
    func aListComesBack(indentation: Indentation) throws {
        #expect(try PropertyList.parse(options.document(comment: "x").serialized(indentation: indentation)) == options)
    }

    @Test func foundationReadsTheSame() throws {
        let date = try #require(PropertyListDate("2024-02-29T12:30:45Z"))
        let list = PropertyList.dictionary([
            .init("date", .date(date)), .init("all", options), .init("big", .real(1e22)),
        ])
        let read = try PropertyListSerialization.propertyList(from: Data(list.document().serialized()), format: nil)
        let found = try #require(read as? [String: Any])
        #expect((found["date"] as? Date)?.timeIntervalSince1970 == 1_709_209_845)
        #expect(found["big"] as? Double == 1e22)
        let all = try #require(found["all"] as? [String: Any])
        #expect(all["bytes"] as? Data == Data([0, 1, 2, 255]))
        #expect(all["spaces"] as? String == " <&> \n")
        #expect(all["count"] as? Int == -3)
        #expect(all["flag"] as? Bool == true)
    }

    @Test func whatFoundationWritesIsRead() throws {
        let value: [String: Any] = ["a": [1, 2.5, true, "x", Data([9, 8, 7]), Date(timeIntervalSince1970: 0)]]
        let data = try PropertyListSerialization.data(fromPropertyList: value, format: .xml, options: 0)
        let epoch = try #require(PropertyListDate("1970-01-01T00:00:00Z"))
        #expect(
            try PropertyList.parse(Array(data))
                == .dictionary([
                    .init(
                        "a",
                        .array([.integer(1), .real(2.5), .boolean(true), .string("x"), .data([9, 8, 7]), .date(epoch)]))
                ]))
    }

    @Test func numbersThatAreNoneAreWrittenAsCoreFoundationDoes() throws {
        let list = PropertyList.array([.real(.infinity), .real(-.infinity), .real(-0.0), .real(.leastNonzeroMagnitude)])
        #expect(try PropertyList.parse(list.document().serialized()) == list)
    }

    @Test(arguments: 1..<70)
    func bytesComeBackWhateverTheirNumber(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 251) }
        let list = PropertyList.data(bytes)
        #expect(try PropertyList.parse(list.document().serialized()) == list)
        #expect(list.document().root.text == Data(bytes).base64EncodedString())
    }

    @Test(arguments: [
        "2024-02-30T00:00:00Z", "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-00-01T00:00:00Z",
        "2024-01-01T24:00:00Z",
        "2024-01-01", "2024-01-01T00:00:00", "2024-1-1T00:00:00Z", "", "2024-01-01T00:00:00Zé", "٢٠٢٤-01-01T00:00:00Z",
    ])
    func aDateThatIsNoneIsRefused(text: String) {
        #expect(PropertyListDate(text) == nil)
    }

    @Test(arguments: [
        ("<dict><key>a</key></dict>", "the key 'a' has no value"),
        ("<dict><string>a</string></dict>", "<string> stands where a <key> belongs"),
        ("<dict><key>a</key><true/><key>a</key><true/></dict>", "the key 'a' stands twice in one <dict>"),
        ("<dict>a</dict>", "<dict> holds text"), ("<array>a</array>", "<array> holds text"),
        ("<integer>x</integer>", "<integer>x</integer> is no value of a property list"),
        ("<true>x</true>", "<true>x</true> is no value of a property list"),
        ("<data>A</data>", "<data>A</data> is no value of a property list"),
        ("<data>A===</data>", "<data>A===</data> is no value of a property list"),
        ("<data>A=AA</data>", "<data>A=AA</data> is no value of a property list"),
        ("<date>today</date>", "<date>today</date> is no value of a property list"),
        ("<uid/>", "<uid></uid> is no value of a property list"),
        ("<string><b/></string>", "<string> holds an element"),
        ("", "the document is no property list"), ("<true/><true/>", "the document is no property list"),
    ])
    func aListThatIsNoneIsRefused(body: String, message: String) {
        #expect(throws: XMLError(message, line: 2, column: 1)) {
            try PropertyList.parse(Array("<plist version='1.0'\n>\(body)</plist>".utf8))
        }
    }
}
