import TerraneXML

@testable import TerraneCompiler

/// What holds of every picture, whatever is in it. Each function returns what is wrong.
struct PictureLaws {
    private typealias Rectangle = PictureLayout.Rectangle
    private typealias Point = PictureLayout.Point

    let picture: Picture
    var layout: PictureLayout

    init(_ picture: Picture) {
        self.picture = picture
        layout = PictureLayout(of: picture)
    }

    var faults: [String] {
        overlappingBoxes + boxesOutsideFrames + overlappingFrames + crookedLines + linesThroughBoxes + linesOnLines
            + linesThroughTitles + overlappingLabels + outsideOfPage + textsTooWide
    }

    // MARK: Boxes and frames

    private var overlappingBoxes: [String] {
        pairs(layout.boxes.count).filter { layout.boxes[$0].overlaps(layout.boxes[$1]) }
            .map { "box \(name($0)) overlaps \(name($1))" }
    }

    private var boxesOutsideFrames: [String] {
        picture.boxes.indices.flatMap { box in
            picture.frames.indices.compactMap { frame -> String? in
                guard layout.frames[frame].width > 0 else { return nil }
                let own = picture.boxes[box].frame
                if own == frame || own.map({ picture.ancestors(of: $0).contains(frame) }) == true {
                    return layout.frames[frame].contains(layout.boxes[box])
                        ? nil : "box \(name(box)) is not in \(picture.frames[frame].title)"
                }
                return layout.frames[frame].overlaps(layout.boxes[box])
                    ? "box \(name(box)) is in the foreign frame \(picture.frames[frame].title)" : nil
            }
        }
    }

    private var overlappingFrames: [String] {
        pairs(layout.frames.count).compactMap { one, other in
            let (first, second) = (layout.frames[one], layout.frames[other])
            guard first.width > 0, second.width > 0 else { return nil }
            let (title, next) = (picture.frames[one].title, picture.frames[other].title)
            if picture.ancestors(of: other).contains(one) {
                return first.contains(second) ? nil : "\(next) is not in \(title)"
            }
            if picture.ancestors(of: one).contains(other) {
                return second.contains(first) ? nil : "\(title) is not in \(next)"
            }
            return first.overlaps(second) ? "frame \(title) overlaps \(next)" : nil
        }
    }

    // MARK: Lines

    private var crookedLines: [String] {
        picture.lines.indices.flatMap { line -> [String] in
            let route = layout.routes[line]
            guard let first = route.first, let last = route.last, route.count > 1 else {
                return ["line \(line) is no line"]
            }
            var faults = segments(line).filter { $0.from.x != $0.to.x && $0.from.y != $0.to.y }.map { _ in
                "line \(line) is slanted"
            }
            if !isOnSide(first, of: picture.lines[line].from) {
                faults.append("line \(line) does not begin at its box")
            }
            if !isOnSide(last, of: picture.lines[line].to) { faults.append("line \(line) does not end at its box") }
            return faults
        }
    }

    private func isOnSide(_ point: Point, of box: Int) -> Bool {
        let place = layout.boxes[box]
        let isBeside = (point.x == place.x || point.x == place.right) && point.y > place.y && point.y < place.bottom
        let isBelow = point.y == place.bottom && point.x > place.x && point.x < place.right
        return isBeside || isBelow
    }

    private var linesThroughBoxes: [String] {
        picture.lines.indices.flatMap { line in
            layout.boxes.indices.compactMap { box in
                let place = layout.boxes[box]
                // The sides themselves are where lines end.
                let isEnd = [picture.lines[line].from, picture.lines[line].to].contains(box)
                let inner = isEnd ? inset(place, by: 1) : inset(place, by: -2)
                return segments(line).contains { rectangle($0).overlaps(inner) }
                    ? "line \(line) runs through \(name(box))" : nil
            }
        }
    }

    /// Lines of different boxes or kinds may cross, and never run on each other.
    private var linesOnLines: [String] {
        pairs(picture.lines.count).compactMap { one, other in
            let (first, second) = (picture.lines[one], picture.lines[other])
            if first.from == second.from, first.kind == second.kind { return nil }
            let isShared = segments(one).contains { left in segments(other).contains { runsOn(left, $0) } }
            return isShared ? "line \(one) runs on line \(other)" : nil
        }
    }

