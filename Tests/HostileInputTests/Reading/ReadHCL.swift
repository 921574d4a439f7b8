import HCL

@testable import HostileStacks

extension Tree {
    /// HCL, worked out as Terraform does where it is made of literals, `jsonencode` and variables with defaults.
    init(hcl bytes: [UInt8], variables: Tree) throws {
        let (body, diagnostics) = Parser.parse(bytes)
        guard diagnostics.isEmpty else { throw Unreadable(what: "\(diagnostics)") }
        self = Tree(body, variables)
    }

    struct Unreadable: Error {
        let what: String
    }

    private init(_ body: Body, _ variables: Tree) {
        var pairs = body.attributes.map { (key: $0.name, value: Tree($0.value, variables)) }
        for block in body.blocks {
            let inner = Tree(block.body, variables)
            Tree.add(inner, at: [block.type] + block.labels, to: &pairs)
        }
        self = .object(pairs)
    }

    /// Blocks with the same first labels stand in one object.
    private static func add(_ tree: Tree, at path: [String], to pairs: inout [(key: String, value: Tree)]) {
        guard let first = path.first else { return }
        if path.count == 1 { return pairs.append((first, tree)) }
        var inner: [(key: String, value: Tree)] = []
        let position = pairs.firstIndex { $0.key == first }
        if let position, case .object(let found) = pairs[position].value { inner = found }
        add(tree, at: Array(path.dropFirst()), to: &inner)
        if let position { pairs[position].value = .object(inner) } else { pairs.append((first, .object(inner))) }
    }

    private init(_ expression: Expression, _ variables: Tree) {
        switch expression {
        case .template(let template): self = Tree.joined(template.parts, variables)
        case .tuple(let tuple): self = .list(tuple.elements.map { Tree($0, variables) })
        case .object(let object):
            self = .object(
                object.items.compactMap { item in
                    guard case .pair(.name(let key), let value, _) = item else { return nil }
                    return (key, Tree(value, variables))
                })
        case .call("jsonencode", let arguments, _): self = Tree(arguments[0], variables)
        case .attribute(.variable("var"), let name):
            self = variables[["variable", .key(name), "default"]] ?? .other("var.\(name)")
        default: self = .other("\(expression)")
        }
    }

    private static func joined(_ parts: [TemplatePart], _ variables: Tree) -> Tree {
        var whole = ""
        for part in parts {
            switch part {
            case .literal(let text): whole += text
            case .interpolation(let value, _):
                guard let text = Tree(value, variables).text else { return .other("\(parts)") }
                whole += text
            case .if, .for: return .other("\(parts)")
            }
        }
        return .text(whole)
    }
}
