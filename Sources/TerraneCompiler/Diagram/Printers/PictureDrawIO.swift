import TerraneXML

extension Picture {
    /// The picture as a file of draw.io, with the same places as the SVG, to be drawn on.
    public func drawio() -> [UInt8] {
        // What a picture is made of can all be written, for texts are made legible before.
        (try? Document(DrawIOFile(self).root).serialized()) ?? []
    }
}

/// draw.io's own XML: cells within cells, each placed in the one that holds it.
private struct DrawIOFile {
    private let picture: Picture
    private let layout: PictureLayout

    init(_ picture: Picture) {
        self.picture = picture
        layout = PictureLayout(of: picture)
    }

    var root: Element {
        var cells = [Element("mxCell", ["id": "0"]), Element("mxCell", ["id": "1", "parent": "0"])]
        let frames = picture.frames.indices.filter { layout.frames[$0].width > 0 }
        cells += frames.sorted { (picture.frames[$0].kind.level, $0) < (picture.frames[$1].kind.level, $1) }.map(frame)
        cells += picture.boxes.indices.map(box)
        cells += picture.lines.indices.map(line)
        let model = Element(
            "mxGraphModel",
            [
                "grid": "1", "gridSize": "10", "page": "1", "pageWidth": "\(layout.width)",
                "pageHeight": "\(layout.height)",
            ],
            [.element(Element("root", [:], cells.map { .element($0) }))])
        return Element(
            "mxfile", ["host": "terrane"],
            [.element(Element("diagram", ["id": "architecture", "name": picture.title.legible], [.element(model)]))])
    }

    private func frame(_ index: Int) -> Element {
        let frame = picture.frames[index]
        return vertex(
            "f\(index)", picture.line(of: frame), style: frame.kind.drawioStyle, place: layout.frames[index],
            parent: frame.parent)
    }

    private func box(_ index: Int) -> Element {
        let box = picture.boxes[index]
        let style =
            "rounded=1;arcSize=12;whiteSpace=wrap;fillColor=\(box.glyph.family.paper);"
            + "strokeColor=\(box.mark?.ink ?? "#8593a5");strokeWidth=\(box.mark == nil ? 1 : 3);fontColor=#17202c;fontSize=12;"
        return vertex(
            "b\(index)", picture.lines(of: box).joined(separator: "\n"), style: style, place: layout.boxes[index],
            parent: box.frame)
    }

    private func vertex(
        _ id: String, _ value: String, style: String, place: PictureLayout.Rectangle, parent: Int?
    ) -> Element {
        let origin = parent.map { layout.frames[$0] } ?? PictureLayout.Rectangle(x: 0, y: 0, width: 0, height: 0)
        return Element(
            "mxCell",
            [
                "id": id, "value": value.legibleLines, "style": style, "vertex": "1",
                "parent": parent.map { "f\($0)" } ?? "1",
            ],
            [
                .element(
                    Element(
                        "mxGeometry",
                        [
                            "x": "\(place.x - origin.x)", "y": "\(place.y - origin.y)", "width": "\(place.width)",
                            "height": "\(place.height)", "as": "geometry",
                        ]))
            ])
    }

    private func line(_ index: Int) -> Element {
        let line = picture.lines[index]
        let style =
            "edgeStyle=orthogonalEdgeStyle;rounded=1;endArrow=block;endFill=1;strokeColor=#3d4a5c;fontSize=11;"
            + "labelBackgroundColor=#ffffff;" + (line.kind == .traffic ? "" : "dashed=1;") + ends(index)
        let corners = layout.routes[index].dropFirst().dropLast().map {
            Element.Node.element(Element("mxPoint", ["x": "\($0.x)", "y": "\($0.y)"]))
        }
        let points = corners.isEmpty ? [] : [Element.Node.element(Element("Array", ["as": "points"], corners))]
        return Element(
            "mxCell",
            [
                "id": "l\(index)", "value": line.label.legible, "style": style, "edge": "1", "parent": "1",
                "source": "b\(line.from)", "target": "b\(line.to)",
            ], [.element(Element("mxGeometry", ["relative": "1", "as": "geometry"], points))])
    }

    /// Where a line leaves and meets its boxes, as shares of their sizes.
    private func ends(_ index: Int) -> String {
        guard let first = layout.routes[index].first, let last = layout.routes[index].last else { return "" }
        let from = layout.boxes[picture.lines[index].from]
        let to = layout.boxes[picture.lines[index].to]
        return "exitX=\(share(first.x - from.x, of: from.width));exitY=\(share(first.y - from.y, of: from.height));"
            + "entryX=\(share(last.x - to.x, of: to.width));entryY=\(share(last.y - to.y, of: to.height));"
    }

    private func share(_ part: Int, of whole: Int) -> String {
        let thousandths = part * 1000 / max(1, whole)
        if thousandths >= 1000 { return "1" }
        let digits = String(max(0, thousandths))
        return "0." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}

extension String {
    /// Legible, with its line breaks.
    fileprivate var legibleLines: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).legible }.joined(separator: "\n")
    }
}

extension Picture.Frame.Kind {
    fileprivate var drawioStyle: String {
        let colours: (fill: String, stroke: String) =
            switch self {
            case .global, .region, .partner: ("#f6f8fa", "#c5ced9")
            case .network, .zone: ("#ffffff", "#8fa7c7")
            case .tier(let isPublic), .subnet(let isPublic): isPublic ? ("#eaf6ef", "#a9d5bb") : ("#eef3fb", "#b9cbe6")
            }
        return
            "rounded=1;arcSize=3;whiteSpace=wrap;container=1;collapsible=0;verticalAlign=top;align=left;spacingLeft=8;"
            + "fontStyle=\(isSubnet ? 0 : 1);fontColor=#17202c;fillColor=\(colours.fill);strokeColor=\(colours.stroke);"
    }
}
