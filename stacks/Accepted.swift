import Terrane

/// What scanners find and the company accepts in every system, and why. What holds for one system stands in that system.
enum Accepted {
    static let everywhere: [Suppression] = keys + logs + buckets

    /// AWS encrypts with keys of its own everywhere. A key of one's own adds a policy that can lock out, and a price.
    private static let keys = [
        Suppression("CKV_AWS_158", on: Logs.LogGroup.self, because: ownKey)
    ]
    private static let logs: [Suppression] = []
    private static let buckets: [Suppression] = []
    private static let ownKey = "Encrypted with a key of AWS; no rule asks for one of our own"
}