    private var linesThroughTitles: [String] {
        picture.frames.indices.flatMap { frame -> [String] in
            let place = layout.frames[frame]
            guard place.width > 0, !picture.frames[frame].kind.isSubnet else { return [] }
            let width = min(layout.titleWidths[frame], PictureText.frame.width(of: picture.frames[frame].title))
            let title = Rectangle(x: place.x + 12, y: place.y + 8, width: width, height: 16)
            return picture.lines.indices.filter { segments($0).contains { rectangle($0).overlaps(title) } }
                .map { "line \($0) runs through the title of \(picture.frames[frame].title)" }
        }
    }

    // MARK: Texts

    private var overlappingLabels: [String] {
        let labels = layout.labels.compactMap(\.self)
        return pairs(labels.count).filter { labels[$0].overlaps(labels[$1]) }.map { "label \($0) overlaps \($1)" }
            + labels.flatMap { label in
                layout.boxes.indices.filter { layout.boxes[$0].overlaps(label) }.map { "a label is on \(name($0))" }
            }
    }

    private var outsideOfPage: [String] {
        let page = Rectangle(x: 0, y: 0, width: layout.width, height: layout.height)
        let corners = layout.routes.joined().map { Rectangle(x: $0.x, y: $0.y, width: 0, height: 0) }
        return (layout.boxes + layout.frames + layout.labels.compactMap(\.self) + corners).filter { !page.contains($0) }
            .map { "\($0) is off the page" }
    }

    /// Read back from the SVG: no text of a box or a frame is wider than what it stands in.
    private var textsTooWide: [String] {
        guard let root = try? Document.parse(picture.svg()).root else { return ["the SVG cannot be read"] }
        return root.elements.filter { ["boxes", "frames", "labels"].contains($0["class"]) }.flatMap(\.elements).flatMap(
            textsTooWide)
    }

    private func textsTooWide(in group: Element) -> [String] {
        guard let frame = group.elements.first(where: { $0.name == "rect" }), let place = rectangle(frame) else {
            return []
        }
        return group.elements.filter { $0.name == "text" }.compactMap { text in
            guard let x = text["x"].flatMap({ Int($0) }) else { return "a text has no place" }
            let width = measure(text, in: group).width(of: text.text)
            let left = group["class"] == "label" ? x - width / 2 : x
            return left >= place.x && left + width <= place.right ? nil : "'\(text.text)' is wider than its frame"
        }
    }

    private func measure(_ text: Element, in group: Element) -> TextMeasure {
        switch text["class"] {
        case "name": PictureText.box
        case "frame": group["class"]?.hasPrefix("frame subnet") == true ? PictureText.strip : PictureText.frame
        default: PictureText.detail
        }
    }

    private func rectangle(_ element: Element) -> Rectangle? {
        let numbers = ["x", "y", "width", "height"].compactMap { element[$0].flatMap { Int($0) } }
        return numbers.count == 4 ? Rectangle(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3]) : nil
    }

    // MARK: Shapes

    private func inset(_ place: Rectangle, by distance: Int) -> Rectangle {
        Rectangle(
            x: place.x + distance, y: place.y + distance, width: place.width - 2 * distance,
            height: place.height - 2 * distance)
    }

    private func name(_ box: Int) -> String { picture.boxes[box].title }

    private func pairs(_ count: Int) -> [(Int, Int)] {
        (0..<count).flatMap { one in (one + 1..<max(one + 1, count)).map { (one, $0) } }
    }

    private func segments(_ line: Int) -> [(from: Point, to: Point)] {
        zip(layout.routes[line], layout.routes[line].dropFirst()).map { ($0, $1) }
    }

    /// One unit thick, so that it can overlap.
    private func rectangle(_ segment: (from: Point, to: Point)) -> Rectangle {
        Rectangle(
            x: min(segment.from.x, segment.to.x), y: min(segment.from.y, segment.to.y),
            width: max(1, abs(segment.from.x - segment.to.x)), height: max(1, abs(segment.from.y - segment.to.y)))
    }

    private func runsOn(_ one: (from: Point, to: Point), _ other: (from: Point, to: Point)) -> Bool {
        if one.from.y == one.to.y, other.from.y == other.to.y, one.from.y == other.from.y {
            return overlap(one.from.x, one.to.x, other.from.x, other.to.x)
        }
        if one.from.x == one.to.x, other.from.x == other.to.x, one.from.x == other.from.x {
            return overlap(one.from.y, one.to.y, other.from.y, other.to.y)
        }
        return false
    }

    private func overlap(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Bool {
        max(min(a, b), min(c, d)) < min(max(a, b), max(c, d))
    }
}
