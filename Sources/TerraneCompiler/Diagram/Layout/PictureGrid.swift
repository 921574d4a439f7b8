/// The squares of a picture: columns from the way in to the data, rows of boxes and, below a network's, rows of its subnets.
struct PictureGrid: Sendable {
    struct Cell: Hashable, Sendable {
        var column: Int
        var row: Int
    }

    struct Span: Hashable, Sendable {
        var columns: ClosedRange<Int>
        var rows: ClosedRange<Int>
    }

    var boxes: [Cell]
    var frames: [Span?]
    /// Whether a row holds subnets, which are lower than boxes.
    var isStrip: [Bool] = []
    var columnCount = 0
    /// The box in each cell that has one.
    var occupants: [Cell: Int] = [:]

    let picture: Picture
    let children: [[Int]]
    let members: [[Int]]
    let isConnected: [Bool]

    init(of picture: Picture) {
        self.picture = picture
        boxes = picture.boxes.map { Cell(column: $0.column.rawValue, row: -1) }
        frames = Array(repeating: nil, count: picture.frames.count)
        var children = [[Int]](repeating: [], count: picture.frames.count)
        for (index, frame) in picture.frames.enumerated() {
            if let parent = frame.parent { children[parent].append(index) }
        }
        self.children = children
        var members = [[Int]](repeating: [], count: picture.frames.count)
        for (index, box) in picture.boxes.enumerated() { if let frame = box.frame { members[frame].append(index) } }
        self.members = members
        var isConnected = [Bool](repeating: false, count: picture.boxes.count)
        for line in picture.lines where picture.boxes[line.from].glyph != .pipeline {
            isConnected[line.from] = true
            isConnected[line.to] = true
        }
        self.isConnected = isConnected
        place()
    }

    private mutating func place() {
        var row = placeGlobal()
        let regions = picture.frames.indices.filter {
            if case .region = picture.frames[$0].kind { true } else { false }
        }
        let main = regions.max { weight($0) < weight($1) }
        if let main { row = place(region: main, from: row) }
        let partners = picture.frames.indices.filter {
            if case .partner = picture.frames[$0].kind { true } else { false }
        }
        placePartners(partners.filter { members[$0].contains { isConnected[$0] } })
        row = placeBottom(
            regions.filter { $0 != main }, partners.filter { !members[$0].contains { isConnected[$0] } }, from: row)
        placeEntries(from: &row)
        isStrip += Array(repeating: false, count: max(0, row - isStrip.count))
        compact()
        for (index, cell) in boxes.enumerated() { occupants[cell] = index }
    }

    /// The columns that what has no network may stand in.
    private enum Columns {
        static let front = Picture.Column.front.rawValue
        static let inner = [Picture.Column.door, .compute, .data].map(\.rawValue)
    }

    private func weight(_ region: Int) -> Int {
        members[region].count + children[region].reduce(0) { $0 + weight($1) + 1 }
    }

    // MARK: The edge

    /// Names above, then each delivery with its firewall before it.
    private mutating func placeGlobal() -> Int {
        guard let frame = picture.frames.indices.first(where: { isGlobal($0) }) else { return 0 }
        var next: [Int: Int] = [:]
        let deliveries = members[frame].filter { picture.boxes[$0].column == .door }
        var rest = members[frame].filter { picture.boxes[$0].column != .door }
        for box in rest.filter({ picture.boxes[$0].glyph == .names }) { put(box, &next) }
        rest.removeAll { picture.boxes[$0].glyph == .names }
        var row = next.values.max() ?? 0
        for delivery in deliveries {
            boxes[delivery].row = row
            if let before = picture.lines.first(where: { $0.to == delivery && rest.contains($0.from) })?.from {
                boxes[before].row = row
                rest.removeAll { $0 == before }
            }
            row += 1
        }
        for box in rest {
            boxes[box].row = row
            row += 1
        }
        addRows(upTo: row)
        frames[frame] = span(of: members[frame])
        return row
    }

