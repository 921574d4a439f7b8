/// How wide text is in a common sans-serif: the advance widths of Helvetica, in thousandths of the size, which Arial and
/// Liberation Sans share. Rounded up, and a little more, for the fonts that take their place.
struct TextMeasure: Sendable {
    let size: Int
    let isBold: Bool

    init(size: Int, isBold: Bool = false) {
        self.size = size
        self.isBold = isBold
    }

    func width(of text: String) -> Int {
        let thousandths = text.unicodeScalars.reduce(0) { $0 + TextMeasure.advance(of: $1) }
        return (thousandths * size * (isBold ? 112 : 105) + 99_999) / 100_000
    }

    /// The text, or as much of its beginning as fits, with an ellipsis.
    func fitting(_ text: String, in width: Int) -> String {
        if self.width(of: text) <= width { return text }
        var left = width * 100_000 / (size * (isBold ? 112 : 105)) - 1000
        var kept = ""
        for character in text {
            left -= character.unicodeScalars.reduce(0) { $0 + TextMeasure.advance(of: $1) }
            if left < 0 { break }
            kept.append(character)
        }
        while let last = kept.last, last == " " || last == "·" || last == "," { kept.removeLast() }
        return kept + "…"
    }

    private static func advance(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E: ascii[Int(scalar.value) - 0x20]
        case 0..<0x300: 667
        case 0x300..<0x370: 0
        case 0x2010...0x2027, 0x2190...0x21FF: 1000
        case 0x370..<0x1100: 750
        default: 1050
        }
    }

    private static let ascii = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584,
    ]
}
