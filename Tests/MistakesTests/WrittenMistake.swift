import Testing

/// A failure of a deployment that cannot be written: the wrong form does not compile, the right one does.
struct WrittenMistake: Sendable, CustomTestStringConvertible {
    /// What people saw when it was deployed, in a few words.
    let failure: String
    /// The documentation page or public issue that describes it.
    let source: String
    /// A part of what the Swift compiler says.
    let message: String
    /// One line of Swift that must not compile.
    let bad: String
    /// One line that must.
    let legal: String

    init(_ failure: String, _ source: String, saying message: String, bad: String, legal: String) {
        self.failure = failure
        self.source = source
        self.message = message
        self.bad = bad
        self.legal = legal
    }

    var testDescription: String { failure }
}

extension WrittenMistake {
    /// What the lines may use.
    static let prelude = [
        "import Terrane",
        "let network = Network(\"net\", cidr: \"10.0.0.0/16\", zones: .tokyo(.a, .c))",
        "let cluster = FargateCluster(\"cluster\")",
    ]

    /// The catalogue. Each area has a list of its own.
    static var all: [WrittenMistake] {
        types + compute + data + workflows
    }
}
