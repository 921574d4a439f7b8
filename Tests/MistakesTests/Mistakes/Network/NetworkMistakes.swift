import Terrane

extension Mistake {
    static var network: [Mistake] { [malformedRange] }

    private static var malformedRange: Mistake {
        Mistake(
            "The CIDR '10.2.0.0/99' is invalid",
            "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
            .element, caughtBy: "malformed"
        ) {
            Network("third", cidr: "10.2.0.0/99", zones: .tokyo(.a, .c))  // mistake
        } legal: {
            Network("third", cidr: "10.2.0.0/16", zones: .tokyo(.a, .c))
        }
    }
}