    private func isGlobal(_ frame: Int) -> Bool { if case .global = picture.frames[frame].kind { true } else { false } }

    private mutating func put(_ box: Int, _ next: inout [Int: Int]) {
        let column = boxes[box].column
        boxes[box].row = next[column, default: 0]
        next[column, default: 0] += 1
    }

    // MARK: Regions

    private mutating func place(region: Int, from start: Int) -> Int {
        var row = start
        for network in children[region] { row = place(network: network, from: row) }
        let front = members[region].filter { picture.boxes[$0].column == .front && isConnected[$0] }
        for box in front { row = max(row, place(box, besideItsTargetFrom: start) + 1) }
        addRows(upTo: row)
        var others = members[region].filter { !front.contains($0) }
        if !front.isEmpty { fillFront(&others, in: start..<row) }
        row = place(services: others, from: row, hasFront: !front.isEmpty || children[region].isEmpty)
        frames[region] = cover(region)
        return row
    }

    /// Beside a network there is room before its subnets for what talks to nobody in it.
    private mutating func fillFront(_ services: inout [Int], in rows: Range<Int>) {
        let taken = Set(
            boxes.indices.filter { boxes[$0].column == Columns.front && boxes[$0].row >= 0 }.map { boxes[$0].row })
        let free = rows.filter { !isStrip[$0] && !taken.contains($0) }
        let quiet = inOrder(services.filter { !isConnected[$0] && picture.boxes[$0].glyph.family != .data })
        for (box, row) in zip(quiet, free) {
            boxes[box] = Cell(column: Columns.front, row: row)
            services.removeAll { $0 == box }
        }
    }

    /// What is delivered comes first.
    private func inOrder(_ quiet: [Int]) -> [Int] {
        quiet.filter { picture.boxes[$0].glyph == .registry } + quiet.filter { picture.boxes[$0].glyph != .registry }
    }

    /// In the row of the box that it leads to, or the next that is free.
    private mutating func place(_ box: Int, besideItsTargetFrom start: Int) -> Int {
        let targets = picture.lines.filter { $0.from == box }.map { boxes[$0.to].row }
        var row = max(start, targets.min() ?? start)
        let taken = Set(boxes.indices.filter { boxes[$0].column == boxes[box].column }.map { boxes[$0].row })
        while taken.contains(row) || isStrip(at: row) { row += 1 }
        boxes[box].row = row
        return row
    }

    /// Services outside of networks: what talks to others in the column of its kind, the rest where there is room.
    private mutating func place(services: [Int], from start: Int, hasFront: Bool) -> Int {
        let columns = (hasFront ? [Columns.front] : []) + Columns.inner
        var next = Dictionary(uniqueKeysWithValues: columns.map { ($0, start) })
        for box in services.filter({ isConnected[$0] }) + inOrder(services.filter { !isConnected[$0] }) {
            var column = max(boxes[box].column, columns[0])
            if !isConnected[box] { column = roomiest(of: columns, next, for: picture.boxes[box].glyph) ?? column }
            boxes[box].column = column
            boxes[box].row = next[column, default: start]
            next[column, default: start] += 1
        }
        let end = next.values.max() ?? start
        addRows(upTo: end)
        return end
    }

    /// The column with the fewest boxes; what stores data goes to the data while that is no further down than the others.
    private func roomiest(of columns: [Int], _ next: [Int: Int], for glyph: Glyph) -> Int? {
        let least = columns.min { (next[$0] ?? 0, $0) < (next[$1] ?? 0, $1) }
        guard glyph.family == .data, let data = columns.last, let least else { return least }
        return (next[data] ?? 0) <= (next[least] ?? 0) + 1 ? data : least
    }

    // MARK: The rest of the world

    private mutating func placePartners(_ partners: [Int]) {
        var next = 0
        for partner in partners {
            for box in members[partner] {
                let around = picture.lines.filter { $0.to == box }.map { boxes[$0.from].row }
                boxes[box].row = max(next, around.min() ?? next)
                while isStrip(at: boxes[box].row) { boxes[box].row += 1 }
                next = boxes[box].row + 1
            }
            frames[partner] = span(of: members[partner])
        }
        addRows(upTo: next)
    }

