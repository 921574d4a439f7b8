import Foundation
import TerraneXML
import Testing

/// Texts that mean harm do none: they are read or refused, and no file and no address is opened.
struct HostileInputTests {
    @Test(arguments: [
        ("<a>", "1:4"), ("<a></b>", "1:8"), ("<a>\n  <b c=1/>\n</a>", "2:8"), ("<a b='1' b='2'/>", "1:15"),
        ("<a/>x", "1:5"), ("", "1:1"),
        ("<a>&b;</a>", "1:7"), ("<a>\u{1}</a>", "1:4"),
    ])
    func anErrorSaysWhere(text: String, place: String) {
        #expect(failure(text)?.description.hasPrefix(place + ":") == true, "\(String(describing: failure(text)))")
    }

    @Test(arguments: [
        "<x:a/>", "<a x:b=''/>", "<a><b></a></b>", "<a", "<?xml version='1.0' encoding='x-none'?><a/>", "<a>&#0;</a>",
        "<a><![CDATA[</a>",
    ])
    func nothingIsRepaired(text: String) {
        #expect(failure(text) != nil)
    }

    @Test(arguments: ["<a>&l9;</a>", "<a b='&l9;'/>", "<a/>"])
    func entitiesThatUnfoldAreRefused(body: String) {
        var text = "<!DOCTYPE a [<!ENTITY l0 'lol'>"
        for index in 1..<10 { text += "<!ENTITY l\(index) '" + String(repeating: "&l\(index - 1);", count: 10) + "'>" }
        #expect(failure(text + "]>" + body)?.message == "the document declares an entity, which is refused")
    }

    @Test func noFileIsRead() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("terrane-\(UUID().uuidString).txt")
        try Data("SECRET".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        for text in [
            "<!DOCTYPE a [<!ENTITY x SYSTEM '\(file.absoluteString)'>]><a>&x;</a>",
            "<!DOCTYPE a [<!ENTITY % x SYSTEM '\(file.absoluteString)'>%x;]><a/>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM '\(file.absoluteString)' NDATA y>]><a b='x'/>",
        ] {
            #expect(failure(text) != nil)
        }
        let external = try Document.parse("<!DOCTYPE a SYSTEM '\(file.absoluteString)'><a/>")
        #expect(external.root == Element("a"))
        #expect(failure("<!DOCTYPE a SYSTEM '\(file.absoluteString)'><a>&x;</a>") != nil)
        #expect(failure("<!DOCTYPE a SYSTEM '\(file.absoluteString)'><a b='&x;'/>") != nil)
    }

    @Test(arguments: ["<!ATTLIST a b CDATA 'x'>", "<!ELEMENT a ANY>", "<!NOTATION n SYSTEM 'x'>"])
    func declarationsAreRefused(declaration: String) {
        #expect(failure("<!DOCTYPE a [\(declaration)]><a/>")?.message.contains("refused") == true)
    }

    @Test func inclusionsAreOnlyElements() throws {
        let text =
            "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///etc/hostname' parse='text'/></a>"
        #expect(try Document.parse(text).root.text == "")
    }

    @Test(arguments: [199, 200, 300, 100_000])
    func deepNestingIsRefused(depth: Int) {
        let text = String(repeating: "<a>", count: depth) + "x" + String(repeating: "</a>", count: depth)
        #expect((failure(text) == nil) == (depth <= 200))
    }

    @Test func aLongTextIsRefusedUnread() {
        #expect(throws: XMLError("the text is longer than 67108864 bytes")) {
            try Document.parse([UInt8](repeating: 0x20, count: Document.byteLimit + 1))
        }
    }

    @Test(arguments: 0..<40)
    func randomBytesAreReadOrRefused(seed: UInt64) {
        var dice = Dice(seed: seed)
        let pieces = [
            "<", ">", "</a>", "<a", " b='", "'", "&", ";", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE a", "[", "<?x",
            "?>", "\u{0}", "é",
        ]
        for _ in 0..<100 {
            let bytes = (0..<Int.random(in: 0..<100, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) }
            _ = try? Document.parse(bytes)
            _ = try? Document.parse("<a>" + (0..<12).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined())
            _ = try? PropertyList.parse(bytes)
        }
    }

    private func failure(_ text: String) -> XMLError? {
        do {
            _ = try Document.parse(text)
            return nil
        } catch {
            return error
        }
    }

    @Test func twoHyphensAreTwoHyphensWhateverFollows() {
        #expect(throws: XMLError.self) { try Document(Element("a"), comment: "a--\u{301}b").serialized() }
    }

    @Test(arguments: [
        "<!DOCTYPE :a PUBLIC 'x' 'y'><a/>", "<!DOCTYPE a PUBLIC 'x&#13;' 'y'><a/>", "<!DOCTYPE a PUBLIC 'x\r' 'y'><a/>",
    ])
    func aDocumentTypeThatCannotBeWrittenIsNotRead(text: String) throws {
        guard let document = try? Document.parse(text) else { return }
        _ = try document.serialized()
    }

    @Test func textsAroundAnInstructionAreOne() throws {
        #expect(try Document.parse("<a>x<?p q?>y</a>") == Document(Element("a", [:], [.text("xy")])))
    }
}
