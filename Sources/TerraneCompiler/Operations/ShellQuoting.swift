import Mustache

/// Quotes text so that a shell reads it as one word that is nothing but the text ("Quoting", Bash Reference Manual).
enum ShellQuoting {
    static func quote(_ text: String) -> String {
        if !text.isEmpty, text.utf8.allSatisfy(isPlain), !text.utf8.allSatisfy(isLetter) { return text }
        return "'" + text.replacing(mark: "'", with: #"'\''"#) + "'"
    }

    /// A word of letters alone may be the name of a command, and be taken for one that was meant to run.
    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
    }

    /// Whether no shell sees more in the byte than itself.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case _ where isLetter(byte): true
        default: "-_./:@%+,".utf8.contains(byte)
        }
    }
}

/// What templates of scripts are made of: `{{name}}` is one word of the shell, whatever it holds.
struct ShellText: MustacheContentType {
    static let name = "SHELL"

    func escapeText(_ text: String) -> String { ShellQuoting.quote(text) }
}
