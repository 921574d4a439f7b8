/// The colours of a picture: neutral greys, and three hues that tell what a thing does. Dark is dark by the reader's own
/// setting ("prefers-color-scheme", Media Queries Level 5, W3C).
enum PictureStyle {
    /// The style sheet, each rule of which holds below `scope` alone. Written without custom properties, which some that show
    /// SVG do not know.
    static func sheet(scope: String) -> String {
        "\n" + rules(base + light, below: scope) + "\n@media (prefers-color-scheme: dark) {\n"
            + rules(dark, below: scope) + "\n}\n"
    }

    private static func rules(_ rules: [String], below scope: String) -> String {
        rules.map { rule in
            scope + rule.split(separator: "SCOPE", omittingEmptySubsequences: false).joined(separator: scope)
        }.joined(separator: "\n")
    }

    private static let base = [
        " text { font-family: \"Helvetica Neue\", Helvetica, Arial, \"Liberation Sans\", sans-serif; font-size: 14px; }",
        " .title { font-size: 26px; font-weight: 700; }",
        " .subtitle { font-size: 16px; }",
        " text.frame { font-size: 15px; font-weight: 700; }",
        " .subnet > text.frame { font-size: 14px; }",
        " text.detail { font-size: 14px; font-weight: 400; }",
        " .frame > rect { stroke-width: 1.25; }",
        " .zone > rect, SCOPE .global > rect, SCOPE .partner > rect { stroke-dasharray: 5 4; }",
        " .box > rect { stroke-width: 1.25; }",
        " .name { font-size: 17px; font-weight: 700; }",
        " .glyph, SCOPE .sign, SCOPE .mark-sign { fill: none; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }",
        " .line > path { fill: none; stroke-width: 1.75; stroke-linejoin: round; }",
        " .egress > path, SCOPE .support > path { stroke-width: 1.25; }",
        " .egress > path:not(.head) { stroke-dasharray: 6 4; }",
        " .support > path:not(.head) { stroke-dasharray: 2 4; stroke-linecap: round; }",
        " .label text { text-anchor: middle; }",
        " .notes { text-anchor: end; }",
    ]

    private static let light =
        colours(
            page: "#ffffff", ink: "#17202c", muted: "#55606f", region: "#f6f8fa", regionLine: "#c5ced9",
            network: "#ffffff",
            networkLine: "#8fa7c7", open: "#eaf6ef", openLine: "#a9d5bb", closed: "#eef3fb", closedLine: "#b9cbe6",
            box: "#ffffff", boxLine: "#c5ced9", line: "#3d4a5c", faint: "#7a8797")
        + families { ($0.paper, $0.ink) }
        + marks(on: "#ffffff", \.ink)

    private static let dark =
        colours(
            page: "#0f151d", ink: "#e9eef5", muted: "#a3b0c0", region: "#151d27", regionLine: "#3a4758",
            network: "#111924",
            networkLine: "#4d6a92", open: "#12261c", openLine: "#2f6146", closed: "#14213a", closedLine: "#34507f",
            box: "#1c2633", boxLine: "#43515f", line: "#c3cedb", faint: "#8693a5")
        + families(\.darkened)
        + marks(on: "#0f151d", \.darkened)

    private static func colours(
        page: String, ink: String, muted: String, region: String, regionLine: String, network: String,
        networkLine: String, open: String, openLine: String, closed: String, closedLine: String, box: String,
        boxLine: String, line: String, faint: String
    ) -> [String] {
        [
            " .page { fill: \(page); }",
            " text { fill: \(ink); }",
            " .subtitle, SCOPE .detail, SCOPE .footer text { fill: \(muted); }",
            " .frame > rect { fill: \(region); stroke: \(regionLine); }",
            " .network > rect { fill: \(network); stroke: \(networkLine); }",
            " .zone > rect { fill: none; stroke: \(networkLine); }",
            " .open > rect { fill: \(open); stroke: \(openLine); }",
            " .closed > rect { fill: \(closed); stroke: \(closedLine); }",
            " .box > rect { fill: \(box); stroke: \(boxLine); }",
            " .line > path { stroke: \(line); }",
            " .line > .head { fill: \(line); }",
            " .egress > path, SCOPE .support > path { stroke: \(faint); }",
            " .egress > .head, SCOPE .support > .head { fill: \(faint); }",
            " .label > rect { fill: \(box); stroke: \(boxLine); }",
            " .sign { stroke: \(muted); }",
        ]
    }

