public import TerraneCore

extension Picture {
    /// What a change touches: the newer picture, with what is added, changed or replaced marked, and what is removed as it
    /// stood in the older one. Nil stands for a stack that there was not.
    public init(of newer: ResourceGraph, changedFrom older: ResourceGraph?, by difference: Difference) {
        var picture = Picture(of: newer)
        var marks: [Name: Mark] = [:]
        for change in difference.changes where change.subject == .resource { marks[change.name] = change.mark }
        picture.mark(marks)
        if let older { picture.addGhosts(of: Picture(of: older), marks) }
        if !marks.isEmpty { picture.notes.insert("+ added · ~ changed · ! replaced · − removed", at: 0) }
        self = picture
    }

    private mutating func mark(_ marks: [Name: Mark]) {
        for index in boxes.indices {
            boxes[index].mark = Picture.mark(of: boxes[index].names, marks)
        }
        for index in frames.indices {
            // What is in a frame may be replaced while the frame stays.
            let mark = Picture.mark(of: frames[index].names, marks)
            frames[index].mark =
                mark == .replaced && frames[index].names.first.flatMap { marks[$0] } != .replaced ? .changed : mark
        }
        for index in lines.indices
        where [lines[index].from, lines[index].to].contains(where: { boxes[$0].mark == .added }) {
            lines[index].mark = .added
        }
    }

    /// The worst of what becomes of its parts; only what is new itself is new.
    private static func mark(of names: [Name], _ marks: [Name: Mark]) -> Mark? {
        let found = names.compactMap { marks[$0] }
        if found.isEmpty { return nil }
        if found.contains(.replaced) { return .replaced }
        return names.first.flatMap { marks[$0] } == .added ? .added : .changed
    }

    // MARK: What is no longer there

    private mutating func addGhosts(of older: Picture, _ marks: [Name: Mark]) {
        var homes: [Name: Int] = [:]
        for (index, box) in boxes.enumerated() { for name in box.names { homes[name] = index } }
        var places: [Int: Int] = [:]
        for (index, box) in older.boxes.enumerated() {
            let stays = box.names.lazy.compactMap { homes[$0] }.first
            if let stays {
                places[index] = stays
                if boxes[stays].mark == nil, box.names.contains(where: { marks[$0] == .removed }) {
                    boxes[stays].mark = .changed
                }
            } else if box.names.first.flatMap({ marks[$0] }) == .removed {
                places[index] = boxes.count
                var ghost = box
                ghost.mark = .removed
                ghost.frame = box.frame.map { frame(like: $0, of: older) }
                boxes.append(ghost)
            } else if box.names.isEmpty {
                places[index] = boxes.firstIndex { $0.glyph == box.glyph && $0.title == box.title }
            }
        }
        addGhostLines(of: older, places)
    }

    /// Lines that are no longer there, and those that are new or have another label between boxes that stay.
    private mutating func addGhostLines(of older: Picture, _ places: [Int: Int]) {
        let stayed = Set(places.values)
        var gone = Dictionary(
            older.lines.compactMap { line in
                places[line.from].flatMap { from in places[line.to].map { ([from, $0], line) } }
            }, uniquingKeysWith: { first, _ in first })
        for index in lines.indices where stayed.contains(lines[index].from) && stayed.contains(lines[index].to) {
            guard let former = gone.removeValue(forKey: [lines[index].from, lines[index].to]) else {
                lines[index].mark = .added
                continue
            }
            if former.label != lines[index].label, !former.label.isEmpty {
                lines[index].label = "\(former.label) → \(lines[index].label)"
                lines[index].mark = .changed
            }
        }
        for (ends, line) in gone.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            var ghost = Line(from: ends[0], to: ends[1], kind: line.kind, label: line.label)
            ghost.mark = .removed
            lines.append(ghost)
        }
    }

    /// The frame that is what a frame of another picture is; added as one that is removed if there is none.
    private mutating func frame(like index: Int, of other: Picture) -> Int {
        let wanted = other.frames[index]
        let parent = wanted.parent.map { frame(like: $0, of: other) }
        if let known = frames.firstIndex(where: { $0.parent == parent && $0.title == wanted.title }) { return known }
        var ghost = Frame(kind: wanted.kind, title: wanted.title, detail: wanted.detail, parent: parent)
        ghost.columns = wanted.columns
        ghost.mark = .removed
        frames.append(ghost)
        return frames.count - 1
    }
}

extension ResourceChange {
    /// Nil for what makes no difference to anybody.
    fileprivate var mark: Picture.Mark? {
        let isReplaced = consequences.contains { consequence in
            (consequence.kind == .dataLoss || consequence.kind == .replacement) && consequence.certainty != .no
        }
        switch kind {
        case .added: return .added
        case .removed: return .removed
        case .changed, .renamed, .touched: return isReplaced ? .replaced : .changed
        }
    }
}
