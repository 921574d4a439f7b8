import TerraneXML

extension Picture {
    /// The picture as an SVG document that needs nothing else: no script, no font, no image.
    public func svg() -> [UInt8] {
        PictureSVG(self, id: "architecture").bytes(hasDeclaration: true)
    }

    /// The picture as an element of an HTML page. Its identifiers and its style are its own if `id` is.
    public func embeddedSVG(id: String) -> String {
        String(decoding: PictureSVG(self, id: id).bytes(hasDeclaration: false), as: UTF8.self)
    }
}

/// Prints a picture as SVG, readable on light and on dark.
struct PictureSVG {
    private let picture: Picture
    private let layout: PictureLayout
    private let id: String
    private let titles: [String]

    init(_ picture: Picture, id: String) {
        self.picture = picture
        self.id = id
        layout = PictureLayout(of: picture)
        titles = picture.shownTitles(in: PictureLayout.Spacing.box.width - PictureLayout.Spacing.inset * 2)
    }

    func bytes(hasDeclaration: Bool) -> [UInt8] {
        // What a picture is made of can all be written, for texts are made legible before.
        (try? Document(root).serialized(hasDeclaration: hasDeclaration)) ?? []
    }

    private var root: Element {
        let width = max(layout.width, 480)
        var svg = Element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "id": id, "class": "terrane", "width": "\(width)",
                "height": "\(layout.height)", "viewBox": "0 0 \(width) \(layout.height)", "role": "img",
                "aria-labelledby": "\(id)-title \(id)-description",
            ])
        svg.add(text("title", ["id": "\(id)-title"], "Architecture of \(picture.title)"))
        svg.add(text("desc", ["id": "\(id)-description"], picture.description))
        svg.add(Element("style", [:], [.text(PictureStyle.sheet(scope: "#\(id)"))]))
        svg.add(Element("rect", ["class": "page", "width": "\(width)", "height": "\(layout.height)", "rx": "12"]))
        svg.add(
            text(
                "text", ["class": "title", "x": "24", "y": "44"],
                PictureText.title.fitting(picture.title, in: width - 48)))
        svg.add(
            text(
                "text", ["class": "subtitle", "x": "24", "y": "68"],
                PictureText.subtitle.fitting(picture.detail, in: width - 48)))
        svg.add(group("frames", frameOrder.map(frame)))
        svg.add(group("lines", lineOrder.map(line)))
        svg.add(group("boxes", picture.boxes.indices.map(box)))
        svg.add(group("labels", picture.lines.indices.compactMap(label)))
        svg.add(footer(width))
        return svg
    }

    private func group(_ name: String, _ members: [Element]) -> Element {
        Element("g", ["class": name], members.map { .element($0) })
    }

    // MARK: Frames

    /// From the outside in.
    private var frameOrder: [Int] {
        picture.frames.indices.filter { layout.frames[$0].width > 0 }
            .sorted { (picture.frames[$0].kind.level, $0) < (picture.frames[$1].kind.level, $1) }
    }

    private func frame(_ index: Int) -> Element {
        let frame = picture.frames[index]
        let place = layout.frames[index]
        var group = Element("g", ["class": "frame \(frame.kind.className)"])
        group.add(text("title", [:], [frame.title, frame.detail].filter { !$0.isEmpty }.joined(separator: ", ")))
        group.add(rectangle(place, radius: frame.kind.isSubnet ? 6 : 12))
        if frame.kind.isSubnet {
            addStrip(index, place, to: &group)
        } else {
            addHeading(frame, place, room: layout.titleWidths[index], to: &group)
        }
        addMark(frame.mark, at: PictureLayout.Point(x: place.right - 4, y: place.y + 4), to: &group)
        return group
    }

    /// The title, and behind it the detail where there is room for it.
    private func addHeading(
        _ frame: Picture.Frame, _ place: PictureLayout.Rectangle, room: Int, to group: inout Element
    ) {
        let title = PictureText.frame.fitting(frame.title, in: room)
        let width = PictureText.frame.width(of: title)
        let left = PictureLayout.Point(x: place.x + 12, y: place.y + 21)
        group.add(fitted(title, .frame, PictureText.frame, at: left, room: room))
        guard !frame.detail.isEmpty, frame.detail != frame.title,
            PictureText.frameDetail.width(of: frame.detail) <= room - width - 8
        else { return }
        let behind = PictureLayout.Point(x: left.x + width + 8, y: left.y)
        group.add(fitted(frame.detail, .detail, PictureText.frameDetail, at: behind, room: room - width - 8))
    }

    /// A subnet: its name, its range, and signs of what is in it.
    private func addStrip(_ index: Int, _ place: PictureLayout.Rectangle, to group: inout Element) {
        let frame = picture.frames[index]
        let signs = frame.signs.prefix(4)
        let room = min(place.width - signs.count * 20, layout.titleWidths[index]) - PictureLayout.Spacing.inset * 2
        let left = PictureLayout.Point(x: place.x + 10, y: place.y + 19)
        group.add(fitted(frame.title, .frame, PictureText.strip, at: left, room: room))
        let below = PictureLayout.Point(x: left.x, y: place.y + 37)
        group.add(fitted(frame.detail, .detail, PictureText.frameDetail, at: below, room: room))
        for (position, sign) in signs.enumerated() {
            let x = place.right - 8 - (signs.count - position) * 20
            group.add(glyph(sign, x: x, y: place.y + 15, size: 16, className: "sign"))
        }
    }

    private func rectangle(_ place: PictureLayout.Rectangle, radius: Int, className: String? = nil) -> Element {
        var attributes = [
            Element.Attribute("x", "\(place.x)"), Element.Attribute("y", "\(place.y)"),
            Element.Attribute("width", "\(place.width)"), Element.Attribute("height", "\(place.height)"),
            Element.Attribute("rx", "\(radius)"),
        ]
        if let className { attributes.insert(Element.Attribute("class", className), at: 0) }
        return Element(name: "rect", attributes: attributes, children: [])
    }

    private func glyph(_ glyph: Glyph, x: Int, y: Int, size: Int, className: String) -> Element {
        let scale = size == 24 ? "" : " scale(\(decimal(size * 1000 / 24)))"
        return Element(
            "path", ["class": className, "transform": "translate(\(x) \(y))\(scale)", "d": glyph.path])
    }

    private func decimal(_ thousandths: Int) -> String {
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }

    // MARK: Boxes

    private func box(_ index: Int) -> Element {
        let box = picture.boxes[index]
        let place = layout.boxes[index]
        var group = Element(
            "g", ["class": "box \(box.glyph.family.rawValue)\(box.mark.map { " \($0.className)" } ?? "")"])
        group.add(text("title", [:], description(of: box)))
        group.add(rectangle(place, radius: 10))
        group.add(
            rectangle(
                PictureLayout.Rectangle(x: place.x + 10, y: place.y + 9, width: 26, height: 26), radius: 7,
                className: "tile"))
        group.add(glyph(box.glyph, x: place.x + 14, y: place.y + 13, size: 18, className: "glyph"))
        addTexts(of: box, titled: titles[index], in: place, to: &group)
        addMark(box.mark, at: PictureLayout.Point(x: place.right - 4, y: place.y + 4), to: &group)
        return group
    }

    private func addTexts(
        of box: Picture.Box, titled title: String, in place: PictureLayout.Rectangle, to group: inout Element
    ) {
        let room = place.width - PictureLayout.Spacing.inset * 2
        let line = PictureLayout.Point(x: place.x + 11, y: place.y + (box.detail.isEmpty ? 62 : 55))
        group.add(
            fitted(
                box.kind, .detail, PictureText.kind, at: PictureLayout.Point(x: place.x + 45, y: place.y + 28),
                room: room - 34))
        group.add(fitted(title, .name, PictureText.box, at: line, room: room))
        guard !box.detail.isEmpty else { return }
        let below = PictureLayout.Point(x: line.x, y: place.y + 73)
        group.add(fitted(box.detail, .detail, PictureText.detail, at: below, room: room))
    }

    private func description(of box: Picture.Box) -> String {
        let whole = [box.kind, box.title, box.detail].filter { !$0.isEmpty }.joined(separator: " · ")
        return box.mark.map { "\(whole) (\($0.word))" } ?? whole
    }

    /// A sign, so that colour is never all that tells.
    private func addMark(_ mark: Picture.Mark?, at corner: PictureLayout.Point, to group: inout Element) {
        guard let mark else { return }
        group.add(
            Element("circle", ["class": "mark \(mark.className)", "cx": "\(corner.x)", "cy": "\(corner.y)", "r": "11"]))
        group.add(
            Element(
                "path",
                ["class": "mark-sign", "transform": "translate(\(corner.x - 6) \(corner.y - 6))", "d": mark.path]))
    }

    // MARK: Lines

    /// Requests last, so that they are above the others.
    private var lineOrder: [Int] {
        picture.lines.indices.sorted {
            (picture.lines[$0].kind == .traffic ? 1 : 0, $0) < (picture.lines[$1].kind == .traffic ? 1 : 0, $1)
        }
    }

    private func line(_ index: Int) -> Element {
        let line = picture.lines[index]
        var group = Element("g", ["class": "line \(line.kind.className)\(line.mark.map { " \($0.className)" } ?? "")"])
        let ends = "\(picture.boxes[line.from].title) to \(picture.boxes[line.to].title)"
        group.add(text("title", [:], line.label.isEmpty ? ends : "\(ends), \(line.label)"))
        group.add(Element("path", ["d": LinePath(layout.routes[index]).path]))
        group.add(Element("path", ["class": "head", "d": LinePath(layout.routes[index]).head]))
        return group
    }

    private func label(_ index: Int) -> Element? {
        guard let place = layout.labels[index] else { return nil }
        var group = Element("g", ["class": "label"])
        group.add(rectangle(place, radius: 9))
        group.add(text("text", ["x": "\(place.center.x)", "y": "\(place.y + 14)"], picture.lines[index].label))
        return group
    }

    // MARK: Below

    private func footer(_ width: Int) -> Element {
        var group = Element("g", ["class": "footer"])
        let y = layout.height - 22
        var x = PictureLayout.Spacing.margin
        for (kind, name) in picture.legend {
            var sample = Element("g", ["class": "line \(kind.className)"])
            sample.add(Element("path", ["d": "M\(x) \(y - 4)h26"]))
            group.add(sample)
            group.add(text("text", ["x": "\(x + 34)", "y": "\(y)"], name))
            x += 34 + PictureText.note.width(of: name) + 26
        }
        let notes = PictureText.note.fitting(picture.notes.joined(separator: " · "), in: max(0, width - x - 24))
        group.add(text("text", ["class": "notes", "x": "\(width - 24)", "y": "\(y)"], notes))
        return group
    }

    private enum TextClass: String { case name, detail, frame }

    /// A text that keeps to its room: shortened if it must be, and if another font could make it too wide, with its width.
    private func fitted(
        _ text: String, _ style: TextClass, _ measure: TextMeasure, at place: PictureLayout.Point, room: Int
    ) -> Element {
        let shown = measure.fitting(text.legible, in: room)
        var element = self.text("text", ["class": style.rawValue, "x": "\(place.x)", "y": "\(place.y)"], shown)
        let width = measure.width(of: shown)
        if width * 5 > room * 4 {
            element.attributes.append(Element.Attribute("textLength", "\(width)"))
            element.attributes.append(Element.Attribute("lengthAdjust", "spacingAndGlyphs"))
        }
        return element
    }

    private func text(_ name: String, _ attributes: KeyValuePairs<String, String>, _ text: String) -> Element {
        Element(name, attributes, [.text(text.legible)])
    }
}

extension Element {
    fileprivate mutating func add(_ child: Element) { children.append(.element(child)) }
}

extension String {
    /// Without what XML cannot carry and what no picture shows.
    var legible: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.isLegible ? $0 : "\u{FFFD}" }))
    }
}

extension Unicode.Scalar {
    /// Neither a control, nor what turns the direction of text, nor no character at all.
    fileprivate var isLegible: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFFFE...0xFFFF: false
        default: true
        }
    }
}
