import HCL
import Testing

@Suite struct MisprintTests {
    private func misprints(_ items: BodyItem...) -> [Misprint] { Block("resource", body: Body(items)).misprints }

    @Test func aBlockThatReadsBackHasNone() {
        let tags = Expression.map([("a b", .string("${x}")), ("for", .null)])
        #expect(
            misprints(
                .attribute(Attribute("name", .string("a\nb"))), .attribute(Attribute("tags", tags)),
                .block(Block("rule", body: [.attribute(Attribute("name", .reference("aws_vpc", "main", "id")))]))) == []
        )
    }

    @Test func whatIsNoNameIsOne() {
        #expect(misprints(.attribute(Attribute("a b", .null))) == [.name("a b")])
        #expect(misprints(.block(Block("x {"))) == [.name("x {")])
        #expect(misprints(.attribute(Attribute("a", .list([.reference("b", "c d")])))) == [.name("c d")])
        #expect(misprints(.attribute(Attribute("", .null))) == [.name("")])
    }

    @Test func whatStandsTwiceIsOne() {
        #expect(
            misprints(.attribute(Attribute("a", .null)), .attribute(Attribute("a", .null))) == [.argumentTwice("a")])
        let object = Expression.map([("\u{E9}", .null), ("e\u{301}", .null)])
        #expect(misprints(.attribute(Attribute("a", .call("f", [object])))) == [.keyTwice("\u{E9}")])
    }
}
