/// The sizes of type in a picture.
enum PictureText {
    static let title = TextMeasure(size: 26, isBold: true)
    static let subtitle = TextMeasure(size: 16)
    static let frame = TextMeasure(size: 15, isBold: true)
    static let frameDetail = TextMeasure(size: 14)
    static let strip = TextMeasure(size: 14, isBold: true)
    static let kind = TextMeasure(size: 14)
    static let box = TextMeasure(size: 17, isBold: true)
    static let detail = TextMeasure(size: 14)
    static let label = TextMeasure(size: 14)
    static let note = TextMeasure(size: 14)
}

extension Picture {
    /// What each box is called: its whole name, or, if one of them does not fit, all of them without what they begin with alike.
    func shownTitles(in width: Int) -> [String] {
        let measure = PictureText.box
        let fits = boxes.allSatisfy { measure.width(of: $0.title) <= width || $0.isHost }
        let prefixes = [stack, commonWord].compactMap(\.self)
        return boxes.map { box in
            let title = fits || box.isHost ? box.title : box.title.without(prefixes)
            return measure.width(of: title) <= width || box.isHost
                ? measure.fitting(title, in: width) : Picture.ending(of: title, in: width)
        }
    }

    /// The word that most names begin with.
    private var commonWord: String? {
        let words = boxes.compactMap { $0.title.split { $0 == "-" || $0 == "/" }.first.map(String.init) }
        let counts = Dictionary(grouping: words, by: \.self).mapValues(\.count)
        return counts.filter { $0.value * 2 > boxes.count }.keys.min()
    }

    /// As much of the end as there is room for, because it tells more than the beginning.
    private static func ending(of title: String, in width: Int) -> String {
        var rest = title[...]
        while let next = rest.firstIndex(where: { $0 == "-" || $0 == "/" }) {
            rest = rest[rest.index(after: next)...]
            if PictureText.box.width(of: "…\(rest)") <= width { return "…\(rest)" }
        }
        return PictureText.box.fitting(title, in: width)
    }
}

extension Picture.Box {
    /// Whether its title is the name of a host, of which the beginning tells most.
    fileprivate var isHost: Bool { title.contains(".") }
}

extension String {
    /// Without the first of the words that it begins with.
    fileprivate func without(_ prefixes: [String]) -> String {
        for prefix in prefixes {
            for separator in ["-", "/"] where hasPrefix(prefix + separator) {
                return String(dropFirst(prefix.count + 1))
            }
        }
        return self
    }
}
