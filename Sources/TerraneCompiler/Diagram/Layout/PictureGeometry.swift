/// From cells and lanes to pixels.
struct PictureGeometry {
    private typealias Spacing = PictureLayout.Spacing

    private let picture: Picture
    private let grid: PictureGrid
    private let routing: PictureRouting
    private var columns: [Gutter] = []
    private var rows: [Gutter] = []
    /// Where each column and row begins.
    private var columnStarts: [Int] = []
    private var rowStarts: [Int] = []
    private let widths: [Int]
    private var ports: PicturePorts?
    /// The frames in each frame.
    private let children: [[Int]]

    /// The room between two columns or rows: the frames that end, a stretch before the lanes, the lanes, a stretch after
    /// them, and the frames that begin.
    private struct Gutter {
        var ends = 0
        var before = 0
        var lanes = 0
        var after = 0
        var starts = 0
        var place = 0

        var size: Int { ends + before + lanes * Spacing.lane + after + starts }
        func lane(_ number: Int) -> Int { place + ends + before + number * Spacing.lane + Spacing.lane / 2 }
        var afterLanes: Int { place + ends + before + lanes * Spacing.lane }
    }

    init(_ picture: Picture, _ grid: PictureGrid, _ routing: PictureRouting) {
        self.picture = picture
        self.grid = grid
        self.routing = routing
        var children = [[Int]](repeating: [], count: picture.frames.count)
        for (index, frame) in picture.frames.enumerated() {
            if let parent = frame.parent { children[parent].append(index) }
        }
        self.children = children
        widths = PictureGeometry.widths(picture, grid)
        measureColumns()
        measureRows()
        ports = PicturePorts(picture, grid, routing, boxes: grid.boxes.map(rectangle)) { gutter, bundle in
            columns[gutter].lane(routing.columns[gutter][bundle]?.lane ?? 0)
        }
    }

    func layout() -> PictureLayout {
        var layout = PictureLayout()
        layout.boxes = grid.boxes.map(rectangle)
        layout.frames = picture.frames.indices.map(rectangle)
        layout.routes = picture.lines.indices.map(route)
        layout.titleWidths = picture.frames.indices.map { titleWidth($0, beside: layout.routes) }
        for index in picture.lines.indices {
            let place = label(index)
            // Where there are too many for all of them, the title of the line still says it.
            layout.labels.append(
                layout.labels.contains { $0.map { place?.overlaps($0) == true } == true } ? nil : place)
        }
        layout.width = (columns.last.map { $0.place + $0.size } ?? 0) + Spacing.margin
        layout.height = (rows.last.map { $0.place + $0.size } ?? 0) + Spacing.footer
        return layout
    }

    // MARK: Measures

    private mutating func measureColumns() {
        columns = (0...grid.columnCount).map { gutter in
            var measured = Gutter()
            measured.ends = padding(framesThat: { $0.columns.upperBound == gutter - 1 }) { _ in Spacing.padding }
            measured.starts = padding(framesThat: { $0.columns.lowerBound == gutter }) { _ in Spacing.padding }
            measured.lanes = (routing.columns[gutter].values.map(\.lane).max() ?? -1) + 1
            let isInner = gutter > 0 && gutter < grid.columnCount
            measured.before = max(
                isInner || measured.lanes > 0 ? 14 : 0,
                widestLabel { entry, cell in entry == .right && cell.column == gutter - 1 })
            measured.after = max(
                isInner || measured.lanes > 0 ? 22 : 0,
                widestLabel { entry, cell in entry == .left && cell.column == gutter })
            return measured
        }
        var x = Spacing.margin
        for column in 0...grid.columnCount {
            columns[column].place = x
            x += columns[column].size
            columnStarts.append(x)
            x += column < grid.columnCount ? widths[column] : 0
        }
    }

    private mutating func measureRows() {
        rows = (0...grid.isStrip.count).map { gutter in
            var measured = Gutter()
            measured.ends = padding(framesThat: { $0.rows.upperBound == gutter - 1 }) { _ in Spacing.padding }
            measured.starts = padding(framesThat: { $0.rows.lowerBound == gutter }) { _ in Spacing.header }
            measured.lanes = (routing.rows[gutter].values.map(\.lane).max() ?? -1) + 1
            let isInner = gutter > 0 && gutter < grid.isStrip.count
            let isBetweenStrips = isInner && grid.isStrip[gutter] && grid.isStrip[gutter - 1]
            measured.before =
                isBetweenStrips
                ? (measured.starts == 0 ? 0 : 8) : isInner || measured.lanes > 0 ? Spacing.rowGap / 2 : 0
            measured.after = measured.before
            return measured
        }
        var y = Spacing.titleBlock
        for row in 0...grid.isStrip.count {
            rows[row].place = y
            y += rows[row].size
            rowStarts.append(y)
            y += row < grid.isStrip.count ? height(ofRow: row) : 0
        }
    }

    private func height(ofRow row: Int) -> Int { grid.isStrip[row] ? Spacing.strip : Spacing.box.height }

    /// What the frames of all levels that begin or end at a place take together.
    private func padding(framesThat holds: (PictureGrid.Span) -> Bool, _ size: (Int) -> Int) -> Int {
        (0...2).reduce(0) { $0 + (hasFrame(at: $1, holds) ? size($1) : 0) }
    }

    private func hasFrame(at level: Int, _ holds: (PictureGrid.Span) -> Bool) -> Bool {
        picture.frames.indices.contains { picture.frames[$0].kind.level == level && grid.frames[$0].map(holds) == true }
    }

