import TerraneCore

@testable import TerraneCompiler

/// Pictures of systems that nobody would build, the same for the same seed.
struct RandomPicture {
    private var state: UInt64
    private var picture = Picture(stack: "random", title: "random · test", detail: "Tokyo")
    private static let texts = [
        "a", "koemo-backend", "</title><script>alert(1)</script>", "a\"b'c&d<e>", "--", "]]>", "`$(id)`", "#quot; #35;",
        "very-long-name-of-a-service-that-nobody-would-choose-for-it", "日本語の名前がとても長い場合", "e\u{301}\u{301}",
        "\u{202E}abc",
        "line\nbreak", "tab\there", "\u{0}\u{1}", "end", "subgraph x", "a|b|c", "{\"json\": [1]}", "\\N\\G\\l", "",
        "🏴‍☠️🏴‍☠️🏴‍☠️🏴‍☠️🏴‍☠️🏴‍☠️",
        "100%", "rainbow-seeker-recommendations-api", "WWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
    ]

    init(seed: Int) {
        state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    /// A number below another (xorshift64*, Vigna 2016).
    private mutating func number(_ bound: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % max(1, bound)
    }

    private mutating func text() -> String { RandomPicture.texts[number(RandomPicture.texts.count)] }

    mutating func drawn() -> Picture {
        if number(2) == 0 { drawEdge() }
        for region in 0..<1 + number(3) { drawRegion(region) }
        for _ in 0..<number(3) {
            let frame = add(.partner, nil)
            for _ in 0..<1 + number(3) { add(.document, .partner, frame) }
        }
        for _ in 0..<number(4) { add(.internet, .entry, nil) }
        if picture.boxes.isEmpty { add(.other, .entry, nil) }
        for _ in 0..<number(40) { connect() }
        return picture
    }

    private mutating func drawEdge() {
        let frame = add(.global, nil)
        for _ in 0..<1 + number(2) { add(.names, .front, frame) }
        for _ in 0..<number(3) { add(.firewall, .front, frame) }
        for _ in 0..<number(3) { add(.delivery, .door, frame) }
    }

    private mutating func drawRegion(_ number: Int) {
        let region = add(.region, nil)
        for _ in 0..<self.number(number == 0 ? 3 : 2) { drawNetwork(in: region) }
        let columns: [Picture.Column] = [.front, .door, .compute, .data]
        for _ in 0..<1 + self.number(7) {
            add(Glyph.allCases[self.number(Glyph.allCases.count)], columns[self.number(4)], region)
        }
    }

    private mutating func drawNetwork(in region: Int) {
        let network = add(.network, region)
        var tiers: [ClosedRange<Int>] = []
        for _ in 0..<1 + number(4) {
            let isPublic = number(3) == 0
            let tier = add(.tier(isPublic: isPublic), network)
            let first = isPublic ? 2 : 2 + number(3)
            let last = min(4, first + number(2))
            for _ in 0..<1 + number(4) {
                let column = Picture.Column(rawValue: first + number(last - first + 1)) ?? .compute
                add(Glyph.allCases[number(Glyph.allCases.count)], column, tier)
            }
            let columns = picture.boxes.filter { $0.frame == tier }.map(\.column.rawValue)
            tiers.append((columns.min() ?? 2)...(columns.max() ?? 2))
        }
        for _ in 0..<number(3) { add(.vpn, .door, network) }
        for _ in 0..<number(4) {
            let zone = add(.zone, network)
            for columns in tiers {
                let subnet = add(.subnet(isPublic: false), zone)
                picture.frames[subnet].columns = columns
                picture.frames[subnet].signs = Array(
                    [Glyph.cache, .service, .nat, .balancer, .queue].prefix(number(6)))
            }
        }
    }

    private mutating func add(_ kind: Picture.Frame.Kind, _ parent: Int?) -> Int {
        picture.frames.append(Picture.Frame(kind: kind, title: text(), detail: text(), parent: parent))
        return picture.frames.count - 1
    }

    private mutating func add(_ glyph: Glyph, _ column: Picture.Column, _ frame: Int?) {
        let mark = number(6) == 0 ? [Picture.Mark.added, .changed, .removed, .replaced][number(4)] : nil
        picture.boxes.append(
            Picture.Box(
                glyph: glyph, kind: text(), title: text(), detail: text(), column: column, frame: frame, names: [],
                mark: mark))
    }

    private mutating func connect() {
        let from = number(picture.boxes.count)
        let to = number(picture.boxes.count)
        if from == to || picture.lines.contains(where: { $0.from == from && $0.to == to }) { return }
        let kind: [Picture.Line.Kind] = [.traffic, .traffic, .egress, .support]
        let label = ["", "443", "80, 443", "1024–65535"][number(4)]
        picture.lines.append(Picture.Line(from: from, to: to, kind: kind[number(4)], label: label))
    }
}
