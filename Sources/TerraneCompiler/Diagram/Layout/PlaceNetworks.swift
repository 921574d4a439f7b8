extension PictureGrid {
    /// Its tiers beside each other, or below where they share a column, and its zones below them. Returns the row after it.
    mutating func place(network: Int, from start: Int) -> Int {
        var tiers = children[network].filter { picture.frames[$0].kind.isTier }.map {
            (frame: Int?.some($0), boxes: members[$0])
        }
        if !members[network].isEmpty { tiers.append((nil, members[network])) }
        var bands: [(frame: Int?, columns: ClosedRange<Int>, rows: Range<Int>)] = []
        for tier in tiers {
            guard let columns = columnRange(tier.boxes) else { continue }
            let first = bands.filter { $0.columns.overlaps(columns) }.map(\.rows.upperBound).max() ?? start
            var next: [Int: Int] = [:]
            for box in tier.boxes.sorted(by: { (rank($0), $0) < (rank($1), $1) }) {
                let column = boxes[box].column
                boxes[box].row = first + next[column, default: 0]
                next[column, default: 0] += 1
            }
            bands.append((tier.frame, columns, first..<first + (next.values.max() ?? 1)))
        }
        let end = bands.map(\.rows.upperBound).max() ?? start
        addRows(upTo: end)
        for (index, band) in bands.enumerated() {
            guard let frame = band.frame else { continue }
            let below =
                bands[(index + 1)...].filter { $0.columns.overlaps(band.columns) }.map(\.rows.lowerBound).min() ?? end
            frames[frame] = Span(columns: band.columns, rows: band.rows.lowerBound...below - 1)
        }
        let last = place(zones: children[network].filter { picture.frames[$0].kind.isZone }, from: end)
        frames[network] = cover(network)
        for zone in children[network] where picture.frames[zone].kind.isZone {
            if let whole = frames[network] { frames[zone]?.columns = whole.columns }
        }
        return last
    }

    /// What answers requests is above the rest.
    private func rank(_ box: Int) -> Int {
        switch picture.boxes[box].glyph {
        case .balancer: 0
        case .nat: 2
        default: 1
        }
    }

    /// Below each other, the subnets of each in the columns of their tiers.
    private mutating func place(zones: [Int], from start: Int) -> Int {
        var row = start
        for zone in zones {
            var next: [Int: Int] = [:]
            for subnet in children[zone] {
                guard let columns = picture.frames[subnet].columns else { continue }
                let own = columns.map { next[$0, default: row] }.max() ?? row
                frames[subnet] = Span(columns: columns, rows: own...own)
                for column in columns { next[column] = own + 1 }
            }
            let end = next.values.max() ?? row
            while isStrip.count < end { isStrip.append(true) }
            frames[zone] = cover(zone)
            row = end
        }
        return row
    }
}