    private mutating func placeBottom(_ regions: [Int], _ partners: [Int], from start: Int) -> Int {
        var end = start
        var row = start
        for region in regions {
            row = place(region: region, from: row)
            end = max(end, row)
        }
        let used = Set(regions.compactMap { frames[$0] }.flatMap { Array($0.columns) })
        let free = Columns.inner.filter { !used.contains($0) }
        var next = Dictionary(
            uniqueKeysWithValues: (free.isEmpty ? Columns.inner : free).map { ($0, free.isEmpty ? end : start) })
        for partner in partners {
            guard let column = next.keys.min(by: { (next[$0] ?? 0, $0) < (next[$1] ?? 0, $1) }) else { continue }
            for box in members[partner] {
                while isStrip(at: next[column] ?? 0) { next[column, default: 0] += 1 }
                boxes[box] = Cell(column: column, row: next[column] ?? start)
                next[column, default: start] += 1
            }
            frames[partner] = span(of: members[partner])
        }
        end = max(end, next.values.max() ?? end)
        addRows(upTo: end)
        return end
    }

    private mutating func placeEntries(from row: inout Int) {
        var taken: Set<Int> = []
        let entries = picture.boxes.indices.filter { picture.boxes[$0].column == .entry }
        for box in entries.sorted(by: { wished($0) < wished($1) }) {
            var own = wished(box)
            while taken.contains(own) || isStrip(at: own) { own += 1 }
            boxes[box].row = own
            taken.insert(own)
            row = max(row, own + 1)
        }
    }

    /// The row of what it leads to last.
    private func wished(_ entry: Int) -> Int {
        max(0, picture.lines.filter { $0.from == entry }.map { boxes[$0.to].row }.max() ?? 0)
    }

    // MARK: Extents

    private func isStrip(at row: Int) -> Bool { row < isStrip.count && isStrip[row] }

    mutating func addRows(upTo end: Int) {
        while isStrip.count < end { isStrip.append(false) }
    }

    func columnRange(_ members: [Int]) -> ClosedRange<Int>? {
        let columns = members.map { boxes[$0].column }
        guard let first = columns.min(), let last = columns.max() else { return nil }
        return first...last
    }

    func span(of members: [Int]) -> Span? {
        let rows = members.map { boxes[$0].row }
        guard let columns = columnRange(members), let first = rows.min(), let last = rows.max() else { return nil }
        return Span(columns: columns, rows: first...last)
    }

    /// Around everything inside a frame.
    func cover(_ frame: Int) -> Span? {
        let spans = children[frame].compactMap { frames[$0] } + [span(of: members[frame])].compactMap(\.self)
        guard let first = spans.first else { return nil }
        return spans.dropFirst().reduce(first) { all, one in
            Span(
                columns: min(
                    all.columns.lowerBound, one.columns.lowerBound)...max(
                        all.columns.upperBound, one.columns.upperBound),
                rows: min(all.rows.lowerBound, one.rows.lowerBound)...max(all.rows.upperBound, one.rows.upperBound))
        }
    }

    /// Leaves columns out that nothing stands in.
    private mutating func compact() {
        var used = Set(boxes.map(\.column))
        for (index, span) in frames.enumerated() where picture.frames[index].kind.isSubnet {
            used.formUnion(span.map { Array($0.columns) } ?? [])
        }
        let order = used.sorted()
        let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
        columnCount = order.count
        for index in boxes.indices { boxes[index].column = place[boxes[index].column] ?? 0 }
        for index in frames.indices {
            guard let span = frames[index] else { continue }
            let inside = order.filter(span.columns.contains)
            guard let first = inside.first, let last = inside.last, let low = place[first], let high = place[last]
            else {
                frames[index] = nil
                continue
            }
            frames[index]?.columns = low...high
        }
    }
}
