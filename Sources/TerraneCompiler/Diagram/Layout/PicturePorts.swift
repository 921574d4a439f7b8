/// Where lines meet the sides of boxes: straight ones in the middle, the others above and below it in the order of where they
/// come from, and none on the way of another.
struct PicturePorts {
    struct Port: Hashable {
        let box: Int
        let side: PictureRouting.Side
        /// A bundle that leaves, or a line that comes in.
        let key: Int
        let isExit: Bool
    }

    /// A stretch across a row of boxes.
    private struct Run {
        let y: Int
        let x: ClosedRange<Int>
        let bundle: Int
    }

    private struct Wish {
        var port: Port
        var bundle: Int
        /// The row of the other end.
        var other: Int
        var x: ClosedRange<Int>
    }

    private(set) var offsets: [Port: Int] = [:]
    private var runs: [Int: [Run]] = [:]
    private let picture: Picture
    private let grid: PictureGrid
    private let routing: PictureRouting
    private let boxes: [PictureLayout.Rectangle]

    /// `lane` says where the lane of a bundle in a gutter between columns is.
    init(
        _ picture: Picture, _ grid: PictureGrid, _ routing: PictureRouting, boxes: [PictureLayout.Rectangle],
        lane: (_ gutter: Int, _ bundle: Int) -> Int
    ) {
        self.picture = picture
        self.grid = grid
        self.routing = routing
        self.boxes = boxes
        placeStraight()
        placeRest(lane)
    }

    static func exit(_ line: Picture.Line, _ route: PictureRouting.Route) -> Port {
        Port(box: line.from, side: route.exit, key: route.bundle, isExit: true)
    }

    static func entry(_ line: Picture.Line, _ route: PictureRouting.Route, _ index: Int) -> Port {
        Port(box: line.to, side: route.entry, key: index, isExit: false)
    }

    // MARK: Straight lines

    private mutating func placeStraight() {
        for (index, line) in picture.lines.enumerated() where routing.routes[index].legs.isEmpty {
            let route = routing.routes[index]
            let ends = [boxes[line.from], boxes[line.to]].sorted { $0.x < $1.x }
            let exit = PicturePorts.exit(line, route)
            let offset =
                offsets[exit] ?? free(0, ends[0].right...ends[1].x, in: grid.boxes[line.from].row, route.bundle)
            offsets[exit] = offset
            offsets[PicturePorts.entry(line, route, index)] = offset
            use(offset, ends[0].right...ends[1].x, in: grid.boxes[line.from].row, route.bundle)
        }
    }

    // MARK: The others

    private mutating func placeRest(_ lane: (Int, Int) -> Int) {
        var wishes: [Port: Wish] = [:]
        for (index, line) in picture.lines.enumerated() {
            let route = routing.routes[index]
            if case .vertical(let gutter)? = route.legs.first {
                add(PicturePorts.exit(line, route), to: lane(gutter, route.bundle), line.to, route.bundle, &wishes)
            } else if route.exit == .bottom {
                add(PicturePorts.exit(line, route), to: boxes[line.from].x, line.to, route.bundle, &wishes)
            }
            if case .vertical(let gutter)? = route.legs.last {
                let entry = PicturePorts.entry(line, route, index)
                add(entry, to: lane(gutter, route.bundle), line.from, route.bundle, &wishes)
            }
        }
        let sides = Dictionary(grouping: wishes.values) { [$0.port.box, $0.port.side.rawValue] }
        for (_, side) in sides.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) { place(side) }
    }

    private func add(_ port: Port, to x: Int, _ other: Int, _ bundle: Int, _ wishes: inout [Port: Wish]) {
        let box = boxes[port.box]
        let side = port.side == .left ? box.x : box.right
        var wish = wishes[port] ?? Wish(port: port, bundle: bundle, other: grid.boxes[other].row, x: side...side)
        wish.x = min(wish.x.lowerBound, x)...max(wish.x.upperBound, x)
        wishes[port] = wish
    }

    private mutating func place(_ side: [Wish]) {
        let order = side.sorted { one, other in
            if one.other != other.other { return one.other < other.other }
            return one.port.isExit != other.port.isExit ? one.port.isExit : one.port.key < other.port.key
        }
        guard let first = order.first?.port else { return }
        let size = first.side == .bottom ? boxes[first.box].width : boxes[first.box].height
        let step = min(18, (size - 20) / max(1, order.count))
        let row = grid.boxes[first.box].row
        for (position, wish) in order.enumerated() {
            let wanted = (position * 2 - (order.count - 1)) * step / 2
            if wish.port.side == .bottom {
                offsets[wish.port] = wanted
            } else {
                // The lane of a bundle that runs straight too begins where that does.
                let offset = offsets[wish.port] ?? free(wanted, wish.x, in: row, wish.bundle)
                offsets[wish.port] = offset
                use(offset, wish.x, in: row, wish.bundle)
            }
        }
    }

    // MARK: Room

    /// The height nearest to the one that is wanted at which no other line runs.
    private func free(_ wanted: Int, _ x: ClosedRange<Int>, in row: Int, _ bundle: Int) -> Int {
        for spacing in [14, 8, 4] {
            for distance in stride(from: 0, through: 66, by: 2) {
                for offset in [wanted + distance, wanted - distance] where abs(offset) <= 33 {
                    if isFree(offset, x, in: row, bundle, spacing) { return offset }
                }
            }
        }
        return max(-33, min(33, wanted))
    }

    private func isFree(_ y: Int, _ x: ClosedRange<Int>, in row: Int, _ bundle: Int, _ spacing: Int) -> Bool {
        !runs[row, default: []].contains { run in
            run.bundle != bundle && abs(run.y - y) < spacing && run.x.overlaps(x)
        }
    }

    private mutating func use(_ y: Int, _ x: ClosedRange<Int>, in row: Int, _ bundle: Int) {
        runs[row, default: []].append(Run(y: y, x: x, bundle: bundle))
    }
}
