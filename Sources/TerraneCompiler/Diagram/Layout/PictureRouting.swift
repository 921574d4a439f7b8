/// The ways of lines between boxes, through the gutters that the grid leaves between its columns and rows, so that none passes
/// through a box. A gutter has as many lanes as lines that meet in it; lines of one kind from one box share theirs.
struct PictureRouting: Sendable {
    enum Side: Int, Sendable { case left, right, bottom }

    enum Leg: Hashable, Sendable {
        /// Up or down in the gutter before a column.
        case vertical(Int)
        /// Across in the gutter above a row.
        case horizontal(Int)
    }

    struct Route: Sendable {
        var exit: Side
        var entry: Side
        var legs: [Leg]
        /// Lines of one bundle share their exit and their lanes.
        var bundle: Int
    }

    /// A bundle's stretch of a gutter.
    struct Stretch: Sendable {
        var from: Int
        var to: Int
        var start: Int
        var lane = 0
    }

    private(set) var routes: [Route] = []
    /// For each gutter and bundle its stretch.
    private(set) var columns: [[Int: Stretch]]
    private(set) var rows: [[Int: Stretch]]

    private let grid: PictureGrid
    private let picture: Picture

    init(of picture: Picture, on grid: PictureGrid) {
        self.picture = picture
        self.grid = grid
        columns = Array(repeating: [:], count: grid.columnCount + 1)
        rows = Array(repeating: [:], count: grid.isStrip.count + 1)
        var bundles: [[Int]: Int] = [:]
        for line in picture.lines {
            var route = way(of: line)
            let key = [line.from, route.exit.rawValue, line.kind == .traffic ? 0 : line.kind == .egress ? 1 : 2]
            route.bundle = bundles[key] ?? bundles.count
            bundles[key] = route.bundle
            routes.append(route)
            use(route, from: grid.boxes[line.from], to: grid.boxes[line.to])
        }
        columns = columns.map(PictureRouting.assigned)
        rows = rows.map(PictureRouting.assigned)
    }

    // MARK: Ways

    private func way(of line: Picture.Line) -> Route {
        let from = grid.boxes[line.from]
        let to = grid.boxes[line.to]
        if to.column > from.column { return forward(from, to) }
        if to.column < from.column, line.kind == .egress || to.row <= from.row { return backward(from, to) }
        if to.row > from.row { return descending(from, to) }
        return Route(exit: .right, entry: .right, legs: [.vertical(from.column + 1)], bundle: 0)
    }

    private func forward(_ from: PictureGrid.Cell, _ to: PictureGrid.Cell) -> Route {
        if from.row == to.row, isFree(from.row, from.column + 1..<to.column) {
            return Route(exit: .right, entry: .left, legs: [], bundle: 0)
        }
        for gutter in (from.column + 1...to.column).reversed()
        where isFree(from.row, from.column + 1..<gutter) && isFree(to.row, gutter..<to.column) {
            return Route(exit: .right, entry: .left, legs: [.vertical(gutter)], bundle: 0)
        }
        let across = rowGutter(from.row, to.row)
        return Route(
            exit: .right, entry: .left,
            legs: [.vertical(from.column + 1), .horizontal(across), .vertical(to.column)], bundle: 0)
    }

    private func backward(_ from: PictureGrid.Cell, _ to: PictureGrid.Cell) -> Route {
        if from.row == to.row, isFree(from.row, to.column + 1..<from.column) {
            return Route(exit: .left, entry: .right, legs: [], bundle: 0)
        }
        for gutter in to.column + 1...from.column
        where isFree(from.row, gutter..<from.column) && isFree(to.row, to.column + 1..<gutter) {
            return Route(exit: .left, entry: .right, legs: [.vertical(gutter)], bundle: 0)
        }
        let across = rowGutter(from.row, to.row)
        return Route(
            exit: .left, entry: .right,
            legs: [.vertical(from.column), .horizontal(across), .vertical(to.column + 1)], bundle: 0)
    }

    /// Out below, and in from the left.
    private func descending(_ from: PictureGrid.Cell, _ to: PictureGrid.Cell) -> Route {
        Route(
            exit: .bottom, entry: .left, legs: [.horizontal(from.row + 1), .vertical(to.column)], bundle: 0)
    }

    private func isFree(_ row: Int, _ columns: Range<Int>) -> Bool {
        columns.allSatisfy { grid.occupants[PictureGrid.Cell(column: $0, row: row)] == nil }
    }

    /// The gutter beside one of two rows that is the least way round.
    private func rowGutter(_ one: Int, _ other: Int) -> Int {
        let candidates = [one, one + 1, other, other + 1].filter { gutter in
            gutter >= grid.isStrip.count || !grid.isStrip[gutter] || gutter == 0 || !grid.isStrip[gutter - 1]
        }
        return candidates.min { way(one, $0) + way($0, other) < way(one, $1) + way($1, other) } ?? one + 1
    }

    /// From the middle of a row to a gutter, in halves of a row.
    private func way(_ row: Int, _ gutter: Int) -> Int { abs(2 * row + 1 - 2 * gutter) }

    // MARK: Lanes

    private mutating func use(_ route: Route, from: PictureGrid.Cell, to: PictureGrid.Cell) {
        var place = (x: from.column * 1000 + 500, y: from.row * 1000 + 500)
        for (index, leg) in route.legs.enumerated() {
            switch leg {
            case .vertical(let gutter):
                var target = to.row * 1000 + 500
                if index + 1 < route.legs.count, case .horizontal(let across) = route.legs[index + 1] {
                    target = across * 1000
                }
                columns[gutter].add(place.y, target, for: route.bundle)
                place = (gutter * 1000, target)
            case .horizontal(let gutter):
                var target = to.column * 1000 + 500
                if index + 1 < route.legs.count, case .vertical(let up) = route.legs[index + 1] { target = up * 1000 }
                rows[gutter].add(place.x, target, for: route.bundle)
                place = (target, gutter * 1000)
            }
        }
    }

    /// Stretches that meet get lanes of their own: those that go down from the last to the first, those that go up from the
    /// first to the last, so that as few as possible cross.
    private static func assigned(_ gutter: [Int: Stretch]) -> [Int: Stretch] {
        let order = gutter.keys.sorted { one, other in
            guard let left = gutter[one], let right = gutter[other] else { return one < other }
            if left.isDown != right.isDown { return left.isDown }
            if left.start != right.start { return left.isDown ? left.start > right.start : left.start < right.start }
            return one < other
        }
        var done: [Int: Stretch] = [:]
        for bundle in order {
            guard var stretch = gutter[bundle] else { continue }
            let met = done.values.filter { $0.from <= stretch.to && stretch.from <= $0.to }.map(\.lane)
            stretch.lane = met.max().map { $0 + 1 } ?? 0
            done[bundle] = stretch
        }
        return done
    }
}

extension PictureRouting.Stretch {
    /// Whether most of it is below its start.
    fileprivate var isDown: Bool { to - start >= start - from }
}

extension [Int: PictureRouting.Stretch] {
    fileprivate mutating func add(_ start: Int, _ end: Int, for bundle: Int) {
        var stretch = self[bundle] ?? PictureRouting.Stretch(from: start, to: start, start: start)
        stretch.from = Swift.min(stretch.from, start, end)
        stretch.to = Swift.max(stretch.to, start, end)
        self[bundle] = stretch
    }
}