    private func widestLabel(_ holds: (PictureRouting.Side, PictureGrid.Cell) -> Bool) -> Int {
        picture.lines.indices.filter { !picture.lines[$0].label.isEmpty }
            .filter { holds(routing.routes[$0].entry, grid.boxes[picture.lines[$0].to]) }
            .map { labelWidth($0) + 18 }.max() ?? 0
    }

    private func labelWidth(_ line: Int) -> Int { PictureText.label.width(of: picture.lines[line].label) + 8 }

    // MARK: Frames and boxes

    private func rectangle(_ cell: PictureGrid.Cell) -> PictureLayout.Rectangle {
        PictureLayout.Rectangle(
            x: columnStarts[cell.column], y: rowStarts[cell.row], width: widths[cell.column], height: Spacing.box.height
        )
    }

    private func rectangle(_ frame: Int) -> PictureLayout.Rectangle {
        guard let span = grid.frames[frame] else { return PictureLayout.Rectangle(x: 0, y: 0, width: 0, height: 0) }
        if picture.frames[frame].kind.isSubnet { return strip(span) }
        let left =
            columnStarts[span.columns.lowerBound] - sum(frame) { $0.columns.lowerBound == span.columns.lowerBound }
        let right =
            columnStarts[span.columns.upperBound] + widths[span.columns.upperBound]
            + sum(frame) { $0.columns.upperBound == span.columns.upperBound }
        let top =
            rowStarts[span.rows.lowerBound]
            - sum(frame, Spacing.header) { $0.rows.lowerBound == span.rows.lowerBound }
        let bottom =
            rowStarts[span.rows.upperBound] + height(ofRow: span.rows.upperBound)
            + sum(frame) { $0.rows.upperBound == span.rows.upperBound }
        return PictureLayout.Rectangle(x: left, y: top, width: right - left, height: bottom - top)
    }

    /// A subnet is as wide as the boxes above it.
    private func strip(_ span: PictureGrid.Span) -> PictureLayout.Rectangle {
        let x = columnStarts[span.columns.lowerBound]
        return PictureLayout.Rectangle(
            x: x, y: rowStarts[span.rows.lowerBound] + 3,
            width: columnStarts[span.columns.upperBound] + widths[span.columns.upperBound] - x,
            height: Spacing.strip - 6)
    }

    /// What a frame and those inside it take at a place where they begin or end together; subnets take nothing.
    private func sum(_ frame: Int, _ size: Int = Spacing.padding, _ holds: (PictureGrid.Span) -> Bool) -> Int {
        let inner = children[frame].filter { grid.frames[$0].map(holds) == true && picture.frames[$0].kind.level < 3 }
        return size + (inner.map { sum($0, size, holds) }.max() ?? 0)
    }

    /// Up to the first line that comes in from above, or the end of the frame.
    private func titleWidth(_ frame: Int, beside routes: [[PictureLayout.Point]]) -> Int {
        guard grid.frames[frame] != nil else { return 0 }
        let whole = rectangle(frame)
        let header = whole.y...whole.y + Spacing.header
        var right = whole.right
        for route in routes {
            for (from, to) in zip(route, route.dropFirst()) where from.x == to.x && from.x > whole.x {
                if (min(from.y, to.y)...max(from.y, to.y)).overlaps(header) { right = min(right, from.x - 8) }
            }
        }
        return right - whole.x - Spacing.inset * 2
    }

    // MARK: Ports

    private func point(_ port: PicturePorts.Port) -> PictureLayout.Point {
        let box = rectangle(grid.boxes[port.box])
        let offset = ports?.offsets[port] ?? 0
        switch port.side {
        case .left: return PictureLayout.Point(x: box.x, y: box.center.y + offset)
        case .right: return PictureLayout.Point(x: box.right, y: box.center.y + offset)
        case .bottom: return PictureLayout.Point(x: box.center.x + offset, y: box.bottom)
        }
    }

    // MARK: Lines

    private func ends(_ index: Int) -> (exit: PictureLayout.Point, entry: PictureLayout.Point) {
        let line = picture.lines[index]
        let route = routing.routes[index]
        return (point(PicturePorts.exit(line, route)), point(PicturePorts.entry(line, route, index)))
    }

    private func route(_ index: Int) -> [PictureLayout.Point] {
        let (exit, entry) = ends(index)
        let route = routing.routes[index]
        var points = [exit]
        var place = exit
        for leg in route.legs {
            switch leg {
            case .vertical(let gutter):
                place.x = columns[gutter].lane(routing.columns[gutter][route.bundle]?.lane ?? 0)
            case .horizontal(let gutter):
                place.y = rows[gutter].lane(routing.rows[gutter][route.bundle]?.lane ?? 0)
            }
            if place != points.last { points.append(place) }
        }
        if case .vertical? = route.legs.last { place.y = entry.y }
        if place != points.last { points.append(place) }
        if entry != points.last { points.append(entry) }
        return points
    }

    /// On the last stretch of a line, between the lanes and the frames around what it leads to.
    private func label(_ index: Int) -> PictureLayout.Rectangle? {
        guard !picture.lines[index].label.isEmpty else { return nil }
        let entry = ends(index).entry
        let cell = grid.boxes[picture.lines[index].to]
        let width = labelWidth(index)
        let x =
            routing.routes[index].entry == .left
            ? columns[cell.column].afterLanes + 4
            : columns[cell.column + 1].place + columns[cell.column + 1].ends + 12
        return PictureLayout.Rectangle(x: x, y: entry.y - 9, width: width, height: 18)
    }
}
