import TerraneCore

/// A table of a page. On a narrow screen each row becomes a card, whose cells bear the names of their columns.
struct PageTable {
    struct Row {
        let anchor: Anchor
        /// The first is the row's heading.
        let cells: [Markup]
    }

    /// A column and the share of the width that it gets, in percent.
    struct Column: ExpressibleByStringLiteral {
        let title: String
        var share: Int?

        init(_ title: String, share: Int? = nil) {
            self.title = title
            self.share = share
        }

        init(stringLiteral title: String) { self.init(title) }
    }

    let caption: String
    let columns: [Column]
    let rows: [Row]

    var markup: Markup {
        tag(.div, .class("table")) {
            tag(.table) {
                tag(.caption) { caption }
                tag(.thead) {
                    tag(.tr) {
                        for column in columns { PageTable.heading(column) }
                    }
                }
                tag(.tbody) {
                    for row in rows { PageTable.markup(of: row, columns) }
                }
            }
        }
    }

    /// Shares are classes, because the page allows no style of single elements.
    private static func heading(_ column: Column) -> Markup {
        let scope = MarkupAttribute("scope", "col")
        guard let share = column.share else { return tag(.th, scope) { column.title } }
        return tag(.th, scope, .class("w\(share)")) { column.title }
    }

    private static func markup(of row: Row, _ columns: [Column]) -> Markup {
        tag(.tr, .id(row.anchor)) {
            for (index, cell) in row.cells.enumerated() {
                if index == 0 {
                    tag(.th, MarkupAttribute("scope", "row")) { cell }
                } else {
                    tag(.td, MarkupAttribute("data-label", columns[index].title)) { cell }
                }
            }
        }
    }
}

/// Small parts that many tables have.
enum PagePart {
    /// How the page being made says where a line is.
    @TaskLocal static var place: @Sendable (SourceLocation) -> String = { $0.description }

    /// A name that leads to itself, and the line that declares it.
    static func heading(_ name: String, at anchor: Anchor, _ source: SourceLocation?) -> Markup {
        tag(.span, .class("name")) {
            tag(.a, .link(anchor)) { breakable(name) }
            if let source { self.source(source) }
        }
    }

    /// A name that leads to the row of a resource.
    static func link(_ name: Name, of environment: EnvironmentReport) -> Markup {
        environment.graph[name] == nil
            ? .text(name.path) : tag(.a, .link(.resource(name, of: environment.name))) { breakable(name.path) }
    }

    static func list(_ items: [Markup], ifNone: String) -> Markup {
        switch items.count {
        case 0: tag(.span, .class("none")) { ifNone }
        case 1: items[0]
        default: tag(.ul) { for item in items { tag(.li) { item } } }
        }
    }

    static func list(_ items: [String], ifNone: String) -> Markup {
        list(items.map(value), ifNone: ifNone)
    }

    /// A value in words; one that deployment sets looks like it.
    static func value(_ text: String) -> Markup {
        let mark = "set at deployment: "
        return text.utf8.starts(with: mark.utf8) ? tag(.span, .class("late")) { text } : .text(text)
    }

    static func badge(_ text: String, _ kind: String) -> Markup {
        tag(.span, .class("badge \(kind)")) { text }
    }

    /// What a program reads, with places where a line may break.
    static func code(_ text: String) -> Markup {
        tag(.code) { breakable(text) }
    }

    /// Lines break behind `_`, `.`, `/` and `::`.
    static func breakable(_ text: String, behind marks: String = "_./:") -> Markup {
        var pieces: [Markup] = []
        var piece = ""
        for scalar in text.unicodeScalars {
            let isMark = marks.unicodeScalars.contains(scalar)
            if let last = piece.unicodeScalars.last, !isMark, marks.unicodeScalars.contains(last) {
                pieces += [.text(piece), tag(.wbr)]
                piece = ""
            }
            piece.unicodeScalars.append(scalar)
        }
        return MarkupBuilder.buildArray(pieces + [.text(piece)])
    }

    static func source(_ source: SourceLocation) -> Markup {
        tag(.small, .class("source")) { breakable(place(source), behind: "/") }
    }

    static func count(_ count: Int, _ one: String, _ many: String) -> String {
        count == 1 ? "1 \(one)" : "\(count) \(many)"
    }
}