    private static func families(_ colours: (Glyph.Family) -> (paper: String, ink: String)) -> [String] {
        Glyph.Family.allCases.flatMap { family in
            [
                " .\(family.rawValue) > .tile { fill: \(colours(family).paper); stroke: none; }",
                " .\(family.rawValue) > .glyph { stroke: \(colours(family).ink); }",
            ]
        }
    }

    private static func marks(on paper: String, _ colour: (Picture.Mark) -> String) -> [String] {
        Picture.Mark.allCases.flatMap { mark in
            let (name, colour) = (mark.className, colour(mark))
            return [
                " .box.\(name) > rect:not(.tile) { stroke: \(colour); stroke-width: 2.5; }",
                " .line.\(name) > path { stroke: \(colour); }", " .line.\(name) > .head { fill: \(colour); }",
                " .mark.\(name) { fill: \(colour); stroke: \(paper); stroke-width: 2; }",
            ]
        } + [
            " .mark-sign { stroke: \(paper); }",
            " .box.removed > rect:not(.tile) { stroke-dasharray: 5 4; fill: none; }",
        ]
    }
}

extension Picture.Frame.Kind {
    var className: String {
        switch self {
        case .global: "global"
        case .region: "region"
        case .network: "network"
        case .tier(let isPublic): isPublic ? "tier open" : "tier closed"
        case .zone: "zone"
        case .subnet(let isPublic): isPublic ? "subnet open" : "subnet closed"
        case .partner: "partner"
        }
    }
}

extension Picture.Line.Kind {
    var className: String {
        switch self {
        case .traffic: "traffic"
        case .egress: "egress"
        case .support: "support"
        }
    }
}

extension Picture.Mark {
    var className: String { word }

    /// Its colour on white.
    var ink: String {
        switch self {
        case .added: "#1a7f42"
        case .changed: "#9a6700"
        case .removed: "#6b7686"
        case .replaced: "#c62828"
        }
    }

    /// The ground of what has it, on white.
    var paper: String {
        switch self {
        case .added: "#dcf3e6"
        case .changed: "#fff3d6"
        case .removed: "#f3f4f6"
        case .replaced: "#fde3e3"
        }
    }

    /// Its colour on black.
    var darkened: String {
        switch self {
        case .added: "#4cc27a"
        case .changed: "#e0ae3a"
        case .removed: "#93a0b1"
        case .replaced: "#ff7b72"
        }
    }

    var word: String {
        switch self {
        case .added: "added"
        case .changed: "changed"
        case .removed: "removed"
        case .replaced: "replaced"
        }
    }

    /// `+`, `~`, `−` and `!`, in a square of 12 units.
    var path: String {
        switch self {
        case .added: "M6 2v8M2 6h8"
        case .changed: "M1.500 7c2-4 3.500-2 4.500-1s2.500 2 4.500-1.500"
        case .removed: "M2 6h8"
        case .replaced: "M6 1.500v5M6 10v.2"
        }
    }
}

extension Picture {
    /// The kinds of lines that it has.
    var legend: [(Line.Kind, String)] {
        [(.traffic, "requests"), (.egress, "out to the Internet"), (.support, "names, images, copies")].filter {
            kind, _ in
            lines.contains { $0.kind == kind }
        }
    }

    /// In a few sentences what there is to see, for those who do not see it.
    var description: String {
        let shown = boxes.map { "\($0.kind) \($0.title)" }.joined(separator: ", ")
        let ways = lines.filter { $0.kind == .traffic }.map {
            "\(boxes[$0.from].title) to \(boxes[$0.to].title)\($0.label.isEmpty ? "" : " at \($0.label)")"
        }.joined(separator: "; ")
        return "\(detail). Boxes: \(shown)." + (ways.isEmpty ? "" : " Requests: \(ways).")
    }
}
