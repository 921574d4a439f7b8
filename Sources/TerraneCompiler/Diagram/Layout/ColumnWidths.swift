extension PictureGeometry {
    private typealias Spacing = PictureLayout.Spacing

    /// How wide each column is: as wide as what its boxes say, within limits. Lists are shortened instead.
    static func widths(_ picture: Picture, _ grid: PictureGrid) -> [Int] {
        var widths = [Int](repeating: Spacing.narrowest, count: grid.columnCount)
        let titles = picture.shownTitles(in: Spacing.box.width - Spacing.inset * 2)
        for (index, cell) in grid.boxes.enumerated() {
            widths[cell.column] = max(widths[cell.column], width(of: picture.boxes[index], titled: titles[index]))
        }
        for (index, frame) in picture.frames.enumerated() {
            guard let span = grid.frames[index] else { continue }
            let column = span.columns.lowerBound
            widths[column] = max(widths[column], frame.kind.isSubnet ? width(ofSubnet: frame) : width(ofTitle: frame))
        }
        return widths.map { min($0, Spacing.box.width) }
    }

    private static func width(of box: Picture.Box, titled title: String) -> Int {
        let isList = box.detail.contains(", ")
        return max(
            PictureText.kind.width(of: box.kind) + 34, PictureText.box.width(of: title),
            isList ? 0 : PictureText.detail.width(of: box.detail)) + Spacing.inset * 2
    }

    private static func width(ofSubnet frame: Picture.Frame) -> Int {
        max(PictureText.strip.width(of: frame.title), PictureText.frameDetail.width(of: frame.detail))
            + min(frame.signs.count, 4) * 20 + Spacing.inset * 2
    }

    private static func width(ofTitle frame: Picture.Frame) -> Int {
        PictureText.frame.width(of: frame.title) + 12
    }
}
