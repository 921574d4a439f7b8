import Testing

@testable import TerraneAWS

struct HostNameTests {
    @Test(arguments: ["example.com", "*.example.com", "_dmarc.example.com", "a.b-c.example.co.jp", "xn--eckwd4c7c.jp"])
    func aHostNameIsNoError(text: String) {
        #expect(HostName.check(text).isEmpty)
    }

    @Test(arguments: [
        "", "example", "a..com", "example.com.", "-a.com", "a-.com", "a.*.com", "a b.com", "*", "*.com x",
    ])
    func anythingElseIsAnError(text: String) {
        #expect(HostName.check(text) == [.malformedHost(text)])
    }

    @Test func labelsAndNamesHaveALength() {
        let label = String(repeating: "a", count: 63)
        #expect(HostName.check("\(label).com").isEmpty)
        #expect(!HostName.check("a\(label).com").isEmpty)
        #expect(!HostName.check("\(label).\(label).\(label).\(label).com").isEmpty)
    }
}
