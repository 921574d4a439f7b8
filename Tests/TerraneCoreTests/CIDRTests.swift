import TerraneCore
import Testing

@Suite struct CIDRTests {
    @Test(arguments: ["0.0.0.0/0", "10.0.0.0/16", "10.0.1.0/24", "255.255.255.255/32"])
    func anAddressRangeIsRead(text: String) {
        #expect(CIDR(text).range != nil)
        #expect(CIDR(text).expression == .string(text))
    }

    @Test(arguments: [
        "", "10.0.0.0", "10.0.0.0/33", "10.0.0/16", "10.0.0.0.0/16", "256.0.0.0/8", "10.0.0.0/-1", "10.0.0.0/+8",
        "010.0.0.0/8", "10.0.0.5/16", " 10.0.0.0/16", "10.0.0.0/16 ", "a.b.c.d/8", "::/0", "10.0.0.0/",
    ])
    func anythingElseIsMalformed(text: String) throws {
        guard case .malformed(let literal) = CIDR(text).expression else {
            Issue.record("'\(text)' was taken for a range")
            return
        }
        #expect(literal.problem.contains("'\(text)'"))
    }

    @Test func hostBitsGetACorrection() {
        guard case .malformed(let literal) = CIDR("10.0.0.5/16").expression else {
            Issue.record("host bits were accepted")
            return
        }
        #expect(literal.help == "The range with that prefix is '10.0.0.0/16'.")
    }

    @Test func aRangeIsDividedIntoEqualOnes() {
        let network: CIDR = "10.0.0.0/16"
        #expect(network.subrange(1, prefix: 24)?.text == "10.0.1.0/24")
        #expect(network.subrange(102, prefix: 24)?.text == "10.0.102.0/24")
        #expect(network.subrange(255, prefix: 24)?.text == "10.0.255.0/24")
        #expect(network.subrange(256, prefix: 24) == nil)
        #expect(network.subrange(0, prefix: 15) == nil)
        #expect(CIDR.anywhere.subrange(1, prefix: 1)?.text == "128.0.0.0/1")
    }

    @Test func rangesKnowWhetherTheyOverlap() {
        let whole: CIDR = "10.0.0.0/16"
        let part: CIDR = "10.0.1.0/24"
        let other: CIDR = "10.1.0.0/16"
        #expect(whole.overlaps(part))
        #expect(part.overlaps(whole))
        #expect(!whole.overlaps(other))
        #expect(whole.contains(part))
        #expect(!part.contains(whole))
    }
}
