import TerraneCore

/// DNS names as AWS takes them ("DNS domain name format", Amazon Route 53 Developer Guide): labels of up to 63 letters,
/// digits, hyphens and underscores, 253 characters in all; `*` may stand for the first label.
enum HostName {
    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// An error if the text is no such name.
    static func check(_ text: String) -> [Diagnostic] {
        isWellFormed(text) ? [] : [.malformedHost(text)]
    }

    private static func isWellFormed(_ text: String) -> Bool {
        var labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if labels.first.map({ Array($0) }) == [UInt8(ascii: "*")] { labels.removeFirst() }
        return text.utf8.count <= 253 && labels.count >= 2 && labels.allSatisfy(isLabel)
    }

    private static func isLabel(_ label: some Collection<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        guard (1...63).contains(label.count), label.first != hyphen, label.dropFirst(label.count - 1).first != hyphen
        else { return false }
        return label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen || $0 == UInt8(ascii: "_") }
    }
}

extension Diagnostic {
    static func malformedHost(_ text: String) -> Diagnostic {
        .error(
            "'\(text)' is not a host name",
            help: "Write labels of letters, digits and hyphens with dots between them, such as 'api.example.com'.")
    }
}
