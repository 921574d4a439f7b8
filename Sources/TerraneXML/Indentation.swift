/// How much further in the parts of an element stand.
public enum Indentation: Hashable, Sendable {
    /// Everything on one line.
    case none
    case spaces(Int)
    case tab

    private var unit: String {
        switch self {
        case .none: ""
        case .spaces(let count): String(repeating: " ", count: max(0, count))
        case .tab: "\t"
        }
    }
}

extension Indentation {
    /// The element with white space between its parts; one that holds text stays as it is, all the way down.
    func applied(to element: Element, depth: Int) -> Element {
        guard self != .none, !element.children.isEmpty, !element.children.contains(where: \.isText) else {
            return element
        }
        var indented = element
        indented.children = element.children.flatMap { child -> [Element.Node] in
            [.text(lineBreak(depth + 1)), applied(to: child, depth: depth + 1)]
        }
        indented.children.append(.text(lineBreak(depth)))
        return indented
    }

    private func applied(to child: Element.Node, depth: Int) -> Element.Node {
        guard case .element(let element) = child else { return child }
        return .element(applied(to: element, depth: depth))
    }

    private func lineBreak(_ depth: Int) -> String {
        "\n" + String(repeating: unit, count: depth)
    }
}

extension Element.Node {
    fileprivate var isText: Bool {
        switch self {
        case .text, .cdata: true
        case .element, .comment: false
        }
    }
}
