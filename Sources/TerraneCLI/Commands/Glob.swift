/// A pattern for names: `*` stands for any run of characters but `/`, `?` for one.
package struct Glob {
    private let pattern: [UInt8]

    package init(_ pattern: String) {
        self.pattern = Array(pattern.utf8)
    }

    package func matches(_ text: String) -> Bool {
        let text = Array(text.utf8)
        // The rows of the usual table: which prefixes of the text the pattern so far matches.
        var row = [true] + Array(repeating: false, count: text.count)
        for symbol in pattern {
            var next = Array(repeating: false, count: text.count + 1)
            if symbol == UInt8(ascii: "*") { next[0] = row[0] }
            for (index, byte) in text.enumerated() {
                switch symbol {
                case UInt8(ascii: "*"): next[index + 1] = row[index + 1] || (next[index] && byte != UInt8(ascii: "/"))
                case UInt8(ascii: "?"): next[index + 1] = row[index] && byte != UInt8(ascii: "/")
                default: next[index + 1] = row[index] && byte == symbol
                }
            }
            row = next
        }
        return row[text.count]
    }
}
