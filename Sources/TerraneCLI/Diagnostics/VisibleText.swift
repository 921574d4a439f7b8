import TerraneCompiler

extension VisibleText {
    /// A line longer than this says no more.
    private static let limit = 500

    /// A line of a file, cut short where it is very long.
    static func line(_ text: String) -> String {
        guard text.utf8.count > limit else { return of(text) }
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex) else {
            return of(text)
        }
        let rest = scalars.distance(from: end, to: scalars.endIndex)
        return rest == 0 ? of(text) : "\(of(String(scalars[..<end])))… and \(rest) more characters"
    }
}
