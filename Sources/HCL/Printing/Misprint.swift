/// Something in a tree that no text can say. The printer mends it, so that what it prints can be read; but then the text
/// says something else than the tree.
public enum Misprint: Hashable, Sendable {
    /// What should be a name has signs in it that end one.
    case name(String)
    /// An argument stands twice in one body.
    case argumentTwice(String)
    /// A key stands twice in one object. Terraform takes canonically equivalent keys for the same, as Swift does.
    case keyTwice(String)
}

extension Block {
    /// Everything in the block that its text could not say; nothing for a block that reads back as it is.
    public var misprints: [Misprint] {
        var search = MisprintSearch()
        search.visit(self)
        return search.found
    }
}

private struct MisprintSearch {
    private(set) var found: [Misprint] = []

    mutating func visit(_ block: Block) {
        check(name: block.type)
        var names: [String] = []
        for item in block.body.items {
            switch item {
            case .attribute(let attribute):
                check(name: attribute.name)
                if names.contains(attribute.name) { found.append(.argumentTwice(attribute.name)) }
                names.append(attribute.name)
                visit(attribute.value)
            case .block(let inner): visit(inner)
            case .comment, .blankLine: break
            }
        }
    }

    private mutating func visit(_ expression: Expression) {
        switch expression {
        case .null, .bool, .number: return
        case .template(let template) where template.literal != nil: return
        case .variable(let name), .attribute(_, let name): check(name: name)
        case .object(let object): checkKeys(of: object)
        default: break
        }
        for child in expression.children { visit(child) }
    }

    private mutating func checkKeys(of object: Object) {
        var keys: Set<String> = []
        for case .pair(.name(let key), _, _) in object.items where !keys.insert(key).inserted {
            found.append(.keyTwice(key))
        }
    }

    private mutating func check(name: String) {
        if !Identifier.isValid(name) { found.append(.name(name)) }
    }
}
