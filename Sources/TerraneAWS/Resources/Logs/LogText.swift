/// Text in the languages of CloudWatch Logs: filter patterns and Logs Insights.
enum LogText {
    /// The text between double quotes.
    static func quoted(_ text: String) -> String { "\"" + escaped(text, "\\\"") + "\"" }

    /// A backslash before each of the marks, scalar by scalar: to Swift a quote with an accent behind it is another
    /// character, to CloudWatch it ends the text.
    static func escaped(_ text: String, _ marks: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if marks.unicodeScalars.contains(scalar) { escaped.append("\\") }
            escaped.append(scalar)
        }
        return String(escaped)
    }
}
