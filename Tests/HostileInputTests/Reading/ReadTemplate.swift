@testable import HostileStacks

extension Tree {
    /// A CloudFormation template with its functions worked out, parameters being their defaults.
    init(template bytes: [UInt8]) throws {
        let tree = try Tree(json: bytes)
        self = tree.computed(tree)
    }

    private func computed(_ template: Tree) -> Tree {
        switch self {
        case .text, .other: return self
        case .list(let items): return .list(items.map { $0.computed(template) })
        case .object(let pairs):
            if pairs.count == 1 {
                switch (pairs[0].key, pairs[0].value) {
                case ("Ref", .text(let name)): return template[["Parameters", .key(name), "Default"]] ?? self
                case ("Fn::Sub", .text(let text)): return .text(Tree.substituted(text, .object([]), template))
                case ("Fn::Sub", .list(let parts)) where parts.count == 2:
                    return .text(Tree.substituted(parts[0].text ?? "", parts[1], template))
                default: break
                }
            }
            return .object(pairs.map { ($0.key, $0.value.computed(template)) })
        }
    }

    /// `${!Name}` is `${Name}`, and `${Name}` a variable of the substitution or a parameter. Anything else would be an error.
    private static func substituted(_ text: String, _ variables: Tree, _ template: Tree) -> String {
        var (rest, made) = (Array(text.utf8)[...], [UInt8]())
        while let byte = rest.first {
            guard rest.starts(with: "${".utf8), let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
                made.append(byte)
                rest = rest.dropFirst()
                continue
            }
            let inside = String(decoding: rest[(rest.startIndex + 2)..<end], as: UTF8.self)
            rest = rest[(end + 1)...]
            if inside.utf8.first == UInt8(ascii: "!") {
                made += "${\(inside.dropFirst())}".utf8
            } else {
                let value = variables[[.key(inside)]] ?? template[["Parameters", .key(inside), "Default"]]
                made += (value?.computed(template).text ?? "<no '\(inside)'>").utf8
            }
        }
        return String(decoding: made, as: UTF8.self)
    }
}
