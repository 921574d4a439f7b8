/// The sizes of type in a picture.
enum PictureText {
    static let title = TextMeasure(size: 24, isBold: true)
    static let subtitle = TextMeasure(size: 15)
    static let frame = TextMeasure(size: 14, isBold: true)
    static let frameDetail = TextMeasure(size: 13)
    static let kind = TextMeasure(size: 13)
    static let box = TextMeasure(size: 16, isBold: true)
    static let detail = TextMeasure(size: 13)
    static let label = TextMeasure(size: 13)
    static let note = TextMeasure(size: 13)
}

extension Picture {
    /// What a box is called where there is little room: without the name of the stack, if that makes the rest legible.
    func shownTitle(of box: Box, in width: Int) -> String {
        guard PictureText.box.width(of: box.title) > width, box.title.hasPrefix(stack + "-") else {
            return PictureText.box.fitting(box.title, in: width)
        }
        return PictureText.box.fitting(String(box.title.dropFirst(stack.count + 1)), in: width)
    }
}
