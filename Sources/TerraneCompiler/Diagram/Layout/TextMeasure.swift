/// How wide text is in Helvetica, whose advance widths Arial, Liberation Sans and others share, in thousandths of the size. A
/// text that needs all of its room says so in the picture, so that it keeps to it in a wider font too.
struct TextMeasure: Sendable {
    let size: Int
    private let widths: [Int]
    private let wide: Int

    init(size: Int, isBold: Bool = false) {
        self.size = size
        widths = isBold ? TextMeasure.bold : TextMeasure.regular
        wide = isBold ? 1100 : 1050
    }

    func width(of text: String) -> Int {
        (text.unicodeScalars.reduce(0) { $0 + advance(of: $1) } * size + 999) / 1000
    }

    /// The text, or as much of its beginning as there is room for, with an ellipsis.
    func fitting(_ text: String, in width: Int) -> String {
        if self.width(of: text) <= width { return text }
        var left = width * 1000 / size - 1000
        var kept = ""
        for character in text {
            left -= character.unicodeScalars.reduce(0) { $0 + advance(of: $1) }
            if left < 0 { break }
            kept.append(character)
        }
        while let last = kept.last, " ·,/-".contains(last) { kept.removeLast() }
        return kept + "…"
    }

    private func advance(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E: widths[Int(scalar.value) - 0x20]
        case 0xB7: 333
        case 0x2010...0x2013: 556
        case 0..<0x250: 780
        default: wide
        }
    }

    private static let regular = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584,
    ]

    private static let bold = [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722,
        611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556,
        611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778,
        556, 556, 500, 389, 280, 389, 584,
    ]
}
