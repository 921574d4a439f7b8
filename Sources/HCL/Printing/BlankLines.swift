/// Where the canonical layout has a blank line: between a block and its neighbours, whatever the author wrote, except
/// between nested blocks of one type that are empty or on one line.
enum BlankLines {
    /// What kind of body it is.
    enum Scope {
        case file
        /// The body of a block of this type, directly in the file or deeper.
        case block(type: String, isTopLevel: Bool)

        var isFile: Bool { if case .file = self { true } else { false } }
    }

    /// Whether a blank line stands before each item anyway. The rest are the author's.
    static func demanded(in items: [BodyItem], scope: Scope) -> [Bool] {
        var result = [Bool](repeating: false, count: items.count)
        var next: BodyItem?
        for index in items.indices.reversed() {
            let item = items[index]
            if item.isTrivia {
                if index > 0, let previous = significant(items, before: index) {
                    result[index] = item.isComment && isDemanded(between: previous, and: next, scope: scope)
                }
            } else {
                next = item
                if let previous = significant(items, before: index) {
                    result[index] = isDemanded(between: previous, and: item, scope: scope)
                }
            }
        }
        return result
    }

    /// The items with only those blank lines that the layout does not add by itself and would not take away.
    static func normalized(_ items: [BodyItem], scope: Scope) -> [BodyItem] {
        let isDemanded = demanded(in: items, scope: scope)
        var result: [BodyItem] = []
        var hasBlank = false
        for (index, item) in items.enumerated() {
            if item == .blankLine {
                hasBlank = !result.isEmpty
                continue
            }
            if hasBlank, !isDemanded[index] { result.append(.blankLine) }
            hasBlank = false
            result.append(item)
        }
        return result
    }

    /// The item straight before `index`, blank lines aside, unless it is a comment.
    private static func significant(_ items: [BodyItem], before index: Int) -> BodyItem? {
        var index = index
        while index > 0 {
            index -= 1
            if case .blankLine = items[index] { continue }
            return items[index].isComment ? nil : items[index]
        }
        return nil
    }

    private static func isDemanded(between previous: BodyItem, and next: BodyItem?, scope: Scope) -> Bool {
        switch (previous, next) {
        case (.block(let first), .block(let second)?):
            scope.isFile || first.type != second.type || !first.isCompact || !second.isCompact
        case (.block, _), (_, .block?): true
        default: false
        }
    }
}

extension BodyItem {
    fileprivate var isComment: Bool { if case .comment = self { true } else { false } }

    fileprivate var isTrivia: Bool {
        switch self {
        case .comment, .blankLine: true
        case .attribute, .block: false
        }
    }
}

extension Block {
    /// Whether it prints on one line.
    var isCompact: Bool { body.items.isEmpty || soleAttribute != nil }

    /// The attribute that it shares a line with, if it asked for that and can have it.
    var soleAttribute: Attribute? {
        guard isOneLine, body.items.count == 1, case .attribute(let attribute) = body.items[0],
            attribute.comment == nil, !attribute.value.needsLines
        else { return nil }
        return attribute
    }
}
