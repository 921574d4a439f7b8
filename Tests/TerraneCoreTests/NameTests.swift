import TerraneCore
import Testing

@Suite struct NameTests {
    @Test func aPartExtendsTheNameOfItsComponent() {
        let name = Name("koemo-backend") / "logs"
        #expect(name.path == "koemo-backend/logs")
        #expect(name.dashed == "koemo-backend-logs")
        #expect(name.last == "logs")
    }

    @Test(arguments: ["web", "koemo-backend", "web/cache", "a1_b/c-2"])
    func aSpeakableNameHasNoProblem(path: String) {
        #expect(Name(path).problem == nil)
    }

    @Test(arguments: ["", "/", "a/", "/a", "a//b", "1a", "a/1", "-a", "ä", "a b", "a.b", "${x}", "../a", "a\n"])
    func anUnspeakableNameSaysWhy(path: String) {
        #expect(Name(path).problem != nil)
    }
}
